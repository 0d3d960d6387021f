#!/usr/bin/env python3
"""Makes the lists of fixtures/docx/numbering: make-numbering.py FOLDER [--print].

formats.docx counts in every number format of East Asian documents, levels.docx has a case for each
rule of levels, restarts, overrides and styles, and random.docx paragraphs at random (of a fixed
seed) in lists at random.  The text of every paragraph says what it is there for.  With --print,
LibreOffice writes what it prints for each (NAME.txt), which the test compares, and what Word prints
instead is written to NAME.exceptions (see numbering_right.py).
"""
import random
import subprocess
import sys

import numbering_right
from docxparts import num, p, part, relations, restart, style, write

FORMATS = '''
decimal decimalZero decimalFullWidth decimalFullWidth2 decimalHalfWidth decimalEnclosedCircle
decimalEnclosedCircleChinese decimalEnclosedFullstop decimalEnclosedParen numberInDash
chineseCounting chineseCountingThousand chineseLegalSimplified ideographDigital
ideographTraditional ideographZodiac ideographZodiacTraditional ideographLegalTraditional
ideographEnclosedCircle taiwaneseCounting taiwaneseCountingThousand taiwaneseDigital
japaneseCounting japaneseLegal japaneseDigitalTenThousand aiueo aiueoFullWidth iroha
irohaFullWidth koreanCounting koreanDigital koreanDigital2 koreanLegal ganada chosung
upperLetter lowerLetter upperRoman lowerRoman ordinal cardinalText ordinalText hex chicago none
'''.split()
VALUES = [(1, 24), (30, 31), (48, 52), (99, 112), (120, 121), (200, 202), (999, 1001), (1010, 1011),
          (1100, 1101), (2024, 2024), (9999, 10001)]
SHORT = {'upperLetter', 'lowerLetter', 'chicago'}       # labels that soon get too long


def lvl(ilvl, text, fmt='decimal', start=1, more='', suff='tab'):
    return '<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:numFmt w:val="%s"/>%s' \
        '<w:suff w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>' % (ilvl, start, fmt, more, suff, text)


def custom(ilvl, text, pattern, fallback='decimal'):
    """A format that later Words know by its pattern, beside one for their predecessors."""
    return '<w:lvl w:ilvl="%d"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">' \
        '<w:numFmt w:val="custom" w:format="%s"/></mc:Choice><mc:Fallback><w:numFmt w:val="%s"/>' \
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%s"/></w:lvl>' % (
            ilvl, pattern, fallback, text)


def listed(text, number=None, ilvl=None, style=''):
    inner = '' if ilvl is None else '<w:ilvl w:val="%d"/>' % ilvl
    inner += '' if number is None else '<w:numId w:val="%d"/>' % number
    return p(text, style=style, properties=inner and '<w:numPr>%s</w:numPr>' % inner)


class Lists:
    """Lists, their numbers and the paragraphs that use them."""
    def __init__(self):
        self.lists, self.nums, self.body, self.styles = [], [], [], []

    def list(self, *levels):
        self.lists.append(
    '<w:abstractNum w:abstractNumId="%d"><w:multiLevelType '
    'w:val="multilevel"/>%s</w:abstractNum>' %
    (len(
        self.lists), ''.join(levels)))
        return len(self.lists) - 1

    def num(self, list_, overrides=''):
        self.nums.append(num(len(self.nums) + 1, list_, overrides))
        return len(self.nums)

    def add(self, text, number=None, ilvl=None, style=''):
        self.body.append(listed(text, number, ilvl, style))

    def style(self, name, **more):
        self.styles.append(style(name, **more))
        return name

    def parts(self):
        return {
            '_rels/.rels': relations(('officeDocument', 'word/document.xml')),
            'word/_rels/document.xml.rels': relations(('numbering', 'numbering.xml'),
                                                      ('styles', 'styles.xml')),
            'word/styles.xml': part('styles', ''.join(self.styles)),
            'word/numbering.xml': part('numbering', ''.join(self.lists + self.nums)),
            'word/document.xml': part('document', '<w:body>%s</w:body>' % ''.join(self.body)),
        }


def formats():
    d = Lists()
    for name in FORMATS:
        list_ = d.list(lvl(0, '第%1条' if name == 'chineseCounting' else '（%1）', name))
        for first, last in VALUES[:4] if name in SHORT else VALUES:
            number = d.num(list_, restart(0, first))
            for value in range(first, last + 1):
                d.add('%s %d' % (name, value), number, 0)
    return d.parts()


def levels():
    d = Lists()

    def case(what, number, *ilvls):
        for i, ilvl in enumerate(ilvls):
            d.add('%s.%d' % (what, i), number, ilvl)

    deep = [lvl(i, ''.join('%%%d.' % (k + 1) for k in range(i + 1))) for i in range(9)]
    case('nine levels', d.num(d.list(*deep)), *range(9), 8, 7, 7, 8, 4, 5, 6, 0, 1, 8, 8, 2)
    case('levels left out', d.num(d.list(*deep)), 2, 2, 1, 2, 0, 2, 5, 8, 0)
    mixed = [lvl(0, '第%1章', 'chineseCountingThousand'),
             lvl(1, '第%1章第%2条', 'chineseCounting'), lvl(2, '（%3）', 'chineseCounting'),
             lvl(3, '%4.', 'decimal'), lvl(4, '（%5）', 'decimal'),
             lvl(5, '%6', 'decimalEnclosedCircleChinese'), lvl(6, '%1-%2-%3/%7', 'lowerLetter')]
    case('as minutes have them', d.num(d.list(*mixed)),
         0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 3, 2, 1, 0, 1, 2, 6)
    legal = [lvl(0, '%1、', 'chineseCountingThousand'), lvl(1, '%1.%2', 'upperRoman', more='<w:isLgl/>'),
             lvl(2, '%1.%2.%3', 'chineseCounting', more='<w:isLgl w:val="0"/>'),
             lvl(3, '%1.%3.%4', 'decimalZero', more='<w:isLgl w:val="1"/>')]
    case('legal', d.num(d.list(*legal)), 0, 1, 1, 2, 3, 3, 0, 1, 2, 3)
    never = [lvl(0, '%1'), lvl(1, '%1-%2', more='<w:lvlRestart w:val="0"/>'),
             lvl(2, '%2-%3', more='<w:lvlRestart w:val="0"/>')]
    case('never restarts', d.num(d.list(*never)), 0, 1, 1, 2, 0, 1, 2, 2, 0, 2, 1, 2)
    after = [lvl(0, '%1'), lvl(1, '%1-%2'), lvl(2, '%2-%3', more='<w:lvlRestart w:val="1"/>'),
             lvl(3, '%3-%4', more='<w:lvlRestart w:val="2"/>')]
    case('restarts after', d.num(d.list(*after)), 0, 1,
         2, 2, 1, 2, 3, 3, 2, 3, 1, 3, 2, 0, 2, 3, 1, 3)
    starts = [lvl(0, '%1', start=3), lvl(1, '%1.%2', start=0), lvl(2, '%1.%2.%3', start=7)]
    case('starts', d.num(d.list(*starts)), 0, 1, 1, 2, 2, 0, 2, 1, 2)
    shared = d.list(lvl(0, '%1、', 'chineseCounting'), lvl(1, '%1.%2'))
    one, two = d.num(shared), d.num(shared)
    five, six = d.num(shared, restart(0, 5)), d.num(shared, restart(0, 6) + restart(1, 4))
    own = d.num(shared, '<w:lvlOverride w:ilvl="0">%s</w:lvlOverride>' %
                lvl(0, '其%1', 'chineseCounting', 2))
    both = d.num(shared, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/>%s</w:lvlOverride>'
                 % lvl(0, '又%1', 'decimal', 2))
    case('shared one', one, 0, 1, 1)
    case('shared two', two, 0, 1)
    case('shared one again', one, 1, 0)
    case('overridden start', five, 0, 0, 1)
    case('shared one thirdly', one, 0, 1)
    case('overridden start again', five, 0, 1)
    case('two overridden starts', six, 0, 1, 1, 0, 1)
    case('own level', own, 0, 0, 1)
    case('own level and start', both, 0, 0, 1)
    case('shared two again', two, 0, 1)
    for suff in 'tab', 'space', 'nothing':
        case('followed by %s' %
     suff, d.num(d.list(lvl(0, '%1.', suff=suff), lvl(1, '', suff=suff))), 0, 1, 0)
    texts = d.list(lvl(0, '附件%1：'), lvl(1, '%1%2'), lvl(2, '%%3'), lvl(3, '100%'), lvl(4, '—'),
                   lvl(5, '[%6]', 'none'), lvl(6, '%1%7', 'upperLetter', 0))
    case('odd texts', d.num(texts), *range(7))
    d.style(
    'first',
    properties='<w:pPr><w:numPr><w:numId w:val="%d"/></w:numPr></w:pPr>' %
    (len(
        d.nums) +
         1))
    d.style(
    'second',
    based_on='first',
     properties='<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>')
    d.style('heir', based_on='first')
    d.style(
    'none',
    based_on='first',
     properties='<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
    d.num(d.list(lvl(0, '%1、', 'chineseCounting', more='<w:pStyle w:val="first"/>'),
                 lvl(1, '（%2）', 'chineseCounting', more='<w:pStyle w:val="second"/>')))
    for name in 'first', 'second', 'second', 'heir', 'none', 'first', 'second':
        d.add('style %s' % name, style=name)
    d.add('a list of its own under a style', one, 0, 'first')
    d.add('no list under a style', 0, 0, 'first')
    d.add('another level under a style', None, 1, 'first')
    d.style(
    'outline',
    kind='numbering',
    properties='<w:pPr><w:numPr><w:numId w:val="%d"/></w:numPr></w:pPr>' %
    (len(
        d.nums) +
         1))
    d.lists.append(
    '<w:abstractNum w:abstractNumId="%d"><w:styleLink w:val="outline"/>%s</w:abstractNum>' %
    ( len(
        d.lists), lvl(
            0, '%1）') + lvl(
                1, '%1.%2）')))
    target = d.num(len(d.lists) - 1)
    d.lists.append('<w:abstractNum w:abstractNumId="%d"><w:numStyleLink w:val="outline"/></w:abstractNum>'
                   % len(d.lists))
    linked = d.num(len(d.lists) - 1)
    case('list of a style', target, 0, 1)
    case('list by its style', linked, 0, 1, 0)
    plain = d.num(
    d.list(
        custom(
            0, '%1', '001, 002, 003, ...'), custom(
                1, '%2', '01, 02, 03, ...', 'decimalZero'), custom(
                    2, '%3', '00001, 00002, 00003, ...')))
    case('padded', plain, 0, 0, 1, 2, 2)
    number = d.num(d.list(lvl(0, '%1', 'upperLetter')))
    d.add('direct list', number, 0)
    d.add('')
    d.add('without a level', number)
    d.add('no such list', 999, 0)
    return d.parts()


def at_random(seed=20240305, lists=24, paragraphs=40):
    """Only what LibreOffice and Word agree on: each list begins with its first level."""
    d, rng = Lists(), random.Random(seed)
    for i in range(lists):
        levels_ = []
        for ilvl in range(rng.randint(2, 6)):
            text = ''.join(rng.choice(['%%%d.' % (k + 1), '']) for k in range(ilvl))
            levels_.append(lvl(ilvl, text + '%%%d' % (ilvl + 1), rng.choice(
                ['decimal', 'chineseCountingThousand', 'upperRoman', 'lowerLetter',
                 'ideographTraditional']), rng.choice([1, 1, 1, 3])))
        list_ = d.list(*levels_)
        numbers = [d.num(list_)] + [d.num(list_, restart(0, rng.randint(1, 9)))
                                    for _ in range(rng.randint(0, 2))]
        d.add('list %d' % i, numbers[0], 0)
        for k in range(paragraphs):
            number = rng.choice(numbers) if rng.random() < .3 else numbers[0]
            d.add('list %d.%d' % (i, k), number, rng.randrange(len(levels_)))
    return d.parts()


def main(folder, *words):
    for name, parts in ('formats', formats()), ('levels', levels()), ('random', at_random()):
        path = '%s/%s.docx' % (folder, name)
        write(path, parts)
        if '--print' in words:
            subprocess.run(['soffice',
    '--headless',
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    folder,
    path],
    check=True,
     stdout=subprocess.DEVNULL)
            with open(path[:-5] + '.txt', encoding='utf-8') as file:
                right = numbering_right.exceptions(name, file.read())
            with open(path[:-5] + '.exceptions', 'w', encoding='utf-8') as file:
                file.write(right)


main(*sys.argv[1:])
