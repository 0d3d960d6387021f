/* Symbol fonts: their codes are no characters, so the usual ones are told here. */
#include "docx.h"

#include <strings.h>

static const struct { const char *font; unsigned char code; unsigned short character; }
docx_symbols[] = {
	{"Symbol", 0xB7, 0x2022},	/* • */
	{"Wingdings", 0x6C, 0x25CF},	/* ● */
	{"Wingdings", 0x6D, 0x274D},	/* ❍ */
	{"Wingdings", 0x6E, 0x25A0},	/* ■ */
	{"Wingdings", 0x6F, 0x25A1},	/* □ */
	{"Wingdings", 0x70, 0x25A1},
	{"Wingdings", 0x71, 0x2751},	/* ❑ */
	{"Wingdings", 0x72, 0x2752},	/* ❒ */
	{"Wingdings", 0x74, 0x2B27},	/* ⬧ */
	{"Wingdings", 0x75, 0x25C6},	/* ◆ */
	{"Wingdings", 0x76, 0x2756},	/* ❖ */
	{"Wingdings", 0x9E, 0x00B7},	/* · */
	{"Wingdings", 0x9F, 0x2022},	/* • */
	{"Wingdings", 0xA1, 0x25CB},	/* ○ */
	{"Wingdings", 0xA7, 0x25AA},	/* ▪ */
	{"Wingdings", 0xA8, 0x25FB},	/* ◻ */
	{"Wingdings", 0xAB, 0x2605},	/* ★ */
	{"Wingdings", 0xB2, 0x2727},	/* ✧ */
	{"Wingdings", 0xD8, 0x27A2},	/* ➢ */
	{"Wingdings", 0xE0, 0x2192},	/* → */
	{"Wingdings", 0xE8, 0x2794},	/* ➔ */
	{"Wingdings", 0xFB, 0x2717},	/* ✗ */
	{"Wingdings", 0xFC, 0x2713},	/* ✓ */
	{"Wingdings", 0xFD, 0x2612},	/* ☒ */
	{"Wingdings", 0xFE, 0x2611},	/* ☑ */
	{"Wingdings 2", 0x50, 0x2713},	/* ✓ */
	{"Wingdings 2", 0x52, 0x2611},	/* ☑ */
	{"Wingdings 2", 0xA3, 0x25A1},	/* □ */
};

/* A font's codes stand as they are or, as Word likes it, in the private use area from U+F000. */
unsigned
docx_symbol(const char *font, unsigned code)
{
	unsigned plain = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;

	for (size_t i = 0; font && i < sizeof(docx_symbols) / sizeof(*docx_symbols); i++)
		if (docx_symbols[i].code == plain && strcasecmp(docx_symbols[i].font, font) == 0)
			return docx_symbols[i].character;
	return code;
}
