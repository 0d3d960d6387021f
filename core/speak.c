/*
 * The language of people.  The process stays in its own locale, by which nothing that is written may
 * be changed; only while a sentence is put together does the thread have that of the messages.
 */
#include "speak.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef ENABLE_NLS
#include <libintl.h>
#endif

enum { MOST_INSERTED = 16 };	/* arguments of a sentence that inserts words of ours */

static locale_t spoken;		/* 0: English */

#ifdef ENABLE_NLS
#define DOMAIN "jiyao"

/* As the C library looks for it. */
static const char *
locale_name(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "C";
}

/* To find out that English is wanted must cost nothing. */
static bool
is_english(void)
{
	const char *name = locale_name(), *languages = getenv("LANGUAGE");
	size_t len = strcspn(name, ".@");

	if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
		return true;
	return (!languages || !*languages)
	    && (strncmp(name, "en", 2) == 0 || (len == 1 && *name == 'C'));
}

static const char *
look_up(const char *english)
{
	locale_t before = uselocale(spoken);
	const char *found = dgettext(DOMAIN, english);

	uselocale(before);
	return found;
}

/* Both catalogues are read now: later, in a sandbox, there may be no files any more. */
static bool
has_catalogue(void)
{
	locale_t before = uselocale(spoken);

	strerror(EINVAL);
	uselocale(before);
	return *look_up("") != '\0';		/* which stands for the catalogue's head */
}

void
jy_speak(void)
{
	const char *folder = secure_getenv("JIYAO_LOCALEDIR");

	if (spoken || is_english())
		return;
	bindtextdomain(DOMAIN, folder ? folder : LOCALEDIR);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	bind_textdomain_codeset("libc", "UTF-8");	/* of the words for errno */
	spoken = newlocale(LC_MESSAGES_MASK, "", (locale_t)0);
	if (!spoken || has_catalogue())
		return;
	freelocale(spoken);
	spoken = (locale_t)0;
}
#else
static const char *
look_up(const char *english)
{
	return english;
}

void
jy_speak(void)
{
}
#endif

const char *
jy_word(const char *english)
{
	return spoken && *english ? look_up(english) : english;
}

const char *
shown_of(const struct said *known, const char *text)
{
	for (; known; known = known->next)
		if (known->text == text)
			return known->shown ? known->shown : text;
	return jy_word(text);
}

/* A conversion of a format, from % to its letter. */
struct conversion { const char *start, *end; bool inserts, wide, huge; int stars, position; };

/* The next one after S; false: there is none. */
static bool
next_conversion(const char *s, struct conversion *c)
{
	*c = (struct conversion){.start = strchr(s, '%')};
	if (!c->start)
		return false;
	for (s = c->start + 1; *s && strchr("-+ #0123456789.*hlzjt$", *s); s++) {
		c->inserts |= *s == '-';
		c->stars += *s == '*';
		c->huge |= *s == 'j' || (s[0] == 'l' && s[1] == 'l');
		c->wide |= *s == 'l' || *s == 'z' || *s == 't';
		if (*s == '$')
			c->position = atoi(c->start + 1);
	}
	c->end = *s ? s + 1 : s;
	return true;
}

/* How many arguments the conversion takes. */
static int
arguments(const struct conversion *c)
{
	return c->stars + !strchr("m%", c->end[-1]);
}

/* Passes over the argument of a conversion that is no string; false: who knows of which type that is. */
static bool
pass(const struct conversion *c, va_list *args)
{
	char letter = c->end[-1];

	if (strchr("aAeEfFgG", letter))
		(void)va_arg(*args, double);
	else if (!strchr(c->huge || c->wide ? "dioxXu" : "dioxXuc", letter))
		return letter == 'm' || letter == '%';
	else if (c->huge)
		(void)va_arg(*args, long long);
	else if (c->wide)
		(void)va_arg(*args, long);
	else
		(void)va_arg(*args, int);
	return true;
}

/* The words that stand for the arguments of %-s, each at the place of its argument; else NULL.  What comes
 * after an argument of unknown type or place cannot be found, and stays as it is. */
static void
find_inserted(const char *format, const struct said *known, va_list *args, const char **words)
{
	struct conversion c;
	int n = 0;

	for (; next_conversion(format, &c) && n + arguments(&c) < MOST_INSERTED; format = c.end) {
		n += arguments(&c);
		for (int i = 0; i < c.stars; i++)
			(void)va_arg(*args, int);
		if (!c.position && !c.wide && c.end[-1] == 's') {
			const char *text = va_arg(*args, const char *);

			words[n - 1] = c.inserts && text ? shown_of(known, text) : NULL;
		} else if (c.position || !pass(&c, args)) {
			return;
		}
	}
}

static void
put_literally(FILE *to, const char *text)
{
	for (; *text; text++) {
		if (*text == '%')
			putc('%', to);
		putc(*text, to);
	}
}

/* The format with WORDS in the place of those arguments, which are passed over then. */
static char *
insert(const char *format, const char *const *words)
{
	struct conversion c;
	char *result = NULL;
	size_t size;
	int n = 0;
	FILE *to = open_memstream(&result, &size);

	for (; to && next_conversion(format, &c); format = c.end) {
		int at = c.position ? c.position : n + arguments(&c);

		n += arguments(&c);
		fwrite(format, 1, (size_t)(c.start - format), to);
		if (c.end[-1] != 's' || at < 1 || at > MOST_INSERTED || !words[at - 1]) {
			fwrite(c.start, 1, (size_t)(c.end - c.start), to);
			continue;
		}
		put_literally(to, words[at - 1]);
		if (c.position)
			fprintf(to, "%%%d$.0s", c.position);
		else
			fputs("%.0s", to);
	}
	if (!to)
		return NULL;
	fputs(format, to);
	return fclose(to) ? NULL : result;
}

/* The English format is what the compiler has checked, and msgfmt each translation against it. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
__attribute__((format(printf, 1, 0)))
static char *
put_together(const char *format, va_list args)
{
	locale_t before = uselocale(spoken);	/* for %m */
	char *text;

	if (vasprintf(&text, format, args) < 0)
		text = NULL;
	uselocale(before);
	return text;
}

char *
speak(const struct said *known, const char *format, va_list args)
{
	const char *words[MOST_INSERTED] = {NULL}, *translated;
	char *inserted = NULL, *text;
	int error = errno;
	va_list copy;

	if (!spoken)
		return NULL;
	translated = jy_word(format);
	if (strstr(format, "%-s")) {
		va_copy(copy, args);
		find_inserted(format, known, &copy, words);
		va_end(copy);
		inserted = insert(translated, words);
	}
	errno = error;
	text = put_together(inserted ? inserted : translated, args);
	free(inserted);
	errno = error;
	return text;
}
#pragma GCC diagnostic pop

char *
jy_sentence(const char *format, va_list args)
{
	return speak(NULL, format, args);
}

struct said *
say_both(struct arena *a, const struct said *known, const char *format, va_list args)
{
	struct said *both = arena_alloc(a, sizeof(*both));
	int error = errno;
	va_list copy;
	char *text;

	va_copy(copy, args);
	if (vasprintf(&text, format, args) < 0)
		text = NULL;
	errno = error;
	both->text = text ? arena_text(a, text, strlen(text)).s : "";
	free(text);
	text = speak(known, format, copy);
	va_end(copy);
	both->shown = text ? arena_text(a, text, strlen(text)).s : NULL;
	free(text);
	return both;
}

const struct said *
said(struct arena *a, const struct said *known, const char *format, ...)
{
	const struct said *both;
	va_list args;

	va_start(args, format);
	both = say_both(a, known, format, args);
	va_end(args);
	return both;
}
