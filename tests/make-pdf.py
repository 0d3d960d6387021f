#!/usr/bin/env python3
"""Makes the invented documents of fixtures/pdf: make-pdf.py FOLDER.

Written by hand, so that each shows one thing.  The font is a stand-in: it is not embedded, a
character's code is its code in Unicode, and its width is one em, or half of one in ASCII.
"""
import hashlib
import sys

A4 = (595, 842)
BODY = [
    '清河县人民政府常务会议纪要',
    '　　2024年3月5日上午，甲乙丙县长主持召开县政府第12次常务',
    '会议，审议《清河县河道管理办法》。会议议定以下意见：',
    '　　一、审议《清河县河道管理办法》',
    '　　原则同意《清河县河道管理办法》。由县水务局按程序发文实施。',
    '　　出席：丁　戊　己庚辛',
]
# What some programs write down for these characters.
RADICALS = str.maketrans('日月一人民己辛长水', '⽇⽉⼀⼈⺠⼰⾟⻓⽔')
SERIF = b'/Type /Font /Subtype /Type0 /BaseFont /Stand-In /Encoding /Identity-H'
PICTURE = b'q 400 0 0 600 100 120 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n'
PADDING = bytes.fromhex('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a')


def show(x, y, text, size=16, matrix=(1, 0, 0, 1)):
    """TEXT from (x, y) on, upwards from the page's bottom left."""
    return b'BT /F1 %g Tf %g %g %g %g %g %g Tm <%s> Tj ET\n' % (
        size, *matrix, x, y, text.encode('utf-16-be').hex().encode())


def lines(texts, x=80, y=720, size=16, step=28):
    return b''.join(show(x, y - i * step, t, size) for i, t in enumerate(texts))


def rc4(key, data):
    s, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) % 256
        s[i], s[j] = s[j], s[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        out.append(byte ^ s[(s[i] + s[j]) % 256])
    return bytes(out)


class Lock:
    """ISO 32000-1, 7.6: revision 2, a key of 40 bits."""

    def __init__(self, user, owner, permissions):
        pad = lambda password: (password + PADDING)[:32]
        self.owner = rc4(hashlib.md5(pad(owner)).digest()[:5], pad(user))
        granted = (permissions & 0xffffffff).to_bytes(4, 'little')
        self.key = hashlib.md5(pad(user) + self.owner + granted + b'clear words').digest()[:5]
        self.user = rc4(self.key, PADDING)
        self.permissions = permissions

    def __call__(self, number, data):
        salt = number.to_bytes(3, 'little') + b'\0\0'
        return rc4(hashlib.md5(self.key + salt).digest()[:10], data)

    def dictionary(self):
        return b'<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P %d >>' % (
            self.owner.hex().encode(), self.user.hex().encode(), self.permissions)


def pdf(pages, lock=None, catalogue=b'', more=(), size=A4):
    """PAGES are contents, or pairs of contents and entries for the page's dictionary."""
    to_unicode = (b'/CMapName /Same def 1 begincodespacerange <0000> <ffff> endcodespacerange\n'
                  b'1 beginbfrange <0000> <ffff> <0000> endbfrange')
    objects = [b'<< /Type /Catalog /Pages 2 0 R%s >>' % catalogue, None,
               b'<< %s /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>' % SERIF,
               b'<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Stand-In /DW 1000 '
               b'/W [32 126 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) '
               b'/Supplement 0 >> /FontDescriptor 5 0 R >>',
               b'<< /Type /FontDescriptor /FontName /Stand-In /Flags 4 /ItalicAngle 0 '
               b'/FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 /StemV 80 >>',
               to_unicode]
    streams = {5}
    kids = []
    for page in pages:
        content, entries = page if isinstance(page, tuple) else (page, b'')
        kids.append(b'%d 0 R' % (len(objects) + 1))
        objects.append(b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R '
                       b'/Resources << /Font << /F1 3 0 R >> >> %s >>'
                       % (*size, len(objects) + 2, entries))
        streams.add(len(objects))
        objects.append(content)
    objects[1] = b'<< /Type /Pages /Kids [%s] /Count %d >>' % (b' '.join(kids), len(kids))
    return file(objects + list(more), streams, lock)


def file(objects, streams, lock):
    out, places = b'%PDF-1.4\n', []
    for i, body in enumerate(objects):
        if i in streams:
            body = lock(i + 1, body) if lock else body
            body = b'<< /Length %d >>\nstream\n%s\nendstream' % (len(body), body)
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (i + 1, body)
    trailer = b'/Size %d /Root 1 0 R /ID [<%s> <%s>]' % (
        len(objects) + 1, b'clear words'.hex().encode(), b'clear words'.hex().encode())
    if lock:
        trailer += b' /Encrypt ' + lock.dictionary()
    table = b''.join(b'%010d 00000 n \n' % p for p in places)
    return out + b'xref\n0 %d\n0000000000 65535 f \n%strailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n' % (
        len(objects) + 1, table, trailer, len(out))


def columns():
    """Two columns under a title, on lines of their own each; the list below has gaps and none."""
    left = ['左栏第%d行的文字排满了整整一栏宽' % i for i in range(1, 7)]
    right = ['右栏第%d行的文字排满了整整一栏宽' % i for i in range(1, 7)]
    names = ['出席：甲　乙　　丙丁戊', '列席：己庚辛　　壬　癸']
    return (show(140, 760, '云州市人民政府常务会议纪要', 24) + lines(left, 60, 720, 14, 24)
            + lines(right, 320, 708, 14, 24) + show(180, 560, '以下各行不分栏而是横贯全页的文字')
            + lines(names, 60, 500, 16, 28))


def scattered():
    """Lists of names as words put one by one, column after column; beside them a vertical mark,
    below them two sizes on one line and a number further left than all."""
    grid = [['出席：', '甲', '乙', '丙丁戊'], ['列席：', '己庚辛', '壬', '癸'],
            ['请假：', '子丑', '寅', '卯辰巳']]
    words = b''.join(show(80 + 90 * x, 700 - 28 * y, grid[y][x]) for x in range(4) for y in range(3))
    mark = show(40, 500, '云州市档案馆', 16, (0, 1, -1, 0))
    sizes = show(80, 560, '签发：', 24) + show(200, 560, '午未', 12) + show(50, 500, '9', 12)
    return words + show(80, 728, '云州 市 第 12 次 会议 Yun Zhou') + mark + sizes


def turned():
    sideways = b''.join(show(100 + 28 * i, 80, t, 16, (0, 1, -1, 0)) for i, t in enumerate(BODY))
    over = b''.join(show(500, 100 + 28 * i, t, 16, (-1, 0, 0, -1)) for i, t in enumerate(BODY))
    return [(sideways, b'/Rotate 90'), sideways, over]


def stroke(x1, y1, x2, y2):
    return b'%g %g m %g %g l S\n' % (x1, y1, x2, y2)


def fill(x1, y1, x2, y2):
    """A line as a box of half a point."""
    return b'%g %g %g %g re f\n' % (x1, y1, max(x2 - x1, .5), max(y2 - y1, .5))


def table():
    """People in a ruled table: cells of one, two and three lines set in the middle of their rows; a
    unit that takes two rows; cells so full that nothing but a line parts them from the next.
    Under it one of labels, whose lines are drawn in another unit; and around all a frame."""
    across, down = [600, 572, 488, 432, 404, 376], [80, 200, 260, 420, 520]
    ruled = b''.join(stroke(80, y, 520, y) for y in across if y != 404)
    ruled += stroke(200, 404, 520, 404) + b''.join(stroke(x, 376, x, 600) for x in down)
    labels = b''.join(fill(80, y, 520, y) for y in (340, 312, 256))
    labels += b''.join(fill(x, 256, x, 340) for x in (80, 160, 520))
    frame = b'q 2 0 0 2 0 0 cm 20 20 m 280 20 l 280 400 l 20 400 l s Q\n'
    cell = lambda x, y, *texts: lines(texts, x, y, 12, 16)
    words = (cell(90, 582, '单位') + cell(210, 582, '姓名') + cell(270, 582, '职务')
             + cell(430, 582, '备注') + cell(84, 534, '云州市发展和改革委', '员会')
             + cell(210, 526, '甲乙丙') + cell(262, 542, '党组书记、主任，市粮食和物',
                                               '资储备局局长，市能源局局长', '，市价格局局长')
             + cell(84, 464, '清河县人民政府驻云', '州市联络处') + cell(202, 456, '丁 戊')
             + cell(262, 456, '主任') + cell(422, 464, '因公外出', '请假')
             + cell(84, 400, '云州大学') + cell(210, 414, '己庚') + cell(262, 414, '教授')
             + cell(210, 386, '辛壬癸') + cell(262, 386, '副教授'))
    under = (cell(90, 322, '记录') + cell(170, 322, '子丑') + cell(90, 280, '列席')
             + cell(170, 288, '县水务局、县财政局、县发展和改革局、县教育局、县民政',
                    '局有关负责人'))
    return frame + lines(BODY[:5], y=750) + show(80, 612, '出席人员：') + ruled + words + labels + under


def sheet():
    """Two pages on one sheet, the second half empty: its lines on other base lines than the first's."""
    flow = ''.join(BODY[1:3]).strip('　')
    first = ['　　' + flow[:24], flow[24:50], flow[50:],
             '　　一、审议《清河县河道管理办法》', '　　（一）会议指出，河道管理事关防洪安全和群众切身利',
             '益，要压实责任，抓紧修改完善配套制度，确保管理办法', '落地见效。',
             '　　（二）原则同意《清河县河道管理办法》。由县水务局', '会同县财政局根据会议讨论意见修改完善后，按程序发文']
    second = ['实施。', '　　会议强调，各乡镇要加强巡查，发现问题及时处置，每',
              '季度向县政府报告一次。', '　　出席：丁　戊　己庚辛', '　　列席：县水务局子丑，县财政局寅卯辰，县发展和改',
              '革局巳午', '　　记录：未申']
    return show(150, 760, BODY[0]) + lines(first, 80, 700, 16, 28) + lines(second, 680, 688, 16, 28)


def form():
    """A form: a label in the middle of two rows, on no line of theirs, and minutes in a cell."""
    across = [740, 700, 660, 620, 420]
    ruled = b''.join(stroke(160 if y == 700 else 80, y, 520, y) for y in across)
    ruled += stroke(80, 420, 80, 740) + stroke(160, 620, 160, 740) + stroke(520, 420, 520, 740)
    cell = lambda x, y, *texts: lines(texts, x, y, 12, 16)
    return (show(180, 770, BODY[0]) + ruled + cell(90, 696, '列席') + cell(170, 716, '县水务局丁戊')
            + cell(170, 676, '县财政局己庚辛') + cell(90, 636, '主持人') + cell(170, 636, '甲乙丙')
            + cell(110, 600, '一、审议《清河县河道管理办法》',
                   '原则同意《清河县河道管理办法》。由县水务局根据会议讨论意见修改完')
            + cell(86, 568, '善后，按程序发文实施。') + cell(110, 552, '会议强调，要加强巡查。'))


def tagged():
    """A table without lines, told by its tags alone, whose second cell takes two columns in its first
    row; a running head and a page number that are artifacts."""
    marked = lambda n, *pieces: b'/P <</MCID %d>> BDC\n%sEMC\n' % (n, b''.join(pieces))
    cell = lambda x, y, *texts: lines(texts, x, y, 12, 16)
    content = (b'/Artifact <</Type /Pagination /Subtype /Header>> BDC\n' + show(80, 790, '内部资料', 12)
               + b'EMC\n' + marked(0, lines(BODY[:5], y=750), show(80, 612, '出席人员：'))
               + marked(1, cell(80, 582, '姓名')) + marked(2, cell(240, 582, '单位及职务'))
               + marked(3, cell(80, 550, '甲乙丙')) + marked(4, cell(240, 558, '云州市发展和改革委', '员会'))
               + marked(5, cell(380, 550, '主任')) + marked(6, cell(80, 510, '丁 戊'))
               + marked(7, cell(240, 518, '清河县人民政府驻云', '州市联络处'))
               + marked(8, cell(380, 526, '党组书记、', '联络处处长、', '一级调研员'))
               + b'/Artifact BMC\n' + show(280, 50, '7', 12) + b'EMC\n')
    rows = [(1, 2), (3, 4, 5), (6, 7, 8)]
    first = 9                                   # objects: the tree's, after those of `pdf`
    elements, cells = [], {}
    table = first + 2
    for i, row in enumerate(rows):
        number = first + 3 + len(elements)
        elements.append(b'<< /S /TR /P %d 0 R /K [%s] >>' % (table, b' '.join(
            b'%d 0 R' % (number + 1 + k) for k in range(len(row)))))
        for mark in row:
            span = b'/A << /O /Table /ColSpan 2 >> ' if mark == 2 else b''
            cells[mark] = first + 3 + len(elements)
            elements.append(b'<< /S /TD /P %d 0 R %s/K %d /Pg 7 0 R >>' % (number, span, mark))
    trs = [first + 3 + i for i, e in enumerate(elements) if b'/TR' in e]
    tree = [b'<< /Type /StructTreeRoot /K [%d 0 R %d 0 R] /ParentTree << /Nums [0 [%s]] >> >>' % (
                first + 1, table, b' '.join(b'%d 0 R' % n for n in [first + 1, *(cells[m] for m in range(1, 9))])),
            b'<< /S /P /P %d 0 R /K 0 /Pg 7 0 R >>' % first,
            b'<< /S /Table /P %d 0 R /K [%s] >>' % (first, b' '.join(b'%d 0 R' % n for n in trs))]
    return pdf([(content, b'/StructParents 0')], catalogue=b' /MarkInfo << /Marked true >> '
               b'/StructTreeRoot %d 0 R' % first, more=tree + elements)


def text(font, codec, texts, y):
    return b''.join(b'BT /%s 16 Tf 1 0 0 1 80 %d Tm <%s> Tj ET\n' % (font, y - 28 * i,
                    codec(t).hex().encode()) for i, t in enumerate(texts))


def composite(number, name, encoding, ordering):
    """A font and its descendant, objects NUMBER and NUMBER + 1; nothing is embedded."""
    return [b'<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /%s /DescendantFonts '
            b'[%d 0 R] >>' % (name, encoding, number + 1),
            b'<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /DW 1000 /CIDSystemInfo << '
            b'/Registry (Adobe) /Ordering (%s) /Supplement 0 >> /FontDescriptor << /Type '
            b'/FontDescriptor /FontName /%s /Flags 4 /ItalicAngle 0 /FontBBox [0 -120 1000 880] '
            b'/Ascent 880 /Descent -120 /StemV 80 >> >>' % (name, ordering, name)]


def fonts(first, second, content):
    """A page in two fonts, F1 and F2, of two objects each; the resources are of the page's parent."""
    resources = b'<< /Font << /F1 3 0 R /F2 5 0 R >> >>'
    objects = [b'<< /Type /Catalog /Pages 2 0 R >>',
               b'<< /Type /Pages /Kids [7 0 R] /Count 1 /Resources %s >>' % resources,
               *first, *second,
               b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 8 0 R >>' % A4, content]
    return file(objects, {7}, None)


def predefined():
    """Old minutes: the fonts have but their names, and codes of GBK; one is to be set upright."""
    return fonts(composite(3, b'FangSong_GB2312', b'GBK-EUC-H', b'GB1'),
                 composite(5, b'FZXBSJW', b'UniGB-UCS2-H', b'GB1'),
                 text(b'F2', lambda t: t.encode('utf-16-be'), BODY[:1], 720)
                 + text(b'F1', lambda t: t.encode('gbk'), BODY[1:], 692))


def glyphs():
    """The title and a list of names are numbers of glyphs that nothing makes characters of."""
    numbers = lambda t: b''.join((7 * ord(c) % 9000).to_bytes(2, 'big') for c in t)
    return fonts(composite(3, b'FangSong_GB2312', b'GBK-EUC-H', b'GB1'),
                 composite(5, b'ABCDEF+XiaoBiaoSong', b'Identity-H', b'Identity'),
                 text(b'F2', numbers, BODY[:1], 720)
                 + text(b'F1', lambda t: t.encode('gbk'), [*BODY[1:5], BODY[5][:5]], 692)
                 + b'BT /F2 16 Tf 1 0 0 1 160 580 Tm <%s> Tj ET\n' % numbers('丁戊己').hex().encode())


def drawn():
    """The same, each glyph of the title drawn by the document itself and named by a number."""
    box = b'1000 0 50 -100 950 850 d1 50 -100 900 950 re f'
    font = (b'<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [.001 0 0 .001 '
            b'0 0] /FirstChar 65 /LastChar 90 /Widths [%s] /Resources << >> /Encoding << /Differences '
            b'[65 %s] >> /CharProcs << %s >> >>' % (b'1000 ' * 26,
            b''.join(b'/g%X' % i for i in range(26)), b''.join(b'/g%X 6 0 R ' % i for i in range(26))))
    numbers = lambda t: bytes(65 + i % 26 for i in range(len(t)))
    return fonts(composite(3, b'FangSong_GB2312', b'GBK-EUC-H', b'GB1'),
                 [font, b'<< /Length %d >>\nstream\n%s\nendstream' % (len(box), box)],
                 text(b'F2', numbers, BODY[:1], 720) + text(b'F1', lambda t: t.encode('gbk'), BODY[1:], 692))


def main(folder):
    body = lines(BODY)
    documents = {
        'pictures': pdf([body, PICTURE, b'', PICTURE, PICTURE, lines(BODY[4:])]),
        'picture': pdf([PICTURE]),
        'columns': pdf([columns()]),
        'scattered': pdf([scattered()]),
        'turned': pdf(turned()),
        'locked': pdf([body], Lock(b'qinghe', b'yunzhou', -4)),
        'table': pdf([table()]),
        'stamped': pdf([body, b'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n'
                        + show(80, 30, '扫描第2页', 12)]),
        'radicals': pdf([lines(t.translate(RADICALS) for t in BODY)]),
        'watermark': pdf([lines(BODY) + show(80, 560, '内部资料请勿外传', 48, (.7071, .7071, -.7071, .7071))]),
        'sheet': pdf([sheet()], size=(1190, 842)),
        'form': pdf([form()]),
        'tagged': tagged(),
        'predefined': predefined(),
        'glyphs': glyphs(),
        'drawn': drawn(),
        'forbidden': pdf([body], Lock(b'', b'yunzhou', -532)),
    }
    for name, data in documents.items():
        with open(f'{folder}/{name}.pdf', 'wb') as f:
            f.write(data)


main(*sys.argv[1:])
