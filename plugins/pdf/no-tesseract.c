/* Stands for the recogniser of characters in a build without one. */
#include "ocr.h"

struct ocr_engine *
ocr_engine_new(struct jy_task *task, const char *languages, const char **why)
{
	(void)task;
	(void)languages;
	*why = JY_WORD("this jiyao was built without OCR");
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
