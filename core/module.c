/* Is a file a module, and what it exports a plugin, as far as the file tells? */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"

/* The least that every ABI 1 plugin has. */
#define LEAST (offsetof(struct jy_plugin, write) + sizeof(((struct jy_plugin *)0)->write))

/* The header of the file that this code was loaded from: what the loader takes looks like it. */
static const ElfW(Ehdr) *
own_header(void)
{
	static const char here;
	Dl_info info;

	return dladdr(&here, &info) ? info.dli_fbase : NULL;
}

static const struct said *
machine_refusal(struct arena *a, const ElfW(Ehdr) *theirs, const ElfW(Ehdr) *ours)
{
	if (theirs->e_ident[EI_CLASS] == ours->e_ident[EI_CLASS]
	    && theirs->e_ident[EI_DATA] == ours->e_ident[EI_DATA]
	    && theirs->e_machine == ours->e_machine)
		return NULL;
	return said(a, NULL,
	    "it was built for another machine (ELF class %d, machine %d; here "
	    "%d, %d): rebuild it on this one",
	    theirs->e_ident[EI_CLASS], theirs->e_machine, ours->e_ident[EI_CLASS], ours->e_machine);
}

/* Where what the header names ends: the parts that are loaded, and the table of sections, which
 * stands last and so goes first. */
static unsigned long long
named_end(int fd, const ElfW(Ehdr) *header)
{
	unsigned long long end = header->e_shoff
	    + (unsigned long long)header->e_shnum * header->e_shentsize;

	for (int i = 0; i < header->e_phnum; i++) {
		off_t at = (off_t)(header->e_phoff + (unsigned long long)i * sizeof(ElfW(Phdr)));
		ElfW(Phdr) part;

		if (pread(fd, &part, sizeof(part), at) != (ssize_t)sizeof(part))
			break;	/* cut within the table: the loader says so */
		if (part.p_type == PT_LOAD && part.p_offset + part.p_filesz > end)
			end = part.p_offset + part.p_filesz;
	}
	return end;
}

static const struct said *
content_refusal(struct arena *a, int fd, unsigned long long size)
{
	const ElfW(Ehdr) *ours = own_header();
	ElfW(Ehdr) header;
	const struct said *reason;
	unsigned long long end;

	/* What is no ELF file at all, the loader tells well enough. */
	if (!ours || pread(fd, &header, sizeof(header), 0) != (ssize_t)sizeof(header)
	    || memcmp(header.e_ident, ELFMAG, SELFMAG) != 0)
		return NULL;
	reason = machine_refusal(a, &header, ours);
	if (reason)
		return reason;
	end = named_end(fd, &header);
	return end <= size ? NULL
			   : said(a, NULL,
			       "it is cut short, with %llu of its %llu bytes: "
			       "copy or build it again",
			       size, end);
}

/* The loader itself would be ended by SIGBUS over a file that is cut short, wait for ever at a FIFO,
 * and call one of another machine no file at all. */
const struct said *
file_refusal(struct arena *a, const char *file)
{
	const struct said *reason;
	struct stat about;
	int fd;

	if (stat(file, &about) == 0 && !S_ISREG(about.st_mode))
		return said(a, NULL, "it is no regular file");
	fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return errno == EACCES
		    ? said(a, NULL, "it cannot be read: %m: chmod a+r lets everybody read it")
		    : said(a, NULL, "it cannot be read: %m");
	if (fstat(fd, &about) < 0)
		reason = said(a, NULL, "it cannot be read: %m");
	else if (!(reason = trust_refusal(a, file, &about)))
		reason = content_refusal(a, fd, (unsigned long long)about.st_size);
	close(fd);
	return reason;
}

const struct said *
loader_refusal(struct arena *a, const char *file, const char *words)
{
	if (strstr(words, "undefined symbol: jy_"))
		return said(a, NULL,
		    "%s: it was made for a later jiyao: install that, or rebuild "
		    "the plugin with this one's headers",
		    words);
	if (strncmp(words, file, strlen(file)) != 0)
		return said(a, NULL, "a library that it needs cannot be loaded: %s", words);
	return said(a, NULL, "%s", words);
}

/* The bytes that the module has for the symbol; the largest number where that is not known. */
static size_t
symbol_size(const void *symbol)
{
#ifdef __GLIBC__
	const ElfW(Sym) *entry = NULL;
	Dl_info info;

	if (dladdr1(symbol, &info, (void **)&entry, RTLD_DL_SYMENT) && entry && entry->st_size)
		return entry->st_size;
#endif
	return SIZE_MAX;
}

const struct said *
size_refusal(struct arena *a, const struct jy_plugin *theirs)
{
	size_t there = symbol_size(theirs);

	if (there < sizeof(theirs->size))
		return said(a, NULL, "its jy_plugin_%d is no struct jy_plugin: JY_PLUGIN makes one",
		    JY_ABI);
	if (theirs->size < LEAST)
		return said(a, NULL,
		    "its struct jy_plugin has %zu bytes, not at least %zu: "
		    "rebuild the plugin with this jiyao's headers",
		    theirs->size, LEAST);
	if (theirs->size > there)
		return said(a, NULL,
		    "its struct jy_plugin has %zu bytes, and says that it has "
		    "%zu: JY_PLUGIN sets the size",
		    there, theirs->size);
	return NULL;
}
