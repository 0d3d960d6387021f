/* Prints as a template of gettext what plugins say of themselves: titles, losses, options.  These stand
 * in tables, where xgettext does not find them. */
#include <jiyao/jiyao.h>
#include <stdio.h>

static void
put(const char *plugin, const char *words)
{
	if (!words || !*words)
		return;
	printf("\n#: plugins/%s\nmsgid \"", plugin);
	for (; *words; words++) {
		if (*words == '"' || *words == '\\')
			putchar('\\');
		putchar(*words);
	}
	puts("\"\nmsgstr \"\"");
}

/* What an option takes is a word for programs, such as yes|no, or a description. */
static void
put_option(const char *plugin, const struct jy_option *option)
{
	put(plugin, option->help);
	if (option->type == JY_STRING || option->type == JY_FILE)
		put(plugin, option->accepts);
}

int
main(void)
{
	struct jy_host *host = jy_open(NULL);

	puts("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"");
	for (const struct jy_module *m = jy_modules(host); m; m = m->next) {
		if (!m->plugin)
			continue;
		put(m->plugin->name, m->plugin->title);
		put(m->plugin->name, m->plugin->lossy);
		for (const struct jy_option *o = m->plugin->options; o && o->name; o++)
			put_option(m->plugin->name, o);
	}
	jy_close(host);
	return 0;
}
