# The manual pages in Chinese, where man(1) looks for them.  tests/manuals-zh.py compares them with the
# English ones.
zhman1dir = $(mandir)/zh_CN/man1
zhman5dir = $(mandir)/zh_CN/man5
zhman7dir = $(mandir)/zh_CN/man7
dist_zhman1_DATA = \
	po/man/zh_CN/jiyao-batch.1 \
	po/man/zh_CN/jiyao-conform.1 \
	po/man/zh_CN/jiyao-convert.1 \
	po/man/zh_CN/jiyao-help.1 \
	po/man/zh_CN/jiyao-merge.1 \
	po/man/zh_CN/jiyao-new-plugin.1 \
	po/man/zh_CN/jiyao-plugins.1 \
	po/man/zh_CN/jiyao-report.1 \
	po/man/zh_CN/jiyao-schema.1 \
	po/man/zh_CN/jiyao-verify.1 \
	po/man/zh_CN/jiyao.1
dist_zhman5_DATA = \
	po/man/zh_CN/jiyao-csv.5 \
	po/man/zh_CN/jiyao-docx.5 \
	po/man/zh_CN/jiyao-html.5 \
	po/man/zh_CN/jiyao-json.5 \
	po/man/zh_CN/jiyao-ledger.5 \
	po/man/zh_CN/jiyao-lexicon.5 \
	po/man/zh_CN/jiyao-markdown.5 \
	po/man/zh_CN/jiyao-ofd.5 \
	po/man/zh_CN/jiyao-pdf.5 \
	po/man/zh_CN/jiyao-text.5 \
	po/man/zh_CN/jiyao-xml.5
dist_zhman7_DATA = \
	po/man/zh_CN/jiyao-messages.7 \
	po/man/zh_CN/jiyao-model.7 \
	po/man/zh_CN/jiyao-plugin.7 \
	po/man/zh_CN/jiyao-sandbox.7

# For maintainers, once a translation is up to date: it bears the checksum of its original.
manual-zh-mark:
	python3 -B $(srcdir)/tests/manuals-zh.py --mark $(PAGES)
.PHONY: manual-zh-mark
