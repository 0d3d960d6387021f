/* People: who chairs, who is there and who is not, who records, in one of seven habits. */
#include "shuffle.h"

#include <string.h>

const char *const list_names[LISTS] = {
	"office+name, blanks", "office+name, commas", "names sharing an office", "a line each",
	"two columns", "titles", "names only"
};

/* 王伟 → 王　伟 where the document pads names of two characters. */
const char *
print_name(struct document *d, const char *name)
{
	const size_t han = strlen("王");

	if (!d->padded || strlen(name) != 2 * han)
		return name;
	return say(d, "%.*s%s%s", (int)han, name, d->pad, name + han);
}

void
meet(struct document *d, const char *role, const char *office, const char *name, const char *title,
    const char *note)
{
	know(d, &d->people, "%s|%s|%s|%s|%s", role, office, name, title, note);
}

const char *
make_chair(struct document *d)
{
	const char *name = make_name(d), *title;

	if (chance(d, 30)) {
		title = one_of(d, say(d, "%s|代%s", d->level->chief, d->level->chief));
		meet(d, "chair", "", name, title, "");
		return say(d, "%s%s", name, title);
	}
	title = one_of(d, d->level->chairs);
	meet(d, "chair", "", name, title, "");
	return say(d, "%s%s", title, name);
}

const char *
make_chair_entry(struct document *d)
{
	const char *name = make_name(d), *title = one_of(d, d->level->chairs);

	switch (pick(d, 4)) {
	case 0:
		meet(d, "chair", "", name, "", "");
		return print_name(d, name);
	case 1:
		meet(d, "chair", "", name, title, "");
		return say(d, "%s%s%s", print_name(d, name), d->gap, title);
	case 2:
		meet(d, "chair", "", name, title, "");
		return say(d, "%s（%s）", name, title);
	default:
		meet(d, "chair", "", name, title, "");
		return say(d, "%s%s", title, name);
	}
}

/* One, or several who share a title: 副市长王莉、李强 */
const char *
make_titled(struct document *d, const char *role, const char *office, const char *title, int count)
{
	const char *text = say(d, "%s%s", office, title);

	for (int i = 0; i < count; i++) {
		const char *name = make_name(d);

		meet(d, role, office, name, title, "");
		text = say(d, "%s%s%s", text, i ? "、" : "", name);
	}
	return text;
}

const char *
make_senior(struct document *d, const char *role)
{
	const char *whole = one_of(d, d->level->seniors);
	static const char *const offices[] = {"省政府", "市政府办公室", "市政府", "市人大常委会",
	    "市政协", "县政府办公室", "县人大常委会", "县政协", "区政府办公室", "区人大常委会",
	    "区政协", "镇人大", "镇纪委"};

	for (size_t i = 0; i < sizeof(offices) / sizeof(*offices); i++)
		if (strncmp(whole, offices[i], strlen(offices[i])) == 0)
			return make_titled(d, role, offices[i], whole + strlen(offices[i]), 1);
	return make_titled(d, role, "", d->level->deputy, 1);
}

const char *
make_company(struct document *d)
{
	const char *deputies = make_titled(d, "present", "", d->level->deputy, 1 + (int)pick(d, 4));
	const char *senior = chance(d, 50) ? say(d, "，%s", make_senior(d, "present")) : "";
	const char *others = one_of(d,
	    "|各有关部门主要负责人列席会议。|各有关单位负责同志列席会议。");

	return say(d, "%s%s出席会议。%s", deputies, senior, others);
}

const char *
make_names(struct document *d, const char *role, int count)
{
	const char *text = "", *between = d->list == LIST_COMMAS ? "、" : d->gap;
	bool padded = d->padded;

	if (d->list == LIST_COMMAS)
		d->padded = false;
	for (int i = 0; i < count; i++) {
		const char *name = make_name(d);

		meet(d, role, "", name, "", "");
		text = say(d, "%s%s%s", text, i ? between : "", print_name(d, name));
	}
	d->padded = padded;
	return text;
}

/* An organisation of its own level, with who came for it. */
static const char *
make_delegate(struct document *d, const char *role, const char *between)
{
	const char *office = fill(d, "$O"), *name = make_name(d), *text;

	meet(d, role, office, name, "", "");
	text = d->list == LIST_COMMAS ? name : print_name(d, name);
	text = say(d, "%s%s%s", office, between, text);
	if (d->list != LIST_SHARED || chance(d, 70))
		return text;
	name = make_name(d);
	meet(d, role, office, name, "", "");
	return say(d, "%s、%s", text, name);
}

static const char *
make_office_title(struct document *d, const char *role)
{
	static const struct { const char *end, *titles; } kinds[] = {
		{"局", "局长|副局长"}, {"发改委", "主任|副主任"}, {"卫健委", "主任|副主任"}, {"办公室", "主任|副主任"},
		{"中心", "主任|副主任"}, {"部", "部长|副部长"}, {"集团", "董事长|总经理"}, {"公司", "董事长|总经理|副总经理"},
		{"县", "县长|副县长"}, {"开发区", "主任"}, {"新区", "主任|副主任"}, {"镇", "镇长|副镇长"},
		{"科", "科长|副科长"}, {"支队", "支队长|政委"}, {"院", "院长|副院长"}, {"所", "所长"}, {"站", "站长"}
	};

	for (;;) {
		const char *office = fill(d, "$O");

		for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
			size_t n = strlen(kinds[i].end), len = strlen(office);

			if (len >= n && strcmp(office + len - n, kinds[i].end) == 0)
				return make_titled(d, role, office, one_of(d, kinds[i].titles), 1);
		}
	}
}

/* What brings the second column to where it stands in every line. */
static const char *
column_gap(struct document *d, const char *one)
{
	int width = 36;

	for (; *one; one++)
		if ((unsigned char)*one < 0x80)
			width--;
		else if ((unsigned char)*one >= 0xC0)
			width -= 2;
	return say(d, "%*s", width < 4 ? 4 : width, "");
}

/* What stands before the next person; ONE is the entry before. */
static const char *
part(struct document *d, int i, const char *one)
{
	switch (d->list) {
	case LIST_ROWS: return "\n";
	case LIST_COLUMNS: return i % 2 ? column_gap(d, one) : "\n";
	case LIST_COMMAS:
	case LIST_TITLED: return d->comma;
	default: return d->gap;
	}
}

/* Everybody of a block with offices, as one text; its lines stay as they are in rows. */
const char *
make_delegates(struct document *d, const char *role, int count)
{
	bool rows = d->list == LIST_ROWS || d->list == LIST_COLUMNS;
	const char *text = "", *one = "", *gap = rows ? one_of(d, " |  |　|　　") : "";

	for (int i = 0; i < count; i++) {
		const char *between = i ? part(d, i, one) : "";

		one = d->list == LIST_TITLED ? make_office_title(d, role)
					     : make_delegate(d, role, gap);
		text = say(d, "%s%s%s", text, between, one);
	}
	return !rows && strstr(text, "、") && chance(d, 30) ? say(d, "%s。", text) : text;
}
