/*
 * Writes minutes as one page for people, which needs nothing else: neither script nor picture, font
 * or style sheet from anywhere.  What is not the document's own stands in aside and footer, where
 * the reader of this format passes it over.
 */
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "write.h"

void
html_puts(struct html_writer *w, const char *markup)
{
	jy_puts(w->out, markup);
}

/* A code point that is no character of HTML: U+FDD0 to U+FDEF, and the last two of each plane. */
static bool
html_is_none(const char *s)
{
	size_t size;
	uint32_t c;

	if ((unsigned char)*s < 0xEF)
		return false;
	c = html_character(s, &size);
	return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* What stands for the character at S; *SIZE is how long that is.  NULL: it is put as it is. */
static const char *
html_escape(const char *s, size_t *size)
{
	*size = 1;
	switch (*s) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\r': return " ";
	default:
		if (!html_is_none(s))
			return NULL;
		html_character(s, size);
		return "\xEF\xBF\xBD";
	}
}

void
html_put(struct html_writer *w, struct jy_text text)
{
	const char *s = text.s, *from = s, *end;
	size_t size;

	if (!text.len)
		return;
	for (end = s + text.len; s < end; s++) {
		const char *instead = html_escape(s, &size);

		if (!instead)
			continue;
		jy_put(w->out, from, (size_t)(s - from));
		html_puts(w, instead);
		w->replaced += size > 1;
		s += size - 1;
		from = s + 1;
	}
	jy_put(w->out, from, (size_t)(end - from));
}

bool
html_is_blank_text(struct jy_text text)
{
	return !text.len || strspn(text.s, " \t\r") == text.len;
}

void
html_put_between(struct html_writer *w, const char *before, struct jy_text text, const char *after)
{
	if (!text.len)
		return;
	html_puts(w, before);
	html_put(w, text);
	html_puts(w, after);
}

/* Nearly all text has no character beyond U+FF00 or below U+0700 but ASCII, and so none that turns
 * the direction: it needs no isolation. */
static bool
html_may_turn(struct jy_text text)
{
	for (const char *s = text.s, *end = s + text.len; s < end; s++) {
		unsigned char u = (unsigned char)*s;

		if ((u >= 0xD6 && u <= 0xE0) || u >= 0xF0
		    || (u == 0xE2 && ((unsigned char)s[1] == 0x80 || (unsigned char)s[1] == 0x81))
		    || (u == 0xEF && (unsigned char)s[1] >= 0xAC && (unsigned char)s[1] < 0xBC))
			return true;
	}
	return false;
}

void
html_put_part(struct html_writer *w, const char *before, struct jy_text text, const char *after)
{
	bool turns;

	if (!text.len)
		return;
	turns = html_may_turn(text);
	html_puts(w, before);
	html_puts(w, turns ? "<bdi>" : "");
	html_put(w, text);
	html_puts(w, turns ? "</bdi>" : "");
	html_puts(w, after);
}

void
html_put_place(struct html_writer *w, int page, int line)
{
	char place[64];

	printed_place(place, sizeof(place), w->minutes, page, line);
	jy_printf(w->out, *place ? " 〔%s〕" : "%s", place);
}

static void
html_put_head(struct html_writer *w)
{
	const struct jy_document *d = w->minutes->document;

	jy_printf(w->out,
	    "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	    "style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<meta name=\"generator\" content=\"%s\">\n<title>",
	    html_style_hash, HTML_GENERATOR);
	html_put(w, html_is_blank_text(d->title) ? (struct jy_text){"会议纪要", 12} : d->title);
	if (d->number)
		html_put_between(w, " ", d->number->text, "");
	html_puts(w, "</title>\n<style>");
	html_puts(w, html_style);
	html_puts(w, "</style>\n</head>\n");
}

static void
html_put_scraps(struct html_writer *w, const char *title, const struct jy_scrap *s, bool open)
{
	if (!s)
		return;
	jy_printf(w->out, "<details%s>\n<summary>%s</summary>\n<ul>\n", open ? " open" : "", title);
	for (; s; s = s->next) {
		html_puts(w, "<li>");
		html_put_part(w, "", s->text, "");
		html_put_place(w, s->page, s->line);
		html_puts(w, "</li>\n");
	}
	html_puts(w, "</ul>\n</details>\n");
}

static void
html_put_row(struct html_writer *w, const char *term, struct jy_text text)
{
	if (!text.len)
		return;
	jy_printf(w->out, "<dt>%s</dt>\n", term);
	html_put_part(w, "<dd>", text, "</dd>\n");
}

/* Where the page comes from, and that every character of it has its place. */
static void
html_put_account(struct html_writer *w)
{
	const struct jy_source *s = w->minutes->source;
	const struct jy_account *a = w->minutes->account;

	html_puts(w, "<details>\n<summary>来源与字数</summary>\n<dl>\n");
	html_put_row(w, "文件", s->name);
	html_put_row(w, "格式", s->format);
	html_put_row(w, "编码", s->encoding);
	html_put_row(w, "SHA-256", s->sha256);
	if (s->ocr)
		html_put_row(w, "识读", s->ocr->engine);
	if (s->pages)
		jy_printf(w->out, "<dt>页数</dt>\n<dd>%d</dd>\n", s->pages);
	jy_printf(w->out,
	    "<dt>字数</dt>\n<dd>%ld，其中正文%ld、页眉页脚等%ld、未识别%ld、无法解码%ld"
	    "</dd>\n</dl>\n</details>\n",
	    a->characters, a->fields, a->furniture, a->residue, a->undecoded);
}

static void
html_put_page(struct html_writer *w)
{
	html_put_head(w);
	html_puts(w, "<body>\n<main>\n");
	html_put_findings(w, 0);
	if (html_is_blank_text(w->minutes->document->title))
		html_puts(w, "<aside role=\"note\">\n<h1>未见标题</h1>\n</aside>\n");
	html_puts(w, "<article>\n");
	printed_walk(w->minutes, html_put_block, w);
	html_puts(w, "</article>\n");
	html_put_decisions(w);
	html_puts(w, "</main>\n<footer>\n");
	html_put_scraps(w, "未识别的内容", w->minutes->residue, true);
	html_put_scraps(w, "页眉、页脚等", w->minutes->furniture, false);
	html_put_account(w);
	html_puts(w, "</footer>\n</body>\n</html>\n");
}

int
html_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	struct html_writer w = {.out = out, .minutes = minutes};
	bool found;

	if (!printed_index(&w.index, minutes))
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the page");
	found = html_find_findings(&w);
	if (found)
		html_put_page(&w);
	free(w.index.entries);
	free(w.findings);
	if (!found)
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the page");
	if (w.replaced)
		jy_warn(task, 0, "noncharacters",
		    "%ld code points that are no characters became U+FFFD", w.replaced);
	return 0;
}
