/* Built without HarfBuzz. */
#include "font.h"

int
ofd_subset(struct jy_task *task, struct jy_bytes in, const struct ofd_sheets *s, unsigned faces,
    struct ofd_font_file *file)
{
	(void)in, (void)s, (void)faces, (void)file;
	return jy_fail(task, JY_UNAVAILABLE, "no-fonts",
	    "this jiyao was built without HarfBuzz, "
	    "which puts fonts into a package: build it with libharfbuzz-subset");
}
