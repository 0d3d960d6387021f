/*
 * Where an output stands: a folder that is open, and names in it.  Who may write among the outputs can
 * put a symbolic link where a folder was, at any moment; an open folder stays the one it was, and on the
 * way to it no link is followed.
 */
#ifndef JIYAO_PLACE_H
#define JIYAO_PLACE_H

struct place {
	int folder;
	char *name, *temporary;		/* the file, and what becomes it; of one folder */
};

/* The place of NAME, relative and without "..", below the open folder ROOT; folders on the way are
 * made.  0, or -1 and errno.  Takes NAME's words, not its memory. */
int place_find(struct place *, int root, const char *name);
/* The temporary file: new, empty and ours alone; or -1 and errno. */
int place_begin(const struct place *);
/* It becomes the file; 0, or -1 and errno. */
int place_end(const struct place *);
/* Neither is there any more. */
void place_clear_temporary(const struct place *);
void place_clear(const struct place *);
void place_free(struct place *);

/* below.c: the folder PART of FOLDER, which is closed, if it is no link; or -1 and errno. */
int enter_folder(int folder, const char *part);
/* What PATH is now, without waiting for it.  Where PATH is below the folder ROOT, it is what stands there,
 * and no link on the way to it is followed; ROOT may be NULL.  Or -1 and errno. */
int open_below(const char *root, const char *path);

#endif
