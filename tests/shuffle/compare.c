/* What was made against what was read: people and items as lines of text, the account as sums. */
#include "shuffle.h"

#include <stdlib.h>
#include <string.h>

/* Half for full width, and no white space: neither is what these tests are about. */
static const char *
fold(struct document *d, const char *text)
{
	static const char *const pairs[][2] = {
		{"，", ","}, {"：", ":"}, {"（", "("}, {"）", ")"}, {"；", ";"}, {"　", ""}, {" ", ""}
	};
	char *result = keep(d, calloc(1, strlen(text) + 1)), *end = result;

	while (*text) {
		size_t i;

		for (i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
			if (strncmp(text, pairs[i][0], strlen(pairs[i][0])) == 0)
				break;
		if (i < sizeof(pairs) / sizeof(*pairs)) {
			end = stpcpy(end, pairs[i][1]);
			text += strlen(pairs[i][0]);
		} else {
			*end++ = *text++;
		}
	}
	return result;
}

static const char *
str(struct jy_text text)
{
	return text.s ? text.s : "";
}

static void
note_people(struct document *d, struct facts *facts, const char *role, const struct jy_person *p)
{
	for (; p; p = p->next)
		if (strcmp(role, "chair") == 0)	/* 管委会主任: one title, however it is cut */
			know(d, facts, "%s||%s|%s%s|%s", role, str(p->name), str(p->organization),
			    str(p->title), str(p->note));
		else
			know(d, facts, "%s|%s|%s|%s|%s", role, str(p->organization), str(p->name),
			    str(p->title), p->representative ? "representative" : str(p->note));
}

static void
note_clauses(struct document *d, struct facts *facts, int depth, const struct jy_clause *c)
{
	for (; c; c = c->next) {
		know(d, facts, "clause %d|%s|%s%s", c->label.s ? depth : 0, str(c->label),
		    str(c->title), str(c->text));
		note_clauses(d, facts, depth + 1, c->clauses);
	}
}

static void
note_items(struct document *d, struct facts *facts, const struct jy_item *item)
{
	for (; item; item = item->next) {
		know(d, facts, "item|%s|%s", str(item->label), str(item->title));
		note_clauses(d, facts, 1, item->clauses);
	}
}

static void
fold_all(struct document *d, struct facts *facts)
{
	for (struct fact *f = facts->first; f; f = f->next)
		f->text = fold(d, f->text);
}

static void
show(const struct facts *facts, char sign, const char *what, FILE *out)
{
	for (const struct fact *f = facts->first; f; f = f->next)
		if (!f->found && out)
			fprintf(out, "%c %s %s\n", sign, what, f->text);
}

/* Both are in the document's order but one fault must not make all that follows one: each thing
 * read stands for one thing made that is its equal. */
static struct tally
match_facts(struct document *d, struct facts *made, struct facts *read, const char *what, FILE *out)
{
	int right = 0;

	fold_all(d, made);
	fold_all(d, read);
	for (struct fact *f = made->first; f; f = f->next)
		for (struct fact *g = read->first; g && !f->found; g = g->next)
			if (!g->found && strcmp(f->text, g->text) == 0) {
				f->found = g->found = true;
				right++;
			}
	show(made, '-', what, out);
	show(read, '+', what, out);
	return (struct tally){right, made->count > read->count ? made->count : read->count};
}

/* Characters of the text that are not white space. */
static long
count_characters(const char *text)
{
	long count = 0;

	for (; *text; text++)
		if (strncmp(text, "　", 3) == 0)
			text += 2;
		else if (!strchr(" \r\n", *text) && ((unsigned char)*text & 0xC0) != 0x80)
			count++;
	return count;
}

static struct tally
compare_account(const struct document *d, const struct jy_account *a, FILE *out)
{
	long printed = count_characters(d->text);
	bool right = a->characters == printed && a->fields + a->furniture + a->residue == printed;

	if (!right && out)
		fprintf(out, "! printed %ld, read %ld = %ld fields + %ld furniture + %ld residue\n",
		    printed, a->characters, a->fields, a->furniture, a->residue);
	return (struct tally){right, 1};
}

struct score
compare(struct document *d, const struct jy_minutes *m, FILE *out)
{
	struct facts people = {.end = &people.first}, items = {.end = &items.first};
	struct score score;

	note_people(d, &people, "chair", m->meeting->chairs);
	for (const struct jy_group *g = m->attendance; g; g = g->next)
		note_people(d, &people, str(g->role), g->people);
	note_people(d, &people, "recorder", m->meeting->recorders);
	note_items(d, &items, m->items);
	score.people = match_facts(d, &d->people, &people, "person", out);
	score.items = match_facts(d, &d->items, &items, "part", out);
	score.account = compare_account(d, m->account, out);
	return score;
}
