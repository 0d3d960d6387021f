/* libxml2 prints what is wrong with an encoding, whatever its parsers are told; a plugin prints nothing. */
#ifndef JIYAO_PACKAGE_HUSH_H
#define JIYAO_PACKAGE_HUSH_H

#include <libxml/xmlerror.h>

/* What was told of errors before, to be told of them again. */
struct package_hush { xmlStructuredErrorFunc handler; void *context; };

void package_hush(struct package_hush *);
void package_unhush(const struct package_hush *);

#endif
