/* Says of itself what nobody can use. */
#include "rude.h"

JY_PLUGIN(.name = "boaster", .title = "Breaks one rule.", .suffixes = ".rude", .media_type = "text",
    .probe = rude_probe, .read = rude_read, .lossy = "Nothing.");
