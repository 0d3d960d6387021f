/* The stages in their order; each reads the sheet and adds to the minutes. */
#ifndef JIYAO_STAGES_H
#define JIYAO_STAGES_H

#include "match.h"

/* Lines that are furniture go to the minutes' furniture; the others become rows of glyphs. */
void lay_out(struct sheet *);
/* Names printed one character a column, side by side, become rows of names. */
void join_upright(struct sheet *);
/* Lines that hold several fields become a row for each: 主持：甲    记录：乙. */
void part_fields(struct sheet *);
/* What each row announces itself as. */
void find_cues(struct sheet *);
enum cue cue_of(const struct sheet *, struct span row);
/* 一、会议时间： is a label and no item; 【主持】 is one, too. */
void find_labels(struct sheet *);
/* The cue of a row that has none as OCR read it: what it would say with one character put right. */
enum cue propose_cue(struct sheet *, struct span row);
/* The lines that OCR read are listed in the source, and doubted where it was not sure. */
void list_pictures(struct sheet *);
/* Does the span end as the name of somebody who issues minutes? */
bool ends_as_office(const struct sheet *, struct span);
/* 甲市人民政府办公室整理; 甲市人民政府办公室 2021年9月29日印发; 甲市人民政府办公室编 2021年9月29日: one of the
 * verbs, and an office or a day with it. */
bool is_imprint(const struct sheet *, struct span row, enum phrases verbs);
/* 甲市人民政府办公室 2021年9月29日, without a verb. */
bool is_dated_office(const struct sheet *, struct span row);
/* Where it ends without （盖章）: 业主委员会（盖章）. */
size_t without_seal(const struct sheet *, struct span);
/* （甲市人民政府办公室整理）: what the brackets hold. */
struct span within_brackets(const struct sheet *, struct span);
/* Where a title ends before its brackets: 甲县人民政府常务会议纪要（2019年第8次）. */
size_t without_suffix(const struct sheet *, struct span title);
/* 会议指出, 会议听取了: what only a new sentence begins with. */
bool begins_statement(const struct sheet *, struct span);
/* Is it a cell of a numbered list with columns: 1 | 审议《…》 | 市水利局; or of its heads? */
bool is_in_list(const struct sheet *, struct span row);
/* Rows to paragraphs. */
void join_rows(struct sheet *);

/* A label and the line after it that it calls for become one. */
void join_labels(struct sheet *);

/* Each takes the paragraphs from index AT on that are its own; returns the index after them. */
size_t read_masthead(struct sheet *, size_t at);
size_t read_opening(struct sheet *, size_t at);
size_t read_body(struct sheet *, size_t at);
size_t read_tail(struct sheet *, size_t at);
/* Where that is no minutes: the paragraphs as they are, and nothing else. */
bool looks_like_minutes(const struct sheet *);
void read_plainly(struct sheet *);
void read_paragraphs(struct sheet *);

/* Between the masthead and the first item the opening goes on. */
void extend_preamble(struct sheet *, struct span text);
/* One labelled line of the block before the text; false: it tells nothing of the meeting. */
bool read_header(struct sheet *, const struct paragraph *);
/* The same after the text, where it only adds to what is known. */
void read_late_header(struct sheet *, const struct paragraph *);
/* Parts of the opening that a header has too: date and time of day (where the rest begins), who
 * presides (false: it names nobody), what is announced, 第7次 and 十六届. */
size_t read_time(struct sheet *, struct span);
bool read_chairs(struct sheet *, struct span);
/* Who stands before the verb that begins at VERB, from FROM on. */
struct span who_before(const struct sheet *, size_t from, size_t verb);
/* … without the place where it is done, which is the meeting's. */
struct span without_place(struct sheet *, struct span who);
/* 会议由县长甲主持 in what comes after, and who leads others there: 县长甲率县级有关部门赴…. */
void read_presiding(struct sheet *, struct span text);
void read_leader(struct sheet *, struct span text);
void read_agenda(struct sheet *, size_t at, size_t end);
void read_topics(struct sheet *, struct span);
void read_session(struct sheet *, struct span);
/* 〔2021〕9号, 云府纪要〔2025〕2号: is that all of the row? */
bool is_number(const struct sheet *, struct span row);
/* （41）, 2012年第3次会议: are they one right under the title? */
bool is_ordinal_of_title(const struct sheet *, struct span row);
void read_number(struct sheet *, struct span number);
/* 出席：甲。列席：乙。记录：丙: where the next label stands in a list, or its end. */
size_t next_call(const struct sheet *, struct span list);
/* 应到委员7人，实到6人: how many came. */
bool counts_people(const struct sheet *, struct span);
/* 份号, 密级, 签发：甲, 共印30份: what is printed about the paper itself. */
bool is_production(const struct sheet *, struct span row);
/* 份号, 密级 or 紧急程度 alone; 共印30份 alone. */
bool is_marking(const struct sheet *, struct span row);
bool counts_copies(const struct sheet *, struct span row);
void read_production(struct sheet *, struct span row);
/* 记录：甲 and its relatives; 甲市人民政府办公室整理. */
void read_recorders(struct sheet *, struct span);
void read_compiled(struct sheet *, struct span);
/* 甲市人民政府办公室  2021年9月29日印发; the office may stand in the line before. */
void read_issued(struct sheet *, struct span office, struct span);

/* 审议, 听取了, …: the verb that begins a topic; its length, with a 了 after it. */
size_t match_action(const struct sheet *, size_t at, size_t end);

/* Is the paragraph the name of an office and no more: who signs in the line after it? */
bool is_office(const struct sheet *, const struct paragraph *);

/* FIRST is a list's first row, P its last so far, N the row after it: does N end the list of people?  Is it a
 * numbered entry of theirs?  Are those on the row of its own recipients? */
bool ends_attendance(const struct sheet *, const struct row *p, const struct row *n);
bool lists_people(const struct sheet *, const struct row *first, const struct row *p,
    const struct row *n);
bool are_recipients(const struct sheet *, struct span row);
bool is_of_page(const struct sheet *, struct span row);
/* One attendance group from its paragraph, label and all. */
void read_attendance(struct sheet *, const struct paragraph *);
/* The people of SPAN: names, organisations, notes; appended to GROUP. */
void read_people(struct sheet *, struct span, struct jy_group *group);
/* Those who preside, write or sign, appended at END; the new end. */
struct jy_person **read_officials(struct sheet *, struct span, struct jy_person **end);
/* Is the span a list of named people and no more? */
bool are_people(struct sheet *, struct span);
/* 副市长甲、乙出席会议，… in the sentences of the opening. */
void read_prose_attendance(struct sheet *, struct span);
/* … each person once, where a list names them again. */
void merge_told(struct sheet *);

/* One person with a title before or after the name: 县委副书记、县长钱乙丙, 赵甲市长. */
struct jy_person *read_official(struct sheet *, struct span);
/* Are there only posts, and no name: 县委书记、县长, 县政府主要负责同志? */
bool names_nobody(const struct sheet *, struct span who);
/* 张副县长: all that is told of a name. */
bool is_surname_and_title(const struct sheet *, struct span who);

/* The web page around the minutes becomes furniture. */
void discard_surroundings(struct sheet *);
/* From what the stages read: issuer and title where none are printed, decisions, doubts, the sums. */
void complete_document(struct sheet *);
void read_decisions(struct sheet *);
void doubt(struct sheet *, bool looks_like_minutes);
void check_agenda(struct sheet *);
void tell_undecoded(struct sheet *);
void settle_account(struct sheet *);

#endif
