"""The promise to authors: what was built with a released version's headers loads, and runs.

    abi-kept.py             the test, over every folder of tests/abi/
    abi-kept.py --record    stores the present headers, for the version of configure.ac

A folder has the headers of a release, the layout that they have (recorded from them), the symbols of
its library, and sources that use all of them; those of earlier releases are built with it, too.
"""
import os
import platform
import re
import shutil
import subprocess
import sys

import headers
from compile import HEADERS, LIBRARY, can_compile, compiled, module
from outputs import TOP, check, finish, jiyao, scratch, skip

STORE = TOP / 'tests' / 'abi'
VERSION = re.search(r'AC_INIT\(\[jiyao\], \[(.*?)\]', (TOP / 'configure.ac').read_text())[1]
PRESENT = STORE / re.sub(r'\.0$', '', VERSION)
DEBIAN = TOP / 'debian' / 'libjiyao1.symbols'
REMEDY = "for %s the headers are not those that are stored: is it meant? then 'make abi-headers'" % VERSION
NAMES = ('jiyao.h', 'model.h', 'plugin.h')
# Offsets are recorded for the usual machines; elsewhere they are made of the stored headers.
USUAL = platform.architecture()[0] == '64bit'
MINUTES = """云州市人民政府常务会议纪要
〔2025〕2号
2025年1月8日，市长赵一山主持召开市政府第7次常务会议。
一、审议《云州市河道管理办法》
会议原则同意《云州市河道管理办法》。
"""


def layout(folder):
    """Where the headers of that folder put things, as assertions on others."""
    text = headers.text_of(folder)
    source, program = scratch / 'recorder.c', scratch / 'recorder'
    source.write_text(headers.recorder(text))
    done = compiled(source, '-o', program, headers=folder)
    if done.returncode:
        sys.exit(done.stdout)
    return headers.PREFACE + subprocess.run([program], capture_output=True, text=True).stdout


def symbols():
    listed = subprocess.run(['nm', '-D', '--defined-only', LIBRARY], capture_output=True, text=True)
    return sorted(line.split()[-1] for line in listed.stdout.splitlines())


def record():
    (PRESENT / 'jiyao').mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        shutil.copy(HEADERS / 'jiyao' / name, PRESENT / 'jiyao' / name)
    (PRESENT / 'layout.h').write_text(layout(PRESENT))
    (PRESENT / 'symbols').write_text('\n'.join(symbols()) + '\n')


def compiles(label, text):
    source = scratch / 'kept.c'
    source.write_text('#include <jiyao/jiyao.h>\n' + text)
    done = compiled(source, '-fsyntax-only')
    check(label, done.returncode == 0, done.stdout)


def headers_keep(folder, version):
    """What stood in the headers of that version stands in the present ones, at its place."""
    text = headers.text_of(folder)
    recorded = (folder / 'layout.h').read_text()
    made = layout(folder)
    if USUAL:
        check('%s: the layout is that of its headers' % version, made == recorded,
              'tests/abi/%s/layout.h is not what its headers give: restore both' % version)
    compiles('%s: structs and enums' % version, made)
    compiles('%s: functions' % version, '\n'.join(each for _, each in headers.functions(text)))
    lost = set((folder / 'symbols').read_text().split()) - set(symbols())
    check('%s: no symbol of libjiyao has gone' % version, not lost, ' '.join(lost))


def sources(version):
    """The sources of that version and of those before it."""
    return [path for folder in versions() if folder.name <= version
            for path in sorted(folder.glob('*.c'))]


def versions():
    return sorted(path for path in STORE.iterdir() if (path / 'jiyao').is_dir())


def all_is_used(folder, version):
    text = ''.join(path.read_text() for path in sources(version))
    unused = [name for name, _ in headers.functions(headers.text_of(folder))
              if not re.search(r'\b%s\(' % name, text)]
    check('%s: its sources use every function' % version, not unused, ' '.join(unused))


def built(folder, version):
    """The plugins of that version, built with its headers, in a folder of their own."""
    plugins = scratch / ('plugins-' + version)
    plugins.mkdir()
    for source in sources(version):
        if source.stem != 'program':
            done = module(source, plugins / (source.stem + '.so'), headers=folder)
            check('%s: %s.c compiles' % (version, source.stem), done.returncode == 0, done.stdout)
    return plugins


def run(plugins, *words, stdin=b''):
    path = '%s:%s' % (plugins, os.environ.get('JIYAO_PLUGIN_PATH', ''))
    return jiyao(*words, stdin=stdin, env={**os.environ, 'JIYAO_PLUGIN_PATH': path})


def reads(plugins, version):
    """The reader of lines: its options, its messages, and all that it tells of the source."""
    words = scratch / 'words'
    words.write_text('?此件公开发布')
    done = run(plugins, 'convert', '-O', 'title=标题', '-O', 'pages=3', '-O', 'words=%s' % words,
               '-t', 'table', stdin=('%LINES\n' + MINUTES).encode())
    out = done.out.decode()
    for line in ('.source.format = lines', '.source.pages = 3', '.source.encoding = UTF-8',
                 '.source.metadata.title = 标题', '.source.ocr.engine = eye',
                 '.source.ocr.language = zh', '.document.number.text = 〔2025〕2号',
                 '.meeting.date = 2025-01-08', '.items.documents = texts', '.furniture.text = %LINES',
                 '.checks.code = warned'):
        check('%s: the reader of lines gives %s' % (version, line), line in out.splitlines(), done)
    check('%s: it warns' % version, ':p2: warning: page 2 ends [warned]\n' in done.messages, done)
    done = run(plugins, 'convert', '-O', 'fail=yes', '-t', 'json', stdin=b'%LINES\n')
    check('%s: it fails' % version, done.status == 69 and
          done.messages.endswith('error: it was to fail [asked]\n'), done)
    done = run(plugins, 'convert', '-O', 'pages=10', '-t', 'json', stdin=b'%LINES\n')
    check('%s: its options have their range' % version, done.status == 64, done)


def restores(plugins, version):
    """Minutes with one of everything, through both writers; later ones may have more of it."""
    for writer in ('walk', 'table'):
        expected = STORE / '0.1' / (writer + '.txt')
        done = run(plugins, 'convert', '-t', writer, stdin=b'%RESTORE\n')
        if os.environ.get('REGEN'):
            expected.write_bytes(done.out)
        printed, wanted = done.out.decode().splitlines(), expected.read_text().splitlines()
        lines = iter(printed)
        lost = [line for line in wanted if line not in lines]
        check('%s: minutes are restored and written by %s' % (version, writer), done.status == 0
              and len(wanted) > 100 and not lost, '%s\n%s' % (done.messages, '\n'.join(lost)))


def appends(plugins, version):
    target = scratch / ('appended-' + version)
    for _ in range(2):
        done = run(plugins, 'convert', '-t', 'table', '-o', target, '-a', stdin=b'%RESTORE\n')
        check('%s: a file is continued' % version, done.status == 0, done)
    check('%s: ... once' % version, target.read_text().count('continued\n') == 1)
    done = run(plugins, 'schema', 'table')
    check('%s: the schema' % version, done.out == b'a schema\n', done)


def program_runs(folder, plugins, version):
    program, expected = scratch / ('program-' + version), STORE / '0.1' / 'program.txt'
    done = compiled(folder / 'program.c', '-o', program, LIBRARY, '-Wl,-rpath,%s' % LIBRARY.parent,
                    headers=folder)
    check('%s: program.c compiles' % version, done.returncode == 0, done.stdout)
    done = subprocess.run([program, plugins], capture_output=True, text=True)
    if os.environ.get('REGEN'):
        expected.write_text(done.stdout)
    check('%s: a program over jiyao.h' % version, done.returncode == 0 and
          done.stdout == expected.read_text(), done)


def kept(folder):
    version = folder.name
    headers_keep(folder, version)
    all_is_used(folder, version)
    plugins = built(folder, version)
    reads(plugins, version)
    restores(plugins, version)
    appends(plugins, version)
    if (folder / 'program.c').exists():
        program_runs(folder, plugins, version)


if sys.argv[1:] == ['--record']:
    record()
    sys.exit(0)
for name in NAMES:
    stored = PRESENT / 'jiyao' / name
    check('%s is stored as it is' % name, stored.exists() and
          stored.read_bytes() == (HEADERS / 'jiyao' / name).read_bytes(), REMEDY)
if not can_compile() or not shutil.which('nm'):
    skip('what was built with the headers of earlier versions', 'there is no compiler')
elif not LIBRARY.exists():
    skip('what was built with the headers of earlier versions', 'there is no %s' % LIBRARY)
else:
    check('the symbols are stored as they are', symbols() ==
          (PRESENT / 'symbols').read_text().split(), REMEDY)
    check('Debian\'s package has them', symbols() == re.findall(r'^ (\w+)@', DEBIAN.read_text(), re.M),
          'debian/README.source says how to renew debian/libjiyao1.symbols')
    for folder in versions():
        kept(folder)
finish()
