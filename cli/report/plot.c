/* How long files took, and how large they are: bars as SVG, and the same figures as a table. */
#include <string.h>

#include "../batch/store.h"
#include "report.h"

enum { BINS = 12, WIDTH = 640, HEIGHT = 180, BASE = 150, LEFT = 8 };
enum { STEP = (WIDTH - 2 * LEFT) / BINS };

struct plot {
	const char *id;
	enum word title;
	double limits[BINS - 1];	/* a bin ends below it */
	const char *labels[BINS];	/* where a bin begins */
	const char *sql;
};

static const struct plot plots[] = {
	{"time", W_PLOT_TIME, {.01, .03, .1, .3, 1, 3, 10, 30, 60, 120, 300},
	    {"0", "10 ms", "30 ms", "0.1 s", "0.3 s", "1 s", "3 s", "10 s", "30 s", "60 s", "120 s",
	    "300 s"}, "SELECT seconds FROM fate WHERE seconds IS NOT NULL"},
	{"size", W_PLOT_SIZE, {1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20,
	    16 << 20, 64 << 20, 256 << 20, 1 << 30},
	    {"0", "1 KiB", "4 KiB", "16 KiB", "64 KiB", "256 KiB", "1 MiB", "4 MiB", "16 MiB",
	    "64 MiB", "256 MiB", "1 GiB"}, "SELECT size FROM fate WHERE outcome <> 'skipped'"},
};

static void
count_bins(struct report *r, const struct plot *plot, long *bins)
{
	sqlite3_stmt *s = ask(r->ledger, plot->sql, "");

	memset(bins, 0, BINS * sizeof(*bins));
	while (next_row(r, s)) {
		double value = sqlite3_column_double(s, 0);
		int i = 0;

		while (i < BINS - 1 && value >= plot->limits[i])
			i++;
		bins[i]++;
	}
}

static long
highest(const long *bins)
{
	long most = 1;

	for (int i = 0; i < BINS; i++)
		if (bins[i] > most)
			most = bins[i];
	return most;
}

static void
put_bar(struct page *p, const struct plot *plot, int i, long count, long most)
{
	int x = LEFT + i * STEP, height = (int)((double)count / (double)most * (BASE - 20) + .5);

	if (count && !height)
		height = 1;		/* one file among many is to be seen, too */
	fprintf(p->to, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", x + 2, BASE - height,
	    STEP - 4, height);
	if (count) {
		fprintf(p->to, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">", x + STEP / 2,
		    BASE - height - 4);
		html_count(p, count);
		fputs("</text>", p->to);
	}
	fprintf(p->to, "<text x=\"%d\" y=\"%d\">%s</text>\n", x + 2, BASE + 16, plot->labels[i]);
}

static void
put_svg(struct page *p, const struct plot *plot, const long *bins)
{
	long most = highest(bins);

	fprintf(p->to, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"plot-%s\">\n",
	    WIDTH, HEIGHT, plot->id);
	for (int i = 0; i < BINS; i++)
		put_bar(p, plot, i, bins[i], most);
	fprintf(p->to, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n</svg>\n", LEFT, BASE,
	    WIDTH - LEFT, BASE);
}

static void
put_figures(struct page *p, const struct plot *plot, const long *bins)
{
	static const enum word columns[] = {W_FROM, W_BELOW, W_FILES, W_NONE};

	fputs("<details><summary>", p->to);
	html_say(p, W_PLOT_SAYS);
	fputs("</summary>\n", p->to);
	html_columns(p, columns);
	for (int i = 0; i < BINS; i++) {
		if (!bins[i])
			continue;
		fprintf(p->to, "<tr><td>%s</td><td>%s</td><td class=\"n\">", plot->labels[i],
		    i < BINS - 1 ? plot->labels[i + 1] : "");
		html_count(p, bins[i]);
		fputs("</td></tr>\n", p->to);
	}
	fputs("</tbody></table></div>\n</details>\n", p->to);
}

static void
put_plot(struct page *p, const struct plot *plot)
{
	long bins[BINS];

	count_bins(p->report, plot, bins);
	fprintf(p->to, "<figure>\n<figcaption id=\"plot-%s\">", plot->id);
	html_say(p, plot->title);
	fputs("</figcaption>\n", p->to);
	put_svg(p, plot, bins);
	put_figures(p, plot, bins);
	fputs("</figure>\n", p->to);
}

static void
put_slowest(struct page *p)
{
	static const enum word columns[] = {W_FILE, W_SECONDS, W_SIZE, W_PAGES, W_MEMORY, W_NONE};
	sqlite3_stmt *s = ask(p->report->ledger,
	    "SELECT source, printf('%.2f', seconds),"
	    " printf('%,d KiB', (size + 1023) / 1024), pages,"
	    " printf('%d MiB', (memory + 1023) / 1024)"
	    " FROM fate WHERE seconds IS NOT NULL ORDER BY fate.seconds DESC, path LIMIT 10",
	    "");

	fputs("<h3>", p->to);
	html_say(p, W_SLOWEST);
	fputs("</h3>\n", p->to);
	html_columns(p, columns);
	while (next_row(p->report, s)) {
		fputs("<tr><td class=\"name\">", p->to);
		html_source(p, column(s, 0));
		for (int i = 1; i < 5; i++) {
			fputs("</td><td class=\"n\">", p->to);
			html_text(p->to, column(s, i));
		}
		fputs("</td></tr>\n", p->to);
	}
	fputs("</tbody></table></div>\n", p->to);
}

void
put_plots(struct page *p)
{
	html_heading(p, "plots", W_PLOTS);
	for (size_t i = 0; i < sizeof(plots) / sizeof(*plots); i++)
		put_plot(p, &plots[i]);
	put_slowest(p);
}
