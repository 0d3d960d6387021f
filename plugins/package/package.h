/*
 * Packages: zip archives whose parts are XML, as Word documents and OFD are.  How much may be
 * unpacked, why a part cannot be read, and how that is said; compiled into each of their readers.
 */
#ifndef JIYAO_PACKAGE_H
#define JIYAO_PACKAGE_H

#include <jiyao/plugin.h>
#include <libxml/parser.h>
#include <zip.h>

#include "hush.h"
#include "watch.h"

/* The rows that each reader's options end with. */
#define PACKAGE_OPTIONS \
	{"max-size", JY_NUMBER, "256", "1..16384", "MiB that a package may unpack to"}, \
	{"max-entries", JY_NUMBER, "10000", "1..1000000", "parts that a package may have"}, \
	{"max-ratio", JY_NUMBER, "1000", "1..1000000", \
	 "how many times its packed size a part of more than 1 MiB may unpack to"}, \
	{"max-depth", JY_NUMBER, "256", "8..4096", "how deep elements may be nested"}

struct package {
	struct jy_task *task;	/* NULL while probing: then nothing is reported */
	zip_t *zip;
	long long packed;	/* bytes of the archive */
	long long size, room;	/* bytes that may be unpacked, and that still may */
	long long ratio;	/* how many times its packed size a part may have */
	int depth;		/* how deep elements may be nested */
	struct package_hush hush;
};

/* Takes the limits from the options, from their defaults where the task is NULL; and hushes libxml2.
 * package_end is due. */
void package_begin(struct package *, struct jy_task *);
bool package_is_zip(struct jy_bytes);
/* 0, or -1 after jy_fail. */
int package_open_zip(struct package *, struct jy_bytes);
void package_end(struct package *);
/* 0, or -1 after jy_fail where so many parts are more than may be. */
int package_admit(const struct package *, long long parts);
/* Takes N bytes of the room; false where there are not as many. */
bool package_spend(struct package *, long long n);
/* Names of parts are the same whatever the case of their ASCII letters: makes it lower. */
void package_fold(char *name);

/* What is wrong with the part, to go behind its name: "is encrypted".  NULL: nothing, or it is a
 * limit that was reached. */
const char *package_words(enum package_flaw);
bool package_is_limit(enum package_flaw);
/* Fails with what is wrong with the part of that name, NULL: with the only one there is; -1. */
int package_fail(const struct package *, const char *name, enum package_flaw);

/* A part that is unpacked. */
struct package_part {
	struct package *package;
	zip_file_t *file;		/* NULL: it could not be opened */
	long long packed, unpacked;	/* bytes */
	struct package_watch watch;
	enum package_flaw flaw;		/* why it cannot be read on */
};

/* Opens entry INDEX; false with the flaw set. */
bool package_open_part(struct package_part *, struct package *, zip_uint64_t index);
void package_close_part(struct package_part *);
/* The next bytes, 0 at the end; or -1 with the flaw set. */
int package_unpack(struct package_part *, char *buffer, int size);
/* The same of XML, for libxml2 to call. */
int package_unpack_xml(void *part, char *buffer, int size);
/* Gives -1.  libxml2 takes it that a NUL stands behind what it has; what was put there is none. */
int package_fail_xml(char *buffer);

/* How parts are parsed: nothing is fetched and nothing printed. */
enum {
	PACKAGE_XML = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT
};
/* An attribute by its name without prefix; NULL: none. */
const char *package_attribute(const xmlNode *, const char *name);

#endif
