# libjiyao: the model, the plugin interface, the recogniser.
lib_LTLIBRARIES += libjiyao.la
jiyaoincludedir = $(includedir)/jiyao
jiyaoinclude_HEADERS = core/jiyao/jiyao.h core/jiyao/model.h core/jiyao/plugin.h

libjiyao_la_SOURCES = \
	core/arena.c core/arena.h core/builder.c core/builder.h core/convert.c core/detect.c \
	core/host.h core/lexicon-extend.c core/lexicon.c core/lexicon.h core/module.c core/options.c \
	core/out.c \
	core/plugins.c core/radicals.c core/shape.c core/task.c core/task.h core/text.c core/text.h \
	core/trust.c core/speak.c core/speak.h core/recognise/agenda.c core/recognise/announced.c core/recognise/attendance.c \
	core/recognise/attendance.h core/recognise/body.c core/recognise/chairs.c core/recognise/checks.c \
	core/recognise/columns.c core/recognise/complete.c core/recognise/cues.c \
	core/recognise/deadlines.c \
	core/recognise/decisions.c core/recognise/duties.c core/recognise/duties.h \
	core/recognise/enumerators.c \
	core/recognise/furniture.c core/recognise/guess.c core/recognise/header.c core/recognise/heads.c \
	core/recognise/heads.h core/recognise/layout.c core/recognise/lists.c core/recognise/masthead.c \
	core/recognise/match.c core/recognise/match.h core/recognise/names.c \
	core/recognise/names.h core/recognise/numerals.c core/recognise/official.c \
	core/recognise/opening.c core/recognise/paragraphs.c core/recognise/people.c \
	core/recognise/persons.c core/recognise/persons.h \
	core/recognise/pictures.c core/recognise/plain.c core/recognise/posts.c \
	core/recognise/production.c \
	core/recognise/dockets.c core/recognise/fields.c core/recognise/imprints.c core/recognise/labels.c \
	core/recognise/proposals.c core/recognise/prose.c core/recognise/reading.c \
	core/recognise/reading.h core/recognise/recognise.c core/recognise/recognise.h \
	core/recognise/rolls.c core/recognise/running.c core/recognise/running.h \
	core/recognise/setting.c core/recognise/setting.h core/recognise/sheet.c \
	core/recognise/sheet.h core/recognise/sides.c core/recognise/short-names.c core/recognise/short-names.h \
	core/recognise/spots.c core/recognise/stages.h core/recognise/tail.c \
	core/recognise/terms.c core/recognise/titles.c core/recognise/titles.h core/recognise/told.c \
	core/recognise/verdicts.c core/recognise/verdicts.h \
	core/recognise/undecoded.c core/recognise/units.c core/recognise/units.h \
	core/recognise/upright.c
nodist_libjiyao_la_SOURCES = core/lexicon.inc
libjiyao_la_CPPFLAGS = $(AM_CPPFLAGS) -Icore -DPLUGINDIR='"$(plugindir)"' \
	-DLOCALEDIR='"$(localedir)"'
libjiyao_la_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS) $(GCRYPT_CFLAGS)
libjiyao_la_LIBADD = $(UTF8PROC_LIBS) $(GCRYPT_LIBS) $(DL_LIBS) $(INTL_LIBS)
# current:revision:age.  HACKING.md has how they rise; current - age is the ABI's number, which the soname
# libjiyao.so.1 so bears, too.
libjiyao_la_LDFLAGS = $(AM_LDFLAGS) -version-info 1:0:0 -no-undefined -export-symbols-regex '^jy_'
pkgconfigdir = $(libdir)/pkgconfig
nodist_pkgconfig_DATA = jiyao.pc
dist_man_MANS += core/jiyao-plugin.7 core/jiyao-model.7 core/jiyao-lexicon.5

# The word lists, made into tables of C.
lexicon = core/lexicon/surnames.txt core/lexicon/surnames-rare.txt core/lexicon/organizations.txt \
	core/lexicon/titles.txt core/lexicon/not-in-names.txt core/lexicon/phrases.txt \
	core/lexicon/traditional.txt core/lexicon/confusions.txt
EXTRA_DIST += core/lexicon/tables.sh $(lexicon)
BUILT_SOURCES += core/lexicon.inc
CLEANFILES += core/lexicon.inc
core/lexicon.inc: core/lexicon/tables.sh $(lexicon)
	$(AM_V_GEN)$(MKDIR_P) core && \
	$(SHELL) $(srcdir)/core/lexicon/tables.sh $(srcdir)/core/lexicon > $@.tmp && mv $@.tmp $@
