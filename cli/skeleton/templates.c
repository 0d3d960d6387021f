/*
 * The files of a new plugin, from templates, *.skel: @name@ and the like stand for words, and the lines
 * from @reader or @writer to @end are for a plugin that reads or writes.
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "skeleton.h"

static const struct template {
	const char *path;
	enum { ANY, READER, WRITER } is_for;
	const char *text;
} templates[] = {
	{"@name@.c", ANY,
#include "plugin.c.inc"
	},
	{"Makefile", ANY,
#include "Makefile.inc"
	},
	{"README.md", ANY,
#include "README.md.inc"
	},
	{"jiyao-@name@.5", ANY,
#include "manual.5.inc"
	},
	{".gitignore", ANY,
#include "gitignore.inc"
	},
	{"samples/minutes.@name@", READER,
#include "sample.inc"
	},
	{"expected/minutes.@name@.md", READER,
#include "read.md.inc"
	},
	{"samples/plain.txt", WRITER,
#include "plain.txt.inc"
	},
	{"expected/plain.txt.@name@", WRITER,
#include "written.inc"
	},
};

static void
put_day(FILE *to)
{
	time_t now = time(NULL);
	struct tm here = {0};
	char day[64];

	localtime_r(&now, &here);
	strftime(day, sizeof(day), "%B %d, %Y", &here);
	fputs(day, to);
}

/* What stands for WORD: the name, as it is, as an identifier of C and in capitals; the day, as manual
 * pages have it. */
static void
put_word(FILE *to, const struct skeleton *s, const char *word)
{
	if (strncmp(word, "date@", 5) == 0)
		put_day(to);
	else if (strncmp(word, "name@", 5) == 0)
		fputs(s->name, to);
	else
		for (const char *c = s->name; *c; c++)
			putc(*word == 'N' ? toupper((unsigned char)*c) : *c == '-' ? '_' : *c, to);
}

/* A word stands between two @; an @ alone, as in $@ of make, is itself. */
static void
put_line(FILE *to, const struct skeleton *s, const char *text, size_t len)
{
	static const char *const words[] = {"@name@", "@NAME@", "@id@", "@date@"};

	for (const char *end = text + len; text < end;) {
		size_t n = 0;

		for (size_t i = 0; i < sizeof(words) / sizeof(*words) && !n; i++)
			if (strncmp(text, words[i], strlen(words[i])) == 0)
				n = strlen(words[i]);
		if (n)
			put_word(to, s, text + 1);
		else
			putc(*text, to);
		text += n ? n : 1;
	}
}

static bool
is_line(const char *line, const char *word)
{
	size_t len = strlen(word);

	return strncmp(line, word, len) == 0 && line[len] == '\n';
}

static void
put_text(FILE *to, const struct skeleton *s, const char *text)
{
	bool wanted = true;

	for (size_t len; *text; text += len) {
		len = strcspn(text, "\n") + 1;
		if (is_line(text, "@reader"))
			wanted = s->reader;
		else if (is_line(text, "@writer"))
			wanted = s->writer;
		else if (is_line(text, "@end"))
			wanted = true;
		else if (wanted)
			put_line(to, s, text, len);
	}
}

/* The path's words are replaced as the text's are. */
static void
put_path(char **path, const struct skeleton *s, const char *folder, const char *name)
{
	size_t len;
	FILE *to = must(open_memstream(path, &len));

	fprintf(to, "%s/", folder);
	put_line(to, s, name, strlen(name));
	if (fclose(to))
		must(NULL);
}

/* The file, and the folder of samples when the first of them comes. */
static int
put_file(const struct skeleton *s, char *path, const char *text)
{
	char *slash = strrchr(path, '/');
	FILE *to;
	int failed;

	*slash = '\0';
	failed = mkdir(path, 0777) && errno != EEXIST;
	*slash = '/';
	to = failed ? NULL : fopen(path, "wxe");
	if (!to)
		return -1;
	put_text(to, s, text);
	failed = ferror(to);
	return fclose(to) || failed ? -1 : 0;
}

int
put_templates(const struct skeleton *s, const char *folder)
{
	for (const struct template *t = templates;
	     t < templates + sizeof(templates) / sizeof(*templates); t++) {
		char *path = NULL;
		int failed;

		if ((t->is_for == READER && !s->reader) || (t->is_for == WRITER && !s->writer))
			continue;
		put_path(&path, s, folder, t->path);
		failed = put_file(s, path, t->text);
		free(path);
		if (failed)
			return -1;
	}
	return 0;
}
