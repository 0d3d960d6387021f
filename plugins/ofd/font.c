/* Which font each face is set in. */
#include "font.h"

#include <stdio.h>
#include <stdlib.h>

static const struct { const char *standard, *option; } ofd_faces[OFD_FACES] = {
	[OFD_XIAOBIAOSONG] = {"方正小标宋简体", "font-title"}, [OFD_HEI] = {"黑体", "font-hei"},
	[OFD_KAI] = {"楷体", "font-kai"}, [OFD_FANG] = {"仿宋", "font-fang"},
	[OFD_SONG] = {"宋体", "font-song"},
};

const char *
ofd_standard_font(enum ofd_face face)
{
	return ofd_faces[face].standard;
}

/* The face's own, or else the one for all.  A font without characters is none for many programs;
 * so a face that nothing is set in goes with that of the page numbers, which are always there. */
static struct jy_bytes
ofd_given_font(const struct jy_task *task, const struct ofd_sheets *s, int face)
{
	bool used = false;
	struct jy_bytes own;

	for (size_t i = 0; i < s->now.objects && !used; i++)
		used = s->objects[i].glyphs && (int)s->objects[i].face == face;
	own = jy_option_file(task, ofd_faces[used ? face : OFD_SONG].option);
	return own.size ? own : jy_option_file(task, "font");
}

static int
ofd_embed(struct jy_task *task, const struct ofd_sheets *s, struct ofd_fonts *fonts,
    const struct jy_bytes *given, struct jy_bytes in)
{
	struct ofd_font_file *file = &fonts->files[fonts->n];
	unsigned faces = 0;	/* that are set in it, a bit each */

	for (int face = 0; face < OFD_FACES; face++)
		if (given[face].at == in.at)
			faces |= 1u << face;
	if (ofd_subset(task, in, s, faces, file))
		return -1;
	snprintf(file->path, sizeof(file->path), "font_%d.%s", fonts->n,
	    file->size && file->bytes[0] == 'O' ? "otf" : "ttf");
	for (int face = 0; face < OFD_FACES; face++)
		if (faces & 1u << face)
			fonts->of[face] = (struct ofd_font){file->name, fonts->n};
	fonts->n++;
	return 0;
}

int
ofd_choose_fonts(struct jy_task *task, const struct ofd_sheets *s, struct ofd_fonts *fonts)
{
	struct jy_bytes given[OFD_FACES];

	for (int face = 0; face < OFD_FACES; face++) {
		fonts->of[face] = (struct ofd_font){ofd_standard_font(face), -1};
		given[face] = ofd_given_font(task, s, face);
	}
	for (int face = 0; face < OFD_FACES; face++) {
		if (given[face].size && fonts->of[face].file < 0
		    && ofd_embed(task, s, fonts, given, given[face]))
			return -1;
		if (!given[face].size && jy_option_is(task, "profile", "archive"))
			return jy_fail(task, JY_USAGE, "font-needed",
			    "profile=archive needs the "
			    "fonts themselves: name a file with -O font=FILE");
	}
	return 0;
}

void
ofd_free_fonts(struct ofd_fonts *fonts)
{
	for (int i = 0; i <= fonts->n && i < OFD_FACES; i++) {
		free(fonts->files[i].name);
		free(fonts->files[i].bytes);
	}
}
