/* The stages, one after another. */
#include "recognise.h"

#include <stdlib.h>

#include "attendance.h"
#include "stages.h"

bool
recognise(struct jy_builder *b, const struct lexicon *lexicon)
{
	struct sheet s = {.b = b, .lexicon = lexicon, .arena = &b->arena, .m = &b->minutes};
	size_t at = 0;
	bool minutes;

	s.remarks_end = &s.m->remarks;
	s.recorders_end = &s.m->meeting->recorders;
	s.signers_end = &s.m->document->signers;
	s.chairs_end = &s.m->meeting->chairs;
	s.agenda_end = &s.m->agenda;
	s.distribution_end = &s.m->document->distribution;
	s.furniture_end = &s.m->furniture;
	s.checks_end = &s.m->checks;
	lay_out(&s);
	join_upright(&s);
	part_fields(&s);
	find_cues(&s);
	find_labels(&s);
	find_rolls(&s);
	join_rows(&s);
	join_labels(&s);
	at = read_masthead(&s, at);
	if (at < s.paragraph_count)
		s.opening = s.paragraphs[at].span.from;
	s.m->document->at = span_place(&s, (struct span){0, s.opening});
	at = read_opening(&s, at);
	at = read_body(&s, at);
	read_tail(&s, at);
	merge_told(&s);
	minutes = looks_like_minutes(&s);
	if (!minutes)
		read_plainly(&s);
	discard_surroundings(&s);
	complete_document(&s);
	read_decisions(&s);
	settle_account(&s);
	list_pictures(&s);
	doubt(&s, minutes);
	free(s.passages);
	free(s.paragraphs);
	free(s.rows);
	free(s.glyphs);
	return minutes;
}
