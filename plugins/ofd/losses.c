/* What a reader of the minutes has to know of their source. */
#include <stdio.h>
#include <stdlib.h>

#include "reading.h"
#include "text.h"

/* "page 2", "pages 2, 5-7". */
static const char *
ofd_list_pages(struct jy_task *task, const struct ofd_pages *p)
{
	char *list = NULL;
	const char *words;
	size_t size;
	FILE *f = ofd_must(open_memstream(&list, &size));

	for (size_t i = 0, end; i < p->n; i = end) {
		for (end = i + 1; end < p->n && p->at[end] == p->at[end - 1] + 1; end++)
			;
		fprintf(f, "%s%d", i ? ", " : "", p->at[i]);
		if (end > i + 1)
			fprintf(f, "-%d", p->at[end - 1]);
	}
	fclose(f);
	ofd_must(list);
	words = p->n == 1 ? jy_words(task, "page %s", list) : jy_words(task, "pages %s", list);
	free(list);
	return words;
}

void
ofd_tell_losses(const struct ofd_reading *r)
{
	struct jy_task *task = r->archive.task;

	if (r->unread.n)
		jy_warn(task, 0, "needs-ocr",
		    r->unread.n == 1
			? JY_WORD("%-s has no text and needs OCR: what they show was not read")
			: JY_WORD("%-s have no text and need OCR: what they show was not read"),
		    ofd_list_pages(task, &r->unread));
	if (r->recognised.n)
		jy_warn(task, 0, "ocr-text",
		    "the text of %-s is what a program recognised in pictures, and may be wrong",
		    ofd_list_pages(task, &r->recognised));
	if (r->hidden)
		jy_warn(task, 0, "hidden-text", "not read: %ld characters of hidden text",
		    r->hidden);
	if (r->files)
		jy_warn(task, 0, "embedded-document", "not read: %ld attachments", r->files);
}
