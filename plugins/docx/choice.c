/* Alternate content (ISO/IEC 29500-3): its first branch that is understood and has text is read. */
#include "body.h"

#include <string.h>

void
docx_open_alternate(struct docx_body *b)
{
	struct docx_choice *c = docx_alloc(sizeof(*c));

	c->outer = b->choice;
	c->pictures = b->document->lost[DOCX_PICTURE];
	b->choice = c;
}

void
docx_close_alternate(struct docx_body *b)
{
	struct docx_choice *c = b->choice;

	if (c) {
		b->choice = c->outer;
		docx_release(c, NULL);
	}
}

/* A choice may be read where all that it requires is a vocabulary of Office. */
static bool
docx_understands(struct docx_xml *xml)
{
	static const char office[] = "http://schemas.microsoft.com/office/";
	static const char standard[] = "http://schemas.openxmlformats.org/";
	const char *words = docx_attribute(xml, "Requires");
	char prefix[32];
	size_t len;

	for (words = words ? words : ""; *words; words += len) {
		xmlNs *ns;

		words += strspn(words, " \t\r\n");
		len = strcspn(words, " \t\r\n");
		if (!len)
			break;
		if (len >= sizeof(prefix))
			return false;
		memcpy(prefix, words, len);
		prefix[len] = '\0';
		ns = xmlSearchNs(NULL, (xmlNode *)xml->node, BAD_CAST prefix);
		if (!ns
		    || (strncmp((const char *)ns->href, office, sizeof(office) - 1) != 0
			&& strncmp((const char *)ns->href, standard, sizeof(standard) - 1) != 0))
			return false;
	}
	return true;
}

void
docx_open_choice(struct docx_body *b)
{
	if (!b->choice)
		return;
	if (b->choice->taken || !docx_understands(b->xml))
		docx_skip(b->xml);
	else
		b->choice->before = b->characters;
}

void
docx_close_choice(struct docx_body *b)
{
	if (b->choice && b->characters > b->choice->before)
		b->choice->taken = true;
}

void
docx_open_fallback(struct docx_body *b)
{
	if (!b->choice)
		return;
	if (b->choice->taken)
		docx_skip(b->xml);
	else	/* the same pictures once more */
		b->document->lost[DOCX_PICTURE] = b->choice->pictures;
}
