/* jiyao merge: the ledgers of all shards of a batch become one, if nothing is missing or twice. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "merge.h"

struct request {
	const char *folder, *output;	/* --out, -o; both NULL: only the proof is wanted */
	char **files, **found;		/* the ledgers; found: those of the folder, to be freed */
	bool help;
};

static void
show_sums(const struct whole *w, const struct sums *s)
{
	tell(stdout,
	    "%zu shards, %ld in: %ld converted, %ld with warnings, %ld failed, %ld skipped\n",
	    w->count, s->in, s->converted, s->with_warnings, s->failed, s->skipped);
}

/* FILE: where the ledger is written; "": nowhere. */
static int
merge_into(const char *file, char **files)
{
	struct whole w = {0};
	struct sums sums;
	size_t count = 0;
	int status = store_open(&w.into, file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);

	if (status)
		return status;
	while (files[count])
		count++;
	w.parts = must(calloc(count, sizeof(*w.parts)));
	status = join(&w, files, &sums);
	if (!status)
		show_sums(&w, &sums);
	for (size_t k = 0; k < w.count; k++)
		free_part(&w.parts[k]);
	free(w.parts);
	store_close(w.into);
	return status;
}

/* An earlier merge can be replaced; the ledger of a batch cannot, since it may be all there is. */
static int
may_replace(const char *target)
{
	struct ledger *l;
	int64_t merged;
	int status;

	if (access(target, F_OK))
		return 0;
	if ((status = ledger_open_file(&l, target)))
		return status;
	status = ask_number(l, &merged, "SELECT shard GLOB 'all/*' FROM run WHERE id = ?", "i",
	    l->run);
	ledger_close(l);
	return status || merged ? status
				: complain(EX_CANTCREAT, target, "exists",
				    "it is the ledger of a batch, and is left as it is");
}

static int
cannot_put(const char *target)
{
	return complain(errno == EACCES || errno == EPERM ? EX_NOPERM : EX_CANTCREAT, target,
	    "output", "it cannot be created: %m");
}

static int
put_in_place(const char *temporary, const char *target)
{
	const char *slash = strrchr(target, '/');
	char *folder = slash ? must(strndup(target, (size_t)(slash + 1 - target)))
			     : must(strdup("."));
	int fd = open(temporary, O_RDONLY | O_CLOEXEC);
	int failed = fd < 0 || fsync(fd) || rename(temporary, target);

	if (fd >= 0)
		close(fd);
	fd = failed ? -1 : open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
	return failed ? cannot_put(target) : 0;
}

static int
merge_to(const char *target, char **files)
{
	struct lock *lock;
	char *temporary;
	int status = lock_take(&lock, target);

	if (status)
		return status;
	if (asprintf(&temporary, "%s.part", target) < 0)
		must(NULL);
	status = may_replace(target);
	if (!status) {
		unlink(temporary);	/* what a killed merge has left */
		status = merge_into(temporary, files);
		if (!status)
			status = put_in_place(temporary, target);
		if (status)
			unlink(temporary);
	}
	free(temporary);
	lock_release(lock);
	return status;
}

static int
is_of_shard(const struct dirent *entry)
{
	return fnmatch("jiyao-ledger-*-of-*.sqlite", entry->d_name, 0) == 0;
}

/* All ledgers of shards in the folder. */
static int
find_ledgers(struct request *r)
{
	struct dirent **entries;
	int count = scandir(r->folder, &entries, is_of_shard, versionsort);

	if (count < 0)
		return complain(EX_NOINPUT, r->folder, "no-input", "it cannot be read: %m");
	r->files = r->found = must(calloc((size_t)count + 1, sizeof(*r->found)));
	for (int i = 0; i < count; i++) {
		if (asprintf(&r->found[i], "%s/%s", r->folder, entries[i]->d_name) < 0)
			must(NULL);
		free(entries[i]);
	}
	free(entries);
	return count
	    ? 0
	    : complain(EX_NOINPUT, r->folder, "no-input", "there is no ledger of a shard in it");
}

static int
merge(struct request *r)
{
	const char *output = r->output;
	char *target = NULL;
	int status = *r->files ? 0 : find_ledgers(r);

	if (status)
		return status;
	if (r->folder && asprintf(&target, "%s/" LEDGER_FILE, r->folder) < 0)
		must(NULL);
	output = target ? target : output;
	status = output ? merge_to(output, r->files) : merge_into("", r->files);
	free(target);
	return status;
}

static int
complete(struct request *r)
{
	if (r->folder && r->output)
		return complain(EX_USAGE, NULL, "usage", "--out and -o cannot both be given");
	if (!*r->files && !r->folder)
		return complain(EX_USAGE, NULL, "usage",
		    "no ledger is named: see 'jiyao help merge'");
	return 0;
}

static int
parse(struct request *r, int argc, char **argv)
{
	enum { OUT = 256 };
	static const struct option options[] = {
		{"out", required_argument, NULL, OUT},
		{"output", required_argument, NULL, 'o'},
		{"messages", required_argument, NULL, 'm'},
		{"help", no_argument, NULL, 'h'},
		{0}
	};
	int option, status = 0;

	opterr = 0;
	while (!status && (option = getopt_long(argc, argv, ":o:h", options, NULL)) != -1) {
		if (option == OUT)
			r->folder = optarg;
		else if (option == 'o')
			r->output = optarg;
		else if (option == 'h')
			r->help = true;
		else if (option != 'm' || messages_style(optarg))
			status = complain(EX_USAGE, NULL, "usage",
			    "%s is not understood: see 'jiyao help merge'", argv[optind - 1]);
	}
	r->files = argv + optind;
	return status || r->help ? status : complete(r);
}

int
command_merge(int argc, char **argv)
{
	struct request r = {0};
	int status = parse(&r, argc, argv);

	if (!status)
		status = r.help ? show_usage("merge") : merge(&r);
	for (char **file = r.found; file && *file; file++)
		free(*file);
	free(r.found);
	return status;
}
