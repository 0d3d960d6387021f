/* What SQL asks of C: about codes, names and meetings; and a draw that is the same everywhere. */
#include <gcrypt.h>
#include <string.h>

#include "../batch/ledger.h"
#include "report.h"

static const char *
text(sqlite3_value *value)
{
	const unsigned char *s = sqlite3_value_text(value);

	return s ? (const char *)s : "";
}

/* action(outcome, code, status) */
static void
action(sqlite3_context *c, int count, sqlite3_value **v)
{
	(void)count;
	sqlite3_result_int(c,
	    action_of(text(v[0]), (const char *)sqlite3_value_text(v[1]), sqlite3_value_int(v[2])));
}

/* shape(name): that of a meeting without its session, 市政府第149次常务会议: 市政府常务会议. */
static void
shape(sqlite3_context *c, int count, sqlite3_value **v)
{
	enum { LONGEST = 48 };		/* bytes from 第 to 次 */
	const char *name = text(v[0]), *from = strstr(name, "第");
	const char *to = from ? strstr(from, "次") : NULL;
	size_t head = from ? (size_t)(from - name) : 0;
	char *shaped;

	(void)count;
	if (!to || to - from > LONGEST) {
		sqlite3_result_text(c, name, -1, SQLITE_TRANSIENT);
		return;
	}
	shaped = sqlite3_mprintf("%.*s%s", (int)head, name, to + strlen("次"));
	sqlite3_result_text(c, shaped, -1, sqlite3_free);
}

static size_t
length(const char *s)
{
	unsigned int point;
	size_t n = *s ? character(s, &point) : 0;

	return n ? n : *s != '\0';
}

/* The rest of *A and *B after what both begin with. */
static void
skip_same(const char **a, const char **b)
{
	size_t n;

	while ((n = length(*a)) && n == length(*b) && memcmp(*a, *b, n) == 0) {
		*a += n;
		*b += n;
	}
}

/* alike(a, b): one character is another, or is missing; there are more, and they are the same. */
static void
alike(sqlite3_context *c, int count, sqlite3_value **v)
{
	const char *a = text(v[0]), *b = text(v[1]);
	const char *whole = a;
	size_t m, n;

	(void)count;
	skip_same(&a, &b);
	m = length(a);
	n = length(b);
	sqlite3_result_int(c,
	    (m || n)
		&& ((m && n && strcmp(a + m, b + n) == 0 && (a > whole || a[m]))
		    || (m && strcmp(a + m, b) == 0) || (n && strcmp(a, b + n) == 0)));
}

/* abbreviates(short, long): 市发改委 has its characters, in order, of 市发展和改革委员会. */
static void
abbreviates(sqlite3_context *c, int count, sqlite3_value **v)
{
	const char *a = text(v[0]), *b = text(v[1]);

	(void)count;
	for (size_t m = length(a), n; m && (n = length(b)); b += n) {
		if (m != n || memcmp(a, b, n) != 0)
			continue;
		a += m;
		m = length(a);
	}
	sqlite3_result_int(c, *a == '\0');
}

/* draw(seed, path): where the path stands in an order that the seed alone decides. */
static void
draw(sqlite3_context *c, int count, sqlite3_value **v)
{
	unsigned char digest[32];
	char *drawn = sqlite3_mprintf("%s\n%s", text(v[0]), text(v[1]));

	(void)count;
	gcry_md_hash_buffer(GCRY_MD_SHA256, digest, must(drawn), strlen(drawn));
	sqlite3_result_blob(c, digest, sizeof(digest), SQLITE_TRANSIENT);
	sqlite3_free(drawn);
}

void
add_functions(struct report *r)
{
	static const struct function {
		const char *name;
		int count;
		void (*call)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
		{"action", 3, action}, {"shape", 1, shape}, {"alike", 2, alike},
		{"abbreviates", 2, abbreviates}, {"draw", 2, draw},
	};

	for (size_t i = 0; i < sizeof(functions) / sizeof(*functions); i++)
		if (sqlite3_create_function_v2(ledger_database(r->ledger), functions[i].name,
			functions[i].count, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
			functions[i].call, NULL, NULL, NULL))
			must(NULL);
}
