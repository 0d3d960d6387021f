/* The ledgers of shards, joined: what they hold of their last runs becomes one run of all. */
#include <stdlib.h>
#include <string.h>

#include "merge.h"

/* Whatever has the path of an input of the last run. */
static const char *const tables[] = {"output", "message", "doubt", "document", "person"};

static int
copy_table(struct whole *w, const struct part *p, const char *table)
{
	char *sql;
	int failed;

	if (asprintf(&sql,
		"INSERT OR IGNORE INTO main.%s SELECT one.* FROM part.%s AS one JOIN"
		" part.input USING (path) WHERE input.run = %lld",
		table, table, (long long)p->run)
	    < 0)
		must(NULL);
	failed = sqlite3_exec(w->into->db, sql, NULL, NULL, NULL);
	free(sql);
	return failed ? store_failed(w->into) : 0;
}

/* BASE: what is added to the numbers of its runs. */
static int
copy_part(struct whole *w, const struct part *p, int64_t base)
{
	struct ledger *l = w->into;
	int status = perform(l,
	    "INSERT INTO run SELECT id + ?, began, ended, state, version,"
	    " recipe, options, shard, seen, again, fingerprint FROM part.run",
	    "i", base);

	if (!status)
		status = perform(l,
		    "INSERT OR IGNORE INTO main.input SELECT path, source, size,"
		    " mtime, ?, plan FROM part.input WHERE run = ?",
		    "ii", base + p->run, p->run);
	if (!status)
		status = perform(l,
		    "INSERT OR IGNORE INTO main.result SELECT path, one.run + ?,"
		    " recipe, one.size, one.mtime, sha256, outcome, status, reason, sentence, reader,"
		    " pages, seconds, processor, memory FROM part.result AS one JOIN part.input"
		    " USING (path) WHERE input.run = ?",
		    "ii", base, p->run);
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables) && !status; i++)
		status = copy_table(w, p, tables[i]);
	return status;
}

static int
join_part(struct whole *w, const struct part *p)
{
	int64_t base;
	int status = ask_number(w->into, &base, "SELECT max(id) FROM main.run", "");

	if (!status)
		status = perform(w->into, "ATTACH ? AS part", "t", p->file);
	if (status)
		return status;
	status = perform(w->into, "BEGIN IMMEDIATE", "");
	if (!status) {
		status = prove_paths(w, p);
		status = settle(w->into, status ? status : copy_part(w, p, base));
	}
	return status ? status : perform(w->into, "DETACH part", "");
}

static const char *
least(const char *a, const char *b)
{
	return !a || (b && strcmp(b, a) < 0) ? b : a;
}

static const char *
most(const char *a, const char *b)
{
	return !a || (b && strcmp(b, a) > 0) ? b : a;
}

/* The run that all inputs are of. */
static int
crown(struct whole *w)
{
	const struct part *first = w->parts;
	const char *began = NULL, *ended = NULL;
	int64_t again = 0;
	int status;

	for (const struct part *p = first; p < first + w->count; p++) {
		began = least(began, p->began);
		ended = most(ended, p->ended);
		again += p->again;
	}
	status = perform(w->into,
	    "INSERT INTO run (began, ended, state, version, recipe, options,"
	    " shard, seen, again, fingerprint)"
	    " VALUES (?, ?, 'done', ?, ?, ?, 'all/' || ?, nullif(?, -1), ?, ?)",
	    "tttttiiit", began, ended, first->version, first->recipe, first->options,
	    (int64_t)first->shard.count, first->seen, again, first->fingerprint);
	return status ? status
		      : perform(w->into, "UPDATE input SET run = ?", "i",
			  sqlite3_last_insert_rowid(w->into->db));
}

int
join(struct whole *w, char **files, struct sums *sums)
{
	int status = 0;

	for (; *files && !status; files++)
		status = read_part(w, *files);
	for (size_t k = 0; k < w->count && !status; k++)
		status = join_part(w, &w->parts[k]);
	if (!status)
		status = prove_whole(w, sums);
	if (!status && w->faults)
		status = EX_DATAERR;
	return status ? status : crown(w);
}
