/* What the fuzz targets share.  Each target is one file with LLVMFuzzerTestOneInput. */
#ifndef JIYAO_TESTS_FUZZ_H
#define JIYAO_TESTS_FUZZ_H

#include <jiyao/jiyao.h>
#include <stdint.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* All plugins of $JIYAO_PLUGIN_PATH, loaded before the first input: what is loaded later is not
 * counted by a fuzzer. */
struct jy_host *fuzz_host(void);

/* Stops, and says so, where a promise is broken. */
void fuzz_must(bool holds, const char *promise);

/* IN through the reader, and what comes of it through every writer.  What has been read must add up,
 * and what has failed must say why. */
void fuzz_convert(const struct jy_plugin *reader, struct jy_bytes in);

#endif
