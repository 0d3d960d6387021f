/*
 * What is printed about the paper itself: 份号, 密级, 紧急程度 and 签发人 above the red rule (GB/T 9704,
 * 7.2.1–7.2.6), who drafted and proofread it, and how many copies there are.
 */
#include "names.h"
#include "stages.h"

/* 000017, No.000017 */
static bool
is_copy_number(const struct sheet *s, struct span row)
{
	size_t at = row.from + match_any(s, row.from, row.to, "no.|No.|NO.|№");

	if (row.to - at < 5 || row.to - at > 8)
		return false;
	while (at < row.to && s->glyphs[at].code >= '0' && s->glyphs[at].code <= '9')
		at++;
	return at == row.to;
}

/* 机密★1年, 秘密; 密级: before any word */
static bool
is_classification(const struct sheet *s, struct span row)
{
	size_t n = match_any(s, row.from, row.to, "绝密|机密|秘密");

	if (match(s, row.from, row.to, "密级:"))
		return span_len(row) <= 12;
	return n
	    && (n == span_len(row)
		|| (span_len(row) <= 12 && s->glyphs[row.from + n].code == 0x2605));
}

static bool
is_urgency(const struct sheet *s, struct span row)
{
	return match_any(s, row.from, row.to, "特急|加急|特提|平急|急件") == span_len(row);
}

/* 内部资料, 注意保存: a line of such words and no more. */
static bool
is_caution(const struct sheet *s, struct span row)
{
	size_t at = row.from, n;

	while (at < row.to && (n = match_phrase(s, at, row.to, WORDS_CAUTIONS)))
		at += n + match_any(s, at + n, row.to, "、|,|。|!");
	return at == row.to;
}

bool
is_marking(const struct sheet *s, struct span row)
{
	return span_len(row) <= 24
	    && (is_copy_number(s, row) || is_classification(s, row) || is_urgency(s, row));
}

/* 共印30份, （印35份）, （共八十份） */
bool
counts_copies(const struct sheet *s, struct span row)
{
	size_t at = row.from + match(s, row.from, row.to, "("), n;
	int copies;

	row.to -= at > row.from && ends_with(s, row, ")");
	if (!(n = match_any(s, at, row.to, "共印|印数|印|共")))
		return false;
	at += n;
	at += match(s, at, row.to, ":");
	n = match_number(s, at, row.to, &copies);
	return n && match(s, at + n, row.to, "份") && at + n + 1 == row.to;
}

/* 签发：, 校对：, 共印30份, alone or after an office and a gap; where the words begin, or NOWHERE. */
static size_t
find_note(const struct sheet *s, struct span row)
{
	size_t n;

	if (span_len(row) > 60 || find_any(s, row, ":|共|印", &n) == NOWHERE)
		return NOWHERE;
	for (size_t i = row.from; i < row.to; i++) {
		n = match_phrase(s, i, row.to, WORDS_PRODUCTION);
		if (n && (i == row.from || s->glyphs[i].gap >= 2 || match(s, i - 1, i, "("))
		    && (match(s, i + n, row.to, ":") || match_any(s, i, row.to, "共印|印数")))
			return i;
	}
	return NOWHERE;
}

bool
is_production(const struct sheet *s, struct span row)
{
	size_t note = find_note(s, row);

	if (note != NOWHERE)
		return note <= row.from + 1 || ends_as_office(s, (struct span){row.from, note})
		    || is_number(s, (struct span){row.from, note});
	return is_marking(s, row) || counts_copies(s, row)
	    || (span_len(row) <= 24 && is_caution(s, row));
}

/* The notes of a line, each to the next; only 签发 names somebody who answers for the paper. */
static void
read_notes(struct sheet *s, struct span notes)
{
	size_t n, end;

	for (size_t i = notes.from; i < notes.to; i = end) {
		n = match_any(s, i, notes.to, "签发人|签发");
		for (end = i + 1;
		     end < notes.to && !match_phrase(s, end, notes.to, WORDS_PRODUCTION); end++)
			;
		if (!n || !match(s, i + n, notes.to, ":")) {
			claim(s, (struct span){i, end}, FURNITURE);
			continue;
		}
		claim(s, (struct span){i, end}, FIELD);
		s->signers_end = read_officials(s, (struct span){i + n + 1, end}, s->signers_end);
	}
}

void
read_production(struct sheet *s, struct span row)
{
	struct jy_document *d = s->m->document;
	size_t note = find_note(s, row);

	if (note != NOWHERE) {
		struct span before = {row.from, note};

		if (is_number(s, before) && !d->number)
			read_number(s, before);
		else if (note > row.from + 1)
			read_compiled(s, before);
		read_notes(s, (struct span){note > row.from + 1 ? note : row.from, row.to});
		return;
	}
	claim(s, row, is_caution(s, row) || counts_copies(s, row) ? FURNITURE : FIELD);
	if (is_copy_number(s, row))
		d->copy = span_solid(s, row);
	else if (is_classification(s, row))
		d->classification = span_solid(s, (struct span){
		    row.from + match(s, row.from, row.to, "密级:"), row.to});
	else if (is_urgency(s, row))
		d->urgency = span_solid(s, row);
}
