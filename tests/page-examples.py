"""Every example of the READMEs and of the manual pages runs, and prints what it is said to print.

Each page has a folder of its own, in which its examples run one after another.  A block is a script;
what one prints; a file, whose name the paragraph before it ends with; C, which is compiled; or JSON or
XML, which has to be of the model.  What is none of these, or cannot run here, stands in ELSEWHERE.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import blocks
from compile import CC, HEADERS, LIBRARY, can_compile, compiled
from outputs import FIXTURES, JIYAO, TOP, check, finish, jiyao, scratch, skip

# Page, beginning of the example, and why it cannot run here or is none.
ELSEWHERE = [(re.compile(page), re.compile(text), why) for page, text, why in [
    (r'', r'\./setup(?! && ./jiyao)|sudo |autoreconf|make check|REGEN=', 'it builds, installs or tests all of this'),
    (r'README', r'.*\bless$', 'it waits for a key'),
    (r'jiyao-ledger', r'\$ sqlite3', 'tests/cli-ledger.sh runs it'),
    (r'jiyao-new-plugin', r'', 'tests/new-plugin.sh goes through it, with an installed jiyao'),
    (r'examples/', r'', 'tests/examples.sh builds the plugin and reads with it'),
    (r'jiyao-conform', r'LD_PRELOAD', 'it would also preload the shell that starts what is not installed'),
    (r'jiyao-conform', r'check: ', 'a rule of a Makefile, as jiyao new-plugin writes it'),
    (r'jiyao-conform', r'not ok ', 'of a plugin that is wrong: tests/conform-rude.sh has such'),
    (r'jiyao-ofd', r'公文\n', 'a drawing of the tags, which tests/valid-ofd.py reads'),
    (r'HACKING', r' *bytes ──', 'a drawing'),
]]
# The first script of the READMEs builds before it converts: here that is done.
BUILT = '#!/bin/sh\nexit 0\n'
# The files that pages speak of.
WORLD = {
    'council.pdf': 'pdf/suzhou-149.pdf', 'damaged.txt': 'text/qinghe-damaged.txt',
    'locked.pdf': 'pdf/locked.pdf', 'minutes.docx': 'docx/suzhou-149.docx',
    'minutes.html': 'html/qinghe.html', 'minutes.ofd': 'ofd/suzhou-149.ofd',
    'minutes.pdf': 'pdf/suzhou-149.pdf', 'minutes.txt': 'text/yunzhou-big5.txt',
    'minutes.json': 'text/qinghe.txt.json', 'qinghe.txt': 'text/qinghe.txt',
    'scan.pdf': 'pdf/scanned.pdf',
    '2021/149.pdf': 'pdf/suzhou-149.pdf',
    **{'scans/%s.%s' % (n, format): '%s/suzhou-%s.%s' % (folder, n, format)
       for n in (100, 120, 128, 135, 149) for folder, format in (('pdf', 'pdf'), ('text', 'txt'))},
}
# What an example needs beside jiyao: how it is told, and how it is found.
NEEDS = [(re.compile(r'\b%s\b' % tool), tool) for tool in
         ('jq', 'pdftotext', 'xmllint', 'unzip', 'sqlite3', 'cc', 'pkg-config')]
FONTS = re.compile(r'/usr/share/fonts')
OCR = re.compile(r'ocr-language=(\w+)')


def pages():
    """Whatever people are told examples in."""
    for path in sorted(TOP.glob('*.md')):
        if path.name.startswith(('README', 'HACKING', 'CONTRIBUTING')):
            yield path, blocks.of_markdown(path)
    manuals = [path for pattern in ('*/jiyao*.[1-9]', '*/*/jiyao*.[1-9]', 'po/man/*/*jiyao*.[1-9]')
               for path in TOP.glob(pattern)]
    for path in sorted(manuals):
        yield path, blocks.of_manual(path)


def tools():
    """The programs that examples call: jiyao as if it were installed, and the compiler as cc."""
    folder = scratch / 'bin'
    folder.mkdir()
    for program in ('jiyao', 'jiyao-conform'):
        (folder / program).symlink_to(pathlib.Path(JIYAO).parent / program)
    (folder / 'python3').write_text('#!/bin/sh\nexec %s "$@"\n' % sys.executable)
    (folder / 'cc').write_text('#!/bin/sh\nexec %s "$@"\n' % ' '.join(CC))
    for script in ('python3', 'cc'):
        (folder / script).chmod(0o755)
    (folder / 'jiyao.pc').write_text(
        'plugindir=%s\nabi=1\nName: jiyao\nDescription: official minutes\nVersion: 0\nLibs: -L%s -ljiyao\n'
        'Cflags: -I%s\n' %
        (os.environ.get('JIYAO_PLUGIN_PATH', ''), LIBRARY.parent, HEADERS))
    return {**os.environ, 'LC_ALL': 'C.UTF-8', 'PKG_CONFIG_PATH': str(folder),
            'PATH': '%s:%s' % (folder, os.environ['PATH'])}


def folder_for(path):
    """A folder with all that the examples of a page read."""
    folder = scratch / str(path.relative_to(TOP)).replace('/', '_')
    for name, fixture in WORLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FIXTURES / fixture, folder / name)
    for name, text in FILES.items():
        (folder / name).write_text(text)
    for name, target in (('fixtures', FIXTURES), ('core', HEADERS), *(
            (name, pathlib.Path(JIYAO).parent / name) for name in ('jiyao', 'jiyao-conform', 'plugins'))):
        (folder / name).symlink_to(target)
    (folder / 'setup').write_text(BUILT)
    (folder / 'setup').chmod(0o755)
    return folder


def lacking(script):
    """What the script needs and is not there; or nothing."""
    for pattern, tool in NEEDS:
        if pattern.search(script) and not (can_compile() if tool == 'cc' else shutil.which(tool)):
            return 'there is no ' + tool
    font = re.search(r'fonts=(\S+)', script)
    if font and not all((pathlib.Path(font[1]) / each).exists()
                        for each in re.findall(r'=\$fonts/(\S+)', script)):
        return 'the fonts are not there'
    language = OCR.search(script)
    if language and not knows_language(language[1]):
        return 'there is no OCR of ' + language[1]
    if '-m jsonschema' in script and subprocess.run([sys.executable, '-c', 'import jsonschema'],
                                                    capture_output=True).returncode:
        return 'there is no jsonschema'
    return None


def knows_language(language):
    try:
        known = subprocess.run(['tesseract', '--list-langs'], capture_output=True, text=True)
    except FileNotFoundError:
        return False
    return language in known.stdout.split() and b'ocr' in jiyao('plugins', 'pdf').out


def is_in(expected, output):
    """Is it printed so?  Dots stand for what was left out, and lines may be broken elsewhere."""
    pattern = re.escape(''.join(expected.split())).replace('…', '.*').replace(r'\.\.\.', '.*')
    return re.search(pattern, ''.join(output.split())) is not None


# What C of a few lines stands in.
FUNCTION = '''
void example(struct jy_task *task, int pages, int first);
void
example(struct jy_task *task, int pages, int first)
{
%s
}
'''


class Page:
    """The examples of a page, in their order."""
    skipped = None              # why the last script was not run

    def __init__(self, path):
        self.name, self.folder = str(path.relative_to(TOP)), folder_for(path)
        self.output = None      # of the last script; None where it was not run

    def try_block(self, block):
        label = '%s: %s' % (self.name, block.text.splitlines()[0])
        for page, text, why in ELSEWHERE:
            if page.search(self.name) and text.match(block.text):
                self.output = None
                return
        if block.commands:
            self.run(label, block)
        elif block.file:
            (self.folder / block.file).write_text(block.text + '\n')
            self.output, self.skipped = None, None
        elif self.output is not None and block.is_printed():
            check(label + ' is printed', is_in(block.text, self.output), self.output)
        elif block.is_printed() and self.output is None and self.skipped:
            skip(label + ' is printed', self.skipped)
        elif re.match(r'jy_\w+\(', block.text):
            self.compile(label, block.text)
        else:
            check(label + ' is of the model', is_of_model(block.text),
                  'this is no example that can be tried: see ELSEWHERE in tests/page-examples.py')

    def compile(self, label, text):
        source = self.folder / 'example.c'
        source.write_text('#include <jiyao/plugin.h>\n' + FUNCTION % text)
        done = compiled(source, '-fsyntax-only', '-Wno-unused-parameter')
        check(label + ' compiles', done.returncode == 0, done.stdout)

    def run(self, label, block):
        self.skipped = lacking(block.commands)
        if self.skipped:
            self.output = None
            return skip(label, self.skipped)
        done = subprocess.run(['sh', '-ec' if block.prompted else '-c', block.commands], cwd=self.folder, env=ENVIRONMENT,
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              errors='replace')
        self.output = done.stdout
        check(label, done.returncode == block.status,
              'status %d\n%s' % (done.returncode, done.stdout))
        if block.printed:
            check(label + ' prints ' + block.printed[0], is_in('\n'.join(block.printed), done.stdout),
                  done.stdout)
        return None


def is_of_model(text):
    """JSON or XML whose keys or elements are those of the schema."""
    if text.startswith(('{', '"')):
        try:
            value = json.loads(text if text[0] == '{' else '{%s}' % text)
        except ValueError:
            return False
        return any(is_known(value, known) for known in objects(SCHEMA))
    try:
        tree = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return False
    return {each.tag.split('}')[-1] for each in tree.iter()} <= ELEMENTS


def objects(schema):
    """Every object of the JSON Schema: its keys, each with its own schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get('properties'), dict):
            yield schema['properties']
        for each in schema.values():
            yield from objects(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from objects(each)


def is_known(value, keys):
    """Are all its keys those, and the keys of what it holds those of some object?"""
    return set(value) <= set(keys) and all(
        any(is_known(each, known) for known in objects(SCHEMA))
        for each in value.values() if isinstance(each, dict))


ENVIRONMENT = tools()
SCHEMA = json.loads(jiyao('schema', 'json').out)
FLAT = jiyao('convert', FIXTURES / 'docx/qinghe.docx', '-t', 'ofd', '-O', 'package=flat').out
ELEMENTS = set(re.findall(r'<element name="(?:\w+:)?(\w+)"', jiyao('schema', 'xml').out.decode())) | set(
    re.findall(r'<(?:\w+:)?(\w+)', FLAT.decode()))
PAGES = [(path, found) for path, found in pages() if found]
# What a page has others can read, too.
FILES = {block.file: block.text + '\n' for _, found in PAGES for block in found
         if block.file and not block.file.endswith('.c')}
for path, found in PAGES:
    page = Page(path)
    for block in found:
        page.try_block(block)
finish()
