/*
 * The recogniser of characters: Tesseract, by its C interface.
 *
 * Tesseract is not linked to but loaded when the first page without text is met: it brings twenty
 * libraries, and loading them costs more than converting a PDF that has text.  A module of its own
 * in the plugins' folder would do that too, but every module there is taken for a format.  The
 * name with the version is that of the library which configure found the header of, so that its
 * functions are those declared there.  Once loaded it stays, since its threads' library must.
 */
#include <dlfcn.h>
#include <string.h>
#include <tesseract/capi.h>

#include "ocr.h"

#define MOST_SECONDS 60		/* that a page may take; one or two are usual */
#define SILENT 6		/* Leptonica's severity above all messages */

#define FUNCTIONS(f) \
	f(Version) f(DeleteText) f(DeleteTextArray) f(MonitorCreate) f(MonitorDelete) \
	f(MonitorSetDeadlineMSecs) \
	f(BaseAPICreate) f(BaseAPIDelete) f(BaseAPIEnd) f(BaseAPIInit3) f(BaseAPISetVariable) \
	f(BaseAPIGetLoadedLanguagesAsVector) f(BaseAPISetPageSegMode) f(BaseAPISetImage) \
	f(BaseAPISetSourceResolution) f(BaseAPIRecognize) f(BaseAPIGetIterator) f(BaseAPIClear) \
	f(ResultIteratorDelete) f(ResultIteratorGetPageIterator) f(ResultIteratorNext) \
	f(ResultIteratorGetUTF8Text) f(ResultIteratorConfidence) \
	f(PageIteratorBoundingBox) f(PageIteratorBaseline) f(PageIteratorIsAtBeginningOf)

#define MEMBER(name) __typeof__(&Tess##name) name;
struct tesseract { FUNCTIONS(MEMBER) };

struct ocr_engine {
	struct tesseract f;
	TessBaseAPI *api;
	char *name;
	/* Of libraries below Tesseract, whose headers it doesn't need; NULL where there are none. */
	int (*set_severity)(int);
	int (*levels)(void);
	void (*set_levels)(int);
};

static bool
ocr_bind(void *library, const char *name, void *slot)
{
	void *function = dlsym(library, name);

	memcpy(slot, &function, sizeof(function));
	return function != NULL;
}

static bool
ocr_load(struct jy_task *task, struct ocr_engine *e, const char **why)
{
	void *library = dlopen(TESSERACT_SONAME, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	bool bound = library != NULL;

#define BIND(name) bound = bound && ocr_bind(library, "Tess" #name, &e->f.name);
	FUNCTIONS(BIND)
	if (!bound) {
		*why = jy_words(task, "it cannot be loaded: %s", dlerror());
		if (library)
			dlclose(library);
		return false;
	}
	ocr_bind(library, "setMsgSeverity", &e->set_severity);
	ocr_bind(library, "omp_get_max_active_levels", &e->levels);
	ocr_bind(library, "omp_set_max_active_levels", &e->set_levels);
	dlclose(library);
	return true;
}

static bool
ocr_has(char *const *languages, const char *name)
{
	for (; *languages; languages++)
		if (strcmp(*languages, name) == 0)
			return true;
	return false;
}

/* Debian's package of a language, by its custom. */
static char *
ocr_package(const char *language)
{
	char *lower = g_ascii_strdown(language, -1);
	char *package = g_strconcat("tesseract-ocr-", g_strdelimit(lower, "_/", '-'), NULL);

	g_free(lower);
	return package;
}

/* Tesseract goes on without a language if it has another: so each that is asked for is looked for. */
static bool
ocr_has_all(struct jy_task *task, struct ocr_engine *e, const char *languages, bool started,
    const char **why)
{
	char **wanted = g_strsplit(languages, "+", -1);
	char **loaded = started ? e->f.BaseAPIGetLoadedLanguagesAsVector(e->api) : NULL;
	bool all = started && *wanted;

	for (char **w = wanted; *w && !*why; w++) {
		char *package = ocr_package(*w);

		if (!loaded || !ocr_has(loaded, *w))
			*why = jy_words(task, "Tesseract lacks the data of \"%s\": install %s", *w,
			    package);
		g_free(package);
	}
	if (loaded)
		e->f.DeleteTextArray(loaded);
	g_strfreev(wanted);
	return all && !*why;
}

/* A language is the name of a file in Tesseract's folder, and no way out of it. */
static bool
ocr_is_language(const char *languages)
{
	return *languages && !strspn(languages, "+/~") && !strstr(languages, "..")
	    && languages[strspn(languages, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-+/")] == '\0';
}

static bool
ocr_start(struct jy_task *task, struct ocr_engine *e, const char *languages, const char **why)
{
	bool started;

	if (!ocr_is_language(languages)) {
		*why = jy_words(task, "\"%s\" is no language of Tesseract", languages);
		return false;
	}
	e->api = e->f.BaseAPICreate();
	e->f.BaseAPISetVariable(e->api, "debug_file", "/dev/null");	/* not to standard error */
	started = e->f.BaseAPIInit3(e->api, NULL, languages) == 0;
	return ocr_has_all(task, e, languages, started, why);
}

struct ocr_engine *
ocr_engine_new(struct jy_task *task, const char *languages, const char **why)
{
	struct ocr_engine *e = g_new0(struct ocr_engine, 1);

	if (!ocr_load(task, e, why) || !ocr_start(task, e, languages, why)) {
		ocr_engine_free(e);
		return NULL;
	}
	/* Lists of names and a seal beside the text are no columns: one column, of all sizes. */
	e->f.BaseAPISetPageSegMode(e->api, PSM_SINGLE_COLUMN);
	e->name = g_strdup_printf("tesseract %s", e->f.Version());
	return e;
}

void
ocr_engine_free(struct ocr_engine *e)
{
	if (e && e->api) {
		e->f.BaseAPIEnd(e->api);
		e->f.BaseAPIDelete(e->api);
	}
	if (e)
		g_free(e->name);
	g_free(e);
}

const char *
ocr_engine_name(const struct ocr_engine *e)
{
	return e->name;
}

static void
ocr_find_base(struct ocr_engine *e, const TessPageIterator *place, struct ocr_symbol *s)
{
	int x1, y1, x2, y2;

	s->base = s->y2;
	s->slope = 0;
	if (!e->f.PageIteratorBaseline(place, RIL_TEXTLINE, &x1, &y1, &x2, &y2) || x2 <= x1)
		return;
	s->slope = CLAMP((double)(y2 - y1) / (x2 - x1), -0.2, 0.2);
	s->base = y1 - x1 * s->slope;
}

static void
ocr_collect(struct ocr_engine *e, TessResultIterator *at, GArray *symbols, GStringChunk *texts)
{
	TessPageIterator *place = e->f.ResultIteratorGetPageIterator(at);
	struct ocr_symbol s = {0};
	bool starts = false;

	do {
		char *text = e->f.ResultIteratorGetUTF8Text(at, RIL_SYMBOL);
		bool boxed = e->f.PageIteratorBoundingBox(place, RIL_SYMBOL, &s.x1, &s.y1, &s.x2,
		    &s.y2);

		s.confidence = e->f.ResultIteratorConfidence(at, RIL_SYMBOL);
		if (e->f.PageIteratorIsAtBeginningOf(place, RIL_TEXTLINE)) {
			starts = true;
			ocr_find_base(e, place, &s);
		}
		s.starts_word = e->f.PageIteratorIsAtBeginningOf(place, RIL_WORD);
		if (text && boxed && *text && !g_ascii_isspace(*text)) {
			s.text = g_string_chunk_insert(texts, text);
			s.starts_line = starts;
			starts = false;
			g_array_append_val(symbols, s);
		}
		if (text)
			e->f.DeleteText(text);
	} while (e->f.ResultIteratorNext(at, RIL_SYMBOL));
}

static bool
ocr_recognise(struct ocr_engine *e, const struct ocr_picture *p)
{
	ETEXT_DESC *monitor = e->f.MonitorCreate();
	int result;

	e->f.MonitorSetDeadlineMSecs(monitor, MOST_SECONDS * 1000);
	e->f.BaseAPISetImage(e->api, p->grey, p->width, p->height, 1, p->width);
	e->f.BaseAPISetSourceResolution(e->api, (int)(p->scale * 72 + 0.5));
	result = e->f.BaseAPIRecognize(e->api, monitor);
	e->f.MonitorDelete(monitor);
	return result == 0;
}

/* Tesseract cuts its work into pieces too small for threads: with them a page takes several times
 * as long.  No level of parallel work may be active, says OpenMP, and there are none. */
bool
ocr_engine_read(struct ocr_engine *e, const struct ocr_picture *picture, GArray *symbols,
    GStringChunk *texts)
{
	int levels = e->levels ? e->levels() : 0;
	int severity = e->set_severity ? e->set_severity(SILENT) : 0;
	TessResultIterator *first = NULL;
	bool done;

	if (e->levels && e->set_levels)
		e->set_levels(0);
	done = ocr_recognise(e, picture);
	if (done)
		first = e->f.BaseAPIGetIterator(e->api);
	if (first) {
		ocr_collect(e, first, symbols, texts);
		e->f.ResultIteratorDelete(first);
	}
	e->f.BaseAPIClear(e->api);
	if (e->levels && e->set_levels)
		e->set_levels(levels);
	if (e->set_severity)
		e->set_severity(severity);
	return done;
}
