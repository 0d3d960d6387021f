/* Keeps libxml2 from printing. */
#include "hush.h"

#include <libxml/globals.h>

static void
package_ignore(void *context, xmlError *error)
{
	(void)context, (void)error;
}

void
package_hush(struct package_hush *before)
{
	*before = (struct package_hush){xmlStructuredError, xmlStructuredErrorContext};
	xmlSetStructuredErrorFunc(NULL, package_ignore);
}

void
package_unhush(const struct package_hush *before)
{
	xmlSetStructuredErrorFunc(before->context, before->handler);
}
