# A plugin a format: one module, one manual page.  What several compile belongs to no format.
plugin_ldflags = $(AM_LDFLAGS) -module -avoid-version -shared -no-undefined $(NOW_LDFLAGS) \
	-export-symbols-regex '^jy_plugin_1$$'

plugin_LTLIBRARIES += plugins/text.la
plugins_text_la_SOURCES = plugins/text.c plugins/encoding/encoding.c plugins/encoding/encoding.h
plugins_text_la_CFLAGS = $(AM_CFLAGS) $(UCHARDET_CFLAGS)
plugins_text_la_LDFLAGS = $(plugin_ldflags)
plugins_text_la_LIBADD = libjiyao.la $(UCHARDET_LIBS)
dist_man_MANS += plugins/jiyao-text.5

plugin_LTLIBRARIES += plugins/pdf.la
plugins_pdf_la_SOURCES = plugins/pdf/pdf.c plugins/pdf/pdf.h plugins/pdf/open.c \
	plugins/pdf/pages.c plugins/pdf/objects.c plugins/pdf/objects.h plugins/pdf/fonts.c \
	plugins/pdf/fonts.h plugins/pdf/glyphs.c plugins/pdf/content.c plugins/pdf/content.h \
	plugins/pdf/pen.c plugins/pdf/pen.h plugins/pdf/drawing.c plugins/pdf/drawing.h \
	plugins/pdf/table.c plugins/pdf/table.h plugins/pdf/tags.c plugins/pdf/tags.h \
	plugins/pdf/structure.c plugins/pdf/shown.c \
	plugins/pdf/page.c plugins/pdf/tilt.c plugins/pdf/layout.c plugins/pdf/line.c plugins/pdf/report.c \
	plugins/pdf/ocr.h plugins/pdf/ocr.c plugins/pdf/ocr-glyphs.c plugins/pdf/ocr-ink.c \
	plugins/pdf/ocr-line.c plugins/pdf/ocr-line.h
plugins_pdf_la_CPPFLAGS = $(AM_CPPFLAGS) -DQPDF_SONAME='"$(QPDF_SONAME)"'
plugins_pdf_la_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS) $(QPDF_CFLAGS)
if HAVE_TESSERACT
plugins_pdf_la_SOURCES += plugins/pdf/tesseract.c
plugins_pdf_la_CPPFLAGS += -DTESSERACT_SONAME='"$(TESSERACT_SONAME)"'
plugins_pdf_la_CFLAGS += $(TESSERACT_CFLAGS)
else
plugins_pdf_la_SOURCES += plugins/pdf/no-tesseract.c
endif
plugins_pdf_la_LDFLAGS = $(plugin_ldflags) $(FIRST_LDFLAGS) $(LAST_LDFLAGS)
plugins_pdf_la_LIBADD = libjiyao.la $(POPPLER_LIBS) $(DL_LIBS)
dist_man_MANS += plugins/jiyao-pdf.5

# Zip archives of parts that are XML, within limits.
package = plugins/package/package.h plugins/package/package.c plugins/package/part.c \
	plugins/package/watch.h plugins/package/watch.c \
	plugins/package/hush.h plugins/package/hush.c

plugin_LTLIBRARIES += plugins/docx.la
plugins_docx_la_SOURCES = $(package) plugins/docx/docx.h plugins/docx/docx.c \
	plugins/docx/options.c plugins/docx/identify.c plugins/docx/package.c plugins/docx/relations.c \
	plugins/docx/stream.c plugins/docx/xml.c plugins/docx/losses.c plugins/docx/metadata.c \
	plugins/docx/look.c plugins/docx/styles.c \
	plugins/numerals/numerals.h plugins/numerals/writing.h plugins/numerals/numerals.c \
	plugins/numerals/words.c \
	plugins/docx/numbering.h plugins/docx/numbering.c \
	plugins/docx/counting.c plugins/docx/symbols.c plugins/docx/properties.c \
	plugins/docx/paragraph.c plugins/docx/body.h plugins/docx/story.c plugins/docx/inline.c \
	plugins/docx/table.c plugins/docx/changes.c plugins/docx/objects.c plugins/docx/choice.c \
	plugins/docx/body.c
plugins_docx_la_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS) $(LIBXML_CFLAGS)
plugins_docx_la_LDFLAGS = $(plugin_ldflags)
plugins_docx_la_LIBADD = libjiyao.la $(LIBZIP_LIBS) $(LIBXML_LIBS)
dist_man_MANS += plugins/jiyao-docx.5

# Minutes as they are printed, for the formats that people read.
printed = plugins/printed/printed.h plugins/printed/printed.c plugins/printed/index.c \
	plugins/printed/decisions.c plugins/printed/words.c

plugin_LTLIBRARIES += plugins/html.la
plugins_html_la_SOURCES = $(printed) plugins/html/write.h plugins/html/write.c \
	plugins/html/blocks.c plugins/html/decisions.c plugins/html/findings.c plugins/html/style.c \
	plugins/html/html.h plugins/html/html.c plugins/html/charset.c \
	plugins/html/clean.c plugins/html/tags.c plugins/html/look.c plugins/html/lists.c \
	plugins/html/hints.c plugins/html/parse.c plugins/html/metadata.c plugins/html/content.c \
	plugins/html/tables.c plugins/html/site.c plugins/html/lines.c plugins/encoding/encoding.c \
	plugins/encoding/encoding.h plugins/numerals/numerals.h plugins/numerals/writing.h \
	plugins/numerals/numerals.c plugins/numerals/words.c
plugins_html_la_CFLAGS = $(AM_CFLAGS) $(LIBXML_CFLAGS) $(UCHARDET_CFLAGS)
plugins_html_la_LDFLAGS = $(plugin_ldflags)
plugins_html_la_LIBADD = libjiyao.la $(LIBXML_LIBS) $(UCHARDET_LIBS)
dist_man_MANS += plugins/jiyao-html.5

# Minutes as JSON text, compiled into each plugin whose files hold it.
tree = plugins/tree/tree.h plugins/tree/read.c plugins/tree/write.c

# Schemas, which programs carry as text: the lines of a file as strings of C.
quote_lines = $(SED) -e 's/["\\]/\\&/g' -e 's/.*/"&\\n"/'
schemas = plugins/json/schema.inc plugins/xml/schema.inc
BUILT_SOURCES += $(schemas)
CLEANFILES += $(schemas)
plugins/json/schema.inc: plugins/json/minutes.schema.json
	$(AM_V_GEN)$(MKDIR_P) plugins/json && \
	$(quote_lines) $(srcdir)/plugins/json/minutes.schema.json > $@.tmp && mv $@.tmp $@
plugins/xml/schema.inc: plugins/xml/minutes.rng
	$(AM_V_GEN)$(MKDIR_P) plugins/xml && \
	$(quote_lines) $(srcdir)/plugins/xml/minutes.rng > $@.tmp && mv $@.tmp $@
dist_schema_DATA = plugins/json/minutes.schema.json plugins/xml/minutes.rng
EXTRA_DIST += plugins/json/minutes.outline

plugin_LTLIBRARIES += plugins/json.la
plugins_json_la_SOURCES = plugins/json/json.c $(tree)
nodist_plugins_json_la_SOURCES = plugins/json/schema.inc
plugins_json_la_CPPFLAGS = $(AM_CPPFLAGS) -Iplugins/json
plugins_json_la_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
plugins_json_la_LDFLAGS = $(plugin_ldflags)
plugins_json_la_LIBADD = libjiyao.la $(JANSSON_LIBS) $(LIBM)
dist_man_MANS += plugins/jiyao-json.5

plugin_LTLIBRARIES += plugins/xml.la
plugins_xml_la_SOURCES = plugins/xml/xml.c plugins/xml/xml.h plugins/xml/parse.c \
	plugins/xml/read.c plugins/xml/write.c plugins/xml/writer.c plugins/xml/writer.h \
	plugins/xml/akn.c plugins/xml/akn.h plugins/xml/akn-body.c plugins/xml/akn-meta.c \
	plugins/xml/akn-names.c plugins/xml/akn-preface.c \
	plugins/package/watch.h plugins/package/watch.c \
	plugins/package/hush.h plugins/package/hush.c
nodist_plugins_xml_la_SOURCES = plugins/xml/schema.inc
plugins_xml_la_CPPFLAGS = $(AM_CPPFLAGS) -Iplugins/xml
plugins_xml_la_CFLAGS = $(AM_CFLAGS) $(LIBXML_CFLAGS)
plugins_xml_la_LDFLAGS = $(plugin_ldflags)
plugins_xml_la_LIBADD = libjiyao.la $(LIBXML_LIBS) $(LIBM)
dist_man_MANS += plugins/jiyao-xml.5

plugin_LTLIBRARIES += plugins/ofd.la
plugins_ofd_la_SOURCES = plugins/ofd/ofd.c $(tree) $(package) \
	plugins/ofd/text.c plugins/ofd/text.h plugins/ofd/sheet.c plugins/ofd/sheet.h \
	plugins/printed/printed.h plugins/printed/words.c \
	plugins/ofd/layout.c plugins/ofd/layout.h plugins/ofd/head.c plugins/ofd/tail.c \
	plugins/ofd/element.c plugins/ofd/element.h plugins/ofd/terms.c plugins/ofd/terms.h \
	plugins/ofd/info.c plugins/ofd/info.h plugins/ofd/tags.c plugins/ofd/tags.h \
	plugins/ofd/font.c plugins/ofd/font.h \
	plugins/ofd/parts.c plugins/ofd/parts.h plugins/ofd/package.c plugins/ofd/package.h \
	plugins/ofd/write.c plugins/ofd/write.h \
	plugins/ofd/path.c plugins/ofd/path.h plugins/ofd/archive.c plugins/ofd/archive.h \
	plugins/ofd/stream.c plugins/ofd/stream.h \
	plugins/ofd/parse.c \
	plugins/ofd/scene.c plugins/ofd/scene.h plugins/ofd/deltas.c plugins/ofd/deltas.h \
	plugins/ofd/content.c plugins/ofd/content.h plugins/ofd/writing.c \
	plugins/ofd/document.c plugins/ofd/document.h \
	plugins/ofd/lines.c plugins/ofd/lines.h plugins/ofd/rows.c \
	plugins/ofd/attached.c plugins/ofd/attached.h plugins/ofd/probe.c \
	plugins/ofd/read.c plugins/ofd/read.h plugins/ofd/reading.h plugins/ofd/losses.c
plugins_ofd_la_CPPFLAGS = $(AM_CPPFLAGS)
plugins_ofd_la_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS) $(LIBXML_CFLAGS) $(JANSSON_CFLAGS)
if HAVE_HARFBUZZ
plugins_ofd_la_SOURCES += plugins/ofd/subset.c
plugins_ofd_la_CPPFLAGS += -DHARFBUZZ_SONAME='"$(HARFBUZZ_SONAME)"'
plugins_ofd_la_CFLAGS += $(HARFBUZZ_CFLAGS)
else
plugins_ofd_la_SOURCES += plugins/ofd/no-subset.c
endif
plugins_ofd_la_LDFLAGS = $(plugin_ldflags)
plugins_ofd_la_LIBADD = libjiyao.la $(LIBZIP_LIBS) $(LIBXML_LIBS) $(JANSSON_LIBS) $(LIBM) $(DL_LIBS)
dist_man_MANS += plugins/jiyao-ofd.5

plugin_LTLIBRARIES += plugins/markdown.la
plugins_markdown_la_SOURCES = $(printed) plugins/markdown/markdown.c plugins/markdown/markdown.h \
	plugins/markdown/text.c plugins/markdown/findings.c
plugins_markdown_la_CFLAGS = $(AM_CFLAGS)
plugins_markdown_la_LDFLAGS = $(plugin_ldflags)
plugins_markdown_la_LIBADD = libjiyao.la
dist_man_MANS += plugins/jiyao-markdown.5

plugin_LTLIBRARIES += plugins/csv.la
plugins_csv_la_SOURCES = plugins/csv/csv.c plugins/csv/csv.h plugins/csv/cells.c \
	plugins/csv/columns.c plugins/csv/append.c plugins/csv/tables.c plugins/csv/followup.c \
	plugins/printed/printed.h plugins/printed/index.c plugins/printed/words.c
plugins_csv_la_CFLAGS = $(AM_CFLAGS)
plugins_csv_la_LDFLAGS = $(plugin_ldflags)
plugins_csv_la_LIBADD = libjiyao.la
dist_man_MANS += plugins/jiyao-csv.5
