# libjiyao: the model, the plugin interface, the recogniser.
lib_LTLIBRARIES += libjiyao.la
jiyaoincludedir = $(includedir)/jiyao
jiyaoinclude_HEADERS = core/jiyao/jiyao.h core/jiyao/model.h core/jiyao/plugin.h

libjiyao_la_SOURCES = \
	core/arena.c core/arena.h \
	core/builder.c core/builder.h \
	core/shape.c \
	core/text.c core/text.h \
	core/out.c \
	core/options.c \
	core/task.c core/task.h \
	core/plugins.c core/detect.c core/host.h \
	core/convert.c
libjiyao_la_CPPFLAGS = $(AM_CPPFLAGS) -DPLUGINDIR='"$(plugindir)"'
libjiyao_la_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS) $(NETTLE_CFLAGS)
libjiyao_la_LIBADD = $(UTF8PROC_LIBS) $(NETTLE_LIBS) $(DL_LIBS)
libjiyao_la_LDFLAGS = -version-info 0:0:0 -no-undefined -export-symbols-regex '^jy_'
