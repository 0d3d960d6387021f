/* The model as a table: name by name what model.h declares, in the order of the JSON contract. */
#include <string.h>

#include <jiyao/model.h>

#define TEXT(s, f)	{.name = #f, .kind = JY_TEXT, .offset = offsetof(struct s, f)}
#define WORD(s, f, w)	{.name = #f, .kind = JY_TEXT, .offset = offsetof(struct s, f), .words = w}
#define COUNT(s, f)	{.name = #f, .kind = JY_COUNT, .offset = offsetof(struct s, f)}
#define ORDINAL(s, f)	{.name = #f, .kind = JY_ORDINAL, .offset = offsetof(struct s, f)}
#define FLAG(s, f)	{.name = #f, .kind = JY_FLAG, .offset = offsetof(struct s, f)}
#define AT(s)		{.name = "at", .kind = JY_PLACE, .offset = offsetof(struct s, at)}
#define TEXTS(s, f, e)	{.name = #f, .kind = JY_TEXTS, .offset = offsetof(struct s, f), .each = e}
#define OBJECT(s, f, of) \
	{.name = #f, .kind = JY_OBJECT, .offset = offsetof(struct s, f), .shape = &of}
#define LIST(s, f, of, e) \
	{.name = #f, .kind = JY_LIST, .offset = offsetof(struct s, f), .shape = &of, .each = e}
#define SHAPE(n, s, ...) \
	static const struct jy_field n##_fields[] = {__VA_ARGS__, {0}}; \
	static const struct jy_shape n = {#n, n##_fields, sizeof(struct s)}

SHAPE(generator, jy_generator, TEXT(jy_generator, name), TEXT(jy_generator, version));
SHAPE(metadata, jy_metadata, TEXT(jy_metadata, title), TEXT(jy_metadata, author),
    TEXT(jy_metadata, producer), TEXT(jy_metadata, created), TEXT(jy_metadata, modified));
SHAPE(ocr_line, jy_ocr_line, AT(jy_ocr_line));
SHAPE(ocr, jy_ocr, TEXT(jy_ocr, engine), TEXT(jy_ocr, language), ORDINAL(jy_ocr, confidence),
    LIST(jy_ocr, lines, ocr_line, "line"));
SHAPE(source, jy_source, TEXT(jy_source, name), TEXT(jy_source, format), COUNT(jy_source, bytes),
    TEXT(jy_source, sha256), ORDINAL(jy_source, pages), TEXT(jy_source, encoding),
    OBJECT(jy_source, metadata, metadata), OBJECT(jy_source, ocr, ocr));

SHAPE(number, jy_number, TEXT(jy_number, text), TEXT(jy_number, prefix), ORDINAL(jy_number, year),
    ORDINAL(jy_number, sequence), AT(jy_number));
SHAPE(imprint, jy_imprint, TEXT(jy_imprint, by), TEXT(jy_imprint, date), AT(jy_imprint));
SHAPE(distribution, jy_distribution, TEXT(jy_distribution, label),
    TEXTS(jy_distribution, recipients, "recipient"), AT(jy_distribution));
/* Three views of struct jy_person: who presides or writes, who comes, who leads a task. */
SHAPE(official, jy_person, TEXT(jy_person, name), TEXT(jy_person, organization),
    TEXT(jy_person, title), AT(jy_person));
SHAPE(person, jy_person, TEXT(jy_person, name), TEXT(jy_person, organization),
    TEXT(jy_person, title), TEXT(jy_person, note), FLAG(jy_person, representative), AT(jy_person));
SHAPE(leader, jy_person, TEXT(jy_person, name), TEXT(jy_person, title));

SHAPE(document, jy_document, TEXT(jy_document, issuer), TEXT(jy_document, kind),
    TEXT(jy_document, title), FLAG(jy_document, title_supplied),
    OBJECT(jy_document, number, number), TEXT(jy_document, disclosure),
    OBJECT(jy_document, compiled, imprint), OBJECT(jy_document, issued, imprint),
    LIST(jy_document, distribution, distribution, "entry"), TEXT(jy_document, classification),
    TEXT(jy_document, urgency), TEXT(jy_document, copy),
    LIST(jy_document, signers, official, "signer"), AT(jy_document));

SHAPE(meeting, jy_meeting, TEXT(jy_meeting, name), TEXT(jy_meeting, term),
    ORDINAL(jy_meeting, session), TEXT(jy_meeting, date), TEXT(jy_meeting, period),
    TEXT(jy_meeting, place), LIST(jy_meeting, chairs, official, "chair"),
    LIST(jy_meeting, recorders, official, "recorder"), TEXT(jy_meeting, preamble),
    TEXT(jy_meeting, lead_in), AT(jy_meeting));
SHAPE(topic, jy_topic, TEXT(jy_topic, action), TEXTS(jy_topic, subjects, "subject"), AT(jy_topic));

static const struct jy_shape clause;
static const struct jy_field clause_fields[] = {
	TEXT(jy_clause, id), ORDINAL(jy_clause, ordinal), TEXT(jy_clause, label),
	TEXT(jy_clause, title), TEXT(jy_clause, text), LIST(jy_clause, clauses, clause, "clause"),
	AT(jy_clause), {0}
};
static const struct jy_shape clause = {"clause", clause_fields, sizeof(struct jy_clause)};
SHAPE(item, jy_item, TEXT(jy_item, id), ORDINAL(jy_item, ordinal), TEXT(jy_item, label),
    TEXT(jy_item, title), TEXT(jy_item, action), TEXTS(jy_item, documents, "document"),
    LIST(jy_item, clauses, clause, "clause"), AT(jy_item));
SHAPE(remark, jy_remark, TEXT(jy_remark, text), AT(jy_remark));
SHAPE(group, jy_group, WORD(jy_group, role, "present|attending|absent|invited|other"),
    TEXT(jy_group, label), TEXT(jy_group, scope), LIST(jy_group, people, person, "person"),
    AT(jy_group));

SHAPE(disposition, jy_disposition, TEXT(jy_disposition, text),
    WORD(jy_disposition, kind, "submit|issue|implement|report|other"), TEXT(jy_disposition, to));
SHAPE(deadline, jy_deadline, TEXT(jy_deadline, text),
    WORD(jy_deadline, kind, "absolute|recurring|relative|vague"), TEXT(jy_deadline, date));
SHAPE(decision, jy_decision, TEXT(jy_decision, id), TEXT(jy_decision, clause),
    TEXT(jy_decision, text), TEXT(jy_decision, verdict), TEXTS(jy_decision, documents, "document"),
    TEXTS(jy_decision, lead, "unit"), TEXTS(jy_decision, support, "unit"),
    OBJECT(jy_decision, person, leader), OBJECT(jy_decision, disposition, disposition),
    OBJECT(jy_decision, deadline, deadline), FLAG(jy_decision, actionable), AT(jy_decision));

SHAPE(scrap, jy_scrap, TEXT(jy_scrap, text), ORDINAL(jy_scrap, page), ORDINAL(jy_scrap, line));
SHAPE(account, jy_account, COUNT(jy_account, characters), COUNT(jy_account, fields),
    COUNT(jy_account, furniture), COUNT(jy_account, residue), COUNT(jy_account, undecoded));
SHAPE(check, jy_check, WORD(jy_check, severity, "error|warning|note"), TEXT(jy_check, code),
    TEXT(jy_check, message), ORDINAL(jy_check, page), ORDINAL(jy_check, line));

SHAPE(minutes, jy_minutes, TEXT(jy_minutes, schema), OBJECT(jy_minutes, generator, generator),
    OBJECT(jy_minutes, source, source), OBJECT(jy_minutes, document, document),
    OBJECT(jy_minutes, meeting, meeting), LIST(jy_minutes, agenda, topic, "topic"),
    LIST(jy_minutes, items, item, "item"), LIST(jy_minutes, remarks, remark, "remark"),
    LIST(jy_minutes, attendance, group, "group"), LIST(jy_minutes, decisions, decision, "decision"),
    LIST(jy_minutes, furniture, scrap, "scrap"), LIST(jy_minutes, residue, scrap, "scrap"),
    OBJECT(jy_minutes, account, account), LIST(jy_minutes, checks, check, "check"));

const struct jy_shape *
jy_minutes_shape(void)
{
	return &minutes;
}

bool
jy_is_word(const char *words, struct jy_text text)
{
	for (const char *end; text.s && words; words = *end ? end + 1 : NULL) {
		end = words + strcspn(words, "|");
		if ((size_t)(end - words) == text.len && memcmp(words, text.s, text.len) == 0)
			return true;
	}
	return false;
}
