/* Numerals: how the numbers of a list are written; a row for each name of ST_NumberFormat. */
#include "numerals.h"

#include <stdio.h>
#include <string.h>

/* The Chinese, Japanese and Korean glyphs of the table are three bytes each. */
enum { NUMERALS_GLYPH = 3 };

/* How a number is written by its places: 一百零一. */
enum numerals_rule {
	NUMERALS_ZEROS = 1,	/* a gap between two places is written: 一百零一 */
	NUMERALS_TEN = 2,		/* 十一, not 一十一 */
	NUMERALS_NO_ONES = 4,	/* 百十一, not 一百一十一 */
	NUMERALS_SHORT = 8		/* from 100 on, digit by digit */
};

struct numerals {
	const char *name;
	void (*put)(struct numerals_label *, const struct numerals *, int);
	const char *glyphs;
	unsigned rules;		/* enum numerals_rule */
};

void
numerals_put(struct numerals_label *label, const char *text, size_t len)
{
	if (len > sizeof(label->text) - label->len)
		return;
	memcpy(label->text + label->len, text, len);
	label->len += len;
}

static void
numerals_put_decimal(struct numerals_label *label, const struct numerals *n, int value)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), n && n->glyphs ? "%02d" : "%d", value);

	numerals_put(label, digits, (size_t)len);
}

static void
numerals_put_dashed(struct numerals_label *label, const struct numerals *n, int value)
{
	numerals_put(label, "- ", 2);
	numerals_put_decimal(label, n, value);
	numerals_put(label, " -", 2);
}

static void
numerals_put_glyph(struct numerals_label *label, const struct numerals *n, int index)
{
	numerals_put(label, n->glyphs + index * NUMERALS_GLYPH, NUMERALS_GLYPH);
}

/* One glyph a number, as far as they go. */
static void
numerals_put_from_row(struct numerals_label *label, const struct numerals *n, int value)
{
	if (value < 1 || (size_t)value > strlen(n->glyphs) / NUMERALS_GLYPH)
		numerals_put_decimal(label, NULL, value);
	else
		numerals_put_glyph(label, n, value - 1);
}

/* The stems and branches: two rows of 10 and 12 that run side by side, 60 pairs. */
static void
numerals_put_pair(struct numerals_label *label, const struct numerals *n, int value)
{
	if (value < 1 || value > 60) {
		numerals_put_decimal(label, NULL, value);
		return;
	}
	numerals_put_glyph(label, n, (value - 1) % 10);
	numerals_put_glyph(label, n, 10 + (value - 1) % 12);
}

/* Digit by digit: 二〇. */
static void
numerals_put_digits(struct numerals_label *label, const struct numerals *n, int value)
{
	char digits[16];

	snprintf(digits, sizeof(digits), "%d", value);
	for (const char *d = digits; *d; d++)
		numerals_put_glyph(label, n, *d - '0');
}

/* By places: ten digits from zero, then ten, hundred, thousand, ten thousand. */
static void
numerals_put_places(struct numerals_label *label, const struct numerals *n, int value)
{
	static const int worth[] = {1, 10, 100, 1000, 10000};
	bool begun = false, gap = false;

	if (value < 1 || (value > 99 && n->rules & NUMERALS_SHORT)) {
		numerals_put_digits(label, n, value);
		return;
	}
	for (int place = 4; place >= 0; place--) {
		int digit = value / worth[place] % 10;
		bool bare = digit == 1 && place && (n->rules & NUMERALS_NO_ONES
		    || (n->rules & NUMERALS_TEN && place == 1 && !begun));

		if (!digit) {
			gap = begun;
			continue;
		}
		if (gap && n->rules & NUMERALS_ZEROS)
			numerals_put_glyph(label, n, 0);
		if (!bare)
			numerals_put_glyph(label, n, digit);
		if (place)
			numerals_put_glyph(label, n, 9 + place);
		begun = true;
		gap = false;
	}
}

/* a … z, aa … zz, aaa …; the glyphs are single bytes. */
static void
numerals_put_letters(struct numerals_label *label, const struct numerals *n, int value)
{
	int letters = (int)strlen(n->glyphs);

	for (int times = (value - 1) / letters + 1; value > 0 && times > 0; times--)
		numerals_put(label, n->glyphs + (value - 1) % letters, 1);
}

static void
numerals_put_roman(struct numerals_label *label, const struct numerals *n, int value)
{
	static const struct { int worth; unsigned char at[2]; size_t len; } signs[] = {
		{1000, {0, 0}, 1}, {900, {2, 0}, 2}, {500, {1, 0}, 1}, {400, {2, 1}, 2},
		{100, {2, 0}, 1}, {90, {4, 2}, 2}, {50, {3, 0}, 1}, {40, {4, 3}, 2},
		{10, {4, 0}, 1}, {9, {6, 4}, 2}, {5, {5, 0}, 1}, {4, {6, 5}, 2}, {1, {6, 0}, 1}
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		for (; value >= signs[i].worth; value -= signs[i].worth)
			for (size_t k = 0; k < signs[i].len; k++)
				numerals_put(label, n->glyphs + signs[i].at[k], 1);
}

static void
numerals_put_nothing(struct numerals_label *label, const struct numerals *n, int value)
{
	(void)label, (void)n, (void)value;
}

#define NUMERALS_HAN "一二三四五六七八九"
#define NUMERALS_STEMS "甲乙丙丁戊己庚辛壬癸"
#define NUMERALS_BRANCHES "子丑寅卯辰巳午未申酉戌亥"
#define NUMERALS_CIRCLED "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
#define NUMERALS_FULL "０１２３４５６７８９"

static const struct numerals numerals_writings[] = {
	{"decimal", numerals_put_decimal, NULL, 0},	/* the first: for names that are not here */
	{"decimalZero", numerals_put_decimal, "0", 0},
	{"decimalHalfWidth", numerals_put_decimal, NULL, 0},
	{"decimalFullWidth", numerals_put_digits, NUMERALS_FULL, 0},
	{"decimalFullWidth2", numerals_put_digits, NUMERALS_FULL, 0},
	{"numberInDash", numerals_put_dashed, NULL, 0},
	{"decimalEnclosedCircle", numerals_put_from_row, NUMERALS_CIRCLED, 0},
	{"decimalEnclosedCircleChinese", numerals_put_from_row, NUMERALS_CIRCLED, 0},
	{"decimalEnclosedParen", numerals_put_from_row, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", 0},
	{"decimalEnclosedFullstop", numerals_put_from_row, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", 0},
	{"ideographEnclosedCircle", numerals_put_from_row, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", 0},
	{"ideographTraditional", numerals_put_from_row, NUMERALS_STEMS, 0},
	{"ideographZodiac", numerals_put_from_row, NUMERALS_BRANCHES, 0},
	{"ideographZodiacTraditional", numerals_put_pair, NUMERALS_STEMS NUMERALS_BRANCHES, 0},
	{"ideographDigital", numerals_put_digits, "〇" NUMERALS_HAN, 0},
	{"japaneseDigitalTenThousand", numerals_put_digits, "〇" NUMERALS_HAN, 0},
	{"taiwaneseDigital", numerals_put_digits, "○" NUMERALS_HAN, 0},
	{"koreanDigital", numerals_put_digits, "영일이삼사오육칠팔구", 0},
	{"koreanDigital2", numerals_put_digits, "零" NUMERALS_HAN, 0},
	{"chineseCounting", numerals_put_places, "○" NUMERALS_HAN "十",
	    NUMERALS_TEN | NUMERALS_SHORT},
	{"taiwaneseCounting", numerals_put_places, "○" NUMERALS_HAN "十",
	    NUMERALS_TEN | NUMERALS_SHORT},
	{"chineseCountingThousand", numerals_put_places, "零" NUMERALS_HAN "十百千万",
	    NUMERALS_TEN | NUMERALS_ZEROS},
	{"taiwaneseCountingThousand", numerals_put_places, "零" NUMERALS_HAN "十百千萬",
	    NUMERALS_TEN | NUMERALS_ZEROS},
	{"japaneseCounting", numerals_put_places, "〇" NUMERALS_HAN "十百千万", NUMERALS_NO_ONES},
	{"koreanCounting", numerals_put_places, "영일이삼사오육칠팔구십백천만", NUMERALS_NO_ONES},
	{"chineseLegalSimplified", numerals_put_places, "零壹贰叁肆伍陆柒捌玖拾佰仟万", NUMERALS_ZEROS},
	{"ideographLegalTraditional", numerals_put_places, "零壹貳參肆伍陸柒捌玖拾佰仟萬", NUMERALS_ZEROS},
	{"japaneseLegal", numerals_put_places, "零壱弐参四伍六七八九拾百阡萬", 0},
	{"lowerLetter", numerals_put_letters, "abcdefghijklmnopqrstuvwxyz", 0},
	{"upperLetter", numerals_put_letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0},
	{"lowerRoman", numerals_put_roman, "mdclxvi", 0},
	{"upperRoman", numerals_put_roman, "MDCLXVI", 0},
	{"bullet", numerals_put_nothing, NULL, 0},
	{"none", numerals_put_nothing, NULL, 0},
};

const struct numerals *
numerals_named(const char *name)
{
	for (size_t i = 0; name && i < sizeof(numerals_writings) / sizeof(*numerals_writings); i++)
		if (strcmp(numerals_writings[i].name, name) == 0)
			return &numerals_writings[i];
	return &numerals_writings[0];
}

/* Counters beyond any list of a document are written plainly, which bounds the work. */
void
numerals_put_number(struct numerals_label *label, const struct numerals *n, int value)
{
	if (value < 0 || value > 99999)
		numerals_put_decimal(label, NULL, value);
	else
		n->put(label, n, value);
}
