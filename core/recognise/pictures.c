/* Lines that OCR read: each is listed, with its place and how sure OCR is of it; and what it is not
 * sure of is doubted. */
#include "stages.h"

/* Of the lines below it three in four are misread, on clean pages; below 60 all, but hardly any is. */
enum { SURE = 85 };

void
list_pictures(struct sheet *s)
{
	struct jy_ocr_line **end;
	struct jy_ocr *ocr = NULL;
	long sum = 0, count = 0;

	for (const struct jy_line *line = s->b->lines; line; line = line->next) {
		if (!line->at.confidence)
			continue;
		if (!ocr) {
			ocr = jy_ocr(s->b);
			end = &ocr->lines;
		}
		*end = arena_alloc(s->arena, sizeof(**end));
		(*end)->at = line->at;
		end = &(*end)->next;
		sum += line->at.confidence;
		count++;
		if (line->at.confidence < SURE)
			check_place(s, "warning", "low-confidence", &line->at,
			    "OCR is not sure (%d of 100) of \"%s\"", line->at.confidence,
			    line->text.s);
	}
	if (count)
		ocr->confidence = (int)(sum / count);
}
