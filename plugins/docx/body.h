/* How far the reading of a part has come; body.c moves it on. */
#ifndef DOCX_BODY_H
#define DOCX_BODY_H

#include "docx.h"

struct docx_table {
	struct docx_table *outer;
	int number, row, column, span;
	bool row_hidden, row_deleted;
	bool covered, cell_deleted;	/* covered: by the cell that it is merged with */
};

/* Text that runs on its own: the part's, or that of one of its text boxes. */
struct docx_story {
	struct docx_story *outer;
	struct docx_paragraph paragraph;
	struct docx_table *table;	/* the innermost; NULL: none */
	enum jy_origin origin;
	int page;			/* 0: what it stands on is not known */
	bool turned;			/* a new page was forced, and is without text */
	int fields;			/* that are open */
	int instruction;		/* the outermost whose result has not begun; 0: none */
	long withheld;			/* characters in that instruction */
	int deleted;			/* deletions that are open, and to be shown */
};

/* mc:AlternateContent whose branches are being read. */
struct docx_choice { struct docx_choice *outer; bool taken; long before, pictures; };

struct docx_body {
	struct docx_document *document;
	struct docx_xml *xml;
	struct docx_story *story;
	struct docx_choice *choice;
	enum jy_origin origin;		/* of the part */
	long characters;		/* met so far, hidden ones too */
	bool in_text, in_phonetic;
	bool placeholder;		/* the content control at hand holds no more than a hint */
};

/* story.c */
void docx_push_story(struct docx_body *, enum jy_origin);
void docx_pop_story(struct docx_body *);
void docx_begin(struct docx_body *);
/* Ends the paragraph at hand, and one that waits for its continuation too. */
void docx_end(struct docx_body *);
void docx_text(struct docx_body *, const char *text, size_t len);
void docx_break(struct docx_body *);
/* A new page: FORCED by the document, or only where it was broken when it was last printed. */
void docx_turn_page(struct docx_body *, bool forced);
void docx_field(struct docx_body *, const char *type);

/* The rest are handlers of elements: of what opens and, where it matters, of what closes. */

/* inline.c: paragraphs and what stands in them. */
void docx_open_paragraph(struct docx_body *);
void docx_close_paragraph(struct docx_body *);
void docx_open_paragraph_properties(struct docx_body *);
void docx_open_run(struct docx_body *);
void docx_open_run_properties(struct docx_body *);
void docx_open_text(struct docx_body *);
void docx_close_text(struct docx_body *);
void docx_open_tab(struct docx_body *);
void docx_open_hyphen(struct docx_body *);
void docx_open_symbol(struct docx_body *);
void docx_open_break(struct docx_body *);
void docx_open_rendered_break(struct docx_body *);
void docx_open_field(struct docx_body *);
void docx_open_date(struct docx_body *);
void docx_open_phonetic(struct docx_body *);
void docx_close_phonetic(struct docx_body *);

/* table.c */
void docx_push_table(struct docx_body *);
void docx_pop_table(struct docx_body *);
void docx_open_row(struct docx_body *);
void docx_open_row_properties(struct docx_body *);
void docx_open_cell(struct docx_body *);
void docx_open_cell_properties(struct docx_body *);
/* Whether the text at hand stands in a cell that is not seen, or is deleted. */
bool docx_is_covered(const struct docx_story *);
bool docx_is_deleted(const struct docx_story *);

/* changes.c: tracked changes. */
void docx_open_insertion(struct docx_body *);
void docx_open_deletion(struct docx_body *);
void docx_close_deletion(struct docx_body *);
void docx_open_deleted_text(struct docx_body *);
void docx_close_deleted_text(struct docx_body *);
void docx_open_note_reference(struct docx_body *);
void docx_open_note(struct docx_body *);
/* Passes over what is left of the element at DEPTH; the characters in it, and the notes that are
 * referred to there go with it where FORGET. */
long docx_pass_text(struct docx_body *, int depth, bool forget);

/* objects.c: boxes, controls, pictures and what else is no running text. */
void docx_open_text_box(struct docx_body *);
void docx_close_text_box(struct docx_body *);
void docx_open_text_path(struct docx_body *);
void docx_open_control_properties(struct docx_body *);
void docx_open_control(struct docx_body *);
void docx_open_chunk(struct docx_body *);
void docx_open_picture(struct docx_body *);
void docx_open_diagram(struct docx_body *);
void docx_open_object(struct docx_body *);
void docx_open_equation(struct docx_body *);

/* choice.c */
void docx_open_alternate(struct docx_body *);
void docx_close_alternate(struct docx_body *);
void docx_open_choice(struct docx_body *);
void docx_close_choice(struct docx_body *);
void docx_open_fallback(struct docx_body *);

#endif
