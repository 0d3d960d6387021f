/* The parts of `jiyao new-plugin`: what a plugin's author begins with. */
#ifndef JIYAO_SKELETON_H
#define JIYAO_SKELETON_H

#include "../cli.h"

struct skeleton {
	const char *name, *folder;	/* of the format; what is to be made */
	bool reader, writer;
};

/* templates.c: writes the files into FOLDER, which is empty; 0, or -1 and errno. */
int put_templates(const struct skeleton *, const char *folder);
/* folder.c: makes the skeleton's folder, whole or not at all; 0, or a status after a message. */
int make_folder(const struct skeleton *);

#endif
