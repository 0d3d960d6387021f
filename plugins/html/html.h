/* The parts of the HTML reader: bytes to clean markup, to a row of nodes, to lines. */
#ifndef HTML_H
#define HTML_H

#include <jiyao/plugin.h>
#include <stdint.h>

#include "../encoding/encoding.h"
#include "../numerals/numerals.h"

/* charset.c: 0 with IN as UTF-8 in the reading, whose text the caller frees, or -1. */
int html_decode(struct jy_task *, struct jy_bytes in, struct encoding_reading *);

/* clean.c: what the parser gets to see: no comments, scripts or style sheets, and no character that
 * it would drop.  The caller frees the text; 0, or -1 after jy_fail. */
struct html_markup { char *text; size_t len; };
int html_clean(struct jy_task *, const char *text, size_t len, struct html_markup *);

/* tags.c */
enum html_tag {
	HTML_TEXT,	/* no element, but text */
	HTML_INLINE, HTML_BLOCK,	/* all that mean no more to us */
	HTML_A, HTML_ARTICLE, HTML_ASIDE, HTML_BOLD, HTML_BR, HTML_CELL, HTML_CENTER, HTML_CONTROL,
	HTML_DEL, HTML_EMBEDDED, HTML_FONT, HTML_FOOTER, HTML_HEAD_CELL, HTML_HEADER, HTML_HEADING,
	HTML_HR, HTML_INPUT, HTML_ITEM, HTML_META, HTML_NAV, HTML_NOTHING, HTML_ORDERED,
	HTML_PHONETIC, HTML_PICTURE, HTML_PRE, HTML_ROW, HTML_TABLE, HTML_TITLE, HTML_UNORDERED
};
/* The tag of that name in lower case; *LEVEL is a heading's. */
enum html_tag html_tag(const char *name, int *level);
/* Does it stand on lines of its own? */
bool html_is_block(enum html_tag);

/* look.c: what elements inherit and their attributes change. */
struct html_look {
	double size, indent;		/* in points, 0: unknown */
	const struct html_listing *listing;	/* how items are numbered; NULL: not */
	unsigned char align, heading;
	bool bold, keeps_space, hidden, linked, deleted;
};
/* NAMES has names and values in turn, up to a NULL; it may be NULL. */
const char *html_attribute(const char *const *names, const char *name);
void html_take_look(struct html_look *, enum html_tag, const char *const *names);
/* A number at S, in whatever locale; *STOP is what follows it. */
double html_number(const char *s, const char **stop);
/* Do the N bytes at S say WORD, in lower or upper case? */
bool html_says(const char *s, size_t n, const char *word);

/* lists.c: the numbering of that CSS name or of that type attribute; NULL: none. */
const struct html_listing *html_listing(const char *name, size_t len);
/* hints.c: what a page calls its parts. */
enum html_hint { HTML_NO_HINT, HTML_MAY_BE_HEADER, HTML_MAY_BE_FURNITURE, HTML_IS_FURNITURE };
enum html_hint html_hint(enum html_tag, const char *const *names);

/* parse.c: the page as nodes in the order of their start tags. */
struct html_node {
	size_t parent, end;		/* the node after the element's last */
	size_t at, len;			/* of a text, in the page's */
	struct html_look look;
	enum html_tag tag;
	enum jy_origin origin;
	unsigned char hint;		/* enum html_hint */
	bool real;			/* a link that leads elsewhere; a picture that is seen */
	bool unheard;			/* for the eyes only */
	bool mild;			/* furniture that a title may stand in */
	int rows, columns;		/* that a cell spans; later its place */
	int value;			/* of an item; where a list starts; a table's number */
	bool reversed, stated;		/* of a list; whether there is a value */
};
/* How much of everything there is before a node. */
struct html_sum { uint32_t chars, linked, links, real, prose, plain, blocks; };
struct html_page {
	struct jy_task *task;
	struct jy_builder *builder;
	struct html_node *nodes;
	size_t count, room;
	char *text;
	size_t len, text_room;
	struct html_sum *sums;		/* one more than there are nodes */
	size_t root;			/* the node that holds the text; 0: the page */
	size_t before, after;		/* what is outside of them is the site's */
	char *title;			/* without white space */
	bool own;			/* jiyao wrote it */
	long embedded, pictures, fields, hidden, phonetic;
	char embedded_name[128];
};
int html_parse(struct html_page *, const struct html_markup *);
void html_free(struct html_page *);

/* metadata.c */
void html_meet_meta(struct html_page *, const char *const *names);
void html_take_title(struct html_page *);

/* content.c: which nodes are furniture. */
void html_find_content(struct html_page *);
/* What a node that is the site's is: before the text, or after it. */
enum jy_origin html_side(const struct html_page *, size_t node);

/* site.c: what the line is that begins after node FROM and ends before node AT; FIRST is the node of
 * its first text, and S all of it. */
struct html_stretch { size_t from, at, first; const char *s; size_t len; };
enum jy_origin html_origin(struct html_page *, const struct html_stretch *);

/* lists.c: a list begins at that node; the label of ITEM is added to those that wait for a line. */
void html_begin_list(struct html_page *, size_t at);
void html_label_item(struct html_page *, const struct html_node *item,
    struct numerals_label *waiting);

/* tables.c: which tables hold data, and where in the grid their cells stand. */
void html_place_cells(struct html_page *);

/* lines.c: the lines are added. */
void html_add_lines(struct html_page *);

/* write.c writes pages with this name of a generator; what stands in their asides is ours. */
#define HTML_GENERATOR "jiyao"

/* html.c: where memory ends, so does the process. */
void *html_resize(void *, size_t count, size_t size);
void *html_alloc(size_t count, size_t size);
/* The character at S, which is UTF-8; *SIZE is how many bytes it takes. */
uint32_t html_character(const char *s, size_t *size);
bool html_is_space(char);

#endif
