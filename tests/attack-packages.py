#!/usr/bin/env python3
"""Zip archives that lie, repeat themselves, swell or point elsewhere, as DOCX and as OFD: nothing gets
out of them, and each ends in a typed outcome for little time and memory."""
import struct

import docxparts
import outputs
import zipparts
from cost import run
from zipparts import archive, entry, wide

OFFICE = docxparts.relations(('officeDocument', 'word/document.xml'))
TEXT, OTHER = '云州市人民政府', '清河县人民政府'
WORD = docxparts.part('document', '<w:body>%s</w:body>' % docxparts.p(TEXT))
PAGE = "<Page><Content><Layer><TextObject Boundary='20 20 90 9' Size='5'><TextCode X='0' Y='5'>%s" \
    '</TextCode></TextObject></Layer></Content></Page>' % TEXT
LONG = 0xffffffff


class Format:
    """A package of that format, of which MAIN is the part with the text."""

    def __init__(self, suffix, main, content, rest):
        self.suffix, self.main, self.content = suffix, main, content
        self.rest = [entry(*part) for part in rest.items()]
        self.other = content.replace(TEXT, OTHER)

    def part(self, content=None, name=None, **said):
        return entry(name or self.main, self.content if content is None else content, **said)

    def package(self, *parts, **said):
        return archive([*self.rest, *(parts or [self.part()])], **said)

    def swollen(self):
        """20 MiB of the part are spaces."""
        at = self.content.rindex('</')
        return self.content[:at] + ('<a/>' + ' ' * (4 << 20)) * 5 + self.content[at:]


DOCX = Format('docx', 'word/document.xml', WORD, {
    '[Content_Types].xml': docxparts.content_types(), '_rels/.rels': OFFICE})
OFD = Format('ofd', 'P.xml', PAGE, {
    'OFD.xml': '<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>',
    'D.xml': "<Document><Pages><Page BaseLoc='P.xml'/></Pages></Document>"})


def attacks(f):
    """(what, archive, what comes of it): a code, or None where the text is read; the same for OFD where
    it differs, and then 'damaged' can be a warning beside the text."""
    part, whole, size = f.part, f.package, len(f.content.encode())
    same = part(at=0)
    yield 'nothing', whole(), None
    yield 'a size that is too small', whole(part(size=9)), None
    yield 'a size that is too large', whole(part(size=10 ** 9)), None
    yield 'a checksum that is wrong', whole(part(crc=1)), 'damaged', 'damaged+'
    yield 'a packed size that is too small', whole(part(packed=50)), 'damaged', '+damaged'
    yield 'a packed size that is too large', whole(part(packed=LONG >> 1)), None
    yield 'sizes of 64 bits', whole(part(size=LONG, packed=LONG, extra=wide(
        size, len(part().body)))), None
    yield 'sizes of 62 bits', whole(part(size=LONG, packed=LONG, extra=wide(1 << 62, 1 << 62))), None
    yield 'sizes of 64 bits that are cut short', whole(part(size=LONG, extra=struct.pack(
        '<HHI', 1, 4, 1))), 'damaged'
    yield 'a zip64 end', whole(zip64=True), None
    yield 'a data descriptor', whole(part(flags=8, before=(0, 0, 0), after=b'PK\7\x08' + bytes(12))), None
    yield 'another name before the bytes', whole(part(local=b'../../x')), None
    yield 'other sizes before the bytes', whole(part(before=(1, 1, 1))), None
    yield 'an entry that is encrypted', whole(part(flags=1)), 'encrypted', '+encrypted'
    yield 'a method nobody knows', whole(part(method=zipparts.SEALED)), 'damaged'
    yield 'a method whose bytes are wrong', whole(part(method=zipparts.BZIPPED)), 'damaged', '+damaged'
    yield 'bytes that do not inflate', whole(part(body=b'\xff' * 50)), 'damaged', '+damaged'
    yield 'bytes that do not end', whole(part(body=b'\0\5\0\xfa\xff<abcd' * 3)), 'damaged', '+damaged'
    yield 'something before it', whole(front=b'MZ' + bytes(1000)), 'unknown-format'
    yield 'another beginning before it', whole(front=b'PK\3\4' + bytes(1000)), None
    yield 'offsets that are not', b'PK\3\4' + bytes(1000) + whole(), 'damaged'
    yield 'something behind it', whole(end=bytes(1000)), None
    yield 'much behind it', whole(end=bytes(70000)), 'damaged'
    yield 'an end in its comment', whole(comment=b'PK\5\6' + bytes(18)), None
    yield 'another archive before it', whole(front=whole(part(f.other))), 'damaged'
    yield 'another directory in its comment', two_directories(f), 'damaged'
    yield 'a directory of fewer entries', whole(count=1), 'damaged'
    yield 'a directory of more entries', whole(count=60000), 'damaged'
    yield 'a directory far away', whole(start=10 ** 9), 'damaged'
    yield 'a directory that is an entry', whole(start=0), 'damaged'
    yield 'bytes far away', whole(part(at=10 ** 8)), 'damaged', '+damaged'
    yield 'a part twice', whole(part(), part(f.other)), 'damaged', 'damaged+'
    yield 'a part twice, but for case', whole(part(), part(f.other, f.main.upper())), 'damaged', None
    yield 'a part and one with a NUL behind it', whole(part(), part(f.other, f.main + '\0.txt')), None
    yield 'a name with backslashes', whole(part(name=f.main.replace('/', '\\'))), None
    yield 'an absolute name', whole(part(name='/' + f.main)), None
    yield 'a name that leads up', whole(part(), part('root:', '../../../../etc/passwd')), None
    yield 'names of every kind', whole(part(), *(entry(name, 'x') for name in (
        b'/etc/passwd', b'C:\\con', b'\xff\xfe\x80', b'\x1b[31m', b'', b'\0', b'/', b'//', b'.', b'..',
        b'%2e%2e/%00', b'a' * 65535, b'a/' * 30000, '云'.encode('gbk')))), None
    yield 'a link', whole(part('/etc/passwd', mode=0o120777)), 'damaged', '+damaged'
    yield 'an archive for a part', whole(part(body=whole(), method=0, packed=len(whole()),
                                              size=len(whole()))), 'damaged', '+damaged'
    yield 'nine thousand names for the same bytes', whole(part(), *(
        same._replace(name=b'x%d' % i) for i in range(9000))), None
    yield 'seventy thousand entries', whole(part(), *(
        same._replace(name=b'x%d' % i) for i in range(70000)), zip64=True), 'too-large'


def two_directories(f):
    """One archive by its end, and another by the end that is its comment."""
    first = f.package(f.part(f.other))
    return f.package(front=first[:-22], comment=first[-22:])


def outcome(code, result, read):
    """Whether it came to that; +damaged: nothing can be read, after warnings; damaged+: it is, with one."""
    if code is None:
        return result.status == 0 and TEXT in read and OTHER not in read
    if code.endswith('+'):
        return result.status == 0 and TEXT in read and '[%s' % code[:-1] in result.messages
    return result.status == 65 and result.code == code.strip('+') and not read


def convert(path, *options):
    out = outputs.scratch / 'out.json'
    out.unlink(missing_ok=True)
    result = run('convert', '--any', path, '-t', 'json', '-o', out, *options)
    return result, out.read_text() if out.exists() else ''


def attack(f, what, content, *codes, options=()):
    path = outputs.scratch / ('attack.' + f.suffix)
    path.write_bytes(content)
    result, read = convert(path, *options)
    outputs.check('%s: %s' % (f.suffix, what), outcome(codes[-1 if f is OFD else 0], result, read),
                  (result, read))
    if not outputs.is_under_asan():
        outputs.check('... for little', result.seconds < 10 and result.mebibytes < 128, result)


def leading_out():
    """Where relations point to: into the package, whatever they say."""
    targets = ['file:///etc/passwd', '/etc/passwd', '../../../../../../etc/passwd', '//127.0.0.1/x',
               'http://127.0.0.1:9/x', 'word/%00', 'a/../' * 300000, 'a/' * 300000, '..\\..\\etc\\passwd',
               'document.xml', '../word/document.xml', '.', '', '?', '#', '%2e%2e/%2e%2e/etc/passwd', '%zz']
    kinds = 'styles', 'numbering', 'footnotes', 'header'
    more = [entry('word/_rels/document.xml.rels', docxparts.relations(
        *((kind, target) for kind in kinds)).replace('r3', 'h')) for target in targets]
    body = WORD.replace('</w:body>', '<w:sectPr><w:headerReference r:id="h"/></w:sectPr></w:body>')
    for target, relations in zip(targets, more):
        yield ascii(target[:40]), DOCX.package(DOCX.part(body), relations), None
    yield 'the package itself', archive([entry('_rels/.rels', docxparts.relations(
        ('officeDocument', '_rels/.rels'))), DOCX.part()]), 'not-docx'


for each in DOCX, OFD:
    for row in attacks(each):
        attack(each, *row)
    attack(each, 'a part that swells, and lies of its size', each.package(each.part(
        each.swollen(), packed=LONG >> 1)), 'too-large', options=('-O', 'max-ratio=900'))
for what, content, code in leading_out():
    attack(DOCX, 'a relation to ' + what, content, code)
outputs.finish()
