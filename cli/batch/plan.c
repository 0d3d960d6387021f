/* The plan of a run: what an earlier one has done, and can be left as it is. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "inside.h"
#include "store.h"

/* An earlier result of the same size and recipe. */
struct candidate {
	char *path, *source, *sha256;
	int64_t mtime, then;		/* of the input, now and when it was converted */
};

static void
drop(struct candidate *c)
{
	free(c->path);
	free(c->source);
	free(c->sha256);
	*c = (struct candidate){0};
}

/*
 * The next candidate after the one in *C; its path is NULL after the last.
 *
 * Failures that tell of the surroundings and not of the file are no results to keep: it was not there,
 * or might not be read, a library's data were missing, the disk was full.  What cures them changes
 * neither size nor time.
 */
static int
next_candidate(struct ledger *l, enum retry retry, struct candidate *c)
{
	bool row;
	sqlite3_stmt *s = ask(l,
	    "SELECT path, source, sha256, input.mtime, result.mtime"
	    " FROM input JOIN result USING (path)"
	    " WHERE input.run = ?1 AND plan = 'todo' AND path > ?2 AND result.recipe = ?3"
	    " AND input.size = result.size AND CASE outcome"
	    " WHEN 'failed' THEN status NOT IN (66, 69, 73, 74, 77) AND CASE ?4"
	    "  WHEN 'none' THEN 1"
	    "  WHEN 'timeout' THEN reason NOT IN ('timeout', 'memory', 'killed') ELSE 0 END"
	    " WHEN 'skipped' THEN 0 ELSE ?4 <> 'all' END ORDER BY path LIMIT 1",
	    "ittt", l->run, c->path ? c->path : "", l->recipe,
	    retry == RETRY_NONE          ? "none"
		: retry == RETRY_FAILED  ? "failed"
		: retry == RETRY_TIMEOUT ? "timeout"
					 : "all");
	int status = step(l, s, &row);

	drop(c);
	if (status || !row)
		return status;
	*c = (struct candidate){column_copy(s, 0), column_copy(s, 1), column_copy(s, 2),
	    sqlite3_column_int64(s, 3), sqlite3_column_int64(s, 4)};
	sqlite3_reset(s);
	return 0;
}

/* Copies often have another time than what they are copies of.  Reading one costs little against
 * converting it. */
static bool
is_same_content(const struct candidate *c)
{
	struct digest digest;
	int fd = c->sha256 ? open(c->source, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) : -1;
	struct stat st;
	bool same;

	if (fd < 0)
		return false;
	same = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && digest_of_file(fd, &digest)
	    && strcmp(digest.hex, c->sha256) == 0;
	close(fd);
	return same;
}

static int
look_for_outputs(struct ledger *l, int folder, const char *path, bool *there)
{
	bool row = true;
	struct stat st;
	sqlite3_stmt *s = ask(l, "SELECT file, size FROM output WHERE path = ?", "t", path);
	int status;

	*there = true;
	while (!(status = step(l, s, &row)) && row)
		if (fstatat(folder, (const char *)sqlite3_column_text(s, 0), &st,
			AT_SYMLINK_NOFOLLOW)
		    || !S_ISREG(st.st_mode) || st.st_size != sqlite3_column_int64(s, 1))
			*there = false;
	return status;
}

/* A time is only compared for equality: clocks are set back. */
static int
weigh(struct ledger *l, int folder, const struct candidate *c)
{
	bool there;
	int status = look_for_outputs(l, folder, c->path, &there);

	if (status || !there || (c->mtime != c->then && !is_same_content(c)))
		return status;
	if (c->mtime != c->then)
		status = perform(l, "UPDATE result SET mtime = ? WHERE path = ?", "it", c->mtime,
		    c->path);
	return status ? status
		      : perform(l, "UPDATE input SET plan = 'done' WHERE path = ?", "t", c->path);
}

static int
keep_unchanged(struct ledger *l, enum retry retry, int folder)
{
	struct candidate c = {0};
	int status;

	do
		status = next_candidate(l, retry, &c);
	while (!status && c.path && !(status = weigh(l, folder, &c)));
	drop(&c);
	return status;
}

/* Before an output is replaced, its record goes: else a kill between the two would leave a record of
 * a file that is not there any more.  So this must outlive a power cut, too. */
static int
forget_others(struct ledger *l)
{
	int status = perform(l,
	    "DELETE FROM result WHERE path IN"
	    " (SELECT path FROM input WHERE run = ? AND plan = 'todo')",
	    "i", l->run);
	char fingerprint[17];

	snprintf(fingerprint, sizeof(fingerprint), "%016" PRIx64, l->fingerprint);
	return status || !l->seen ? status
				  : perform(l,
				      "UPDATE run SET seen = ?, again = ?,"
				      " fingerprint = ? WHERE id = ?",
				      "iiti", l->seen, l->again, fingerprint, l->run);
}

static int
plan(struct ledger *l, enum retry retry, int folder)
{
	int status = perform(l, "BEGIN IMMEDIATE", "");

	if (status)
		return status;
	status = keep_unchanged(l, retry, folder);
	return settle(l, status ? status : forget_others(l));
}

int
ledger_plan(struct ledger *l, enum retry retry, const char *folder)
{
	int status = l->pieces ? settle(l, 0) : 0;
	int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : AT_FDCWD;

	l->pieces = 0;
	if (fd == -1 && errno != ENOENT)	/* a rehearsal makes no folder: no output is there */
		return complain(EX_CANTCREAT, folder, "output", "the folder cannot be read: %m");
	if (!status)
		status = perform(l, "PRAGMA synchronous = FULL", "");
	if (!status)
		status = plan(l, retry, fd);
	if (!status)
		status = perform(l, "PRAGMA synchronous = NORMAL", "");
	if (folder && fd != -1)
		close(fd);
	return status;
}
