"""The manual pages in Chinese: none is missing, none is behind its original, none leaves anything out.

A page of po/man/zh_CN/ bears the SHA-256 of the English page that it translates; --mark PAGE... writes
it anew, once the translation is up to date.  The skeletons of both are compared as mandoc understands
them: sections, lists, tags, blocks of commands, and in each block the words that are literal, the
numbers and the Chinese terms.
"""
import collections
import hashlib
import os
import re
import shutil
import subprocess
import sys
import unicodedata

from outputs import TOP, check, finish, skip

ENGLISH = {page.name: page for folder in ('core', 'cli', 'cli/*', 'plugins', 'plugins/*')
           for page in sorted(TOP.glob(folder + '/*.[1-9]'))}
CHINESE = {page.name: page for page in sorted((TOP / 'po/man/zh_CN').glob('*.[1-9]'))}
MARK = re.compile(r'^\.\\" Translates ([0-9a-f]{64})\n', re.M)
HAN = re.compile('[\u3400-\u9fff]')
# Macros whose words no translation changes.
LITERAL = set('Cm Dv Er Ev Fa Fl Fn Ft Ic In Li Pa Ql Va Vt Xr'.split())
DELIMITERS = tuple('.,:;()[]?!|')
HEADS = {
    # To mandoc, which knows sections by their English names only; see below.
    'NAME': 'NAME', 'SYNOPSIS': 'SYNOPSIS',
    'DESCRIPTION': '描述', 'OPTIONS': '选项', 'EXIT STATUS': '退出状态', 'ENVIRONMENT': '环境变量',
    'FILES': '文件', 'EXAMPLES': '示例', 'DIAGNOSTICS': '诊断信息', 'LOSSES': '信息损失',
    'PROVENANCE': '出处', 'SCHEMA': '模式', 'SEE ALSO': '参见', 'STANDARDS': '标准', 'BUGS': '缺陷',
    'CAVEATS': '注意',
}
# What each page begins with after .Os: the rules of Chinese line ends, and what groff knows the two
# sections by which it sets in ways of their own.
PREAMBLE = r'''.if d doc-section-name \{\
.mso zh.tmac
.ds doc-section-name 名称
.ds doc-section-synopsis 概要
.\}
'''
HEAD = '.ie d doc-section-name \\\n.Sh %s\n.el .Sh %s\n'
# The man of man-db, which has groff's warnings.
MAN = shutil.which('man') and '--warnings' in subprocess.run(
    ['man', '--help'], capture_output=True, text=True).stdout
NODE = re.compile(r'( *)(.*) \((block|elem|text|head|body|tail|comment|root)\)(.*?) \*?(\d+):\d+.*')


def marked(page):
    return hashlib.sha256(page.read_bytes()).hexdigest()


def mark(names):
    for name in names:
        page = CHINESE[name]
        line = '.\\" Translates %s\n' % marked(ENGLISH[name])
        page.write_text(line + MARK.sub('', page.read_text()))


class Block:
    """What stands between two marks of the skeleton."""

    def __init__(self, kind, line):
        self.kind, self.line = kind, line
        self.words, self.text, self.prose = collections.Counter(), '', ''

    def add(self, macro, text):
        self.text += text + ' '
        if text in DELIMITERS:
            return
        # Codes stand in brackets, which a full stop in Chinese has to be told to come after.
        macro = 'Bq' if macro == 'Bo' else macro
        if macro in LITERAL or macro == 'Bq' and re.fullmatch('[a-z]+(-[a-z]+)*', text):
            self.words[macro, text] += 1
        else:
            self.prose += text + ' '


def nodes(page):
    """Depth, name, kind, arguments and line of each node of mandoc's tree."""
    tree = subprocess.run(['mandoc', '-Ttree', page], capture_output=True, text=True).stdout
    for line in tree.replace('\x1e', '-').split('\n'):  # a hyphen where a line may break
        found = NODE.fullmatch(line)
        if found and found[3] != 'comment':
            name = re.sub(r'\\\[u([0-9A-F]{4,6})\]', lambda c: chr(int(c[1], 16)), found[2])
            yield len(found[1]), name, found[3], found[4].strip(), int(found[5])


def blocks(page):
    """The skeleton of PAGE: its blocks, in order."""
    made, path = [Block('', 1)], []
    for depth, name, kind, arguments, line in nodes(page):
        path = [(d, n) for d, n in path if d < depth]
        if kind == 'text':
            if any(n in ('Bd', 'Dl', 'D1') for _, n in path):
                indent = ' ' * (depth - path[-1][0] - 4)
                made[-1].kind += '\n' + indent + re.sub('^# .*', '#', name)  # a comment is prose
            else:
                made[-1].add(path[-1][1], name)
            continue
        if kind == 'head' and name in ('Sh', 'Ss', 'It') or name in ('Pp', 'Nd'):
            made.append(Block(name, line))
        elif kind == 'block' and name in ('Bl', 'Bd', 'Dl', 'D1'):
            made.append(Block(name + arguments, line))
        elif kind == 'body' and name in ('Sh', 'Ss', 'It', 'Bl', 'Nd'):
            made.append(Block('text of ' + name, line))
        path.append((depth, name))
    return made


def shorter(english, chinese):
    """Whether the CHINESE block says less than the ENGLISH one, as far as that can be counted."""
    words = [w for w in re.findall('[A-Za-z]{2,}', english.prose) if w not in chinese.prose]
    signs = len(HAN.findall(chinese.prose)) - len(HAN.findall(english.prose))
    if signs * 4 < len(words) * 3 - 6:
        yield '%d Han characters for %d words' % (signs, len(words))
    sentences = len(re.findall(r'(?<![.&\d])\.(?=\s|$)', english.text))
    if chinese.text.count('。') < sentences:
        yield '%d sentences for %d' % (chinese.text.count('。'), sentences)


def lost(english, chinese):
    """What the CHINESE block lacks of the ENGLISH one, and what it has besides."""
    for word in (english.words - chinese.words) + (chinese.words - english.words):
        yield '%s %s is in one only' % word
    text = re.sub(r'\s', '', chinese.text)
    terms = re.findall('[\u3400-\u9fff]+', english.text) + re.findall(r'\d+(?:\.\d+)?', english.prose)
    yield from (term + ' is missing' for term in terms if term not in text)
    yield from shorter(english, chinese)
    for word in re.findall(r'\b(?:the|of|and|is|are|that|with|which)\b', chinese.prose):
        yield 'English is left: ' + word


def differences(name):
    english, chinese = blocks(ENGLISH[name]), blocks(CHINESE[name])
    told = []
    for e, c in zip(english, chinese):
        where = 'lines %d, %d: ' % (e.line, c.line)
        if e.kind != c.kind:
            return told + ['%sit has %r, the translation %r' % (where, e.kind, c.kind)]
        title = HEADS.get(e.text.strip(), c.text.strip())
        if e.kind == 'Sh' and title != c.text.strip():
            told.append('%sthe section is to be called %s' % (where, title))
        told += [where + each for each in lost(e, c)]
    if len(english) != len(chinese):
        told.append('it has %d blocks, the translation %d' % (len(english), len(chinese)))
    return told


def begun(page):
    """What the source lacks that mandoc does not see: how groff is to set the page."""
    text = page.read_text()
    wanted = [PREAMBLE, HEAD % ('名称', 'NAME')]
    if '.Sh SYNOPSIS' in ENGLISH[page.name].read_text():
        wanted.append(HEAD % ('概要', 'SYNOPSIS'))
    return [each for each in wanted if text.count(each) != 1]


def width(line):
    return sum(1 + (unicodedata.east_asian_width(c) in 'WF') for c in line)


def bare(text):
    return re.sub(r'\\(\(..|.)|[\W_]', '', text)


def shown(name, *command):
    """What is wrong with what COMMAND prints: only what is displayed may be wider than a terminal."""
    done = subprocess.run([*command, CHINESE[name]], text=True, capture_output=True, env={
        **os.environ, 'LC_ALL': 'C.UTF-8', 'MANWIDTH': '80', 'MAN_KEEP_FORMATTING': ''})
    lines = re.sub('.\b', '', done.stdout).splitlines()
    displayed = bare(''.join(b.kind for b in blocks(CHINESE[name]) if '\n' in b.kind))
    wide = [line for line in lines if width(line) > 80 and bare(line) not in displayed]
    return done.stderr.splitlines() + wide


def tell(label, told, remedy):
    check(label, not told)
    for line in told[:20] + [remedy] if told else []:
        print('#', line)


def look(name):
    page = CHINESE[name]
    rules = (TOP / 'po/man/local.mk').read_text()
    tell(name + ' is installed', [] if re.search(r'\t\S*/%s\b' % name, rules) else [
        'po/man/local.mk does not name it'], 'add it there')
    mark = MARK.search(page.read_text())
    tell(name + ' is not behind its original', [] if mark and mark[1] == marked(ENGLISH[name]) else [
        '%s has changed since it was translated' % ENGLISH[name].relative_to(TOP)],
        'bring po/man/zh_CN/%s up to date, then: make manual-zh-mark PAGES=%s' % (name, name))
    tell(name + ' begins as groff needs it', begun(page), 'as the pages beside it do')
    if not shutil.which('mandoc'):
        return skip(name + ' has all of its original', 'there is no mandoc')
    tell(name + ' has all of its original', differences(name), 'translate what is said above')
    lint = subprocess.run(['mandoc', '-Tlint', '-W', 'warning', page], capture_output=True, text=True)
    tell('mandoc is content with ' + name, lint.stdout.splitlines(), 'as in English')
    tell('mandoc shows %s within 80 columns' % name, shown(name, 'mandoc', '-Tutf8', '-Owidth=80'),
         'break the line after a ； or ， where mandoc finds no space to break it at')
    if not MAN:
        return skip('man shows %s within 80 columns' % name, "there is no man-db's man")
    tell('man shows %s within 80 columns' % name, shown(name, 'man', '--warnings', '-l'), 'as above')


sys.stdout.reconfigure(encoding='utf-8')
if sys.argv[1:2] == ['--mark']:
    mark(sys.argv[2:] or CHINESE)
    sys.exit()
for name in sys.argv[1:] or sorted(ENGLISH | CHINESE):
    if name in ENGLISH and name in CHINESE:
        look(name)
    else:
        tell(name + ' is there in both languages', ['one is missing'],
             'write po/man/zh_CN/' + name if name in ENGLISH else 'its original is gone: remove it')
finish()
