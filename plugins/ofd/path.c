/* Paths of parts: the standard has / and case, and packages have what their programs wrote. */
#include "path.h"

#include <stdlib.h>
#include <string.h>

#include "../package/package.h"
#include "text.h"

/* Where the last step of the path that ends at END begins. */
static char *
ofd_parent(char *start, char *end)
{
	while (end > start && *--end != '/')
		;
	return end;
}

char *
ofd_normal(const char *path)
{
	char *normal = ofd_must(malloc(strlen(path) + 2)), *end = normal;

	while (*path) {
		size_t len = strcspn(path, "/\\");

		if (len == 2 && memcmp(path, "..", 2) == 0) {
			end = ofd_parent(normal, end);
		} else if (len && (len != 1 || *path != '.')) {
			if (end > normal)
				*end++ = '/';
			memcpy(end, path, len);
			end += len;
		}
		path += len + (path[len] != '\0');
	}
	*end = '\0';
	return normal;
}

char *
ofd_fold(const char *path)
{
	char *folded = ofd_must(strdup(path));

	package_fold(folded);
	return folded;
}
