# Tells clang-format, as its options, which lines of a C source it may lay out: all but those whose
# layout says something that it would lose.  These are directives and macros, tables and other lists
# in braces, records and cases on one line, attributes on a line of their own, and comments in a
# column after the code.
function opens_list() {
	return /(=|\]|enum|enum [a-z_]+) \{([ \t]*\/\*.*)?$/ || /static const struct[^()]*\{$/ || /\)\{$/
}
function is_on_one_line() {
	return /(struct|union|enum)[^()]*\{.*\}/ || /^[ \t]*(case [^:]*|default):.*[^ \t:]/ || /^;/
}
function end_range() { if (first) printf "--lines=%d:%d\n", first, FNR - 1; first = 0 }

function is_by_hand() {
	if (comment) {
		comment = !/\*\//
	} else if (list) {
		list = $0 !~ "^" indent "}.*;"
	} else if (directive || /^[ \t]*#/) {
		directive = /\\$/
	} else if (attribute || /^__attribute__.*\)\)([ \t]*\/\*.*)?$/) {
		attribute = !/[;{]$/
	} else if (opens_list()) {
		list = 1
		match($0, /^[ \t]*/)
		indent = substr($0, 1, RLENGTH)
	} else if (/[^ \t].*\t\/\*/) {
		comment = !/\*\//
	} else {
		return is_on_one_line()
	}
	return 1
}

is_by_hand() { end_range(); next }
!first { first = FNR }
END { FNR++; end_range() }
