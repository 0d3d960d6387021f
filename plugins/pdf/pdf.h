/* The parts of the PDF reader: a page's glyphs, their runs and rows, and the lines made of them. */
#ifndef PDF_H
#define PDF_H

#include <jiyao/plugin.h>
#include <poppler.h>

/* One printed character.  Boxes are in points, y downwards. */
struct pdf_glyph {
	const char *text;
	int bytes;
	int weight;
	double size;		/* of the font; above 0 */
	PopplerRectangle box;
	signed char turn;	/* where its text runs: see pdf_turned */
	bool starts;		/* a new run begins here, whatever the distance */
	bool wide;		/* a Han character, or punctuation set among them */
	unsigned char confidence;	/* of OCR, 1..100; 0: the file has it as text */
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
	int page, turn;
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

/* page.c: adds the lines of a page; whether it has any text. */
bool pdf_read_page(struct jy_builder *, PopplerPage *, int number, struct pdf_body *);
/* Adds the lines that glyphs make which the page shows. */
void pdf_lay_out(struct jy_builder *, PopplerPage *, int number, struct pdf_glyph *, size_t count,
    struct pdf_body *);
/* BOX as it is seen after turning the WIDTH by HEIGHT page so that text which ran rightwards (0),
 * down (1), leftwards (2) or up (3) runs rightwards. */
PopplerRectangle pdf_turned(PopplerRectangle box, int turn, double width, double height);

/* pdf.c: "page 2", "pages 2, 5-7", to be freed. */
char *pdf_page_list(const GArray *pages);

/* layout.c: finds columns and rows and puts them in the order of reading. */
void pdf_arrange(struct pdf_frame *, struct pdf_body *);

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
