/* Stories: running text with its paragraphs, tables, fields and pages. */
#include "body.h"

#include <string.h>

void
docx_push_story(struct docx_body *b, enum jy_origin origin)
{
	struct docx_story *s = docx_alloc(sizeof(*s));

	s->outer = b->story;
	s->origin = origin;
	s->page = b->story ? b->story->page : origin == JY_BODY;
	s->turned = true;
	b->story = s;
}

void
docx_pop_story(struct docx_body *b)
{
	struct docx_story *s = b->story;

	docx_end(b);
	while (s->table)
		docx_pop_table(b);
	if (s->instruction)
		b->document->lost[DOCX_OPEN_FIELD] += s->withheld;
	b->story = s->outer;
	docx_release(s, NULL);
}

void
docx_begin(struct docx_body *b)
{
	struct docx_paragraph *p = &b->story->paragraph;

	if (p->open)
		docx_end(b);
	docx_begin_paragraph(p, b->story->page);
}

void
docx_end(struct docx_body *b)
{
	struct docx_story *s = b->story;
	struct docx_spot spot = {.origin = docx_is_deleted(s) ? JY_DELETED : s->origin};

	if (docx_is_covered(s)) {
		docx_drop_paragraph(&s->paragraph);
		return;
	}
	if (s->table) {
		spot.table = s->table->number;
		spot.row = s->table->row;
		spot.column = s->table->column;
	}
	docx_end_paragraph(b->document, &s->paragraph, spot);
}

void
docx_text(struct docx_body *b, const char *text, size_t len)
{
	struct docx_story *s = b->story;
	long n = docx_characters(text, len);

	if (s->instruction) {
		s->withheld += n;
		return;
	}
	b->characters += n;
	if (!s->paragraph.open)
		docx_begin(b);
	if (b->in_phonetic) {
		b->document->lost[DOCX_PHONETIC] += n;
	} else if (docx_said(&s->paragraph.run, DOCX_HIDDEN, 0) || docx_is_covered(s)) {
		b->document->lost[DOCX_HIDDEN_TEXT] += n;
	} else if (s->deleted) {
		docx_add_deleted(&s->paragraph, text, len);
	} else {
		docx_add_text(&s->paragraph, text, len);
		s->turned &= !n;
	}
}

void
docx_break(struct docx_body *b)
{
	if (b->story->instruction || b->story->deleted)
		return;
	if (!b->story->paragraph.open)
		docx_begin(b);
	docx_break_line(&b->story->paragraph, b->story->page);
}

/* Programs that write down where pages broke do so after a forced break, too: that is one page. */
void
docx_turn_page(struct docx_body *b, bool forced)
{
	struct docx_story *s = b->story;
	bool counts = !s->outer && s->page && !s->deleted;

	if (counts && (forced || !s->turned))
		s->page++;
	s->turned = forced;
	docx_move_line(&s->paragraph, s->page);
}

void
docx_field(struct docx_body *b, const char *type)
{
	struct docx_story *s = b->story;
	bool begins = strcmp(type, "begin") == 0, ends = strcmp(type, "end") == 0;

	if (begins) {
		s->fields++;
		if (!s->instruction) {
			s->instruction = s->fields;
			s->withheld = 0;
		}
	} else if (s->instruction == s->fields) { /* its result begins, or there is none */
		s->instruction = 0;
	}
	if (ends && s->fields)
		s->fields--;
}
