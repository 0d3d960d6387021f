"""README.zh-CN.md says all that README.md says: it is not behind, and has the same skeleton.

--mark writes anew which README.md it translates, once the translation is up to date.
"""
import collections
import hashlib
import re
import sys

from outputs import TOP, check, finish

ENGLISH, CHINESE = TOP / 'README.md', TOP / 'README.zh-CN.md'
MARK = '<!-- Translates %s -->\n'
# What is the same in both, in this order: a name, and what it looks like.
ORDERED = (
    ('headings', r'^#+(?= )'),
    ('blocks of commands and of what they print', r'(?:^    .*\n|^\n(?=    ))+|^```[^`]*^```'),
    ('rows of tables, by their number of columns', r'^\|.*\|$'),
    ('entries of lists', r'^\*(?= )'),
)
# The same without order, as a sentence may put them otherwise; more in Chinese does no harm.
LOOSE = (
    ('commands and names', r'`[^`\n]+`'),
    ('links', r'\]\([^)]+\)'),
    ('manual pages', r'jiyao-?[a-z-]*\(\d\)'),
    ('figures', r'(?<![\w/.-])\d+%?(?![\w/.-])'),
)


def found(pattern, text):
    each = re.findall(pattern, text, re.M)
    return [e.count('|') if e.startswith('|') else e for e in each]


def marked():
    return MARK % hashlib.sha256(ENGLISH.read_bytes()).hexdigest()


if sys.argv[1:] == ['--mark']:
    rest = re.sub(re.escape(MARK) % '[0-9a-f]{64}', '', CHINESE.read_text())
    CHINESE.write_text(rest + marked())
    sys.exit()
english, chinese = ENGLISH.read_text(), CHINESE.read_text()
check('README.zh-CN.md is not behind README.md', chinese.endswith(marked()),
      'translate what has changed there, then: python3 tests/readme-zh.py --mark')
for name, pattern in ORDERED:
    there, here = found(pattern, english), found(pattern, chinese)
    differ = [pair for pair in zip(there, here) if pair[0] != pair[1]]
    check('it has the same ' + name, there == here, differ or (len(there), len(here)))
for name, pattern in LOOSE:
    lost = collections.Counter(found(pattern, english)) - collections.Counter(found(pattern, chinese))
    # Each README links to the other.
    lost -= collections.Counter(['](README.zh-CN.md)'])
    check('it has all ' + name, not lost, dict(lost))
check('its prose is Chinese', not re.findall(r'\b(?:the|is|are|of|with)\b', re.sub(
    r'(?:^    .*\n)+|`[^`]*`', '', chinese, flags=re.M)))
check('each links to the other', '](README.zh-CN.md)' in english and '](README.md)' in chinese)
finish()
