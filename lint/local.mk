# For maintainers, in a clone: what is said of the sources without running them, and how much of them
# the tests run.
EXTRA_DIST += .clang-format .clang-tidy .shellcheckrc tests/.clang-tidy lint/analyzer.txt \
	lint/by-hand.awk lint/clang-tidy.txt lint/cppcheck.txt lint/coverage.sh lint/format.sh lint/lint.sh
lint_libraries = $(CHECK_CFLAGS) $(GCRYPT_CFLAGS) $(HARFBUZZ_CFLAGS) $(JANSSON_CFLAGS) \
	$(LIBXML_CFLAGS) $(LIBZIP_CFLAGS) $(POPPLER_CFLAGS) $(QPDF_CFLAGS) $(SECCOMP_CFLAGS) \
	$(SQLITE_CFLAGS) $(TESSERACT_CFLAGS) $(UCHARDET_CFLAGS) $(UTF8PROC_CFLAGS)
lint_flags = -std=gnu17 $(DEFS) $(AM_CPPFLAGS) -Icore -Icli/batch -I$(srcdir)/cli/batch -Icli/report \
	-I$(srcdir)/cli/report -Icli/skeleton -Iplugins/json -Iplugins/xml \
	-DPLUGINDIR='"$(plugindir)"' -DLOCALEDIR='"$(localedir)"' \
	-DQPDF_SONAME='"$(QPDF_SONAME)"' -DTESSERACT_SONAME='"$(TESSERACT_SONAME)"' \
	-DHARFBUZZ_SONAME='"$(HARFBUZZ_SONAME)"' $(lint_libraries:-I%=-isystem%)

lint: $(BUILT_SOURCES)
	$(srcdir)/lint/lint.sh $(abs_srcdir) $(lint_flags)

format:
	cd $(srcdir) && git ls-files -z '*.[ch]' ':!tests/abi/*/layout.h' | xargs -0 sh lint/format.sh

# In a copy of the sources, for these may be configured themselves.
coverage:
	-test ! -d coverage || chmod -R u+w coverage
	rm -rf coverage
	$(MKDIR_P) coverage
	$(MAKE) distdir distdir=coverage/jiyao
	$(SHELL) $(srcdir)/lint/coverage.sh coverage
.PHONY: lint format coverage
