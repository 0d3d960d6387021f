/* A reader as of 0.1, with options of every type, which uses all that the builder of lines has. */
#include <string.h>

#include <jiyao/plugin.h>

static const struct jy_option lines_options[] = {
	{"title", JY_STRING, "none", "a title", "the title of the document"},
	{"fail", JY_CHOICE, "no", "yes|no", "whether to fail"},
	{"pages", JY_NUMBER, "2", "1..9", "how many pages there are"},
	{"words", JY_FILE, "", "any text", "what to append"},
	{0}
};

static int
lines_probe(struct jy_bytes in)
{
	return in.size > 6 && memcmp(in.at, "%LINES", 6) == 0 ? 100 : 0;
}

/* Every field of a line, with values that tell the recogniser nothing. */
static void
set_all(struct jy_builder *b, struct jy_line *line)
{
	line->label = jy_copy(b, "", 0);
	line->at.x0 = line->at.y0 = line->at.x1 = line->at.y1 = 0;
	line->at.confidence = 0;
	line->size = line->indent = 0;
	line->weight = 400;
	line->heading = line->table = line->row = line->column = 0;
	line->align = JY_UNKNOWN;
	line->origin = JY_BODY;
	line->ends_paragraph = true;
}

static void
read_line(struct jy_builder *b, int page, const char *s, size_t len)
{
	struct jy_line *line = jy_add_line(b, page, s, len);
	const char *mark = memchr(s, '|', len);

	set_all(b, line);
	if (len && *s == '%')
		line->origin = JY_COMMENT;
	if (mark)
		jy_add_gap(b, line, (size_t)(mark - s), 4);
	if (len && *s == '?')
		line->at.confidence = 50;
}

static void
describe(struct jy_task *task, struct jy_builder *b)
{
	const char *title = jy_option(task, "title");
	struct jy_source *source = jy_source(b);
	struct jy_ocr *ocr = jy_ocr(b);

	source->pages = (int)jy_option_number(task, "pages");
	source->encoding = jy_copy(b, "UTF-8", 5);
	source->metadata->title = jy_copy(b, title, strlen(title));
	ocr->engine = jy_copy(b, "eye", 3);
	ocr->language = jy_copy(b, "zh", 2);
}

static int
lines_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	struct jy_bytes words = jy_option_file(task, "words");
	const char *s = (const char *)in.at, *end = s + in.size, *stop;

	if (jy_option_is(task, "fail", "yes"))
		return jy_fail(task, JY_UNAVAILABLE, "asked", "it was to %s", "fail");
	if (jy_unified(0x2f74) != 0x7acb)
		return jy_fail(task, JY_INTERNAL, "radical", "no ideograph for a radical");
	describe(task, b);
	for (; s < end; s = stop + (stop < end)) {
		stop = memchr(s, '\n', (size_t)(end - s));
		if (!stop)
			stop = end;
		read_line(b, 1, s, (size_t)(stop - s));
	}
	if (words.size)
		read_line(b, 2, (const char *)words.at, words.size);
	jy_warn(task, 2, "warned", "page %d %-s", 2, jy_words(task, JY_WORD("ends")));
	return 0;
}

JY_PLUGIN(.name = "lines", .title = "Lines of 0.1", .suffixes = "lines",
    .media_type = "text/x-lines", .options = lines_options, .probe = lines_probe,
    .read = lines_read);
