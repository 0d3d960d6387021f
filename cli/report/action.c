/* What to do about a code.  Readers may invent codes: one that is not known here is judged by the
 * exit status that it came with. */
#include <string.h>

#include "report.h"

enum {
	PASSWORD, RESCAN, OCR, DAMAGED, FOREIGN, ACCESS, SETUP, SETTINGS, RETRY, TELL, COMPARE,
	NOTHING, WAITING
};

const struct action actions[ACTIONS] = {
	[PASSWORD] = {"password", W_PASSWORD, W_PASSWORD_DO},
	[RESCAN] = {"rescan", W_RESCAN, W_RESCAN_DO},
	[OCR] = {"ocr", W_OCR, W_OCR_DO},
	[DAMAGED] = {"another-copy", W_DAMAGED, W_DAMAGED_DO},
	[FOREIGN] = {"not-minutes", W_FOREIGN, W_FOREIGN_DO},
	[ACCESS] = {"access", W_ACCESS, W_ACCESS_DO},
	[SETUP] = {"install", W_SETUP, W_SETUP_DO},
	[SETTINGS] = {"options", W_SETTINGS, W_SETTINGS_DO},
	[RETRY] = {"try-again", W_RETRY, W_RETRY_DO},
	[TELL] = {"tell-us", W_TELL, W_TELL_DO},
	[COMPARE] = {"compare", W_COMPARE, W_COMPARE_DO},
	[NOTHING] = {"nothing", W_NOTHING, W_NOTHING_DO},
	[WAITING] = {"go-on", W_WAITING, W_WAITING_DO},
};

static const struct cure { const char *code; int action; } cures[] = {
	{"encrypted", PASSWORD},
	{"no-text", RESCAN}, {"ocr-blank", RESCAN},
	{"needs-ocr", OCR}, {"no-ocr", OCR}, {"doubtful-fonts", OCR},
	{"damaged", DAMAGED}, {"empty", DAMAGED}, {"missing-part", DAMAGED},
	{"content-type", DAMAGED}, {"too-deep", DAMAGED},
	{"not-minutes", FOREIGN}, {"unknown-format", FOREIGN}, {"not-docx", FOREIGN},
	{"not-ofd", FOREIGN}, {"wrong-schema", FOREIGN},
	{"no-input", ACCESS}, {"directory", ACCESS}, {"permission", ACCESS}, {"unreadable", ACCESS},
	{"no-poppler-data", SETUP}, {"no-plugins", SETUP}, {"plugin-refused", SETUP},
	{"no-such-encoding", SETUP},
	{"too-large", SETTINGS}, {"no-such-page", SETTINGS}, {"bad-pages", SETTINGS},
	{"option", SETTINGS}, {"lexicon", SETTINGS}, {"unknown-encoding", SETTINGS},
	{"timeout", RETRY}, {"memory", RETRY}, {"no-memory", RETRY}, {"resources", RETRY},
	{"killed", RETRY}, {"output", RETRY}, {"busy", RETRY},
	{"crashed", TELL}, {"forbidden", TELL}, {"protocol", TELL}, {"plugin-bug", TELL},
	{"warnings", COMPARE},
};

static int
action_of_status(int status)
{
	switch (status) {
	case EX_DATAERR:
		return DAMAGED;
	case EX_NOINPUT:
	case EX_NOPERM:
		return ACCESS;
	case EX_UNAVAILABLE:
		return SETUP;
	case EX_USAGE:
		return SETTINGS;
	case EX_CANTCREAT:
	case EX_IOERR:
	case EX_TEMPFAIL:
		return RETRY;
	default:
		return TELL;
	}
}

int
action_of(const char *outcome, const char *code, int status)
{
	if (strcmp(outcome, "skipped") == 0)
		return NOTHING;
	if (strcmp(outcome, "todo") == 0)
		return WAITING;
	for (size_t i = 0; code && i < sizeof(cures) / sizeof(*cures); i++)
		if (strcmp(cures[i].code, code) == 0)
			return cures[i].action;
	return strcmp(outcome, "warnings") == 0 ? COMPARE : action_of_status(status);
}
