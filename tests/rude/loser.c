/* Loses nearly all, and does not say so. */
#include "rude.h"

JY_PLUGIN(.name = "loser", .title = "Breaks one rule", .probe = rude_probe, .read = rude_read,
    .write = rude_write);
