"""Messages, help and lists in Chinese: nothing is missing, and nothing that programs read changes."""
import errno
import os
import pathlib
import re
import sqlite3
import subprocess

from outputs import FIXTURES, TOP, check, finish, jiyao, scratch, skip

PO = TOP / 'po'
WORDS = os.environ.get('JIYAO_WORDS', str(TOP / 'po/words'))
BAD = os.environ.get('JIYAO_BAD_PLUGINS', str(TOP / 'tests/bad'))
CHINESE = {**os.environ, 'LC_ALL': 'zh_CN.UTF-8'}
# A C library without that locale still takes the language for the one that it always has.
PLAIN = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'zh_CN'}
COMMANDS = ['', *(re.findall(r'^  ([\w-]+) ', jiyao('help').out.decode(), re.M))]
FORMATS = [line.split()[0] for line in jiyao('plugins').out.decode().splitlines()]
# The words of a foreign library, or of the system, are quoted as they are.
QUOTED = re.compile(r'“.*?”|\'jiyao [^\']*\'|[\w./-]+\.(?:so|xml)\S*|jiyao (?:schema|report|merge)\S* \S+|'
                    r'第 \d+ 行(?:第 \d+ 列)?：.*(?=\[damaged\])|\[[\w-]+\]$|^  后缀 .*')
ENGLISH = re.compile(r'[a-z]{2,} [a-z]{2,} [a-z]{2,}|(?<![\w.-])(?:the|is|of|not|and|with)(?![\w.-])')
# Where the system's own catalogue is not installed, its words for errno are in English.
SYSTEM = re.compile('|'.join(re.escape(os.strerror(n)) for n in errno.errorcode))
HAN = re.compile('[\u4e00-\u9fff]')


def speaks(environment):
    return '用法' in jiyao('help', env=environment).out.decode()


def english(text):
    """What is left of English in a text for Chinese; '' where it is all Chinese."""
    left = [line for line in text.splitlines() if ENGLISH.search(QUOTED.sub('', SYSTEM.sub('', line)))]
    return '\n'.join(left) if HAN.search(text) else 'no Chinese: ' + text


def catalogue():
    tools = ('xgettext', 'msguniq', 'msgcat', 'msgcmp', 'msgfmt')
    if not all(any(os.access(os.path.join(p, tool), os.X_OK)
                   for p in os.get_exec_path()) for tool in tools):
        return skip('the catalogue is complete', 'gettext is not installed')
    pot = scratch / 'jiyao.pot'
    made = subprocess.run(['sh', str(PO / 'extract.sh'), WORDS], capture_output=True)
    pot.write_bytes(made.stdout)
    check('messages are found in the sources and the plugins', made.returncode == 0 and
          made.stdout.count(b'\nmsgid ') > 400, made.stderr.decode())
    for po in sorted(PO.glob('*.po')):
        done = subprocess.run(['msgcmp', str(po), str(pot)], capture_output=True, text=True)
        check('%s lacks no message, and is sure of all' % po.name, done.returncode == 0, done.stderr)
        done = subprocess.run(['msgfmt', '-c', '-o', os.devnull, str(po)], capture_output=True,
                              text=True)
        check('%s has the formats of the English messages' % po.name, done.returncode == 0,
              done.stderr)


def pages(world):
    for command in COMMANDS:
        words = ['help', command] if command else ['help']
        result = jiyao(*words, env=world)
        check('help on %s' % (command or 'all'), result.status == 0 and
              not english(result.out.decode()), english(result.out.decode()))
    for words in [()] + [(name,) for name in FORMATS]:
        result = jiyao('plugins', *words, env=world)
        check(' '.join(('plugins', *words)), result.status == 0 and
              not english(result.out.decode()), english(result.out.decode()))
    lines = jiyao('plugins', env=world).out.decode().splitlines()
    wide = {len(line[:line.index(title)].encode('gb18030'))
            for line in lines for title in [line.split(maxsplit=3)[3]]}
    check('the list is in columns', len(wide) == 1, lines)


def provoked():
    """Words for the program that make it complain."""
    text = FIXTURES / 'text/suzhou-149.txt'
    bad = scratch / 'bad.txt'
    bad.write_text('no_list: 一')
    other = scratch / 'other.json'
    other.write_text((FIXTURES / 'text/suzhou-149.txt.json').read_text().replace('代市长', '副市长'))
    wrong = scratch / 'wrong.json'
    wrong.write_text('{"schema": "urn:jiyao:minutes:1", "items": 3}')
    empty = scratch / 'empty.txt'
    empty.write_text('')
    yield from (
        [], ['nonsense'], ['help', 'nonsense'], ['help', 'a', 'b'], ['convert'], ['convert', '--nonsense'],
        ['convert', '-t'], ['convert', text, '-t', 'nonsense'], ['convert', '-t', 'json', 'a', 'b'],
        ['convert', '-f', 'csv', text, '-t', 'json'], ['convert', '-o', 'x', '-t', 'json', text],
        ['convert', '-a', '-t', 'json', text], ['convert', '-t', 'json', '-a', text],
        ['convert', '-t', 'json', '-t', 'xml', text], ['convert', '-t', 'json', '-O', 'x', text],
        ['convert', '-t', 'json', '-a', '-o', scratch / 'x', text],
        ['convert', '-t', 'json', scratch / 'nothing'], ['convert', '-t', 'json', scratch],
        ['convert', '-t', 'json', empty], ['convert', '-t', 'json', '-o', scratch, text],
        ['convert', '-t', 'json', '-o', '/dev/full', text], ['convert', '-t', 'json', '--messages=x', text],
        ['convert', '-t', 'json', '-O', 'indent=99', text], ['convert', '-t', 'json', '-O', 'a=b', text],
        ['convert', '-t', 'json', '-O', 'table=people', text],
        ['convert', '-t', 'csv', '-O', 'table=x', text], ['convert', '-t', 'csv', '-O', 'columns=x', text],
        ['convert', '-t', 'json', '--lexicon=%s' % bad, text], ['convert', '-t', 'xml', wrong],
        ['convert', '-t', 'json', '-o', scratch / 'a/b', text],
        ['verify'], ['verify', '-', '-'], ['verify', other, text], ['verify', bad, text],
        ['schema'], ['schema', 'csv'], ['plugins', 'nonsense'], ['plugins', '-x'],
        ['batch'], ['batch', text], ['batch', '-t', 'json', text], ['batch', '--jsonl', '--out=x', text],
        ['batch', '--shard=x', text], ['batch', '-j', '0', text], ['batch', '-t', 'a,,b', text],
        ['batch', '--retry=x', text], ['merge'], ['merge', bad], ['merge', '-x'],
        ['merge', '--out=%s' % scratch], ['report'], ['report', scratch / 'nothing'],
        ['report', '--sample=x', scratch], ['report', '--seed=x', scratch],
    )


def messages(world):
    for words in provoked():
        result = jiyao(*words, env=world)
        said = result.messages + result.out.decode()
        check('jiyao ' + ' '.join(str(word).replace(str(scratch), '…') for word in words),
              result.status and not english(said), english(said))
    broken = {'JIYAO_PLUGIN_PATH': os.environ['JIYAO_PLUGIN_PATH'] + ':' + BAD}
    said = ''.join(re.findall(r'.*：没有加载：.*\n', jiyao('plugins', env={**world, **broken}).out.decode()))
    check('modules that do not load', not english(said), english(said))


def options_of(path):
    options = pathlib.Path(str(path) + '.options')
    return options.read_text().split() if options.exists() else []


def troubled():
    """Every fixture of which something is said."""
    for path in sorted(FIXTURES.glob('*/*')):
        if path.suffix in ('.messages', '.status'):
            yield path.with_suffix('')


def fixtures(world):
    """Warnings and refusals of the readers, and the recogniser's doubts."""
    left, changed = [], []
    for path in sorted(set(troubled())):
        words = ['convert', *options_of(path), path.name, '-t', 'json']
        here = jiyao(*words, cwd=path.parent, env=world)
        there = jiyao(*words, cwd=path.parent)
        left += [path.name + ': ' + line for line in english(here.messages).splitlines()]
        codes = [re.findall(r'\[[\w-]+\]$', said, re.M) for said in (here.messages, there.messages)]
        if (here.status, here.out, codes[0]) != (there.status, there.out, codes[1]):
            changed.append(path.name)
    check('what is said of fixtures is Chinese', not left, '\n'.join(left))
    check('their minutes, statuses and codes are the same', not changed, changed)


def rows(ledger):
    """What a ledger keeps, but for times and sizes of processes."""
    with sqlite3.connect(ledger) as db:
        return [db.execute(sql).fetchall() for sql in (
            'SELECT path, outcome, status, reason, sentence FROM result ORDER BY path',
            'SELECT * FROM message ORDER BY path, place', 'SELECT * FROM doubt ORDER BY path, place',
            'SELECT * FROM document ORDER BY path')]


def batches(world):
    kept, lines, said = [], [], []
    for name, environment in ('english', os.environ), ('chinese', world):
        out = scratch / name
        words = ['batch', '-t', 'json', '--out=%s' % out, FIXTURES / 'text', FIXTURES / 'docx']
        said.append(jiyao(*words, env=environment).messages)
        kept.append(rows(out / 'jiyao-ledger.sqlite'))
        lines.append(jiyao('batch', '--jsonl', '--ordered', FIXTURES / 'text', env=environment).out)
    check('a batch speaks Chinese', not english(said[1]), english(said[1]))
    check('... of every file that failed', said[0].count(': error: ') == said[1].count('：错误：') > 0, said)
    check('the ledger is English, and the same', kept[0] == kept[1] and kept[0][1])
    check('JSON Lines are the same', lines[0] == lines[1] and lines[0])


def programs(world):
    """What programs read does not depend on the language."""
    for label, words in {'a warning': ['convert', '-t', 'json', FIXTURES / 'text/qinghe-damaged.txt'],
                         'a refusal': ['convert', '-t', 'json', FIXTURES / 'text/letter.txt'],
                         'a value': ['convert', '-t', 'json', '-O', 'indent=x', '-'],
                         'no file': ['convert', '-t', 'json', scratch / 'nothing']}.items():
        words = [words[0], '--messages=json', *words[1:]]
        check(label + ' as JSON', jiyao(*words, env=world) == jiyao(*words))
    for name in ('de_DE.UTF-8', 'tr_TR.UTF-8', 'en_US.UTF-8', 'xx_XX.UTF-8'):
        check('no catalogue for ' + name, jiyao('help', env={**os.environ, 'LC_ALL': name}).out ==
              jiyao('help').out)


def hostile(world):
    for name in ('%s%n%s', '错误\x1b[31m', 'error', 'standard output', '\udcff\udcfe', '%1$s' * 9):
        said = jiyao('convert', '-t', 'json', name, cwd=scratch, env=world).messages
        shown = name.replace('\x1b', '\\u001b').replace('\udcff\udcfe', '\\xff\\xfe')
        check('a file called ' + ascii(name), said == shown + '：错误：没有这个文件 [no-input]\n', said)
    said = jiyao('convert', '-t', '%s%n error', '-', env=world).messages
    check('a format called %s%n error', '%s%n error 不是可以写出的格式' in said, said)


catalogue()
if speaks(PLAIN) or speaks(CHINESE):
    spoken = CHINESE if speaks(CHINESE) else PLAIN
    for part in (pages, messages, fixtures, batches, programs, hostile):
        part(spoken)
else:
    skip('Chinese is spoken', 'this build has no catalogues, or the system no such locale')
finish()
