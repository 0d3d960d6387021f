/* A plugin that does nothing. */
#include <jiyao/plugin.h>

JY_PLUGIN(.name = "idle", .title = "Neither reads nor writes");
