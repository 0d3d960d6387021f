/* Objects of a page's content, read into a scene. */
#ifndef JIYAO_OFD_CONTENT_H
#define JIYAO_OFD_CONTENT_H

#include "scene.h"
#include "stream.h"

/* What the resources of a document define, by identifier. */
struct ofd_resources {
	xmlHashTable *fonts;		/* int: the weight */
	xmlHashTable *units;		/* struct ofd_scene: pieces that pages show */
};
/* How objects are shown. */
struct ofd_pen { struct ofd_matrix matrix; bool hidden, fixed; };

/* Reads the element just opened to its end, if it is an object; false: it is something else. */
bool ofd_read_object(struct ofd_stream *, const struct ofd_resources *, struct ofd_scene *,
    struct ofd_pen);
/* Whether the scene may get N characters more; false: that is too many, which is told. */
bool ofd_may_grow(struct ofd_archive *, const struct ofd_scene *, size_t n);
/* Puts the pieces that the scene uses in their places. */
void ofd_show_uses(struct ofd_archive *, const struct ofd_resources *, struct ofd_scene *);

void ofd_open_resources(struct ofd_resources *);
/* Adds what PART, which stands open, defines; it is read to its end. */
void ofd_read_resources(struct ofd_resources *, struct ofd_stream *part);
void ofd_free_resources(struct ofd_resources *);

/* The matrix of an object: its CTM, then its Boundary's corner, then OUTER. */
struct ofd_matrix ofd_object_matrix(const struct ofd_stream *, struct ofd_matrix outer,
    bool *bounded);
bool ofd_is_hidden(const struct ofd_stream *);
/* A text object that stands open; its characters in their places. */
void ofd_read_text(struct ofd_stream *, const struct ofd_resources *, struct ofd_scene *,
    struct ofd_pen);
/* How wide fonts set a character, in ems.  They differ, and none is asked. */
double ofd_ems(uint32_t c);
/* Characters that have no place. */
void ofd_write_plain(struct ofd_archive *, struct ofd_scene *, const char *text);

#endif
