"""What the documents that the make-*.py scripts invent are made of: packages, parts, paragraphs."""
import zipfile

OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
NAMESPACES = ' '.join('xmlns:%s="%s"' % ns for ns in {
    'w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'r': OFFICE,
    'mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
    'wps': 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
    'w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
    'wpg': 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
    'a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
    'pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
    'c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
    'dgm': 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
    'm': 'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'o': 'urn:schemas-microsoft-com:office:office',
    'v': 'urn:schemas-microsoft-com:vml',
    'later': 'urn:example:later',
}.items())
WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'


def part(root, content):
    return '<?xml version="1.0" encoding="UTF-8"?><w:%s %s>%s</w:%s>' % (
        root, NAMESPACES, content, root)


def relations(*targets):
    return '<Relationships xmlns="%s/relationships">%s</Relationships>' % (PACKAGE, ''.join(
        '<Relationship Id="r%d" Type="%s/%s" Target="%s"/>' % (
            i, PACKAGE + '/relationships/metadata' if 'core' in kind else OFFICE, kind, target)
        for i, (kind, target) in enumerate(targets)))


def content_types(main='word/document.xml', kind=WORD + 'document.main+xml', more=''):
    return '<Types xmlns="%s/content-types"><Default Extension="rels" ' \
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' \
        '<Default Extension="xml" ContentType="application/xml"/>' \
        '<Override PartName="/%s" ContentType="%s"/>%s</Types>' % (PACKAGE, main, kind, more)


def write(path, parts, types=content_types()):
    """PARTS may be pairs, where names are to stand twice; types None leaves them out."""
    pairs = list(parts.items() if isinstance(parts, dict) else parts)
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in ([('[Content_Types].xml', types)] if types else []) + pairs:
            entry = zipfile.ZipInfo(name, (2024, 3, 5, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def t(text):
    return '<w:t xml:space="preserve">%s</w:t>' % text


def r(content, properties=''):
    content = content if content.startswith('<') else t(content)
    return '<w:r>%s%s</w:r>' % (properties and '<w:rPr>%s</w:rPr>' % properties, content)


def p(*runs, style='', properties=''):
    if style:
        properties = '<w:pStyle w:val="%s"/>%s' % (style, properties)
    return '<w:p>%s%s</w:p>' % (properties and '<w:pPr>%s</w:pPr>' % properties,
                                ''.join(x if x.startswith('<') else r(x) for x in runs))


def text_box(*paragraphs):
    """As Word writes it: once for itself, once for its predecessors."""
    content = '<w:txbxContent>%s</w:txbxContent>' % ''.join(paragraphs)
    return r('<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>%s'
             '</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>'
             '<v:textbox>%s</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>'
             % (content, content))


def field(instruction, *result):
    def mark(kind):
        return r('<w:fldChar w:fldCharType="%s"/>' % kind)
    return mark('begin') + r('<w:instrText>%s</w:instrText>' % instruction) + (
        mark('separate') + ''.join(result)) + mark('end')


def table(*rows):
    return '<w:tbl>%s</w:tbl>' % ''.join('<w:tr>%s</w:tr>' % ''.join(
        '<w:tc><w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>%s</w:tc>' % cell for cell in row)
        for row in rows)


def level(ilvl, fmt, text, more=''):
    return '<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s' \
        '<w:lvlText w:val="%s"/></w:lvl>' % (ilvl, fmt, more, text)


def abstract(number, *levels):
    return '<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>' % (number, ''.join(levels))


def num(number, list_number, overrides=''):
    return '<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>' % (
        number, list_number, overrides)


def restart(ilvl, start):
    return '<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>' % (
        ilvl, start)


def style(name, based_on='', properties='', kind='paragraph', more=''):
    return '<w:style w:type="%s" w:styleId="%s"%s><w:name w:val="%s"/>%s%s</w:style>' % (
        kind, name, more, name, based_on and '<w:basedOn w:val="%s"/>' % based_on, properties)
