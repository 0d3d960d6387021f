/* Minutes as JSON, the contract of jiyao-model(7): written, and read back. */
#include <string.h>

#include "../tree/tree.h"

/* The same bytes without the byte order mark that some editors leave. */
static struct jy_bytes
json_bare(struct jy_bytes in)
{
	if (in.size >= 3 && memcmp(in.at, "\xEF\xBB\xBF", 3) == 0)
		return (struct jy_bytes){in.at + 3, in.size - 3};
	return in;
}

static int
json_probe(struct jy_bytes in)
{
	static const char family[] = "\"" JY_SCHEMA_FAMILY;
	size_t i = 0;

	in = json_bare(in);
	while (i < in.size && strchr(" \t\r\n", in.at[i]) && in.at[i])
		i++;
	return i < in.size && in.at[i] == '{' /* the key may stand last: jq -S sorts them */
		&& memmem(in.at, in.size, family, sizeof(family) - 1)
	    ? 100
	    : 0;
}

static int
json_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	struct tree_fault fault = {.task = task};

	if (tree_read(json_bare(in), builder, jy_minutes(builder), task, &fault))
		return jy_fail(task, JY_BAD_INPUT, fault.code, "%-s", fault.text);
	return 0;
}

static void
json_put(void *out, const char *bytes, size_t size)
{
	jy_put(out, bytes, size);
}

static int
json_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	struct tree_sink sink = {json_put, out};

	if (!tree_write(minutes, (int)jy_option_number(task, "indent"),
		jy_option_is(task, "provenance", "yes"), sink))
		return jy_fail(task, JY_TEMPORARY, "no-memory", "there is no memory for the text");
	return 0;
}

static const struct jy_option json_options[] = {
	{"indent", JY_NUMBER, "2", "0..8", "spaces a level is indented by; 0: all on one line"},
	{"provenance", JY_CHOICE, "no", "no|yes", "whether to write where each part was printed"},
	{0}
};

static const char json_schema[] =
#include "schema.inc"
    ;

JY_PLUGIN(.name = "json", .title = "Minutes as JSON", .suffixes = "json",
    .media_type = "application/json", .options = json_options, .probe = json_probe,
    .read = json_read, .write = json_write, .schema = json_schema);
