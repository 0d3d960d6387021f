/* What a reader of the minutes has to know of their source. */
#include <stdio.h>
#include <stdlib.h>

#include "reading.h"
#include "text.h"

/* "page 2", "pages 2, 5-7"; the caller frees it. */
static char *
ofd_list_pages(const struct ofd_pages *p)
{
	char *list = NULL;
	size_t size;
	FILE *f = ofd_must(open_memstream(&list, &size));

	fputs(p->n == 1 ? "page " : "pages ", f);
	for (size_t i = 0, end; i < p->n; i = end) {
		for (end = i + 1; end < p->n && p->at[end] == p->at[end - 1] + 1; end++)
			;
		fprintf(f, "%s%d", i ? ", " : "", p->at[i]);
		if (end > i + 1)
			fprintf(f, "-%d", p->at[end - 1]);
	}
	fclose(f);
	return ofd_must(list);
}

void
ofd_tell_losses(const struct ofd_reading *r)
{
	struct jy_task *task = r->archive.task;
	char *list;

	if (r->unread.n) {
		list = ofd_list_pages(&r->unread);
		jy_warn(task, 0, "needs-ocr", "%s %s no text and need%s OCR: what they show was "
		    "not read", list, r->unread.n == 1 ? "has" : "have",
		    r->unread.n == 1 ? "s" : "");
		free(list);
	}
	if (r->recognised.n) {
		list = ofd_list_pages(&r->recognised);
		jy_warn(task, 0, "ocr-text", "the text of %s is what a program recognised in "
		    "pictures, and may be wrong", list);
		free(list);
	}
	if (r->hidden)
		jy_warn(task, 0, "hidden-text", "not read: %ld characters of hidden text",
		    r->hidden);
	if (r->files)
		jy_warn(task, 0, "embedded-document", "not read: %ld attachments", r->files);
}
