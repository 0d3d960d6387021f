/* Numerals: how the numbers of a list are written (ST_NumberFormat); a row a format. */
#include "writing.h"

#include <stdio.h>
#include <string.h>

/* The Chinese, Japanese and Korean glyphs of the table are three bytes each. */
enum { NUMERALS_GLYPH = 3 };

/* How a number is written by its places: 一百零一. */
enum numerals_rule {
	NUMERALS_ZEROS = 1,		/* a gap between two places is written: 一百零一 */
	NUMERALS_TEN = 2,		/* 十一, not 一十一 */
	NUMERALS_NO_ONES = 4,	/* 百十一, not 一百一十一 */
	NUMERALS_SHORT = 8,		/* from 100 on, digit by digit */
	NUMERALS_ONE_MYRIAD = 16	/* … but 一万 */
};
enum { NUMERALS_FROM_ONE = 256 };	/* of all functions: there is no zero */

void
numerals_put(struct numerals_label *label, const char *text, size_t len)
{
	if (len > sizeof(label->text) - label->len)
		return;
	memcpy(label->text + label->len, text, len);
	label->len += len;
}

/* The rules are the least number of digits. */
void
numerals_put_decimal(struct numerals_label *label, const struct numerals *n, int value)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), "%0*d", n ? (int)n->rules : 0, value);

	numerals_put(label, digits, (size_t)len);
}

static void
numerals_put_hex(struct numerals_label *label, const struct numerals *n, int value)
{
	char digits[16];
	int len = snprintf(digits, sizeof(digits), "%X", (unsigned)value);

	(void)n;
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

/* One glyph a number, over and over: Word does not double the letters of its second round. */
static void
numerals_put_round(struct numerals_label *label, const struct numerals *n, int value)
{
	int size = (int)strlen(n->glyphs) / NUMERALS_GLYPH;

	if (value < 1)
		numerals_put_decimal(label, NULL, value);
	else
		numerals_put_glyph(label, n, (value - 1) % size);
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
		bool myriad = place == 4 && n->rules & NUMERALS_ONE_MYRIAD;
		bool bare = digit == 1 && place
		    && ((n->rules & NUMERALS_NO_ONES && !myriad)
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

int
numerals_times(int value, int signs)
{
	int times = value > 0 ? (value - 1) / signs + 1 : 0;

	return times < NUMERALS_LABEL ? times : NUMERALS_LABEL;
}

/* a … z, aa … zz, aaa …; the glyphs are single bytes. */
static void
numerals_put_letters(struct numerals_label *label, const struct numerals *n, int value)
{
	int letters = (int)strlen(n->glyphs);

	for (int times = numerals_times(value, letters); times > 0; times--)
		numerals_put(label, n->glyphs + (value - 1) % letters, 1);
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
#define NUMERALS_KANA \
	"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ" \
	"マミムメモヤユヨラリルレロワヲン"
#define NUMERALS_HALF_KANA "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
#define NUMERALS_IROHA \
	"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマ" \
	"ケフコエテアサキユメミシヱヒモセスン"
#define NUMERALS_HALF_IROHA "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
#define NUMERALS_FULL "０１２３４５６７８９"

static const struct numerals numerals_writings[] = {
	{"decimal", numerals_put_decimal, NULL, 0},	/* the first: for labels without a format */
	{"decimalZero", numerals_put_decimal, NULL, 2},
	{"01, 02, 03, ...", numerals_put_decimal, NULL, 2},		/* these four are patterns */
	{"001, 002, 003, ...", numerals_put_decimal, NULL, 3},
	{"0001, 0002, 0003, ...", numerals_put_decimal, NULL, 4},
	{"00001, 00002, 00003, ...", numerals_put_decimal, NULL, 5},
	{"hex", numerals_put_hex, NULL, 0},
	{"decimalHalfWidth", numerals_put_decimal, NULL, 0},
	{"decimalFullWidth", numerals_put_digits, NUMERALS_FULL, 0},
	{"decimalFullWidth2", numerals_put_digits, NUMERALS_FULL, 0},
	{"numberInDash", numerals_put_dashed, NULL, 0},
	{"decimalEnclosedCircle", numerals_put_from_row, NUMERALS_CIRCLED, 0},
	{"decimalEnclosedCircleChinese", numerals_put_from_row, NUMERALS_CIRCLED, 0},
	{"decimalEnclosedParen", numerals_put_from_row, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", 0},
	{"decimalEnclosedFullstop", numerals_put_from_row, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", 0},
	{"ideographEnclosedCircle", numerals_put_from_row, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", 0},
	{"ideographTraditional", numerals_put_from_row, NUMERALS_STEMS, 0},
	{"ideographZodiac", numerals_put_from_row, NUMERALS_BRANCHES, 0},
	{"ideographZodiacTraditional", numerals_put_pair, NUMERALS_STEMS NUMERALS_BRANCHES, 0},
	{"ideographDigital", numerals_put_digits, "〇" NUMERALS_HAN, 0},
	{"japaneseDigitalTenThousand", numerals_put_digits, "〇" NUMERALS_HAN, 0},
	{"taiwaneseDigital", numerals_put_digits, "○" NUMERALS_HAN, 0},
	{"koreanDigital", numerals_put_digits, "영일이삼사오육칠팔구", 0},
	{"koreanDigital2", numerals_put_digits, "零" NUMERALS_HAN, 0},
	{"chineseCounting", numerals_put_places, "○" NUMERALS_HAN "十", NUMERALS_TEN | NUMERALS_SHORT},
	{"taiwaneseCounting", numerals_put_places, "○" NUMERALS_HAN "十", NUMERALS_TEN | NUMERALS_SHORT},
	{"chineseCountingThousand", numerals_put_places, "零" NUMERALS_HAN "十百千万",
	    NUMERALS_TEN | NUMERALS_ZEROS},
	{"taiwaneseCountingThousand", numerals_put_places, "零" NUMERALS_HAN "十百千萬",
	    NUMERALS_TEN | NUMERALS_ZEROS},
	{"japaneseCounting", numerals_put_places, "〇" NUMERALS_HAN "十百千万",
	    NUMERALS_NO_ONES | NUMERALS_ONE_MYRIAD},
	{"koreanCounting", numerals_put_places, "영일이삼사오육칠팔구십백천만", NUMERALS_NO_ONES},
	{"chineseLegalSimplified", numerals_put_places, "零壹贰叁肆伍陆柒捌玖拾佰仟万", NUMERALS_ZEROS},
	{"ideographLegalTraditional", numerals_put_places, "零壹貳參肆伍陸柒捌玖拾佰仟萬", NUMERALS_ZEROS},
	{"japaneseLegal", numerals_put_places, "零壱弐参四伍六七八九拾百阡萬", 0},
	{"lowerLetter", numerals_put_letters, "abcdefghijklmnopqrstuvwxyz", NUMERALS_FROM_ONE},
	{"upperLetter", numerals_put_letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", NUMERALS_FROM_ONE},
	{"lowerRoman", numerals_put_roman, "mdclxvi", NUMERALS_FROM_ONE},
	{"upperRoman", numerals_put_roman, "MDCLXVI", NUMERALS_FROM_ONE},
	{"aiueo", numerals_put_round, NUMERALS_HALF_KANA, 0},
	{"aiueoFullWidth", numerals_put_round, NUMERALS_KANA, 0},
	{"iroha", numerals_put_round, NUMERALS_HALF_IROHA, 0},
	{"irohaFullWidth", numerals_put_round, NUMERALS_IROHA, 0},
	{"ganada", numerals_put_round, "가나다라마바사아자차카타파하", 0},
	{"chosung", numerals_put_round, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", 0},
	{"koreanLegal", numerals_put_native, "koreanCounting", 0},
	{"ordinal", numerals_put_ranked, NULL, 0},
	{"cardinalText", numerals_put_words, NULL, NUMERALS_COUNTS},
	{"ordinalText", numerals_put_words, NULL, NUMERALS_RANKS},
	{"chicago", numerals_put_marks, NULL, NUMERALS_FROM_ONE},
	{"bullet", numerals_put_nothing, NULL, 0},
	{"none", numerals_put_nothing, NULL, 0},
};

/* Systems of other countries: their labels are decimal, and reported. */
static const struct numerals numerals_unknown = {"", numerals_put_decimal, NULL, 0};

bool
numerals_known(const struct numerals *n)
{
	return n != &numerals_unknown;
}

const struct numerals *
numerals_named(const char *name)
{
	for (size_t i = 0; name && i < sizeof(numerals_writings) / sizeof(*numerals_writings); i++)
		if (strcmp(numerals_writings[i].name, name) == 0)
			return &numerals_writings[i];
	return name ? &numerals_unknown : &numerals_writings[0];
}

/* Counters beyond any list of a document are written plainly, which bounds the work; and so is a
 * zero in a writing that begins at one. */
void
numerals_put_number(struct numerals_label *label, const struct numerals *n, int value)
{
	if (value < 0 || value > 99999 || (!value && n->rules & NUMERALS_FROM_ONE))
		numerals_put_decimal(label, NULL, value);
	else
		n->put(label, n, value);
}
