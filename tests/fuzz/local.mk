# The fuzz targets.  Without a fuzzer each is a program that replays inputs, for tests/fuzz/replay.sh.
fuzz_readers = \
	tests/fuzz/target-docx \
	tests/fuzz/target-html \
	tests/fuzz/target-json \
	tests/fuzz/target-ofd \
	tests/fuzz/target-pdf \
	tests/fuzz/target-text \
	tests/fuzz/target-xml
fuzz_targets = $(fuzz_readers) \
	tests/fuzz/target-ledger \
	tests/fuzz/target-lines \
	tests/fuzz/target-options \
	tests/fuzz/target-record \
	tests/fuzz/target-words
check_PROGRAMS += $(fuzz_targets)
dist_check_SCRIPTS += tests/fuzz/replay.sh
TESTS += tests/fuzz/replay.sh
EXTRA_DIST += tests/fuzz/run.sh tests/fuzz/seeds.sh tests/fuzz/corpus tests/fuzz/words tests/fuzz/RESULTS.md \
	tests/fuzz/replay.c tests/fuzz/package.c

# Where there is a fuzzer it has the main, else replay.c.
fuzz_common = tests/fuzz/fuzz.c tests/fuzz/fuzz.h
if FUZZING
fuzz_ldflags = $(AM_LDFLAGS) -fsanitize=fuzzer
fuzz_package = tests/fuzz/package.c
fuzz_package_cflags = $(LIBZIP_CFLAGS)
fuzz_package_libs = $(LIBZIP_LIBS)
else
fuzz_ldflags = $(AM_LDFLAGS)
fuzz_common += tests/fuzz/replay.c
endif

fuzz_ldadd = libjiyao.la
tests_fuzz_target_docx_SOURCES = tests/fuzz/reader.c $(fuzz_package) $(fuzz_common)
tests_fuzz_target_docx_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZED='"docx"'
tests_fuzz_target_docx_CFLAGS = $(AM_CFLAGS) $(fuzz_package_cflags)
tests_fuzz_target_docx_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_docx_LDADD = $(fuzz_ldadd) $(fuzz_package_libs)
tests_fuzz_target_ofd_SOURCES = tests/fuzz/reader.c $(fuzz_package) $(fuzz_common)
tests_fuzz_target_ofd_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZED='"ofd"'
tests_fuzz_target_ofd_CFLAGS = $(AM_CFLAGS) $(fuzz_package_cflags)
tests_fuzz_target_ofd_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_ofd_LDADD = $(fuzz_ldadd) $(fuzz_package_libs)
tests_fuzz_target_html_SOURCES = tests/fuzz/reader.c $(fuzz_common)
tests_fuzz_target_html_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZED='"html"'
tests_fuzz_target_html_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_html_LDADD = $(fuzz_ldadd)
tests_fuzz_target_json_SOURCES = tests/fuzz/reader.c $(fuzz_common)
tests_fuzz_target_json_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZED='"json"'
tests_fuzz_target_json_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_json_LDADD = $(fuzz_ldadd)
tests_fuzz_target_pdf_SOURCES = tests/fuzz/reader.c $(fuzz_common)
tests_fuzz_target_pdf_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZED='"pdf"'
tests_fuzz_target_pdf_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_pdf_LDADD = $(fuzz_ldadd)
tests_fuzz_target_text_SOURCES = tests/fuzz/reader.c $(fuzz_common)
tests_fuzz_target_text_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZED='"text"'
tests_fuzz_target_text_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_text_LDADD = $(fuzz_ldadd)
tests_fuzz_target_xml_SOURCES = tests/fuzz/reader.c $(fuzz_common)
tests_fuzz_target_xml_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZED='"xml"'
tests_fuzz_target_xml_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_xml_LDADD = $(fuzz_ldadd)
tests_fuzz_target_ledger_SOURCES = tests/fuzz/ledger.c $(fuzz_common)
tests_fuzz_target_ledger_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
tests_fuzz_target_ledger_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_ledger_LDADD = cli/libcli.la $(fuzz_ldadd)
tests_fuzz_target_lines_SOURCES = tests/fuzz/lines.c $(fuzz_common)
tests_fuzz_target_lines_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_lines_LDADD = $(fuzz_ldadd)
tests_fuzz_target_options_SOURCES = tests/fuzz/options.c $(fuzz_common)
tests_fuzz_target_options_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_options_LDADD = cli/libcli.la $(fuzz_ldadd)
tests_fuzz_target_record_SOURCES = tests/fuzz/record.c $(fuzz_common)
tests_fuzz_target_record_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_record_LDADD = cli/libcli.la $(fuzz_ldadd)
tests_fuzz_target_words_SOURCES = tests/fuzz/words.c $(fuzz_common)
tests_fuzz_target_words_LDFLAGS = $(fuzz_ldflags)
tests_fuzz_target_words_LDADD = $(fuzz_ldadd)

# make fuzz FUZZ=pdf SECONDS=600: in a copy of the sources, which is built for it.
FUZZ = text
SECONDS = 60
fuzz: all
	$(MKDIR_P) fuzz
	$(MAKE) -s distdir distdir=fuzz/source
	SHELL='$(SHELL)' $(SHELL) $(srcdir)/tests/fuzz/run.sh '$(FUZZ)' '$(SECONDS)'
.PHONY: fuzz
