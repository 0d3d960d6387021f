/* Whoever can change a plugin can run what he likes as whoever loads it: only root and that user may. */
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"

/* People who build with umask 002 do so because their group is theirs alone. */
static bool
others_write(const struct stat *about)
{
	return about->st_mode & S_IWOTH || (about->st_mode & S_IWGRP && about->st_gid != getegid());
}

const struct said *
trust_refusal(struct arena *a, const char *path, const struct stat *about)
{
	if (about->st_uid != 0 && about->st_uid != geteuid())
		return said(a, NULL,
		    "it belongs to another user (number %u), who could change it: "
		    "chown root %s, or make a copy of your own",
		    (unsigned)about->st_uid, path);
	if (others_write(about))
		return said(a, NULL, "others can write to it: chmod go-w %s", path);
	return NULL;
}

const struct said *
folder_refusal(struct arena *a, const char *folder)
{
	struct stat about;

	if (stat(folder, &about) == 0)
		return S_ISDIR(about.st_mode) ? trust_refusal(a, folder, &about) : NULL;
	return errno == ENOENT ? NULL : said(a, NULL, "this folder cannot be read: %m");
}
