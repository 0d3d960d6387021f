/* What happens in a child, and how its end is understood: the parts of child.c. */
#ifndef JIYAO_INSIDE_H
#define JIYAO_INSIDE_H

#include <sys/resource.h>

#include "child.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_ASAN 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define UNDER_ASAN 1
#endif
#ifndef UNDER_ASAN
#define UNDER_ASAN 0
#endif

/* inside.c: converts and ends.  Its record goes to RECORD, what libraries say to SAID; PARENT is who
 * started it. */
_Noreturn void work_inside(const struct recipe *, const struct task *, pid_t parent, int record,
    int said);

/* limits.c: of processor time, memory and files, for this process and for ever; 0, or -1 and errno. */
int limits_set(long seconds, long mebibytes);
/* Memory cannot be limited under AddressSanitizer, which maps terabytes. */
bool limits_memory(void);

/* sandbox.c: from here on only what is open, the FILES (ended by NULL), and what is listed there, can
 * be read; nothing else can be written, run or reached.  What the kernel cannot do is left out. 0, or
 * -1 and errno. */
int sandbox_enter(const char *const *files);

/* filter.c: the half of it that is about system calls; 0, or -1 and errno. */
int filter_enter(void);
bool filter_works(void);

/* ending.c: how it ended; all but the times, the memory and the record are filled in.  The record's end
 * line is cut off; the reason may stand behind it, in the same memory. */
struct ending ending_of(struct child *, int wait_status, const struct rusage *);

/* death.c: the same of one that gave no account of itself.  death_prepare is asked before the first
 * child is begun. */
struct evidence { const struct child *child; int status; const struct rusage *usage; };
struct ending death_of(const struct evidence *);
void death_prepare(void);

/* hash.c: SHA-256 in hexadecimal digits. */
struct digest { char hex[65]; };
struct digest digest_of(struct jy_bytes);
bool digest_of_file(int fd, struct digest *);	/* of what is still to read; false: it cannot be */

#endif
