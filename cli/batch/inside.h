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

/* inside.c: converts and ends.  PARENT is who started it. */
struct ends {
	int record, said;	/* where its record goes, and what libraries say */
	int sandbox;		/* of sandbox_prepare */
};
_Noreturn void work_inside(const struct recipe *, const struct task *, pid_t parent,
    const struct ends *);

/* leave.c: gives up what is its parent's, but for ENDS and the outputs of the job; 0, or -1. */
int leave_parent(pid_t parent, const struct job *, const int *outputs, const struct ends *);

/* limits.c: of processor time, memory and files, for this process, for ever; 0, or -1 and errno. */
int limits_set(long seconds, long mebibytes);
/* Memory cannot be limited under AddressSanitizer, which maps terabytes. */
bool limits_memory(void);

/* sandbox.c.  In the parent: makes what children enter, in which the FILES (ended by NULL) can be
 * read beside what is listed there; a descriptor, or -1 where files cannot be kept from them.  0,
 * or -1 and errno. */
int sandbox_prepare(int *sandbox, const char *const *files);
/* In the child: from here on only what is open, and what can be read there, is left; nothing else
 * can be written, run or reached.  What the kernel cannot do is left out.  0, or -1 and errno. */
int sandbox_enter(int sandbox);

/* filter.c: the half of it that is about system calls; the same. */
int filter_prepare(void);
int filter_enter(void);
bool filter_works(void);

/* ending.c: how it ended; all but the times, the memory and the record are filled in.  The record's
 * end line is cut off; the reason may stand behind it, in the same memory. */
struct ending ending_of(struct child *, int wait_status, const struct rusage *);

/* death.c: the same of one that gave no account of itself.  death_prepare is asked before the first
 * child is begun. */
struct evidence { const struct child *child; int status; const struct rusage *usage; };
struct ending death_of(const struct evidence *);
void death_prepare(void);
const char *signal_name(int number);	/* SIGSEGV; until it is asked again */

/* hash.c: SHA-256 in hexadecimal digits. */
struct digest { char hex[65]; };
struct digest digest_of(struct jy_bytes);
bool digest_of_file(int fd, struct digest *);	/* of what is still to read; false: it cannot be */

#endif
