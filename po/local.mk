# Messages in other languages: po/LANGUAGE.po, made into catalogues.  (The machinery of gettextize would
# be larger than all of this.)
languages = zh_CN
EXTRA_DIST += po/extract.sh $(languages:%=po/%.po)
catalogues = $(languages:%=po/locale/%/LC_MESSAGES/jiyao.mo)
if HAVE_NLS
all-local: $(catalogues)
CLEANFILES += $(catalogues)
install-data-local: install-catalogues
uninstall-local: uninstall-catalogues
endif
po/locale/zh_CN/LC_MESSAGES/jiyao.mo: po/zh_CN.po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) -c -o $@ $<
install-catalogues: $(catalogues)
	for language in $(languages); do \
		folder="$(DESTDIR)$(localedir)/$$language/LC_MESSAGES"; \
		$(MKDIR_P) "$$folder" && \
		$(INSTALL_DATA) po/locale/$$language/LC_MESSAGES/jiyao.mo "$$folder" || exit 1; \
	done
uninstall-catalogues:
	for language in $(languages); do \
		rm -f "$(DESTDIR)$(localedir)/$$language/LC_MESSAGES/jiyao.mo"; \
	done

# What plugins say of themselves and of their options.
check_PROGRAMS += po/words
po_words_SOURCES = po/words.c
po_words_LDADD = libjiyao.la

# For translators: takes what is new into po/*.po, and marks what has changed as fuzzy.
update-po: po/words$(EXEEXT) $(plugin_LTLIBRARIES)
	JIYAO_PLUGIN_PATH=$(abs_builddir)/plugins/.libs $(SHELL) $(srcdir)/po/extract.sh po/words$(EXEEXT) >jiyao.pot
	for language in $(languages); do \
		msgmerge --quiet --update --backup=none --add-location=file --no-wrap \
		    $(srcdir)/po/$$language.po jiyao.pot || exit 1; \
	done; rm -f jiyao.pot
.PHONY: install-catalogues uninstall-catalogues update-po
