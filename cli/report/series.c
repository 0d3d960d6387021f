/* What only shows across documents: the rules are in series.sql, here is what they found. */
#include <string.h>

#include "../batch/store.h"
#include "report.h"

static const char rules[] =
#include "series.inc"
    ;

enum { FINDINGS = 500 };	/* on the page */

/* Findings in their order, numbered; a row a place. */
#define PLACES "SELECT f, rule, series, subject, path, page, line, value FROM (SELECT *," \
    " dense_rank() OVER (ORDER BY rule, series, rank, subject) AS f FROM hint)"

static enum word
word_of(const char *rule)
{
	static const struct rule { const char *name; enum word word; } names[] = {
		{"session-twice", W_SESSION_TWICE}, {"session-missing", W_SESSION_MISSING},
		{"number-twice", W_NUMBER_TWICE}, {"number-missing", W_NUMBER_MISSING},
		{"date-order", W_DATE_ORDER}, {"person", W_PERSON}, {"variant", W_VARIANT},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i].name, rule) == 0)
			return names[i].word;
	return W_NONE;
}

void
find_series(struct report *r)
{
	run_statements(r, rules);
}

void
write_series(struct report *r)
{
	sqlite3_stmt *s = ask(r->ledger, PLACES " ORDER BY f, path, page, line, value", "");
	FILE *to = csv_begin(r, "series.csv",
	    "finding,rule,问题,series,subject,path,page,line,value");

	while (next_row(r, s)) {
		csv_put(to, column(s, 0));
		csv_put(to, column(s, 1));
		csv_put(to, word(CHINESE, word_of(column(s, 1))));
		for (int i = 2; i < 7; i++)
			csv_put(to, column(s, i));
		csv_end(to, column(s, 7));
	}
	file_end(r, "series.csv", to);
}

static void
begin_finding(struct page *p, sqlite3_stmt *s)
{
	fputs("<tr><th scope=\"row\">", p->to);
	html_say(p, word_of(column(s, 1)));
	fputs("</th><td>", p->to);
	html_text(p->to, column(s, 3));
	fputs("<br><small>", p->to);
	html_text(p->to, column(s, 2));
	fputs("</small></td><td class=\"say\">", p->to);
}

static void
put_place(struct page *p, sqlite3_stmt *s)
{
	html_source(p, column(s, 8));
	if (!is_null(s, 5)) {
		fputs(" <small>", p->to);
		html_say(p, W_PAGE);
		fprintf(p->to, " %s", column(s, 5));
		if (!is_null(s, 6)) {
			fputs(p->language == CHINESE ? "，" : ", ", p->to);
			html_say(p, W_LINE);
			fprintf(p->to, " %s", column(s, 6));
		}
		fputs("</small>", p->to);
	}
	if (*column(s, 7))
		fputs(p->language == CHINESE ? "：" : ": ", p->to);
	html_text(p->to, column(s, 7));
	fputs("<br>", p->to);
}

static void
put_findings(struct page *p, sqlite3_stmt *s)
{
	static const enum word columns[] = {W_RULE, W_WHAT, W_PLACES, W_NONE};
	long finding = 0;

	while (next_row(p->report, s)) {
		if (!finding)
			html_columns(p, columns);
		if (finding != sqlite3_column_int64(s, 0)) {
			fputs(finding ? "</td></tr>\n" : "", p->to);
			begin_finding(p, s);
			finding = sqlite3_column_int64(s, 0);
		}
		put_place(p, s);
	}
	if (finding)
		fputs("</td></tr>\n</tbody></table></div>\n", p->to);
	else
		html_paragraph(p, W_NO_SERIES);
}

static void
put_rest(struct page *p)
{
	int64_t count;

	if (ask_number(p->report->ledger, &count,
		"SELECT max(f) FROM (SELECT dense_rank() OVER"
		" (ORDER BY rule, series, rank, subject) AS f FROM hint)",
		"")
		== 0
	    && count > FINDINGS)
		html_more(p, count - FINDINGS, "series.csv");
}

void
put_series(struct page *p)
{
	html_heading(p, "series", W_SERIES);
	html_paragraph(p, W_SERIES_DO);
	put_findings(p,
	    ask(p->report->ledger,
		"SELECT p.*, source FROM (" PLACES ") p"
		" JOIN fate USING (path) WHERE f <= ? ORDER BY f, path, page, line, value",
		"i", (int64_t)FINDINGS));
	put_rest(p);
}
