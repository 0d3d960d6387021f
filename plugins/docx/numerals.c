/* Numerals: how the numbers of a list are written (ST_NumberFormat); a row a format. */
#include "numerals.h"

#include <stdio.h>
#include <string.h>

/* The Chinese, Japanese and Korean glyphs of the table are three bytes each. */
enum { DOCX_GLYPH = 3 };

/* How a number is written by its places: 一百零一. */
enum docx_rule {
	DOCX_ZEROS = 1,		/* a gap between two places is written: 一百零一 */
	DOCX_TEN = 2,		/* 十一, not 一十一 */
	DOCX_NO_ONES = 4,	/* 百十一, not 一百一十一 */
	DOCX_SHORT = 8,		/* from 100 on, digit by digit */
	DOCX_ONE_MYRIAD = 16	/* … but 一万 */
};
enum { DOCX_FROM_ONE = 256 };	/* of all functions: there is no zero */

void
docx_put(struct docx_label *label, const char *text, size_t len)
{
	if (len > sizeof(label->text) - label->len)
		return;
	memcpy(label->text + label->len, text, len);
	label->len += len;
}

/* The rules are the least number of digits. */
void
docx_put_decimal(struct docx_label *label, const struct docx_numerals *n, int value)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), "%0*d", n ? (int)n->rules : 0, value);

	docx_put(label, digits, (size_t)len);
}

static void
docx_put_hex(struct docx_label *label, const struct docx_numerals *n, int value)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), "%X", (unsigned)value);

	(void)n;
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

/* One glyph a number, over and over: Word does not double the letters of its second round. */
static void
docx_put_round(struct docx_label *label, const struct docx_numerals *n, int value)
{
	int size = (int)strlen(n->glyphs) / DOCX_GLYPH;

	if (value < 1)
		docx_put_decimal(label, NULL, value);
	else
		docx_put_glyph(label, n, (value - 1) % size);
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
		bool myriad = place == 4 && n->rules & DOCX_ONE_MYRIAD;
		bool bare = digit == 1 && place && ((n->rules & DOCX_NO_ONES && !myriad)
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

int
docx_times(int value, int signs)
{
	int times = value > 0 ? (value - 1) / signs + 1 : 0;

	return times < DOCX_LABEL ? times : DOCX_LABEL;
}

/* a … z, aa … zz, aaa …; the glyphs are single bytes. */
static void
docx_put_letters(struct docx_label *label, const struct docx_numerals *n, int value)
{
	int letters = (int)strlen(n->glyphs);

	for (int times = docx_times(value, letters); times > 0; times--)
		docx_put(label, n->glyphs + (value - 1) % letters, 1);
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
#define DOCX_KANA \
	"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ" \
	"マミムメモヤユヨラリルレロワヲン"
#define DOCX_HALF_KANA "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
#define DOCX_IROHA \
	"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマ" \
	"ケフコエテアサキユメミシヱヒモセスン"
#define DOCX_HALF_IROHA "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
#define DOCX_FULL "０１２３４５６７８９"

static const struct docx_numerals docx_writings[] = {
	{"decimal", docx_put_decimal, NULL, 0},	/* the first: for labels without a format */
	{"decimalZero", docx_put_decimal, NULL, 2},
	{"01, 02, 03, ...", docx_put_decimal, NULL, 2},		/* these four are patterns */
	{"001, 002, 003, ...", docx_put_decimal, NULL, 3},
	{"0001, 0002, 0003, ...", docx_put_decimal, NULL, 4},
	{"00001, 00002, 00003, ...", docx_put_decimal, NULL, 5},
	{"hex", docx_put_hex, NULL, 0},
	{"decimalHalfWidth", docx_put_decimal, NULL, 0},
	{"decimalFullWidth", docx_put_digits, DOCX_FULL, 0},
	{"decimalFullWidth2", docx_put_digits, DOCX_FULL, 0},
	{"numberInDash", docx_put_dashed, NULL, 0},
	{"decimalEnclosedCircle", docx_put_from_row, DOCX_CIRCLED, 0},
	{"decimalEnclosedCircleChinese", docx_put_from_row, DOCX_CIRCLED, 0},
	{"decimalEnclosedParen", docx_put_from_row, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", 0},
	{"decimalEnclosedFullstop", docx_put_from_row, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", 0},
	{"ideographEnclosedCircle", docx_put_from_row, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", 0},
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
	{"japaneseCounting", docx_put_places, "〇" DOCX_HAN "十百千万",
	    DOCX_NO_ONES | DOCX_ONE_MYRIAD},
	{"koreanCounting", docx_put_places, "영일이삼사오육칠팔구십백천만", DOCX_NO_ONES},
	{"chineseLegalSimplified", docx_put_places, "零壹贰叁肆伍陆柒捌玖拾佰仟万", DOCX_ZEROS},
	{"ideographLegalTraditional", docx_put_places, "零壹貳參肆伍陸柒捌玖拾佰仟萬", DOCX_ZEROS},
	{"japaneseLegal", docx_put_places, "零壱弐参四伍六七八九拾百阡萬", 0},
	{"lowerLetter", docx_put_letters, "abcdefghijklmnopqrstuvwxyz", DOCX_FROM_ONE},
	{"upperLetter", docx_put_letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", DOCX_FROM_ONE},
	{"lowerRoman", docx_put_roman, "mdclxvi", DOCX_FROM_ONE},
	{"upperRoman", docx_put_roman, "MDCLXVI", DOCX_FROM_ONE},
	{"aiueo", docx_put_round, DOCX_HALF_KANA, 0},
	{"aiueoFullWidth", docx_put_round, DOCX_KANA, 0},
	{"iroha", docx_put_round, DOCX_HALF_IROHA, 0},
	{"irohaFullWidth", docx_put_round, DOCX_IROHA, 0},
	{"ganada", docx_put_round, "가나다라마바사아자차카타파하", 0},
	{"chosung", docx_put_round, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", 0},
	{"koreanLegal", docx_put_native, "koreanCounting", 0},
	{"ordinal", docx_put_ranked, NULL, 0},
	{"cardinalText", docx_put_words, NULL, DOCX_COUNTS},
	{"ordinalText", docx_put_words, NULL, DOCX_RANKS},
	{"chicago", docx_put_marks, NULL, DOCX_FROM_ONE},
	{"bullet", docx_put_nothing, NULL, 0},
	{"none", docx_put_nothing, NULL, 0},
};

/* Systems of other countries: their labels are decimal, and reported. */
static const struct docx_numerals docx_unknown = {"", docx_put_decimal, NULL, 0};

bool
docx_knows_numerals(const struct docx_numerals *n)
{
	return n != &docx_unknown;
}

const struct docx_numerals *
docx_numerals(const char *name)
{
	for (size_t i = 0; name && i < sizeof(docx_writings) / sizeof(*docx_writings); i++)
		if (strcmp(docx_writings[i].name, name) == 0)
			return &docx_writings[i];
	return name ? &docx_unknown : &docx_writings[0];
}

/* Counters beyond any list of a document are written plainly, which bounds the work; and so is a
 * zero in a writing that begins at one. */
void
docx_put_number(struct docx_label *label, const struct docx_numerals *n, int value)
{
	if (value < 0 || value > 99999 || (!value && n->rules & DOCX_FROM_ONE))
		docx_put_decimal(label, NULL, value);
	else
		n->put(label, n, value);
}
