/* What is told of a document: what of it is not read, or not as it is printed. */
#include "docx.h"

static void
docx_tell_changes(const struct docx_document *d)
{
	static const char *const ways[] = {
		[DOCX_ACCEPT] = "accepted", [DOCX_REJECT] = "rejected", [DOCX_SHOW] = "accepted"
	};

	if (d->insertions || d->deletions || d->alterations)
		jy_warn(d->package.task, 0, "tracked-changes", "tracked changes are taken as "
		    "%s: %ld insertions, %ld deletions, %ld of properties; %ld characters are %s",
		    ways[d->changes], d->insertions, d->deletions, d->alterations, d->unread,
		    d->changes == DOCX_SHOW ? "shown as deleted" : "not read");
}

void
docx_tell_losses(const struct docx_document *d)
{
	static const struct { const char *code, *how, *what; } losses[DOCX_LOSSES] = {
		[DOCX_PLACEHOLDER] = {"placeholder", "not read",
		    "characters of hints in controls not filled in"},
		[DOCX_PICTURE] = {"picture", "not read", "pictures"},
		[DOCX_DIAGRAM] = {"diagram", "not read", "diagrams and charts"},
		[DOCX_OBJECT] = {"embedded-object", "not read", "objects of other programs"},
		[DOCX_DATE] = {"computed-date", "not read", "dates that are those of the printing"},
		[DOCX_EQUATION] = {"equation", "read as their characters only", "equations"},
		[DOCX_SYMBOL] = {"unknown-symbol", "read as the codes of their fonts", "symbols"},
		[DOCX_HIDDEN_TEXT] = {"hidden-text", "not read", "characters of hidden text"},
		[DOCX_PHONETIC] = {"phonetic-text", "not read", "characters of phonetic guides"},
		[DOCX_OPEN_FIELD] = {"open-field", "not read",
		    "characters after a field that has no end"},
	};

	for (int i = 0; i < DOCX_LOSSES; i++)
		if (d->lost[i] && losses[i].code)
			jy_warn(d->package.task, 0, losses[i].code, "%s: %ld %s", losses[i].how,
			    d->lost[i], losses[i].what);
	if (d->lost[DOCX_EMBEDDED])
		jy_warn(d->package.task, 0, "embedded-document", "not read: %ld embedded "
		    "documents, the first of which is %s (%s)", d->lost[DOCX_EMBEDDED],
		    d->embedded ? d->embedded : "not in the file",
		    d->embedded && *docx_type(&d->package, d->embedded)
		    ? docx_type(&d->package, d->embedded) : "of no type");
	docx_tell_changes(d);
	if (d->numbering.unknown)
		jy_warn(d->package.task, 0, "unknown-numerals", "printed as decimal numbers: %ld "
		    "list labels whose numerals are not known", d->numbering.unknown);
}
