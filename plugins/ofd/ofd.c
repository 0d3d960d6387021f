/* OFD documents (GB/T 33190): written in the form of GB/T 9704, and read whoever wrote them. */
#include "read.h"
#include "write.h"

static const struct jy_option ofd_options[] = {
	{"package", JY_CHOICE, "zip", "zip|flat",
	 "a package that OFD readers open, or the same parts in one XML document"},
	{"max-size", JY_NUMBER, "256", "1..16384", "MiB that a package may unpack to"},
	{"max-entries", JY_NUMBER, "10000", "1..1000000", "parts that a package may have"},
	{"max-ratio", JY_NUMBER, "1000", "1..1000000",
	 "how many times its packed size a part may unpack to"},
	{"max-depth", JY_NUMBER, "256", "8..4096", "how deep elements may be nested"},
	{0}
};

JY_PLUGIN(.name = "ofd", .title = "OFD documents (GB/T 33190)", .suffixes = "ofd",
    .media_type = "application/ofd", .options = ofd_options, .probe = ofd_probe,
    .read = ofd_read, .write = ofd_write);
