# Messages in other languages: po/LANGUAGE.po, made into catalogues.  (The machinery of gettextize would
# be larger than all of this.)
languages = zh_CN
EXTRA_DIST += $(languages:%=po/%.po)
EXTRA_PROGRAMS = po/words
po_words_SOURCES = po/words.c
po_words_LDADD = libjiyao.la
CLEANFILES += po/words$(EXEEXT) po/words.pot po/sources.pot po/jiyao.pot
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
		folder=$(DESTDIR)$(localedir)/$$language/LC_MESSAGES; \
		$(MKDIR_P) $$folder && \
		$(INSTALL_DATA) po/locale/$$language/LC_MESSAGES/jiyao.mo $$folder || exit 1; \
	done
uninstall-catalogues:
	for language in $(languages); do \
		rm -f $(DESTDIR)$(localedir)/$$language/LC_MESSAGES/jiyao.mo; \
	done
.PHONY: install-catalogues uninstall-catalogues update-po

# Every message of the sources; then what plugins say of themselves and their options.
po/jiyao.pot: po/words$(EXEEXT) $(plugin_LTLIBRARIES)
	$(AM_V_GEN)cd $(srcdir) && find core cli plugins -name '*.c' | LC_ALL=C sort | \
	    $(XGETTEXT) -f - -o $(abs_builddir)/po/sources.pot --language=C --from-code=UTF-8 \
	    --add-location=file --package-name=jiyao \
	    --keyword --keyword=_ --keyword=N_ --keyword=JY_WORD \
	    --keyword=jy_warn:4 --keyword=jy_fail:4 --keyword=jy_words:2 \
	    --keyword=check:5 --keyword=check_place:5 --keyword=said:3 \
	    --keyword=complain:4 --keyword=mention:3 --keyword=tell:2 --keyword=blame:4 \
	    --keyword=conclude:4 \
	    --flag=JY_WORD:1:pass-c-format --flag=N_:1:pass-c-format --flag=_:1:pass-c-format \
	    --flag=jy_warn:4:c-format --flag=jy_fail:4:c-format --flag=jy_words:2:c-format \
	    --flag=check:5:c-format --flag=check_place:5:c-format --flag=said:3:c-format \
	    --flag=complain:4:c-format --flag=mention:3:c-format --flag=tell:2:c-format \
	    --flag=blame:4:c-format --flag=conclude:4:c-format
	$(AM_V_at)JIYAO_PLUGIN_PATH=plugins/.libs po/words | msguniq -o po/words.pot
	$(AM_V_at)msgcat --use-first --add-location=file -o $@ po/sources.pot po/words.pot

# For translators: takes what is new into po/*.po, and marks what has changed as fuzzy.
update-po: po/jiyao.pot
	for language in $(languages); do \
		$(MSGMERGE) --quiet --update --backup=none --add-location=file --no-wrap \
		    $(srcdir)/po/$$language.po po/jiyao.pot || exit 1; \
	done
