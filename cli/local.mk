# The program: everything over <jiyao/jiyao.h>.  All but main is an archive, which the tests link, too.
bin_PROGRAMS += cli/jiyao
noinst_LTLIBRARIES += cli/libcli.la
cli_jiyao_SOURCES = cli/main.c
cli_jiyao_LDADD = cli/libcli.la libjiyao.la
cli_libcli_la_SOURCES = \
	cli/cli.h \
	cli/arguments.c cli/arguments.h \
	cli/bytes.c \
	cli/compare.c \
	cli/convert.c \
	cli/difference.c \
	cli/formats.c \
	cli/input.c \
	cli/job.c \
	cli/list.c \
	cli/messages.c \
	cli/output.c \
	cli/schema.c \
	cli/settings.c \
	cli/usage.c \
	cli/verify.c cli/verify.h \
	cli/batch/child.c cli/batch/child.h \
	cli/batch/death.c \
	cli/batch/ending.c \
	cli/batch/filter.c \
	cli/batch/hash.c \
	cli/batch/inside.c cli/batch/inside.h \
	cli/batch/leave.c \
	cli/batch/limits.c \
	cli/batch/record.c cli/batch/record.h \
	cli/batch/sandbox.c
cli_libcli_la_CFLAGS = $(AM_CFLAGS) $(GCRYPT_CFLAGS) $(SECCOMP_CFLAGS)
cli_libcli_la_LIBADD = $(GCRYPT_LIBS) $(SECCOMP_LIBS)
dist_man_MANS += cli/jiyao.1 cli/batch/jiyao-sandbox.7
