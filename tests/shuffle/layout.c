/* From paragraphs to bytes: wrapping, blank lines, page numbers, marks of Markdown, line ends. */
#include "layout.h"

#include <stdlib.h>
#include <string.h>

const char *const layout_names[LAYOUTS] = {
	"a line each", "wrapped", "double-spaced", "Markdown", "web page"
};

/* A page number cuts a line off from the next, wherever that happens. */
static void
end_line(struct setting *set)
{
	fputc('\n', set->out);
	if (set->doubled)
		fputc('\n', set->out);
	if (!set->page || ++set->lines % set->page)
		return;
	set->pages++;
	switch (set->page % 3) {
	case 0: fprintf(set->out, "— %d —\n", set->pages); break;
	case 1: fprintf(set->out, "- %d -\n", set->pages); break;
	default: fprintf(set->out, "%d\n", set->pages);
	}
	if (set->doubled)
		fputc('\n', set->out);
}

static int
put_line(struct setting *set, const char *s, const char *end, bool last)
{
	const char *solid = s;
	int width = 0;

	for (const char *p = s; p < end; p += glyph_size(p))
		if (!is_blank(p))
			solid = p + glyph_size(p);
	if (!last && !set->trailing)
		end = solid;
	for (; s < end; s += glyph_size(s)) {
		fwrite(s, 1, glyph_size(s), set->out);
		width += glyph_width(s);
	}
	return width;
}

static void
put_wrapped(struct setting *set, const struct paragraph *p)
{
	const char *s = p->text;
	int indent = set->indent;

	if (indent)
		fputs(set->indent_text, set->out);
	for (;;) {
		const char *end = s + strlen(s);

		if (set->width)
			end = line_end(set, s, set->width - indent);
		set->column = indent + put_line(set, s, end, !*end);
		s = skip_blanks(end);
		end_line(set);
		if (!*s)
			return;
		indent = p->kind == PEOPLE ? set->hanging : 0;
		fprintf(set->out, "%*s", indent, "");
	}
}

static void
put_rows(struct setting *set, const struct paragraph *p)
{
	for (const char *s = p->text;; s++) {
		size_t n = strcspn(s, "\n");

		fprintf(set->out, "%s%*s%.*s", set->indent ? set->indent_text : "",
		    s > p->text ? set->hanging : 0, "", (int)n, s);
		end_line(set);
		s += n;
		if (!*s)
			break;
	}
}

static void
put_paragraph(struct setting *set, const struct paragraph *p)
{
	static const char *const marks[] = {"# ", "## ", "### ", "#### "};
	bool markdown = set->d->layout == LAYOUT_MARKDOWN;

	if (markdown && p->kind != ROWS)
		fputc('\n', set->out);
	if (markdown && p->kind == HEADING && chance(set->d, 80)) {
		const char *strong = chance(set->d, 50) ? "**" : "";

		fprintf(set->out, "%s%s%s%s", marks[pick(set->d, 4)], strong, p->text, strong);
		end_line(set);
	} else if (p->kind == HEAD) {
		fprintf(set->out, "%*s%s", markdown ? 0 : (int)pick(set->d, 2) * 12, "", p->text);
		end_line(set);
		if (set->doubled || chance(set->d, 50))
			fputc('\n', set->out);
	} else if (p->kind == AROUND || p->kind == ROWS) {
		put_rows(set, p);
	} else {
		put_wrapped(set, p);
		return;
	}
	set->column = 0;
}

/* Two paragraphs that only a short last line parts must have one. */
static bool
is_fair(const struct setting *set, const struct paragraph *p)
{
	return !set->width || set->indent || !set->column || !p->next || p->next->kind != PROSE
	    || set->column <= set->width - 12;
}

static bool
try(struct setting *set)
{
	bool fair = true;

	for (const struct paragraph *p = set->d->first; p; p = p->next) {
		put_paragraph(set, p);
		fair = fair && is_fair(set, p);
	}
	return fair;
}

/* The document with other punctuation and another end of line. */
static char *
replace(const char *text, const char *const (*pairs)[2], size_t count)
{
	size_t size, i;
	char *result;
	FILE *out = open_memstream(&result, &size);

	while (*text) {
		for (i = 0; i < count; i++)
			if (strncmp(text, pairs[i][0], strlen(pairs[i][0])) == 0)
				break;
		if (i < count)
			fputs(pairs[i][1], out);
		else
			fwrite(text, 1, glyph_size(text), out);
		text += i < count ? strlen(pairs[i][0]) : glyph_size(text);
	}
	fclose(out);
	return result;
}

static const char *
finish(struct document *d, char *text)
{
	static const char *const half[][2] = {
		{"，", ","}, {"：", ":"}, {"（", "("}, {"）", ")"}, {"；", ";"}
	};
	static const char *const crlf[][2] = {{"\n", "\r\n"}};

	keep(d, text);
	if (d->half)
		text = keep(d, replace(text, half, sizeof(half) / sizeof(*half)));
	if (chance(d, 15))
		text = keep(d, replace(text, crlf, 1));
	return text;
}

static struct setting
choose_setting(struct document *d)
{
	struct setting set = {.d = d};

	set.indent_text = one_of(d, "　　|　　|    |");
	set.indent = *set.indent_text ? 4 : 0;
	if (d->layout == LAYOUT_WRAPPED || d->layout == LAYOUT_DOUBLE) {
		set.width = 40 + (int)pick(d, 51);
		set.page = chance(d, 50) ? 12 + (int)pick(d, 16) : 0;
	}
	set.hanging = chance(d, 20) ? 6 : 0;
	set.doubled = d->layout == LAYOUT_DOUBLE;
	set.whole_numbers = chance(d, 50);
	set.hang = chance(d, 40);
	set.pull = !set.hang && chance(d, 60);
	set.trailing = chance(d, 30);
	return set;
}

void
lay_out(struct document *d)
{
	struct setting chosen = choose_setting(d);
	uint64_t state = d->state;

	for (int tries = 1;; tries++) {
		struct setting set = chosen;
		size_t size;
		char *text;
		bool fair;

		d->state = state;
		set.out = open_memstream(&text, &size);
		fair = try(&set);
		fclose(set.out);
		if (fair) {
			d->text = finish(d, text);
			return;
		}
		free(text);
		chosen.width++;
		if (tries == 12) {
			chosen.indent_text = "　　";
			chosen.indent = 4;
		}
	}
}
