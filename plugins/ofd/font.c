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

/* The face's own, or else the one for all. */
static struct jy_bytes
ofd_given_font(const struct jy_task *task, int face)
{
	struct jy_bytes own = jy_option_file(task, ofd_faces[face].option);

	return own.size ? own : jy_option_file(task, "font");
}

/* The faces that are set in the same font, a bit each. */
static unsigned
ofd_sharing_faces(const struct jy_task *task, const unsigned char *at)
{
	unsigned faces = 0;

	for (int face = 0; face < OFD_FACES; face++)
		if (ofd_given_font(task, face).at == at)
			faces |= 1u << face;
	return faces;
}

static int
ofd_embed(struct jy_task *task, const struct ofd_sheets *s, struct ofd_fonts *fonts,
    struct jy_bytes in)
{
	struct ofd_font_file *file = &fonts->files[fonts->n];
	unsigned faces = ofd_sharing_faces(task, in.at);

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
	for (int face = 0; face < OFD_FACES; face++)
		fonts->of[face] = (struct ofd_font){ofd_standard_font(face), -1};
	for (int face = 0; face < OFD_FACES; face++) {
		struct jy_bytes in = ofd_given_font(task, face);

		if (in.size && fonts->of[face].file < 0 && ofd_embed(task, s, fonts, in))
			return -1;
		if (!in.size && jy_option_is(task, "profile", "archive"))
			return jy_fail(task, JY_USAGE, "font-needed", "profile=archive needs the "
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
