/* What follows the body: attendance, recorder, 整理, disclosure, distribution, 印发. */
#include "setting.h"
#include "stages.h"

static struct jy_imprint *
imprint(struct sheet *s, struct jy_imprint **slot)
{
	if (!*slot)
		*slot = arena_alloc(s->arena, sizeof(**slot));
	return *slot;
}

/* After 记录：, or after the bare word. */
void
read_recorders(struct sheet *s, struct span span)
{
	size_t n = match_phrase(s, span.from, span.to, WORDS_RECORDERS);

	claim(s, (struct span){span.from, span.from + n}, FIELD);
	span.from += n;
	n = match(s, span.from, span.to, ":");
	claim(s, (struct span){span.from, span.from + n}, FIELD);
	span.from += n;
	s->recorders_end = read_officials(s, span, s->recorders_end);
}

static void
set_place(struct sheet *s, struct jy_imprint *imprint, struct span span)
{
	if (!imprint->at.page)
		imprint->at = span_place(s, span);
	claim(s, span, FIELD);
}

/* 甲市人民政府办公室整理, 甲市人民政府办公室印发: the office. */
static struct span
without_verb(const struct sheet *s, struct span by)
{
	by.to -= ends_with(s, by, "整理|编印|编辑|印发|印制") ? 2 : ends_with(s, by, "编|印");
	return by;
}

/* 甲市人民政府办公室整理, or with a date and without the verb. */
void
read_compiled(struct sheet *s, struct span span)
{
	struct jy_imprint *compiled = imprint(s, &s->m->document->compiled);
	struct span by = without_verb(s, within_brackets(s, span));
	struct date d;

	set_place(s, compiled, span);
	for (size_t i = by.from; i < by.to; i++) {
		if (match_date(s, i, by.to, &d)) {
			compiled->date = date_text(s, d);
			by.to = i;
		}
	}
	by.to -= ends_with(s, by, "(");	/* 甲市人民政府办公室（2021年9月29日） */
	compiled->by = span_solid(s, without_verb(s, by));
}

/* A date of its own belongs to 整理; the office may stand before it without a verb. */
static void
read_date_of(struct sheet *s, struct jy_imprint *imprint, struct span span)
{
	size_t bracket = match(s, span.from, span.to, "(");
	struct date d;

	set_place(s, imprint, span);
	if (match_date(s, span.from + bracket, span.to, &d))
		imprint->date = date_text(s, d);
}

void
read_issued(struct sheet *s, struct span office, struct span span)
{
	struct jy_imprint *issued = imprint(s, &s->m->document->issued);
	struct span inner = within_brackets(s, span);
	size_t at, n = 0;
	struct date d;

	for (at = inner.from; at < inner.to; at++)
		if ((n = match_date(s, at, inner.to, &d)))
			break;
	if (at > inner.from) {
		office = (struct span){inner.from, at};
		office.to -= ends_with(s, office, "(");
		office = without_verb(s, office);
	}
	if (n)
		issued->date = date_text(s, d);
	issued->by = span_solid(s, office);
	set_place(s, issued, office);
	set_place(s, issued, span);
}

static void
read_disclosure(struct sheet *s, struct span span)
{
	struct span inner = span;

	size_t label = match_phrase(s, span.from, span.to, WORDS_DISCLOSURE);

	inner.from += label ? label + 1 : match(s, span.from, span.to, "(");
	inner.to -= !label && inner.from > span.from && ends_with(s, span, ")");
	s->m->document->disclosure = span_solid(s, inner);
	claim(s, span, FIELD);
}

/* Was the line before the glyph ended on purpose: so short that no page is as narrow, in no comma? */
static bool
begins_recipient(const struct sheet *s, size_t i)
{
	enum { NARROW = 32 };
	const struct row *row = &s->rows[s->glyphs[i - 1].line];

	if (!starts_line(s, i) || match_any(s, i - 1, i, ",|、"))
		return false;
	if (has_box(row))
		return row->right - row->line->at.x1 > 4 * em(row);
	return !row->line->table && row->width < NARROW;
}

/* Recipients are parted by ；, or stand on lines of their own; within they are by commas that stay as
 * printed. */
static void
read_distribution(struct sheet *s, struct span span)
{
	struct jy_distribution *d = arena_alloc(s->arena, sizeof(*d));
	struct jy_string **last = &d->recipients;
	size_t from, colon = find(s, span, ":");

	d->label = span_solid(s, (struct span){span.from, colon});
	d->at = span_place(s, span);
	from = colon + 1;
	for (size_t i = from; i <= span.to; i++) {
		size_t mark = match_any(s, i, span.to, ";|。");

		if (i < span.to && !mark && (i == from || !begins_recipient(s, i)))
			continue;
		if (i > from)
			last = add_string(s, last, span_text(s, (struct span){from, i}));
		from = i + mark;
	}
	*s->distribution_end = d;
	s->distribution_end = &d->next;
	claim(s, span, FIELD);
}

/* An office by its name alone: what comes after it says for what. */
bool
is_office(const struct sheet *s, const struct paragraph *p)
{
	return p->cue == CUE_NONE && span_len(p->span) <= 40 && ends_as_office(s, p->span);
}

static void
read_part(struct sheet *s, const struct paragraph *p, struct span office)
{
	struct jy_document *d = s->m->document;

	switch (p->cue) {
	case CUE_ATTENDANCE:
		read_attendance(s, p);
		break;
	case CUE_RECORDER:
		read_recorders(s, p->span);
		break;
	case CUE_COMPILED:
		read_compiled(s, p->span);
		break;
	case CUE_DATE:
		if (span_len(office)) {
			imprint(s, &d->compiled)->by = span_solid(s,
			    (struct span){office.from, without_seal(s, office)});
			set_place(s, d->compiled, office);
		}
		read_date_of(s, imprint(s, &d->compiled), p->span);
		break;
	case CUE_LABEL:
		read_late_header(s, p);
		break;
	case CUE_DISCLOSURE:
		if (!d->disclosure.s)
			read_disclosure(s, p->span);
		break;
	case CUE_DISTRIBUTION:
		read_distribution(s, p->span);
		break;
	case CUE_ISSUED:
		read_issued(s, office, p->span);
		break;
	case CUE_PRODUCTION:
		read_production(s, p->span);
		break;
	case CUE_REMARK:
		add_remark(s, p->span);
		break;
	default:	/* stays residue */
		break;
	}
}

size_t
read_tail(struct sheet *s, size_t at)
{
	for (; at < s->paragraph_count; at++) {
		const struct paragraph *before = at ? &s->paragraphs[at - 1] : NULL;
		struct span office = {0};

		if (before && is_office(s, before))
			office = before->span;
		read_part(s, &s->paragraphs[at], office);
	}
	return at;
}
