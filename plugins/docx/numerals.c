/* Numerals: how the numbers of a list are written (ST_NumberFormat); a row a format. */
#include "docx.h"

#include <stdio.h>
#include <string.h>

/* The Chinese, Japanese and Korean glyphs of the table are three bytes each. */
enum { DOCX_GLYPH = 3 };

/* How a number is written by its places: 一百零一. */
enum docx_rule {
	DOCX_ZEROS = 1,		/* a gap between two places is written: 一百零一 */
	DOCX_TEN = 2,		/* 十一, not 一十一 */
	DOCX_NO_ONES = 4,	/* 百十一, not 一百一十一 */
	DOCX_SHORT = 8		/* from 100 on, digit by digit */
};

struct docx_numerals {
	const char *name;
	void (*put)(struct docx_label *, const struct docx_numerals *, int);
	const char *glyphs;
	unsigned rules;		/* enum docx_rule */
};

void
docx_put(struct docx_label *label, const char *text, size_t len)
{
	if (len > sizeof(label->text) - label->len)
		return;
	memcpy(label->text + label->len, text, len);
	label->len += len;
}

static void
docx_put_decimal(struct docx_label *label, const struct docx_numerals *n, int value)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), n && n->glyphs ? "%02d" : "%d", value);

	docx_put(label, digits, (size_t)len);
}

static void
docx_put_dashed(struct docx_label *label, const struct docx_numerals *n, int value)
{
	docx_put(label, "- ", 2);
	docx_put_decimal(label, n, value);
	docx_put(label, " -", 2);
}

static void
docx_put_glyph(struct docx_label *label, const struct docx_numerals *n, int index)
{
	docx_put(label, n->glyphs + index * DOCX_GLYPH, DOCX_GLYPH);
}

/* One glyph a number, as far as they go. */
static void
docx_put_from_row(struct docx_label *label, const struct docx_numerals *n, int value)
{
	if (value < 1 || (size_t)value > strlen(n->glyphs) / DOCX_GLYPH)
		docx_put_decimal(label, NULL, value);
	else
		docx_put_glyph(label, n, value - 1);
}

/* The stems and branches: two rows of 10 and 12 that run side by side, 60 pairs. */
static void
docx_put_pair(struct docx_label *label, const struct docx_numerals *n, int value)
{
	if (value < 1 || value > 60) {
		docx_put_decimal(label, NULL, value);
		return;
	}
	docx_put_glyph(label, n, (value - 1) % 10);
	docx_put_glyph(label, n, 10 + (value - 1) % 12);
}

/* Digit by digit: 二〇. */
static void
docx_put_digits(struct docx_label *label, const struct docx_numerals *n, int value)
{
	char digits[16];

	snprintf(digits, sizeof(digits), "%d", value);
	for (const char *d = digits; *d; d++)
		docx_put_glyph(label, n, *d - '0');
}

/* By places: ten digits from zero, then ten, hundred, thousand, ten thousand. */
static void
docx_put_places(struct docx_label *label, const struct docx_numerals *n, int value)
{
	static const int worth[] = {1, 10, 100, 1000, 10000};
	bool begun = false, gap = false;

	if (value < 1 || (value > 99 && n->rules & DOCX_SHORT)) {
		docx_put_digits(label, n, value);
		return;
	}
	for (int place = 4; place >= 0; place--) {
		int digit = value / worth[place] % 10;
		bool bare = digit == 1 && place && (n->rules & DOCX_NO_ONES
		    || (n->rules & DOCX_TEN && place == 1 && !begun));

		if (!digit) {
			gap = begun;
			continue;
		}
		if (gap && n->rules & DOCX_ZEROS)
			docx_put_glyph(label, n, 0);
		if (!bare)
			docx_put_glyph(label, n, digit);
		if (place)
			docx_put_glyph(label, n, 9 + place);
		begun = true;
		gap = false;
	}
}

/* a … z, aa … zz, aaa …; the glyphs are single bytes. */
static void
docx_put_letters(struct docx_label *label, const struct docx_numerals *n, int value)
{
	int letters = (int)strlen(n->glyphs);

	for (int times = (value - 1) / letters + 1; value > 0 && times > 0; times--)
		docx_put(label, n->glyphs + (value - 1) % letters, 1);
}

static void
docx_put_roman(struct docx_label *label, const struct docx_numerals *n, int value)
{
	static const struct { int worth; unsigned char at[2]; size_t len; } signs[] = {
		{1000, {0, 0}, 1}, {900, {2, 0}, 2}, {500, {1, 0}, 1}, {400, {2, 1}, 2},
		{100, {2, 0}, 1}, {90, {4, 2}, 2}, {50, {3, 0}, 1}, {40, {4, 3}, 2},
		{10, {4, 0}, 1}, {9, {6, 4}, 2}, {5, {5, 0}, 1}, {4, {6, 5}, 2}, {1, {6, 0}, 1}
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		for (; value >= signs[i].worth; value -= signs[i].worth)
			for (size_t k = 0; k < signs[i].len; k++)
				docx_put(label, n->glyphs + signs[i].at[k], 1);
}

static void
docx_put_nothing(struct docx_label *label, const struct docx_numerals *n, int value)
{
	(void)label, (void)n, (void)value;
}

#define DOCX_HAN "一二三四五六七八九"
#define DOCX_STEMS "甲乙丙丁戊己庚辛壬癸"
#define DOCX_BRANCHES "子丑寅卯辰巳午未申酉戌亥"
#define DOCX_CIRCLED "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
#define DOCX_FULL "０１２３４５６７８９"

static const struct docx_numerals docx_writings[] = {
	{"decimal", docx_put_decimal, NULL, 0},	/* the first: for names that are not here */
	{"decimalZero", docx_put_decimal, "0", 0},
	{"decimalHalfWidth", docx_put_decimal, NULL, 0},
	{"decimalFullWidth", docx_put_digits, DOCX_FULL, 0},
	{"decimalFullWidth2", docx_put_digits, DOCX_FULL, 0},
	{"numberInDash", docx_put_dashed, NULL, 0},
	{"decimalEnclosedCircle", docx_put_from_row, DOCX_CIRCLED, 0},
	{"decimalEnclosedCircleChinese", docx_put_from_row, DOCX_CIRCLED, 0},
	{"decimalEnclosedParen", docx_put_from_row, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", 0},
	{"decimalEnclosedFullstop", docx_put_from_row, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", 0},
	{"ideographEnclosedCircle", docx_put_from_row, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", 0},
	{"ideographTraditional", docx_put_from_row, DOCX_STEMS, 0},
	{"ideographZodiac", docx_put_from_row, DOCX_BRANCHES, 0},
	{"ideographZodiacTraditional", docx_put_pair, DOCX_STEMS DOCX_BRANCHES, 0},
	{"ideographDigital", docx_put_digits, "〇" DOCX_HAN, 0},
	{"japaneseDigitalTenThousand", docx_put_digits, "〇" DOCX_HAN, 0},
	{"taiwaneseDigital", docx_put_digits, "○" DOCX_HAN, 0},
	{"koreanDigital", docx_put_digits, "영일이삼사오육칠팔구", 0},
	{"koreanDigital2", docx_put_digits, "零" DOCX_HAN, 0},
	{"chineseCounting", docx_put_places, "○" DOCX_HAN "十", DOCX_TEN | DOCX_SHORT},
	{"taiwaneseCounting", docx_put_places, "○" DOCX_HAN "十", DOCX_TEN | DOCX_SHORT},
	{"chineseCountingThousand", docx_put_places, "零" DOCX_HAN "十百千万",
	    DOCX_TEN | DOCX_ZEROS},
	{"taiwaneseCountingThousand", docx_put_places, "零" DOCX_HAN "十百千萬",
	    DOCX_TEN | DOCX_ZEROS},
	{"japaneseCounting", docx_put_places, "〇" DOCX_HAN "十百千万", DOCX_NO_ONES},
	{"koreanCounting", docx_put_places, "영일이삼사오육칠팔구십백천만", DOCX_NO_ONES},
	{"chineseLegalSimplified", docx_put_places, "零壹贰叁肆伍陆柒捌玖拾佰仟万", DOCX_ZEROS},
	{"ideographLegalTraditional", docx_put_places, "零壹貳參肆伍陸柒捌玖拾佰仟萬", DOCX_ZEROS},
	{"japaneseLegal", docx_put_places, "零壱弐参四伍六七八九拾百阡萬", 0},
	{"lowerLetter", docx_put_letters, "abcdefghijklmnopqrstuvwxyz", 0},
	{"upperLetter", docx_put_letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0},
	{"lowerRoman", docx_put_roman, "mdclxvi", 0},
	{"upperRoman", docx_put_roman, "MDCLXVI", 0},
	{"bullet", docx_put_nothing, NULL, 0},
	{"none", docx_put_nothing, NULL, 0},
};

const struct docx_numerals *
docx_numerals(const char *name)
{
	for (size_t i = 0; name && i < sizeof(docx_writings) / sizeof(*docx_writings); i++)
		if (strcmp(docx_writings[i].name, name) == 0)
			return &docx_writings[i];
	return &docx_writings[0];
}

/* Counters beyond any list of a document are written plainly, which bounds the work. */
void
docx_put_number(struct docx_label *label, const struct docx_numerals *n, int value)
{
	if (value < 0 || value > 99999)
		docx_put_decimal(label, NULL, value);
	else
		n->put(label, n, value);
}
