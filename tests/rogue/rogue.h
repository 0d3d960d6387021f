/* What a rogue tells, and its deeds that go past the C library. */
#ifndef JIYAO_ROGUE_H
#define JIYAO_ROGUE_H

#include <jiyao/plugin.h>

/* That it was done; or that it was refused, and errno says how. */
void tell(const char *deed, bool done);

/* calls.c */
void try_calls(void);
void call_by_number(const char *words, size_t size);	/* "NAME NUMBER", and more of them */
void call_as_i386(void);
void enter_namespace(void);

#endif
