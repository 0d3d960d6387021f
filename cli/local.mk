# The program: everything over <jiyao/jiyao.h>.
bin_PROGRAMS += cli/jiyao
cli_jiyao_SOURCES = \
	cli/main.c cli/cli.h \
	cli/arguments.c cli/arguments.h \
	cli/batch/arguments.c \
	cli/batch/batch.c cli/batch/batch.h \
	cli/batch/inputs.c \
	cli/batch/jsonl.c \
	cli/batch/names.c cli/batch/names.h \
	cli/batch/progress.c \
	cli/batch/recipe.c \
	cli/batch/shard.c cli/batch/shard.h \
	cli/batch/work.c \
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
	cli/verify.c cli/verify.h
cli_jiyao_LDADD = libjiyao.la
dist_man_MANS += cli/jiyao.1 cli/batch/jiyao-batch.1
