/* Symbol fonts: their codes are no characters, so those that documents use are told here. */
#include "docx.h"

#include <strings.h>
#include <uchar.h>

/* The characters of codes one after another. */
static const struct { const char *font; unsigned first; const char32_t *characters; }
docx_symbols[] = {
	{"Symbol", 0x21, U"!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"
	    U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"},
	{"Symbol", 0xA0, U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"
	    U"∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"},
	{"Wingdings", 0x6C, U"●❍■□□❑❒"},
	{"Wingdings", 0x74, U"⬧◆❖"},
	{"Wingdings", 0x80, U"⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"},
	{"Wingdings", 0x9E, U"·•"},
	{"Wingdings", 0xA1, U"○"},
	{"Wingdings", 0xA7, U"▪◻"},
	{"Wingdings", 0xAB, U"★"},
	{"Wingdings", 0xB2, U"✧"},
	{"Wingdings", 0xD8, U"➢"},
	{"Wingdings", 0xDF, U"←→↑↓"},
	{"Wingdings", 0xE8, U"➔"},
	{"Wingdings", 0xEF, U"⇦⇨⇧⇩"},
	{"Wingdings", 0xFB, U"✗✓☒☑"},
	{"Wingdings 2", 0x50, U"✓"},
	{"Wingdings 2", 0x52, U"☑"},
	{"Wingdings 2", 0x69, U"⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"},
	{"Wingdings 2", 0xA3, U"□"},
};

static size_t
docx_row_length(const char32_t *row)
{
	size_t n = 0;

	while (row[n])
		n++;
	return n;
}

/* A font's codes stand as they are or, as Word likes it, in the private use area from U+F000. */
unsigned
docx_symbol(const char *font, unsigned code)
{
	unsigned plain = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;

	for (size_t i = 0; font && i < sizeof(docx_symbols) / sizeof(*docx_symbols); i++)
		if (plain >= docx_symbols[i].first && strcasecmp(docx_symbols[i].font, font) == 0
		    && plain - docx_symbols[i].first < docx_row_length(docx_symbols[i].characters))
			return docx_symbols[i].characters[plain - docx_symbols[i].first];
	return code;
}
