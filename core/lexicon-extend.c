/* A user's own words: "list: word word", as core/lexicon/phrases.txt is written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "text.h"

/* The text that is being read, and where its words go. */
struct addition {
	struct arena *arena;
	struct lexicon *lexicon;
	struct word_list *words;	/* one of the two is the list that words are added to */
	struct phrase_list *phrases;
	struct rooms { size_t words, single, last, from; } rooms[WORD_LISTS];	/* of the copies; 0: */
	size_t phrase_rooms[PHRASE_LISTS];					/* none yet */
	int line;
	const struct said *why;
};

static bool
refuse(struct addition *a, const char *what, const char *word)
{
	a->why = said(a->arena, NULL, "line %d: %-s%s", a->line, what, word);
	return false;
}

static bool
choose_list(struct addition *a, const char *name)
{
	a->words = NULL;
	a->phrases = NULL;
	for (int i = 0; i < WORD_LISTS; i++)
		if (strcmp(a->lexicon->words[i].name, name) == 0)
			a->words = &a->lexicon->words[i];
	for (int i = WORDS_NONE + 1; i < PHRASE_LISTS; i++)
		if (strcmp(a->lexicon->phrases[i].name, name) == 0)
			a->phrases = &a->lexicon->phrases[i];
	return a->words || a->phrases || refuse(a, JY_WORD("there is no list "), name);
}

/* The COUNT elements where one more can be put at AT: a copy, the first time. */
static void *
make_place(struct addition *a, const void *from, size_t count, size_t size, size_t at, size_t *room)
{
	char *to = (char *)(uintptr_t)from;	/* once copied it is ours to write */

	if (count >= *room) {
		*room = 2 * count + 16;
		to = arena_alloc(a->arena, *room * size);
		memcpy(to, from, count * size);
	}
	memmove(to + (at + 1) * size, to + at * size, (count - at) * size);
	return to;
}

/* True: it was not there yet; *AT is its place. */
static bool
add_character(struct addition *a, struct characters *set, uint32_t c, size_t *at, size_t *room)
{
	uint16_t *codes;

	for (*at = 0; *at < set->count && set->codes[*at] < c; ++*at)
		;
	if (*at < set->count && set->codes[*at] == c)
		return false;
	codes = make_place(a, set->codes, set->count, sizeof(*codes), *at, room);
	codes[*at] = (uint16_t)c;
	*set = (struct characters){codes, set->count + 1};
	return true;
}

/* Makes room for one word more among those that end in LAST; where it belongs. */
static size_t
add_to_group(struct addition *a, struct word_list *list, uint32_t last, struct rooms *rooms)
{
	size_t group, starts = list->last.count + 1;
	bool added = add_character(a, &list->last, last, &group, &rooms->last);
	uint32_t *from = make_place(a, list->from, starts, sizeof(*from), added ? group : starts,
	    &rooms->from);

	for (size_t i = group + 1; i < starts + added; i++)
		from[i]++;
	list->from = from;
	return from[group];
}

static void
add_word(struct addition *a, struct word_list *list, const char *word, size_t characters,
    uint32_t last)
{
	struct rooms *rooms = &a->rooms[list - a->lexicon->words];
	const char **words;
	size_t at;

	if (lexicon_has(list, word, strlen(word), last))
		return;
	if (characters == 1)
		add_character(a, &list->single, last, &at, &rooms->single);
	at = add_to_group(a, list, last, rooms);
	words = make_place(a, list->words, list->count, sizeof(*words), at, &rooms->words);
	words[at] = word;
	list->words = words;
	list->count++;
	list->longest = characters > list->longest ? characters : list->longest;
	list->mask |= (uint64_t)1 << (last & 63);
}

static void
add_phrase(struct addition *a, const char *word, size_t characters, uint32_t first, uint32_t last)
{
	struct phrase_list *list = a->phrases;
	size_t *room = &a->phrase_rooms[list - a->lexicon->phrases], at = 0;
	struct phrase *phrases;

	while (at < list->count
	    && (list->list[at].first < first
		|| (list->list[at].first == first && list->list[at].count >= characters)))
		at++;
	phrases = make_place(a, list->list, list->count, sizeof(*phrases), at, room);
	phrases[at] = (struct phrase){(uint16_t)first, (uint16_t)characters, word};
	list->list = phrases;
	list->count++;
	list->first |= (uint64_t)1 << (first & 63);
	list->last |= (uint64_t)1 << (last & 63);
}

/* The word as the recogniser meets it: folded to half width, simplified. */
static bool
take_word(struct addition *a, const char *s, size_t len)
{
	char *word = arena_alloc(a->arena, len + 4);	/* folding makes nothing longer */
	size_t n = 0, characters = 0, size;
	uint32_t first = 0, last = 0;

	for (size_t i = 0; i < len; i += size, characters++) {
		last = simplified(fold(utf8_next(s + i, len - i, &size)));
		first = i ? first : last;
		n += utf8_put(word + n, last);
		if (last == REPLACEMENT || last > 0xFFFF || last < 0x20)
			return refuse(a, JY_WORD("no word can hold the character after "),
			    arena_text(a->arena, s, i).s);
	}
	word[n] = '\0';
	if (!a->words && !a->phrases)
		return refuse(a, JY_WORD("no list is named before "), word);
	if (characters > LONGEST_WORD)
		return refuse(a, JY_WORD("too long for a word: "), word);
	if (a->words == &a->lexicon->words[RARE_SURNAMES])	/* those are surnames, too */
		add_word(a, &a->lexicon->words[SURNAMES], word, characters, last);
	if (a->words)
		add_word(a, a->words, word, characters, last);
	else
		add_phrase(a, word, characters, first, last);
	return true;
}

static bool
take_line(struct addition *a, const char *s, const char *end)
{
	const char *comment = memchr(s, '#', (size_t)(end - s)), *name = s;

	if (comment)
		end = comment;
	while (name < end && ((*name >= 'a' && *name <= 'z') || *name == '_'))
		name++;
	if (name > s && name < end && *name == ':') {
		if (!choose_list(a, arena_text(a->arena, s, (size_t)(name - s)).s))
			return false;
		s = name + 1;
	}
	for (const char *stop; s < end; s = stop) {
		size_t size;

		stop = s;
		while (stop < end && !is_space(utf8_next(stop, (size_t)(end - stop), &size)))
			stop += size;
		if (stop > s && !take_word(a, s, (size_t)(stop - s)))
			return false;
		if (stop < end) {
			utf8_next(stop, (size_t)(end - stop), &size);
			stop += size;
		}
	}
	return true;
}

const struct lexicon *
lexicon_extend(struct arena *arena, const struct lexicon *base, const char *text, size_t len,
    const struct said **why)
{
	struct addition a = {.arena = arena, .lexicon = arena_alloc(arena, sizeof(*base))};
	const char *end = text + len, *stop;

	*a.lexicon = *base;
	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	for (; text < end; text = stop + 1) {
		a.line++;
		stop = memchr(text, '\n', (size_t)(end - text));
		stop = stop ? stop : end;
		if (!take_line(&a, text, stop)) {
			*why = a.why;
			return NULL;
		}
	}
	return a.lexicon;
}
