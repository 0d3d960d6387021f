/* An archive of invented minutes. */
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../../cli/cli.h"
#include "archive.h"

int
report(const char *word, ...)
{
	char *argv[16] = {strdup("report")};
	int argc = 1, status;
	va_list words;

	va_start(words, word);
	for (; word; word = va_arg(words, const char *))
		argv[argc++] = strdup(word);
	va_end(words);
	optind = 0;
	status = command_report(argc, argv);
	while (argc)
		free(argv[--argc]);
	return status;
}

const char *
written(const char *name)
{
	static char text[1 << 20];
	char path[256];
	size_t n;
	FILE *file;

	snprintf(path, sizeof(path), "out/%s", name);
	file = fopen(path, "r");
	ck_assert_msg(file != NULL, "there is no %s", name);
	n = fread(text, 1, sizeof(text) - 1, file);
	fclose(file);
	text[n] = '\0';
	return text;
}

int
count_in(const char *name, const char *part)
{
	int count = 0;

	for (const char *s = written(name); (s = strstr(s, part)); s++)
		count++;
	return count;
}

struct ledger *
archive_begin(void)
{
	return begin("r");
}

void
archive_add(struct ledger *l, const char *path, const char *source)
{
	struct listed in = {path, source, NULL, 1000, 1000};

	ck_assert_int_eq(ledger_list(l, &in), 0);
}

void
archive_end(struct ledger *l)
{
	end(l);
}

const char *
minutes(const char *issuer, const char *number, const char *name, int session, const char *date,
    const char *people)
{
	static char text[8192];
	int year = 0, sequence = 0;
	char prefix[64] = "", digits[16] = "";

	if (*number)	/* 云府纪要/2025/2 */
		ck_assert_int_eq(sscanf(number, "%63[^/]/%d/%d", prefix, &year, &sequence), 3);
	if (session)
		snprintf(digits, sizeof(digits), "%d", session);
	snprintf(text, sizeof(text),
	    GOOD "document\t%s\t会议纪要\t%s会议纪要\t%s\t%s\t%d\t%d\t%s"
		 "\t\t%s\t%s\n%s",
	    issuer, issuer, number, prefix, year, sequence, name, digits, date, people);
	return text;
}
