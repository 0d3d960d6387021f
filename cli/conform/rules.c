/* The rules, and what to do where one is broken. */
#include "conform.h"

const struct rule_words rules[RULES] = {
	[LOADS] = {"loads", "it loads", "MODULES", "'jiyao plugins' says the same of it"},
	[EXPORTS] = {"exports", "it exports its one symbol", "MODULES",
	    "compile with -fvisibility=hidden"},
	[OPTIONS] = {"options", "its options have names, values and help as they should be",
	    "OPTIONS", "correct the table of options"},
	[TAKES] = {"takes", "its probe takes each sample", "Probe",
	    "let probe give more than 0 for what the plugin reads, or give another sample"},
	[SAME] = {"same", "the same input gives the same output, whoever runs it and where",
	    "DESCRIPTION", "use no clock, random number, address, environment or locale, and keep "
	    "nothing between two calls"},
	[PROBE] = {"probe", "the answer of its probe depends on the bytes alone", "Probe",
	    "look at in.size bytes from the beginning on and at nothing else, and answer from 0 "
	    "to 100"},
	[READS] = {"reads", "it reads each sample", "Read",
	    "call jy_add_line for every line, or restore minutes whose account adds up"},
	[CUT] = {"cut", "input that was cut off ends well", "Read",
	    "input is hostile: look at in.size before every byte"},
	[DAMAGED] = {"damaged", "damaged input ends well", "Read",
	    "input is hostile: believe no length, offset or count in it"},
	[READ_OPTIONS] = {"read-options", "it reads with every value that its options accept",
	    "OPTIONS", "what a table accepts must be of use; refuse the rest of a string with "
	    "jy_fail"},
	[READ_GROWTH] = {"read-growth", "its time and memory grow no faster than the input", "Read",
	    "look for a search from the beginning, or a copy of all, for every line"},
	[WRITES] = {"writes", "it writes all minutes, be they full, empty or hostile", "Write",
	    "all but the objects of the root can be null, and a text can hold anything"},
	[WRITE_OPTIONS] = {"write-options", "it writes with every value that its options accept",
	    "OPTIONS", "what a table accepts must be of use; refuse the rest of a string with "
	    "jy_fail"},
	[WRITE_GROWTH] = {"write-growth", "its time and memory grow no faster than the minutes",
	    "Write", "look for a walk over all for every element"},
	[ROUND_TRIP] = {"round-trip", "what it has written it reads back as the same minutes",
	    "The struct", "write all of it, or say in .lossy what is lost"},
	[APPENDS] = {"appends", "what was written before is continued, or refused and left alone",
	    "The struct", "look at jy_out_bytes before the first jy_put, and fail before it"},
	[FREES] = {"frees", "it frees what it allocates, on every way out", "MEMORY",
	    "run 'jiyao convert' with it under valgrind --leak-check=full"},
	[SPEAKS] = {"speaks", "a failure says why, and messages have their form", "MESSAGES",
	    "'return jy_fail(task, status, code, ...)' says it all"},
	[QUIET] = {"quiet", "it prints nothing", "DESCRIPTION",
	    "say it with jy_warn or jy_fail, and have the library be silent"},
	[LEAVES] = {"leaves", "it leaves the process as it was", "DESCRIPTION",
	    "undo it on every way out, or do not do it"},
};
