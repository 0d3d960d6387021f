/* The blocks of attendance: present, absent, attending, represented; and who records. */
#include "shuffle.h"

#include <string.h>

static void
compose_block(struct document *d, const char *label, const char *people)
{
	bool rows = strchr(people, '\n') != NULL;
	const char *strong = d->layout == LAYOUT_MARKDOWN && chance(d, 50) ? "**" : "";

	if (rows && chance(d, 50)) {
		add(d, ROWS, "%s%s%s%s", strong, label, d->colon[0] == ' ' ? "" : d->colon, strong);
		add(d, ROWS, "%s", people);
	} else {
		add(d, rows ? ROWS : PEOPLE, "%s%s%s%s%s", strong, label, d->colon, strong, people);
	}
}

static void
compose_absent(struct document *d)
{
	const char *text = "", *label = one_of(d, "请假|请 假|缺席|因事请假");
	bool offices = d->list < LIST_TITLED && chance(d, 30);	/* of all: 甲局乙、丙 would share one */

	for (unsigned i = 0, n = 1 + pick(d, 3); i < n; i++) {
		const char *name = make_name(d), *office = offices ? fill(d, "$O") : "";
		const char *note = one_of(d,
		    "||出差|学习|病假|公务外出|赴省参加会议|下乡调研|外出招商");

		meet(d, "absent", office, name, "", note);
		text = say(d, "%s%s%s%s", text, i ? "、" : "", office, name);
		if (*note)
			text = say(d, "%s（%s）", text, note);
	}
	add(d, PEOPLE, "%s%s%s", label, d->colon, text);
}

/* Organisations without names. */
static void
compose_represented(struct document *d)
{
	const char *text = "";

	for (unsigned i = 0, n = 1 + pick(d, 4); i < n; i++) {
		const char *office = fill(d, "$O");

		know(d, &d->people, "attending|%s|||representative", office);
		text = say(d, "%s%s%s", text, i ? "、" : "", office);
	}
	add(d, PROSE, "%s的代表", text);
}

/* By item. */
static void
compose_scoped(struct document *d, int count)
{
	add(d, ROWS, "列席：");
	add(d, PEOPLE, "第一议题：%s", make_delegates(d, "attending", 1 + count / 2));
	add(d, PEOPLE, "第二议题：%s", make_delegates(d, "attending", 1 + count / 2));
}

/* 副市长王莉、李强，市政府秘书长张涛 */
static const char *
make_leaders(struct document *d)
{
	const char *deputies = make_titled(d, "present", "", d->level->deputy, 1 + (int)pick(d, 5));

	return say(d, "%s，%s", deputies, make_senior(d, "present"));
}

void
compose_attendance(struct document *d)
{
	const char *present = one_of(d, "出席|出　席|出席人员|参加|参会人员|出 席");
	const char *attending = one_of(d, "列席|列　席|列席人员|列 席");
	int count = 2 + (int)pick(d, 24);

	if (d->list == LIST_TITLED)
		compose_block(d, present, make_leaders(d));
	else
		compose_block(d, present, make_names(d, "present", 1 + (int)pick(d, 12)));
	if (chance(d, 30))
		compose_absent(d);
	if (d->list == LIST_NAMES)
		compose_block(d, attending, make_names(d, "attending", count));
	else if ((d->list == LIST_COMMAS || d->list == LIST_GLUED) && chance(d, 15))
		compose_scoped(d, count);
	else
		compose_block(d, attending, make_delegates(d, "attending", count));
	if (chance(d, 15))
		compose_represented(d);
}

void
compose_recorder(struct document *d)
{
	const char *name = make_name(d);

	if (chance(d, 25))
		return;
	meet(d, "recorder", "", name, "", "");
	add(d, ROWS, "%s%s%s", one_of(d, "记录|记 录|记录人|记　录"),
	    strcmp(d->colon, "　") == 0 ? "　" : "：", print_name(d, name));
}
