/* Whether bytes are an OFD package: a zip archive with an OFD.xml, or a flat one. */
#include <string.h>

#include "../package/package.h"
#include "package.h"
#include "read.h"

static bool
ofd_is_flat(struct jy_bytes in)
{
	size_t n = in.size < 4096 ? in.size : 4096;

	return memchr(in.at, '<', n < 16 ? n : 16)
	    && memmem(in.at, n, "\"" OFD_FLAT "\"", sizeof(OFD_FLAT) + 1);
}

static bool
ofd_is_root(const char *path)
{
	const char *name = path ? strrchr(path, '/') : NULL;

	name = name ? name + 1 : path;
	return name && strcasecmp(name, "OFD.xml") == 0;
}

int
ofd_probe(struct jy_bytes in)
{
	struct package p;
	int sure = 0;

	if (!package_is_zip(in))
		return ofd_is_flat(in) ? 100 : 0;
	package_begin(&p, NULL);
	if (package_open_zip(&p, in))
		sure = memmem(in.at, in.size, "OFD.xml", 7) ? 50 : 0;
	for (zip_int64_t i = 0; p.zip && i < zip_get_num_entries(p.zip, 0) && sure < 100; i++) {
		const char *name = zip_get_name(p.zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);

		if (ofd_is_root(name))
			sure = 100;
		else if (name && strcasecmp(name, "Encryptions.xml") == 0)
			sure = 50;
	}
	package_end(&p);
	return sure;
}
