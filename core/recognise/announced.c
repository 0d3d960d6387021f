/* What the opening announces against what the items treat. */
#include <stdlib.h>
#include <string.h>

#include "stages.h"

enum {
	MOST = 100,		/* more topics or items are not compared by their words */
	SUBJECT = 6,		/* fewer characters say too little */
	LONGEST = 300		/* more bytes are no subject */
};

/* A title as it is compared: without white space, full-width forms folded. */
static struct jy_text
key_of(struct sheet *s, struct jy_text text)
{
	char *key = arena_alloc(s->arena, text.len * 2 + 1);
	size_t n = 0, size;

	for (size_t i = 0; i < text.len; i += size) {
		uint32_t c = utf8_next(text.s + i, text.len - i, &size);

		if (!is_space(c))
			n += utf8_put(key + n, fold(c));
	}
	return (struct jy_text){key, n};
}

struct keys { struct jy_text *at; size_t count, room; };

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct jy_text *)a)->s, ((const struct jy_text *)b)->s);
}

/* The 《titles》 in a text. */
static void
add_titles(struct sheet *s, struct keys *keys, struct jy_text text)
{
	const char *open, *close, *at = text.s;

	for (; (open = strstr(at, "《")) && (close = strstr(open, "》")); at = close) {
		if (keys->count == keys->room) {
			keys->room = keys->room ? keys->room * 2 : 16;
			keys->at = must_realloc(keys->at, keys->room, sizeof(*keys->at));
		}
		keys->at[keys->count++] = key_of(s, (struct jy_text){open, (size_t)(close - open)});
	}
}

static void
add_keys(struct sheet *s, struct keys *keys, const struct jy_string *list)
{
	for (; list; list = list->next)
		add_titles(s, keys, list->text);
}

static void
sort_keys(struct keys *keys)
{
	if (keys->count)
		qsort(keys->at, keys->count, sizeof(*keys->at), by_text);
}

static void
report_missing(struct sheet *s, const struct keys *in, const struct keys *from, const char *here,
    const char *there)
{
	for (size_t i = 0; i < from->count; i++)
		if (!bsearch(&from->at[i], in->at, in->count, sizeof(*in->at), by_text))
			check(s, "warning", "agenda-mismatch", NOWHERE,
			    "%s》 stands in %-s, but not in %-s", from->at[i].s, here, there);
}

/* What the opening announces by its title must be an item, and the other way round. */
static void
check_titles(struct sheet *s)
{
	struct keys announced = {0}, treated = {0}, items = {0};

	for (const struct jy_topic *t = s->m->agenda; t; t = t->next)
		add_keys(s, &announced, t->subjects);
	for (const struct jy_item *i = s->m->items; i; i = i->next)
		add_keys(s, &items, i->documents), add_keys(s, &treated, i->documents);
	for (const struct jy_remark *r = s->m->remarks; r && announced.count; r = r->next)
		add_titles(s, &treated, r->text);
	sort_keys(&announced);
	sort_keys(&treated);
	sort_keys(&items);
	if (announced.count && treated.count)
		report_missing(s, &treated, &announced, JY_WORD("the opening"),
		    JY_WORD("the items"));
	if (announced.count && items.count)
		report_missing(s, &announced, &items, JY_WORD("the items"), JY_WORD("the opening"));
	free(announced.at);
	free(treated.at);
	free(items.at);
}

/* How many pairs of neighbouring characters of A, of COUNT, stand in B, too. */
static size_t
shared_pairs(struct jy_text a, struct jy_text b, size_t *count)
{
	size_t n = 0, size, next;

	*count = 0;
	for (size_t i = 0; i < a.len; i += size) {
		char pair[9] = {0};

		utf8_next(a.s + i, a.len - i, &size);
		if (i + size >= a.len)
			break;
		utf8_next(a.s + i + size, a.len - i - size, &next);
		memcpy(pair, a.s + i, size + next);
		++*count;
		n += strstr(b.s, pair) != NULL;
	}
	return n;
}

/* Does an item speak of that: does it share a third of its words? */
static bool
is_treated(struct sheet *s, struct jy_text subject)
{
	struct jy_text key = key_of(s, subject);
	size_t count, shared;

	for (const struct jy_item *i = s->m->items; i; i = i->next) {
		struct jy_text text = i->title.s ? i->title
		    : i->clauses                 ? i->clauses->text
						 : i->title;

		if (!text.s)
			continue;
		if (text.len > 4 * LONGEST)	/* it may speak of anything */
			return true;
		shared = shared_pairs(key, key_of(s, text), &count);
		if (shared * 3 >= count)
			return true;
	}
	return false;
}

static size_t
count_list(const void *list)
{
	size_t n = 0;

	for (; list; list = *(const void *const *)list)	/* each struct begins with its next */
		n++;
	return n;
}

/* 上半年经济运行情况的汇报 is one matter; 防灭火、教育等工作 and 有关事项 sum up several. */
static bool
is_one_matter(struct jy_text subject)
{
	static const char *const ends[] = {"汇报", "情况", "报告", "通报"};
	static const char *const several[] = {"《", "、", "，", ",", "：", "。", "等"};
	bool one = false;

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		one |= subject.len >= 3 * SUBJECT
		    && strcmp(subject.s + subject.len - 6, ends[i]) == 0;
	for (size_t i = 0; i < sizeof(several) / sizeof(*several); i++)
		one &= !strstr(subject.s, several[i]);
	return one && subject.len < LONGEST;
}

/* Subjects without a title: 听取上半年经济运行情况的汇报. */
static void
check_subjects(struct sheet *s)
{
	size_t topics = count_list(s->m->agenda), items = count_list(s->m->items);

	if (!items || topics > MOST || items > MOST)
		return;
	for (const struct jy_topic *t = s->m->agenda; t; t = t->next)
		for (const struct jy_string *subject = t->subjects; subject;
		     subject = subject->next)
			if (is_one_matter(subject->text) && !is_treated(s, subject->text))
				check(s, "warning", "agenda-mismatch", NOWHERE,
				    "the opening announces %s, of which no item speaks",
				    subject->text.s);
}

/* What the opening announces must be an item, and the other way round. */
void
check_agenda(struct sheet *s)
{
	check_titles(s);
	check_subjects(s);
}
