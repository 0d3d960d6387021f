/* OFD documents (GB/T 33190): written in the form of GB/T 9704, and read whoever wrote them. */
#include "../package/package.h"
#include "read.h"
#include "write.h"

#define OFD_FONT "TrueType or OpenType, with the right to embed it"

static const struct jy_option ofd_options[] = {
	{"package", JY_CHOICE, "zip", "zip|flat",
	 "a package that OFD readers open, or the same parts in one XML document"},
	{"profile", JY_CHOICE, "ofd", "ofd|archive",
	 "OFD as GB/T 33190 has it, or for archives, OFD-A; that needs a font"},
	{"font", JY_FILE, "", OFD_FONT, "is put into the package for what no other is given for"},
	{"font-title", JY_FILE, "", OFD_FONT, "the same for the title, 小标宋"},
	{"font-hei", JY_FILE, "", OFD_FONT, "for the headings of items and other labels, 黑体"},
	{"font-kai", JY_FILE, "", OFD_FONT, "for the headings of clauses, 楷体"},
	{"font-fang", JY_FILE, "", OFD_FONT, "for the text, 仿宋"},
	{"font-song", JY_FILE, "", OFD_FONT, "for the page numbers, 宋体"},
	PACKAGE_OPTIONS,
	{0}
};

JY_PLUGIN(.name = "ofd", .title = "OFD documents (GB/T 33190)", .suffixes = "ofd",
    .media_type = "application/ofd", .options = ofd_options, .probe = ofd_probe, .read = ofd_read,
    .write = ofd_write);
