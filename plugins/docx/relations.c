/* Relationships: how one part points at others (OPC). */
#include "docx.h"

#include <libxml/uri.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DOCX_NAME = 4096 };	/* longer names are no names of parts */

/* "word/document.xml" has its relationships in "word/_rels/document.xml.rels". */
static char *
docx_relations_part(const char *part)
{
	const char *slash = strrchr(part, '/');
	const char *base = slash ? slash + 1 : part;
	char *name = NULL;

	if (asprintf(&name, "%.*s_rels/%s.rels", (int)(base - part), part, base) < 0)
		_Exit(JY_TEMPORARY);
	return name;
}

/* URIs have no other characters than these as they are; part names may. */
static xmlChar *
docx_escape(const char *name)
{
	return xmlURIEscapeStr(BAD_CAST name, BAD_CAST "/%:?#[]@!$&'()*+,;=");
}

/* The part that TARGET, seen from PART, is; from malloc, NULL where it is no name of a part. */
static char *
docx_resolve(const char *part, const char *target)
{
	xmlChar *uri = docx_escape(target), *path = NULL;
	xmlChar *base = docx_escape(part), *root = xmlBuildURI(base, BAD_CAST "/");
	char *name = NULL;

	if (uri && root)
		path = xmlBuildURI(uri, root);
	if (path && path[0] == '/' && strlen((char *)path) < DOCX_NAME)
		name = xmlURIUnescapeString((char *)path + 1, 0, NULL);
	xmlFree(uri);
	xmlFree(base);
	xmlFree(root);
	xmlFree(path);
	return name;
}

static const char *
docx_tail(const char *uri)
{
	const char *slash = strrchr(uri, '/');

	return slash ? slash + 1 : uri;
}

/* One allocation holds the relation and its three strings. */
static struct docx_relation *
docx_new_relation(const struct docx_xml *xml, const char *part)
{
	const char *id = docx_attribute(xml, "Id"), *type = docx_attribute(xml, "Type");
	const char *mode = docx_attribute(xml, "TargetMode");
	const char *target = docx_attribute(xml, "Target");
	struct docx_relation *r = NULL;
	char *name;

	if (!id || !type || !target || strlen(target) > DOCX_NAME
	    || (mode && strcmp(mode, "External") == 0))
		return NULL;
	name = docx_resolve(part, target);
	if (!name)
		return NULL;
	type = docx_tail(type);
	r = docx_alloc(sizeof(*r) + strlen(id) + strlen(type) + strlen(name) + 3);
	r->id = (char *)(r + 1);
	r->type = stpcpy((char *)(r + 1), id) + 1;
	r->part = stpcpy((char *)(r + 1) + strlen(id) + 1, type) + 1;
	strcpy((char *)(r + 1) + strlen(id) + strlen(type) + 2, name);
	xmlFree(name);
	return r;
}

int
docx_read_relations(struct docx_package *package, const char *part, struct docx_relations *list)
{
	struct docx_relation **end = &list->first;
	char *name = docx_relations_part(part);
	struct docx_xml xml;
	int status = 0;

	*list = (struct docx_relations){.by_id = xmlHashCreate(0)};
	if (docx_open_part(&xml, package, name)) {
		while (docx_inside(&xml, -1)) {
			if (!docx_is(&xml, "Relationship"))
				continue;
			*end = docx_new_relation(&xml, part);
			if (!*end)
				continue;
			xmlHashAddEntry(list->by_id, BAD_CAST(*end)->id, *end);
			end = &(*end)->next;
		}
		status = docx_close_part(&xml);
	}
	free(name);
	return status;
}

void
docx_free_relations(struct docx_relations *list)
{
	struct docx_relation *next;

	for (struct docx_relation *r = list->first; r; r = next) {
		next = r->next;
		free(r);
	}
	if (list->by_id)
		xmlHashFree(list->by_id, NULL);
}

const char *
docx_related(const struct docx_relations *list, const char *type)
{
	for (const struct docx_relation *r = list->first; r; r = r->next)
		if (strcmp(r->type, type) == 0)
			return r->part;
	return NULL;
}
