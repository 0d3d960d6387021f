/* The habits of one document: who issues it, how it lists, numbers and is set. */
#include "shuffle.h"

static const struct level levels[] = {
	{'p', "省", "$P省人民政府", "省政府", "常务会议|全体会议|专题会议", "省长|代省长|省委副书记、省长|省委常委、常务副省长",
	    "省长", "副省长", "省政府秘书长|省政府副秘书长", "办公厅"},
	{'c', "市", "$P市人民政府", "市政府", "常务会议|常务会议|专题会议|常务（扩大）会议", "市长|代市长|市委副书记、市长|常务副市长",
	    "市长", "副市长", "市政府秘书长|市人大常委会副主任|市政协副主席", "办公室"},
	{'x', "县", "$P县人民政府", "县政府", "常务会议|常务会议|县长办公会议", "县长|代县长|县委副书记、县长|县委常委、常务副县长",
	    "县长", "副县长", "县政府办公室主任|县人大常委会副主任|县政协副主席", "办公室"},
	{'d', "区", "$P区人民政府", "区政府", "常务会议|常务会议|区长办公会议", "区长|代区长|区委副书记、区长|区委常委、副区长",
	    "区长", "副区长", "区政府办公室主任|区人大常委会副主任|区政协副主席", "办公室"},
	{'t', "镇", "$P镇人民政府", "镇政府", "镇长办公会议|党政联席会议", "镇长|代镇长|镇党委副书记、镇长",
	    "镇长", "副镇长", "镇人大主席|镇纪委书记", "党政办公室"},
	{'u', "市", "$P市水利局", "市水利局", "局长办公会议|局务会议", "局长|党组书记、局长|党组成员、副局长",
	    "局长", "副局长", "总工程师", "办公室"},
	{'z', "市", "$P经济开发区管委会", "管委会", "主任办公会议", "主任|党工委副书记、管委会主任|党工委委员、管委会副主任",
	    "主任", "副主任", "党工委委员", "党政办公室"},
};

void
choose_habits(struct document *d)
{
	d->level = &levels[pick(d, 3) ? pick(d, 4) : pick(d, sizeof(levels) / sizeof(*levels))];
	d->place = word_of(d, "places");
	d->issuer = fill(d, d->level->issuer);
	d->meeting = one_of(d, d->level->meetings);
	d->layout = pick(d, LAYOUTS);
	d->body = pick(d, BODIES);
	d->list = pick(d, LISTS);
	d->header = chance(d, 25);
	d->half = chance(d, 10);
	d->padded = chance(d, 60);
	d->pad = one_of(d, " |  |　");
	d->gap = one_of(d, " |  |　|　　");
	d->comma = one_of(d, "、|、|，");
	d->colon = one_of(d, "：|：|：|　|： ");
	d->loose = d->layout == LAYOUT_WEB && chance(d, 30);
	d->year = 2015 + (int)pick(d, 11);
	d->month = 1 + (int)pick(d, 12);
	d->day = 1 + (int)pick(d, 24);
	d->session = 1 + (int)pick(d, chance(d, 80) ? 99 : 199);
}
