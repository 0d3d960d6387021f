"""What Word prints where LibreOffice does not: written apart from the reader, to check it.

The sources are ISO/IEC 29500-1, 17.9 and 17.18.59, and Microsoft's notes on both, [MS-OI29500]
2.1.540 and [MS-DOCX] 2.4.
"""
HAN = '一二三四五六七八九'


def digits(ten):
    return lambda n: ''.join(ten[int(d)] for d in str(n))


def row(first, count):
    return lambda n: chr(first + n - 1) if n <= count else str(n)


def by_places(ten, units, bare=()):
    """No sign for an empty place; a 1 before a unit of BARE is not written."""
    def put(n):
        out = ''
        for d, unit in zip(reversed(str(n)), [''] + list(units)):
            if d != '0':
                out = ('' if d == '1' and unit and unit in bare else ten[int(d)]) + unit + out
        return out
    return put


def short(n):
    if n > 99:
        return digits('○' + HAN)(n)
    tens, ones = divmod(n, 10)
    return ('' if tens < 2 else HAN[tens - 1]) + '十' * (tens > 0) + (HAN[ones - 1] if ones else '')


def pair(n):
    return '甲乙丙丁戊己庚辛壬癸'[(n - 1) % 10] + '子丑寅卯辰巳午未申酉戌亥'[(n - 1) % 12] \
        if n <= 60 else str(n)


def traditional(n):
    return {10000: '一萬', 10001: '一萬零一'}[n]


def words(n, rank=False):
    small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' \
        'fifteen sixteen seventeen eighteen nineteen'.split()
    tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split()

    def cardinal(n):
        if n < 20:
            return small[n]
        if n < 100:
            return tens[n // 10 - 2] + ('-' + small[n % 10] if n % 10 else '')
        size, name = (1000, ' thousand') if n >= 1000 else (100, ' hundred')
        return cardinal(n // size) + name + (' ' + cardinal(n % size) if n % size else '')

    text = cardinal(n)
    if rank:
        for end, instead in ('one', 'first'), ('two', 'second'), ('three', 'third'), (
                'five', 'fifth'), ('eight', 'eighth'), ('nine', 'ninth'), ('twelve', 'twelfth'), (
                'y', 'ieth'), ('', 'th'):
            if text.endswith(end):
                text = text[:len(text) - len(end)] + instead
                break
    return text[0].upper() + text[1:]


UNKNOWN = 'LibreOffice does not know this format and prints decimal numbers'
FORMATS = {
    'decimalFullWidth': (UNKNOWN, digits('０１２３４５６７８９')),
    'decimalFullWidth2': (UNKNOWN, digits('０１２３４５６７８９')),
    'decimalEnclosedFullstop': (UNKNOWN, row(0x2488, 20)),
    'decimalEnclosedParen': (UNKNOWN, row(0x2474, 20)),
    'numberInDash': (UNKNOWN, '- {} -'.format),
    'ideographZodiacTraditional': (UNKNOWN, pair),
    'taiwaneseDigital': (UNKNOWN, digits('○' + HAN)),
    'japaneseDigitalTenThousand': (UNKNOWN, digits('〇' + HAN)),
    'hex': (UNKNOWN, '{:X}'.format),
    'decimalEnclosedCircle': ('the set ends at 20', row(0x2460, 20)),
    'decimalEnclosedCircleChinese': ('the set ends at 20', row(0x2460, 20)),
    'ideographEnclosedCircle': ('Word prints ideographs in parentheses, [MS-OI29500] 2.1.540 a',
                                row(0x3220, 10)),
    'ideographDigital': ('digit by digit: LibreOffice takes it for chineseCountingThousand',
                         digits('〇' + HAN)),
    'chineseCounting': ('digit by digit from 100 on, [MS-DOCX] 2.4', short),
    'taiwaneseCounting': ('digit by digit from 100 on', short),
    'taiwaneseCountingThousand': ('ten thousand is the traditional character', traditional),
    'japaneseCounting': ('Japanese writes no empty place and no 1 before a unit below 10000',
                         by_places('〇' + HAN, '十百千万', '十百千')),
    'japaneseLegal': ('by places: LibreOffice writes digit by digit',
                      by_places('零壱弐参四伍六七八九', '拾百阡萬')),
    'cardinalText': ('American English has no "and"', words),
    'ordinalText': ('American English has no "and"', lambda n: words(n, True)),
}

LEVELS = {
    'LibreOffice does not know isLgl: all numbers of the label are decimal (17.9.4)': {
        'legal.1': '1.1', 'legal.2': '1.2', 'legal.4': '1.1.1', 'legal.5': '1.1.2',
        'legal.7': '2.1', 'legal.9': '2.1.1'},
    'LibreOffice does not know lvlRestart: 0 is never, n is after level n or above (17.9.10)': {
        'never restarts.5': '2-3', 'never restarts.6': '3-2', 'never restarts.7': '3-3',
        'never restarts.9': '3-4', 'never restarts.10': '3-4', 'never restarts.11': '4-5',
        'restarts after.5': '2-3', 'restarts after.6': '3-1', 'restarts after.7': '3-2',
        'restarts after.8': '2-4', 'restarts after.9': '4-3', 'restarts after.11': '4-1',
        'restarts after.12': '3-5'},
    'an overridden start holds whenever its level begins anew (17.9.26), below the first, too': {
        'two overridden starts.1': '六.4', 'two overridden starts.2': '六.5',
        'two overridden starts.4': '七.4'},
    'LibreOffice knows one of the four padded formats ([MS-DOCX] 2.4)': {
        'padded.2': '01', 'padded.3': '00001', 'padded.4': '00002'},
}


def exceptions(name, printed):
    """Lines "TEXT|LABEL" below their reasons, for what was printed otherwise."""
    out = {}
    for line in printed.lstrip('\ufeff').split('\n'):
        if name == 'levels':
            for reason, cases in LEVELS.items():
                for text, right in cases.items():
                    if line.strip().endswith(' ' + text):
                        out.setdefault(reason, []).append('%s|%s' % (text, right))
        elif name == 'formats' and line.strip():
            label, kind, number = line.strip().rsplit(' ', 2)
            reason, put = FORMATS.get(kind, (None, None))
            before, after = ('第', '条') if kind == 'chineseCounting' else ('（', '）')
            if put and (kind != 'taiwaneseCountingThousand' or int(number) >= 10000):
                right = before + put(int(number)) + after
                if right != label:
                    out.setdefault('%s: %s' % (kind, reason), []).append(
                        '%s %s|%s' % (kind, number, right))
    return ''.join('# %s\n%s\n' % (reason, '\n'.join(lines)) for reason, lines in out.items())
