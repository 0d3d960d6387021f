/* Opens the package, counts what it unpacks to, and says what is wrong with it. */
#include "archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "package.h"
#include "path.h"
#include "stream.h"
#include "text.h"

enum {
	OFD_FAULTS = 20,	/* parts that are named */
	OFD_SHOWN = 200		/* the longest path that a message shows */
};

void
ofd_stop(struct ofd_archive *a, const char *part, enum package_flaw limit)
{
	if (!a->over)
		package_fail(&a->zip, part, limit);
	a->over = true;
}

void
ofd_exceed(struct ofd_archive *a, const char *words)
{
	if (!a->over)
		jy_fail(a->task, JY_BAD_INPUT, "too-large", "%-s", words);
	a->over = true;
}

bool
ofd_spend(struct ofd_archive *a, long long n)
{
	if (!package_spend(&a->zip, n))
		ofd_stop(a, NULL, PACKAGE_LARGE);
	return !a->over;
}

void
ofd_tell_fault_of(struct ofd_archive *a, const char *kind, const char *name, const char *what)
{
	if (!a->task || a->over)
		return;
	a->faults++;
	if (a->faults <= OFD_FAULTS)
		jy_warn(a->task, 0, a->sealed ? "encrypted" : "damaged",
		    "what %-s%s holds may be missing: it %-s", kind, name, what);
	else if (a->faults == OFD_FAULTS + 1)
		jy_warn(a->task, 0, "damaged", "more parts are damaged or missing");
}

void
ofd_tell_fault(struct ofd_archive *a, const char *path, const char *what)
{
	ofd_tell_fault_of(a, "", path, what);
}

static void
ofd_index_entry(struct ofd_archive *a, size_t i)
{
	struct ofd_entry *e = &a->entries[i], *same;
	char *folded = ofd_fold(e->path);
	const char *name = strrchr(folded, '/');

	if (xmlHashAddEntry(a->exact, BAD_CAST e->path, e) != 0) {
		same = xmlHashLookup(a->exact, BAD_CAST e->path);
		same->twice = true;
	}
	xmlHashAddEntry(a->folded, BAD_CAST folded, e);
	name = name ? name + 1 : folded;
	if (strcmp(name, "ofd.xml") == 0 && (!a->root || strlen(e->path) < strlen(a->root->path)))
		a->root = e;
	a->sealed |= strcmp(name, "encryptions.xml") == 0;
	free(folded);
}

static void
ofd_add_entry(struct ofd_archive *a, const char *path, zip_uint64_t index, const xmlNode *node)
{
	a->entries = ofd_grow(a->entries, a->count, &a->space, sizeof(*a->entries));
	a->entries[a->count++] = (struct ofd_entry){
	    .path = ofd_normal(path), .index = index, .node = node};
}

static int
ofd_list_zip(struct ofd_archive *a)
{
	zip_int64_t n = zip_get_num_entries(a->zip.zip, 0);

	if (package_admit(&a->zip, n))
		return -1;
	for (zip_int64_t i = 0; i < n; i++) {
		const char *name = zip_get_name(a->zip.zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);

		if (name && *name && name[strlen(name) - 1] != '/')
			ofd_add_entry(a, name, (zip_uint64_t)i, NULL);
	}
	return 0;
}

static int
ofd_list_flat(struct ofd_archive *a)
{
	const xmlNode *root = xmlDocGetRootElement(a->flat);

	for (const xmlNode *part = root->children; part; part = part->next) {
		xmlChar *path = xmlStrcmp(part->name, BAD_CAST "part") == 0 ?
		    xmlGetProp(part, BAD_CAST "path") : NULL;

		if (path)
			ofd_add_entry(a, (const char *)path, 0, part);
		xmlFree(path);
	}
	return package_admit(&a->zip, (long long)a->count);
}

static int
ofd_open_flat(struct ofd_archive *a, struct jy_bytes in)
{
	const xmlNode *root;
	const char *fault;

	if (!ofd_spend(a, (long long)in.size))
		return -1;
	a->flat = ofd_keep_document(a, in, &fault);
	if (a->over)
		return -1;
	if (!a->flat)
		return jy_fail(a->task, JY_BAD_INPUT, "damaged", "the document %-s", fault);
	root = xmlDocGetRootElement(a->flat);
	if (!root->ns || xmlStrcmp(root->ns->href, BAD_CAST OFD_FLAT))
		return jy_fail(a->task, JY_BAD_INPUT, "not-ofd", "this XML document is no package");
	return ofd_list_flat(a);
}

static int
ofd_open_either(struct ofd_archive *a, struct jy_bytes in)
{
	if (!package_is_zip(in))
		return ofd_open_flat(a, in);
	return package_open_zip(&a->zip, in) ? -1 : ofd_list_zip(a);
}

int
ofd_open_archive(struct ofd_archive *a, struct jy_task *task, struct jy_bytes in)
{
	*a = (struct ofd_archive){
		.task = task,
		.exact = xmlHashCreate(0), .folded = xmlHashCreate(0),
	};
	package_begin(&a->zip, task);
	ofd_must(a->exact);
	ofd_must(a->folded);
	if (ofd_open_either(a, in))
		return -1;
	for (size_t i = 0; i < a->count; i++)
		ofd_index_entry(a, i);
	return 0;
}

void
ofd_close_archive(struct ofd_archive *a)
{
	for (size_t i = 0; i < a->count; i++)
		free(a->entries[i].path);
	free(a->entries);
	xmlHashFree(a->exact, NULL);
	xmlHashFree(a->folded, NULL);
	xmlFreeDoc(a->flat);
	package_end(&a->zip);
}

/* DIRECTORY and PATH joined, by exact or by lower-case name. */
static struct ofd_entry *
ofd_find(const struct ofd_archive *a, const char *directory, size_t len, const char *path)
{
	char *joined, *normal, *folded;
	struct ofd_entry *found;

	if (asprintf(&joined, "%.*s/%s", (int)len, directory, path) < 0)
		ofd_must(NULL);
	normal = ofd_normal(joined);
	folded = ofd_fold(normal);
	found = xmlHashLookup(a->exact, BAD_CAST normal);
	if (!found)
		found = xmlHashLookup(a->folded, BAD_CAST folded);
	free(joined);
	free(normal);
	free(folded);
	return found;
}

static size_t
ofd_directory(const struct ofd_entry *e)
{
	const char *slash = e ? strrchr(e->path, '/') : NULL;

	return slash ? (size_t)(slash - e->path) : 0;
}

/* As the standard has it; then as programs have it: from the root, from the document's folder, and
 * without the folder of the document that the path begins with. */
struct ofd_entry *
ofd_locate(const struct ofd_archive *a, const struct ofd_entry *from, const char *path)
{
	const struct ofd_entry *bases[] = {from, a->root, a->document};
	bool absolute = *path == '/' || *path == '\\';
	size_t first = strcspn(path + absolute, "/\\") + absolute;
	struct ofd_entry *found;

	if (strlen(path) > OFD_PATH || !*path)
		return NULL;
	if (absolute && (found = ofd_find(a, "", 0, path)))
		return found;
	for (size_t i = absolute; i < 3; i++)
		if (bases[i]
		    && (found = ofd_find(a, bases[i]->path, ofd_directory(bases[i]), path)))
			return found;
	for (size_t i = 1; i < 3 && path[first]; i++)
		if (bases[i]
		    && (found = ofd_find(a, bases[i]->path, ofd_directory(bases[i]), path + first)))
			return found;
	return NULL;
}

struct ofd_entry *
ofd_locate_or_tell(struct ofd_archive *a, const struct ofd_entry *from, const char *path)
{
	struct ofd_entry *e = ofd_locate(a, from, path);

	if (!e && strlen(path) > OFD_SHOWN)
		ofd_tell_fault_of(a, JY_WORD("a part of a very long name"), "",
		    JY_WORD("is not in the package"));
	else if (!e)
		ofd_tell_fault(a, path, JY_WORD("is not in the package"));
	return e;
}
