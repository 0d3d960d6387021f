/* The recipe: all that outputs depend on beside the input.  If it is the same, they are. */
#include <gcrypt.h>
#include <stdlib.h>
#include <string.h>

#include "batch.h"

static void
put_hash(FILE *out, gcry_md_hd_t hash)
{
	const unsigned char *digest = gcry_md_read(hash, GCRY_MD_SHA256);

	for (int i = 0; i < 32; i++)
		fprintf(out, "%02x", digest[i]);
}

static gcry_md_hd_t
begin_hash(void)
{
	gcry_md_hd_t hash;

	if (gcry_md_open(&hash, GCRY_MD_SHA256, 0))
		must(NULL);
	return hash;
}

/* The hash of a file, such as a plugin's module: plugins have no version but their code. */
static int
put_file(FILE *out, const char *path)
{
	struct input in = {0};
	int status = input_read(&in, path);
	gcry_md_hd_t hash;

	if (!status) {
		hash = begin_hash();
		gcry_md_write(hash, in.bytes.at, in.bytes.size);
		put_hash(out, hash);
		gcry_md_close(hash);
	}
	input_free(&in);
	return status;
}

/* A ledger goes to places where a password should not. */
static const char *
value_for_people(const struct setting *s)
{
	return strcmp(s->name, "password") == 0 ? "..." : s->value;
}

static void
put_choices(FILE *out, const struct batch *b, bool for_people)
{
	fputs(b->jsonl ? "--jsonl" : "", out);
	for (const struct output *o = b->jsonl ? NULL : b->job.outputs; o; o = o->next)
		fprintf(out, "%s-t %s", o == b->job.outputs ? "" : " ", o->format);
	if (b->job.format)
		fprintf(out, " -f %s", b->job.format);
	for (const struct setting *s = b->job.settings; s; s = s->next)
		fprintf(out, " -O %s%s%s=%s", s->after ? s->after->format : "", s->after ? ":" : "",
		    s->name, for_people ? value_for_people(s) : s->value);
	if (b->job.any)
		fputs(" --any", out);
	if (b->job.fail_on_warning)
		fputs(" --fail-on=warning", out);
}

static char *
options_of(const struct batch *b)
{
	char *text = NULL;
	size_t size;
	FILE *out = must(open_memstream(&text, &size));

	put_choices(out, b, true);
	if (b->job.lexicon)
		fprintf(out, " --lexicon=%s", b->job.lexicon);
	fprintf(out, " --time=%ld --memory=%ld", b->job.seconds, b->job.mebibytes);
	if (fclose(out))
		must(NULL);
	return text;
}

/* The limits are no part of it: what was converted within one is right within another.  Of a file of
 * words it is not the name that counts. */
static int
put_ingredients(FILE *out, const struct batch *b)
{
	int status = 0;

	fprintf(out, "jiyao %s\n", jy_version());
	put_choices(out, b, false);
	putc('\n', out);
	if (b->job.lexicon)
		status = put_file(out, b->job.lexicon);
	for (const struct setting *s = b->job.settings; s && !status; s = s->next)
		if (path_in(b->host, s))
			status = put_file(out, s->value);
	for (const struct jy_module *m = jy_modules(b->host); m && !status; m = m->next) {
		fprintf(out, "\n%s ", m->plugin ? m->plugin->name : "-");
		status = m->plugin ? put_file(out, m->file) : 0;
	}
	return status;
}

static int
try_setting(const struct batch *b, const struct jy_plugin *plugin, const struct setting *s,
    bool *known)
{
	struct jy_task *task;
	const char *why;
	int status;

	if (!plugin || !declared(plugin, s->name))
		return 0;
	*known = true;
	task = jy_begin(plugin);
	why = path_in(b->host, s) ? NULL : jy_set(task, s->name, s->value);
	status = why ? complain_of(EX_USAGE, NULL, "option", why, jy_shown(task, why)) : 0;
	jy_end(task);
	return status;
}

/* Of a setting that no file could be converted with, one word is enough. */
static int
try_settings(const struct batch *b)
{
	int status = 0;

	for (const struct setting *s = b->job.settings; s && !status; s = s->next) {
		bool known = false;

		if (s->after)
			status = try_setting(b, s->after->plugin, s, &known);
		for (const struct jy_module *m = jy_modules(b->host); m && !known && !status;
		     m = m->next)
			status = try_setting(b, m->plugin, s, &known);
		if (!status && !known)
			status = complain(EX_USAGE, NULL, "option",
			    "no format has an option %s: 'jiyao plugins NAME' lists what there is",
			    s->name);
	}
	return status;
}

/* The same of a file of words. */
static int
try_words(const struct batch *b)
{
	struct jy_task *task = jy_begin(b->job.outputs->plugin);
	int status = teach(task, b->job.lexicon);

	jy_end(task);
	return status;
}

int
make_recipe(struct batch *b, char **hash, char **options)
{
	char *text = NULL, *hex = NULL;
	size_t size;
	FILE *out;
	gcry_md_hd_t md;
	int status = try_settings(b);

	if (status || (status = try_words(b)))
		return status;
	out = must(open_memstream(&text, &size));
	status = put_ingredients(out, b);
	if (fclose(out))
		must(NULL);
	md = begin_hash();
	gcry_md_write(md, text, size);
	free(text);
	out = must(open_memstream(&hex, &size));
	put_hash(out, md);
	if (fclose(out))
		must(NULL);
	gcry_md_close(md);
	*hash = hex;
	*options = options_of(b);
	return status;
}
