/* Stands for the recogniser of characters in a build without one. */
#include "ocr.h"

struct ocr_engine *
ocr_engine_new(const char *languages, char **why)
{
	(void)languages;
	*why = g_strdup("this jiyao was built without OCR");
	return NULL;
}

void
ocr_engine_free(struct ocr_engine *engine)
{
	(void)engine;
}

const char *
ocr_engine_name(const struct ocr_engine *engine)
{
	(void)engine;
	return "";
}

bool
ocr_engine_read(struct ocr_engine *engine, const struct ocr_picture *picture, GArray *symbols,
    GStringChunk *texts)
{
	(void)engine;
	(void)picture;
	(void)symbols;
	(void)texts;
	return false;
}
