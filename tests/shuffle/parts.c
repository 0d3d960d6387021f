/* Chance, and the words it draws: the lists are read once and stay. */
#include "shuffle.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct piece { struct piece *next; void *memory; };
struct words { struct words *next; char *name, *text, **at; unsigned count; };

static struct words *lists;

void *
keep(struct document *d, void *memory)
{
	struct piece *piece = malloc(sizeof(*piece));

	if (!piece || !memory)
		abort();
	*piece = (struct piece){d->pieces, memory};
	d->pieces = piece;
	return memory;
}

void
release_document(struct document *d)
{
	for (struct piece *piece = d->pieces, *next; piece; piece = next) {
		next = piece->next;
		free(piece->memory);
		free(piece);
	}
	free(d);
}

const char *
say(struct document *d, const char *format, ...)
{
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vasprintf(&text, format, args);
	va_end(args);
	return keep(d, len < 0 ? NULL : text);
}

/* SplitMix64: neighbouring seeds give unlike documents. */
unsigned
pick(struct document *d, unsigned n)
{
	uint64_t z = d->state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return (unsigned)((z ^ z >> 31) % n);
}

bool
chance(struct document *d, unsigned percent)
{
	return pick(d, 100) < percent;
}

const char *
one_of(struct document *d, const char *choices)
{
	unsigned count = 1, n;

	for (const char *p = choices; (p = strchr(p, '|')); p++)
		count++;
	for (n = pick(d, count); n; n--)
		choices = strchr(choices, '|') + 1;
	return say(d, "%.*s", (int)strcspn(choices, "|"), choices);
}

static void
read_list(struct words *l)
{
	const char *folder = getenv("JIYAO_SHUFFLE");
	char *name, *save = NULL;
	size_t room = 0;
	FILE *file;

	if (asprintf(&name, "%s/%s.txt", folder ? folder : "tests/shuffle", l->name) < 0)
		abort();
	if (!(file = fopen(name, "r")) || getdelim(&l->text, &room, '\0', file) < 0) {
		perror(name);
		exit(EXIT_FAILURE);
	}
	fclose(file);
	free(name);
	for (char *word = l->text; (word = strtok_r(word, "\n", &save)); word = NULL) {
		l->at = realloc(l->at, (l->count + 1) * sizeof(*l->at));
		if (!l->at)
			abort();
		l->at[l->count++] = word;
	}
}

static const struct words *
find_list(const char *name)
{
	struct words *l;

	for (l = lists; l; l = l->next)
		if (strcmp(l->name, name) == 0)
			return l;
	if (!(l = calloc(1, sizeof(*l))) || !(l->name = strdup(name)))
		abort();
	read_list(l);
	l->next = lists;
	return lists = l;
}

const char *
word_of(struct document *d, const char *name)
{
	const struct words *l = find_list(name);

	return l->at[pick(d, l->count)];
}

/* An organisation such as this level has: a line of offices.txt names the levels that know it. */
static const char *
make_office(struct document *d)
{
	for (;;) {
		const char *line = word_of(d, "offices");
		size_t levels = strcspn(line, " ");

		if (memchr(line, d->level->letter, levels))
			return fill(d, line + levels + 1);
	}
}

static const char *
make_document_title(struct document *d)
{
	const char *kind = one_of(d,
	    "管理办法|实施方案|若干措施|工作方案|实施意见|行动计划|专项规划");
	const char *from = fill(d, one_of(d, "$P$L||||关于加强|关于推进")), *after = "";

	if (chance(d, 25))
		after = fill(d, one_of(d, "（试行）|（送审稿）|（修订）|（2023—2025年）|（草案）"));
	if (strncmp(from, "关于", strlen("关于")) == 0)
		kind = one_of(d, "的意见|的实施意见|的通知|工作的若干措施|的实施方案");
	return say(d, "《%s%s%s%s》", from, word_of(d, "subjects"), kind, after);
}

static const char *
expand(struct document *d, char letter)
{
	switch (letter) {
	case 'P': return chance(d, 60) ? d->place : word_of(d, "places");
	case 'C': return fill(d, one_of(d, "$T县|$T县|$T区|$T市"));
	case 'T': return word_of(d, "places");
	case 'L': return d->level->word;
	case 'O': return make_office(d);
	case 'D': return make_document_title(d);
	case 'Q': return word_of(d, "subjects");
	case 'N': return say(d, "%u", 2 + pick(d, 30));
	case 'Y': return say(d, "%d", d->year);
	default: abort();
	}
}

const char *
fill(struct document *d, const char *pattern)
{
	size_t size;
	char *text;
	FILE *out = open_memstream(&text, &size);

	for (; *pattern; pattern++)
		if (*pattern == '$')
			fputs(expand(d, *++pattern), out);
		else
			fputc(*pattern, out);
	fclose(out);
	return keep(d, text);
}

/* The list of surnames begins with the frequent ones, which most people have. */
const char *
make_name(struct document *d)
{
	const struct words *l = find_list("surnames");
	const char *family = l->at[pick(d, chance(d, 65) ? 60 : l->count)], *name;

	if (chance(d, 1))
		return word_of(d, "dotted");
	name = say(d, "%s%s", family, word_of(d, "given"));
	return chance(d, 35) ? name : say(d, "%s%s", name, word_of(d, "given"));
}

/* 20 21 年, 会议 指出: only where the document is so. */
const char *
loosen(struct document *d, const char *text)
{
	size_t size;
	char *result;
	FILE *out;

	if (!d->loose)
		return text;
	out = open_memstream(&result, &size);
	for (; *text; text++) {
		fputc(*text, out);
		if (((unsigned char)text[1] & 0xC0) != 0x80 && chance(d, 3))
			fputc(' ', out);
	}
	fclose(out);
	return keep(d, result);
}

const char *
numeral(struct document *d, int n)
{
	static const char *const digits[] = {
		"", "一", "二", "三", "四", "五", "六", "七", "八", "九"
	};
	const char *hundreds = "", *zero = "";

	if (n >= 100) {
		hundreds = say(d, "%s百", digits[n / 100]);
		n %= 100;
		if (n && n < 10)
			zero = "零";
		else if (n >= 10 && n < 20)
			zero = "一";
	}
	if (n < 10)
		return say(d, "%s%s%s", hundreds, zero, digits[n]);
	return say(d, "%s%s%s十%s", hundreds, zero, n < 20 ? "" : digits[n / 10], digits[n % 10]);
}
