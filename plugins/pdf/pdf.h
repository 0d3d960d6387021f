/* The parts of the PDF reader: a page's glyphs, their runs and rows, and the lines made of them. */
#ifndef PDF_H
#define PDF_H

#include <jiyao/plugin.h>
#include <poppler.h>

#include "objects.h"

#define PDF_TURNS 4
#define PDF_UNDECODED "\uFFFD"

/* Where in a table: all count from 1; table 0: in none. */
struct pdf_cell { int table, row, column; };

static inline bool
pdf_is_cell(struct pdf_cell a, struct pdf_cell b)
{
	return a.table == b.table && a.row == b.row && a.column == b.column;
}

/* One printed character.  Boxes are in points, y downwards. */
struct pdf_glyph {
	const char *text, *font;	/* the font's name is the look's, and goes with it */
	int bytes;
	int weight;
	double size;		/* of the font; above 0 */
	PopplerRectangle box;
	signed char turn;	/* where its text runs: see pdf_turned */
	bool starts;		/* a new run begins here, whatever the distance */
	bool wide;		/* a Han character, or punctuation set among them */
	bool han;		/* no punctuation */
	bool artifact;		/* the document says that it is none of its content */
	bool askew;		/* of a watermark: it runs in none of the four directions */
	signed char over;	/* 1: printed over other text, -1: not; 0: not known yet */
	struct pdf_cell cell;
	unsigned char confidence;	/* of OCR, 1..100; 0: the file has it as text */
};

struct pdf_page {
	int number, turn;		/* the direction of most of its text */
	double width, height;
	char *text;			/* poppler's, which the glyphs point into */
	struct pdf_glyph *glyphs;
	size_t count, votes[PDF_TURNS];	/* glyphs, and how many of them run in each direction */
	double usual;			/* the size of most of its glyphs */
	size_t strange, stretched;	/* glyphs that may have been decoded wrongly */
	bool drawn;			/* some are of fonts that the document draws itself */
};

/* Glyphs that stand side by side with no wide gap. */
struct pdf_run {
	const struct pdf_glyph *glyphs;
	size_t count;
	PopplerRectangle box;
	double size;
	int column;		/* 0: it crosses the page; 1, 2: left, right of the gutter */
	int band;		/* what crosses the page divides the columns into bands */
	bool apart;		/* printed over other text of its row */
	struct pdf_cell cell;
	bool artifact;
	double place;		/* from the top, for the order of reading: a table's is that of its top */
};

/* Runs on one base line, from left to right. */
struct pdf_row {
	const struct pdf_run *runs;
	size_t count;
	PopplerRectangle box;
};

struct pdf_edges { double left, right; };

/* All text of a page that runs in one direction, seen with that direction turned to the right. */
struct pdf_frame {
	int page, turn, page_turn;
	double width, height;
	struct pdf_run *runs;
	size_t run_count;
	struct pdf_row *rows;	/* as they are read; room for a row a run */
	size_t row_count;
	struct pdf_edges edges[3];	/* of the text, by column */
};

/* Where the text stands on pages of one width, as far as the document was read. */
struct pdf_body {
	double width;
	struct pdf_edges edges;
};

/* How pages that are pictures are read. */
struct pdf_ocr {
	struct jy_task *task;
	struct ocr_engine *engine;
	bool always, tried;	/* tried: to start the engine */
	const char *why;	/* something could not be read */
	GArray *read, *blank;	/* pages (int); blank: no text was found */
};

/* One document on its way from bytes to lines. */
struct pdf_reading {
	struct jy_task *task;
	struct jy_bytes in;
	PopplerDocument *document;
	struct pdf_objects *objects;	/* NULL until a page wants to know */
	struct pdf_body body;
	int tables;		/* so far */
	GHashTable *tagged_tables;	/* their numbers, by those of their objects; or NULL */
	bool is_tagged;
	long tag_steps;		/* that were taken through the document's tags */
	struct pdf_ocr ocr;
	GArray *unread;		/* pages (int) that show something, but no text */
	GArray *left_out;	/* pages that were not asked for */
	GArray *doubtful;	/* pages whose text looks wrong, and nothing tells whether it is */
	bool any_text;
	int page;		/* which poppler is at */
	char *fault;		/* the first that poppler found, and the page it was at */
	int fault_page;
	bool undecoded;		/* poppler has no data to decode a font with */
	gint64 deadline;	/* by the clock of g_get_monotonic_time; 0: none */
};

/* open.c */
/* Opens the document within its limits; 0, or -1 after jy_fail. */
int pdf_open(struct pdf_reading *);
void pdf_describe(PopplerDocument *, struct jy_builder *);
/* 0, or -1 after jy_fail where time is up. */
int pdf_check_time(const struct pdf_reading *);
/* 0, or -1 after jy_fail where the page that the reading is at has more text than it may. */
int pdf_check_text(struct pdf_reading *);

/* report.c */
/* Takes what poppler says while DATA (struct pdf_reading) is read. */
void pdf_hear(const char *domain, GLogLevelFlags, const char *message, gpointer data);
/* Says what went wrong; 0, or -1 after jy_fail. */
int pdf_report(const struct pdf_reading *);

/* What poppler does not tell; opened when it is first asked for. */
const struct pdf_objects *pdf_objects(struct pdf_reading *);

/* shown.c: how many bytes of text page NUMBER, from 1, shows; or some number above MOST.  0 where it
 * can't be known. */
size_t pdf_shown_text(const struct pdf_objects *, int number, size_t most);

/* pages.c: lists of pages. */
/* For each page, from 1, whether the option `pages` wants it read; the caller frees it with g_free.
 * NULL after jy_fail. */
char *pdf_choose_pages(struct jy_task *, int count);
/* "page 2", "pages 2, 5-7"; of the ints in PAGES, which rise. */
const char *pdf_page_list(struct jy_task *, const GArray *pages);

/* glyphs.c */
/* The box that poppler gives, right way round and no larger than can be reckoned with. */
PopplerRectangle pdf_box(const PopplerRectangle *);
/* Fills the page's glyphs, whose looks they are. */
void pdf_collect(struct pdf_page *, PopplerPage *, const GList *looks);
/* Does its text look as if numbers of glyphs had been taken for characters? */
bool pdf_is_doubtful(const struct pdf_page *);
/* Asks its fonts; what is set in those that can't be decoded becomes U+FFFD. */
void pdf_judge(struct pdf_reading *, struct pdf_page *);

/* tilt.c: finds the glyphs that run askew, among those that have no direction yet. */
void pdf_find_askew(struct pdf_page *);

/* structure.c: gives the glyphs, which are turned already, what lines and tags say of them; false:
 * nothing.  FRAME is how they stand without that. */
bool pdf_find_structure(struct pdf_reading *, struct pdf_page *, const struct pdf_frame *);

/* page.c: adds the lines of the page that the reading is at; whether it has any text. */
bool pdf_read_page(struct pdf_reading *, struct jy_builder *, PopplerPage *);
/* Adds the lines that glyphs make which the page shows. */
void pdf_lay_out(struct pdf_reading *, struct jy_builder *, PopplerPage *, struct pdf_glyph *,
    size_t count);
/* BOX as it is seen after turning the WIDTH by HEIGHT page so that text which ran rightwards (0),
 * down (1), leftwards (2) or up (3) runs rightwards. */
PopplerRectangle pdf_turned(PopplerRectangle box, int turn, double width, double height);

/* layout.c: finds columns and rows and puts them in the order of reading, tables cell by cell. */
void pdf_arrange(struct pdf_frame *, struct pdf_body *);
/* Does its text stand as that of a table does?  Then it is worth while to look for one. */
bool pdf_looks_tabular(const struct pdf_frame *);

/* line.c: adds the line that a row is. */
void pdf_add_row(struct jy_builder *, const struct pdf_frame *, const struct pdf_row *);

static inline double
pdf_middle(PopplerRectangle box)
{
	return (box.y1 + box.y2) / 2;
}

static inline PopplerRectangle
pdf_union(PopplerRectangle a, PopplerRectangle b)
{
	return (PopplerRectangle){
	    MIN(a.x1, b.x1), MIN(a.y1, b.y1), MAX(a.x2, b.x2), MAX(a.y2, b.y2)};
}

#endif
