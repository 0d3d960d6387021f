#!/usr/bin/env python3
"""Makes the invented documents of fixtures/docx: make-docx.py FOLDER.

Each shows one thing.  qinghe.docx is a whole document as Word writes it, with most of the places
where text can hide; strict.docx is the same in the strict vocabulary, its parts elsewhere; in
lists.docx the text of every paragraph after the title is the label that it must get.
"""
import re
import sys

from docxparts import (OFFICE, PACKAGE, WORD, abstract, content_types, field, level, num, p, part,
                       r, relations, restart, style, table, text_box, write)

QINGHE_STYLES = part('styles', (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style('a', more=' w:default="1"', properties='<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>'
            '<w:rPr><w:sz w:val="32"/></w:rPr>')
    + style('masthead', properties='<w:pPr><w:jc w:val="center"/></w:pPr>'
            '<w:rPr><w:b/><w:sz w:val="72"/></w:rPr>')
    + style('item', 'a', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'
            '</w:pPr>')
    + style('clause', 'a', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
            '</w:pPr>')
    + style('unseen', kind='character', properties='<w:rPr><w:vanish/></w:rPr>')))
QINGHE_NUMBERING = part('numbering', abstract(
    7, level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="item"/>'),
    level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="clause"/>')) + num(1, 7))
DELETED_MARK = '<w:rPr><w:del w:id="9" w:author="甲"/></w:rPr>'
QINGHE = (
    p(text_box(p('清河县人民政府', style='masthead'), p('常务会议纪要', style='masthead')))
    + p('〔2024〕3', '<w:r><w:softHyphen/></w:r>', '号', properties='<w:jc w:val="center"/>'
        '<w:pPrChange w:id="1"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>')
    + p('2024年3月5日上午，甲乙丙县长主持召开县政府第',
        '<w:fldSimple w:instr=" DOCPROPERTY n "><w:r><w:t>12</w:t></w:r></w:fldSimple>',
        '次常务会议，审议《清河县河道管理办法》，听取防汛工作情况汇报。',
        r('此处待核', '<w:rStyle w:val="unseen"/>'))
    + p('会议议定以下意见：')
    + p('审议《清河县河道管理办法》', style='item')
    + p('原则同意《清河县河道管理办法》。由县',
        '<w:del w:id="2" w:author="甲">%s</w:del><w:ins w:id="3" w:author="甲">%s</w:ins>' % (
            r('<w:delText>发改委</w:delText>'), r('水务局')),
        '按程序发文实施。', style='clause')
    + p('县水务局要', properties=DELETED_MARK, style='clause')
    + p('加强巡查。', r('<w:footnoteReference w:id="1"/>'), style='clause')
    + p('听取防汛工作情况汇报', style='item')
    + p('会议听取了县应急局关于',
        '<w:moveFrom w:id="4" w:author="甲">%s</w:moveFrom>' % r('今年'),
        '<w:moveTo w:id="5" w:author="甲">%s</w:moveTo>' % r('2024年'),
        '防汛工作情况的汇报。', style='clause')
    + p(r('<w:br w:type="page"/>'), r('<w:lastRenderedPageBreak/>'),
        '出席：<w:tab/>丁　戊　己庚辛'.replace('<w:tab/>', '</w:t><w:tab/><w:t>'))
    + '<w:sdt><w:sdtPr><w:alias w:val="列席"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>'
    % table([(2, p('列席：'))], [(1, p('县水务局')), (1, p('壬　癸'))])
    + p('记录：', field(' AUTHOR ', r('子丑')))
    + p('清河县人民政府办公室整理', r('<w:br/>'), '2024年3月6日',
        properties='<w:jc w:val="right"/>')
    + '<w:sectPr><w:headerReference w:type="default" r:id="r2"/>'
    '<w:footerReference w:type="default" r:id="r3"/>'
    '<w:footerReference w:type="even" r:id="r3"/></w:sectPr>')
QINGHE_PARTS = {
    'word/_rels/document.xml.rels': relations(
        ('styles', 'styles.xml'), ('numbering', 'numbering.xml'), ('header', 'header1.xml'),
        ('footer', '/word/footer1.xml'), ('footnotes', '../word/footnotes.xml'),
        ('comments', 'comments.xml')),
    'word/styles.xml': QINGHE_STYLES,
    'word/numbering.xml': QINGHE_NUMBERING,
    'word/header1.xml': part('hdr', p('内部资料')),
    'word/footer1.xml': part('ftr', p(text_box(p('— ', field('PAGE', r('2')), ' —')))),
    'word/footnotes.xml': part(
        'footnotes', '<w:footnote w:type="separator" w:id="0">%s</w:footnote>'
        '<w:footnote w:id="1">%s</w:footnote>' % (p('分隔'), p('每周一次。'))),
    'word/comments.xml': part('comments', '<w:comment w:id="0">%s</w:comment>' % p('请核对')),
    'word/document.xml': part('document', '<w:body>%s</w:body>' % QINGHE),
    '_rels/.rels': relations(('officeDocument', 'word/document.xml'),
                             ('core-properties', 'docProps/core.xml'),
                             ('extended-properties', 'docProps/app.xml')),
    'docProps/core.xml': '<c:coreProperties xmlns:c="%s/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    '<dc:title>纪要</dc:title><dc:creator>子丑</dc:creator>'
    '<dcterms:created>2024-03-06T01:02:03Z</dcterms:created>'
    '<dcterms:modified>昨天</dcterms:modified></c:coreProperties>' % PACKAGE,
    'docProps/app.xml': '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Invented Writer</Application></Properties>',
}
STRICT = {'word/': '正文/', 'document.xml': '纪要.xml',
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main':
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
          OFFICE + '/extended-properties':
          'http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties',
          OFFICE: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
          'w:sz w:val="32"': 'w:sz w:val="16pt"', '"right"': '"end"'}


def strict(text):
    for old, new in STRICT.items():
        text = text.replace(old, new)
    return text


FORMATS = {     # the level's text, and pairs of a start and its label
    'decimal': ('第%1条', [(1, '第1条'), (12, '第12条')]),
    'decimalZero': ('%1.', [(9, '09.'), (10, '10.')]),
    'decimalFullWidth': ('%1．', [(10, '１０．')]),
    'decimalEnclosedCircleChinese': ('%1', [(1, '①'), (10, '⑩')]),
    'decimalEnclosedParen': ('%1', [(3, '⑶')]),
    'numberInDash': ('%1', [(3, '- 3 -')]),
    'ideographTraditional': ('%1、', [(1, '甲、'), (10, '癸、'), (11, '11、')]),
    'ideographZodiac': ('%1', [(12, '亥')]),
    'ideographZodiacTraditional': ('%1', [(1, '甲子'), (60, '癸亥')]),
    'ideographDigital': ('%1', [(20, '二〇')]),
    'chineseCounting': ('%1、', [(9, '九、'), (10, '十、'), (11, '十一、'), (20, '二十、'),
                                (99, '九十九、')]),
    'chineseCountingThousand': ('（%1）', [
        (1, '（一）'), (19, '（十九）'), (100, '（一百）'), (101, '（一百零一）'),
        (110, '（一百一十）'), (1001, '（一千零一）'), (10010, '（一万零一十）')]),
    'japaneseCounting': ('%1', [(10, '十'), (111, '百十一'), (1001, '千一')]),
    'taiwaneseCountingThousand': ('%1', [(105, '一百零五')]),
    'koreanCounting': ('%1', [(21, '이십일')]),
    'chineseLegalSimplified': ('%1', [(11, '壹拾壹'), (102, '壹佰零贰')]),
    'ideographLegalTraditional': ('%1', [(16, '壹拾陸')]),
    'lowerLetter': ('%1)', [(1, 'a)'), (26, 'z)'), (27, 'aa)')]),
    'upperLetter': ('%1', [(28, 'BB')]),
    'lowerRoman': ('%1', [(1994, 'mcmxciv')]),
    'upperRoman': ('%1', [(48, 'XLVIII')]),
    'none': ('附：', [(1, '附：')]),
    'unheardOf': ('%1', [(7, '7')]),
}


def numbered(number, ilvl, label):
    return p(label, properties='<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (
        ilvl, number))


def lists():
    three = abstract(1, level(0, 'chineseCountingThousand', '%1、'),
                     level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
                     level(2, 'lowerLetter', '%3)　', '<w:lvlRestart w:val="1"/>'),
                     level(3, 'decimal', '%2-%4', '<w:lvlRestart w:val="0"/>'))
    bullets = abstract(2, level(0, 'bullet', 'l', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'),
                       level(1, 'bullet', '\uf0ff'), level(2, 'bullet', '※'))
    linked = '<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="outline"/></w:abstractNum>'
    lists_, numbers = [three, bullets, linked], [num(1, 1), num(2, 1), num(3, 1, restart(0, 5)),
                                                 num(4, 2), num(5, 3)]
    body = [p('清河县人民政府常务会议纪要')]
    body += [numbered(n, i, label) for n, i, label in (
        (1, 0, '一、'), (1, 1, '1.1'), (1, 1, '1.2'), (1, 2, 'a)'), (1, 1, '1.3'), (1, 2, 'b)'),
        (1, 3, '3-1'), (2, 0, '二、'), (2, 1, '2.1'), (2, 2, 'a)'), (2, 3, '1-2'), (3, 0, '五、'),
        (3, 0, '六、'), (3, 1, '6.1'), (1, 0, '七、'), (4, 0, '●'), (4, 1, '•'), (4, 2, '※'),
        (5, 0, '八、'), (0, 0, ''), (99, 0, ''), (1, 8, ''))]
    body += [p('九、', style='heir'), p('', style='heir', properties='<w:numPr><w:numId w:val="0"/>'
                                       '</w:numPr>'), p('9.1', style='second')]
    for i, (name, (text, labels)) in enumerate(FORMATS.items(), 10):
        lists_.append(abstract(i, level(0, name, text)))
        for start, label in labels:
            numbers.append(num(1000 * i + len(numbers), i, restart(0, start)))
            body.append(numbered(1000 * i + len(numbers) - 1, 0, label))
    styles = style('base', properties='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + \
        style('heir', 'base') + style('second', properties='<w:pPr><w:numPr><w:numId w:val="1"/>'
                                      '</w:numPr></w:pPr>') + \
        style('outline', kind='numbering', properties='<w:pPr><w:numPr><w:numId w:val="1"/>'
              '</w:numPr></w:pPr>')
    numbering = part('numbering', ''.join(lists_ + numbers))
    return {
        '_rels/.rels': relations(('officeDocument', 'word/document.xml')),
        'word/_rels/document.xml.rels': relations(('numbering', 'numbering.xml'),
                                                  ('styles', 'styles.xml')),
        'word/styles.xml': part('styles', styles),
        'word/numbering.xml': numbering.replace(
            '<w:isLgl/>', '<w:pStyle w:val="second"/><w:isLgl/>'),
        'word/document.xml': part('document', '<w:body>%s</w:body>' % ''.join(body)),
    }


def single(content, doctype=''):
    """Only a body."""
    return {'_rels/.rels': relations(('officeDocument', 'word/document.xml')),
            'word/document.xml': part('document', '<w:body>%s</w:body>' % content).replace(
                '?>', '?>' + doctype, 1)}


def coded(content, encoding, codec):
    """Only a body, in the codec; ENCODING is what it says that it is in."""
    parts = single(content)
    parts['word/document.xml'] = parts['word/document.xml'].replace(
        'UTF-8', encoding).encode(codec)
    return parts


def flood(value):
    return '<w:p %s/>' % ' '.join('a%d="%s"' % (i, value) for i in range(3000))


TRAPS = (
    p(r('<mc:AlternateContent><mc:Choice Requires="later"><w:t>新</w:t></mc:Choice>'
        '<mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent>'),
      r('<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback>'
        '<w:t>图</w:t></mc:Fallback></mc:AlternateContent>'))
    + p(r('<w:pict><v:shape><v:textpath string="云州市人民政府"/></v:shape></w:pict>'), '正文')
    + p(field(' IF ' + '</w:instrText></w:r>' + field('PAGE', r('7')) + '<w:r><w:instrText>',
              r('甲'), field('PAGE', r('乙'))))
    + p('一', r('<w:sym w:font="Wingdings" w:char="F0FE"/>'), r('<w:noBreakHyphen/>'),
        '<w:r><w:ruby><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>' % (
            r('yī'), r('壹')))
    + table([(1, p('外')), (3, table([(1, p('内'))]) + p('后')), (1, p('末'))])
    + p(r('<w:t>三\n行</w:t>'), properties='<w:pageBreakBefore/>')
    + p('全删', properties=DELETED_MARK).replace('<w:r>', '<w:del w:id="1"><w:r>').replace(
        '</w:r>', '</w:r></w:del>') + p('留')
    + p(r('隐', '<w:vanish/>'), properties='<w:rPr><w:vanish/></w:rPr>')
    + p(r('<w:fldChar w:fldCharType="begin"/>'), '不知'))


def tracked(kind, content, number=1):
    return '<w:%s w:id="%d" w:author="甲">%s</w:%s>' % (kind, number, content, kind)


def gone(text):
    return tracked('del', r('<w:delText>%s</w:delText>' % text))


def come(text):
    return tracked('ins', r(text))


def mark(kind):
    return '<w:rPr>%s</w:rPr>' % tracked(kind, '')


def listed(number, more=''):
    return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/>%s</w:numPr>' % (number, more)


def row(*cells, properties=''):
    return '<w:tr>%s%s</w:tr>' % (properties and '<w:trPr>%s</w:trPr>' % properties, ''.join(cells))


def cell(content, properties=''):
    return '<w:tc>%s%s</w:tc>' % (properties and '<w:tcPr>%s</w:tcPr>' % properties,
                                  content if content.startswith('<') else p(content))


NOTE = '<w:footnoteReference w:id="%d"/>'
CHANGES = (
    # Within a paragraph: two deletions with text between them, and two that are one.
    p('由县', gone('发改'), gone('委'), come('水务局'), '牵头', gone('办理'), '落实。')
    # Inserted by one, deleted by another: neither ever was there.
    + p('甲', tracked('ins', gone('乙')), '丙')
    + p('上', tracked('moveFrom', r('<w:delText>移</w:delText>')), '下',
        tracked('moveTo', r('移')))
    # Ends of paragraphs.
    + p('前半', properties=mark('del')) + p('后半')
    + p('左', properties=mark('ins')) + p('右')
    + p(gone('整段'), properties=mark('del')) + p('留下')
    # A field, a note, a tab and a line within a deletion.
    + p('页', tracked('del', r('<w:fldChar w:fldCharType="begin"/>')
                     + r('<w:delInstrText>PAGE</w:delInstrText>')
                     + r('<w:fldChar w:fldCharType="separate"/>') + r('<w:delText>7</w:delText>')
                     + r('<w:fldChar w:fldCharType="end"/>') + r(NOTE % 1) + r('<w:tab/>')
                     + r('<w:br/>')), '码', r(NOTE % 2))
    # Deleted text that nothing says to be deleted.
    + p('真', r('<w:delText>假</w:delText>'), '实')
    # Properties: of a paragraph, of its numbering, of a run.
    + p('编号', properties=listed(1) + tracked('pPrChange', '<w:pPr>%s</w:pPr>' % listed(2)))
    + p('新编号', properties=listed(1, tracked('ins', '')))
    + p(r('藏', '<w:vanish/>' + tracked('rPrChange', '<w:rPr/>')), '露')
    + p('样式', style='item', properties=tracked('pPrChange', '<w:pPr><w:jc w:val="right"/></w:pPr>'))
    # A text box, rows and cells.
    + p(tracked('del', text_box(p(gone('框')))), '框外')
    + '<w:tbl>%s%s%s</w:tbl>' % (
        row(cell('一'), cell('二', tracked('cellDel', '')), cell('三', tracked('cellIns', ''))),
        row(cell(p('删', properties=listed(1))), properties=tracked('del', '')),
        row(cell(p('增', properties=listed(1))), properties=tracked('ins', ''))))


def changes():
    return {**single(CHANGES), 'word/_rels/document.xml.rels': relations(
        ('numbering', 'numbering.xml'), ('styles', 'styles.xml'), ('footnotes', 'footnotes.xml')),
        'word/numbering.xml': part('numbering', abstract(1, level(0, 'decimal', '%1.')) + abstract(
            2, level(0, 'chineseCounting', '%1、')) + num(1, 1) + num(2, 2)),
        'word/styles.xml': part('styles', style('item', properties='<w:pPr>%s</w:pPr>' % listed(1))),
        'word/footnotes.xml': part('footnotes', ''.join(
            '<w:footnote w:id="%d">%s</w:footnote>' % (i, p(text))
            for i, text in ((1, '旧注'), (2, '新注'))))}


MERGED = '<w:vMerge/>'
CELLS = (
    '<w:tbl>%s%s%s%s</w:tbl>' % (
        row(cell('序号', '<w:vMerge w:val="restart"/>'), cell('情况', '<w:gridSpan w:val="2"/>'),
            cell('备注')),
        row(cell('', MERGED), cell('甲'), cell('乙'), cell('隐', MERGED)),
        row(cell('丙'), properties='<w:gridBefore w:val="2"/>'),
        row(cell('藏'), properties='<w:hidden/>'))
    + '<w:tbl>%s%s</w:tbl>' % (
        row(cell('横', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('末')),
        row(cell('<w:tbl>%s</w:tbl>' % row(cell('', MERGED), cell('内')) + p('外')), cell('')))
    + p('表后'))


def choice(*branches):
    """The last one is the fallback."""
    return '<mc:AlternateContent>%s<mc:Fallback>%s</mc:Fallback></mc:AlternateContent>' % (
        ''.join('<mc:Choice Requires="%s">%s</mc:Choice>' % branch for branch in branches[:-1]),
        branches[-1])


def drawing(content):
    return '<w:drawing><a:graphic><a:graphicData>%s</a:graphicData></a:graphic></w:drawing>' % content


def boxed(content):
    return '<wps:wsp><wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx></wps:wsp>' % content


def control(content, properties):
    return '<w:sdt><w:sdtPr>%s</w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % (
        properties, content)


PICTURE = drawing('<pic:pic/>')
OBJECTS = (
    # Boxes: a group's, one in a cell, one in another, one for old programs only, a locked canvas.
    p(r(choice(('wpg', drawing('<wpg:wgp>%s%s</wpg:wgp>' % (boxed(p('组一')), boxed(p('组二'))))),
               '<w:pict><v:group><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:group>'
               '</w:pict>' % p('旧组'))), '正文')
    + '<w:tbl>%s</w:tbl>' % row(cell(p(text_box(p('格中框')), '格')))
    + p(text_box(p(text_box(p('内框')), '外框')))
    + p(r(choice(('later', '<w:t>新</w:t>'), choice(('wps', drawing(boxed(p('次选')))), '<w:t>旧</w:t>'))))
    + p(r('<w:pict><v:shape><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict>'
          % p('旧框')))
    + p(r(drawing('<a:txSp><a:txBody><a:lstStyle><a:lvl1pPr><a:tabLst><a:tab/></a:tabLst></a:lvl1pPr></a:lstStyle><a:p><a:pPr/><a:r><a:rPr/>'
                  '<a:t>画布</a:t></a:r></a:p></a:txBody></a:txSp>')))
    # Controls.
    + p('选', control(r('已选'), '<w:dropDownList/>'), control(r('请选择'), '<w:showingPlcHdr/>'), '完')
    + control(p('单击此处输入'), '<w:showingPlcHdr/>')
    + control(p('填好'), '<w:showingPlcHdr w:val="0"/><w:date/>')
    # Fields and computed text.
    + p('链', '<w:hyperlink r:id="r9">%s</w:hyperlink>' % r('接'),
        r('<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="表单"/></w:ffData></w:fldChar>')
        + r('<w:instrText>FORMTEXT</w:instrText>') + r('<w:fldChar w:fldCharType="separate"/>'),
        '填', r('<w:fldChar w:fldCharType="end"/>'), r('<w:dayLong/>'), r('<w:pgNum/>'))
    # Symbols, equations, pictures, diagrams, objects, other documents.
    + p(r('<w:sym w:font="Symbol" w:char="F0B3"/>'), r('<w:sym w:font="Wingdings" w:char="F081"/>'),
        r('<w:sym w:font="Unheard Of" w:char="F041"/>'))
    + p('式', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>')
    + p(r(choice(('wps', PICTURE), '<w:pict><v:shape><v:imagedata/></v:shape></w:pict>')), r(PICTURE))
    + p(r(drawing('<c:chart r:id="r8"/>')), r(drawing('<dgm:relIds r:dm="r7"/>')))
    + p(r('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'))
    + '<w:altChunk r:id="r2"/><w:altChunk r:id="r3"/>'
    + '<w:sectPr><w:headerReference w:type="first" r:id="r4"/><w:headerReference w:type="even" '
      'r:id="r5"/></w:sectPr>')


def objects():
    return {**single(OBJECTS), 'word/_rels/document.xml.rels': relations(
        ('footnotes', 'nowhere.xml'), ('styles', 'styles.xml'), ('aFChunk', 'chunk.html'),
        ('aFChunk', 'chunk2.html'), ('header', 'first.xml'), ('header', 'even.xml')),
        'word/styles.xml': part('styles', ''), 'word/chunk.html': '<p>外来</p>',
        'word/first.xml': part('hdr', p('首页')), 'word/even.xml': part('hdr', p('双页'))}


ODD = {     # the names of the parts and what the relationships call them
    '_rels/.RELS': relations(('officeDocument', '/Inhalt/%E7%BA%AA%E8%A6%81.XML')),
    'inhalt/%e7%ba%aa%e8%a6%81.xml': part('document', '<w:body>%s</w:body>' % (
        p('云州市人民政府', style='item') + '<w:sectPr><w:headerReference r:id="r0"/></w:sectPr>')),
    'Inhalt\\_rels\\纪要.xml.rels': relations(
        ('header', './Kopf.xml'), ('numbering', '../LISTEN.xml'), ('styles', '/Inhalt/a b.xml')),
    'Inhalt/kopf.XML': part('hdr', p('页眉')),
    'Listen.xml': part('numbering', abstract(1, level(0, 'chineseCounting', '%1、')) + num(1, 1)),
    'Inhalt/a%20b.xml': part('styles', style('item', properties='<w:pPr>%s</w:pPr>' % listed(1))),
    # None of these is pointed at.
    'word/document.xml': part('document', '<w:body>%s</w:body>' % p('冒名')),
    'word/styles.xml': '<', 'word/numbering.xml': '<', 'word/footnotes.xml': '<',
}
MACROS = 'application/vnd.ms-word.document.macroEnabled.main+xml'
TEMPLATES = {'docm': MACROS, 'dotx': WORD + 'template.main+xml',
             'dotm': 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml'}
SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
FLAT = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' \
    '<?mso-application progid="Word.Document"?><pkg:package ' \
    'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'


def nested(depth):
    """So many elements within one another, document, body, p, r and t among them."""
    return single('<w:ins>' * (depth - 5) + p('底') + '</w:ins>' * (depth - 5))


def full(more):
    """All parts, the content types too, take 3 MiB and MORE bytes."""
    least = sum(len(x.encode()) for x in [*single(p('底')).values(), content_types()])
    return single(p(' ' * ((3 << 20) - least + more) + '底'))


TYPED = '<!DOCTYPE w:document [<!ENTITY a "甲"><!ENTITY b "&a;&a;">]>'


def compound(stream):
    """No more of a compound file than its first bytes and the name of a stream."""
    return bytes.fromhex('d0cf11e0a1b11ae1') + bytes(504) + stream.encode('utf-16-le') + bytes(512)


WHOLE = [
    '2023年3月6日上午，赵一山县长在县政府三楼会议室主持召开县政府第17次常务会议，审议《清河县农村道路养护办法》'
    '，听取全县春季植树工作情况和防汛准备工作情况的汇报。现将会议议定事项纪要如下：',
    '一、审议《清河县农村道路养护办法》',
    '（一）会议指出，农村公路是群众出行和产业发展的重要基础，要建立长效养护机制，做到有路必养、养必到位。',
    '（二）原则同意《清河县农村道路养护办法》。由县交通运输局会同县财政局根据会议讨论意见修改完善后，按程序以县政府'
    '名义印发实施。',
    '二、听取全县春季植树工作情况汇报',
    '（一）县林业局要抓住当前有利时节，组织各乡镇做好苗木调运和技术指导，确保四月底前全面完成造林任务，成活率达到百分'
    '之九十以上。',
    '会议还研究了其他事项。',
]


def wrapped():
    """Every line is a paragraph, as programs make of printed pages: 28 characters, two less in the
    first of a paragraph."""
    lines = []
    for text in WHOLE:
        text = '　　' + text
        lines += [p(text[i:i + 28]) for i in range(0, len(text), 28)]
    return single(p('清河县人民政府常务会议纪要') + ''.join(lines))


def save(path, content):
    with open(path, 'wb') as file:
        file.write(content)


def main(folder):
    def at(name):
        return '%s/%s.docx' % (folder, name)
    write(at('qinghe'), QINGHE_PARTS)
    write(at('strict'), {strict(k): strict(v) for k, v in QINGHE_PARTS.items()},
          content_types('正文/纪要.xml'))
    write(at('lists'), lists())
    write(at('traps'), single(TRAPS))
    write(at('wrapped'), wrapped())
    write(at('entities'), single(p('&b;'), TYPED))
    write(at('deep'), single('<w:ins>' * 5000 + p('底') + '</w:ins>' * 5000))
    write(at('crowded'), single('<w:p %s/>' % ' '.join('a%d=">"' % i for i in range(3000))))
    write(at('crowded-wide'), coded(flood('\u3c3c'), 'UTF-16', 'utf-16'))
    write(at('crowded-ebcdic'), coded(flood(''), 'IBM037', 'cp037'))
    write(at('disguised'), coded(flood(''), 'UTF-16BE', 'utf-16-le'))
    write(at('endless'), single(p('', '').replace('<w:p', '<w:p a="%s"' % ''.join(
        '%d>%700s' % (i, '') for i in range(3000)), 1)))
    write(at('wide'), coded(p('云州市人民政府') + p('\u3c3c\u223c'), 'UTF-16', 'utf-16'))
    write(at('nested-256'), nested(256))
    write(at('nested-257'), nested(257))
    write(at('nested-400'), nested(400))
    write(at('full'), full(0))
    write(at('overfull'), full(1))
    write(at('changes'), changes())
    write(at('cells'), single(CELLS))
    write(at('objects'), objects(), content_types(
        more='<Default Extension="HTML" ContentType="text/html"/>'))
    write(at('odd-names'), ODD, content_types('INHALT/纪要.xml', MACROS))
    write(at('untyped'), single(p('云州市人民政府')), None)
    write(at('mistyped'), single(p('云州市人民政府')), content_types('other.xml'))
    write(at('twice'), [*single(p('一')).items(), ('WORD/document.xml', part('document', p('二')))])
    for suffix, kind in TEMPLATES.items():
        write('%s/main.%s' % (folder, suffix), single(p('云州市人民政府')),
              content_types(kind=kind))
    write(at('workbook'), {'_rels/.rels': relations(('officeDocument', 'xl/workbook.xml')),
                           'xl/workbook.xml': '<workbook xmlns="urn:example:sheet"/>'},
          content_types('xl/workbook.xml', SHEET))
    write(at('opendocument'), {'mimetype': 'application/vnd.oasis.opendocument.text'}, None)
    save(at('rich'), '{\\rtf1\\ansi 云州市}'.encode())
    save(at('flat'), FLAT.encode())
    save(at('old-book'), compound('Workbook'))
    write(at('sheet'), {'_rels/.rels': relations(('officeDocument', 'xl/workbook.xml')),
                        'xl/workbook.xml': '<workbook xmlns="urn:example:sheet"/>'})
    with open(at('qinghe'), 'rb') as file:
        whole = file.read()
    save(at('truncated'), whole[:len(whole) // 2])
    body = re.search(rb'PK\x03\x04.{26}word/document\.xml', whole, re.S).end()
    save(at('corrupt'), whole[:body + 600] + bytes(40) + whole[body + 640:])
    save(at('locked'), compound('EncryptedPackage'))
    save(at('old'), compound('WordDocument'))


main(sys.argv[1])
