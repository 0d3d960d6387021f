/* Checksums as sha256sum writes and checks them. */
#include <string.h>

#include "../batch/store.h"
#include "report.h"

/* The GNU way: a line whose name needs an escape begins with a backslash. */
static void
put_line(FILE *to, const char *hash, const char *name)
{
	fprintf(to, "%s%s  ", name[strcspn(name, "\\\n\r")] ? "\\" : "", hash);
	for (; *name; name++) {
		const char *escaped = strchr("\\\n\r", *name);

		if (escaped)
			fprintf(to, "\\%c", *name == '\\' ? '\\' : *name == '\n' ? 'n' : 'r');
		else
			putc(*name, to);
	}
	putc('\n', to);
}

static void
write_manifest(struct report *r, const char *name, sqlite3_stmt *s)
{
	FILE *to = file_begin(r, name);

	while (next_row(r, s))
		put_line(to, column(s, 0), column(s, 1));
	file_end(r, name, to);
}

void
write_manifests(struct report *r)
{
	write_manifest(r, "manifest-sha256.txt",
	    ask(r->ledger,
		"SELECT o.sha256, o.file"
		" FROM output o JOIN fate USING (path) WHERE outcome IN ('converted', 'warnings')"
		" ORDER BY o.file",
		""));
	write_manifest(r, "sources-sha256.txt",
	    ask(r->ledger,
		"SELECT sha256, source FROM fate"
		" WHERE sha256 IS NOT NULL ORDER BY source",
		""));
}
