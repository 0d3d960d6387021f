/* What a module exports, by its table of dynamic symbols. */
#include <elf.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>

#include "conform.h"

/* What linkers and sanitizers add. */
static bool
is_usual(const char *name)
{
	static const char *const usual[] = {
		"jy_plugin_", "_init", "_fini", "_edata", "_end", "__bss_start", "__asan", "__odr_asan",
		"__ubsan", "__gcov", "__llvm", "__start_", "__stop_"
	};

	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		if (strncmp(name, usual[i], strlen(usual[i])) == 0)
			return true;
	return false;
}

static bool
is_exported(const ElfW(Sym) *s)
{
	int binding = ELF32_ST_BIND(s->st_info), visibility = ELF32_ST_VISIBILITY(s->st_other);

	return s->st_shndx != SHN_UNDEF && s->st_shndx < SHN_LORESERVE
	    && (binding == STB_GLOBAL || binding == STB_WEAK)
	    && (visibility == STV_DEFAULT || visibility == STV_PROTECTED);
}

/* The section that holds dynamic symbols; NULL: the file is none that we understand. */
static const ElfW(Shdr) *
find_symbols(struct jy_bytes file, const ElfW(Shdr) **all)
{
	const ElfW(Ehdr) *head = (const void *)file.at;
	const ElfW(Shdr) *sections;

	if (file.size < sizeof(*head) || memcmp(head->e_ident, ELFMAG, SELFMAG) != 0
	    || head->e_shoff > file.size
	    || head->e_shnum > (file.size - head->e_shoff) / sizeof(*sections))
		return NULL;
	sections = (const void *)(file.at + head->e_shoff);
	*all = sections;
	for (size_t i = 0; i < head->e_shnum; i++)
		if (sections[i].sh_type == SHT_DYNSYM && sections[i].sh_link < head->e_shnum
		    && sections[i].sh_offset < file.size
		    && sections[i].sh_size <= file.size - sections[i].sh_offset)
			return &sections[i];
	return NULL;
}

static long
list_unwanted(struct jy_bytes file, const ElfW(Shdr) *table, const ElfW(Shdr) *names, FILE *to)
{
	const ElfW(Sym) *symbols = (const void *)(file.at + table->sh_offset);
	const char *text = (const char *)file.at + names->sh_offset;
	long count = 0;

	for (size_t i = 0; i < table->sh_size / sizeof(*symbols); i++)
		if (is_exported(&symbols[i]) && symbols[i].st_name < names->sh_size
		    && !is_usual(text + symbols[i].st_name) && count++ < 3)
			fprintf(to, "%s%s", count > 1 ? ", " : "", text + symbols[i].st_name);
	return count;
}

bool
is_unwanted(const char *path, char *names, size_t size)
{
	struct input in = {0};
	const ElfW(Shdr) *all, *table;
	FILE *to = must(fmemopen(names, size, "w"));
	long count = 0;

	if (input_read(&in, path) == 0) {
		table = find_symbols(in.bytes, &all);
		if (table && all[table->sh_link].sh_offset < in.bytes.size)
			count = list_unwanted(in.bytes, table, &all[table->sh_link], to);
	}
	if (count > 3)
		fprintf(to, " and %ld more", count - 3);
	fclose(to);
	input_free(&in);
	return count > 0;
}
