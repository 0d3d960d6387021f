/* Whoever can change a plugin can run what he likes as whoever loads it: only root and that user may. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#include "host.h"

/* Does a list name more users or groups than the mode knows?  What they may do at the most, the mode has
 * as the group's. */
static bool
has_list(const char *path)
{
#ifdef __linux__
	return getxattr(path, "system.posix_acl_access", NULL, 0) > 0;
#else
	(void)path;
	return false;
#endif
}

/* People who build with umask 002 do so because their group is theirs alone. */
static bool
others_write(const char *path, const struct stat *about)
{
	return about->st_mode & S_IWOTH
	    || (about->st_mode & S_IWGRP && (about->st_gid != getegid() || has_list(path)));
}

const struct said *
trust_refusal(struct arena *a, const char *path, const struct stat *about)
{
	if (about->st_uid != 0 && about->st_uid != geteuid())
		return said(a, NULL,
		    "it belongs to another user (number %u), who could change it: "
		    "chown root %s, or make a copy of your own",
		    (unsigned)about->st_uid, path);
	if (others_write(path, about))
		return said(a, NULL, "others can write to it: chmod go-w %s", path);
	return NULL;
}

/* Who can write to a folder on the way can put another one in this one's place, but for those with the
 * sticky bit, as /tmp.  PATH is without links, and cut. */
static const struct said *
way_refusal(struct arena *a, char *path)
{
	struct stat about;

	for (char *slash; (slash = strrchr(path, '/'));) {
		slash[slash == path] = '\0';
		if (stat(path, &about) == 0 && !(about.st_mode & S_ISVTX)
		    && others_write(path, &about))
			return said(a, NULL, "others can put another in its place: chmod go-w %s",
			    path);
		if (slash == path)
			break;
	}
	return NULL;
}

const struct said *
folder_refusal(struct arena *a, const char *folder)
{
	const struct said *reason = NULL;
	struct stat about;
	char *real;

	if (stat(folder, &about))
		return errno == ENOENT ? NULL : said(a, NULL, "this folder cannot be read: %m");
	if (S_ISDIR(about.st_mode))
		reason = trust_refusal(a, folder, &about);
	/* Who could put another in the place of the installed one could so replace this library, too; and
	 * /usr/local is often a group's. */
	real = reason || strcmp(folder, PLUGINDIR) == 0 ? NULL : realpath(folder, NULL);
	if (real)
		reason = way_refusal(a, real);
	free(real);
	return reason;
}
