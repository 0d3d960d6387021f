/*
 * What stands between a hostile input and the caller of `convert` and `verify`, who have no child to
 * lose: limits of time and memory, and a last word of a reader that crashes, or ends the program.
 *
 * The words are made before the first byte is looked at.  After a crash nothing can be trusted, so the
 * handler only removes what is staged, writes them and leaves.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

#include "batch/inside.h"
#include "cli.h"

enum { STACK = 65536 };		/* of the handler: a reader may have used up its own */

static struct { char *slow, *large, *crashed; size_t sixteenth; } last_words;
static bool reading;

static _Noreturn void
leave(const char *words, int status)
{
	outputs_drop();
	if (write(STDERR_FILENO, words, strlen(words)) < 0)
		_exit(status);		/* nobody listens */
	_exit(status);
}

/* Libraries that get no memory give up as if they had crashed: but then there is little left. */
static bool
is_memory_short(void)
{
	return last_words.sixteenth
	    && mmap(NULL, last_words.sixteenth, PROT_NONE,
		   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
	    == MAP_FAILED;
}

static void
give_up(int number)
{
	if (number == SIGPROF)
		leave(last_words.slow, EX_TEMPFAIL);
	if (is_memory_short())
		leave(last_words.large, EX_TEMPFAIL);
	leave(last_words.crashed, EX_SOFTWARE);
}

/* There are libraries that end the program when they give up, and not by a signal. */
static void
give_up_at_exit(void)
{
	if (reading)
		leave(last_words.crashed, EX_SOFTWARE);
}

static void
prepare_words(const struct job *job)
{
	last_words.slow = complaint(job->path, "timeout",
	    N_("it takes more than %ld seconds of the "
	       "processor: --time= allows another number"),
	    job->seconds);
	last_words.large = complaint(job->path, "memory",
	    N_("it takes more memory than %ld MiB: "
	       "--memory= allows another number"),
	    job->mebibytes);
	last_words.crashed = complaint(job->path, "crashed",
	    N_("its reader crashed, which no input "
	       "should make it do: please report this"));
	last_words.sixteenth = limits_memory() ? (size_t)job->mebibytes << 16 : 0;
}

/* AddressSanitizer has words of its own for a crash. */
static void
watch_signals(void)
{
	static const int signals[] = {SIGPROF, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP};
	static char room[STACK];
	struct sigaction action = {.sa_handler = give_up, .sa_flags = SA_ONSTACK | SA_RESETHAND};

	sigaltstack(&(stack_t){.ss_sp = room, .ss_size = sizeof(room)}, NULL);
	for (size_t i = 0; i < (UNDER_ASAN ? 1 : sizeof(signals) / sizeof(*signals)); i++)
		sigaction(signals[i], &action, NULL);
}

int
guard_begin(const struct job *job)
{
	prepare_words(job);
	watch_signals();
	if (limits_set(0, job->mebibytes)
	    || setitimer(ITIMER_PROF, &(struct itimerval){.it_value.tv_sec = job->seconds}, NULL)
	    || atexit(give_up_at_exit))
		return complain(EX_OSERR, job->path, "limits", "its limits cannot be set");
	reading = true;
	return 0;
}

void
guard_end(void)
{
	reading = false;
	setitimer(ITIMER_PROF, &(struct itimerval){0}, NULL);
}
