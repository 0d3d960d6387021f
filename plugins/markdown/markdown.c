/*
 * Writes minutes as Markdown: CommonMark, with one table of GFM.  Every block is one line, so that
 * the text is as clean in a mail as in a wiki; and no HTML is in it.
 */
#include <stdlib.h>
#include <string.h>

#include "markdown.h"

static void
markdown_put_labelled(struct markdown_writer *w, const struct printed_block *b)
{
	markdown_put(w, b->label);
	markdown_put(w, b->text);
}

static void
markdown_put_in_brackets(struct markdown_writer *w, struct jy_text text)
{
	if (!text.len)
		return;
	markdown_word(w, "（");
	markdown_put(w, text);
	markdown_word(w, "）");
}

static void
markdown_put_person(struct markdown_writer *w, const struct jy_person *p)
{
	const struct jy_text parts[] = {p->organization, p->title, p->name};
	bool first = true;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!parts[i].len)
			continue;
		markdown_word(w, first ? "" : " ");
		markdown_put(w, parts[i]);
		first = false;
	}
	markdown_put_in_brackets(w, p->note);
}

/* 出席：, 时间： and what follows. */
static void
markdown_put_list(struct markdown_writer *w, const struct printed_block *b)
{
	markdown_put(w, b->label);
	markdown_put_in_brackets(w, b->scope);
	markdown_word(w, "：");
	markdown_put(w, b->text);
	markdown_put(w, b->date);
	for (const struct jy_string *s = b->texts; s; s = s->next)
		markdown_put(w, s->text);
	for (const struct jy_person *p = b->people; p; p = p->next) {
		markdown_put_person(w, p);
		markdown_word(w, p->next ? "　　" : "");
	}
}

static bool
markdown_ends_with(struct jy_text text, const char *end)
{
	size_t n = strlen(end);

	return text.len >= n && memcmp(text.s + text.len - n, end, n) == 0;
}

static void
markdown_put_copies(struct markdown_writer *w, const struct printed_block *b)
{
	markdown_put(w, b->label);
	markdown_word(w, "：");
	for (const struct jy_string *s = b->texts; s; s = s->next) {
		markdown_put(w, s->text);
		markdown_word(w, s->next ? "；" : markdown_ends_with(s->text, "。") ? "" : "。");
	}
}

/* 印发 stands after the date, in one line with the office; 整理 after the office, above the date. */
static void
markdown_put_imprint(struct markdown_writer *w, const struct printed_block *b)
{
	bool issued = b->kind == PRINTED_ISSUED;

	markdown_put(w, b->text);
	if (b->text.len && (!issued || !b->date.len))
		markdown_put(w, b->label);
	if (!b->date.len)
		return;
	if (b->text.len && issued)
		markdown_word(w, "　　");
	else if (b->text.len)
		markdown_end(w, MARKDOWN_PARAGRAPH, "", "\n\n");
	markdown_put(w, b->date);
	markdown_word(w, issued ? "印发" : "");
}

/* An archive prints a title that it made in brackets. */
static void
markdown_put_title(struct markdown_writer *w, const struct printed_block *b)
{
	bool supplied = w->minutes->document->title_supplied;

	markdown_word(w, supplied ? "[" : "");
	markdown_put(w, b->text);
	markdown_word(w, supplied ? "]" : "");
}

static void
markdown_put_kind(struct markdown_writer *w, const struct printed_block *b)
{
	switch (b->kind) {
	case PRINTED_TITLE: markdown_put_title(w, b); break;
	case PRINTED_HEADING:
	case PRINTED_MARK:
	case PRINTED_NUMBER:
	case PRINTED_PARAGRAPH: markdown_put_labelled(w, b); break;
	case PRINTED_GROUP:
	case PRINTED_FACT: markdown_put_list(w, b); break;
	case PRINTED_NOTE: markdown_put_in_brackets(w, b->text); break;
	case PRINTED_COPIES: markdown_put_copies(w, b); break;
	case PRINTED_SIGNATURE:
	case PRINTED_ISSUED: markdown_put_imprint(w, b); break;
	}
}

static void
markdown_put_block(void *writer, const struct printed_block *b)
{
	static const char marks[] = "###### ";
	struct markdown_writer *w = writer;
	int level = b->kind == PRINTED_TITLE ? 1 : b->level < 6 ? b->level : 6;
	bool shown;

	markdown_put_kind(w, b);
	shown = level ? markdown_end(w, MARKDOWN_INLINE, marks + 6 - level, "\n\n")
		      : markdown_end(w, MARKDOWN_PARAGRAPH, "", "\n\n");
	if (shown && b->at && b->at->confidence)
		jy_printf(w->out, "> OCR识读，可信度%d\n\n", b->at->confidence);
}

static bool
markdown_put_all(struct markdown_writer *w, const struct jy_task *task)
{
	printed_walk(w->minutes, markdown_put_block, w);
	if (jy_option_is(task, "decisions", "yes") && !markdown_put_decisions(w))
		return false;
	if (jy_option_is(task, "checks", "yes")) {
		markdown_put_checks(w);
		markdown_put_residue(w);
	}
	if (!jy_out_bytes(w->out).size)
		markdown_mark(w, "\n");	/* no file is empty that was written */
	return !ferror(w->block);
}

static int
markdown_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	struct markdown_writer w = {.out = out, .minutes = minutes};
	bool done = false;

	w.block = open_memstream(&w.text, &w.len);
	if (w.block) {
		done = markdown_put_all(&w, task);
		fclose(w.block);
		free(w.text);
	}
	return done ? 0
		    : jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the text");
}

static const struct jy_option markdown_options[] = {
	{"decisions", JY_CHOICE, "yes", "yes|no",
	    "whether a table of the decisions follows the text"},
	{"checks", JY_CHOICE, "yes", "yes|no",
	    "whether the checks follow, and what was not understood"},
	{0}
};

JY_PLUGIN(.name = "markdown", .title = "Markdown", .suffixes = "md markdown",
    .media_type = "text/markdown", .options = markdown_options, .write = markdown_write,
    .lossy = "furniture, places, the account and the source are not written, and runs of spaces "
	     "are shown as one");
