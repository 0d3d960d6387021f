"""What the tests of written OFD look at: packages, the text of pages, and a font of their own."""
import io
import re
import struct
import xml.etree.ElementTree as ET
import zipfile

OFD = '{http://www.ofdspec.org/2016}'
TAG = '{urn:jiyao:gongwen:1}'
# What the form says of its own.
WORDS = ('记录： 主持人： 会议名称： 会议时间： 会议地点： 会议议题： 签发人： 出席 列席 请假 邀请 参加 '
         '抄送 整理 印发 代表 ： ； 、 。 （ ） [ ]').split()
FORM = '(?:%s)*?' % '|'.join(map(re.escape, WORDS))


def squeezed(text):
    """Without white space, which is laid out anew."""
    return ''.join(text.split())


class Package:
    """A package: its parts by path, and its pages, (id, tree) each."""

    def __init__(self, out):
        archive = zipfile.ZipFile(io.BytesIO(out))
        self.names = archive.namelist()
        self.parts = {name: archive.read(name) for name in self.names}
        self.trees = {name: ET.fromstring(part) for name, part in self.parts.items()
                      if name.endswith('.xml')}
        self.document = self.trees['Doc_0/Document.xml']
        self.pages = [(int(page.get('ID')), self.trees['Doc_0/' + page.get('BaseLoc')])
                      for page in self.document.iter(OFD + 'Page')]

    def objects(self):
        """The text objects: {id: (page, text)}, in the order of the file."""
        return {int(thing.get('ID')): (page, ''.join(thing.itertext()))
                for page, tree in self.pages for thing in tree.iter(OFD + 'TextObject')}

    def boxes(self):
        """(text, x, y, width, height) of every text object, by page."""
        for _, tree in self.pages:
            yield [(''.join(thing.itertext()), *map(float, thing.get('Boundary').split()))
                   for thing in tree.iter(OFD + 'TextObject')]

    def lines(self):
        """The texts of each page's objects."""
        return [[code.text or '' for code in tree.iter(OFD + 'TextCode')] for _, tree in self.pages]

    def text(self):
        """The text of all pages without their numbers; None where a page has not its number."""
        said = []
        for n, lines in enumerate(self.lines(), 1):
            if lines.pop() != '— %d —' % n:
                return None
            said += lines
        return squeezed(''.join(said))

    def tags(self):
        """(name, id, the text of its objects) of every tag that has objects."""
        objects = self.objects()
        for tag in self.trees['Doc_0/Tags/CustomTag.xml'].iter():
            said = []
            for ref in tag.findall(OFD + 'ObjectRef'):
                page, text = objects[int(ref.text)]
                assert page == int(ref.get('PageRef')), ref.text
                said.append(text)
            if said:
                yield tag.tag.removeprefix(TAG), tag.get('id'), squeezed(''.join(said))

    def locations(self):
        """The part that every location in a part leads to."""
        base = {'Res': 'Doc_0/Res/'}
        yield 'OFD.xml'
        for name, tree in self.trees.items():
            folder = name[:name.rfind('/') + 1]
            for thing in tree.iter():
                leaf = not len(thing) and re.search('(Loc|Root|Res|File|Tags|Attachments)$', thing.tag)
                where = thing.text if leaf else thing.get('BaseLoc')
                if where and thing.tag != OFD + 'Res':
                    yield where[1:] if where[0] == '/' else base.get(
                        tree.get('BaseLoc'), folder) + where


def date(text):
    """As the form prints it."""
    found = re.fullmatch(r'(?:(\d{4})|-)-(\d\d)-(\d\d)', text or '')
    if not found:
        return text
    return ''.join(str(int(n)) + word for n, word in zip(found.groups(), '年月日') if n)


def people(list_):
    for person in list_:
        yield from (person.get('organization'), person['title'], person['name'], person.get('note'))


def setting(meeting, agenda):
    """What the opening does not say of the meeting."""
    opening = squeezed(meeting['preamble'] or '')

    def is_said(*texts):
        return opening and all(squeezed(text) in opening for text in texts if text)
    if not opening:
        yield from (meeting['name'], date(meeting['date']), meeting['period'])
    if not is_said(meeting['place']):
        yield meeting['place']
    if not is_said(*(chair['name'] for chair in meeting['chairs'])):
        yield from people(meeting['chairs'])
    if agenda and not is_said(*agenda[0]['subjects'][:1]):
        for topic in agenda:
            yield from (topic['action'], *topic['subjects'])


def opening(meeting):
    """The paragraphs before the items; the last sentence of the first can be the lead-in."""
    preamble, lead_in = meeting['preamble'] or '', meeting['lead_in'] or ''
    return [preamble] + [lead_in] * (lead_in not in preamble)


def clauses(list_):
    for clause in list_:
        yield from (clause['label'], clause['title'], clause['text'])
        yield from clauses(clause['clauses'])


def walk(minutes):
    """The texts that pages show, in the order in which they show them."""
    document, meeting = minutes['document'], minutes['meeting']
    yield from (document[key] for key in ('copy', 'classification', 'urgency', 'title'))
    yield (document['number'] or {}).get('text')
    yield from people(document['signers'])
    yield from setting(meeting, minutes['agenda'])
    yield from opening(meeting)
    for item in minutes['items']:
        yield from (item['label'], item['title'])
        yield from clauses(item['clauses'])
    yield from (remark['text'] for remark in minutes['remarks'])
    for group in minutes['attendance']:
        yield group['label']
        if (group['scope'] or '') not in (group['label'] or ''):
            yield group['scope']
        yield from people(group['people'])
    yield from people(meeting['recorders'])
    compiled, issued = document['compiled'] or {}, document['issued'] or {}
    yield from (compiled.get('by'), date(compiled.get('date')), document['disclosure'])
    for entry in document['distribution']:
        yield from (entry['label'], *entry['recipients'])
    yield from (issued.get('by'), date(issued.get('date')))


def difference(minutes, text):
    """Where TEXT is not that of the minutes, with nothing between but the form's words; or None."""
    at = 0
    for value in walk(minutes):
        value = squeezed(value or '')
        found = re.compile(FORM + re.escape(value)).match(text, at)
        if not found:
            return '%r, not %r' % (text[at:at + 60], value[:60])
        at = found.end()
    return None if re.fullmatch(FORM, text[at:]) else 'at the end %r' % text[at:at + 60]


def font(rights=0, last=0xfffe, name='Invented Blank'):
    """A TrueType font in which every character from space to LAST has a glyph, which is empty."""
    label, glyphs = name.encode('utf-16-be'), last - 30
    starts = range(32, last + 1, 64)  # in many ranges, as fonts have them
    tables = {
        b'OS/2': struct.pack('>HhHHH', 3, 1000, 400, 5, rights) + b'\0' * 86,
        b'cmap': struct.pack('>HHHHI', 0, 1, 3, 10, 12) + struct.pack(
            '>HHIII', 12, 0, 16 + 12 * len(starts), 0, len(starts)) + b''.join(struct.pack(
                '>III', c, min(c + 63, last), c - 31) for c in starts),
        b'glyf': b'\0' * 4,
        b'head': struct.pack('>IIIIHHQQhhhhHHhhh', 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0,
                             0, 0, 0, 0, 0, 8, 2, 1, 0),
        b'hhea': struct.pack('>IhhhHhhhhhhhhhhhH', 0x10000, 880, -120, 0, 1000, 0, 0, 0, 1, 0, 0,
                             0, 0, 0, 0, 0, 1),
        b'hmtx': struct.pack('>Hh', 1000, 0) + b'\0\0' * (glyphs - 1),
        b'loca': b'\0' * 4 * (glyphs + 1),
        b'maxp': struct.pack('>IHHHHHHHHHHHHHH', 0x10000, glyphs, *[0] * 5, 2, *[0] * 7),
        b'name': struct.pack('>HHHHHHHHH', 0, 1, 18, 3, 1, 0x409, 4, len(label), 0) + label,
        b'post': struct.pack('>IIhhIIIII', 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    at = 12 + 16 * len(tables)
    head, body = struct.pack('>IHHHH', 0x10000, len(tables), 128, 3, 32), b''
    for tag, table in tables.items():
        padded = table + b'\0' * (-len(table) % 4)
        total = sum(struct.unpack('>%dI' % (len(padded) // 4), padded)) & 0xffffffff
        head += tag + struct.pack('>III', total, at + len(body), len(table))
        body += padded
    return head + body
