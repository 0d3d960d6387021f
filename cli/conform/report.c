/* The report: TAP, a line a rule, and after one that was broken what is wrong and what to do. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "conform.h"

enum { SHOWN = 5 };			/* faults of one rule */

static struct faults { char *texts[SHOWN]; long count; } faults[RULES];
static int lines, broken;

void
report_begin(const struct trial *t)
{
	printf("# jiyao-conform %s of the plugin %s, --seed=%lu\n", jy_version(), t->name, t->seed);
}

bool
has_faults(enum rule rule)
{
	return faults[rule].count > 0;
}

void
report_fault(enum rule rule, const char *text)
{
	struct faults *f = &faults[rule];

	for (long i = 0; i < f->count && i < SHOWN; i++)
		if (strcmp(f->texts[i], text) == 0)
			return;
	if (f->count < SHOWN)
		f->texts[f->count] = must(strdup(text));
	f->count++;
}

void
report_remark(const char *format, ...)
{
	va_list args;

	fputs("# ", stdout);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
}

/* What is watched over in all calls is known when all have been made. */
bool
is_wanted(const struct trial *t, enum rule rule)
{
	return !t->only || rule == LOADS || rule == TAKES || strcmp(t->only, rules[rule].name) == 0
	    || strcmp(t->only, rules[SPEAKS].name) == 0 || strcmp(t->only, rules[QUIET].name) == 0
	    || strcmp(t->only, rules[LEAVES].name) == 0;
}

static bool
is_asked_for(const struct trial *t, enum rule rule)
{
	return !t->only || strcmp(t->only, rules[rule].name) == 0;
}

static void
show(enum rule rule)
{
	const struct faults *f = &faults[rule];

	for (long i = 0; i < f->count && i < SHOWN; i++) {
		fputs("# ", stdout);
		put_harmless(stdout, f->texts[i]);
		putchar('\n');
	}
	if (f->count > SHOWN)
		report_remark("... and %ld more", f->count - SHOWN);
	report_remark("What to do: %s; see \"%s\" in jiyao-plugin(7)", rules[rule].advice,
	    rules[rule].section);
}

/* What another loader would mind is no fault of the plugin's work: a warning. */
static bool
is_warning(enum rule rule)
{
	return rule == EXPORTS;
}

void
report_rule(const struct trial *t, enum rule rule)
{
	bool good = !faults[rule].count;

	if (!is_asked_for(t, rule))
		return;
	printf("%sok %d - %s: %s%s\n", good || is_warning(rule) ? "" : "not ", ++lines,
	    rules[rule].name, rules[rule].promise, good || !is_warning(rule) ? "" : " (warning)");
	if (!good)
		show(rule);
	broken += !good && !is_warning(rule);
	fflush(stdout);
}

void
report_skip(const struct trial *t, enum rule rule, const char *why)
{
	if (faults[rule].count)
		report_rule(t, rule);
	else if (is_asked_for(t, rule))
		printf("ok %d - %s: %s # SKIP %s\n", ++lines, rules[rule].name, rules[rule].promise,
		    why);
}

int
report_end(void)
{
	printf("1..%d\n", lines);
	return broken > 0;
}
