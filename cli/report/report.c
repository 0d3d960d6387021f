/* jiyao report: reads the ledger of a batch and writes what people want to know of it. */
#include <getopt.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../batch/store.h"
#include "report.h"

static const char tables[] =
#include "report.inc"
    ;

bool
next_row(struct report *r, sqlite3_stmt *s)
{
	bool row;
	int status = step(r->ledger, s, &row);

	if (status && !r->status)
		r->status = status;
	return row;
}

void
run_statements(struct report *r, const char *sql)
{
	if (!r->status && sqlite3_exec(r->ledger->db, sql, NULL, NULL, NULL))
		r->status = store_failed(r->ledger);
}

const char *
column(sqlite3_stmt *s, int index)
{
	const unsigned char *text = sqlite3_column_text(s, index);

	return text ? (const char *)text : "";
}

bool
is_null(sqlite3_stmt *s, int index)
{
	return sqlite3_column_type(s, index) == SQLITE_NULL;
}

/* The way from one folder to another, both without links and dots: "../../old/". */
static char *
way_between(const char *from, const char *to)
{
	size_t same = 0, size;
	char *way = NULL;
	FILE *out = must(open_memstream(&way, &size));

	for (size_t i = 0;; i++) {
		if ((!from[i] || from[i] == '/') && (!to[i] || to[i] == '/'))
			same = i;
		if (!from[i] || from[i] != to[i])
			break;
	}
	for (const char *s = from + same; *s; s++)
		if (*s == '/' && s[1])
			fputs("../", out);
	if (to[same] && to[same + 1])
		fprintf(out, "%s/", to + same + 1);
	if (fclose(out))
		must(NULL);
	return way;
}

static int
find_way(struct report *r)
{
	const char *sources = r->sources ? r->sources : ".";
	char *from = realpath(r->folder, NULL), *to = realpath(sources, NULL);
	int status = 0;

	if (!from || !to)
		status = complain(EX_NOINPUT, from ? sources : r->folder, "no-input",
		    "there is no such folder");
	else
		r->way = way_between(from, to);
	free(from);
	free(to);
	return status;
}

static void
write_report(struct report *r)
{
	run_statements(r, "BEGIN");	/* all tells of one moment, though a batch may run */
	run_statements(r, tables);
	if (r->series)
		find_series(r);
	write_catalogues(r);
	write_manifests(r);
	if (r->series)
		write_series(r);
	for (enum language l = ENGLISH; l < LANGUAGES; l++)
		write_page(r, l);
	if (r->share)
		write_sample(r);
}

static char *
file_in(const char *folder, const char *name)
{
	char *file;

	if (asprintf(&file, "%s/%s", folder, name) < 0)
		must(NULL);
	return file;
}

/* A report on one shard of many would look like one on all. */
static int
open_ledger(struct report *r)
{
	char *file = file_in(r->folder, LEDGER_FILE);
	char *shards = file_in(r->folder, "jiyao-ledger-*-of-*.sqlite");
	glob_t found = {0};
	bool only_shards = access(file, F_OK) && glob(shards, 0, NULL, &found) == 0;

	globfree(&found);
	free(shards);
	free(file);
	if (only_shards)
		return complain(EX_NOINPUT, r->folder, "not-merged",
		    "the ledgers of its shards are to be joined first, by 'jiyao merge --out=%s'",
		    r->folder);
	return ledger_open(&r->ledger, r->folder, NULL, LEDGER_READS);
}

/* One at a time, since all of them write the same files. */
static int
report(struct report *r)
{
	struct lock *lock = NULL;
	char *file;
	int status;

	if ((status = find_way(r)) || (status = open_ledger(r)))
		return status;
	file = file_in(r->folder, "report");
	r->status = lock_take(&lock, file);
	free(file);
	if (!r->status) {
		add_functions(r);
		write_report(r);
		lock_release(lock);
	}
	ledger_close(r->ledger);
	return r->status;
}

enum { SAMPLE = 256, SEED, SERIES, SOURCES, MESSAGES };

static int
take_share(struct report *r)
{
	char *end;
	double percent = strtod(optarg, &end);

	if (*end == '%')
		end++;
	r->share = optarg;
	if (end == optarg || *end || !(percent > 0 && percent <= 100))
		return complain(EX_USAGE, NULL, "usage", "--sample wants a share like 20%%");
	return 0;
}

static int
take(struct report *r, int option, char **argv)
{
	switch (option) {
	case SAMPLE: return take_share(r);
	case SEED: r->seed = optarg; return 0;
	case SERIES: r->series = true; return 0;
	case SOURCES: r->sources = optarg; return 0;
	case 'h': r->help = true; return 0;
	case MESSAGES:
		return messages_style(optarg)
		    ? complain(EX_USAGE, NULL, "usage", "--messages cannot be %s", optarg)
		    : 0;
	default:
		return complain(EX_USAGE, NULL, "usage",
		    option == ':' ? N_("%s wants a value")
				  : N_("%s is not understood: see 'jiyao help report'"),
		    argv[optind - 1]);
	}
}

static int
parse(struct report *r, int argc, char **argv)
{
	static const struct option options[] = {
		{"sample", required_argument, NULL, SAMPLE},
		{"seed", required_argument, NULL, SEED},
		{"series", no_argument, NULL, SERIES},
		{"sources", required_argument, NULL, SOURCES},
		{"messages", required_argument, NULL, MESSAGES},
		{"help", no_argument, NULL, 'h'},
		{0}
	};
	int option, status = 0;

	opterr = 0;
	while (!status && (option = getopt_long(argc, argv, ":h", options, NULL)) != -1)
		status = take(r, option, argv);
	if (status || r->help)
		return status;
	if (argc - optind != 1)
		return complain(EX_USAGE, NULL, "usage",
		    "one folder is wanted, that of a batch's outputs: see 'jiyao help report'");
	if (r->seed && !r->share)
		return complain(EX_USAGE, NULL, "usage", "--seed is of no use without --sample");
	r->folder = argv[optind];
	return 0;
}

int
command_report(int argc, char **argv)
{
	struct report r = {.seed = NULL};
	int status = parse(&r, argc, argv);

	if (!status)
		status = r.help ? show_usage("report") : report(&r);
	free(r.way);
	return status;
}
