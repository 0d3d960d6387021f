/* The steps of a batch, for the tests of its ledger; in a folder that goes after each test. */
#ifndef JIYAO_TESTS_STEPS_H
#define JIYAO_TESTS_STEPS_H

#include "../support.h"
#include "../../cli/batch/store.h"

#define HASH_A "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"	/* of "a" */
#define HASH_0 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"	/* of nothing */
#define GOOD "input\t" HASH_A "\t1\nreader\ttext\npages\t2\noutput\tjson\t3\t" HASH_0 "\n"
#define WARNING "message\twarning\t1\tlost-text\t云州市\n"
#define CHECK "check\twarning\tgap\t1\t7\t缺第三项\n"
#define DOCUMENT "document\t云州市人民政府\t会议纪要\t\t云府纪要〔2025〕2号\t云府纪要\t2025\t2\t常务会议\t" \
	"十五\t3\t2025-03-01\n"
#define PERSON "person\tchair\t甲乙丙\t\t市长\t1\t4\n"

/* Test cases: what is kept, what children tell, what breaks a ledger, what joins them. */
TCase *kept_tests(void);
TCase *record_tests(void);
TCase *broken_tests(void);
TCase *merge_tests(void);
TCase *case_of(const char *name);	/* an empty one */

void write_file(const char *path, const char *text);
/* The folder "out", with a ledger that has begun a run. */
struct ledger *begin(const char *recipe);
struct ledger *begin_shard(const char *recipe, const char *shard);
void list(struct ledger *, const char *path);
void list_as(struct ledger *, const char *path, int64_t size, int64_t mtime, const char *skipped);
void list_many(struct ledger *, int count);	/* 000000, 000001 … */
/* Plans; what is to be done, joined by spaces. */
const char *planned(struct ledger *, enum retry);
/* Makes its output, and puts its result: it must go well. */
void put(struct ledger *, const char *path, int status, const char *reason, const char *record);
int try_put(struct ledger *, const char *path, int status, const char *reason, const char *record);
/* Puts COUNT of them, as long as that goes: the status of the first that does not. */
int put_many(struct ledger *, int count, int *done);
void end(struct ledger *);
/* A whole run: of a to d good results, of e a failure. */
void run_five(void);
void assert_sums(struct ledger *, long in, long converted, long with_warnings, long failed,
    long skipped, long unchanged, long todo);
/* The first value that it gives, as text. */
const char *value(struct ledger *, const char *sql);
/* Calls WHAT in a process of its own; its exit status. */
int in_child(int (*what)(void));

#endif
