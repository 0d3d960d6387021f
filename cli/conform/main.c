/* The program jiyao-conform: asks rule after rule. */
#include "conform.h"

/* What is true of a plugin is found out in a child; it is loaded here only when most is known. */
static bool
begin(struct trial *t)
{
	struct jy_bytes facts;

	if (!lab_run(LOADS, t, try_loading, NULL) || has_faults(LOADS))
		return false;
	facts = lab_product();
	if (facts.size < 3)
		return false;
	t->reads = facts.at[0];
	t->writes = facts.at[1];
	t->appends = facts.at[2];
	return true;
}

static void
find_readers(struct trial *t)
{
	struct jy_bytes taken;

	if (!lab_run(TAKES, t, try_taking, NULL))
		return;
	taken = lab_product();
	for (size_t i = 0; i < t->count && i < taken.size; i++)
		t->samples[i].own = taken.at[i];
	if (t->reads && !t->count)
		report_fault(TAKES, "no sample was given");
}

static size_t
count_own(const struct trial *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->count; i++)
		n += t->samples[i].own;
	return n;
}

/* WORK for every sample that the plugin reads; false: it has said of none that it can be done. */
static bool
try_each(enum rule rule, const struct trial *t, void (*work)(const struct trial *, const void *))
{
	bool told = false;

	for (size_t i = 0; i < t->count; i++)
		if (t->samples[i].own && lab_run(rule, t, work, &t->samples[i])) {
			struct jy_bytes said = lab_product();

			told = told || (said.size && said.at[0]);
		}
	return told;
}

static void
ask(enum rule rule, const struct trial *t, void (*work)(const struct trial *, const void *))
{
	lab_run(rule, t, work, NULL);
	report_rule(t, rule);
}

/* Under a sanitizer, time and memory tell nothing of the plugin. */
static void
ask_of_growth(enum rule rule, const struct trial *t)
{
	if (lab_is_slow())
		report_skip(t, rule, "a sanitizer or valgrind takes its own time");
	else if (rule == WRITE_GROWTH)
		ask(rule, t, try_write_growth);
	else if (try_each(rule, t, try_read_growth) || has_faults(rule))
		report_rule(t, rule);
	else
		report_skip(t, rule, "more of a sample gives no more text: see --grow");
}

static void
ask_reader(const struct trial *t)
{
	static const enum rule each[] = {CUT, DAMAGED, READ_OPTIONS};
	static void (*const work[])(const struct trial *, const void *) = {
		try_cuts, try_damages, try_read_options};

	ask(PROBE, t, try_probe);
	ask(READS, t, try_reading);
	for (size_t i = 0; i < sizeof(each) / sizeof(*each); i++) {
		try_each(each[i], t, work[i]);
		report_rule(t, each[i]);
	}
	ask_of_growth(READ_GROWTH, t);
}

static void
ask_both(const struct trial *t)
{
	if (!t->plugin->read)
		report_skip(t, ROUND_TRIP, "it does not read");
	else if (t->plugin->lossy)
		report_skip(t, ROUND_TRIP, "it says what is lost");
	else
		ask(ROUND_TRIP, t, try_round_trip);
}

static void
ask_writer(const struct trial *t)
{
	ask(WRITES, t, try_writing);
	ask(WRITE_OPTIONS, t, try_write_options);
	ask_of_growth(WRITE_GROWTH, t);
	ask_both(t);
	if (t->appends)
		ask(APPENDS, t, try_appending);
	else
		report_skip(t, APPENDS, "it does not append");
}

static void
skip_all(const struct trial *t, enum rule from, enum rule to, const char *why)
{
	for (enum rule rule = from; rule <= to; rule++)
		report_skip(t, rule, why);
}

static void
ask_of_memory(const struct trial *t)
{
	if (!leaks_are_seen()) {
		report_skip(t, FREES, "valgrind --leak-check=full tells it better");
		return;
	}
	if (count_own(t))
		try_each(FREES, t, try_freeing);
	else
		lab_run(FREES, t, try_freeing, NULL);
	report_rule(t, FREES);
}

static void
ask_all(struct trial *t)
{
	find_readers(t);
	try_same(t);
	lab_run(EXPORTS, t, try_exports, NULL);
	t->plugin = load(t);		/* from here on it is there in every child */
	report_rule(t, EXPORTS);
	ask(DESCRIBES, t, try_describing);
	ask(OPTIONS, t, try_options);
	report_rule(t, TAKES);
	report_rule(t, SAME);
	if (count_own(t))
		ask_reader(t);
	else
		skip_all(t, PROBE, READ_GROWTH, t->reads ? "there is no sample of it" :
		    "it does not read");
	if (t->writes)
		ask_writer(t);
	else
		skip_all(t, WRITES, APPENDS, "it does not write");
	ask_of_memory(t);
	for (enum rule rule = SPEAKS; rule <= LEAVES; rule++)
		report_rule(t, rule);
}

static void
run(struct trial *t)
{
	bool loads;

	report_begin(t);
	lab_open(t);
	loads = begin(t);
	report_rule(t, LOADS);
	if (loads)
		ask_all(t);
	else
		skip_all(t, LOADS + 1, RULES - 1, "it does not load");
	lab_close();
}

int
main(int argc, char **argv)
{
	bool done = false;
	struct trial t;
	int status;

	jy_speak();		/* the usage and complaints; the report is TAP, for programs */
	status = parse_conform(&t, argc, argv, &done);
	if (!status && !done) {
		run(&t);
		status = report_end();
	}
	end_trial(&t);
	return status;
}
