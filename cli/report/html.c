/* HTML of which the data is no part: names and messages are hostile until they are escaped. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "../batch/store.h"
#include "report.h"

/* One page, no script, nothing from elsewhere; the browser is told to insist on it. */
static const char head[] =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n";

static const char style[] =
    "<style>\n"
    ":root{--paper:#fff;--ink:#1b1f24;--faint:#59636e;--rule:#d5dae0;--shade:#f4f6f8;"
    "--link:#0a58ca;--good:#2a7d4f;--doubt:#a86400;--bad:#b3261e;--rest:#7a828c}\n"
    "@media(prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e4e7eb;--faint:#9aa4af;"
    "--rule:#343b44;--shade:#1e2329;--link:#7db3ff;--good:#58b987;--doubt:#e0a040;--bad:#f0827b;"
    "--rest:#8a939d}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:72rem;background:var(--paper);"
    "color:var(--ink);font:1rem/1.5 system-ui,\"Noto Sans CJK SC\",\"Source Han Sans SC\","
    "\"PingFang SC\",\"Microsoft YaHei\",sans-serif}\n"
    "header{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:baseline;"
    "justify-content:space-between}\n"
    "h1{margin:0;font-size:1.75rem;line-height:1.2}h2{margin:2.5rem 0 .5rem;font-size:1.25rem}\n"
    "h3{margin:1.5rem 0 .25rem;font-size:1rem}p{margin:.5rem 0;max-width:48rem}\n"
    "a{color:var(--link)}small,caption,.faint{color:var(--faint)}\n"
    "nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.75rem 0;padding:0;"
    "list-style:none}\n"
    ".wide{overflow-x:auto;margin:.5rem 0}\n"
    "table{border-collapse:collapse;min-width:100%;font-variant-numeric:tabular-nums}\n"
    "th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--rule);text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}\n"
    "th{font-weight:600;white-space:nowrap;color:var(--faint)}td.n,th.n{text-align:right}\n"
    "tbody th{color:inherit}td.name{min-width:12rem}td code,.keep{white-space:nowrap}"
    "td.say{min-width:16rem}\n"
    "code{padding:.05rem .3rem;border-radius:.2rem;background:var(--shade);font-size:.9em}\n"
    "pre{overflow-x:auto;padding:.5rem .75rem;background:var(--shade)}\n"
    ".sums{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0;padding:0;list-style:none}\n"
    ".sums li{flex:1 1 7rem;padding:.5rem .75rem;border:1px solid var(--rule);"
    "border-top:.25rem solid var(--rest)}\n"
    ".sums b{display:block;font-size:1.5rem;line-height:1.3}.sums b small{font-weight:400}\n"
    ".sums .converted{border-top-color:var(--good)}.sums .warnings{border-top-color:var(--doubt)}\n"
    ".sums .failed{border-top-color:var(--bad)}\n"
    ".alarm{padding:.5rem .75rem;border-left:.25rem solid var(--doubt);background:var(--shade)}\n"
    "figure{margin:1rem 0;max-width:44rem}figcaption{font-weight:600}\n"
    "svg{display:block;width:100%;height:auto;font:11px system-ui,sans-serif}\n"
    "svg text{fill:var(--faint)}svg rect{fill:var(--link)}svg line{stroke:var(--rule)}\n"
    ".u{padding:0 .15rem;border:1px dotted var(--faint);font-size:.85em;color:var(--faint)}\n"
    "td.tick{min-width:4rem}td.tick::before{content:\"☐\"}\n"
    "@media(max-width:40rem){.sums li{flex-basis:40%}h1{font-size:1.4rem}}\n"
    "@media print{:root{--paper:#fff;--ink:#000;--faint:#444;--rule:#999;--shade:#fff;--link:#000}"
    "body{max-width:none;padding:0;font-size:9pt}nav{display:none}.wide{overflow:visible}"
    "tr,figure,.sums{break-inside:avoid}h2,h3{break-after:avoid}details>*{display:block}}\n"
    "</style>\n";

void
html_text(FILE *to, const char *text)
{
	unsigned int point = 0;

	for (size_t n; *text; text += n) {
		n = character(text, &point);
		if (!n)
			fprintf(to, "<span class=\"u\">\\x%02x</span>", (unsigned char)*text);
		else if (is_unsafe(point))
			fprintf(to, "<span class=\"u\">U+%04X</span>", point);
		else if (n == 1 && strchr("<>&\"'", *text))
			fprintf(to, "&#%u;", point);
		else
			fwrite(text, 1, n, to);
		n += !n;
	}
}

void
html_name(FILE *to, const char *path)
{
	fputs("<bdi>", to);
	for (const char *part = path, *slash; *part; part = slash) {
		char *copy;

		slash = strchr(part, '/');
		slash = slash ? slash + 1 : part + strlen(part);
		if (asprintf(&copy, "%.*s", (int)(slash - part), part) < 0)
			must(NULL);
		html_text(to, copy);
		free(copy);
		if (slash[-1] == '/')
			fputs("<wbr>", to);
	}
	fputs("</bdi>", to);
}

/* As a path of a URL; no byte means anything there but the slash. */
static void
put_url(FILE *to, const char *path)
{
	for (const unsigned char *s = (const unsigned char *)path; *s; s++)
		if (*s < 0x80 && (isalnum(*s) || strchr("/-._~", *s)))
			putc(*s, to);
		else
			fprintf(to, "%%%02X", *s);
}

void
html_output(struct page *p, const char *file, const char *text)
{
	fputs("<a href=\"./", p->to);	/* else "a:b" would be a scheme */
	put_url(p->to, file);
	fputs("\">", p->to);
	html_name(p->to, text);
	fputs("</a>", p->to);
}

void
html_source(struct page *p, const char *source)
{
	fputs("<a href=\"", p->to);
	if (*source == '/') {
		fputs("file://", p->to);
	} else {
		fputs("./", p->to);
		put_url(p->to, p->report->way);
	}
	put_url(p->to, source);
	fputs("\">", p->to);
	html_name(p->to, source);
	fputs("</a>", p->to);
}

void
html_say(struct page *p, enum word w)
{
	html_text(p->to, word(p->language, w));
}

void
html_code(struct page *p, const char *code)
{
	fputs("<code>", p->to);
	html_text(p->to, code);
	fputs("</code> ", p->to);
	html_text(p->to, gloss(p->language, code));
}

void
html_count(struct page *p, long count)
{
	char digits[32];
	int n = snprintf(digits, sizeof(digits), "%ld", count);

	for (int i = 0; i < n; i++) {
		putc(digits[i], p->to);
		if (digits[i] != '-' && i + 1 < n && (n - i - 1) % 3 == 0)
			putc(',', p->to);
	}
}

void
html_paragraph(struct page *p, enum word w)
{
	fputs("<p>", p->to);
	html_say(p, w);
	fputs("</p>\n", p->to);
}

void
html_outputs(struct page *p, const char *path)
{
	sqlite3_stmt *s = ask(p->report->ledger,
	    "SELECT file, format FROM output WHERE path = ? ORDER BY file", "t", path);

	while (next_row(p->report, s)) {
		fputs(" ", p->to);
		html_output(p, column(s, 0), column(s, 1));
	}
}

void
html_more(struct page *p, long count, const char *file)
{
	fputs("<p>… ", p->to);
	html_count(p, count);
	fputs(" ", p->to);
	html_say(p, W_MORE);
	fputs(" ", p->to);
	html_output(p, file, file);
	fputs("</p>\n", p->to);
}

void
html_heading(struct page *p, const char *id, enum word w)
{
	fprintf(p->to, "<h2 id=\"%s\">", id);
	html_say(p, w);
	fputs("</h2>\n", p->to);
}

/* Heads of columns of figures. */
static bool
is_figure(enum word w)
{
	return w == W_FILES || w == W_TIMES || w == W_PAGE || w == W_PAGES || w == W_SECONDS
	    || w == W_SIZE || w == W_MEMORY || w == W_TURN;
}

void
html_columns(struct page *p, const enum word *w)
{
	fputs("<div class=\"wide\"><table>\n<thead><tr>", p->to);
	for (; *w != W_NONE; w++) {
		fprintf(p->to, "<th scope=\"col\"%s>", is_figure(*w) ? " class=\"n\"" : "");
		html_say(p, *w);
		fputs("</th>", p->to);
	}
	fputs("</tr></thead>\n<tbody>\n", p->to);
}

void
html_head(struct page *p, enum word title, const char *other)
{
	const char *code = word(p->language, W_LANGUAGE);

	fprintf(p->to,
	    "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n%s"
	    "<title>",
	    code, head);
	html_say(p, title);
	fprintf(p->to, "</title>\n%s</head>\n<body>\n<header>\n<h1>", style);
	html_say(p, title);
	fprintf(p->to, "</h1>\n<a href=\"./%s%s.html\" lang=\"%s\">", other,
	    p->language == CHINESE ? "" : ".zh", p->language == CHINESE ? "en" : "zh-Hans");
	html_say(p, W_OTHER);
	fputs("</a>\n</header>\n", p->to);
}

void
html_foot(struct page *p)
{
	fprintf(p->to, "</body>\n</html>\n");
}
