/* Minutes as JSON, the contract of jiyao-model(7): written, and read back. */
#include <string.h>

#include "json.h"

struct jy_bytes
json_bare(struct jy_bytes in)
{
	if (in.size >= 3 && memcmp(in.at, "\xEF\xBB\xBF", 3) == 0)
		return (struct jy_bytes){in.at + 3, in.size - 3};
	return in;
}

static int
json_probe(struct jy_bytes in)
{
	char head[1024 + 1];
	size_t n;

	in = json_bare(in);
	n = in.size < sizeof(head) - 1 ? in.size : sizeof(head) - 1;
	if (n)
		memcpy(head, in.at, n);
	head[n] = '\0';
	return head[strspn(head, " \t\r\n")] == '{' && strstr(head, "\"" JY_SCHEMA "\"") ? 100 : 0;
}

static const struct jy_option json_options[] = {
	{"indent", JY_NUMBER, "2", "0..8", "spaces a level is indented by; 0: all on one line"},
	{"provenance", JY_CHOICE, "no", "no|yes", "whether to write where each part was printed"},
	{0}
};

JY_PLUGIN(.name = "json", .title = "Minutes as JSON", .suffixes = "json",
    .media_type = "application/json", .options = json_options, .probe = json_probe,
    .read = json_read, .write = json_write);
