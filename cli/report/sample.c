/*
 * A sample for checking by hand.  Seed and path decide, by a hash, in which order files would be
 * drawn; the first of that order are the sample.  So it is the same on every machine, never
 * smaller than the share that is asked for, and when files are added most of those drawn before
 * stay drawn.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../batch/store.h"
#include "report.h"

#define DRAWN "SELECT path, source, title, number, date FROM drawn JOIN fate USING (path)" \
    " LEFT JOIN document USING (path) ORDER BY path"

static const char *
seed_of(const struct report *r)
{
	return r->seed ? r->seed : "1";
}

static void
draw_sample(struct report *r)
{
	/* The share in hundredths of a percent, so that no rounding of a machine decides. */
	int64_t share = (int64_t)(strtod(r->share, NULL) * 100 + .5);
	int status;

	run_statements(r, "CREATE TEMP TABLE drawn (path TEXT PRIMARY KEY) WITHOUT ROWID");
	status = r->status
	    ? r->status
	    : perform(r->ledger,
		"INSERT INTO drawn SELECT path"
		" FROM fate WHERE outcome IN ('converted', 'warnings') ORDER BY draw(?1, path), path"
		" LIMIT (SELECT max(1, (count(*) * ?2 + 9999) / 10000) FROM fate"
		" WHERE outcome IN ('converted', 'warnings'))",
		"ti", seed_of(r), share);
	r->status = status;
}

/* A sheet may have been filled in since it was drawn: that is hours of work, and not ours. */
static void
write_sheet(struct report *r)
{
	sqlite3_stmt *s = ask(r->ledger, DRAWN, "");
	FILE *to = csv_begin(r, "sample.csv",
	    "path,source,title,number,date,complete 完整,"
	    "people 人员,items 议题,remarks 备注,checked by 检查人");

	while (next_row(r, s)) {
		for (int i = 0; i < 9; i++)
			csv_put(to, i < 5 ? column(s, i) : "");
		csv_end(to, "");
	}
	file_end_new(r, "sample.csv", to);
}

static void
put_drawn(struct page *p, sqlite3_stmt *s, long turn)
{
	fprintf(p->to, "<tr><td class=\"n\">%ld</td><td class=\"name\">", turn);
	html_source(p, column(s, 1));
	html_outputs(p, column(s, 0));
	for (int i = 2; i < 5; i++) {
		fputs(i == 2 ? "</td><td>" : "</td><td class=\"keep\">", p->to);
		html_text(p->to, column(s, i));
	}
	fputs("</td><td class=\"tick\"></td><td class=\"tick\"></td><td class=\"tick\"></td>"
	      "<td class=\"name\"></td></tr>\n",
	    p->to);
}

static void
put_how(struct page *p)
{
	sqlite3_stmt *s = ask(p->report->ledger,
	    "SELECT (SELECT count(*) FROM drawn), count(*)"
	    " FROM fate WHERE outcome IN ('converted', 'warnings')",
	    "");

	fputs("<p>", p->to);
	html_say(p, W_SAMPLE_HOW);
	fputs(" ", p->to);
	html_text(p->to, p->report->share);
	fputs(strchr(p->report->share, '%') ? " · " : "% · ", p->to);
	html_text(p->to, seed_of(p->report));
	while (next_row(p->report, s)) {
		fputs(" · ", p->to);
		html_count(p, sqlite3_column_int64(s, 0));
		fputs(" / ", p->to);
		html_count(p, sqlite3_column_int64(s, 1));
	}
	fputs("</p>\n", p->to);
	html_paragraph(p, W_SAMPLE_DO);
}

static void
put_signature(struct page *p)
{
	fputs("<p>", p->to);
	html_say(p, W_CHECKED_BY);
	fputs(" ________________ ", p->to);
	html_say(p, W_SIGNED);
	fputs(" ________________</p>\n", p->to);
}

static void
write_sample_page(struct report *r, enum language language)
{
	static const enum word columns[] = {W_TURN, W_SOURCE, W_HEADING, W_NUMBER, W_DATE,
	    W_COMPLETE, W_PEOPLE_RIGHT, W_ITEMS_RIGHT, W_REMARKS, W_NONE};
	sqlite3_stmt *s;
	struct page p;
	long turn = 0;

	page_begin(&p, r, "sample", language);
	html_head(&p, W_SAMPLE, "sample");
	put_how(&p);
	html_columns(&p, columns);
	for (s = ask(r->ledger, DRAWN, ""); next_row(r, s);)
		put_drawn(&p, s, ++turn);
	fputs("</tbody></table></div>\n", p.to);
	put_signature(&p);
	html_foot(&p);
	page_end(&p, "sample");
}

void
write_sample(struct report *r)
{
	draw_sample(r);
	write_sheet(r);
	for (enum language l = ENGLISH; l < LANGUAGES; l++)
		write_sample_page(r, l);
}
