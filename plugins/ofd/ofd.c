/* OFD documents (GB/T 33190): written in the form of GB/T 9704, and read whoever wrote them. */
#include "../package/package.h"
#include "read.h"
#include "write.h"

static const struct jy_option ofd_options[] = {
	{"package", JY_CHOICE, "zip", "zip|flat",
	 "a package that OFD readers open, or the same parts in one XML document"},
	PACKAGE_OPTIONS,
	{0}
};

JY_PLUGIN(.name = "ofd", .title = "OFD documents (GB/T 33190)", .suffixes = "ofd",
    .media_type = "application/ofd", .options = ofd_options, .probe = ofd_probe,
    .read = ofd_read, .write = ofd_write);
