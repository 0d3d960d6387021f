# A plugin a format: one module, one manual page.
plugin_ldflags = -module -avoid-version -shared -no-undefined -export-symbols-regex '^jy_plugin_1$$'

plugin_LTLIBRARIES += plugins/text.la
plugins_text_la_SOURCES = plugins/text.c
plugins_text_la_CFLAGS = $(AM_CFLAGS) $(UCHARDET_CFLAGS)
plugins_text_la_LDFLAGS = $(plugin_ldflags)
plugins_text_la_LIBADD = libjiyao.la $(UCHARDET_LIBS)

plugin_LTLIBRARIES += plugins/pdf.la
plugins_pdf_la_SOURCES = plugins/pdf.c
plugins_pdf_la_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS)
plugins_pdf_la_LDFLAGS = $(plugin_ldflags)
plugins_pdf_la_LIBADD = libjiyao.la $(POPPLER_LIBS)

plugin_LTLIBRARIES += plugins/docx.la
plugins_docx_la_SOURCES = plugins/docx/docx.c
plugins_docx_la_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS) $(LIBXML_CFLAGS)
plugins_docx_la_LDFLAGS = $(plugin_ldflags)
plugins_docx_la_LIBADD = libjiyao.la $(LIBZIP_LIBS) $(LIBXML_LIBS)

plugin_LTLIBRARIES += plugins/json.la
plugins_json_la_SOURCES = plugins/json.c
plugins_json_la_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
plugins_json_la_LDFLAGS = $(plugin_ldflags)
plugins_json_la_LIBADD = libjiyao.la $(JANSSON_LIBS)

plugin_LTLIBRARIES += plugins/xml.la
plugins_xml_la_SOURCES = plugins/xml.c
plugins_xml_la_CFLAGS = $(AM_CFLAGS) $(LIBXML_CFLAGS)
plugins_xml_la_LDFLAGS = $(plugin_ldflags)
plugins_xml_la_LIBADD = libjiyao.la $(LIBXML_LIBS)

plugin_LTLIBRARIES += plugins/ofd.la
plugins_ofd_la_SOURCES = plugins/ofd/ofd.c
plugins_ofd_la_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS) $(LIBXML_CFLAGS)
plugins_ofd_la_LDFLAGS = $(plugin_ldflags)
plugins_ofd_la_LIBADD = libjiyao.la $(LIBZIP_LIBS) $(LIBXML_LIBS)

plugin_LTLIBRARIES += plugins/csv.la
plugins_csv_la_SOURCES = plugins/csv.c
plugins_csv_la_CFLAGS = $(AM_CFLAGS)
plugins_csv_la_LDFLAGS = $(plugin_ldflags)
plugins_csv_la_LIBADD = libjiyao.la
