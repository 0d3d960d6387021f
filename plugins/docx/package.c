/* The package: a zip archive of parts, each of a content type (OPC, ISO/IEC 29500-2). */
#include "docx.h"

#include <libxml/uri.h>
#include <stdlib.h>
#include <string.h>

struct docx_entry { zip_uint64_t index; bool twice; };

void *
docx_alloc(size_t size)
{
	void *p = calloc(1, size);

	if (!p)
		_Exit(JY_TEMPORARY);
	return p;
}

void
docx_release(void *p, const xmlChar *key)
{
	(void)key;
	free(p);
}

const char *
docx_keep(struct jy_builder *b, const char *s)
{
	return s ? jy_copy(b, s, strlen(s)).s : NULL;
}

/* Names of parts are the same whatever the case of their ASCII letters.  In an archive they may
 * be escaped as in a URI, and some programs begin them by a slash or part them by backslashes. */
static char *
docx_fold(const char *name)
{
	char *folded;

	name += *name == '/' || *name == '\\';
	folded = xmlURIUnescapeString(name, 0, NULL);
	if (!folded)
		_Exit(JY_TEMPORARY);
	for (char *s = folded; *s; s++)
		*s = *s == '\\' ? '/' : *s;
	package_fold(folded);
	return folded;
}

static void
docx_list_entry(struct docx_package *package, zip_uint64_t index)
{
	const char *name = zip_get_name(package->zip.zip, index, 0);
	struct docx_entry *entry, *same;
	char *key;

	if (!name || !*name)
		return;
	key = docx_fold(name);
	same = xmlHashLookup(package->entries, BAD_CAST key);
	if (same) {
		same->twice = true;
	} else {
		entry = docx_alloc(sizeof(*entry));
		entry->index = index;
		xmlHashAddEntry(package->entries, BAD_CAST key, entry);
	}
	xmlFree(key);
}

int
docx_open_package(struct docx_package *package, struct jy_task *task, struct jy_bytes in)
{
	struct package *p = &package->zip;
	zip_int64_t n;

	*package = (struct docx_package){.task = task};
	package_begin(p, task);
	if (package_open_zip(p, in) != 0)
		return -1;
	n = zip_get_num_entries(p->zip, 0);
	if (package_admit(p, n) != 0)
		return -1;
	package->entries = xmlHashCreate(n < 1000 ? (int)n + 1 : 1000);
	for (zip_int64_t i = 0; i < n; i++)
		docx_list_entry(package, (zip_uint64_t)i);
	return 0;
}

void
docx_close_package(struct docx_package *package)
{
	package_end(&package->zip);
	if (package->entries)
		xmlHashFree(package->entries, docx_release);
	if (package->types)
		xmlHashFree(package->types, docx_release);
}

bool
docx_find_entry(const struct docx_package *package, const char *part, zip_uint64_t *index,
    bool *twice)
{
	char *key = docx_fold(part);
	const struct docx_entry *entry = xmlHashLookup(package->entries, BAD_CAST key);

	xmlFree(key);
	if (!entry)
		return false;
	*index = entry->index;
	*twice = entry->twice;
	return true;
}

/* Parts by their name, and suffixes with a point that no part's name begins by. */
static void
docx_add_type(struct docx_package *package, const char *name, const char *type, bool suffix)
{
	char *folded, *key, *copy;

	if (!name || !type)
		return;
	folded = docx_fold(name);
	key = docx_alloc(strlen(folded) + 2);
	if (suffix)
		*key = '.';
	strcpy(key + suffix, folded);
	copy = docx_alloc(strlen(type) + 1);
	strcpy(copy, type);
	if (xmlHashAddEntry(package->types, BAD_CAST key, copy) != 0)
		free(copy);
	free(key);
	xmlFree(folded);
}

int
docx_read_types(struct docx_package *package)
{
	struct docx_xml xml;

	package->types = xmlHashCreate(0);
	if (!docx_open_part(&xml, package, "[Content_Types].xml"))
		return 0;
	package->typed = true;
	while (docx_inside(&xml, -1)) {
		const char *type = docx_attribute(&xml, "ContentType");

		if (docx_is(&xml, "Override"))
			docx_add_type(package, docx_attribute(&xml, "PartName"), type, false);
		else if (docx_is(&xml, "Default"))
			docx_add_type(package, docx_attribute(&xml, "Extension"), type, true);
	}
	return docx_close_part(&xml);
}

const char *
docx_type(const struct docx_package *package, const char *part)
{
	char *key = docx_fold(part), *dot = strrchr(key, '.');
	const char *type = xmlHashLookup(package->types, BAD_CAST key);

	if (!type && dot && !strchr(dot, '/'))
		type = xmlHashLookup(package->types, BAD_CAST dot);
	xmlFree(key);
	return type ? type : "";
}
