/* What a child says of itself that was taken over by what it read, and what the ledger makes of it. */
#include <stdlib.h>
#include <string.h>

#include "../../cli/batch/inside.h"
#include "../../cli/batch/ledger.h"
#include "fuzz.h"

static void
begin(void)
{
	messages_to(fuzz_hear, NULL);
}

static struct ledger *
begun(void)
{
	static const struct listed a = {.path = "a.txt", .source = "a.txt", .size = 1, .mtime = 1};
	const char *path, *source;
	struct ledger *l;

	fuzz_must(ledger_open(&l, NULL, NULL, LEDGER_WRITES) == 0, "a ledger is made");
	fuzz_must(ledger_begin(l, "0", "-t json", "recipe") == 0, "a run begins");
	ledger_saw(l, a.path);
	fuzz_must(ledger_list(l, &a) == 0 && ledger_plan(l, RETRY_NONE, "/nowhere") == 0
		&& ledger_next(l, &path, &source) == 0 && source,
	    "there is something to do");
	return l;
}

/* The first byte is how the process ended; the rest is its record. */
static void
run(struct jy_bytes in)
{
	static struct ledger *ledger;
	char *name = NULL;
	struct child child = {.seconds = 1, .mebibytes = 1};
	struct rusage usage = {0};
	struct ending end;

	if (!in.size)
		return;
	if (!ledger)
		ledger = begun();
	child.len = child.room = in.size - 1;
	child.text = must(calloc(1, in.size));
	memcpy(child.text, in.at + 1, in.size - 1);
	end = ending_of(&child, *in.at & 0x80 ? *in.at & 0x7f : (*in.at & 0x7f) << 8, &usage);
	end.record = child.text;
	fuzz_must(!end.status == !end.reason, "a failure has its reason");
	if (end.status || ledger_believes(&end, 0))
		fuzz_must(ledger_put(ledger, "a.txt", &name, &end) == 0, "a result is kept");
	free(child.text);
}

const struct fuzz_target fuzz_record = {.name = "record", .begin = begin, .run = run};
