/* Names of outputs: safe ones, and no two of them the same. */
#include "names.h"

#include <ctype.h>
#include <gcrypt.h>
#include <stdlib.h>
#include <string.h>

#include "../cli.h"

/* Files of jiyao's own, beside the outputs and without their suffixes. */
static const char *const own_names[] = {
	"jiyao-ledger", "report", "report.zh", "exceptions", "catalogue", "manifest-sha256",
	"sources-sha256", "series", "sample", "sample.zh",
};

static bool
is_own(const char *name)
{
	for (size_t i = 0; i < sizeof(own_names) / sizeof(*own_names); i++)
		if (strcmp(name, own_names[i]) == 0)
			return true;
	return false;
}

static bool
is_escape(const char *s)
{
	return s[0] == '%' && isxdigit((unsigned char)s[1]) && isxdigit((unsigned char)s[2]);
}

/* Puts one character as it is, or its first byte as %XX. */
static const char *
put_character(FILE *out, const char *s)
{
	unsigned int point = 0;
	size_t n = character(s, &point);

	if (n && !is_unsafe(point) && *s != '\\' && !is_escape(s)) {
		fwrite(s, 1, n, out);
		return s + n;
	}
	fprintf(out, "%%%02X", (unsigned char)*s);
	return s + 1;
}

/* A part of a path without what cannot stand in a name. */
static char *
safe_part(const char *part, size_t len)
{
	char *raw = must(strndup(part, len)), *safe = NULL;
	size_t size;
	FILE *out = must(open_memstream(&safe, &size));

	if (strcmp(raw, "..") == 0)
		fputs("%2E%2E", out);
	else
		for (const char *s = raw; *s;)
			s = put_character(out, s);
	if (fclose(out))
		must(NULL);
	free(raw);
	return safe;
}

/* What is too long keeps its beginning, and gets a hash of all of it. */
static void
put_shortened(FILE *out, const char *part)
{
	unsigned char digest[32];
	unsigned int point;
	size_t n = 0, next;

	while ((next = character(part + n, &point)) && n + next <= NAME_PART - 17)
		n += next;
	gcry_md_hash_buffer(GCRY_MD_SHA256, digest, part, strlen(part));
	fwrite(part, 1, n, out);
	putc('~', out);
	for (int i = 0; i < 8; i++)
		fprintf(out, "%02x", digest[i]);
}

static void
put_part(FILE *out, const char *part, size_t len, bool first)
{
	char *safe;

	if (len == 0 || (len == 1 && *part == '.'))
		return;
	safe = safe_part(part, len);
	if (!first)
		putc('/', out);
	if (strlen(safe) > NAME_PART)
		put_shortened(out, safe);
	else
		fputs(safe, out);
	free(safe);
}

/* A name at the top that an own file would have: its first letter is escaped. */
static char *
avoid_own(char *name)
{
	char *other;

	if (!is_own(name))
		return name;
	if (asprintf(&other, "%%%02X%s", (unsigned char)*name, name + 1) < 0)
		must(NULL);
	free(name);
	return other;
}

char *
name_of(const char *source)
{
	char *name = NULL;
	size_t size = 0;
	FILE *out = must(open_memstream(&name, &size));

	for (const char *part = source, *end; *part; part = end + (*end == '/')) {
		end = strchrnul(part, '/');
		fflush(out);
		put_part(out, part, (size_t)(end - part), size == 0);
	}
	if (fclose(out))
		must(NULL);
	return avoid_own(name);
}

char *
output_name(const char *name, const char *suffix)
{
	char *output;

	if (asprintf(&output, "%s.%s", name, suffix) < 0)
		must(NULL);
	return output;
}

char *
temporary_name(const char *output)
{
	const char *slash = strrchr(output, '/');
	int folder = slash ? (int)(slash + 1 - output) : 0;
	char *temporary;

	if (asprintf(&temporary, "%.*s.%s.part", folder, output, output + folder) < 0)
		must(NULL);
	return temporary;
}
