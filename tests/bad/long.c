/* A plugin with a field that only a later jiyao knows: this one must take it all the same. */
#include <jiyao/plugin.h>

static int
long_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	(void)task, (void)minutes;
	jy_puts(out, "long\n");
	return 0;
}

struct later_plugin { struct jy_plugin known; const char *later; };

extern const struct later_plugin jy_plugin_1;
__attribute__((visibility("default"))) const struct later_plugin jy_plugin_1 = {
	.known = {.size = sizeof(struct later_plugin), .name = "long", .title = "A later plugin",
	    .write = long_write},
	.later = "unknown here"
};
