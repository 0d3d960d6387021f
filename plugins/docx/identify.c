/* What the input is: a Word document, or else what people take for one. */
#include "docx.h"

#include <string.h>

static bool
docx_starts(struct jy_bytes in, const char *magic, size_t len)
{
	return in.size >= len && memcmp(in.at, magic, len) == 0;
}

/* The compound file that held all Office documents before, and holds the locked ones still. */
static bool
docx_is_compound(struct jy_bytes in)
{
	return docx_starts(in, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

static bool
docx_is_rich_text(struct jy_bytes in)
{
	return docx_starts(in, "{\\rtf", 5);
}

/* One XML file in place of a package: the format of Word 2003, or the package laid out flat. */
static bool
docx_is_flat(struct jy_bytes in)
{
	static const char *const marks[] = {
		"progid=\"Word.Document\"", "http://schemas.microsoft.com/office/word/2003/wordml"
	};
	size_t head = in.size < 1024 ? in.size : 1024;

	if (!docx_starts(in, "<?xml", 5) && !docx_starts(in, "\xEF\xBB\xBF<?xml", 8))
		return false;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (memmem(in.at, head, marks[i], strlen(marks[i])))
			return true;
	return false;
}

/* Whether the name of a stream stands in a compound file, which has them in UTF-16. */
static bool
docx_has_stream(struct jy_bytes in, const char *name)
{
	char wide[64] = {0};
	size_t len = strlen(name);

	for (size_t i = 0; i < len; i++)
		wide[2 * i] = name[i];
	return memmem(in.at, in.size, wide, 2 * len) != NULL;
}

/* Main parts of Word's, by their content types; templates and those with macros are read, too. */
static bool
docx_is_word(const char *type)
{
	static const char *const types[] = {
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
		"application/vnd.ms-word.document.macroEnabled.main+xml",
		"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcasecmp(type, types[i]) == 0)
			return true;
	return false;
}

static const char *
docx_what_else(const char *type)
{
	static const struct { const char *part, *what; } kinds[] = {
		{"spreadsheetml", JY_WORD("a workbook of Excel")}, {"ms-excel", JY_WORD("a workbook of Excel")},
		{"presentationml", JY_WORD("a presentation of PowerPoint")},
		{"ms-powerpoint", JY_WORD("a presentation of PowerPoint")},
		{"visio", JY_WORD("a drawing of Visio")}, {"opendocument.text", JY_WORD("an OpenDocument text")},
		{"opendocument.spreadsheet", JY_WORD("an OpenDocument spreadsheet")},
		{"opendocument.presentation", JY_WORD("an OpenDocument presentation")},
		{"opendocument", JY_WORD("an OpenDocument file")}, {"epub", JY_WORD("an electronic book (EPUB)")},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcasestr(type, kinds[i].part))
			return kinds[i].what;
	return NULL;
}

static bool
docx_has_root(struct docx_package *package, const char *part)
{
	struct docx_xml xml;
	bool is_word;

	if (!docx_open_part(&xml, package, part))
		return false;
	is_word = (docx_inside(&xml, -1) && docx_is(&xml, "document")) || xml.flaw;
	xml.flaw = PACKAGE_SOUND;	/* when it is read in earnest this is told, and counted */
	if (is_word)
		package->zip.room += xml.unpacked.unpacked;
	docx_close_part(&xml);
	return is_word;
}

static void
docx_doubt(struct docx_package *package, const char *part)
{
	if (package->task)
		jy_warn(package->task, 0, "content-type",
		    package->typed
			? JY_WORD("the package does not say that its part %s is a Word document")
			: JY_WORD(
			    "the package does not say what any part is; its part %s is a Word "
			    "document"),
		    part);
}

/* A package that does not tell the type of its main part is taken by the root of that part. */
const char *
docx_main_part(struct docx_package *package, const struct docx_relations *relations,
    const char **what)
{
	for (const struct docx_relation *r = relations->first; r; r = r->next) {
		const char *type, *other;

		if (strcmp(r->type, "officeDocument") != 0)
			continue;
		type = docx_type(package, r->part);
		other = docx_what_else(type);
		if (other)
			*what = other;
		else if (docx_has_root(package, r->part)) {
			if (!docx_is_word(type))
				docx_doubt(package, r->part);
			return r->part;
		}
	}
	return NULL;
}

int
docx_probe(struct jy_bytes in)
{
	struct docx_package package;
	struct docx_relations relations = {0};
	const char *what = NULL;
	int sure = 25;

	if (docx_is_rich_text(in) || docx_is_flat(in))
		return 75;
	if (docx_is_compound(in))
		return 50;
	if (!package_is_zip(in))
		return 0;
	if (docx_open_package(&package, NULL, in) != 0) {
		if (memmem(in.at, in.size < 64 ? in.size : 64, "OFD.xml", 7))
			sure = 0;
	} else if (zip_name_locate(package.zip.zip, "OFD.xml", 0) >= 0) {
		sure = 0;
	} else {
		if (docx_read_types(&package) == 0
		    && docx_read_relations(&package, "", &relations) == 0
		    && docx_main_part(&package, &relations, &what))
			sure = 100;
		docx_free_relations(&relations);
	}
	docx_close_package(&package);
	return sure;
}

static int
docx_refuse_compound(struct jy_task *task, struct jy_bytes in)
{
	static const struct { const char *stream, *code, *text; } kinds[] = {
		{"EncryptedPackage", "encrypted",
		    JY_WORD("this Office file is protected by a password; save it without one")},
		{"WordDocument", "old-word",
		    JY_WORD("this is a binary document of old Word or WPS; save it as .docx")},
		{"Workbook", "not-docx", JY_WORD("this is a binary workbook of Excel")},
		{"Book", "not-docx", JY_WORD("this is a binary workbook of Excel")},
		{"PowerPoint Document", "not-docx", JY_WORD("this is a binary presentation of PowerPoint")},
		{"HwpSummaryInformation", "not-docx", JY_WORD("this is a document of Hangul")},
		{"__nameid_version1.0", "not-docx", JY_WORD("this is a mail of Outlook")},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (docx_has_stream(in, kinds[i].stream))
			return jy_fail(task, JY_BAD_INPUT, kinds[i].code, "%-s", kinds[i].text);
	return jy_fail(task, JY_BAD_INPUT, "not-docx", "this compound file holds no Word document");
}

int
docx_refuse(struct jy_task *task, struct jy_bytes in)
{
	if (docx_is_compound(in))
		return docx_refuse_compound(task, in);
	if (docx_is_rich_text(in))
		return jy_fail(task, JY_BAD_INPUT, "rich-text",
		    "this is a document in Rich Text Format; save it as .docx");
	if (docx_is_flat(in))
		return jy_fail(task, JY_BAD_INPUT, "flat-word",
		    "this is a Word document as one XML file; save it as .docx");
	return jy_fail(task, JY_BAD_INPUT, "not-docx",
	    "this is no zip archive, so no Word document");
}

/* OpenDocument and EPUB name themselves in their first entry. */
static const char *
docx_own_word(struct docx_package *package)
{
	zip_file_t *file = zip_fopen(package->zip.zip, "mimetype", 0);
	char type[128];
	zip_int64_t n = file ? zip_fread(file, type, sizeof(type) - 1) : 0;

	if (file)
		zip_fclose(file);
	type[n > 0 ? n : 0] = '\0';
	return docx_what_else(type);
}

int
docx_refuse_package(struct docx_package *package, const char *what)
{
	if (!what)
		what = docx_own_word(package);
	if (what)
		return jy_fail(package->task, JY_BAD_INPUT, "not-docx",
		    "this is %-s, not a Word document", what);
	return jy_fail(package->task, JY_BAD_INPUT, "not-docx",
	    "this zip archive holds no Word document");
}
