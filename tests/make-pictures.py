#!/usr/bin/env python3
"""Makes the invented documents of fixtures/pdf that are pictures: make-pictures.py FOLDER.

The pages are set in a font that is not embedded and drawn by pdftoppm, which puts one of the system's
in its place (the ones here are of Noto Serif CJK); what is kept is the picture, black and white, as an
office's machine would scan it.  What differs from one system to the next is the shape of the
characters, so that these files are made once and kept.  The text that stands before a picture, as such
machines put it there, is in a font of their own whose characters are white paper.
"""
import subprocess
import sys
import tempfile
import zlib

DPI = 200
A4 = (595.28, 841.89)

FIRST = [
    (150, 740, 26, '云州市人民政府常务会议纪要'),
    (238, 700, 16, '〔2024〕18号'),
    (112, 650, 16, '2024年5月20日上午，钱明远市长主持召开市政府第37'),
    (80, 621, 16, '次常务会议，审议《云州市城市供水管理办法》，听取'),
    (80, 592, 16, '全市防汛准备工作情况的汇报。会议议定以下意见：'),
    (112, 563, 16, '一、审议《云州市城市供水管理办法》'),
    (112, 534, 16, '（一）原则同意《云州市城市供水管理办法》。由市水务'),
    (80, 505, 16, '局根据会议讨论意见修改完善后，按程序发文实施。'),
    (112, 476, 16, '（二）各地各部门要加强协作，切实保障供水安全。市水'),
    (80, 447, 16, '务局要于6月30日前完成老旧管网的排查。'),
    (112, 418, 16, '二、听取全市防汛准备工作情况的汇报'),
    (112, 389, 16, '（一）会议原则同意市应急局的汇报。'),
    (112, 360, 16, '（二）市应急局要会同市水务局、市气象局，加强值守和'),
    (80, 331, 16, '预警，确保安全度汛。'),
    (270, 70, 14, '— 1 —'),
]
SECOND = [
    (112, 740, 16, '出席：钱明远　孙志强　李　方　周文静'),
    (112, 711, 16, '列席：吴国平　郑　红　市发改委冯建军　市财政局陈晓'),
    (160, 682, 16, '东　市水务局许大海　市应急局何　亮　市气象局'),
    (160, 653, 16, '吕小燕'),
    (112, 624, 16, '记录：张　晨'),
    (330, 560, 16, '云州市人民政府办公室整理'),
    (400, 531, 16, '2024年5月27日'),
    (112, 480, 14, '分送：各县、区人民政府，市各有关部门和单位。'),
    (270, 70, 14, '— 2 —'),
]


def build(objects):
    """OBJECTS are the bodies of the file's objects from 1 on; the first is the catalogue."""
    out, places = b'%PDF-1.4\n', []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (i, body)
    table = b''.join(b'%010d 00000 n \n' % p for p in places)
    return out + (b'xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n'
                  b'startxref\n%d\n%%%%EOF\n' % (len(objects) + 1, table, len(objects) + 1, len(out)))


def stream(data, entries=b''):
    return b'<< /Length %d %s >>\nstream\n%s\nendstream' % (len(data), entries, data)


VISIBLE = [b'<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H '
           b'/DescendantFonts [4 0 R] >>',
           b'<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 '
           b'/W [1 95 500 814 907 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) '
           b'/Supplement 0 >> >>']


def invisible(characters):
    """A font of empty glyphs, whose codes are the places in CHARACTERS."""
    count = len(characters)
    unicode = b'1 begincodespacerange <00> <ff> endcodespacerange\n' + b''.join(
        b'1 beginbfchar <%02x> <%s> endbfchar\n' % (i, c.encode('utf-16-be').hex().encode())
        for i, c in enumerate(characters))
    return [b'<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] '
            b'/FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g 4 0 R >> /FirstChar 0 '
            b'/LastChar %d /Widths [%s] /Encoding << /Differences [0 %s] >> /ToUnicode 5 0 R >>'
            % (count - 1, b' '.join(b'500' if c < '~' else b'1000' for c in characters), b'/g ' * count),
            stream(b'1000 0 d0'), stream(unicode)]


def document(pages, font):
    """PAGES are pairs of contents and pictures; FONT is the objects from 3 on."""
    objects = [b'<< /Type /Catalog /Pages 2 0 R >>', None, *font]
    kids = []
    for content, picture in pages:
        objects.append(picture)
        objects.append(stream(content))
        objects.append(b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents %d 0 R '
                       b'/Resources << /Font << /F1 3 0 R >> /XObject << /I %d 0 R >> >> >>'
                       % (*A4, len(objects), len(objects) - 1))
        kids.append(b'%d 0 R' % len(objects))
    objects[1] = b'<< /Type /Pages /Kids [%s] /Count %d >>' % (b' '.join(kids), len(kids))
    return build(objects)


def text(lines, encode):
    return b''.join(b'BT /F1 %d Tf %d %d Td <%s> Tj ET\n' % (
        size, x, y, encode(words).hex().encode()) for x, y, size, words in lines)


def scan(lines):
    """The page as a picture of one bit a pixel: PBM has 1 for black, PDF 0."""
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + '/page.pdf', 'wb') as f:
            f.write(document([(text(lines, lambda s: s.encode('utf-16-be')), b'null')], VISIBLE))
        subprocess.run(['pdftoppm', '-r', str(DPI), '-mono', '-singlefile', folder + '/page.pdf',
                        folder + '/page'], check=True)
        with open(folder + '/page.pbm', 'rb') as f:
            data = f.read()
    head, rest = data[:2], data[2:].lstrip()
    size, pixels = rest.split(b'\n', 1)
    assert head == b'P4'
    width, height = map(int, size.split())
    return stream(zlib.compress(bytes(255 - b for b in pixels), 9),
                  b'/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 '
                  b'/ColorSpace /DeviceGray /Filter /FlateDecode' % (width, height))


def shown(askew=0):
    """Draws the picture over the page, turned by ASKEW, the sine of a small angle."""
    return b'q %g %g %g %g 0 0 cm /I Do Q\n' % (A4[0], A4[0] * askew, -A4[1] * askew, A4[1])


def main(folder):
    first, second = scan(FIRST), scan(SECOND)
    characters = sorted(set(''.join(line[3] for line in FIRST)))
    layer = text(FIRST, lambda s: bytes(characters.index(c) for c in s))
    documents = {
        'scanned': [(shown(), first), (shown(0.006), second)],
        'half-scanned': [(layer + shown(), first), (shown(), second)],
    }
    for name, pages in documents.items():
        with open(f'{folder}/{name}.pdf', 'wb') as f:
            f.write(document(pages, invisible(characters)))


main(*sys.argv[1:])
