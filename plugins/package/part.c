/* Unpacks a part, and counts as it does. */
#include "package.h"

#include <string.h>

/* Below this size the ratio of a part says nothing: two bytes may stand for a page of spaces. */
enum { PACKAGE_SMALL = 1 << 20 };

static enum package_flaw
package_blame(zip_error_t *error)
{
	int code = zip_error_code_zip(error);

	return code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP || code == ZIP_ER_WRONGPASSWD
	    ? PACKAGE_SEALED
	    : PACKAGE_CORRUPT;
}

bool
package_open_part(struct package_part *part, struct package *p, zip_uint64_t index)
{
	zip_stat_t stat;

	*part = (struct package_part){.package = p, .file = zip_fopen_index(p->zip, index, 0)};
	if (!part->file) {
		part->flaw = package_blame(zip_get_error(p->zip));
		return false;
	}
	part->packed = p->packed;	/* what an entry says of itself may be a lie */
	if (zip_stat_index(p->zip, index, 0, &stat) == 0 && stat.valid & ZIP_STAT_COMP_SIZE
	    && stat.comp_size < (zip_uint64_t)p->packed)
		part->packed = (long long)stat.comp_size;
	return true;
}

void
package_close_part(struct package_part *part)
{
	if (part->file)
		zip_fclose(part->file);
}

int
package_unpack(struct package_part *part, char *buffer, int size)
{
	struct package *p = part->package;
	zip_int64_t n = zip_fread(part->file, buffer, (zip_uint64_t)size);

	if (n < 0) {
		part->flaw = package_blame(zip_file_get_error(part->file));
		return -1;
	}
	part->unpacked += n;
	if (!package_spend(p, n))
		part->flaw = PACKAGE_LARGE;
	else if (part->unpacked > PACKAGE_SMALL && part->unpacked > part->packed * p->ratio)
		part->flaw = PACKAGE_SQUEEZED;
	return part->flaw ? -1 : (int)n;
}

int
package_fail_xml(char *buffer)
{
	*buffer = '\0';
	return -1;
}

int
package_unpack_xml(void *of, char *buffer, int size)
{
	struct package_part *part = of;
	int n = package_unpack(part, buffer, size);

	if (n > 0)
		part->flaw = package_watched(&part->watch, buffer, (size_t)n);
	return part->flaw ? package_fail_xml(buffer) : n;
}

const char *
package_attribute(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a->children && a->children->content
			    ? (const char *)a->children->content
			    : "";
	return NULL;
}
