# The fuzz targets, all in one program: JIYAO_FUZZ names the one that is meant.  Where there is a fuzzer it
# has the main; without one, replay.c has it, for tests/fuzz/replay.sh.
check_PROGRAMS += tests/fuzz/fuzz
dist_check_SCRIPTS += tests/fuzz/replay.sh
# (Files of words, not their folder: make would build that of words.c.)
EXTRA_DIST += tests/fuzz/run.sh tests/fuzz/seeds.sh tests/fuzz/corpus tests/fuzz/RESULTS.md \
	tests/fuzz/words/formats tests/fuzz/words/minutes
tests_fuzz_fuzz_SOURCES = \
	tests/fuzz/choose.c \
	tests/fuzz/fuzz.c tests/fuzz/fuzz.h \
	tests/fuzz/ledger.c \
	tests/fuzz/lines.c \
	tests/fuzz/options.c \
	tests/fuzz/reader.c \
	tests/fuzz/record.c \
	tests/fuzz/words.c
tests_fuzz_fuzz_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)
tests_fuzz_fuzz_LDFLAGS = $(AM_LDFLAGS)
tests_fuzz_fuzz_LDADD = cli/libcli.la libjiyao.la
if FUZZING
tests_fuzz_fuzz_SOURCES += tests/fuzz/package.c
tests_fuzz_fuzz_CFLAGS += $(LIBZIP_CFLAGS)
tests_fuzz_fuzz_LDFLAGS += -fsanitize=fuzzer
tests_fuzz_fuzz_LDADD += $(LIBZIP_LIBS)
else
tests_fuzz_fuzz_SOURCES += tests/fuzz/replay.c
TESTS += tests/fuzz/replay.sh
endif

# make fuzz FUZZ=pdf SECONDS=600: in a copy of the sources, which is built for it.
FUZZ = text
SECONDS = 60
fuzz: all tests/fuzz/fuzz$(EXEEXT)
	JIYAO_FUZZ='$(FUZZ)' JIYAO_PLUGIN_PATH='$(abs_builddir)/plugins/.libs' tests/fuzz/fuzz /dev/null >/dev/null
	$(MKDIR_P) fuzz
	$(MAKE) -s distdir distdir=fuzz/source
	SHELL='$(SHELL)' $(SHELL) $(srcdir)/tests/fuzz/run.sh '$(FUZZ)' '$(SECONDS)'
.PHONY: fuzz
