/* What is not as it should be, by what is to be done about it. */
#include "../batch/store.h"
#include "report.h"

enum { SHOWN = 200 };		/* of one action: a page is to be read, a table worked with */

/* The row of a reason; that of a new action begins with what to do. */
static void
put_reason(struct page *p, sqlite3_stmt *s, bool first)
{
	int action = sqlite3_column_int(s, 0);
	const struct action *a = &actions[action];

	fputs("<tr><th scope=\"row\">", p->to);
	if (first) {
		fprintf(p->to, "<a href=\"#do-%s\">", a->name);
		html_say(p, a->title);
		fputs("</a>", p->to);
	}
	fputs("</th><td class=\"n\">", p->to);
	html_count(p, sqlite3_column_int64(s, 2));
	fputs("</td><td>", p->to);
	html_code(p, column(s, 1));
	fputs("</td></tr>\n", p->to);
}

void
put_actions(struct page *p)
{
	static const enum word columns[] = {W_ACTION, W_FILES, W_REASONS, W_NONE};
	sqlite3_stmt *s = ask(p->report->ledger,
	    "SELECT action, ifnull(reason, outcome), count(*)"
	    " FROM fate WHERE action IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2",
	    "");
	int action = -1;

	html_heading(p, "actions", W_ACTIONS);
	while (next_row(p->report, s)) {
		if (action < 0)
			html_columns(p, columns);
		put_reason(p, s, action != sqlite3_column_int(s, 0));
		action = sqlite3_column_int(s, 0);
	}
	if (action < 0)
		html_paragraph(p, W_ALL_WELL);
	else
		fputs("</tbody></table></div>\n", p->to);
}

static void
put_exception(struct page *p, sqlite3_stmt *s)
{
	fputs("<tr><td class=\"name\">", p->to);
	html_source(p, column(s, 1));
	fputs("</td><td>", p->to);
	html_code(p, column(s, 2));
	fputs("</td><td class=\"n\">", p->to);
	html_text(p->to, column(s, 4));
	fputs("</td><td class=\"say\">", p->to);
	html_text(p->to, column(s, 3));
	fputs("</td><td>", p->to);
	html_outputs(p, column(s, 0));
	fputs("</td></tr>\n", p->to);
}

static void
put_action(struct page *p, int action, long count)
{
	static const enum word columns[] = {W_FILE, W_REASON, W_PAGE, W_SENTENCE, W_OUTPUT, W_NONE};
	sqlite3_stmt *s;

	fprintf(p->to, "<h3 id=\"do-%s\">", actions[action].name);
	html_say(p, actions[action].title);
	fputs(" <small>", p->to);
	html_count(p, count);
	fputs("</small></h3>\n", p->to);
	html_paragraph(p, actions[action].advice);
	html_columns(p, columns);
	s = ask(p->report->ledger,
	    "SELECT path, source, ifnull(reason, outcome), sentence, page"
	    " FROM fate WHERE action = ? ORDER BY reason, path LIMIT ?",
	    "ii", (int64_t)action, (int64_t)SHOWN);
	while (next_row(p->report, s))
		put_exception(p, s);
	fputs("</tbody></table></div>\n", p->to);
	if (count > SHOWN)
		html_more(p, count - SHOWN, "exceptions.csv");
}

void
put_exceptions(struct page *p)
{
	sqlite3_stmt *s = ask(p->report->ledger,
	    "SELECT action, count(*) FROM fate"
	    " WHERE action IS NOT NULL GROUP BY 1 ORDER BY 1",
	    "");
	bool any = false;

	html_heading(p, "exceptions", W_EXCEPTIONS);
	for (; next_row(p->report, s); any = true)
		put_action(p, sqlite3_column_int(s, 0), sqlite3_column_int64(s, 1));
	if (!any)
		html_paragraph(p, W_ALL_WELL);
}
