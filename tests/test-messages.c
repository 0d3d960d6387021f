/* What messages show of characters that a terminal obeys, or that nobody sees. */
#include <stdlib.h>
#include <string.h>

#include "../cli/cli.h"
#include "support.h"

/* What must never be shown as it is, whatever the Unicode of a library holds: first and last. */
static const unsigned int unsafe[][2] = {
	{0, 0x1f}, {0x7f, 0x9f}, {0xad, 0xad}, {0x61c, 0x61c}, {0x180e, 0x180e},
	{0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff},
	{0xfff0, 0xfffb}, {0x1d173, 0x1d17a}, {0xe0000, 0xe007f}, {0xe01f0, 0xe0fff}
};

START_TEST(refused)
{
	for (size_t i = 0; i < sizeof(unsafe) / sizeof(*unsafe); i++)
		for (unsigned int c = unsafe[i][0]; c <= unsafe[i][1]; c++)
			ck_assert_msg(is_unsafe(c), "U+%04X", c);
}
END_TEST

/* Spaces, what chooses the form of a Han character, Han that is rare, private or not yet there. */
START_TEST(kept)
{
	static const unsigned int points[] = {
		' ', '~', 0xa0, 0x3000, 0x4e00, 0xe000, 0xfe00, 0xff0c, 0xfffd, 0x20000, 0x2ebf0,
		0x323af, 0xe0100, 0xe01ef
	};

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++)
		ck_assert_msg(!is_unsafe(points[i]), "U+%04X", points[i]);
}
END_TEST

static void
expect(const char *text, const char *expected)
{
	char *shown = NULL;
	size_t size;
	FILE *to = open_memstream(&shown, &size);

	ck_assert_ptr_nonnull(to);
	put_harmless(to, text);
	ck_assert_int_eq(fclose(to), 0);
	ck_assert_str_eq(shown, expected);
	free(shown);
}

START_TEST(escaped)
{
	expect("葛\U000e0100", "葛\U000e0100");
	expect("\033[1m\u202e\u202c\U000e0041", "\\u001b[1m\\u202e\\u202c\\udb40\\udc41");
	expect("\xff\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80\xe4\xba",
	    "\\xff\\xc0\\x80\\xed\\xa0\\x80\\xf4\\x90\\x80\\x80\\xe4\\xba");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("messages");
	TCase *tests = tcase_create("messages");

	suite_add_tcase(suite, tests);
	tcase_add_test(tests, refused);
	tcase_add_test(tests, kept);
	tcase_add_test(tests, escaped);
	return test_main(suite);
}
