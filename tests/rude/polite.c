/* Breaks no rule. */
#include "rude.h"

static const struct jy_option polite_options[] = {
	{"way", JY_CHOICE, "a", "a|b", "which way, in Latin letters"},
	{"width", JY_NUMBER, "10", "1..99", "MiB of a line"},
	{"name", JY_STRING, "", "a name", "what it is called"},
	{"font", JY_FILE, "", "a file", "what it looks like"},
	{0}
};

JY_PLUGIN(.name = "polite", .title = "Breaks no rule", .suffixes = "rude",
    .media_type = "text/plain", .options = polite_options, .probe = rude_probe, .read = rude_read,
    .write = rude_write, .lossy = "nearly all is lost", .appends = true);
