/* How far the reading of a part has come; body.c moves it on. */
#ifndef DOCX_BODY_H
#define DOCX_BODY_H

#include "docx.h"

struct docx_table { struct docx_table *outer; int number, row, column, span; };

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
};

/* mc:AlternateContent whose branches are being read. */
struct docx_choice { struct docx_choice *outer; bool taken; long before; };

struct docx_body {
	struct docx_document *document;
	struct docx_xml *xml;
	struct docx_story *story;
	struct docx_choice *choice;
	long characters;		/* met so far, hidden ones too */
	bool in_text, in_phonetic;
};

/* story.c */
void docx_push_story(struct docx_body *, enum jy_origin);
void docx_pop_story(struct docx_body *);
void docx_push_table(struct docx_body *);
void docx_pop_table(struct docx_body *);
void docx_begin(struct docx_body *);
/* Ends the paragraph at hand, and one that waits for its continuation too. */
void docx_end(struct docx_body *);
void docx_text(struct docx_body *, const char *text, size_t len);
void docx_break(struct docx_body *);
/* A new page: FORCED by the document, or only where it was broken when it was last printed. */
void docx_turn_page(struct docx_body *, bool forced);
void docx_field(struct docx_body *, const char *type);

/* choice.c */
void docx_open_alternate(struct docx_body *);
void docx_close_alternate(struct docx_body *);
void docx_open_choice(struct docx_body *);
void docx_close_choice(struct docx_body *);
void docx_open_fallback(struct docx_body *);

#endif
