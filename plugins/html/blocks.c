/* The minutes as they are printed: each block an element, or a few. */
#include <string.h>

#include "write.h"

/* <p class="…" id="…">, or another element; the id is what decisions lead to. */
static void
html_open_block(struct html_writer *w, const char *element, const struct printed_block *b,
    const char *class)
{
	jy_printf(w->out, "<%s", element);
	if (*class)
		jy_printf(w->out, " class=\"%s\"", class);
	if (b->number)
		jy_printf(w->out, " id=\"p%zu\"", b->number);
	html_puts(w, ">");
}

static void
html_close_block(struct html_writer *w, const char *element)
{
	jy_printf(w->out, "</%s>\n", element);
}

/* A heading or a paragraph, with the label that is printed. */
static void
html_put_labelled(struct html_writer *w, const char *element, const char *class,
    const struct printed_block *b)
{
	if (html_is_blank_text(b->label) && html_is_blank_text(b->text))
		element = "div";	/* nothing to read, but something may lead here */
	html_open_block(w, element, b, class);
	html_put_part(w, "<span class=\"label\">", b->label, "</span>");
	html_put(w, b->text);
	html_close_block(w, element);
}

static void
html_put_heading(struct html_writer *w, const struct printed_block *b)
{
	char element[] = "h2";

	element[1] = (char)('0' + (b->level < 6 ? b->level : 6));
	html_put_labelled(w, element, "", b);
}

/* An archive prints a title that it made in brackets. */
static void
html_put_title(struct html_writer *w, const struct printed_block *b)
{
	bool supplied = w->minutes->document->title_supplied;

	if (html_is_blank_text(b->text))
		return;
	html_puts(w, supplied ? "<h1>[" : "<h1>");
	html_put(w, b->text);
	html_puts(w, supplied ? "]</h1>\n" : "</h1>\n");
}

static void
html_put_person(struct html_writer *w, const struct jy_person *p)
{
	const struct jy_text parts[] = {p->organization, p->title, p->name};
	const char *between = "";

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!parts[i].len)
			continue;
		html_put_part(w, between, parts[i], "");
		between = " ";
	}
	html_put_part(w, "（", p->note, "）");
}

/* 出席： and a list of people. */
static void
html_put_group(struct html_writer *w, const struct printed_block *b)
{
	html_open_block(w, "div", b, "group");
	html_puts(w, "<p>");
	html_put_part(w, "<span class=\"label\">", b->label, "</span>");
	html_put_part(w, "（", b->scope, "）");
	html_puts(w, b->people ? "：</p>\n<ul>\n" : "：</p>\n");
	for (const struct jy_person *p = b->people; p; p = p->next) {
		html_puts(w, "<li>");
		html_put_person(w, p);
		html_puts(w, "</li>\n");
	}
	html_puts(w, b->people ? "</ul>\n</div>\n" : "</div>\n");
}

static void
html_put_fact(struct html_writer *w, const struct printed_block *b)
{
	html_open_block(w, "p", b, "fact");
	html_put_part(w, "<span class=\"label\">", b->label, "</span>：");
	html_put_part(w, "", b->text, "");
	html_put_part(w, "", b->date, "");
	for (const struct jy_string *s = b->texts; s; s = s->next)
		html_put_part(w, "", s->text, "");
	for (const struct jy_person *p = b->people; p; p = p->next) {
		html_put_person(w, p);
		html_puts(w, p->next ? "　" : "");
	}
	html_close_block(w, "p");
}

static bool
html_ends_with(struct jy_text text, const char *end)
{
	size_t n = strlen(end);

	return text.len >= n && memcmp(text.s + text.len - n, end, n) == 0;
}

static void
html_put_copies(struct html_writer *w, const struct printed_block *b)
{
	html_open_block(w, "p", b, "copies");
	html_put_part(w, "", b->label, "：");
	for (const struct jy_string *s = b->texts; s; s = s->next)
		html_put_part(w, "", s->text,
		    s->next                             ? "；"
			: html_ends_with(s->text, "。") ? ""
							: "。");
	html_close_block(w, "p");
}

/* The office and the date; 印发 stands after the date, 整理 after the office. */
static void
html_put_imprint(struct html_writer *w, const struct printed_block *b)
{
	bool issued = b->kind == PRINTED_ISSUED;

	html_open_block(w, issued ? "p" : "div", b, issued ? "issued" : "signature");
	html_put_part(w, issued ? "<span>" : "<p>", b->text, "");
	if (b->text.len && (!issued || !b->date.len))
		html_put(w, b->label);
	html_puts(w, !b->text.len ? "" : issued ? "</span> " : "</p>\n");
	html_put_part(w, issued ? "<span>" : "<p>", b->date, issued ? "印发</span>" : "</p>\n");
	html_close_block(w, issued ? "p" : "div");
}

static void
html_put_kind(struct html_writer *w, const struct printed_block *b)
{
	switch (b->kind) {
	case PRINTED_MARK: html_put_labelled(w, "p", "mark", b); break;
	case PRINTED_TITLE: html_put_title(w, b); break;
	case PRINTED_NUMBER: html_put_labelled(w, "p", "issue", b); break;
	case PRINTED_FACT: html_put_fact(w, b); break;
	case PRINTED_HEADING: html_put_heading(w, b); break;
	case PRINTED_PARAGRAPH: html_put_labelled(w, "p", "", b); break;
	case PRINTED_GROUP: html_put_group(w, b); break;
	case PRINTED_NOTE: html_put_between(w, "<p>（", b->text, "）</p>\n"); break;
	case PRINTED_COPIES: html_put_copies(w, b); break;
	case PRINTED_SIGNATURE:
	case PRINTED_ISSUED: html_put_imprint(w, b); break;
	}
}

void
html_put_block(void *writer, const struct printed_block *b)
{
	struct html_writer *w = writer;

	html_put_kind(w, b);
	if (b->at && b->at->confidence)
		jy_printf(w->out, "<aside class=\"ocr\" role=\"note\">OCR识读，可信度%d</aside>\n",
		    b->at->confidence);
	if (b->number)
		html_put_findings(w, b->number);
}
