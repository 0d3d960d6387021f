#!/usr/bin/env python3
"""XML, JSON and HTML that swell, nest, repeat or point elsewhere, in every format that holds them:
nothing is fetched, each ends in a typed outcome, and time and memory grow as the input does."""
import shutil
import subprocess

import docxparts
import outputs
from cost import run

TEXT = '云州市人民政府'
MINUTES = '<minutes xmlns="urn:jiyao:minutes:1"><schema>urn:jiyao:minutes:1</schema>%s</minutes>'
OBJECT = '{"schema": "urn:jiyao:minutes:1", %s}'
PAGE = '<!DOCTYPE html><html><body><p>' + TEXT + '</p>%s</body></html>'
SAID = "<TextObject Boundary='20 20 90 9' Size='5'><TextCode X='0' Y='5'>%s</TextCode></TextObject>" % TEXT
# What memory there may be beside what grows with the input, and how much of it and of time.
SHARE, TIMES, SLOWER = 512, 32, 8


def written(suffix, content):
    path = outputs.scratch / ('attack.' + suffix)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path, path.stat().st_size


def packed(suffix, parts, types=None):
    path = outputs.scratch / ('attack.' + suffix)
    docxparts.write(path, parts, types)
    return path, sum(len(x.encode() if isinstance(x, str) else x) for x in parts.values())


def xml(content):
    return written('xml', content if isinstance(content, bytes) else MINUTES % content)


def json(content):
    return written('json', OBJECT % content)


def html(content):
    return written('html', PAGE % content)


def docx(content, relations='', **more):
    if isinstance(content, str):
        content = docxparts.part('document', '<w:body>%s%s</w:body>' % (docxparts.p(TEXT), content))
    return packed('docx', {
        '_rels/.rels': docxparts.relations(('officeDocument', 'word/document.xml')),
        'word/document.xml': content, **more}, docxparts.content_types())


def ofd(content):
    if isinstance(content, str):
        content = '<Page><Content><Layer>%s%s</Layer></Content></Page>' % (SAID, content)
    return packed('ofd', {
        'OFD.xml': '<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>',
        'D.xml': "<Document><Pages><Page BaseLoc='P.xml'/></Pages></Document>", 'P.xml': content})


def convert(path, *options):
    out = outputs.scratch / 'out.json'
    out.unlink(missing_ok=True)
    return run('convert', '--any', path, '-t', 'json', '-o', out, *options), (
        out.read_text() if out.exists() else '')


def ends(what, made, code, *options):
    """CODE None: it is read; with a + behind it: read, and warned of; else refused."""
    form = made[0].suffix[1:].replace('txt', 'text')
    result, read = convert(made[0], '-f', form, *options)
    said = code is None or '[%s]' % code.rstrip('+') in result.messages
    refused = code is not None and not code.endswith('+')
    hushed = all(line.startswith(str(made[0])) for line in result.messages.splitlines())
    outputs.check('%s: %s' % (form, what), said and hushed and result.status == (65 if refused else 0) and
                  bool(read) != refused, (result, read[:200]))
    if not outputs.is_under_asan():
        outputs.check('... for little', result.seconds < 10 and result.mebibytes < SHARE, result)


def each(n, pattern):
    return ''.join(pattern % i for i in range(n))


def spaces(n, levels, around='x'):
    """N namespaces declared on each of LEVELS elements around many that look for the first of them."""
    return ''.join('<%s %s>' % (around, each(n, 'xmlns:n%dx%%d="u"' % level + ' ')) for level in range(levels)) + \
        '<n0x0:a/>' * 1000 + ('</%s>' % around) * levels


# A code unit of XML's own in each of these would go past who looks for bytes.
ENCODINGS = ('utf-7', 'UTF-7'), ('utf-32', 'UTF-32'), ('cp037', 'IBM037'), ('cp500', 'IBM500'), (
    'utf-16-le', 'UTF-8'), ('utf-8', 'UTF-16'), ('utf-8', 'ISO-10646-UCS-4'), ('utf-8', 'nonsense')
FLOOD = '<x %s/>' % each(3000, 'a%d="" ')
LAUGHS = '<!DOCTYPE x [<!ENTITY a "%s">%s]>' % ('甲' * 50, ''.join(
    '<!ENTITY %s "%s">' % (b, ('&%s;' % a) * 9) for a, b in zip('abcdefghi', 'bcdefghij')))
QUADRATIC = '<!DOCTYPE x [<!ENTITY a "%s">]>' % ('甲' * 100000)


def recoded(document, codec, name):
    return document.replace('UTF-8', name).replace(TEXT, '').encode(codec)


def xml_formats():
    """(how a file is made of a whole document, that document with something in it, what becomes of it
    when it is damaged, and when it has a document type)"""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    yield xml, head + MINUTES, 'damaged', 'doctype'
    yield docx, docxparts.part('document', '<w:body>' + docxparts.p(TEXT) + '%s</w:body>'), 'damaged', 'damaged'
    yield ofd, head + '<Page><Content><Layer>' + SAID + '%s</Layer></Content></Page>', 'damaged+', 'damaged'


def attack_xml():
    for make, document, damaged, typed in xml_formats():
        deep, crowded = 'too-deep', damaged if make is not xml else 'too-many-names'

        def with_type(declared, content):
            return make((document % content).replace('?>', '?>' + declared, 1).encode())
        ends('billion laughs', with_type(LAUGHS, '&j;'), typed)
        ends('laughs in an attribute', with_type(LAUGHS, '<x a="&j;"/>'), typed)
        ends('quadratic blow-up', with_type(QUADRATIC, '&a;' * 10000), typed)
        ends('parameter entities', with_type(
            '<!DOCTYPE x [<!ENTITY % a "%b;"><!ENTITY % b "%a;">%a;]>', ''), typed)
        ends('100000 levels', make((document % ('<x>' * 100000)).encode()), deep)
        ends('3000 attributes', make((document % FLOOD).encode()), damaged)
        ends('65536 names', make((document % each(66000, '<a%d/>')).encode()), crowded)
        ends('65536 names of attributes', make((document % each(66000, '<x a%d=""/>')).encode()), crowded)
        ends('many namespaces', make((document % spaces(900, 100)).encode()), crowded)
        ends('900 namespaces', make((document % spaces(900, 1)).encode()),
             'unknown-element+' if make is xml else None)
        ends('a name of 1 MiB', make((document % ('<%s/>' % ('x' * (1 << 20)))).encode()),
             None if make is ofd else 'unknown-element+' if make is xml else 'damaged')
        for what, content in (('CDATA', '<![CDATA['), ('a comment', '<!--'), ('an instruction', '<?x '),
                              ('a tag', '<x '), ('an attribute', '<x a="')):
            ends(what + ' without end', make((document % (content + '甲>' * 200000)).encode()), damaged)
        ends('bytes that are no UTF-8', make((document % '甲').encode().replace('甲'.encode(), b'\xb1\xff')),
             damaged)
        ends('a NUL', make((document % '\0').encode()), 'damaged')
        for codec, name in ENCODINGS:
            ends('%s that is called %s' % (codec, name), make(recoded(document % FLOOD, codec, name)),
                 'damaged')
        for name in 'GB18030', 'Big5', 'ISO-10646-UCS-4':
            broken = (document % '??').replace('UTF-8', name).encode().replace(b'??', b'\xff\xff')
            ends('bytes that are no ' + name, make(broken), damaged if name != 'ISO-10646-UCS-4' else 'damaged')


def attack_json():
    ends('100000 levels', json('"x": ' + '[' * 100000 + ']' * 100000), 'too-deep')
    ends('an array without end', json('"x": ' + '[' * 100000), 'too-deep')
    ends('a huge number', json('"account": {"characters": 1%s}' % ('0' * 100000)), 'damaged')
    ends('a huge exponent', json('"account": {"characters": 1e999999999}'), 'damaged')
    ends('a key twice', json('"items": [], "items": []'), 'damaged')
    ends('half a surrogate', json('"remarks": [{"text": "\\ud800"}]'), 'damaged')
    ends('a NUL', json('"remarks": [{"text": "\\u0000"}]'), 'damaged')
    ends('keys of 1 MiB', json(each(20, '"k%%d%s": 0, ' % ('k' * (1 << 20))) + '"x": 0'), 'unknown-key+')
    ends('a string without end', json('"x": "' + '云' * 1000000), 'damaged')
    ends('bytes that are no UTF-8', written('json', (OBJECT % '"x": "?"').encode().replace(b'?', b'\xff')),
         'damaged')


HIDDEN = (
    '<script>%s</script>', '<style>%s</style>', '<template>%s</template>', '<!-- %s -->', '<p hidden>%s</p>',
    '<p style="display:none">%s</p>', '<p style="visibility: hidden">%s</p>', '<iframe srcdoc="%s"></iframe>',
    '<noframes>%s</noframes>', '<object data="data:text/html,%s"></object>',
    '<meta http-equiv="refresh" content="0;url=data:text/html,%s">', '<a href="data:text/html,%s">x</a>',
    '<img alt="%s">', '<p title="%s">x</p>', '<p onclick="%s">x</p>', '<embed src="%s">', '<? %s ?>',
    '<input type="hidden" value="%s">', '<svg><desc>%s</desc></svg>',
)


def attack_html():
    ends('100000 levels', html('<div>' * 100000), 'too-deep')
    ends('300 attributes', html('<p %s>' % each(300, 'a%d=1 ')), 'damaged')
    ends('65536 names', html(''.join('<x%d></x%d>' % (i, i) for i in range(66000))), 'too-large')
    ends('an attribute without end', html('<p a="' + 'x>' * 200000), 'open-markup+')
    ends('a comment without end', html('<!--' + 'x>' * 200000), 'open-markup+')
    ends('a script without end', html('<script>' + 'x>' * 200000), 'open-markup+')
    ends('a million references', html('&amp;' * 1000000), None)
    ends('numbers that are no characters', html('&#0;&#xD800;&#x110000;&#99999999999999999999;&#;&#x;'), None)
    ends('entities of its own', written('html', '<!DOCTYPE html [<!ENTITY a "机密">]>' + PAGE % '<p>&a;</p>'),
         None)
    for hidden in HIDDEN:
        result, read = convert(html(hidden % '机密')[0])
        outputs.check('html: what is in %s is in no field' % hidden.split('%')[0],
                      result.status == 0 and TEXT in read and '机密' not in read, (result, read))


def limits():
    """Constants at their values and over them; options are in the tests of each format."""
    for n, code in (499998, 'unknown-key+'), (499999, 'too-large'):  # beside the object and the list
        ends('%d numbers' % n, json('"x": [%s]' % ','.join('0' * n)), code)
    for n, code in (499997, 'unknown-element+'), (499998, 'too-large'):  # the root, the schema, its text
        ends('%d elements' % n, xml('<a/>' * n), code)
    for make, document, damaged, _ in xml_formats():
        # the parser has some names of its own
        for n, code in (65000, None), (65600, damaged if make is not xml else 'too-many-names'):
            ends('%d names' % n, make((document % each(n, '<a%d/>')).encode()),
                 'unknown-element+' if make is xml and not code else code)
        for n, code in (1900, None), (2100, damaged if make is not xml else 'damaged'):
            ends('%d attributes' % n, make((document % ('<x %s/>' % each(n, 'a%d="" '))).encode()),
                 'unknown-element+' if make is xml and not code else code)
    for n, code in (65000, None), (66000, 'too-large'):
        ends('%d names' % n, html(''.join('<x%d></x%d>' % (i, i) for i in range(n))), code)
    lines = '%s\n' % TEXT
    for n, code in (250000, None), (250001, 'too-large'):
        ends('%d lines' % n, written('txt', lines * n), code)


GROWING = (
    ('json: arrays', lambda n: json('"x": [%s[]]' % ('[],' * n))),
    ('json: people', lambda n: json('"meeting": {"chairs": [%s{}]}' % ('{},' * n))),
    ('json: texts', lambda n: json('"agenda": [{"subjects": [%s""]}]' % ('"",' * n))),
    ('json: keys', lambda n: json('"x": {%s"x": 0}' % each(n, '"%d": 0,'))),
    ('json: a text', lambda n: json('"remarks": [{"text": "%s"}]' % ('云' * 10 * n))),
    ('xml: elements', lambda n: xml('<a/>' * n)),
    ('xml: elements and texts', lambda n: xml('<x>%s</x>' % ('<a/>x' * n))),
    ('xml: attributes', lambda n: xml('<a b=""/>' * n)),
    ('xml: people', lambda n: xml('<meeting><chairs>%s</chairs></meeting>' % ('<person/>' * n))),
    ('xml: comments', lambda n: xml('<!---->' * n)),
    ('xml: a text', lambda n: xml('<remarks><remark><text>%s</text></remark></remarks>' % ('云' * 10 * n))),
    ('docx: paragraphs', lambda n: docx('<w:p><w:r><w:t>x</w:t></w:r></w:p>' * n)),
    ('docx: runs', lambda n: docx('<w:p>%s</w:p>' % ('<w:r><w:t>x</w:t></w:r>' * n))),
    ('docx: cells', lambda n: docx('<w:tbl><w:tr>%s</w:tr></w:tbl>' % (
        '<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>' * n))),
    ('docx: attributes', lambda n: docx(('<w:x %s/>' % each(100, 'a%d="" ')) * (n // 100))),
    ('docx: styles', lambda n: docx(docxparts.p('x', style='s1'), **{
        'word/_rels/document.xml.rels': docxparts.relations(('styles', 's.xml')),
        'word/s.xml': docxparts.part('styles', ''.join(docxparts.style(
            's%d' % i, 's%d' % ((i + 1) % n)) for i in range(n)))})),
    ('docx: relations', lambda n: docx('', **{'word/_rels/document.xml.rels': docxparts.relations(
        *(('header', 'h%d.xml' % i) for i in range(n)))})),
    ('docx: a document that is its own header', lambda n: docx(
        '<w:sectPr><w:headerReference r:id="r0"/></w:sectPr>' * n, **{
            'word/_rels/document.xml.rels': docxparts.relations(('header', 'document.xml'))})),
    ('ofd: elements and texts', lambda n: ofd('<a/>x' * n)),
    ('ofd: attributes', lambda n: ofd('<a b=""/>' * n)),
    ('ofd: objects', lambda n: ofd(SAID * (n // 4))),
    ('ofd: a text', lambda n: ofd(SAID.replace(TEXT, '云' * n))),
    ('html: paragraphs', lambda n: html('<p>x' * n)),
    ('html: lines', lambda n: html('x<br>' * n)),
    ('html: items', lambda n: html('<ol>' + '<li>x' * n)),
    ('html: cells', lambda n: html('<table>' + '<tr><td rowspan=65534 colspan=1000>x' * n)),
    ('html: end tags', lambda n: html('<b>' * 900 + '</p>' * n)),
    ('html: elements that overlap', lambda n: html('<b><i>x</b></i>' * n)),
    ('html: references', lambda n: html('&ltx&#99;&' * n)),
    ('html: comments', lambda n: html('<!--' * n)),
    ('html: scripts', lambda n: html('<script></scrip' * n)),
    ('html: a style', lambda n: html('<p style="%s">x' % ('a:b;' * n))),
    ('html: lines as they are typed', lambda n: html('<pre>' + 'x\n' * n)),
)


def grow():
    for what, make in outputs.some(GROWING):
        seconds = []
        for n in 50000, 200000:
            path, size = make(n)
            result, _ = convert(path)
            seconds.append(result.seconds)
            ok = result.status in (0, 65) and result.mebibytes <= SHARE + TIMES * size / (1 << 20)
            outputs.check('%s, %d: memory' % (what, n), ok, (result, size))
        outputs.check(what + ': time grows as the input does', seconds[1] <= SLOWER * seconds[0] + 0.5, seconds)


def outside(secret):
    """Whatever could lead to a file or to the net."""
    for where in secret.as_uri(), str(secret), 'http://127.0.0.1:9/x', 'ftp://127.0.0.1/x', '//127.0.0.1/x':
        for make, document, _, _ in xml_formats():
            for declared in ('<!DOCTYPE x SYSTEM "%s">', '<!DOCTYPE x PUBLIC "-//x" "%s">',
                             '<!DOCTYPE x [<!ENTITY a SYSTEM "%s">]>',
                             '<!DOCTYPE x [<!ENTITY %% a SYSTEM "%s">%%a;]>'):
                yield make, (document % '<x b="&a;">&a;</x>').replace('?>', '?>' + declared % where, 1)
            yield make, document % ('<include xmlns="http://www.w3.org/2001/XInclude" parse="text" '
                                    'href="%s"/>' % where)
            yield make, document.replace('?>', '?><?xml-stylesheet href="%s" type="text/xsl"?>' % where, 1) % ''
        yield html, ''.join(('<%s="%s">' % (tag, where) for tag in (
            'link rel="stylesheet" href', 'img src', 'iframe src', 'script src', 'object data', 'base href',
            'meta http-equiv="refresh" content', 'embed src', 'video src', 'form action'))).replace(
                '<script', '</object></iframe><script') + '</script>'


def fetch_nothing():
    secret = outputs.scratch / 'secret.txt'
    secret.write_text('机密文件')
    log = outputs.scratch / 'calls'
    trace = shutil.which('strace') and not outputs.is_under_asan()
    if trace:
        trace = subprocess.run(['strace', '-o', log, 'true']).returncode == 0
    for i, (make, content) in enumerate(outputs.some(outside(secret), 8)):
        path, _ = make(content if make is html else content.encode())
        words = ['convert', '--any', path, '-t', 'json']
        if trace:
            done = subprocess.run(['strace', '-f', '-o', log, '-e', 'trace=%network,%file', outputs.JIYAO, *words],
                                  capture_output=True)
            calls = log.read_text(errors='replace')
        else:
            done, calls = subprocess.run([outputs.JIYAO, *words], capture_output=True), ''
        outputs.check('%s: nothing is fetched, %d' % (path.suffix[1:], i), done.returncode in (0, 65) and
                      '机密' not in done.stdout.decode() and 'secret' not in calls and 'AF_INET' not in calls,
                      (content[:200], done, [c for c in calls.splitlines() if 'secret' in c or 'AF_INET' in c]))
    if not trace:
        outputs.skip('no system call that would', 'strace is not there')


attack_xml()
attack_json()
attack_html()
limits()
grow()
fetch_nothing()
outputs.finish()
