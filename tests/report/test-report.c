/* jiyao report. */
#include "archive.h"

int
main(void)
{
	Suite *suite = suite_create("report");

	suite_add_tcase(suite, page_tests());
	suite_add_tcase(suite, series_tests());
	return test_main(suite);
}
