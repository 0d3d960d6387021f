/*
 * The recogniser, from lines that know all that a line can know.  Each line of the input is its text
 * behind a head of ten bytes, where it begins with \1; a line without is a plain one.
 */
#include <string.h>

#include "fuzz.h"

enum { HEAD = 10 };

struct reading { struct jy_builder *b; int page; double y; };

/* Pages that go on or back, cells, headings, boxes, gaps: as good and as bad as any reader's. */
static void
dress(struct reading *r, struct jy_line *line, const uint8_t *head)
{
	line->table = head[1] & 7;
	line->row = head[2] & 31;
	line->column = head[2] >> 5;
	line->heading = head[3] & 15;
	line->origin = (enum jy_origin)((head[3] >> 4) % (JY_DELETED + 1));
	line->align = (enum jy_align)(head[4] % (JY_JUSTIFIED + 1));
	line->ends_paragraph = head[4] & 0x80;
	line->size = head[5];
	line->indent = head[6];
	line->weight = head[5] & 1 ? 700 : 400;
	line->at.confidence = head[7] % 101;
	if (head[8]) {
		line->at.x0 = head[8];
		line->at.x1 = line->at.x0 + head[9] * 4;
		line->at.y0 = r->y += head[6];
		line->at.y1 = line->at.y0 + head[5];
	}
	for (size_t at = head[9] & 15; at && at < line->text.len; at += at + 3)
		jy_add_gap(r->b, line, at, head[8] / 16.0);
	if (head[7] & 0x80)
		line->label = jy_copy(r->b, "（一）", strlen("（一）"));
}

static void
take(struct reading *r, const uint8_t *text, size_t len)
{
	bool dressed = len >= HEAD && *text == 1;
	struct jy_line *line;

	if (dressed)
		r->page += text[1] >> 6;
	line = jy_add_line(r->b, r->page, (const char *)text + (dressed ? HEAD : 0),
	    len - (dressed ? HEAD : 0));
	if (dressed)
		dress(r, line, text);
}

static int
lines_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *b)
{
	struct reading r = {.b = b, .page = 1};
	const unsigned char *at = in.at, *end = in.at + in.size, *stop;

	(void)task;
	for (; at < end; at = stop + 1) {
		stop = memchr(at, '\n', (size_t)(end - at));
		if (!stop)
			stop = end;
		take(&r, at, (size_t)(stop - at));
	}
	return 0;
}

static int
lines_probe(struct jy_bytes in)
{
	return in.size > 0;
}

static const struct jy_plugin lines = {
	.size = sizeof(lines), .name = "lines", .title = "Lines", .probe = lines_probe, .read = lines_read,
};

static void
begin(void)
{
	fuzz_host();
}

static void
run(struct jy_bytes in)
{
	if (in.size)
		fuzz_convert(&lines, in);
}

const struct fuzz_target fuzz_lines = {.name = "lines", .begin = begin, .run = run};
