/* A child from outside: it is started, listened to, watched, and its end is waited for. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "inside.h"

enum { FIRST_ROOM = 16 * 1024 };	/* bytes */

static void
close_both(const int ends[2])
{
	close(ends[0]);
	close(ends[1]);
}

/* Pipes of which neither end is waited for; the child's record apart: it must not lose a line. */
static int
open_pipes(int record[2], int said[2])
{
	if (pipe2(record, O_CLOEXEC))
		return -1;
	if (pipe2(said, O_CLOEXEC | O_NONBLOCK)) {
		close_both(record);
		return -1;
	}
	fcntl(record[0], F_SETFL, O_NONBLOCK);
	return 0;
}

static void
begin_watch(struct child *c, const struct recipe *recipe)
{
	clock_gettime(CLOCK_MONOTONIC, &c->began);
	c->deadline = c->began;
	c->deadline.tv_sec += recipe->seconds;
	c->seconds = recipe->seconds;
	c->mebibytes = recipe->mebibytes;
}

/* The files that the command line names, for those options that take one; to be freed. */
static const char **
files_of(const struct recipe *recipe)
{
	const struct job *job = recipe->job;
	const char **files;
	size_t count = 2, n = 0;

	for (const struct setting *s = job->settings; s; s = s->next)
		count++;
	files = must(calloc(count, sizeof(*files)));
	if (job->lexicon)
		files[n++] = job->lexicon;
	for (const struct setting *s = job->settings; s; s = s->next)
		if (path_in(recipe->host, s))
			files[n++] = s->value;
	return files;
}

/* Made once: all children of a job may read the same. */
static int
prepare(const struct recipe *recipe, int *sandbox)
{
	static const struct job *prepared;
	static int made = -1;
	const char **files;
	int failed;

	if (prepared != recipe->job) {
		if (made >= 0)
			close(made);
		prepared = NULL;
		death_prepare();
		files = files_of(recipe);
		failed = sandbox_prepare(&made, files);
		free(files);
		if (failed)
			return -1;
		prepared = recipe->job;
	}
	*sandbox = made;
	return 0;
}

int
child_start(struct child *c, const struct recipe *recipe, const struct task *task)
{
	int record[2], said[2], sandbox;
	pid_t self = getpid();

	*c = (struct child){.record = -1, .said = -1, .pid = -1};
	if (prepare(recipe, &sandbox) || open_pipes(record, said))
		return -1;
	begin_watch(c, recipe);
	c->pid = fork();
	if (c->pid == 0) {
		setpgid(0, 0);
		work_inside(recipe, task, self, &(struct ends){record[1], said[1], sandbox});
	}
	close(record[1]);
	close(said[1]);
	c->record = record[0];
	c->said = said[0];
	if (c->pid < 0) {
		int error = errno;

		close(c->record);
		close(c->said);
		errno = error;
		return -1;
	}
	setpgid(c->pid, c->pid);	/* as it does itself: who is first, we do not know */
	return 0;
}

void
child_kill(struct child *c)
{
	kill(-c->pid, SIGKILL);
	kill(c->pid, SIGKILL);
}

/* Keeps the last line: of each, as much as there is room for. */
static void
hear(struct child *c, const char *s, size_t n)
{
	for (; n > 0; s++, n--) {
		if (*s == '\n') {
			c->line_ended = true;
			continue;
		}
		if (c->line_ended)
			c->heard = 0;
		c->line_ended = false;
		if (c->heard < sizeof(c->complaint) - 1)
			c->complaint[c->heard++] = (unsigned char)*s < ' ' ? ' ' : *s;
		c->complaint[c->heard] = '\0';
	}
}

static void
listen_to_libraries(struct child *c)
{
	char bytes[4096];
	ssize_t n;

	/* At a time as much as a pipe holds: who talks faster is not heard to the end. */
	for (int i = 0; i < 16 && (n = read(c->said, bytes, sizeof(bytes))) > 0; i++)
		hear(c, bytes, (size_t)n);
}

static void
make_room(struct child *c)
{
	if (c->len + 1 < c->room)
		return;
	c->room = c->room ? c->room * 2 : FIRST_ROOM;
	c->text = must(realloc(c->text, c->room));
}

bool
child_listen(struct child *c)
{
	ssize_t n;

	listen_to_libraries(c);
	while (c->record >= 0 && !c->overfull) {
		make_room(c);
		n = read(c->record, c->text + c->len, c->room - c->len - 1);
		if (n > 0)
			c->len += (size_t)n;
		else
			return n == 0 || (errno != EAGAIN && errno != EINTR);
		if (c->len > RECORD_LIMIT) {
			c->overfull = true;
			child_kill(c);
		}
	}
	return true;
}

void
child_check(struct child *c, struct timespec now)
{
	listen_to_libraries(c);
	if (now.tv_sec < c->deadline.tv_sec
	    || (now.tv_sec == c->deadline.tv_sec && now.tv_nsec < c->deadline.tv_nsec)
	    || c->overdue)
		return;
	c->overdue = true;
	child_kill(c);
}

/* Is it a zombie?  Until it is waited for, no other process can have its number. */
static bool
has_ended(const struct child *c)
{
	siginfo_t info = {0};

	return waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid;
}

/* It has closed its record, and so is at its end; or it pretends to be. */
static int
wait_for(struct child *c, struct rusage *usage)
{
	struct timespec moment = {.tv_nsec = 50000};
	double patience = 1;
	int status = 0;

	while (!has_ended(c) && patience > 0) {
		nanosleep(&moment, NULL);
		patience -= (double)moment.tv_nsec / 1e9;
		moment.tv_nsec = moment.tv_nsec < 10000000 ? moment.tv_nsec * 2 : moment.tv_nsec;
	}
	c->mute = patience <= 0 && !c->overdue && !c->overfull;
	child_kill(c);		/* with whom it may have left behind, where nothing forbade it */
	while (wait4(c->pid, &status, 0, usage) < 0 && errno == EINTR)
		;
	return status;
}

static double
seconds_since(struct timespec then)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - then.tv_sec) + (double)(now.tv_nsec - then.tv_nsec) / 1e9;
}

static double
seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

struct ending
child_end(struct child *c)
{
	struct rusage usage = {0};
	struct ending end;
	int status;

	child_listen(c);
	status = wait_for(c, &usage);
	child_listen(c);
	close(c->record);
	close(c->said);
	make_room(c);
	c->text[c->len] = '\0';
	end = ending_of(c, status, &usage);
	end.seconds = seconds_since(c->began);
	end.processor = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
	end.kibibytes = usage.ru_maxrss;
	end.record = c->text;
	*c = (struct child){.record = -1, .said = -1, .pid = -1};
	return end;
}
