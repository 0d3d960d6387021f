/* What outputs are called. */
#ifndef JIYAO_NAMES_H
#define JIYAO_NAMES_H

/* The name of an input in the folder of outputs, to be freed: SOURCE made relative, without "." and
 * with ".." written %2E%2E.  It is valid UTF-8 of which a terminal obeys nothing, no part of it is
 * longer than NAME_PART bytes, and different files have different names: what cannot stand is written
 * %XX, and so is a percent sign that might be taken for that.  "" where SOURCE is but a folder. */
char *name_of(const char *source);
enum { NAME_PART = 200 };	/* bytes, so that a suffix and what marks a temporary file can follow */

/* NAME.SUFFIX, to be freed; and the temporary file that becomes it. */
char *output_name(const char *name, const char *suffix);
char *temporary_name(const char *output);

#endif
