# The program: everything over <jiyao/jiyao.h>.  All but main is an archive, which the tests link, too.
bin_PROGRAMS += cli/jiyao
noinst_LTLIBRARIES += cli/libcli.la
cli_jiyao_SOURCES = cli/main.c
cli_jiyao_CFLAGS = $(AM_CFLAGS) $(PROGRAM_CFLAGS)
cli_jiyao_LDFLAGS = $(AM_LDFLAGS) $(PROGRAM_LDFLAGS)
cli_jiyao_LDADD = cli/libcli.la libjiyao.la
cli_libcli_la_SOURCES = \
	cli/cli.h \
	cli/append.c \
	cli/arguments.c cli/arguments.h \
	cli/batch/arguments.c \
	cli/batch/batch.c cli/batch/batch.h \
	cli/batch/below.c \
	cli/batch/child.c cli/batch/child.h \
	cli/batch/death.c \
	cli/batch/ending.c \
	cli/batch/filter.c \
	cli/batch/hash.c \
	cli/batch/inputs.c \
	cli/batch/inside.c cli/batch/inside.h \
	cli/batch/join.c \
	cli/batch/jsonl.c \
	cli/batch/ledger.c cli/batch/ledger.h \
	cli/batch/leave.c \
	cli/batch/limits.c \
	cli/batch/lock.c \
	cli/batch/merge.c cli/batch/merge.h \
	cli/batch/names.c cli/batch/names.h \
	cli/batch/place.c cli/batch/place.h \
	cli/batch/plan.c \
	cli/batch/progress.c \
	cli/batch/proof.c \
	cli/batch/put.c \
	cli/batch/recipe.c \
	cli/batch/record.c cli/batch/record.h \
	cli/batch/roots.c cli/batch/roots.h \
	cli/batch/run.c \
	cli/batch/sandbox.c \
	cli/batch/shard.c cli/batch/shard.h \
	cli/batch/statements.c \
	cli/batch/store.c cli/batch/store.h \
	cli/batch/work.c \
	cli/bytes.c \
	cli/compare.c \
	cli/convert.c \
	cli/difference.c \
	cli/formats.c \
	cli/guard.c \
	cli/input.c \
	cli/job.c \
	cli/list.c \
	cli/messages.c \
	cli/output.c \
	cli/report/action.c \
	cli/report/csv.c \
	cli/report/exceptions.c \
	cli/report/file.c \
	cli/report/functions.c \
	cli/report/html.c \
	cli/report/manifest.c \
	cli/report/page.c \
	cli/report/plot.c \
	cli/report/report.c cli/report/report.h \
	cli/report/sample.c \
	cli/report/series.c \
	cli/report/words.c cli/report/words.h \
	cli/schema.c \
	cli/settings.c \
	cli/skeleton/folder.c \
	cli/skeleton/new-plugin.c \
	cli/skeleton/skeleton.h \
	cli/skeleton/templates.c \
	cli/usage.c \
	cli/verify.c cli/verify.h
nodist_cli_libcli_la_SOURCES = $(sql) $(skeleton)
cli_libcli_la_CPPFLAGS = $(AM_CPPFLAGS) -Icli/batch -Icli/report -Icli/skeleton
cli_libcli_la_CFLAGS = $(AM_CFLAGS) $(GCRYPT_CFLAGS) $(SECCOMP_CFLAGS) $(SQLITE_CFLAGS) \
	$(UTF8PROC_CFLAGS)
cli_libcli_la_LIBADD = $(GCRYPT_LIBS) $(SECCOMP_LIBS) $(SQLITE_LIBS) $(UTF8PROC_LIBS)
dist_man_MANS += cli/jiyao.1 cli/jiyao-convert.1 cli/jiyao-help.1 cli/jiyao-messages.7 cli/jiyao-plugins.1 \
	cli/jiyao-schema.1 cli/jiyao-verify.1 \
	cli/batch/jiyao-batch.1 cli/batch/jiyao-ledger.5 \
	cli/batch/jiyao-merge.1 cli/batch/jiyao-sandbox.7 cli/report/jiyao-report.1 \
	cli/skeleton/jiyao-new-plugin.1

# The check of plugins, for those who write them: a program of its own.
bin_PROGRAMS += cli/jiyao-conform
cli_jiyao_conform_SOURCES = \
	cli/conform/arguments.c \
	cli/conform/call.c \
	cli/conform/clock.c \
	cli/conform/conform.h \
	cli/conform/damage.c \
	cli/conform/describe.c \
	cli/conform/dump.c \
	cli/conform/growth.c \
	cli/conform/heard.c \
	cli/conform/invent.c \
	cli/conform/lab.c \
	cli/conform/lab.h \
	cli/conform/leaks.c \
	cli/conform/load.c \
	cli/conform/main.c \
	cli/conform/options.c \
	cli/conform/probe.c \
	cli/conform/read.c \
	cli/conform/report.c \
	cli/conform/rules.c \
	cli/conform/same.c \
	cli/conform/samples.c \
	cli/conform/state.c \
	cli/conform/symbols.c \
	cli/conform/told.c \
	cli/conform/trip.c \
	cli/conform/values.c \
	cli/conform/write.c
cli_jiyao_conform_CPPFLAGS = $(AM_CPPFLAGS) -Icli/batch
cli_jiyao_conform_CFLAGS = $(AM_CFLAGS) $(PROGRAM_CFLAGS)
cli_jiyao_conform_LDFLAGS = $(AM_LDFLAGS) $(PROGRAM_LDFLAGS) -export-dynamic
cli_jiyao_conform_LDADD = cli/libcli.la libjiyao.la $(DL_LIBS) $(LIBM)
dist_man_MANS += cli/conform/jiyao-conform.1

# SQL, and the files of a new plugin, made into strings of C.
sql = cli/batch/ledger.inc cli/report/report.inc cli/report/series.inc
skeleton = \
	cli/skeleton/Makefile.inc \
	cli/skeleton/README.md.inc \
	cli/skeleton/gitignore.inc \
	cli/skeleton/manual.5.inc \
	cli/skeleton/plain.txt.inc \
	cli/skeleton/plugin.c.inc \
	cli/skeleton/read.md.inc \
	cli/skeleton/sample.inc \
	cli/skeleton/written.inc
EXTRA_DIST += $(sql:.inc=.sql) $(skeleton:.inc=.skel)
BUILT_SOURCES += $(sql) $(skeleton)
CLEANFILES += $(sql) $(skeleton)
SUFFIXES = .inc .skel .sql
into_string = $(AM_V_GEN)$(MKDIR_P) $(@D) && $(quote_lines) $< > $@.tmp && mv $@.tmp $@
.skel.inc:
	$(into_string)
.sql.inc:
	$(into_string)

# Completions.  bash looks for a file that bears the command's name.
dist_zshcompletions_DATA = cli/completions/_jiyao
dist_fishcompletions_DATA = cli/completions/jiyao.fish cli/completions/jiyao-conform.fish
nodist_bashcompletions_DATA = cli/completions/jiyao cli/completions/jiyao-conform
EXTRA_DIST += cli/completions/jiyao.bash
CLEANFILES += $(nodist_bashcompletions_DATA)
$(nodist_bashcompletions_DATA): cli/completions/jiyao.bash
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cp $(srcdir)/cli/completions/jiyao.bash $@
