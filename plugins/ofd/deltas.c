/* "5.6 g 3 5.2": one of 5.6, then three of 5.2.  Nothing is unfolded before it is used. */
#include "deltas.h"

#include <string.h>

#include "scene.h"

struct ofd_deltas
ofd_deltas(const char *list)
{
	return (struct ofd_deltas){.left = list ? list : ""};
}

bool
ofd_next_delta(struct ofd_deltas *d, double *delta)
{
	double value, times = 1;

	if (d->times < 1) {
		d->left += strspn(d->left, " \t\r\n,");
		if (*d->left == 'g' || *d->left == 'G') {
			d->left++;
			if (!ofd_number(&d->left, &times))
				d->left = "";
		}
		if (ofd_number(&d->left, &value)) {
			d->value = value;
			d->times = times;
			d->said = true;
		}
	}
	d->times--;
	*delta = d->value;
	return d->said;
}
