/* What is told of a document: what of it is not read, or not as it is printed. */
#include "docx.h"

static void
docx_tell_changes(const struct docx_document *d)
{
	static const char *const ways[] = {
		[DOCX_ACCEPT] = JY_WORD("accepted"), [DOCX_REJECT] = JY_WORD("rejected"), [DOCX_SHOW] = JY_WORD("accepted")
	};

	if (d->insertions || d->deletions || d->alterations)
		jy_warn(d->package.task, 0, "tracked-changes",
		    "tracked changes are taken as "
		    "%-s: %ld insertions, %ld deletions, %ld of properties; %ld characters are %-s",
		    ways[d->changes], d->insertions, d->deletions, d->alterations, d->unread,
		    d->changes == DOCX_SHOW ? JY_WORD("shown as deleted") : JY_WORD("not read"));
}

void
docx_tell_losses(const struct docx_document *d)
{
	static const struct { const char *code, *how, *what; } losses[DOCX_LOSSES] = {
		[DOCX_PLACEHOLDER] = {"placeholder", JY_WORD("not read"),
		    JY_WORD("characters of hints in controls not filled in")},
		[DOCX_PICTURE] = {"picture", JY_WORD("not read"), JY_WORD("pictures")},
		[DOCX_DIAGRAM] = {"diagram", JY_WORD("not read"), JY_WORD("diagrams and charts")},
		[DOCX_OBJECT] = {"embedded-object", JY_WORD("not read"), JY_WORD("objects of other programs")},
		[DOCX_DATE] = {"computed-date", JY_WORD("not read"), JY_WORD("dates that are those of the printing")},
		[DOCX_EQUATION] = {"equation", JY_WORD("read as their characters only"), JY_WORD("equations")},
		[DOCX_SYMBOL] = {"unknown-symbol", JY_WORD("read as the codes of their fonts"), JY_WORD("symbols")},
		[DOCX_HIDDEN_TEXT] = {"hidden-text", JY_WORD("not read"), JY_WORD("characters of hidden text")},
		[DOCX_PHONETIC] = {"phonetic-text", JY_WORD("not read"), JY_WORD("characters of phonetic guides")},
		[DOCX_OPEN_FIELD] = {"open-field", JY_WORD("not read"),
		    JY_WORD("characters after a field that has no end")},
	};
	const char *type = d->embedded ? docx_type(&d->package, d->embedded) : "";

	for (int i = 0; i < DOCX_LOSSES; i++)
		if (d->lost[i] && losses[i].code)
			jy_warn(d->package.task, 0, losses[i].code, "%-s: %ld %-s", losses[i].how,
			    d->lost[i], losses[i].what);
	if (d->lost[DOCX_EMBEDDED])
		jy_warn(d->package.task, 0, "embedded-document",
		    "not read: %ld embedded documents, the first of which is %s%-s (%s%-s)",
		    d->lost[DOCX_EMBEDDED], d->embedded ? d->embedded : "",
		    d->embedded ? "" : JY_WORD("not in the file"), type,
		    *type ? "" : JY_WORD("of no type"));
	docx_tell_changes(d);
	if (d->numbering.unknown)
		jy_warn(d->package.task, 0, "unknown-numerals",
		    "printed as decimal numbers: %ld list labels whose numerals are not known",
		    d->numbering.unknown);
}
