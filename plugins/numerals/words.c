/* Numbers as words (One, First, 하나), with an ending (1st), as marks (* †) and as Roman letters. */
#include "writing.h"

#include <ctype.h>
#include <string.h>

static void
numerals_put_string(struct numerals_label *label, const char *text)
{
	numerals_put(label, text, strlen(text));
}

static const char *const numerals_small[] = {
	"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
	"nineteen"
};
static const char *const numerals_tens[] = {
	"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
};

/* Below a thousand. */
static void
numerals_put_group(struct numerals_label *label, int value)
{
	if (value >= 100) {
		numerals_put_string(label, numerals_small[value / 100]);
		numerals_put_string(label, value % 100 ? " hundred " : " hundred");
		value %= 100;
		if (!value)
			return;
	}
	if (value >= 20) {
		numerals_put_string(label, numerals_tens[value / 10]);
		if (value % 10 == 0)
			return;
		numerals_put_string(label, "-");
		value %= 10;
	}
	numerals_put_string(label, numerals_small[value]);
}

/* Only the last word of a number ranks: twenty-first, fortieth, twelfth. */
static void
numerals_rank(struct numerals_label *label)
{
	static const struct { const char *count, *rank; } odd[] = {
		{"one", "first"}, {"two", "second"}, {"three", "third"}, {"five", "fifth"},
		{"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}, {"y", "ieth"}
	};

	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		size_t len = strlen(odd[i].count);

		if (label->len >= len
		    && memcmp(label->text + label->len - len, odd[i].count, len) == 0) {
			label->len -= len;
			numerals_put_string(label, odd[i].rank);
			return;
		}
	}
	numerals_put_string(label, "th");
}

void
numerals_put_words(struct numerals_label *label, const struct numerals *n, int value)
{
	size_t start = label->len;

	if (value >= 1000) {
		numerals_put_group(label, value / 1000);
		numerals_put_string(label, value % 1000 ? " thousand " : " thousand");
	}
	if (value % 1000 || !value)
		numerals_put_group(label, value % 1000);
	if (n->rules == NUMERALS_RANKS)
		numerals_rank(label);
	if (start < label->len)
		label->text[start] = (char)toupper((unsigned char)label->text[start]);
}

/* 1st 2nd 3rd 4th 11th 12th 13th 21st. */
void
numerals_put_ranked(struct numerals_label *label, const struct numerals *n, int value)
{
	static const char *const endings[] = {"th", "st", "nd", "rd"};
	int last = value / 10 % 10 == 1 ? 0 : value % 10;

	(void)n;
	numerals_put_decimal(label, NULL, value);
	numerals_put_string(label, endings[last < 4 ? last : 0]);
}

/* Korea's own numbers go up to 99; from 100 on those of GLYPHS' row take over. */
void
numerals_put_native(struct numerals_label *label, const struct numerals *n, int value)
{
	static const char *const ones[] = {
		"", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"
	};
	static const char *const tens[] = {
		"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"
	};

	if (value < 1 || value > 99) {
		numerals_put_number(label, numerals_named(n->glyphs), value);
		return;
	}
	numerals_put_string(label, tens[value / 10]);
	numerals_put_string(label, ones[value % 10]);
}

/* The footnote marks of the Chicago manual: * † ‡ § ** †† … */
void
numerals_put_marks(struct numerals_label *label, const struct numerals *n, int value)
{
	static const char *const marks[] = {"*", "†", "‡", "§"};

	(void)n;
	for (int times = numerals_times(value, 4); times > 0; times--)
		numerals_put_string(label, marks[(value - 1) % 4]);
}

void
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
