/* Exports more than its symbol. */
#include "rude.h"

extern int rude_global;
__attribute__((visibility("default"))) int rude_global = 1;

JY_PLUGIN(.name = "showy", .title = "Breaks one rule", .probe = rude_probe, .read = rude_read);
