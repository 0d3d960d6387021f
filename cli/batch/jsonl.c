/* JSON Lines: for every input a line, the minutes or why there are none. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"

/* A line that waits for those before it. */
struct waiting { struct waiting *next; long turn; char *text; size_t len; };

struct lines { bool ordered; long turn; struct waiting *first; size_t count; };

struct lines *
lines_new(bool ordered)
{
	struct lines *lines = must(calloc(1, sizeof(*lines)));

	lines->ordered = ordered;
	return lines;
}

size_t
lines_waiting(const struct lines *lines)
{
	return lines->count;
}

void
lines_free(struct lines *lines)
{
	while (lines && lines->first) {
		struct waiting *w = lines->first;

		lines->first = w->next;
		free(w->text);
		free(w);
	}
	free(lines);
}

/* The whole file, which is open; NULL and errno where it cannot be read. */
static char *
contents(int file, size_t *len)
{
	off_t size = lseek(file, 0, SEEK_END);
	char *text;

	if (size < 0)
		return NULL;
	text = must(malloc((size_t)size + 2));
	for (*len = 0; *len < (size_t)size;) {
		ssize_t n = pread(file, text + *len, (size_t)size - *len, (off_t)*len);

		if (n == 0 || (n < 0 && errno != EINTR)) {
			free(text);
			return NULL;
		}
		*len += n > 0 ? (size_t)n : 0;
	}
	return text;
}

static char *
failure(const char *name, const struct ending *end, size_t *len)
{
	char *text = NULL;
	FILE *out = must(open_memstream(&text, len));

	fputs("{\"schema\":\"" JY_SCHEMA "\",\"source\":{\"name\":", out);
	put_quoted(out, name);
	fputs("},\"error\":{\"code\":", out);
	put_quoted(out, end->reason);
	fputs(",\"message\":", out);
	put_quoted(out, end->sentence);
	fprintf(out, ",\"status\":%d}}", end->status);
	if (fclose(out))
		must(NULL);
	return text;
}

/* A line is one write where the pipe takes it whole, and never stays in a buffer. */
static int
print(char *text, size_t len)
{
	text[len++] = '\n';
	for (size_t done = 0; done < len;) {
		ssize_t n = write(STDOUT_FILENO, text + done, len - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)	/* who closed the pipe knows it: not a word */
			return errno == EPIPE ? EX_IOERR
					      : complain(EX_IOERR, standard_output, "output",
						  "it cannot be written: %m");
		done += (size_t)n;
	}
	return 0;
}

static void
keep(struct lines *lines, long turn, char *text, size_t len)
{
	struct waiting **at = &lines->first, *w = must(malloc(sizeof(*w)));

	while (*at && (*at)->turn < turn)
		at = &(*at)->next;
	*w = (struct waiting){*at, turn, text, len};
	*at = w;
	lines->count++;
}

static int
print_due(struct lines *lines)
{
	int status = 0;

	while (!status && lines->first && (!lines->ordered || lines->first->turn == lines->turn)) {
		struct waiting *w = lines->first;

		status = print(w->text, w->len);
		lines->first = w->next;
		lines->count--;
		lines->turn++;
		free(w->text);
		free(w);
	}
	return status;
}

int
put_line(struct lines *lines, const char *name, long turn, const struct ending *end, int file)
{
	size_t len = 0;
	char *text = end->status ? NULL : contents(file, &len);

	if (!end->status && !text)
		return complain(EX_OSERR, name, "output", "what was written cannot be read");
	if (!text)
		text = must(failure(name, end, &len));
	while (len && text[len - 1] == '\n')
		len--;
	text = must(realloc(text, len + 2));
	keep(lines, turn, text, len);
	return print_due(lines);
}
