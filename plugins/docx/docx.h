/* The parts of the DOCX reader: the package, its XML, looks, lists, and the text itself. */
#ifndef DOCX_H
#define DOCX_H

#include <jiyao/plugin.h>
#include <libxml/hash.h>
#include <libxml/xmlreader.h>
#include <zip.h>

#include "../numerals/numerals.h"
#include "../package/package.h"

/* options.c */
enum docx_changes { DOCX_ACCEPT, DOCX_REJECT, DOCX_SHOW };	/* DOCX_SHOW accepts, too */
extern const struct jy_option docx_options[];
enum docx_changes docx_changes(const struct jy_task *);

/* package.c: the zip archive and its parts. */
struct docx_package {
	struct jy_task *task;	/* NULL while probing: then nothing is reported */
	struct package zip;
	xmlHashTable *entries, *types;
	long long looks;	/* bytes that the parser looked at again */
	bool typed;		/* it has content types */
};
/* 0, or -1 after an error; it is closed in any case. */
int docx_open_package(struct docx_package *, struct jy_task *, struct jy_bytes);
void docx_close_package(struct docx_package *);
/* False where there is no such part.  TWICE: more than one entry has its name. */
bool docx_find_entry(const struct docx_package *, const char *part, zip_uint64_t *index,
    bool *twice);
/* Reads the content types; 0, or -1 after an error. */
int docx_read_types(struct docx_package *);
/* The content type of the part; "": none is given. */
const char *docx_type(const struct docx_package *, const char *part);

/* relations.c: how one part points at others. */
struct docx_relation {
	struct docx_relation *next;
	const char *id, *type, *part;	/* type: the last word of its URI, "styles" */
};
struct docx_relations { struct docx_relation *first; xmlHashTable *by_id; };

/* What PART ("": the package itself) points at; 0, or -1 after an error. */
int docx_read_relations(struct docx_package *, const char *part, struct docx_relations *);
void docx_free_relations(struct docx_relations *);
/* The first part of that type; NULL: none. */
const char *docx_related(const struct docx_relations *, const char *type);

/* identify.c: what the document is, or what else the input is. */
int docx_probe(struct jy_bytes);
/* The part with the document's text; NULL: none.  WHAT is then what else the package holds. */
const char *docx_main_part(struct docx_package *, const struct docx_relations *, const char **what);
/* These two fail, with the reason. */
int docx_refuse(struct jy_task *, struct jy_bytes);
int docx_refuse_package(struct docx_package *, const char *what);

/* stream.c, xml.c: a part, read as a stream of elements and text. */
enum docx_event { DOCX_END, DOCX_OPEN, DOCX_CLOSE, DOCX_TEXT };
struct docx_xml {
	struct docx_package *package;
	const char *part;
	struct package_part unpacked;
	xmlTextReader *reader;
	const xmlNode *node;
	const char *name;	/* of the element, without prefix; "" in a foreign namespace */
	const char *text;	/* of a DOCX_TEXT */
	int depth;		/* of the element; the root's is 0 */
	int spaces;		/* namespaces that are declared around it */
	bool empty;		/* just opened and already at its end */
	enum package_flaw flaw;
	long long parsed;	/* bytes that the parser is done with */
	int declared;		/* characters of <!D just met */
};

/* False where the archive holds no such part. */
bool docx_open_part(struct docx_xml *, struct docx_package *, const char *part);
/* 0, or -1 after jy_fail where the part could not be read to its end. */
int docx_close_part(struct docx_xml *);
enum docx_event docx_next(struct docx_xml *);
/* Goes to the next element that opens within the one at DEPTH; false at that one's end. */
bool docx_inside(struct docx_xml *, int depth);
/* Goes to the end of the element just opened. */
void docx_skip(struct docx_xml *);
bool docx_is(const struct docx_xml *, const char *name);
/* The attribute of the element just opened, by its name without prefix; NULL: none. */
const char *docx_attribute(const struct docx_xml *, const char *name);
bool docx_is_on(const char *value);
int docx_attribute_number(const struct docx_xml *, const char *name, int otherwise);

/* look.c: what a style, a list, a paragraph or a run says of its look, and leaves unsaid. */
enum docx_aspect {
	DOCX_ALIGN,		/* enum jy_align */
	DOCX_LEFT, DOCX_FIRST,	/* indents in twips; the first line's is on top of the left one */
	DOCX_LEFT_CHARS, DOCX_FIRST_CHARS,	/* the same in hundredths of a character */
	DOCX_OUTLINE,		/* 0..8 are headings, 9 is body text */
	DOCX_PAGE_BREAK, DOCX_NUMBER, DOCX_LEVEL,
	DOCX_SIZE,		/* half points */
	DOCX_BOLD, DOCX_HIDDEN, DOCX_ASPECTS
};
struct docx_look { unsigned said; int value[DOCX_ASPECTS]; };

void docx_say(struct docx_look *, enum docx_aspect, int value);
int docx_said(const struct docx_look *, enum docx_aspect, int otherwise);
/* What OVER says replaces what the look said. */
void docx_overlay(struct docx_look *, const struct docx_look *over);
/* Adds what the element just opened says. */
void docx_add_look(struct docx_look *, const struct docx_xml *);

/* styles.c */
struct docx_styles {
	xmlHashTable *by_id;
	struct docx_look defaults;
	const char *usual;	/* the style of paragraphs that name none, or NULL */
};
void docx_read_styles(struct docx_styles *, struct docx_xml *, struct jy_builder *);
void docx_free_styles(struct docx_styles *);
/* What the style and those it is based on say; ID may be NULL or unknown. */
struct docx_look docx_style_look(const struct docx_styles *, const char *id);
/* ID as the styles keep it, for later; NULL where it is unknown. */
const char *docx_style_name(const struct docx_styles *, const char *id);
/* A list that is bound to the style says which of its levels the style stands for. */
void docx_bind_style(struct docx_styles *, const char *id, int number, int level);
/* The number of the list that the style itself names; 0: none. */
int docx_style_number(const struct docx_styles *, const char *id);

/* numbering.c, counting.c: lists and where their counters stand. */
struct docx_numbering {
	xmlHashTable *lists, *numbers;
	struct docx_level *levels;
	long unknown;		/* labels with numerals that are not known */
};
void docx_read_numbering(struct docx_numbering *, struct docx_xml *, struct jy_builder *);
void docx_free_numbering(struct docx_numbering *);
/* Lists may point at styles, and styles at levels of lists: ties both. */
void docx_tie_numbering(struct docx_numbering *, struct docx_styles *);
/* The look that the level of a list gives to its paragraphs; NULL: no such list. */
const struct docx_look *docx_level_look(const struct docx_numbering *, int number, int level);
/* Counts one paragraph and prints its label. */
struct numerals_label docx_count(struct docx_numbering *, int number, int level);

/* symbols.c: the character that code CODE of a symbol font prints; CODE where it is not known. */
unsigned docx_symbol(const char *font, unsigned code);

/* body.c: the text of a part as lines. */
enum docx_loss {
	DOCX_HIDDEN_TEXT, DOCX_PHONETIC, DOCX_OPEN_FIELD, DOCX_PLACEHOLDER, DOCX_EMBEDDED,
	DOCX_PICTURE, DOCX_DIAGRAM, DOCX_OBJECT, DOCX_DATE, DOCX_EQUATION, DOCX_SYMBOL, DOCX_LOSSES
};
struct docx_reference { struct docx_reference *next; const char *part; enum jy_origin origin; };
struct docx_document {
	struct jy_builder *builder;
	enum docx_changes changes;
	struct docx_package package;
	struct docx_relations relations;	/* of the main part */
	struct docx_styles styles;
	struct docx_numbering numbering;
	struct docx_reference *references, **references_end;	/* headers and footers */
	xmlHashTable *referred;
	xmlHashTable *forgotten;	/* notes whose marks are not read */
	int tables;		/* so far */
	long lost[DOCX_LOSSES];
	const char *embedded;	/* the first embedded document */
	long insertions, deletions, alterations;	/* tracked */
	long unread;		/* characters that changes take away */
};
/* Reads the part to its end; what goes wrong with it is told by docx_close_part. */
void docx_read_body(struct docx_document *, struct docx_xml *, enum jy_origin);

/* paragraph.c: collects a paragraph; its lines are added when it ends. */
struct docx_line;
struct docx_paragraph {
	struct docx_look look;	/* of the paragraph; what it says of runs is their default */
	struct docx_look run;	/* of the run at hand */
	struct docx_line *first, *last;
	struct docx_line *deleted, *last_deleted;	/* pieces, to be shown */
	bool in_deleted;	/* the last piece goes on */
	bool open;
	bool mark_dropped;	/* its end is a change not read: the next paragraph continues it */
	bool mark_hidden;
};
/* Where a paragraph stands. */
struct docx_spot { int page, table, row, column; enum jy_origin origin; };
void docx_begin_paragraph(struct docx_paragraph *, int page);
void docx_add_text(struct docx_paragraph *, const char *text, size_t len);
void docx_add_deleted(struct docx_paragraph *, const char *text, size_t len);
/* A line ends within the paragraph; the next one stands on PAGE. */
void docx_break_line(struct docx_paragraph *, int page);
/* Whether the line at hand has text; where it has none, it may turn out to begin on PAGE. */
bool docx_has_text(const struct docx_paragraph *);
void docx_move_line(struct docx_paragraph *, int page);
/* Adds the lines, label first, and forgets the paragraph. */
void docx_end_paragraph(struct docx_document *, struct docx_paragraph *, struct docx_spot);
void docx_drop_paragraph(struct docx_paragraph *);
/* Characters of TEXT, white space aside. */
long docx_characters(const char *text, size_t len);

/* properties.c */
/* Gives the paragraph the look of its style, its list and its OWN words. */
void docx_dress_paragraph(const struct docx_document *, struct docx_paragraph *, const char *style,
    const struct docx_look *own);
/* These three read the element just opened (pPr, rPr, sectPr) to its end. */
void docx_read_paragraph_properties(struct docx_document *, struct docx_xml *,
    struct docx_paragraph *);
void docx_read_run_properties(struct docx_document *, struct docx_xml *, struct docx_look *run);
void docx_read_section(struct docx_document *, struct docx_xml *);

/* losses.c: warns of what is not read. */
void docx_tell_losses(const struct docx_document *);

/* metadata.c: ROOT is what the package itself points at; 0, or -1 after an error. */
int docx_read_metadata(struct docx_package *, const struct docx_relations *root,
    struct jy_builder *);

/* Zeroed memory; where there is none the process ends, as the host's rule is. */
void *docx_alloc(size_t);
/* Frees it; the key is there because hash tables call it. */
void docx_release(void *, const xmlChar *key);
/* A copy that lives as long as the minutes; NULL stays NULL. */
const char *docx_keep(struct jy_builder *, const char *);

#endif
