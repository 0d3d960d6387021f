"""For tests that compile C, as an author of plugins does: JIYAO_CC is the compiler with its flags."""
import os
import pathlib
import shlex
import shutil
import subprocess

from outputs import TOP

CC = shlex.split(os.environ.get('JIYAO_CC', 'cc'))
# The headers of these sources; an author elsewhere has them where the compiler looks.
HEADERS = TOP / 'core'
LIBRARY = pathlib.Path(os.environ.get('JIYAO_LIBRARY', '.libs/libjiyao.so')).resolve()
WARNINGS = ['-Wall', '-Wextra', '-Werror', '-Wno-missing-field-initializers']


def can_compile():
    return shutil.which(CC[0]) is not None


def compiled(source, *flags, headers=HEADERS):
    """Compiles with all warnings as errors: the process that did it, with what it said."""
    return subprocess.run([*CC, '-std=gnu17', *WARNINGS, '-I', headers, source, *flags],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def module(source, target, *flags, headers=HEADERS):
    """Builds a plugin by the flags of jiyao-plugin(7)."""
    return compiled(source, '-fPIC', '-shared', '-Wl,-z,now', '-o', target, *flags, headers=headers)
