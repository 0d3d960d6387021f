# The tests, all in TAP: unit tests over libcheck, and scripts over the program.
TEST_EXTENSIONS = .sh .py
tap_driver = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(tap_driver)
SH_LOG_DRIVER = $(tap_driver)
SH_LOG_COMPILER = $(SHELL)
PY_LOG_DRIVER = $(tap_driver)
PY_LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/python.sh
AM_TESTS_ENVIRONMENT = \
	unset LANGUAGE; LC_ALL=C.UTF-8; export LC_ALL; \
	JIYAO='$(abs_builddir)/jiyao'; \
	JIYAO_CC='$(CC) $(CFLAGS)'; \
	JIYAO_LIBRARY='$(abs_builddir)/.libs/libjiyao.so'; \
	JIYAO_FIXTURES='$(abs_srcdir)/fixtures'; \
	JIYAO_SHUFFLE='$(abs_srcdir)/tests/shuffle'; \
	JIYAO_PLUGIN_PATH='$(abs_builddir)/plugins/.libs'; \
	JIYAO_WORDS='$(abs_builddir)/po/words'; \
	JIYAO_LOCALEDIR='$(abs_builddir)/po/locale'; \
	JIYAO_BAD_PLUGINS='$(abs_builddir)/tests/bad'; \
	JIYAO_ROGUE_PLUGINS='$(abs_builddir)/tests/rogue/.libs'; \
	JIYAO_INSTALLED='$(abs_builddir)/tests/installed'; \
	JIYAO_RUDE_PLUGINS='$(abs_builddir)/tests/rude'; \
	G_SLICE=always-malloc; \
	: $${CK_TIMEOUT_MULTIPLIER:=5}; \
	export JIYAO JIYAO_CC JIYAO_LIBRARY JIYAO_FIXTURES JIYAO_SHUFFLE JIYAO_PLUGIN_PATH JIYAO_WORDS \
	    JIYAO_LOCALEDIR JIYAO_BAD_PLUGINS JIYAO_ROGUE_PLUGINS JIYAO_RUDE_PLUGINS JIYAO_INSTALLED G_SLICE \
	    CK_TIMEOUT_MULTIPLIER;

# A plugin that is built out of the tree.
example_plugin = \
	examples/rtf/.gitignore \
	examples/rtf/Makefile \
	examples/rtf/README.md \
	examples/rtf/expected/minutes.rtf.md \
	examples/rtf/expected/suzhou-149.rtf.md \
	examples/rtf/jiyao-rtf.5 \
	examples/rtf/rtf.c \
	examples/rtf/rtf.h \
	examples/rtf/samples/minutes.rtf \
	examples/rtf/samples/suzhou-149.rtf \
	examples/rtf/text.c

# What synthetic minutes are made of.
shuffle_words = \
	tests/shuffle/dotted.txt \
	tests/shuffle/foot.txt \
	tests/shuffle/given.txt \
	tests/shuffle/nav.txt \
	tests/shuffle/offices.txt \
	tests/shuffle/places.txt \
	tests/shuffle/sentences.txt \
	tests/shuffle/subjects.txt \
	tests/shuffle/surnames.txt

# The longest ones are started first: at the end, one alone would leave the other processors idle.
long_tests = \
	tests/attack-text.py \
	tests/attack-trees.py \
	tests/attack-pdf.py \
	tests/conform-rude.sh \
	tests/conform.sh \
	tests/open-ofd.py \
	tests/valid-csv.py \
	tests/attack-files.py \
	tests/attack-tree.py
test_scripts = $(long_tests) \
	tests/abi-kept.py \
	tests/attack-font.py \
	tests/attack-packages.py \
	tests/attack-pages.py \
	tests/batch-kill.py \
	tests/batch-trouble.py \
	tests/chinese.py \
	tests/cli-append.sh \
	tests/cli-bad-input.sh \
	tests/cli-batch.sh \
	tests/cli-convert.sh \
	tests/cli-ledger.sh \
	tests/cli-messages.sh \
	tests/cli-plugins.sh \
	tests/cli-report.sh \
	tests/cli-verify.sh \
	tests/codes-listed.py \
	tests/completions.sh \
	tests/examples.sh \
	tests/golden.sh \
	tests/growth.py \
	tests/install.sh \
	tests/limits.py \
	tests/manuals-zh.py \
	tests/manuals.sh \
	tests/new-plugin.sh \
	tests/page-examples.py \
	tests/readme-zh.py \
	tests/refusals.py \
	tests/round-trip.py \
	tests/same-bytes.py \
	tests/schedulers.sh \
	tests/valid-akn.py \
	tests/valid-html.py \
	tests/valid-json.py \
	tests/valid-markdown.py \
	tests/valid-ofd.py \
	tests/valid-xml.py
dist_check_SCRIPTS += $(test_scripts)
EXTRA_DIST += $(shuffle_words) $(example_plugin) examples/kubernetes.yaml \
	examples/parallel.sh examples/slurm.sh tests/abi tests/bench tests/blocks.py \
	tests/codes.py tests/compile.py tests/completions.bash tests/completions.zsh \
	tests/conform-grow.sh tests/cost.py tests/docxparts.py tests/headers.py \
	tests/installed.sh tests/make-docx.py tests/make-html.py tests/make-numbering.py \
	tests/make-ofd.py tests/make-pdf.py tests/make-pictures.py tests/ofdparts.py \
	tests/one-process.c tests/open-ofd.js tests/outputs.py tests/pdfattacks.py \
	tests/python.sh tests/said.py tests/tap.sh tests/valgrind.supp tests/zipparts.py
TESTS += $(test_scripts)

if HAVE_CHECK
# Each is one file of its own name, except for docx, ledger, report and shuffle.
unit_tests = \
	tests/test-child \
	tests/test-core \
	tests/test-csv \
	tests/test-docx \
	tests/test-html \
	tests/test-ledger \
	tests/test-lexicon \
	tests/test-messages \
	tests/test-ocr \
	tests/test-ofd \
	tests/test-ofd-read \
	tests/test-pdf \
	tests/test-plugins \
	tests/test-recognise \
	tests/test-report \
	tests/test-roundtrip \
	tests/test-same \
	tests/test-shuffle \
	tests/test-speak \
	tests/test-tamper \
	tests/test-text
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
check_LTLIBRARIES += tests/libsupport.la
tests_libsupport_la_SOURCES = tests/support.c tests/support.h
tests_libsupport_la_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
LDADD = tests/libsupport.la libjiyao.la $(CHECK_LIBS)
tests_test_messages_LDADD = cli/libcli.la $(LDADD)
tests_test_child_SOURCES = tests/test-child.c tests/rogue/forbidden.h
tests_test_child_CFLAGS = $(AM_CFLAGS) $(SECCOMP_CFLAGS)
tests_test_child_LDADD = cli/libcli.la $(LDADD) $(SECCOMP_LIBS)
tests_test_core_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS)
tests_test_core_LDADD = $(LDADD) $(UTF8PROC_LIBS)
tests_test_html_SOURCES = tests/test-html.c tests/lines.c tests/lines.h
tests_test_ofd_read_SOURCES = tests/test-ofd-read.c tests/lines.c tests/lines.h
tests_test_docx_SOURCES = \
	tests/lines.c tests/lines.h \
	tests/docx/changes.c \
	tests/docx/lines.c \
	tests/docx/lines.h \
	tests/docx/numbering.c \
	tests/docx/package.c \
	tests/docx/test-docx.c
tests_test_ledger_SOURCES = \
	tests/ledger/broken.c \
	tests/ledger/kept.c \
	tests/ledger/merge.c \
	tests/ledger/records.c \
	tests/ledger/steps.c \
	tests/ledger/steps.h \
	tests/ledger/test-ledger.c
tests_test_report_SOURCES = \
	tests/ledger/steps.c \
	tests/ledger/steps.h \
	tests/report/archive.c \
	tests/report/archive.h \
	tests/report/pages.c \
	tests/report/series.c \
	tests/report/test-report.c
tests_test_report_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
tests_test_report_LDADD = $(tests_test_ledger_LDADD)
tests_test_ledger_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
tests_test_ledger_LDADD = cli/libcli.la $(LDADD) $(SQLITE_LIBS)
tests_test_shuffle_SOURCES = \
	tests/shuffle/attendance.c \
	tests/shuffle/compare.c \
	tests/shuffle/compose.c \
	tests/shuffle/habits.c \
	tests/shuffle/items.c \
	tests/shuffle/layout.c \
	tests/shuffle/layout.h \
	tests/shuffle/parts.c \
	tests/shuffle/people.c \
	tests/shuffle/shuffle.h \
	tests/shuffle/test-shuffle.c \
	tests/shuffle/wrap.c
tests_test_same_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
tests_test_same_LDADD = $(LDADD) $(JANSSON_LIBS)
tests_test_ofd_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS) $(LIBXML_CFLAGS)
tests_test_ofd_LDADD = $(LDADD) $(LIBZIP_LIBS) $(LIBXML_LIBS)
tests_test_ofd_read_CFLAGS = $(AM_CFLAGS) $(LIBZIP_CFLAGS)
tests_test_ofd_read_LDADD = $(LDADD) $(LIBZIP_LIBS) $(LIBM) $(DL_LIBS)
endif

# Modules that jiyao must refuse, each for another reason; and long, which it must take.
bad_plugins = \
	tests/bad/blind.c \
	tests/bad/default.c \
	tests/bad/future.c \
	tests/bad/idle.c \
	tests/bad/long.c \
	tests/bad/misnamed.c \
	tests/bad/mute.c \
	tests/bad/nosymbol.c \
	tests/bad/short.c
# Plugins of which each breaks one rule of jiyao-plugin(7), but for polite: jiyao-conform finds it.
rude_plugins = \
	tests/rude/boaster.c \
	tests/rude/brittle.c \
	tests/rude/calendar.c \
	tests/rude/chooser.c \
	tests/rude/clock.c \
	tests/rude/coder.c \
	tests/rude/counter.c \
	tests/rude/crasher.c \
	tests/rude/deaf.c \
	tests/rude/fickle.c \
	tests/rude/forgetful.c \
	tests/rude/german.c \
	tests/rude/hanger.c \
	tests/rude/hasty.c \
	tests/rude/helpless.c \
	tests/rude/hungry.c \
	tests/rude/latin.c \
	tests/rude/leaver.c \
	tests/rude/litterer.c \
	tests/rude/loser.c \
	tests/rude/loud.c \
	tests/rude/masker.c \
	tests/rude/moody.c \
	tests/rude/namer.c \
	tests/rude/narrow.c \
	tests/rude/opener.c \
	tests/rude/parent.c \
	tests/rude/peeping.c \
	tests/rude/picky.c \
	tests/rude/polite.c \
	tests/rude/quadratic.c \
	tests/rude/rounder.c \
	tests/rude/showy.c \
	tests/rude/silent.c \
	tests/rude/sleeper.c \
	tests/rude/speaker.c \
	tests/rude/speechless.c \
	tests/rude/stopper.c \
	tests/rude/surest.c \
	tests/rude/trusting.c \
	tests/rude/twins.c \
	tests/rude/unwilling.c \
	tests/rude/walker.c \
	tests/rude/wanderer.c \
	tests/rude/weaver.c \
	tests/rude/writer.c \
	tests/rude/zone.c

# They are built as an author elsewhere builds a plugin, by a compiler and without libtool.
test_plugins = $(bad_plugins) $(rude_plugins)
EXTRA_DIST += $(test_plugins) tests/rude/grow.sh tests/rude/rude.h tests/rude/sample.rude
check_DATA = $(test_plugins:.c=.so)
CLEANFILES += $(test_plugins:.c=.so)
SUFFIXES += .so
.c.so:
	$(AM_V_CCLD)$(MKDIR_P) $(@D) && $(CC) $(DEFS) $(AM_CPPFLAGS) $(CPPFLAGS) $(AM_CFLAGS) $(CFLAGS) \
	    -fPIC -shared $(AM_LDFLAGS) $(LDFLAGS) $(NOW_LDFLAGS) -o $@ $< $(LIBM)
$(test_plugins:.c=.so): $(jiyaoinclude_HEADERS)
$(rude_plugins:.c=.so): tests/rude/rude.h

# A reader that does whatever its input says; what a batch makes of that.
check_LTLIBRARIES += tests/rogue/rogue.la
tests_rogue_rogue_la_SOURCES = tests/rogue/calls.c tests/rogue/rogue.c tests/rogue/rogue.h
tests_rogue_rogue_la_LDFLAGS = -module -avoid-version -shared -rpath /nowhere

# What is installed, below a folder of its own, for the tests that begin there.
check_DATA += tests/installed.stamp
tests/installed.stamp: $(bin_PROGRAMS) $(lib_LTLIBRARIES) $(plugin_LTLIBRARIES) $(dist_man_MANS) \
	    $(jiyaoinclude_HEADERS) jiyao.pc $(nodist_bashcompletions_DATA) \
	    $(dist_zshcompletions_DATA) $(dist_fishcompletions_DATA)
	$(AM_V_GEN)rm -rf tests/installed && \
	$(MKDIR_P) tests && { $(MAKE) -s install DESTDIR=$(abs_builddir)/tests/installed \
	    >tests/installed.log 2>&1 || { cat tests/installed.log; false; }; } && touch $@
clean-local:
	rm -rf tests/installed
CLEANFILES += tests/installed.log tests/installed.stamp

# For maintainers: the same under valgrind, which sees what was never set: the unit tests, what the
# fuzzers have of every fixture through every writer, a command.  Not tests/test-child, where time,
# memory and system calls are limited; tests/test-ocr, where time is; tests/test-ledger, whose children
# end in the middle of their work; tests/test-shuffle and tests/test-tamper, which are long and run
# no other code.
VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
	--show-leak-kinds=definite --suppressions=$(abs_srcdir)/tests/valgrind.supp
UNDER_VALGRIND = \
	tests/test-core tests/test-csv tests/test-docx tests/test-html tests/test-lexicon \
	tests/test-ofd tests/test-ofd-read tests/test-pdf tests/test-plugins tests/test-recognise \
	tests/test-report tests/test-roundtrip tests/test-same tests/test-speak tests/test-text \
	tests/fuzz/replay.sh tests/cli-plugins.sh
check-valgrind:
	CK_FORK=no JIYAO_UNDER='$(VALGRIND)' $(MAKE) check TESTS='$(UNDER_VALGRIND)' \
	    LOG_COMPILER='$(LIBTOOL) --quiet --mode=execute $(VALGRIND)'

# For maintainers: the lists of options in the manual pages, as the program has them.
EXTRA_DIST += tests/manual-options.sh
manual-options: all
	for page in $(srcdir)/plugins/*.5; do \
		JIYAO=./jiyao $(SHELL) $(srcdir)/tests/manual-options.sh "$$page" >page.tmp && \
		{ cmp -s page.tmp "$$page" || cp page.tmp "$$page"; } || exit 1; \
	done; rm -f page.tmp

# For maintainers: the public headers as they are released, for tests/abi-kept.py.
abi-headers: libjiyao.la
	JIYAO_CC='$(CC)' JIYAO_LIBRARY='$(abs_builddir)/.libs/libjiyao.so' \
	    $(SHELL) $(srcdir)/tests/python.sh $(srcdir)/tests/abi-kept.py --record
.PHONY: abi-headers check-valgrind manual-options
