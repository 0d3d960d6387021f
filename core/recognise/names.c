/* What a run of glyphs costs as a name: see names.h. */
#include "names.h"

/* The UTF-8 of glyphs FROM … TO-1, printed without space; at most four bytes each. */
static size_t
spell(const struct sheet *s, size_t from, size_t to, char *word)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		n += utf8_put(word + n, s->glyphs[i].code);
	return n;
}

bool
listed(const struct sheet *s, enum words list, size_t from, size_t to)
{
	char word[4 * LONGEST_WORD];

	return to > from && to - from <= LONGEST_WORD
	    && lexicon_has(&s->lexicon->words[list], word, spell(s, from, to, word),
		s->glyphs[to - 1].code);
}

bool
ends_listed(const struct sheet *s, enum words list, size_t from, size_t to)
{
	const struct word_list *words = &s->lexicon->words[list];

	if (to == from || lexicon_lacks(words, s->glyphs[to - 1].code))
		return false;
	for (size_t n = 1; n <= words->longest && n <= to - from; n++)
		if (listed(s, list, to - n, to))
			return true;
	return false;
}

/* 王  翔, 沐  春  江: the same gap between all characters. */
static bool
is_padded(const struct sheet *s, size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (!is_apart(s, i) || starts_line(s, i)
		    || s->glyphs[i].gap != s->glyphs[from + 1].gap)
			return false;
	return to - from <= 3;
}

static int
gap_cost(const struct spots *b, size_t first, size_t n)
{
	const struct sheet *s = b->s;
	size_t from = b->span.from + first, to = from + n;
	int cost = 0;

	for (size_t i = from + 1; i < to; i++) {
		if (b->at[i - b->span.from].hard)
			cost += COST_SPLIT_PREFIX;
		else if (starts_line(s, i))
			cost += n > 4 ? COST_SPLIT_NAME : COST_WRAP;
		else if (is_apart(s, i))
			cost += !is_padded(s, from, to) ? COST_SPLIT_NAME
			    : to - from == 2            ? COST_PADDED
							: COST_SPREAD;
	}
	return cost;
}

/* Between what an office's name ends in, or a gap, and a gap: a name without a known surname (of those
 * peoples who have none) is believed there. */
static bool
stands_alone(const struct spots *b, size_t i, size_t n)
{
	size_t end = b->span.from + i + n;
	bool wrapped = b->flowing && starts_line(b->s, b->span.from + i) && !b->at[i].hard && i;

	if (((b->at[i].start >= COST_GLUED || wrapped) && !b->at[i].office) || b->at[i + n].office)
		return false;
	return end == b->span.to || is_separator(b->s->glyphs[end].code)
	    || b->s->glyphs[end].code == '(' || is_apart(b->s, end) || b->at[i + n].hard;
}

/* 常委会, 县长, 代县长, 党组成员: words that nobody is called. */
static bool
is_office_word(const struct sheet *s, size_t from, size_t to)
{
	return listed(s, TITLES, from, to) || listed(s, ORGANIZATIONS, from, to)
	    || is_post(s, from, to);
}

/* 县直有关部|门负责同志, 市发改委: ends as those are called who came for others, or for an office. */
static bool
is_nobody(const struct spots *b, size_t i, size_t n, size_t family)
{
	struct span name = {b->span.from + i, b->span.from + i + n};

	if (b->at[i + n].nobody
	    || (!lexicon_lacks(&b->s->lexicon->words[NOT_IN_NAMES], b->s->glyphs[name.to - 1].code)
		&& listed(b->s, NOT_IN_NAMES, name.from, name.to)))
		return true;
	for (size_t k = family ? 3 : 2; k < n; k++)	/* 检察长|林, but 关长友 */
		if (b->at[i + k].title && listed(b->s, TITLES, name.from, name.from + k))
			return true;
	if (!b->at[i + n].office)
		return false;
	return !family || ends_with(b->s, name, "镇|乡|局|站|所|校|中学|院|委|办|厅|处|队|公司")
	    || is_office_word(b->s, name.from, name.to);
}

/* 李××, 黄XX, 王×明: no more of the name was published. */
static bool
is_masked(const struct spots *b, size_t i, size_t n, size_t family)
{
	const struct spot *spots = b->at;
	const struct glyph *name = b->s->glyphs + b->span.from + i;
	size_t masks = 0;

	if (!family || n <= family || n > family + 2
	    || (i + n < span_len(b->span) && is_mask(name[n].code)))
		return false;
	for (size_t k = family; k < n; k++) {
		if ((!is_mask(name[k].code) && !is_han(name[k].code)) || spots[i + k].odd)
			return false;
		masks += is_mask(name[k].code);
	}
	return masks > 0;
}

int
name_cost(const struct spots *b, size_t i, size_t n)
{
	size_t family = n > 2 && b->at[i].compound ? 2 : b->at[i].family != NO_FAMILY;
	int cost;

	if (is_masked(b, i, n, family))
		return COST_SHORT_NAME + gap_cost(b, i, n);
	if (n > 4 && !stands_alone(b, i, n))
		return NEVER;
	for (size_t k = i; k < i + n; k++)
		if (!is_han(b->s->glyphs[b->span.from + k].code))
			return NEVER;
	if (is_nobody(b, i, n, family))
		return NEVER;
	cost = gap_cost(b, i, n);
	if (i && b->at[i - 1].compound && b->at[i].start >= COST_GLUED && !b->at[i].office)	/* 诸|葛云帆 */
		cost += COST_CUT_WORD;
	if (n - family > 2 || !family)
		cost += stands_alone(b, i, n) ? COST_UNKNOWN_FAMILY * (int)(n - 1)
					      : COST_NO_SURNAME;
	else if (family == 1 && b->at[i].family == RARE_FAMILY)
		cost += COST_RARE + (b->at[i + n].office ? COST_ODD_GIVEN : 0);	/* 信息科 */
	for (size_t k = i + family; k < i + n; k++)
		cost += b->at[k].odd ? COST_ODD_GIVEN : 0;
	return cost + (n == 2 ? COST_SHORT_NAME : 0);
}

bool
is_middle_dot(uint32_t c)
{
	return c == 0xB7 || c == 0x2022 || c == 0x30FB || c == 0x2027;
}

/* 阿不都拉·买买提: the dot tells. */
size_t
foreign_name(const struct spots *b, size_t first)
{
	const struct sheet *s = b->s;
	size_t from = b->span.from + first, end = b->span.to, i, dots = 0;

	for (i = from; i < end && i - from < FOREIGN; i++) {
		uint32_t c = s->glyphs[i].code;

		dots += is_middle_dot(c);
		if (!is_han(c) && !is_middle_dot(c))
			break;
		if (i > from && (is_apart(s, i) || b->at[i - b->span.from].hard))
			break;
	}
	return dots && is_han(s->glyphs[from].code) ? i - from : 0;
}

size_t
shorter_name(const struct spots *b, size_t first, size_t len)
{
	const struct sheet *s = b->s;
	size_t from = b->span.from + first, dots = 0;

	for (size_t i = from; i < from + len; i++)
		dots += is_middle_dot(s->glyphs[i].code);
	for (size_t i = from + len - 1; i > from + 1 && dots; i--) {
		dots -= is_middle_dot(s->glyphs[i].code);
		if (dots && starts_line(s, i) && is_han(s->glyphs[i - 1].code))
			return i - from;
	}
	return 0;
}

/* Dearer by the glyph than an organisation, or it would take the one before it for a part. */
int
foreign_cost(const struct spots *b, size_t i, size_t n)
{
	int cost = stands_alone(b, i, n) ? COST_UNKNOWN_FAMILY : 0;

	for (size_t k = i + 1; k < i + n; k++) {
		if (b->at[k].office)
			cost = 0;
		if (starts_line(b->s, b->span.from + k)
		    && ((k > i + 1 && name_cost(b, i, k - i) < COST_RARE)
			|| shorter_name(b, i, n) == k - i))
			cost = 0;	/* 于海寒 / 吐尔逊·艾力 */
	}
	cost = cost ? cost : (int)n * (COST_GLYPH + COST_GLYPH / 4);
	for (size_t k = i; k < i + n; k++)
		cost += b->at[k].odd ? COST_ODD_GIVEN : 0;
	return cost;
}

bool
is_separator(uint32_t c)
{
	return c == LIST_COMMA || c == ',' || c == FULL_STOP || c == ';' || c == ':';
}

struct span
without_courtesy(const struct sheet *s, struct span who)
{
	who.to -= ends_with(s, who, "同志|先生|女士") ? 2 : 0;
	return who;
}

bool
holds_title(const struct sheet *s, struct span who)
{
	for (size_t i = who.from + 2; i <= who.to; i++)
		if (ends_listed(s, TITLES, who.from, i))
			return true;
	return false;
}

bool
is_office_title(const struct sheet *s, size_t from, size_t to)
{
	size_t n;

	while ((n = match_any(s, from, to, "代|代理|副|常务|第一|执行")))
		from += n;
	return from < to && listed(s, TITLES, from, to);
}
