/* A part of the package, inflated as it is parsed; and why one cannot be read on. */
#include "docx.h"

#include <string.h>

/* libxml2 compares each attribute of a tag with all before it.  So quotes are counted from < to <,
 * since a > may stand between them; no text of minutes has as many either. */
enum { DOCX_QUOTES = 4096 };
/* Below this size the ratio of a part says nothing: two bytes may stand for a page of spaces. */
enum { DOCX_SMALL = 1 << 20 };
/* libxml2 itself nests no deeper, and says so by its message only. */
enum { DOCX_PARSER_DEPTH = 256 };

static void
docx_count_quotes(struct docx_xml *xml, const char *s, const char *end)
{
	for (; s < end; s++)
		xml->quotes += *s == '"' || *s == '\'';
}

/* At most DOCX_QUOTES bytes: a tag has too many only if it began or goes on outside of them. */
static bool
docx_is_crowded(struct docx_xml *xml, const char *s, size_t n)
{
	const char *first = memchr(s, '<', n), *last = first ? memrchr(s, '<', n) : NULL;
	bool crowded;

	docx_count_quotes(xml, s, first ? first : s + n);
	crowded = xml->quotes > DOCX_QUOTES;
	if (last) {
		xml->quotes = 0;
		docx_count_quotes(xml, last, s + n);
	}
	return crowded;
}

/* Where the parser's own limits are lifted it must not even see a document type declaration, whose
 * entities could multiply.  NUL is passed over for the sake of UTF-16. */
static bool
docx_declares(struct docx_xml *xml, const char *s, size_t n)
{
	static const char declared[] = "<!D";

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '<')
			xml->declared = 1;
		else if (xml->declared && s[i])
			xml->declared = s[i] == declared[xml->declared] ? xml->declared + 1 : 0;
		if (xml->declared == sizeof(declared) - 1)
			return true;
	}
	return false;
}

static enum docx_flaw
docx_inspect(struct docx_xml *xml, const char *s, zip_int64_t n)
{
	const struct docx_package *p = xml->package;

	if (p->room < 0)
		return DOCX_LARGE;
	if (xml->packed && xml->inflated > DOCX_SMALL && xml->inflated / xml->packed >= p->ratio
	    && xml->inflated > xml->packed * p->ratio)
		return DOCX_SQUEEZED;
	if (docx_is_crowded(xml, s, (size_t)n))
		return DOCX_CROWDED;
	return p->depth > DOCX_PARSER_DEPTH && docx_declares(xml, s, (size_t)n) ? DOCX_TYPED
	    : DOCX_SOUND;
}

static int
docx_inflate(void *context, char *buffer, int size)
{
	struct docx_xml *xml = context;
	zip_int64_t n = zip_fread(xml->file, buffer,
	    (zip_uint64_t)(size < DOCX_QUOTES ? size : DOCX_QUOTES));

	if (n < 0) {
		xml->package->zip_error = zip_error_code_zip(zip_file_get_error(xml->file));
		xml->flaw = DOCX_UNZIPPED;
		return -1;
	}
	xml->package->room -= n;
	xml->inflated += n;
	xml->flaw = docx_inspect(xml, buffer, n);
	return xml->flaw ? -1 : (int)n;
}

/* A plugin prints nothing, and not all of the parser's errors heed XML_PARSE_NOERROR. */
static void
docx_hush(void *context, xmlError *error)
{
	struct docx_xml *xml = context;

	if (!xml->flaw && error->level == XML_ERR_FATAL && error->message
	    && strstr(error->message, "depth"))
		xml->flaw = DOCX_DEEP;
}

static bool
docx_open_entry(struct docx_xml *xml, zip_uint64_t index)
{
	struct docx_package *package = xml->package;
	zip_stat_t stat;

	xml->file = zip_fopen_index(package->zip, index, 0);
	if (!xml->file) {
		package->zip_error = zip_error_code_zip(zip_get_error(package->zip));
		return false;
	}
	if (zip_stat_index(package->zip, index, 0, &stat) == 0 && stat.valid & ZIP_STAT_COMP_SIZE)
		xml->packed = (zip_int64_t)stat.comp_size;
	return true;
}

bool
docx_open_part(struct docx_xml *xml, struct docx_package *package, const char *part)
{
	int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
	zip_uint64_t index;
	bool twice;

	*xml = (struct docx_xml){.package = package, .part = part, .name = ""};
	if (!docx_find_entry(package, part, &index, &twice))
		return false;
	if (twice) {
		xml->flaw = DOCX_TWICE;
		return true;
	}
	if (!docx_open_entry(xml, index)) {
		xml->flaw = DOCX_UNZIPPED;
		return true;
	}
	if (package->depth > DOCX_PARSER_DEPTH)
		options |= XML_PARSE_HUGE;
	xml->reader = xmlReaderForIO(docx_inflate, NULL, xml, NULL, NULL, options);
	if (xml->reader)
		xmlTextReaderSetStructuredErrorHandler(xml->reader, docx_hush, xml);
	else if (!xml->flaw)
		xml->flaw = DOCX_MALFORMED;
	return true;
}

static int
docx_fail_unzipped(const struct docx_xml *xml)
{
	struct docx_package *p = xml->package;

	if (p->zip_error == ZIP_ER_NOPASSWD || p->zip_error == ZIP_ER_ENCRNOTSUPP)
		return jy_fail(p->task, JY_BAD_INPUT, "encrypted",
		    "part %s is encrypted", xml->part);
	return jy_fail(p->task, JY_BAD_INPUT, "damaged", "part %s cannot be unpacked", xml->part);
}

static int
docx_fail_limit(const struct docx_xml *xml)
{
	struct docx_package *p = xml->package;

	if (xml->flaw == DOCX_LARGE)
		return jy_fail(p->task, JY_BAD_INPUT, "too-large", "the document unpacks to more "
		    "than %ld MiB, which is the limit that -O max-size= sets",
		    docx_limit(p->task, "max-size"));
	if (xml->flaw == DOCX_SQUEEZED)
		return jy_fail(p->task, JY_BAD_INPUT, "too-large", "part %s unpacks to more than "
		    "%ld times its size, which is the limit that -O max-ratio= sets", xml->part,
		    p->ratio);
	return jy_fail(p->task, JY_BAD_INPUT, "too-deep", "elements of part %s are nested more "
	    "than %d deep, which is the limit that -O max-depth= sets", xml->part, p->depth);
}

static int
docx_fail_part(const struct docx_xml *xml)
{
	static const char *const damages[] = {
		[DOCX_MALFORMED] = "is not well-formed XML",
		[DOCX_TYPED] = "has a document type declaration, which no Office document may have",
		[DOCX_CROWDED] = "has a tag with more attributes than any of Word's",
		[DOCX_TWICE] = "stands in the archive more than once",
	};

	if (!xml->package->task)
		return -1;
	if (xml->flaw == DOCX_UNZIPPED)
		return docx_fail_unzipped(xml);
	if (xml->flaw >= DOCX_LARGE)
		return docx_fail_limit(xml);
	return jy_fail(xml->package->task, JY_BAD_INPUT, "damaged", "part %s %s", xml->part,
	    damages[xml->flaw]);
}

int
docx_close_part(struct docx_xml *xml)
{
	xmlFreeTextReader(xml->reader);
	if (xml->file)
		zip_fclose(xml->file);
	return xml->flaw ? docx_fail_part(xml) : 0;
}
