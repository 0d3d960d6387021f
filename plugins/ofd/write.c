/*
 * Writes OFD (GB/T 33190-2016): minutes set in the form of GB/T 9704, as a package that OFD readers
 * open, or with its parts in one XML document.  Minutes are set on sheets (layout.c), which are
 * written as parts (parts.c), which are put together (package.c).  The minutes themselves are
 * attached, so that reading the package gives all of them back (attached.c).
 */
#include "write.h"

#include <stdio.h>

#include "../tree/tree.h"
#include "font.h"
#include "info.h"
#include "layout.h"
#include "package.h"
#include "parts.h"
#include "tags.h"

/* What the recogniser did not understand has no place in the form: that must not go unsaid. */
static void
ofd_warn_of_residue(struct jy_task *task, const struct jy_scrap *residue)
{
	long lines = 0;

	for (const struct jy_scrap *r = residue; r; r = r->next)
		lines++;
	if (lines)
		jy_warn(task, residue->page, "residue-left-out",
		    "%ld lines that were not understood are left out of the pages", lines);
}

static void
ofd_add_bytes(void *buffer, const char *bytes, size_t size)
{
	xmlBufferAdd(buffer, BAD_CAST bytes, (int)size);
}

static void
ofd_attach(struct ofd_package *package, const struct jy_minutes *m, bool archive)
{
	xmlBuffer *text = ofd_must(xmlBufferCreate());

	xmlBufferSetAllocationScheme(text, XML_BUFFER_ALLOC_DOUBLEIT);
	if (!tree_write(m, 1, true, (struct tree_sink){ofd_add_bytes, text}))
		ofd_must(NULL);
	ofd_write_attachments(ofd_package_part(package, "Doc_0/Attachs/Attachments.xml"), archive);
	ofd_package_text(package, OFD_MINUTES_PART, (const char *)xmlBufferContent(text));
	xmlBufferFree(text);
}

static void
ofd_add_fonts(struct ofd_package *package, const struct ofd_fonts *fonts)
{
	char path[64];

	ofd_write_resources(ofd_package_part(package, "Doc_0/PublicRes.xml"), fonts);
	for (int i = 0; i < fonts->n; i++) {
		snprintf(path, sizeof(path), "Doc_0/Res/%s", fonts->files[i].path);
		ofd_package_bytes(package, path, fonts->files[i].bytes, fonts->files[i].size);
	}
}

static void
ofd_add_pages(struct ofd_package *package, const struct ofd_sheets *sheets)
{
	char path[64];

	for (size_t i = 0; i < sheets->now.pages; i++) {
		snprintf(path, sizeof(path), "Doc_0/Pages/Page_%zu/Content.xml", i);
		ofd_write_page(ofd_package_part(package, path), sheets, i);
	}
}

static int
ofd_pack(struct jy_task *task, const struct jy_minutes *m, const struct ofd_sheets *sheets,
    const struct ofd_fonts *fonts, struct jy_out *out)
{
	struct ofd_package *package = ofd_package_new(jy_option_is(task, "package", "flat"));
	bool archive = jy_option_is(task, "profile", "archive");

	ofd_write_root(ofd_package_part(package, "OFD.xml"), m, sheets->now.pages, archive);
	ofd_write_document(ofd_package_part(package, "Doc_0/Document.xml"), sheets, m->items);
	ofd_add_fonts(package, fonts);
	ofd_add_pages(package, sheets);
	ofd_write_tag_list(ofd_package_part(package, "Doc_0/Tags/CustomTags.xml"));
	ofd_write_tags(ofd_package_part(package, "Doc_0/" OFD_TAGS), sheets);
	ofd_attach(package, m, archive);
	return ofd_package_end(package, task, out);
}

int
ofd_write(struct jy_task *task, const struct jy_minutes *m, struct jy_out *out)
{
	struct ofd_sheets sheets = {0};
	struct ofd_fonts fonts = {0};
	int result;

	ofd_warn_of_residue(task, m->residue);
	ofd_layout(&sheets, m);
	result = ofd_choose_fonts(task, &sheets, &fonts);
	if (!result)
		result = ofd_pack(task, m, &sheets, &fonts, out);
	ofd_free_fonts(&fonts);
	ofd_free(&sheets);
	return result;
}
