#!/usr/bin/env python3
"""Makes the invented packages of fixtures/ofd: make-ofd.py FOLDER.

qinghe.ofd is a whole document as programs write it; lenient.ofd, flat.ofd, tidy.ofd
and undeclared.ofd are the same in other ways that are met.  The others each show one thing that pages, or packages, do.
make-ofd.py strip IN OUT takes the attachments out of a package.
"""
import re
import sys
import zipfile

NEW, OLD = 'http://www.ofdspec.org/2016', 'http://www.ofdspec.org'
EM = 5.6


def part(root, content, attributes=''):
    return '<?xml version="1.0" encoding="UTF-8"?>\n<ofd:%s xmlns:ofd="%s"%s>%s</ofd:%s>' % (
        root, NEW, attributes, content, root)


def tag(name, content='', **attributes):
    return '<ofd:%s%s>%s</ofd:%s>' % (name, ''.join(
        ' %s="%s"' % (k, v) for k, v in attributes.items()), content, name)


def write(path, parts, more=()):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*parts.items(), *more]:
            entry = zipfile.ZipInfo(name, (2024, 3, 5, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def code(text, x=0, y=None, size=EM, delta=True, **attributes):
    if delta and len(text) > 1:
        attributes['DeltaX'] = 'g %d %g' % (len(text) - 1, size)
    return tag('TextCode', text, X='%g' % x, Y='%g' % (size * 0.88 if y is None else y),
               **attributes)


def text(x, y, string, size=EM, font=2, inner=None, **attributes):
    """A line whose top left is at X, Y."""
    return tag('TextObject', inner or code(string, size=size), ID='{id}',
               Boundary='%g %g %g %g' % (x, y, size * len(string), size), Font=font,
               Size='%g' % size, **attributes)


def lines(first, *strings, x=28, pitch=10):
    """Lines below each other; one that begins with a space is indented by two characters."""
    return ''.join(text(x + 2 * EM * s.startswith(' '), first + i * pitch, s.strip())
                   for i, s in enumerate(strings))


def layer(content, kind='Body'):
    return tag('Layer', content, ID='{id}', Type=kind)


def page(*layers, before='', area=''):
    return part('Page', before + area + tag('Content', ''.join(layers)))


def area(box='0 0 210 297'):
    return tag('Area', tag('PhysicalBox', box))


def document(pages, common='', after='', box='0 0 210 297'):
    return part('Document', tag(
        'CommonData', tag('MaxUnitID', '9999') + tag('PageArea', tag('PhysicalBox', box))
        + tag('PublicRes', 'PublicRes.xml') + common)
        + tag('Pages', ''.join(tag('Page', ID=100 + i, BaseLoc=p) for i, p in enumerate(pages)))
        + after)


def root(*bodies, version='1.0', kind='OFD'):
    return part('OFD', ''.join(bodies), ' Version="%s" DocType="%s"' % (version, kind))


def body(path='Doc_0/Document.xml', title='清河县人民政府常务会议纪要'):
    return tag('DocBody', tag(
        'DocInfo', tag('DocID', '0' * 32) + tag('Title', title) + tag('Author', '子丑')
        + tag('CreationDate', '2024-03-06') + tag('ModDate', '昨天')
        + tag('Creator', 'Invented Setter')) + tag('DocRoot', path))


FONTS = part('Res', tag('Fonts', tag('Font', ID=2, FontName='仿宋')
             + tag('Font', ID=3, FontName='小标宋', Bold='true')), ' BaseLoc="Res"')


def numbered(parts):
    """Identifiers in the order of the parts."""
    n = [200]

    def next_id(_):
        n[0] += 1
        return str(n[0])
    return {k: re.sub(r'\{id\}', next_id, v) if isinstance(v, str) else v
            for k, v in parts.items()}


def package(*pages, common='', after='', **more):
    """A package of one document, whose pages are those."""
    names = ['Pages/Page_%d/Content.xml' % i for i in range(len(pages))]
    parts = {'OFD.xml': root(body()), 'Doc_0/Document.xml': document(names, common, after),
             'Doc_0/PublicRes.xml': FONTS}
    parts.update(('Doc_0/' + name, p) for name, p in zip(names, pages))
    parts.update(more.get('parts', {}))
    return numbered(parts)


MASTHEAD = text(50, 60, '清河县人民政府常务会议纪要', 8, 3) + text(80, 80, '〔2024〕3号')
OPENING = lines(100, ' 2024年3月5日上午，甲乙丙县长主持召开县政府第12次',
                '常务会议，审议《清河县河道管理办法》，听取防汛工作情况', '汇报。',
                ' 会议议定以下意见：', ' 一、审议《清河县河道管理办法》',
                ' （一）原则同意《清河县河道管理办法》，由县水务局按程',
                '序发文实施。')
SECOND = lines(40, ' （二）县水务局要加强巡查。', ' 二、听取防汛工作情况汇报',
               ' 会议听取了县应急局关于2024年防汛工作情况的汇报。')
PEOPLE = (text(39.2, 90, '出席：') + text(56, 90, '丁') + text(67.2, 90, '戊')
          + text(84, 90, '己庚辛') + text(112, 90, '壬　癸')
          + text(39.2, 100, '列席：县水务局　寅卯辰') + text(39.2, 110, '记录：子丑')
          + text(117, 130, '清河县人民政府办公室整理') + text(140, 140, '2024年3月6日'))
HEAD = part('Page', tag('Content', layer(
    text(28, 15, '内部资料') + text(100, 275, '— ') + tag('PathObject', ID='{id}', Boundary='28 22'
                                                        ' 156 1'), 'Background')))
NUMBER = [text(108, 275, '%d —' % n) for n in (1, 2)]
TEMPLATE = tag('TemplatePage', ID=5, BaseLoc='Tpls/Tpl_0/Content.xml')
USES = tag('Template', TemplateID=5, ZOrder='Background')


def qinghe(first=MASTHEAD + OPENING, second=SECOND + PEOPLE):
    return package(page(layer(first + NUMBER[0]), before=USES, area=area()),
                   page(layer(second + NUMBER[1]), before=USES), common=TEMPLATE,
                   parts={'Doc_0/Tpls/Tpl_0/Content.xml': HEAD})


def shuffled(content):
    """The objects of each layer in another order, in blocks within blocks."""
    def turn(match):
        objects = re.findall(r'<ofd:(?:Text|Path)Object.*?</ofd:(?:Text|Path)Object>', match[2])
        middle = len(objects) // 2
        return '%s<ofd:PageBlock ID="1"><ofd:PageBlock ID="2">%s</ofd:PageBlock>%s' \
            '</ofd:PageBlock></ofd:Layer>' % (match[1], ''.join(reversed(objects[middle:])),
                                              ''.join(reversed(objects[:middle])))
    return re.sub(r'(<ofd:Layer[^>]*>)(.*?)</ofd:Layer>', turn, content)


def lenient(parts):
    """The other namespace, prefix, version, order, no folder Doc_0, paths as programs write them."""
    new = {}
    for name, content in parts.items():
        content = shuffled(content).replace(NEW, OLD).replace('ofd:', '').replace(':ofd=', '=')
        if name == 'Doc_0/Document.xml':
            common, pages = re.search('(<CommonData>.*</CommonData>)(<Pages>.*</Pages>)', content
                                      ).groups()
            content = content.replace(common + pages, pages.replace(
                'Pages/Page_0/', '\\DOC_0\\pages\\Page_0\\').replace(
                'Pages/Page_1', '/Doc_0/./Pages/../pages/Page_1') + common.replace(
                'PublicRes.xml', 'publicres.XML'))
        content = content.replace('Version="1.0" DocType="OFD"', 'DocType="OFD-A" Version="1.2"')
        new[name.replace('Doc_0/', '').replace('OFD.xml', 'ofd.XML').replace('/', '\\')] = content
    return new


def bare(content):
    return re.sub(r'^<\?xml.*?\?>\s*', '', content)


def flat(parts):
    return '<p:package xmlns:p="urn:jiyao:ofd-flat:1">\n%s</p:package>\n' % ''.join(
        ' <p:part path="%s">\n  <!-- %s -->%s\n </p:part>\n' % (name, name, bare(content))
        for name, content in parts.items())


def tidy(parts):
    """As an editor of XML lays it out, text and all; in UTF-16."""
    def spread(content):
        return re.sub(r'(<ofd:\w+[^>]*>)', r'\n \1', re.sub(
            r'(<ofd:TextCode[^>]*>)([^<]*)', r'\1\n   \2\n  ', content))
    return {name: spread(content).replace('UTF-8', 'UTF-16').lstrip().encode('utf-16')
            for name, content in parts.items()}


# Places: what each line says is where it must come and how.
def at(x, y, inner, **attributes):
    return tag('TextObject', inner, ID='{id}', Boundary='%g %g 100 10' % (x, y), Font=2, **attributes)


PLACES = page(layer(
    text(28, 200, '八在最下')
    + at(28, 20, tag('TextCode', '一二三四五', X=0, Y=5, DeltaX='g 2 6 6 6'), Size=5)
    + at(28, 30, tag('TextCode', '二短列表', X=0, Y=5, DeltaX='6'), Size=5)
    + at(28, 40, tag('TextCode', '三无位移', X=0, Y=5), Size=5)
    + at(28, 50, tag('TextCode', '四甲', X=0, Y=5, DeltaX='5') + tag('TextCode', '乙丙', X=30,
                                                                   DeltaX='5'), Size=5)
    + at(28, 60, tag('TextCode', '五按磅数', X=0, Y=14, DeltaX='g 3 16'), Size=16,
         CTM='0.3528 0 0 0.3528 0 0')
    + at(28, 70, tag('TextCode', '六第一行六第二行', X=0, Y=5, DeltaX='5 5 5 -15 5 5 5',
                     DeltaY='0 0 0 8 0 0 0'), Size=5)
    + at(28, 90, tag('CGTransform', tag('Glyphs', '17 18'), CodePosition=0, CodeCount=2,
                     GlyphCount=2) + tag('TextCode', '七字形', X=0, Y=5, DeltaX='5 5'), Size=5)
    + at(28, 100, tag('TextCode', 'WTO 与No.5号', X=0, Y=5, DeltaX='4.7 3 3.6 1.4 5 3.6 2.5 1.3 2.5'),
         Size=5)
    + at(100, 250, tag('TextCode', '竖排从右', X=0, Y=5, DeltaY='g 3 6'), Size=5, ReadDirection=90)
    + at(90, 250, tag('TextCode', '到左成行', X=0, Y=5, DeltaY='g 3 6'), Size=5, ReadDirection=90)
    + at(60, 280, tag('TextCode', '水印', X=0, Y=5, DeltaX='20'), Size=20,
         CTM='0.7071 -0.7071 0.7071 0.7071 0 0')
    + tag('TextObject', tag('TextCode', '没有位置'), ID='{id}', Font=2, Size='x')
    + at(28, 110, tag('TextCode', '坏', X='1e999', Y='nan') + tag('TextCode', '　 ', X=1, Y=1), Size=5)
), area=area('10 10 190 277'))

SQUARE = tag('CompositeGraphicUnit', tag('Content', tag('PageBlock', text(0, 0, '骑缝')
                                                        + '{inner}')), Width=20, Height=10)


def unit(number, inner=''):
    return SQUARE.replace('<ofd:CompositeGraphicUnit', '<ofd:CompositeGraphicUnit ID="%d"' % number
                          ).replace('{inner}', inner)


def composite(number, x, y, **attributes):
    return tag('CompositeObject', ID='{id}', ResourceID=number, Boundary='%g %g 20 10' % (x, y),
               **attributes)


PIECES = package(
    page(layer(MASTHEAD + OPENING) + layer(composite(50, 150, 250), 'Foreground')),
    page(layer(SECOND + PEOPLE + text(28, 200, '看不见', Visible='false')
               + text(28, 210, '透明', Alpha=0)
               + text(28, 220, '无色', inner=tag('FillColor', Value='0 0 0', Alpha=0) + code('无色'))
               + text(28, 230, '不填', Fill='false'))),
    common=tag('DocumentRes', '/Doc_0/DocumentRes.xml'),
    after=tag('Annotations', 'Annots/Annotations.xml')
    + tag('Attachments', 'Attachs/Attachments.xml'),
    parts={
        'Doc_0/DocumentRes.xml': part('Res', tag('CompositeGraphicUnits', unit(
            50, composite(51, 0, 10)) + unit(51)), ' BaseLoc="Res"'),
        'Doc_0/Annots/Annotations.xml': part('Annotations', tag('Page', tag(
            'FileLoc', 'Page_1/Annotation.xml'), PageID=101)),
        'Doc_0/Annots/Page_1/Annotation.xml': part('PageAnnot', tag('Annot', tag(
            'Remark', '请核对') + tag('Appearance', text(0, 0, '收讫'), Boundary='150 20 20 20'),
            ID=900, Type='Stamp', Creator='甲', LastModDate='2024-03-07')),
        'Doc_0/Attachs/Attachments.xml': part('Attachments', tag('Attachment', tag(
            'FileLoc', 'a.txt'), ID='a', Name='a')),
        'Doc_0/Attachs/a.txt': '附件',
    })

PICTURE = tag('ImageObject', ID='{id}', ResourceID=7, Boundary='0 0 210 297',
              CTM='210 0 0 297 0 0')


def two():
    """Two documents in one package."""
    parts = package(page(layer(MASTHEAD + OPENING)))
    parts['OFD.xml'] = root(body(), body('Doc_1/Document.xml', '第二件'))
    parts['Doc_1/Document.xml'] = document(['Pages/P.xml'])
    parts['Doc_1/PublicRes.xml'] = FONTS
    parts['Doc_1/Pages/P.xml'] = numbered({'': page(layer(SECOND + PEOPLE))})['']
    return parts


def without(parts, name):
    return {k: v for k, v in parts.items() if name not in k}


def changed(parts, name, change):
    return {k: change(v) if name in k else v for k, v in parts.items()}


def deep(n):
    return page(layer('<ofd:PageBlock ID="1">' * n + MASTHEAD + OPENING + '</ofd:PageBlock>' * n))


def save(path, content):
    with open(path, 'wb') as file:
        file.write(content)


def broken(folder, whole):
    def at_path(name):
        return '%s/%s.ofd' % (folder, name)
    write(at_path('missing'), without(whole, 'PublicRes') | {
        'Doc_0/Document.xml': whole['Doc_0/Document.xml'].replace(
            '</ofd:Pages>', tag('Page', ID=3, BaseLoc='Pages/Page_2/Content.xml') + '</ofd:Pages>')})
    write(at_path('cut-page'), changed(whole, 'Page_1', lambda v: v[:v.index('列席')]))
    write(at_path('twice'), whole, [('Doc_0/Pages/Page_1/Content.xml', deep(1))])
    write(at_path('sealed'), without(whole, 'Doc_0') | {'Encryptions.xml': part('Encryptions', '')})
    write(at_path('half-sealed'), without(whole, 'Page_1') | {
        'Encryptions.xml': part('Encryptions', '')})
    write(at_path('typed'), changed(whole, 'Page_', lambda v: v.replace(
        '?>', '?><!DOCTYPE p [<!ENTITY a "甲"><!ENTITY b "&a;&a;">]>').replace('丁', '&b;')))
    write(at_path('loop'), without(PIECES, 'Res.xml') | {
        'Doc_0/PublicRes.xml': part('Res', tag('CompositeGraphicUnits', unit(50, composite(
            51, 0, 10)) + unit(51, composite(50, 5, 0) + composite(52, 5, 0))))})
    write(at_path('no-page'), without(whole, 'Page_'))
    write(at_path('deep'), package(deep(251)))
    write(at_path('too-deep'), package(deep(252)))
    write(at_path('crowded'), changed(whole, 'Page_1', lambda v: v.replace(
        'ID=', ' '.join('a%d=">"' % i for i in range(3000)) + ' ID=', 1)))
    write(at_path('crowded-wide'), changed(whole, 'Page_1', lambda v: v.replace(
        'UTF-8', 'UTF-16').replace(
            'ID=', ' '.join('a%d="\u3c3c"' % i for i in range(3000)) + ' ID=', 1).encode('utf-16')))
    write(at_path('code-page'), changed(whole, 'Page_1', lambda v: v.replace(
        'UTF-8', 'UTF-7').encode('utf-8')))
    with open(at_path('qinghe'), 'rb') as file:
        data = file.read()
    save(at_path('truncated'), data[:len(data) // 2])
    start = re.search(rb'PK\x03\x04.{26}Doc_0/Pages/Page_1/Content\.xml', data, re.S).end()
    save(at_path('corrupt'), data[:start + 300] + bytes(40) + data[start + 340:])


def main(folder):
    def at_path(name):
        return '%s/%s.ofd' % (folder, name)
    whole = qinghe()
    write(at_path('qinghe'), whole)
    write(at_path('lenient'), lenient(whole))
    write(at_path('tidy'), tidy(whole))
    write(at_path('undeclared'), {k: v.replace(' xmlns:ofd="%s"' % NEW, '')
                                  for k, v in whole.items()})
    save(at_path('flat'), flat(whole).encode())
    write(at_path('turned'), package(*(page(layer(tag(
        'PageBlock', re.sub(r'Boundary="(\S+) (\S+) (\S+) (\S+)"', lambda m: 'Boundary="%g %s 9 9" '
                            'CTM="0 1 -1 0 0 0"' % (297 - float(m[2]), m[1]), content), ID=1)),
        area=area('0 0 297 210')) for content in (MASTHEAD + OPENING, SECOND + PEOPLE))))
    write(at_path('places'), package(PLACES))
    write(at_path('pieces'), PIECES)
    write(at_path('two'), two())
    write(at_path('scanned'), package(page(layer(PICTURE)), page(layer(PICTURE))))
    write(at_path('half-scanned'), package(page(layer(MASTHEAD + OPENING)), page(layer(
        SECOND + PEOPLE)), page(layer(PICTURE))))
    write(at_path('recognised'), package(*(page(layer(PICTURE, 'Background') + layer(
        content.replace('<ofd:TextObject', '<ofd:TextObject Alpha="0"'))) for content in (
            MASTHEAD + OPENING, SECOND + PEOPLE))))
    broken(folder, whole)


def strip(source, target):
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if 'Attachs' not in name}
    write(target, changed(parts, 'Document.xml', lambda v: re.sub(
        rb'\s*<ofd:Attachments>.*</ofd:Attachments>', b'', v)))


if sys.argv[1] == 'strip':
    strip(*sys.argv[2:])
else:
    main(sys.argv[1])
