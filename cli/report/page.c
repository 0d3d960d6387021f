/* report.html: the run, its sums, what to do next, the doubts, what else there is. */
#include <string.h>

#include "../batch/store.h"
#include "report.h"

static const struct outcome { const char *name; enum word word; } outcomes[] = {
	{"in", W_IN}, {"converted", W_CONVERTED}, {"warnings", W_WARNINGS}, {"failed", W_FAILED},
	{"skipped", W_SKIPPED}, {"todo", W_TODO},
};

static void
put_members(struct page *p)
{
	const struct member { const char *id; enum word word; bool shown; } members[] = {
		{"sums", W_SUMS, true}, {"actions", W_ACTIONS, true},
		{"exceptions", W_EXCEPTIONS, true}, {"checks", W_DOUBTS, true},
		{"plots", W_PLOTS, true}, {"series", W_SERIES, p->report->series},
		{"also", W_ALSO, true},
	};

	fprintf(p->to, "<nav aria-label=\"%s\"><ul>\n", word(p->language, W_MEMBERS));
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		if (!members[i].shown)
			continue;
		fprintf(p->to, "<li><a href=\"#%s\">", members[i].id);
		html_say(p, members[i].word);
		fputs("</a></li>\n", p->to);
	}
	fputs("</ul></nav>\n", p->to);
}

static void
put_fact(struct page *p, enum word name, const char *value)
{
	if (!*value)
		return;
	fputs("<tr><th scope=\"row\">", p->to);
	html_say(p, name);
	fputs("</th><td>", p->to);
	html_text(p->to, value);
	fputs("</td></tr>\n", p->to);
}

static const char *
state(const struct page *p, const char *code)
{
	return word(p->language,
	    strcmp(code, "done") == 0          ? W_DONE
		: strcmp(code, "stopped") == 0 ? W_STOPPED
					       : W_RUNNING);
}

static void
put_run(struct page *p)
{
	sqlite3_stmt *s = ask(p->report->ledger,
	    "SELECT began, ended, state, version, options,"
	    " shard FROM run WHERE id = (SELECT max(id) FROM run)",
	    "");

	while (next_row(p->report, s)) {
		if (strcmp(column(s, 2), "done") != 0) {
			fputs("<p class=\"alarm\">", p->to);
			html_say(p, W_UNFINISHED);
			fputs("</p>\n", p->to);
		}
		fputs("<div class=\"wide\"><table><tbody>\n", p->to);
		put_fact(p, W_STATE, state(p, column(s, 2)));
		put_fact(p, W_BEGAN, column(s, 0));
		put_fact(p, W_ENDED, column(s, 1));
		put_fact(p, W_OPTIONS, column(s, 4));
		put_fact(p, W_SHARD, column(s, 5));
		put_fact(p, W_VERSION, column(s, 3));
		fputs("</tbody></table></div>\n", p->to);
	}
}

/* In = converted + with warnings + failed + skipped: as a sum that the reader can add up. */
static void
put_sum(struct page *p, int outcome, long count)
{
	static const char *const signs[] = {"", "<small>=</small> ", "<small>+</small> "};

	fprintf(p->to, "<li class=\"%s\"><b>%s", outcomes[outcome].name,
	    signs[outcome < 2 ? outcome : 2]);
	html_count(p, count);
	fputs("</b>", p->to);
	html_say(p, outcomes[outcome].word);
	fputs("</li>\n", p->to);
}

static void
put_earlier(struct page *p, long count)
{
	if (!count)
		return;
	fputs("<p class=\"faint\">", p->to);
	html_count(p, count);
	fputs(" ", p->to);
	html_say(p, W_EARLIER);
	fputs("</p>\n", p->to);
}

static void
put_sums(struct page *p)
{
	sqlite3_stmt *s = ask(p->report->ledger,
	    "SELECT count(*),"
	    " count(*) FILTER (WHERE outcome = 'converted'),"
	    " count(*) FILTER (WHERE outcome = 'warnings'),"
	    " count(*) FILTER (WHERE outcome = 'failed'),"
	    " count(*) FILTER (WHERE outcome = 'skipped'),"
	    " count(*) FILTER (WHERE outcome = 'todo'), sum(earlier) FROM fate",
	    "");

	html_heading(p, "sums", W_SUMS);
	while (next_row(p->report, s)) {
		fputs("<ul class=\"sums\">\n", p->to);
		for (int i = 0; i < 6; i++)
			if (i < 5 || sqlite3_column_int64(s, i) > 0)
				put_sum(p, i, sqlite3_column_int64(s, i));
		fputs("</ul>\n", p->to);
		put_earlier(p, sqlite3_column_int64(s, 6));
		if (sqlite3_column_int64(s, 0) == 0)
			html_paragraph(p, W_EMPTY);
	}
}

static const char *
severity(const struct page *p, const char *code)
{
	return word(p->language,
	    strcmp(code, "error") == 0         ? W_ERROR
		: strcmp(code, "warning") == 0 ? W_WARNING
					       : W_NOTE);
}

static void
put_doubt(struct page *p, sqlite3_stmt *s)
{
	fputs("<tr><td>", p->to);
	html_code(p, column(s, 0));
	fputs("</td><td>", p->to);
	html_text(p->to, severity(p, column(s, 1)));
	fputs("</td><td class=\"n\">", p->to);
	html_count(p, sqlite3_column_int64(s, 2));
	fputs("</td><td class=\"n\">", p->to);
	html_count(p, sqlite3_column_int64(s, 3));
	fputs("</td><td class=\"say\">", p->to);
	html_source(p, column(s, 4));
	fputs("<br>", p->to);
	html_text(p->to, column(s, 5));
	fputs("</td></tr>\n", p->to);
}

/* min(path) chooses the row that the other columns are of: so SQLite does it. */
static void
put_doubts(struct page *p)
{
	static const enum word columns[] = {W_CHECK, W_SEVERITY, W_FILES, W_TIMES, W_EXAMPLE,
	    W_NONE};
	sqlite3_stmt *s = ask(p->report->ledger,
	    "SELECT code, severity, count(DISTINCT path),"
	    " count(*), source, text, min(path || printf('%09d', place))"
	    " FROM doubt JOIN fate USING (path)"
	    " WHERE outcome IN ('converted', 'warnings')"
	    " GROUP BY severity, code ORDER BY CASE severity WHEN 'error' THEN 0"
	    " WHEN 'warning' THEN 1 ELSE 2 END, 3 DESC, code",
	    "");
	bool begun = false;

	html_heading(p, "checks", W_DOUBTS);
	while (next_row(p->report, s)) {
		if (!begun) {
			html_paragraph(p, W_DOUBTS_DO);
			html_columns(p, columns);
			begun = true;
		}
		put_doubt(p, s);
	}
	if (begun)
		fputs("</tbody></table></div>\n", p->to);
	else
		html_paragraph(p, W_NO_DOUBTS);
}

static void
put_files(struct page *p)
{
	static const struct file { const char *name; enum word word; } files[] = {
		{"catalogue.csv", W_CATALOGUE}, {"exceptions.csv", W_EXCEPTIONS_CSV},
		{"manifest-sha256.txt", W_MANIFEST}, {"sources-sha256.txt", W_SOURCES_MANIFEST},
		{"series.csv", W_SERIES_CSV},
	};
	size_t count = sizeof(files) / sizeof(*files) - !p->report->series;

	html_heading(p, "also", W_ALSO);
	fputs("<ul>\n", p->to);
	for (size_t i = 0; i < count; i++) {
		fputs("<li>", p->to);
		html_output(p, files[i].name, files[i].name);
		fputs(p->language == CHINESE ? "：" : ": ", p->to);
		html_say(p, files[i].word);
		fputs("</li>\n", p->to);
	}
	fputs("</ul>\n<p>", p->to);
	html_say(p, W_VERIFY);
	fputs("</p>\n<pre>sha256sum -c --quiet manifest-sha256.txt</pre>\n", p->to);
}

void
write_page(struct report *r, enum language language)
{
	struct page p;

	page_begin(&p, r, "report", language);
	html_head(&p, W_TITLE, "report");
	put_members(&p);
	put_run(&p);
	put_sums(&p);
	put_actions(&p);
	put_exceptions(&p);
	put_doubts(&p);
	put_plots(&p);
	if (r->series)
		put_series(&p);
	put_files(&p);
	html_foot(&p);
	page_end(&p, "report");
}
