/* A well-behaved reader of lines, of which each plugin here spoils one thing. */
#ifndef RUDE_H
#define RUDE_H

#include <stdlib.h>
#include <string.h>

#include <jiyao/plugin.h>

static inline int
rude_probe(struct jy_bytes in)
{
	return in.size >= 5 && memcmp(in.at, "rude\n", 5) == 0 ? 100 : 0;
}

/* Damage makes such a byte; no sample has one, and no beginning of a sample. */
static inline bool
rude_is_damaged(struct jy_bytes in)
{
	return memchr(in.at, 0xFF, in.size) || memchr(in.at, 0, in.size);
}

/* Cut off more than damage ever does. */
static inline bool
rude_is_cut(struct jy_bytes in)
{
	return in.size < 200;
}

static inline int
rude_read(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	const char *s = (const char *)in.at, *end = s + in.size, *stop;

	(void)task;
	for (; s < end; s = stop + 1) {
		stop = memchr(s, '\n', (size_t)(end - s));
		stop = stop ? stop : end;
		jy_add_line(builder, 1, s, (size_t)(stop - s));
	}
	return 0;
}

static inline int
rude_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	const struct jy_text title = minutes->document->title;

	(void)task;
	jy_puts(out, "rude\n");
	jy_put(out, title.s, title.len);
	return 0;
}

/* One of these ends each plugin. */
#define RUDE_READER(n, ...) \
	JY_PLUGIN(.name = n, .title = "Breaks one rule", .probe = rude_probe, .read = read_rudely, \
	    __VA_ARGS__)
#define RUDE_WRITER(n, ...) \
	JY_PLUGIN(.name = n, .title = "Breaks one rule", .write = write_rudely, \
	    .lossy = "nearly all is lost", __VA_ARGS__)

#endif
