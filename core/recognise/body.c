/* 正文: items, their clauses, the remarks after them. */
#include "stages.h"
#include "titles.h"

enum {
	BLOCK = 40,	/* as many paragraphs may stand between two items that are no text */
	FOOT = 16	/* no line below the text of a web page is longer, in glyphs */
};

/* The clause under which a numbered one hangs: the open ones by depth. */
struct outline {
	struct jy_item **next_item;
	struct jy_item *item;
	enum style item_style;		/* how this document numbers its items */
	struct level { enum style style; struct jy_clause *clause, **next; int count; } levels[8];
	int depth;			/* levels in use; level 0 is the item's own list */
	int items;
};

static void
begin_item(struct sheet *s, struct outline *o, struct span label, int ordinal, struct span title)
{
	struct jy_item *item = arena_alloc(s->arena, sizeof(*item));
	size_t verb = title.from + match(s, title.from, title.to, "会议"), n;

	o->items++;
	item->id = arena_printf(s->arena, "i%d", o->items);
	item->ordinal = ordinal ? ordinal : o->items;
	item->label = span_solid(s, label);
	item->title = span_text(s, title);
	item->at = span_place(s,
	    (struct span){label.from < label.to ? label.from : title.from, title.to});
	n = match_action(s, verb, title.to);
	n -= n && match(s, verb + n - 1, verb + n, "了");
	item->action = span_solid(s, (struct span){verb, verb + n});
	list_titles(s, title, NULL, &item->documents);
	add_passage(s, item->id, title, true);
	*o->next_item = o->item = item;
	o->next_item = &item->next;
	o->depth = 1;
	o->levels[0] = (struct level){.next = &item->clauses};
}

static void
add_clause(struct sheet *s, struct outline *o, enum style style, int ordinal, struct span label,
    struct span text)
{
	struct jy_clause *c = arena_alloc(s->arena, sizeof(*c));
	struct level *level;

	while (o->depth > 1 && o->levels[o->depth - 1].style >= style)
		o->depth--;
	level = &o->levels[o->depth - 1];
	level->count++;
	c->id = level->clause ? arena_printf(s->arena, "%s.c%d", level->clause->id.s, level->count)
			      : arena_printf(s->arena, "%s.c%d", o->item->id.s, level->count);
	c->ordinal = ordinal;
	c->label = span_solid(s, label);
	c->text = span_text(s, text);
	c->at = span_place(s,
	    (struct span){label.from < label.to ? label.from : text.from, text.to});
	add_passage(s, c->id, text, false);
	*level->next = c;
	level->next = &c->next;
	if (style && o->depth < (int)(sizeof(o->levels) / sizeof(*o->levels)))
		o->levels[o->depth++] = (struct level){style, c, &c->clauses, 0};
}

/* The topic sentence is the title; what follows it on the same paragraph is a clause. */
static void
read_item(struct sheet *s, struct outline *o, struct span label, int ordinal, struct span rest)
{
	struct span title = {rest.from, sentence_end(s, rest.from, rest.to)};

	begin_item(s, o, label, ordinal, title);
	if (title.to < rest.to)
		add_clause(s, o, STYLE_NONE, 0, (struct span){0}, (struct span){title.to, rest.to});
}

/* 会议听取…, 会议审议…: how an item begins where items have no numbers. */
static bool
is_topic(const struct sheet *s, struct span p)
{
	size_t n = match(s, p.from, p.to, "会议");

	return n && match_action(s, p.from + n, p.to);
}

/* The outermost style that is used: items may be numbered 一、 or only （一）. */
static enum style
find_item_style(const struct sheet *s, size_t at, size_t end)
{
	enum style style = STYLE_NONE;

	for (size_t i = at; i < end; i++) {
		struct span p = s->paragraphs[i].span;
		struct enumerator e = match_enumerator(s, p.from, p.to);

		if (s->paragraphs[i].cue != CUE_ENUMERATED)
			continue;
		if (!e.style)
			e.style = STYLE_ITEM;
		if (!style || e.style < style)
			style = e.style;
	}
	return style;
}

/* The ordinal of the item that the paragraph begins, numbered 一、; 0: it begins none. */
static int
item_ordinal(const struct sheet *s, const struct paragraph *p)
{
	struct enumerator e = match_enumerator(s, p->span.from, p->span.to);

	return p->cue == CUE_ENUMERATED && e.style == STYLE_ITEM ? e.ordinal : 0;
}

/* Does the item after number LAST follow the paragraph at I, which is none? */
static bool
goes_on(const struct sheet *s, size_t i, int last)
{
	for (size_t k = i + 1; k < s->paragraph_count && k < i + BLOCK; k++) {
		int ordinal = item_ordinal(s, &s->paragraphs[k]);

		if (ordinal)
			return ordinal == last + 1;
	}
	return false;
}

/* 打印, 分享到微信, 返回列表: what a web page says below the text, line by line, belongs to no clause. */
static size_t
without_page_foot(const struct sheet *s, size_t at, size_t end)
{
	size_t foot = end, n;
	bool web = false;

	while (foot > at) {
		struct span p = s->paragraphs[foot - 1].span;

		if (s->paragraphs[foot - 1].cue != CUE_NONE || span_len(p) > FOOT
		    || find_any(s, p, "。|,|;|会议", &n) != NOWHERE)
			break;
		web |= is_of_page(s, p);
		foot--;
	}
	return web ? foot : end;
}

/* Where the body ends: at the attendance or what else follows the last item. */
static size_t
body_end(const struct sheet *s, size_t at)
{
	int last = 0, ordinal;
	size_t i;

	for (i = at; i < s->paragraph_count; i++) {
		if (s->paragraphs[i].cue >= CUE_ATTENDANCE && !goes_on(s, i, last))
			break;
		ordinal = item_ordinal(s, &s->paragraphs[i]);
		last = ordinal ? ordinal : last;
	}
	i = without_page_foot(s, at, i);
	return i > at && is_office(s, &s->paragraphs[i - 1]) ? i - 1 : i;
}

/* A paragraph with a numeral; a numeral alone has its title in the paragraph after it. */
static void
read_enumerated(struct sheet *s, struct outline *o, const struct paragraph *p, struct span next,
    size_t *at)
{
	struct enumerator e = match_enumerator(s, p->span.from, p->span.to);
	struct span label = p->span, rest = p->span;

	if (e.style) {
		label.to = rest.from = p->span.from + e.len;
	} else {
		match_number(s, label.from, label.to, &e.ordinal);
		e.style = STYLE_ITEM;
		rest.from = rest.to;
	}
	if (rest.from == rest.to && next.from < next.to) {
		rest = next;
		claim(s, rest, FIELD);
		(*at)++;
	}
	if (!o->item && e.style != o->item_style) {	/* 1.… before 一、: what is to come */
		read_topics(s, rest);
		claim(s, label, FIELD);
	} else if (e.style == o->item_style)
		read_item(s, o, label, e.ordinal, rest);
	else
		add_clause(s, o, e.style, e.ordinal, label, rest);
}

void
extend_preamble(struct sheet *s, struct span text)
{
	struct jy_meeting *m = s->m->meeting;
	struct jy_text more = span_text(s, text);

	claim(s, text, FIELD);
	m->preamble = m->preamble.s ? arena_printf(s->arena, "%s%s", m->preamble.s, more.s) : more;
}

/* A paragraph without a numeral; what a meeting says before any item is an item without a title. */
static void
add_text(struct sheet *s, struct outline *o, struct span text)
{
	struct span none = {0};

	if (!o->item && o->item_style) {
		extend_preamble(s, text);
		return;
	}
	if (!o->item)
		begin_item(s, o, none, 0, (struct span){text.from, text.from});
	add_clause(s, o, STYLE_NONE, 0, none, text);
}

static void
read_block(struct sheet *s, const struct paragraph *p)
{
	if (p->cue == CUE_ATTENDANCE)
		read_attendance(s, p);
	else if (p->cue == CUE_RECORDER)
		read_recorders(s, p->span);
	else
		read_header(s, p);
}

/* Before the items a table tells what is to come, if the opening did not; the rest is residue. */
static void
read_listed_topic(struct sheet *s, struct span cell)
{
	if (!match_action(s, cell.from, cell.to))
		return;
	read_topics(s, cell);
	claim(s, cell, FIELD);
}

size_t
read_body(struct sheet *s, size_t at)
{
	size_t end = body_end(s, at);
	struct outline o = {.next_item = &s->m->items, .item_style = find_item_style(s, at, end)};
	bool announced = s->m->agenda != NULL;

	for (size_t i = at; i < end; i++) {
		const struct paragraph *p = &s->paragraphs[i];
		struct span none = {0}, next = none;

		if (i + 1 < end && s->paragraphs[i + 1].cue == CUE_NONE)
			next = s->paragraphs[i + 1].span;
		if (p->cue
		    >= CUE_ATTENDANCE) /* 一、会议基本情况, and the labels of a header under it */
		{
			read_block(s, p);
			continue;
		} else if (!o.item && p->table && is_in_list(s, p->span)) {
			if (!announced)
				read_listed_topic(s, p->span);
			continue;
		} else if (p->cue == CUE_ENUMERATED)
			read_enumerated(s, &o, p, next, &i);
		else if (p->cue == CUE_LEAD_IN && !o.item)
			s->m->meeting->lead_in = span_text(s, p->span);
		else if (p->cue == CUE_REMARK || s->m->remarks)
			add_remark(s, p->span);
		else if (!o.item_style && is_topic(s, p->span))
			read_item(s, &o, none, 0, p->span);
		else if (!o.item && !s->m->meeting->name.s && !s->m->meeting->date.s
		    && !begins_statement(s, p->span))
			continue;
		else
			add_text(s, &o, p->span);
		claim(s, p->span, FIELD);
	}
	return end;
}

/* Every paragraph as a clause of one item without a title. */
void
read_paragraphs(struct sheet *s)
{
	struct outline o = {.next_item = &s->m->items};
	struct span none = {0};

	for (size_t i = 0; i < s->paragraph_count; i++) {
		struct span text = s->paragraphs[i].span;

		if (!o.item)
			begin_item(s, &o, none, 0, (struct span){text.from, text.from});
		add_clause(s, &o, STYLE_NONE, 0, none, text);
		claim(s, text, FIELD);
	}
}
