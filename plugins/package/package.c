/* What a package may unpack to, and what is said of one that cannot be read. */
#include "package.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Where the end of an archive is looked for: it has up to 64 KiB of comment. */
enum { PACKAGE_TAIL = (1 << 16) + 64 };

static long
package_limit(const struct jy_task *task, const char *name)
{
	static const struct jy_option limits[] = {PACKAGE_OPTIONS, {0}};

	if (task)
		return jy_option_number(task, name);
	for (const struct jy_option *o = limits; o->name; o++)
		if (strcmp(o->name, name) == 0)
			return strtol(o->value, NULL, 10);
	return 0;
}

void
package_begin(struct package *p, struct jy_task *task)
{
	*p = (struct package){.task = task,
	    .size = (long long)package_limit(task, "max-size") << 20,
	    .ratio = package_limit(task, "max-ratio"),
	    .depth = (int)package_limit(task, "max-depth")};
	p->room = p->size;
	package_hush(&p->hush);
}

bool
package_is_zip(struct jy_bytes in)
{
	return in.size >= 4
	    && (memcmp(in.at, "PK\003\004", 4) == 0 || memcmp(in.at, "PK\005\006", 4) == 0);
}

static uint32_t
package_number(const unsigned char *s)
{
	return s[0] | s[1] << 8 | s[2] << 16 | (uint32_t)s[3] << 24;
}

/* Is it at AT that a directory of the archive ends, as that end says? */
static bool
package_ends_directory(struct jy_bytes in, const unsigned char *at)
{
	size_t before = (size_t)(at - in.at), start;

	if (in.size - before < 22)
		return false;
	start = package_number(at + 16);
	if (start == UINT32_MAX)	/* as the zip64 end before it says */
		return before > 20 && memcmp(at - 20, "PK\6\7", 4) == 0;
	return start + 4 <= before && memcmp(in.at + start, "PK\1\2", 4) == 0;
}

/* Of two directories libzip takes the first and others the last: people would not see what is read. */
static bool
package_is_ambiguous(struct jy_bytes in)
{
	const unsigned char *end = in.at + in.size;
	const unsigned char *at = in.size > PACKAGE_TAIL ? end - PACKAGE_TAIL : in.at;
	int directories = 0;

	for (; (at = memmem(at, (size_t)(end - at), "PK\5\6", 4)); at++)
		directories += package_ends_directory(in, at);
	return directories > 1;
}

int
package_open_zip(struct package *p, struct jy_bytes in)
{
	zip_source_t *source = zip_source_buffer_create(in.at, in.size, 0, NULL);

	p->packed = (long long)in.size;
	p->zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
	if (p->zip && !package_is_ambiguous(in))
		return 0;
	if (p->zip)
		return p->task ? jy_fail(p->task, JY_BAD_INPUT, "damaged",
			   "this zip archive has two directories")
			       : -1;
	zip_source_free(source);
	return p->task
	    ? jy_fail(p->task, JY_BAD_INPUT, "damaged", "this zip archive is cut short or damaged")
	    : -1;
}

void
package_end(struct package *p)
{
	if (p->zip)
		zip_discard(p->zip);
	package_unhush(&p->hush);
}

int
package_admit(const struct package *p, long long parts)
{
	long most = package_limit(p->task, "max-entries");

	if (parts <= most)
		return 0;
	return p->task ? jy_fail(p->task, JY_BAD_INPUT, "too-large",
		   "the package has more than "
		   "%ld parts, which is the limit that -O max-entries= sets",
		   most)
		       : -1;
}

bool
package_spend(struct package *p, long long n)
{
	p->room -= n;
	return p->room >= 0;
}

void
package_fold(char *name)
{
	for (; *name; name++)
		if (*name >= 'A' && *name <= 'Z')
			*name = (char)(*name - 'A' + 'a');
}

const char *
package_words(enum package_flaw flaw)
{
	static const char *const words[PACKAGE_FLAWS] = {
		[PACKAGE_SEALED] = JY_WORD("is encrypted"),
		[PACKAGE_CORRUPT] = JY_WORD("cannot be unpacked"),
		[PACKAGE_MALFORMED] = JY_WORD("is not well-formed XML"),
		[PACKAGE_TYPED] = JY_WORD("has a document type declaration, which no part may have"),
		[PACKAGE_CROWDED] = JY_WORD("has a tag with thousands of attributes"),
		[PACKAGE_NAMED] = JY_WORD("has too many different names or namespaces"),
		[PACKAGE_CODED] = JY_WORD("is not XML in an encoding that is read"),
		[PACKAGE_ENDLESS] = JY_WORD("has a tag or a comment that is too long"),
		[PACKAGE_TWICE] = JY_WORD("is there more than once"),
	};

	return words[flaw];
}

bool
package_is_limit(enum package_flaw flaw)
{
	return flaw == PACKAGE_LARGE || flaw == PACKAGE_SQUEEZED || flaw == PACKAGE_DEEP;
}

int
package_fail(const struct package *p, const char *name, enum package_flaw flaw)
{
	const char *part = name ? JY_WORD("part ") : JY_WORD("the document");

	name = name ? name : "";
	if (!p->task)
		return -1;
	if (flaw == PACKAGE_LARGE)
		return jy_fail(p->task, JY_BAD_INPUT, "too-large",
		    "the package unpacks to more "
		    "than %lld MiB, which is the limit that -O max-size= sets",
		    p->size >> 20);
	if (flaw == PACKAGE_SQUEEZED)
		return jy_fail(p->task, JY_BAD_INPUT, "too-large",
		    "%-s%s unpacks to more than "
		    "%lld times its size, which is the limit that -O max-ratio= sets",
		    part, name, p->ratio);
	if (flaw == PACKAGE_DEEP)
		return jy_fail(p->task, JY_BAD_INPUT, "too-deep",
		    "elements of %-s%s are nested "
		    "more than %d deep, which is the limit that -O max-depth= sets",
		    part, name, p->depth);
	return jy_fail(p->task, JY_BAD_INPUT, flaw == PACKAGE_SEALED ? "encrypted" : "damaged",
	    "%-s%s %-s", part, name, package_words(flaw));
}
