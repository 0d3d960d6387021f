/* The items of the agenda and their clauses, in one of ten habits of numbering. */
#include "shuffle.h"

const char *const body_names[BODIES] = {
	"一、（一）", "一、（一）1.", "一、1.（1）", "一、会议指出", "一、run-in", "一 alone", "unnumbered",
	"（一）1.", "1.", "议题一"
};

static const char *
make_title(struct document *d)
{
	switch (pick(d, 8)) {
	case 0: return fill(d, "听取$Q工作情况的汇报");
	case 1: return fill(d, "听取$O关于$Q有关情况的汇报");
	case 2: return fill(d, "传达学习全$L$Q工作会议精神");
	case 3: return fill(d, "研究$Q有关事项");
	case 4: return fill(d, "审议$D和$D");
	default: return fill(d, "审议$D");
	}
}

struct agenda
make_agenda(struct document *d)
{
	struct agenda agenda = {.count = 2 + (int)pick(d, 7)};

	for (int i = 0; i < agenda.count; i++)
		agenda.titles[i] = make_title(d);
	return agenda;
}

static const char *
make_sentences(struct document *d, unsigned n)
{
	const char *text = "";

	while (n--)
		text = say(d, "%s%s", text, fill(d, word_of(d, "sentences")));
	return text;
}

/* A paragraph, labelled or not, that the reader must find as one clause at that depth. */
static void
compose_clause(struct document *d, int depth, const char *label, const char *text)
{
	add(d, *label ? LABELLED : PROSE, "%s%s", label, loosen(d, text));
	know(d, &d->items, "clause %d|%s|%s", *label ? depth : 0, label, text);
}

static void
compose_item(struct document *d, const char *label, const char *title)
{
	add(d, HEADING, "%s%s", label, loosen(d, title));
	know(d, &d->items, "item|%s|%s", label, title);
}

static const char *
bracketed(struct document *d, int i)
{
	return say(d, "（%s）", numeral(d, i));
}

static void
compose_clauses(struct document *d)
{
	int count = 1 + (int)pick(d, 4);

	for (int i = 1; i <= count; i++) {
		compose_clause(d, 1, bracketed(d, i), make_sentences(d, 1 + pick(d, 4)));
		for (int j = 1; d->body == BODY_NESTED && i == count && j <= 3; j++)
			compose_clause(d, 2, say(d, "%d.", j), make_sentences(d, 1 + pick(d, 2)));
	}
}

/* 1. or 1、, and the last of them may have （1）. */
static void
compose_digits(struct document *d, const char *stop)
{
	int count = 2 + (int)pick(d, 3);

	for (int i = 1; i <= count; i++)
		compose_clause(d, 1, say(d, "%d%s", i, stop), make_sentences(d, 1 + pick(d, 3)));
	for (int i = 1; chance(d, 80) && d->body == BODY_ARABIC && i <= 2; i++)
		compose_clause(d, 2, say(d, "（%d）", i), make_sentences(d, 1));
}

/* 会议指出，… */
static const char *
make_speech(struct document *d)
{
	const char *verb = one_of(d, "指出|强调|要求|认为|明确");

	return say(d, "会议%s，%s", verb, make_sentences(d, 1 + pick(d, 4)));
}

static void
compose_prose(struct document *d)
{
	for (unsigned n = 1 + pick(d, 3); n; n--)
		compose_clause(d, 0, "", make_speech(d));
}

/* Topic and what was said of it in one paragraph. */
static void
compose_run_in(struct document *d, const char *label, const char *title)
{
	const char *topic = say(d, "会议%s。", title);
	const char *text = make_speech(d), *printed = loosen(d, topic);

	add(d, *label ? LABELLED : PROSE, "%s%s%s", label, printed, loosen(d, text));
	know(d, &d->items, "item|%s|%s", label, topic);
	know(d, &d->items, "clause 0||%s", text);
}

static void
compose_bare(struct document *d, const char *label, const char *title)
{
	const char *topic = say(d, "会议%s。", title);

	add(d, HEADING, "%s", label);
	add(d, PROSE, "%s", topic);
	know(d, &d->items, "item|%s|%s", label, topic);
	compose_prose(d);
}

static void
compose_any(struct document *d, const char *label, const char *title)
{
	compose_item(d, label, title);
	if (chance(d, 50))
		compose_prose(d);
	else
		compose_digits(d, ".");
}

static void
compose_one(struct document *d, int i, const char *title, const char *style)
{
	const char *han = numeral(d, i), *label = say(d, "%s、", han);

	switch (d->body) {
	case BODY_CLAUSES:
	case BODY_NESTED: compose_item(d, label, title); compose_clauses(d); break;
	case BODY_ARABIC: compose_item(d, label, title); compose_digits(d, style); break;
	case BODY_RUN_IN: compose_run_in(d, label, title); break;
	case BODY_BARE: compose_bare(d, han, title); break;
	case BODY_NONE: compose_run_in(d, "", title); break;
	case BODY_BRACKETED:
		compose_item(d, say(d, "（%s）", han), title);
		compose_digits(d, ".");
		break;
	case BODY_DIGITS:
		compose_item(d, say(d, "%d%s", i, style), title);
		compose_prose(d);
		break;
	case BODY_TOPICS:
		compose_any(d, say(d, style[0] == '.' ? "议题%s：" : "第%s项：", han), title);
		break;
	default: compose_item(d, label, title); compose_prose(d);
	}
}

void
compose_items(struct document *d, const struct agenda *agenda)
{
	const char *style = one_of(d, ".|、|．");

	for (int i = 0; i < agenda->count; i++)
		compose_one(d, i + 1, agenda->titles[i], style);
}
