#!/usr/bin/env python3
"""Every limit of what is read, one under its value, at it, and one over; and the limits of options.

Others are tried where their material is: elements, numbers and different names in attack-trees.py, lines
and lists of people in attack-text.py, ten thousand pages in attack-pdf.py, clauses in clauses in
outputs.py, time, memory and the record of a child in test-child.c, the ratio of packages in
test-ofd-read.c, differences that verify shows in cli-verify.sh.

Some cannot be tried in seconds: an input of 1024 MiB (only one that says beforehand to be larger), an
output of 2 GiB, and the 2 GiB to which libxml2 counts.  What a PDF page draws (4000 lines), the cells of
a tagged table (20000) and the steps through tags end no reading: what is beyond is not looked at, which
attack-pdf.py shows by the time it takes.
"""
import re
import zipfile

import docxparts
import outputs
import pdfattacks
import zipparts
from cost import run
from outputs import check, scratch

TITLE = '云州市人民政府会议纪要'
MINUTES = '<minutes xmlns="urn:jiyao:minutes:1"><schema>urn:jiyao:minutes:1</schema>%s</minutes>'
SAID = "<TextObject Boundary='20 20 90 9' Size='5'><TextCode X='0' Y='5'>%s</TextCode></TextObject>"
LETTERS = b'a' * 100


def each(n, pattern):
    return ''.join(pattern % i for i in range(n))


def nested(n, name='x'):
    return ('<%s>' % name) * n + ('</%s>' % name) * n


def html(content):
    return 'html', '<html><body><p>%s</p>%s</body></html>' % (TITLE, content)


def xml(content):
    return 'xml', MINUTES % content


def json(content):
    return 'json', '{"schema": "urn:jiyao:minutes:1", %s}' % content


def remark(places):
    return json('"remarks": [{"text": "", "at": {"page": 1, "lines": [1, %d]}}]' % places)


def pdf(*pieces, resources=b'', **more):
    """A page of N bytes of text: PIECES, and as many letters as are missing."""
    def make(n):
        content = b' '.join((b'BT /F1 9 Tf 80 700 Td', *(piece for piece, _ in pieces),
                             b'(%s) Tj ET' % (b'a' * (n - sum(size for _, size in pieces)))))
        return 'pdf', pdfattacks.content(content, resources, **more)
    return make


def pages(n):
    """The same page so often; poppler wants as many objects."""
    return 'pdf', pdfattacks.pdf({2: b'<< /Type /Pages /Kids [%s] /Count %d >>' % (b'7 0 R ' * n, n),
                                  **{9 + i: b'null' for i in range(n)}})


def docx(content='', **said):
    return 'docx', {
        '[Content_Types].xml': docxparts.content_types(),
        '_rels/.rels': docxparts.relations(('officeDocument', 'word/document.xml')),
        'word/document.xml': docxparts.part('document', '<w:body>%s%s</w:body>' % (docxparts.p(TITLE), content)), **said}


def ofd(content='', text=TITLE, **said):
    return 'ofd', {
        'OFD.xml': '<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>',
        'D.xml': "<Document><CommonData><DocumentRes>R.xml</DocumentRes></CommonData><Pages><Page BaseLoc='P.xml'/>"
                 "</Pages></Document>",
        'R.xml': '<Res/>',
        'P.xml': '<Page><Content><Layer>%s%s</Layer></Content></Page>' % (SAID % text, content), **said}


def package(made, method=zipparts.DEFLATED):
    form, parts = made
    return form, zipparts.archive([zipparts.entry(*part, method) for part in parts.items()])


def sized(make):
    """N bytes in all, by what no part asks for: spaces behind the last."""
    def made(n):
        form, parts = make()
        last = list(parts)[-1]
        parts[last] += ' ' * (n - sum(len(part.encode()) for part in parts.values()))
        return package((form, parts))
    return made


def numbered(make):
    def made(n):
        return package(make(**{'x%d' % i: '' for i in range(n - len(make()[1]))}))
    return made


def units(n):
    """Drawings in drawings."""
    unit = "<CompositeGraphicUnit ID='%d' Width='9' Height='9'><Content>%s</Content></CompositeGraphicUnit>"
    use = "<CompositeObject Boundary='0 0 9 9' ResourceID='%d'/>"
    inner = [unit % (i, use % (i + 1) if i < n else SAID % '乙') for i in range(1, n + 1)]
    return package(ofd(use % 1, **{'R.xml': '<Res><CompositeGraphicUnits>%s</CompositeGraphicUnits></Res>' % ''.join(
        inner)}))


def path(n):
    """The page under a name of that length; what is longer is no part."""
    name = 'P' * (n - 4) + '.xml'
    form, parts = ofd()
    parts['D.xml'] = parts['D.xml'].replace('P.xml', name)
    parts[name] = parts.pop('P.xml')
    return package((form, parts))


def attachment(n):
    """The minutes that a writer attached, with spaces behind them."""
    (scratch / 'own.txt').write_text(TITLE + '\n2024年3月5日，市长赵一山主持召开会议。\n')
    written = scratch / 'own.ofd'
    outputs.jiyao('convert', scratch / 'own.txt', '-t', 'ofd', '-o', written)
    with zipfile.ZipFile(written) as own:
        parts = {name: own.read(name) for name in own.namelist()}
    name = next(name for name in parts if name.endswith('.json'))
    parts[name] = parts[name].ljust(n)
    return package(('ofd', parts), zipparts.STORED)


def doubts(n):
    """An item so often with a number that was there; and no chair."""
    return 'text', '\n'.join((TITLE, '2024年3月5日，会议召开。', *['一、审议河道管理办法\n同意。'] * n))


FORMS = pdf((b'ET /X Do /Y Do /X Do BT', 3 * 120), resources=b'/XObject << /X 9 0 R /Y 9 0 R >>',
            o9=pdfattacks.form(b'/In Do (a form of 20 letters) Tj', b'/XObject << /In 10 0 R >>'),
            o10=pdfattacks.stream(b'BT /F1 9 Tf (%s) Tj /In Do ET' % LETTERS,
                                  b'/Type /XObject /Subtype /Form /BBox [0 0 9 9]'))
MASK = pdf((b'/G gs', 100), resources=b'/ExtGState << /G << /SMask << /S /Luminosity /G 9 0 R >> >> >>',
           o9=pdfattacks.form(b'BT /F1 9 Tf (%s) Tj ET' % LETTERS))
# All that strings are written as, and what is none.
SYNTAX = pdf((rb'(a\(b\)c) Tj', 5), (b'((())) Tj', 4), (rb'(\101\10\1\\\n\053) Tj', 6), (b'<616> Tj <61 61>Tj', 4),
             (b'% (a comment\n', 0), (b'[(aa) -200 (a)] TJ', 3), (b'/P << /MCID 0 /ActualText (aaa) >> BDC EMC', 3),
             (b'ET BI /W 5 /H 1 /BPC 8 /CS /G ID ((((( EI\n BT', 0), (b'/None Do /None gs /X', 0),
             (b'1 2 3 4 5 6 7 8 9 10 m -+1 .5.5 m', 0), (b'ID (aa) Tj', 2))
# What, a file of n, the limit, what comes of one more (with a + behind it: it is read, and warned of), the
# option that sets the limit.
LIMITS = (
    ('html: nesting', lambda n: html(nested(n - 3, 'div')), 10, 'too-deep', 'max-depth'),
    ('html: nesting', lambda n: html(nested(n - 3, 'div')), 1000, 'too-deep', ''),
    ('html: tags', lambda n: html('<br>' * (n - 6)), 1000, 'too-large', 'max-tags'),
    ('html: attributes', lambda n: html('<p%s>' % each(n, ' a%d=1')), 256, 'damaged', ''),
    ('xml: nesting', lambda n: xml(nested(n)), 256, 'too-deep', ''),
    ('xml: clauses in clauses', lambda n: xml('<items><item>%s%s</item></items>' % (
        '<clauses><clause>' * n, '</clause></clauses>' * n)), 99, 'too-deep', ''),
    ('xml: attributes', lambda n: xml('<x %s/>' % each(n, 'a%d="" ')), 2000, 'damaged', ''),
    ('xml: namespaces', lambda n: xml('<x %s><y/></x>' % each(n - 1, 'xmlns:a%d="u" ')), 1000, 'too-many-names', ''),
    ('json: nesting', lambda n: json('"x": ' + '[' * (n - 1) + ']' * (n - 1)), 2048, 'too-deep', ''),
    ('json: clauses in clauses', lambda n: json('"items": [{%s%s}]' % (
        '"clauses": [{' * n, '}]' * n)), 99, 'too-deep', ''),
    ('json: a line', remark, 2147483647, 'wrong-value', ''),
    ('pdf: pages', pages, 10, 'too-large', 'max-pages'),
    ('pdf: objects', lambda n: ('pdf', pdfattacks.pdf(size=n)), 20, 'too-large', 'max-objects'),
    ('pdf: text', pdf(), 1000, 'too-large', 'max-text'),
    ('pdf: text', pdf(), 200000, 'too-large', ''),
    ('pdf: text, however it is written', SYNTAX, 1000, 'too-large', 'max-text'),
    ('pdf: text of forms', FORMS, 1000, 'too-large', 'max-text'),
    ('pdf: text of masks', MASK, 1000, 'too-large', 'max-text'),
    ('docx: bytes', sized(docx), 1 << 20, 'too-large', 'max-size'),
    ('docx: parts', numbered(docx), 10, 'too-large', 'max-entries'),
    ('docx: nesting', lambda n: package(docx(nested(n - 2, 'w:ins'))), 8, 'too-deep', 'max-depth'),
    ('docx: nesting', lambda n: package(docx(nested(n - 2, 'w:ins'))), 256, 'too-deep', ''),
    ('ofd: bytes', sized(ofd), 1 << 20, 'too-large', 'max-size'),
    ('ofd: parts', numbered(ofd), 10, 'too-large', 'max-entries'),
    ('ofd: nesting', lambda n: package(ofd(nested(n - 3))), 8, 'too-deep', 'max-depth'),
    ('ofd: nesting', lambda n: package(ofd(nested(n - 3))), 256, 'too-deep', ''),
    ('ofd: characters of a page', lambda n: package(ofd(text='a' * n)), 4 << 20, 'too-large', ''),
    ('ofd: the name of a part', path, 4096, 'damaged', ''),
    ('ofd: bytes of an attachment', attachment, 32 << 20, 'attachment-differs+', ''),
    ('ofd: drawings in drawings', units, 8, 'damaged+', ''),
    ('text: doubts that are messages', doubts, 50, 'more-checks+', ''),
)
SCALE = {'max-size': 1 << 20}


def convert(form, content, *words):
    path = scratch / ('limit.' + form)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    out = scratch / 'out.json'
    out.unlink(missing_ok=True)
    result = run('convert', '--any', '-f', form, path, '-t', 'json', '-o', out, *words)
    return result, out.exists()


def try_limit(what, make, most, code, option):
    words = ['-O', '%s=%d' % (option, most // SCALE.get(option, 1))] if option else []
    for n in most - 1, most, most + 1:
        result, written = convert(*make(n), *words)
        said = '[%s]' % code.rstrip('+') in result.messages
        over = n > most
        right = said == over and written == (not over or code.endswith('+')) and result.status == (0 if written else 65)
        check('%s, at most %d: %d' % (what, most, n), right, result)
        if not outputs.is_under_asan():
            check('... for little', result.seconds < 20 and result.mebibytes < 1024, result)


def try_inputs():
    """A file with holes says how large it is."""
    path = scratch / 'large.txt'
    with open(path, 'wb') as file:
        file.truncate((1 << 30) + 1)
    result = run('convert', path, '-t', 'json')
    check('an input of more than 1024 MiB', (result.status, result.code) == (65, 'too-large') and
          (outputs.is_under_asan() or result.mebibytes < 128), result)


def try_options():
    """Every whole number that a plugin takes, as it says itself."""
    (scratch / 'in').write_text(TITLE + '\n')
    for name in outputs.formats():
        told = outputs.jiyao('plugins', name).out.decode()
        for option, least, most in re.findall(r'-O ([a-z-]+)=.*\n.*\n +takes a whole number, (\d+)\.\.(\d+)', told):
            is_writer = re.search(r'reads +no', told) or option == 'indent'
            words = ['-t', name] if is_writer else ['-f', name, '-t', 'json']
            words = ['convert', '--any', scratch / 'in', *words, '-o', scratch / 'out', '-O']
            label = '%s: %s' % (name, option)
            for value in (int(least) - 1, int(most) + 1, 10 ** 30, -10 ** 30, '', 'x', least + 'x', '1.5', '0x10'):
                result = outputs.jiyao(*words, '%s=%s' % (option, value))
                check('%s is not %r' % (label, value), result.status == 64 and 'option %s takes a whole number %s..%s, not '
                      "'%s'" % (option, least, most, value) in result.messages, result)
            for value in least, most:
                check('%s can be %s' % (label, value), outputs.jiyao(*words, '%s=%s' % (option, value)).status != 64)


# The command and what it works on, an option with a number, the least and the most, what is said of others.
NUMBERS = (
    ('convert', '--time', 1, 1000000, '--time wants a whole number from 1 to 1000000'),
    ('convert', '--memory', 1, 1 << 20, '--memory wants a whole number from 1 to 1048576'),
    ('batch', '--time', 1, 1000000, '--time wants a whole number from 1 to 1000000'),
    ('batch', '--memory', 1, 1 << 20, '--memory wants a whole number from 1 to 1048576'),
    ('batch', '--jobs', 1, 1024, '-j wants a whole number from 1 to 1024'),
)


def try_numbers():
    for command, option, least, most, said in NUMBERS:
        out = '--out=%s' % (scratch / 'kept') if command == 'batch' else '--output=%s' % (scratch / 'out')
        words = [command, '--any', '-t', 'json', out, scratch / 'in']
        for value in least - 1, -1, most + 1, 10 ** 30, '', 'x', '1x', '1.5':
            result = outputs.jiyao(*words, '%s=%s' % (option, value))
            check('%s %s is not %r' % (command, option, value), result.status == 64 and said in result.messages, result)
        check('%s %s can be %d' % (command, option, most), outputs.jiyao(*words, '%s=%d' % (option, most)).status != 64)


def try_samples():
    for share in '0', '0%', '-1', '101', '100.01%', 'x', '', '%', '20%%', 'nan', 'inf':
        result = outputs.jiyao('report', '--sample=' + share, scratch)
        check('a sample of %r is none' % share, result.status == 64 and '--sample wants a share like 20%' in
              result.messages, result)
    for share in '100', '100%', '0.01%':
        result = outputs.jiyao('report', '--sample=' + share, scratch)
        check('a sample of ' + share, result.status == 66, result)


def try_shards():
    words = 'batch', '--any', '-t', 'json', '--out=%s' % (scratch / 'shards'), scratch / 'in'
    for shard in '0/1', '2/1', '1/0', '-1/2', '1/-2', '1/1000001', '1', '/', '1/', '/1', 'x/2', '1/2x', '1/%d' % 10 ** 30:
        result = outputs.jiyao(*words, '--shard=' + shard)
        check('shard %s is none' % shard, result.status == 64 and '--shard=%s: it is not of the form I/N, with I from 1 '
              'to N' % shard in result.messages, result)
    for shard in '1/1', '999999/1000000', '1000000/1000000':
        result = outputs.jiyao(*words, '--shard=' + shard)
        check('shard ' + shard, result.status == 0, result)


for limit in LIMITS:
    try_limit(*limit)
try_inputs()
try_options()
try_numbers()
try_samples()
try_shards()
outputs.finish()
