/*
 * What OCR may have misread.  出席 read as 岀席 announces nothing: so a row of a picture that has no cue
 * is tried with one of its characters put right, at its start or its end.  Only the glyph's code is,
 * by which the stages understand the row; its text stays as it was read, and a check says so.
 */
#include <string.h>

#include "stages.h"

enum {
	START = 8, END = 4,	/* glyphs of the row that are tried */
	AROUND = 4		/* ... and that are quoted to either side */
};

static bool
is_worth_proposing(enum cue cue)
{
	return cue != CUE_NONE && cue != CUE_OPENING && cue != CUE_DATE && cue != CUE_NUMBER
	    && cue != CUE_PRODUCTION;
}

static void
doubt_glyph(struct sheet *s, struct span row, size_t i, uint32_t meant)
{
	struct span before = {i > row.from + AROUND ? i - AROUND : row.from, i};
	struct span after = {i + 1, i + 1 + AROUND < row.to ? i + 1 + AROUND : row.to};
	struct jy_text a = span_solid(s, before), b = span_solid(s, after);
	struct jy_text read = span_solid(s, (struct span){i, i + 1});
	char put[5] = "";

	put[utf8_put(put, meant)] = '\0';
	check(s, "warning", "ocr-proposal", i,
	    "OCR read \"%s%s%s\", perhaps \"%s%s%s\" is printed: it was understood so and kept as read",
	    a.s ? a.s : "", read.s, b.s ? b.s : "", a.s ? a.s : "", put, b.s ? b.s : "");
}

static enum cue
propose_at(struct sheet *s, struct span row, size_t i)
{
	uint32_t read = s->glyphs[i].code, meant;
	enum cue cue;

	for (size_t k = 0; (meant = confused(read, k)); k++) {
		s->glyphs[i].code = meant & 0x1FFFFF;
		cue = cue_of(s, row);
		if (is_worth_proposing(cue)) {
			doubt_glyph(s, row, i, meant);
			return cue;
		}
	}
	s->glyphs[i].code = read & 0x1FFFFF;
	return CUE_NONE;
}

enum cue
propose_cue(struct sheet *s, struct span row)
{
	enum cue cue = CUE_NONE;

	for (size_t i = row.from; i < row.to && cue == CUE_NONE; i++) {
		if (i == row.from + START && row.to > i + END)
			i = row.to - END;
		cue = propose_at(s, row, i);
	}
	return cue;
}
