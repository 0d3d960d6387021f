/* Paths of parts, as they are compared. */
#ifndef JIYAO_OFD_PATH_H
#define JIYAO_OFD_PATH_H

enum { OFD_PATH = 4096 };	/* what is longer is no path of a part */

/* Without empty steps, "." and "..", and with / for \; the caller frees it. */
char *ofd_normal(const char *path);
/* In lower case. */
char *ofd_fold(const char *path);

#endif
