/* What every unit test needs: the plugins, the fixtures, a call of a plugin, a main in TAP. */
#ifndef JIYAO_TESTS_SUPPORT_H
#define JIYAO_TESTS_SUPPORT_H

#include <check.h>
#include <jiyao/jiyao.h>

/* All plugins of $JIYAO_PLUGIN_PATH, opened once. */
struct jy_host *test_host(void);

/* A file below $JIYAO_FIXTURES (or "fixtures"); it lives until exit, and must be there. */
struct jy_bytes test_file(const char *path);

/* A task of that plugin, with option names and values up to a NULL; it reads what is no minutes, too,
 * for most tests give it a word or two. */
__attribute__((sentinel))
struct jy_task *test_task(const char *plugin, ...);

/* MINUTES as the plugin writes them, with options as above; the caller frees it. */
__attribute__((sentinel))
char *test_write(const char *plugin, const struct jy_minutes *minutes, ...);

/* Runs the suite, TAP on standard output; the exit status of the program. */
int test_main(Suite *suite);

#endif
