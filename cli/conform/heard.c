/* What the plugin and its libraries print in a child: nothing, by the contract. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab.h"

enum { TAIL = 4096 };			/* bytes of which the last line is looked for */

static int said = -1;

int
heard_open(void)
{
	return said = scratch_file();
}

void
heard_begin(void)
{
	empty_file(said);
}

bool
heard_line(char *line, size_t size)
{
	char text[TAIL + 1], *from = text, *summary;
	off_t all = lseek(said, 0, SEEK_END), skip = all > TAIL ? all - TAIL : 0;
	ssize_t n = pread(said, text, TAIL, skip);

	*line = '\0';
	if (n <= 0)
		return false;
	while (n > 0 && text[n - 1] == '\n')
		n--;
	text[n] = '\0';
	if (strrchr(text, '\n'))
		from = strrchr(text, '\n') + 1;
	summary = strstr(text, "SUMMARY: ");
	from = summary ? summary : from;
	snprintf(line, size, "%.*s", (int)strcspn(from, "\n"), from);
	return true;
}

bool
lab_heard(char *line, size_t size)
{
	fflush(stdout);
	if (lseek(said, 0, SEEK_END) <= 0)
		return false;
	heard_line(line, size);
	heard_begin();
	return true;
}
