/* A plugin whose struct ends before the fields that the interface began with. */
#include <jiyao/plugin.h>

extern const struct jy_plugin jy_plugin_1;
__attribute__((visibility("default"))) const struct jy_plugin jy_plugin_1 = {
	.size = offsetof(struct jy_plugin, media_type), .name = "short", .title = "Too short"
};
