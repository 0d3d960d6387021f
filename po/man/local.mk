# The manual pages in Chinese, where man(1) looks for them.  tests/manuals-zh.py compares them with the
# English ones.
zhman5dir = $(mandir)/zh_CN/man5
dist_zhman5_DATA = \
	po/man/zh_CN/jiyao-csv.5

# For maintainers, once a translation is up to date: it bears the checksum of its original.
manual-zh-mark:
	python3 -B $(srcdir)/tests/manuals-zh.py --mark $(PAGES)
.PHONY: manual-zh-mark
