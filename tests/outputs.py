"""For tests of what jiyao writes: documents to write, the program, and TAP.

    from outputs import check, finish, outputs
    for document, out in outputs('json', 'indent=0'):
        check(document.label + ' is one line', out.count(b'\\n') == 1)
    finish()

The documents are the minutes of every fixture, as JSON, and hostile ones: whole minutes, with every
key that any fixture has, whose texts try what breaks writers.
"""
import atexit
import collections
import copy
import functools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata

TOP = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = pathlib.Path(os.environ.get('JIYAO_FIXTURES', TOP / 'fixtures'))
JIYAO = os.environ.get('JIYAO', str(TOP / 'jiyao'))
# What is no free text: a hostile value there would be another value, or none.
EXACT = set('schema sha256 format id clause role severity kind code date created modified'.split())
# A document: its path as JSON; the code it is refused with (None: it is to be written); whether all
# is there that always is, which minutes of others can lack.
Document = collections.namedtuple('Document', 'label path refused whole')
Result = collections.namedtuple('Result', 'status out messages')
# What is said is compared with the English words; tests of another language ask for it.
os.environ['LC_ALL'] = 'C.UTF-8'
os.environ.pop('LANGUAGE', None)
scratch = pathlib.Path(tempfile.mkdtemp())
atexit.register(shutil.rmtree, scratch)
tests = 0


def check(label, ok, why=''):
    """One test; WHY is printed where it fails."""
    global tests
    tests += 1
    print('%s %d - %s' % ('ok' if ok else 'not ok', tests, label))
    for line in [] if ok else str(why).splitlines()[:20]:
        print('#', ascii(line)[1:-1][:400])
    return ok


def skip(label, why):
    global tests
    tests += 1
    print('ok %d - %s # SKIP %s' % (tests, label, why))


@functools.lru_cache(maxsize=None)
def is_under_asan():
    """Is the program under AddressSanitizer, which maps terabytes and keeps what is freed?"""
    said = subprocess.run([JIYAO, '--version'], capture_output=True, env={**os.environ, 'ASAN_OPTIONS': 'help=1'})
    return b'AddressSanitizer' in said.stdout + said.stderr


def at_time(*when):
    """The environment in which faketime has programs live; {} where there is no faketime."""
    try:
        told = subprocess.run(['faketime', *when, 'env', '-0'], capture_output=True).stdout
    except FileNotFoundError:
        return {}
    changes = dict(each.split('=', 1) for each in os.fsdecode(told).split('\0') if '=' in each)
    # The memory that it shares goes with it; a program that looks for that may fail over it.
    changes.pop('FAKETIME_SHARED', None)
    # A program under ASan wants to be the first that is loaded.
    return {**changes, 'ASAN_OPTIONS': 'verify_asan_link_order=0'} if changes else {}


def some(cases, share=4):
    """All CASES; with JIYAO_TESTS=quick every fourth or so, for a build of sources that were tried whole."""
    cases = list(cases)
    if os.environ.get('JIYAO_TESTS') != 'quick':
        return cases
    print('# JIYAO_TESTS=quick: %d cases of %d' % (len(cases[::share]), len(cases)))
    return cases[::share]


def finish():
    print('1..%d' % tests)
    sys.exit(0)


def jiyao(*words, stdin=b'', **others):
    """Runs the program: its status, what it printed (bytes), what it said (text)."""
    done = subprocess.run([JIYAO, *map(str, words)], input=stdin, capture_output=True, **others)
    return Result(done.returncode, done.stdout, done.stderr.decode(errors='replace'))


def convert(path, to, *options, **others):
    """The minutes at PATH written as TO, with options such as 'indent=0'; see jiyao()."""
    words = [word for option in options for word in ('-O', option)]
    return jiyao('convert', path, '-t', to, *words, **others)


def formats(*abilities):
    """The names of the formats that 'jiyao plugins' says all these words of: 'reads', 'writes'."""
    lines = [line.split() for line in jiyao('plugins').out.decode().splitlines()]
    return [words[0] for words in lines if set(abilities) <= set(words[1:3])]


def outputs(to, *options):
    """Writes every document as TO: yields each (document, bytes) that was rightly written.

    That what has to be refused is refused, and leaves nothing, is checked here."""
    for document in documents():
        result = convert(document.path, to, *options)
        label = '%s as %s' % (document.label, ' '.join((to, *options)))
        if document.refused:
            check(label + ' is refused', result.status == 65 and not result.out and
                  result.messages.endswith('[%s]\n' % document.refused), result)
        elif check(label, result.status == 0 and result.out, result.messages):
            yield document, result.out


def merged(a, b):
    """One value with all that either has."""
    if isinstance(a, dict) and isinstance(b, dict):
        return {key: merged(a.get(key), b.get(key)) for key in {**a, **b}}
    if isinstance(a, list) and isinstance(b, list):
        return [functools.reduce(merged, a + b)] if a + b else []
    return b if a is None else a


@functools.lru_cache(maxsize=None)
def golden():
    return [(str(path.relative_to(FIXTURES)), path) for path in sorted(FIXTURES.glob('*/*.json'))]


@functools.lru_cache(maxsize=None)
def everything():
    """Minutes with one of everything that any fixture has, in an unlikely order."""
    return functools.reduce(merged, (json.loads(path.read_text()) for _, path in golden()))


def filled(value, text, key=None):
    """VALUE with TEXT for every text that is free."""
    if isinstance(value, dict):
        return {k: filled(v, text, k) for k, v in value.items()}
    if isinstance(value, list):
        return [filled(v, text, key) for v in value]
    return text if isinstance(value, str) and key not in EXACT else value


def emptied(value, empty, key=None):
    """VALUE without its elements; EMPTY for every value that is no object but the schema."""
    if isinstance(value, dict):
        return {k: emptied(v, empty, k) for k, v in value.items()}
    return [] if isinstance(value, list) else value if key == 'schema' else empty


TEXTS = {
    'white space': ' \t 会 \u3000 议 \u00a0\u2028\u2029\u200b ',
    'marks of XML': '<script>alert("1")</script> ]]> <![CDATA[ --> <!-- &amp; &#0; \' ?> %a;',
    'marks of Markdown': '# 一 *二* _三_ `四` [五](六) | 七 | ~~八~~ ![九] \\ 1. - + > <b> ***',
    'marks of tables': '甲"乙,丙;丁\t戊|己',
    'sum': '=1+1', 'plus': '+1', 'minus': '-1', 'at': '@SUM(A1)', 'tab sum': '\t=1+1',
    'pipe': "=cmd|' /C calc'!A0", 'wide sum': '＝1+1',
    'spaced sum': ' \u3000\u200b=1+1', 'sum behind delimiters': '甲;=1+1;乙\t=1+1\t丙|=1+1|丁,=1+1,',
    'paths': '../../etc/passwd C:\\con %2e%2e/ "a;b" $(id) `id`',
    'bidi': '甲\u202e乙\u202c\u2066丙\u2069\u200f丁\u061c',
    'joined': '葛\U000e0100飾\u0301\u200d👩\u200d👩\u200d👧\ufe0f\ufeff',
    'beyond the plane': '𠮷𪚥\U0001fffe\U0003ffff\U0010ffff',
    'private': '\ue000\uf8ff\U000f0000',
    'no text': ' ', 'a stop': '。',
    'long': '云' * 10000, 'long Latin': 'x' * 10000,
    'of every category': ''.join(sorted({
        unicodedata.category(chr(c)): chr(c) for c in range(0x20, 0x110000)
        if unicodedata.category(chr(c)) not in ('Cs', 'Cc')}.values())),
}
# The reader makes U+FFFD of these, so that no writer meets them.
REPLACED = {
    'controls': ''.join(map(chr, range(1, 32))), 'C1 and DEL': ''.join(map(chr, range(127, 160))),
    'newlines': '甲\n乙\r\n丙\r丁', 'noncharacters': '甲\ufffe乙\uffff丙',
    'escapes': '\x1b[31m红\x1b]0;x\x07',
}
REFUSED = {
    'NUL': ('甲\0乙', 'damaged'), 'half a surrogate': ('甲\ud800乙', 'damaged'),
    'the other half': ('\udfff', 'damaged'), 'surrogates in disorder': ('\udc00\ud800', 'damaged'),
}


def many(n):
    """N clauses, and a tenth of that of people, decisions and recipients."""
    minutes = copy.deepcopy(everything())
    item = minutes['items'][0]
    clause = {**item['clauses'][0], 'clauses': []}
    group, decision = minutes['attendance'][0], minutes['decisions'][0]
    item['clauses'] = [{**clause, 'id': 'i1.c%d' % i, 'ordinal': i} for i in range(1, n + 1)]
    group['people'] = [{**group['people'][0], 'name': '赵%d' % i} for i in range(n // 10)]
    minutes['decisions'] = [{**decision, 'id': 'i1.c%d.d1' % i, 'clause': 'i1.c%d' % i}
                            for i in range(1, n // 10 + 1)]
    minutes['document']['distribution'][0]['recipients'] = ['云州市%d' % i for i in range(n // 10)]
    return minutes


def deep(n):
    """A clause in a clause, and so on N times."""
    minutes = copy.deepcopy(everything())
    clauses = []
    for depth in range(n, 0, -1):
        clause = {**minutes['items'][0]['clauses'][0], 'id': 'i1' + '.c1' * depth}
        clauses = [{**clause, 'ordinal': 1, 'label': '（一）', 'clauses': clauses}]
    minutes['items'][0]['clauses'] = clauses
    return minutes


def hostile():
    yield 'everything', everything(), None
    for label, text in {**TEXTS, **REPLACED}.items():
        yield label, filled(everything(), text), None
    for label, (text, code) in REFUSED.items():
        yield label, filled(everything(), text), code
    yield 'many', many(10000), None
    yield 'deep', deep(99), None
    yield 'too deep', deep(100), 'too-deep'
    yield 'keys of others', {**everything(), 'x-other': {'a': 1}}, None
    yield 'another schema', {**everything(), 'schema': 'urn:jiyao:minutes:2'}, 'wrong-schema'


def lacking():
    """What others may call minutes."""
    yield 'all null', emptied(everything(), None)
    yield 'nothing', {'schema': everything()['schema']}
    yield 'elements of nulls', {key: [emptied(value[0], None)] if isinstance(value, list) else value
                                for key, value in everything().items()}
    yield 'empty texts', filled(everything(), '')


def written(label, minutes, refused=None, whole=True):
    path = scratch / ('%s.json' % label.replace(' ', '-'))
    path.write_text(json.dumps(minutes))
    return Document('hostile: ' + label, path, refused, whole)


@functools.lru_cache(maxsize=None)
def documents():
    """All documents, the hostile ones written to files of their own."""
    found = [Document(label, path, None, True) for label, path in golden()]
    found += [written(*each) for each in hostile()]
    return found + [written(*each, whole=False) for each in lacking()]
