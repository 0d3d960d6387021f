/* What the fuzz targets share.  One program has them all; choose.c tells which is meant. */
#ifndef JIYAO_TESTS_FUZZ_H
#define JIYAO_TESTS_FUZZ_H

#include <jiyao/jiyao.h>
#include <stdint.h>

/* What a fuzzer calls. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct fuzz_target {
	const char *name;		/* NULL: that of a plugin */
	void (*begin)(void);		/* once, before the first input; or NULL */
	void (*run)(struct jy_bytes in);
};
extern const struct fuzz_target fuzz_ledger, fuzz_lines, fuzz_options, fuzz_reader, fuzz_record,
    fuzz_words;

/* reader.c: has fuzz_reader run the plugin NAME; false: there is none, or it does not read. */
bool fuzz_reads(const char *name);

/* All plugins of $JIYAO_PLUGIN_PATH, loaded before the first input: what is loaded later is not
 * counted by a fuzzer. */
struct jy_host *fuzz_host(void);

/* Stops, and says so, where a promise is broken. */
void fuzz_must(bool holds, const char *promise);

/* Takes the messages of the program, see messages_to. */
void fuzz_hear(void *with, const struct jy_message *message);

/* IN through the reader, and what comes of it through every writer.  What has been read must add up,
 * and what has failed must say why. */
void fuzz_convert(const struct jy_plugin *reader, struct jy_bytes in);

#endif
