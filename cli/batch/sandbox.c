/*
 * The sandbox: Landlock for files, and the filter of system calls for all else.  Either holds where
 * the other is missing, as well as one alone can.
 *
 * The system calls of Landlock have no wrappers in the C library, and the header may be older than
 * the kernel: what it may lack is named here.  A right that a kernel does not know must not be
 * asked of it, so each has the version of the interface (ABI) that brought it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif
#if defined(HAVE_LINUX_LANDLOCK_H)
#include <linux/landlock.h>
#endif
#if defined(HAVE_LINUX_LANDLOCK_H) && defined(SYS_landlock_create_ruleset)
#define HAVE_LANDLOCK 1
#else
#define HAVE_LANDLOCK 0
#endif

#include "inside.h"

#if HAVE_LANDLOCK
/* What there is to be allowed, and so what is forbidden unless a rule allows it. */
struct handled {
	uint64_t files;
	uint64_t network;	/* from ABI 4 */
	uint64_t scoped;	/* from ABI 6 */
};

enum { READ_FILE = LANDLOCK_ACCESS_FS_READ_FILE, READ_FOLDER = LANDLOCK_ACCESS_FS_READ_DIR };

/*
 * What a library may ask for while it reads a document, and why.  What is not there is left out.
 * "~" is the home folder.  None of it is anybody's secret; the home folder as a whole would be.
 */
static const char *const readable[] = {
	/* libraries that the plugins load late: qpdf, tesseract and theirs; locales, converters of
	 * encodings (gconv) */
	"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
	"/etc/ld.so.conf", "/etc/ld.so.conf.d", "/usr/share/locale", "/usr/share/i18n",
	"/etc/locale.alias", "/nix/store", "/gnu/store",
	/* dates are printed in local time */
	"/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo",
	/* fonts that a PDF names but does not embed, and how fontconfig chooses them */
	"/etc/fonts", "/usr/share/fontconfig", "/usr/share/fonts", "/usr/local/share/fonts",
	"/usr/share/X11/fonts", "/usr/share/ghostscript", "/usr/share/texmf/fonts",
	"/var/cache/fontconfig", "~/.fonts", "~/.local/share/fonts", "~/.config/fontconfig",
	"~/.fonts.conf", "~/.cache/fontconfig",
	/* CMaps: which character a code of a Chinese font is */
	"/usr/share/poppler", "/usr/local/share/poppler",
	/* what OCR has learnt */
	"/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata",
	/* catalogues of DTDs, for libxml2 */
	"/etc/xml", "/usr/share/xml",
	/* how many processors there are, for OpenMP, and what they can, for vectors */
	"/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu",
	"/dev/null", "/dev/zero", "/dev/urandom", "/dev/random",
	/* certified machines: whether SHA-256 may be computed */
	"/proc/sys/crypto", "/etc/gcrypt",
	NULL
};

/* Folders that people set to other places. */
static const char *const variables[] = {
	"TESSDATA_PREFIX", "FONTCONFIG_PATH", "FONTCONFIG_FILE", "GCONV_PATH", "LOCPATH", NULL
};

static long
abi(void)
{
	static long known;

	if (!known)
		known = syscall(SYS_landlock_create_ruleset, NULL, 0,
		    LANDLOCK_CREATE_RULESET_VERSION);
	return known;
}

/* All that this kernel can handle; and of the struct, as much as it knows. */
static int
create(void)
{
	struct handled all = {.files = (1u << 13) - 1};		/* to run, write, read, make, remove */
	size_t size = sizeof(all.files);

	if (abi() >= 2)
		all.files |= 1u << 13;		/* to link or move to another folder */
	if (abi() >= 3)
		all.files |= 1u << 14;		/* to truncate */
	if (abi() >= 5)
		all.files |= 1u << 15;		/* to control a device */
	if (abi() >= 4) {
		all.network = 3;		/* to bind and connect TCP */
		size += sizeof(all.network);
	}
	if (abi() >= 6) {
		all.scoped = 3;			/* abstract sockets and signals, to others */
		size += sizeof(all.scoped);
	}
	return (int)syscall(SYS_landlock_create_ruleset, &all, size, 0);
}

/* 0 where there is no such file, too. */
static int
allow(int ruleset, const char *path)
{
	struct landlock_path_beneath_attr rule = {.allowed_access = READ_FILE};
	struct stat st;
	int failed = 0;

	rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent_fd < 0)
		return 0;
	if (fstat(rule.parent_fd, &st) == 0) {
		if (S_ISDIR(st.st_mode))
			rule.allowed_access |= READ_FOLDER;
		failed = (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH,
		    &rule, 0);
	}
	close(rule.parent_fd);
	return failed;
}

static int
allow_at_home(int ruleset, const char *rest)
{
	const char *home = getenv("HOME");
	char *path;
	int failed;

	if (!home || *home != '/')
		return 0;
	if (asprintf(&path, "%s%s", home, rest) < 0)
		return -1;
	failed = allow(ruleset, path);
	free(path);
	return failed;
}

static int
allow_all(int ruleset, const char *const *files)
{
	int failed = 0;

	for (const char *const *path = readable; *path && !failed; path++)
		failed = **path == '~' ? allow_at_home(ruleset, *path + 1) : allow(ruleset, *path);
	for (const char *const *name = variables; *name && !failed; name++)
		failed = getenv(*name) ? allow(ruleset, getenv(*name)) : 0;
	for (; *files && !failed; files++)
		failed = allow(ruleset, *files);
	return failed;
}

static int
list_files(int *ruleset, const char *const *files)
{
	*ruleset = abi() < 1 ? -1 : create();
	if (*ruleset < 0)
		return abi() < 1 ? 0 : -1;
	if (allow_all(*ruleset, files) == 0)
		return 0;
	close(*ruleset);
	return -1;
}

static int
restrict_files(int ruleset)
{
	return ruleset < 0 ? 0 : (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
}
#else
static long
abi(void)
{
	return -1;
}

static int
list_files(int *ruleset, const char *const *files)
{
	(void)files;
	*ruleset = -1;
	return 0;
}

static int
restrict_files(int ruleset)
{
	(void)ruleset;
	return 0;
}
#endif

/* No program that is run can gain rights again (both need that), and nobody but root can look into
 * a process that holds what may be confidential. */
static int
give_up_rights(void)
{
#ifdef HAVE_SYS_PRCTL_H
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return -1;
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
	return 0;
}

int
sandbox_prepare(int *sandbox, const char *const *files)
{
	return list_files(sandbox, files) || filter_prepare() ? -1 : 0;
}

int
sandbox_enter(int sandbox)
{
	if (give_up_rights() || restrict_files(sandbox))
		return -1;
	if (sandbox >= 0)
		close(sandbox);
	return filter_enter();
}

const char *
sandbox_lacks(void)
{
	bool files = abi() >= 1, calls = filter_works();

	if (!files && !calls)
		return N_(
		    "there is neither Landlock nor a filter of system calls here: only limits and "
		    "a process of its own keep a file that attacks its reader from doing harm");
	if (!files)
		return N_(
		    "there is no Landlock here: a file that attacks its reader could read other "
		    "files, but write none and reach nobody");
	if (!calls)
		return N_(
		    "there is no filter of system calls here: a file that attacks its reader could "
		    "begin processes and reach the network, but read no other files and write none");
	return NULL;
}
