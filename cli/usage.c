/* All that the program says about itself; the long form are the manual pages, one a command. */
#include <string.h>

#include "cli.h"

static const struct page { const char *command, *text; } pages[] = {
	{"", N_("usage: jiyao COMMAND [OPTION]... [ARGUMENT]...\n"
	    "Turns official minutes (纪要) into structured data and other formats.\n"
	    "\n"
	    "  convert          read minutes, write them in other formats\n"
	    "  batch            convert whole folders, and keep a ledger of them\n"
	    "  merge            join the ledgers of a batch's shards, and prove them whole\n"
	    "  report           tell people what came of a batch, and what to do next\n"
	    "  verify           say where an output differs from its source\n"
	    "  plugins [NAME]   list the formats, or all about one of them\n"
	    "  schema NAME      print the schema of a format\n"
	    "  new-plugin NAME  write a folder with a new plugin, to begin with\n"
	    "  help [COMMAND]   explain a command\n"
	    "\n"
	    "  -h, --help       print this\n"
	    "      --version    print the version\n")},
	{"convert",
	    N_("usage: jiyao convert [-f FORMAT] -t FORMAT [-o FILE [-a]] [-O NAME=VALUE]... [INPUT]\n"
	    "Reads minutes from INPUT (none or -: standard input) and writes them.\n"
	    "\n"
	    "  -f, --from=FORMAT        the format of INPUT; otherwise its content tells\n"
	    "  -t, --to=FORMAT          a format to write; may be given several times\n"
	    "  -o, --output=FILE        where the -t before it goes; otherwise standard output\n"
	    "  -a, --append             continues that file, where the format can\n"
	    "  -O, --option=NAME=VALUE  an option of the -t before it, or of the reader\n"
	    "      --lexicon=FILE       more words to recognise by: see jiyao-lexicon(5)\n"
	    "      --any                read what does not look like minutes, too\n"
	    "      --time=SECONDS       how long reading and writing may take (300)\n"
	    "      --memory=MIB         how much memory it may take (2048)\n"
	    "      --fail-on=warning    fail with status 65 over a warning, too\n"
	    "      --messages=json      messages as JSON, one object a line\n"
	    "  -h, --help               print this\n"
	    "\n"
	    "'jiyao plugins' lists the formats, 'jiyao plugins NAME' the options of one.\n")},
	{"batch",
	    N_("usage: jiyao batch -t FORMAT[,FORMAT]... --out DIR [-O NAME=VALUE]... PATH...\n"
	    "       jiyao batch --jsonl [-O NAME=VALUE]... PATH...\n"
	    "Converts files, and all that is in folders; what is done already is not done again.\n"
	    "\n"
	    "  -t, --to=FORMAT,...      formats to write\n"
	    "      --out=DIR            where outputs go, and the ledger\n"
	    "      --jsonl              print a line of JSON an input instead\n"
	    "      --ordered            these in the order of the inputs\n"
	    "      --files0-from=FILE   more PATHs, each ended by a NUL (-: standard input)\n"
	    "  -j, --jobs=N             how many files at a time; otherwise as many as cores\n"
	    "      --time=SECONDS       how long one file may take (300)\n"
	    "      --memory=MIB         how much memory it may take (2048)\n"
	    "      --retry=WHICH        do again what failed: failed, timeout or all\n"
	    "      --shard=I/N          only the I-th part of N; auto: as the scheduler says\n"
	    "      --progress=json      progress as JSON; none: not at all\n"
	    "      --dry-run            print what there is to convert, and do nothing\n"
	    "  -f, -O, --lexicon, --any, --fail-on, --messages as for convert\n"
	    "\n"
	    "The status is 0 when all is converted, 1 when some files failed, 2 when it stopped.\n")},
	{"merge",
	    N_("usage: jiyao merge [--out DIR | -o LEDGER] [LEDGER]...\n"
	    "Joins the ledgers of all shards of a batch, if no input is missing or twice.\n"
	    "\n"
	    "      --out=DIR            write DIR/jiyao-ledger.sqlite; without a LEDGER named, of\n"
	    "                           all that shards have left in DIR\n"
	    "  -o, --output=LEDGER      write this file; without either, only say whether all is there\n"
	    "      --messages=json      messages as JSON, one object a line\n"
	    "  -h, --help               print this\n"
	    "\n"
	    "The status is 65 when something is missing, twice or where it does not belong.\n")},
	/* xgettext:no-c-format */
	{"report", N_("usage: jiyao report [OPTION]... DIR\n"
	    "Writes of the batch in DIR what people want to know, into DIR.\n"
	    "\n"
	    "  report.html, report.zh.html    sums, what to do next, exceptions, checks, plots\n"
	    "  exceptions.csv, catalogue.csv  what to do something about; every input once\n"
	    "  manifest-sha256.txt            SHA-256 of the outputs, for sha256sum -c\n"
	    "  sources-sha256.txt             SHA-256 of the inputs\n"
	    "\n"
	    "      --series             compare the documents with each other: series.csv\n"
	    "      --sample=20%         draw a sample for checking by hand: sample.html, sample.csv\n"
	    "      --seed=WORD          draw another one (1)\n"
	    "      --sources=FOLDER     where the batch was started, for links to its inputs\n"
	    "      --messages=json      messages as JSON, one object a line\n"
	    "  -h, --help               print this\n")},
	{"verify",
	    N_("usage: jiyao verify [-f FORMAT] [-t FORMAT] [-O NAME=VALUE]... OUTPUT SOURCE\n"
	    "Reads SOURCE again and says where OUTPUT, which was made of it, differs.\n"
	    "\n"
	    "  -f, --from=FORMAT        the format of SOURCE; otherwise its content tells\n"
	    "  -t, --to=FORMAT          the format of OUTPUT; otherwise its name or content tells\n"
	    "  -O, --option=NAME=VALUE  an option that OUTPUT was made with\n"
	    "      --lexicon=FILE       the words that it was made with\n"
	    "      --any                it was made with this option\n"
	    "      --time, --memory     as for convert\n"
	    "      --messages=json      messages as JSON, one object a line\n"
	    "  -h, --help               print this\n"
	    "\n"
	    "The status is 0 when the two agree, and 65 when they differ in a single character.\n")},
	{"plugins", N_("usage: jiyao plugins [NAME]\n"
	    "Lists the formats: what is read, what is written, what did not load and why.\n"
	    "With NAME: all about that one, its options and their defaults.\n")},
	{"schema", N_("usage: jiyao schema NAME\n"
	    "Prints the schema of what is written in the format NAME.\n")},
	{"new-plugin", N_("usage: jiyao new-plugin [--reader] [--writer] [--dir=FOLDER] NAME\n"
	    "Writes a folder with a plugin for the format NAME, which builds and passes its check.\n"
	    "\n"
	    "      --reader       the format is read; so it is without either option\n"
	    "      --writer       it is written; with --reader, it is both\n"
	    "      --dir=FOLDER   the folder to make; otherwise NAME, where you are\n"
	    "  -h, --help         print this\n")},
	{"help", N_("usage: jiyao help [COMMAND]\n"
	    "Explains the program, or one of its commands.\n")},
};

int
show_usage(const char *command)
{
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		if (strcmp(pages[i].command, command) == 0) {
			fputs(_(pages[i].text), stdout);
			return EX_OK;
		}
	}
	return complain(EX_USAGE, NULL, "usage", "there is no command %s: see 'jiyao help'",
	    command);
}

int
command_help(int argc, char **argv)
{
	if (argc > 2)
		return complain(EX_USAGE, NULL, "usage", "one command at a time");
	return show_usage(argc == 2 ? argv[1] : "");
}
