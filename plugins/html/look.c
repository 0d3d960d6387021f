/* What an element looks like: what it inherits, its tag, its attributes, its style. */
#include "html.h"

#include <string.h>

enum { HTML_MOST_POINTS = 1000 };

const char *
html_attribute(const char *const *names, const char *name)
{
	for (; names && *names; names += 2)
		if (strcmp(*names, name) == 0)
			return names[1] ? names[1] : "";
	return NULL;
}

bool
html_says(const char *s, size_t n, const char *word)
{
	size_t i;

	for (i = 0; i < n && word[i]; i++)
		if (s[i] != word[i] && !(s[i] >= 'A' && s[i] <= 'Z' && s[i] + 32 == word[i]))
			return false;
	return i == n && !word[i];
}

double
html_number(const char *s, const char **stop)
{
	double value = 0, unit = 1;
	bool minus = *s == '-', point = false;

	for (s += *s == '-' || *s == '+'; (*s >= '0' && *s <= '9') || (*s == '.' && !point); s++) {
		if (*s == '.') {
			point = true;
			continue;
		}
		value = value < 1e9 ? value * 10 + (*s - '0') : value;
		unit *= point ? 10 : 1;
	}
	*stop = s;
	return (minus ? -value : value) / unit;
}

/* A length in points; 0 where it is none that is known. */
static double
html_length(const char *s, double em)
{
	static const struct { char unit[3]; double points; } units[] = {
		{"pt", 1}, {"px", 0.75}, {"cm", 72 / 2.54}, {"mm", 7.2 / 2.54}, {"in", 72},
		{"pc", 12},
	};
	double n = html_number(s, &s);

	if (html_says(s, 2, "em"))
		n *= em;
	else if (html_says(s, 3, "rem"))
		n *= 12;
	else
		for (size_t i = 0;; i++) {
			if (i == sizeof(units) / sizeof(*units))
				return 0;
			if (html_says(s, 2, units[i].unit)) {
				n *= units[i].points;
				break;
			}
		}
	return n > HTML_MOST_POINTS ? HTML_MOST_POINTS
	    : n < -HTML_MOST_POINTS ? -HTML_MOST_POINTS
				    : n;
}

static void
html_align(struct html_look *look, const char *s, size_t n)
{
	static const struct { const char *word; enum jy_align align; } words[] = {
		{"left", JY_LEFT}, {"start", JY_LEFT}, {"center", JY_CENTRE}, {"middle", JY_CENTRE},
		{"right", JY_RIGHT}, {"end", JY_RIGHT}, {"justify", JY_JUSTIFIED},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (html_says(s, n, words[i].word))
			look->align = (unsigned char)words[i].align;
}

static void
html_weigh(struct html_look *look, const char *s, size_t n)
{
	const char *stop;
	double weight = html_number(s, &stop);

	if (weight > 0)
		look->bold = weight >= 600;
	else if (html_says(s, n, "bold") || html_says(s, n, "bolder"))
		look->bold = true;
	else if (html_says(s, n, "normal") || html_says(s, n, "lighter"))
		look->bold = false;
}

/* The value may have other words beside the numbering's: inside, url(…). */
static void
html_list_style(struct html_look *look, const char *s, size_t n)
{
	const char *end = s + n, *word;

	for (; s < end; s++) {
		const struct html_listing *found;

		for (word = s; s < end && !html_is_space(*s);)
			s++;
		n = (size_t)(s - word);
		if ((found = html_listing(word, n)))
			look->listing = found;
		else if (html_says(word, n, "none") || html_says(word, n, "disc")
		    || html_says(word, n, "circle") || html_says(word, n, "square"))
			look->listing = NULL;
	}
}

/* One declaration of a style: the property of N bytes at NAME has the M bytes at VALUE. */
static void
html_declare(struct html_look *look, const char *name, size_t n, const char *value, size_t m)
{
	double em = look->size > 0 ? look->size : 12, size;

	if (html_says(name, n, "display"))
		look->hidden |= html_says(value, m, "none");
	else if (html_says(name, n, "visibility"))
		look->hidden |= html_says(value, m, "hidden") || html_says(value, m, "collapse");
	else if (html_says(name, n, "text-align"))
		html_align(look, value, m);
	else if (html_says(name, n, "text-indent"))
		look->indent = html_length(value, em);
	else if (html_says(name, n, "font-size"))
		look->size = (size = html_length(value, em)) > 0 ? size : look->size;
	else if (html_says(name, n, "font-weight"))
		html_weigh(look, value, m);
	else if (html_says(name, n, "white-space"))
		look->keeps_space = m >= 3 && html_says(value, 3, "pre");
	else if (html_says(name, n, "list-style-type") || html_says(name, n, "list-style"))
		html_list_style(look, value, m);
}

/* A style attribute: declarations with a colon, between semicolons. */
static void
html_take_style(struct html_look *look, const char *s)
{
	while (*s) {
		const char *name = s, *value;
		size_t len = strcspn(s, ";:"), n = len, m;

		s += len;
		if (*s == ':') {
			s++;
			value = s += strspn(s, " \t\r\n\f");
			s += strcspn(s, ";");
			m = strcspn(value, ";!");
			while (m && html_is_space(value[m - 1]))
				m--;
			while (n && html_is_space(*name))
				name++, n--;
			while (n && html_is_space(name[n - 1]))
				n--;
			html_declare(look, name, n, value, m);
		}
		s += *s == ';';
	}
}

/* The sizes of <font size=1> to 7, in points; +1 and -1 count from 3. */
static double
html_font_size(const char *s)
{
	static const double points[] = {7.5, 10, 12, 13.5, 18, 24, 36};
	const char *stop;
	double n = html_number(s, &stop) + (*s == '+' || *s == '-' ? 3 : 0);

	return points[n < 1 ? 0 : n > 7 ? 6 : (int)n - 1];
}

static void
html_take_tag(struct html_look *look, enum html_tag tag)
{
	switch (tag) {
	case HTML_BOLD: case HTML_HEADING: case HTML_HEAD_CELL: look->bold = true; break;
	case HTML_CENTER: look->align = JY_CENTRE; break;
	case HTML_DEL: look->deleted = true; break;
	case HTML_ORDERED: look->listing = html_listing("decimal", 7); break;
	case HTML_PRE: look->keeps_space = true; break;
	case HTML_TABLE: look->indent = 0; break;
	case HTML_UNORDERED: look->listing = NULL; break;
	default: break;
	}
}

void
html_take_look(struct html_look *look, enum html_tag tag, const char *const *names)
{
	const char *value;

	html_take_tag(look, tag);
	if (!names)
		return;
	if ((value = html_attribute(names, "align")) && tag != HTML_TABLE && tag != HTML_PICTURE)
		html_align(look, value, strlen(value));
	if (tag == HTML_FONT && (value = html_attribute(names, "size")) && *value)
		look->size = html_font_size(value);
	if ((tag == HTML_ORDERED || tag == HTML_ITEM || tag == HTML_UNORDERED)
	    && (value = html_attribute(names, "type")))
		html_list_style(look, value, strlen(value));
	if (tag == HTML_A && html_attribute(names, "href"))
		look->linked = true;
	if (html_attribute(names, "hidden"))
		look->hidden = true;
	if ((value = html_attribute(names, "style")))
		html_take_style(look, value);
}
