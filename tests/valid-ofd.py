"""Written OFD: parts by the schemas of GB/T 33190, pages that say what the minutes say, tags that
point at it, packages that are the same when they are read and written again."""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess

from ofdparts import OFD, Package, date, difference, font, opening, squeezed
from outputs import check, convert, documents, finish, jiyao, outputs, scratch, skip

SCHEMAS = os.environ.get('JIYAO_OFD_SCHEMAS')
STOPS = tuple('，。、；：？！）》”’')
ROLES = {'present': '出席', 'attending': '列席', 'absent': '请假', 'invited': '邀请'}
blank = scratch / 'blank.ttf'
blank.write_bytes(font())


def without_places(value):
    if isinstance(value, dict):
        return {k: without_places(v) for k, v in value.items()
                if k != 'at' or 'confidence' in (v or {})}
    return [without_places(v) for v in value] if isinstance(value, list) else value


def extract(package, label, folder):
    """The parts that a schema is for, as files: (schema, path)."""
    for name, tree in package.trees.items():
        if not tree.tag.startswith(OFD):
            continue
        path = folder / re.sub(r'\W+', '-', '%s-%s' % (label, name))
        # OFD-A is the one value that the schema, older than GB/T 42133, does not know.
        path.write_bytes(package.parts[name].replace(b'DocType="OFD-A"', b'DocType="OFD"'))
        yield tree.tag.removeprefix(OFD), str(path)


def validate(packages, label):
    """All parts of all packages; a run of xmllint each schema, for it loads slowly."""
    if not SCHEMAS or not shutil.which('xmllint'):
        skip(label, 'JIYAO_OFD_SCHEMAS names no folder of schemas' if not SCHEMAS else 'no xmllint')
        return
    folder = scratch / re.sub(r'\W+', '-', label)
    folder.mkdir()
    files = collections.defaultdict(list)
    for n, package in enumerate(packages):
        for schema, path in extract(package, str(n), folder):
            files[schema].append(path)
    for schema, paths in sorted(files.items()):
        wrong = []
        for i in range(0, len(paths), 500):
            ran = subprocess.run(['xmllint', '--nonet', '--noout', '--huge', '--schema', str(
                pathlib.Path(SCHEMAS) / (schema + '.xsd')), *paths[i:i + 500]],
                capture_output=True, text=True)
            wrong += [line for line in ran.stderr.splitlines() if not line.endswith(' validates')]
        check('%s: %d of %s are valid' % (label, len(paths), schema), not wrong, '\n'.join(wrong))
    shutil.rmtree(folder)


def identifiers(package):
    return [int(thing.get('ID')) for name, tree in package.trees.items() for thing in tree.iter()
            if thing.get('ID') and 'Attachment' not in thing.tag]


def check_identifiers(label, package):
    ids = identifiers(package)
    top = int(package.document.find('.//' + OFD + 'MaxUnitID').text)
    check(label + ': identifiers are unique', len(set(ids)) == len(ids) and max(ids) <= top)
    where = set(package.locations())
    check(label + ': every part is there, and led to', where == set(package.names),
          where ^ set(package.names))


def printed(people):
    """People as the form prints them."""
    said = ''
    for person in people:
        organization, note = person.get('organization') or '', person.get('note')
        said += organization + (person['title'] or '') + (person['name'] or '')
        if person.get('representative') and not organization.endswith('代表'):
            said += '代表'
        said += '（%s）' % note if note else ''
    return said


def lists(minutes):
    """(name, text) of what is a list."""
    for group in minutes['attendance']:
        yield ROLES.get(group['role'], '参加'), printed(group['people'])
    yield '记录', printed(minutes['meeting']['recorders'])
    yield '签发人', printed(minutes['document']['signers'])
    for entry in minutes['document']['distribution']:
        text = '；'.join(entry['recipients'])
        yield '抄送机关', text + '。' * (bool(entry['recipients']) and not text.endswith('。'))


def tagged(minutes):
    """(name, id) to the text that the tag has to have."""
    document, meeting = minutes['document'], minutes['meeting']
    brackets = '[%s]' if document['title_supplied'] else '%s'
    compiled, issued = document['compiled'] or {}, document['issued'] or {}
    texts = {
        '发文机关标志': brackets % document['title'] if document['title'] else None,
        '份号': document['copy'], '密级和保密期限': document['classification'],
        '紧急程度': document['urgency'], '发文字号': (document['number'] or {}).get('text'),
        '导语': ''.join(opening(meeting)),
        '其他事项': ''.join(remark['text'] or '' for remark in minutes['remarks']),
        '发文机关署名': compiled.get('by'), '成文日期': date(compiled.get('date')),
        '附注': document['disclosure'] and '（%s）' % document['disclosure'],
        '印发机关': issued.get('by'), '印发日期': date(issued.get('date')),
    }
    for name, text in lists(minutes):
        texts[name] = texts.get(name, '') + text
    for item in minutes['items']:
        texts['议题标题', item['id']] = (item['label'] or '') + (item['title'] or '')
        todo = list(item['clauses'])
        while todo:
            clause = todo.pop()
            todo += clause['clauses']
            texts['条款', clause['id']] = ''.join(filter(None, (
                clause['label'], clause['title'], clause['text'])))
    return texts


def check_tags(label, package, minutes):
    ids = [item['id'] for item in minutes['items']]
    found = collections.defaultdict(str)
    tree = package.trees['Doc_0/Tags/CustomTag.xml']
    for name, node, text in package.tags():
        found[(name, node) if node else name] += text
    parents = {child: parent for parent in tree.iter() for child in parent}
    for tag in tree.iter('{urn:jiyao:gongwen:1}议题标题'):
        parent = parents[tag].get('id')
        objects = package.objects()
        found['议题标题', parent] = squeezed(''.join(objects[int(ref.text)][1] for ref in tag))
    found.pop('议题标题', None)
    wrong = [(key, text, found.get(key)) for key, text in tagged(minutes).items()
             if squeezed(text or '') != (found.get(key) or '')]
    if len(set(ids)) == len(ids) and all(ids):
        check(label + ': tags point at their values', not wrong, wrong[:3])


def check_outline(label, package, minutes):
    pages = {page for page, _ in package.pages}
    titles = [(item['label'] or '') + (item['title'] or '') for item in minutes['items']]
    found = [thing.get('Title') for thing in package.document.iter(OFD + 'OutlineElem')]
    goals = {int(goal.get('PageID')) for goal in package.document.iter(OFD + 'Dest')}
    check(label + ': the outline has the items', found == [t for t in titles if t] and
          goals <= pages, found)


def check_grid(label, package):
    """Lines within the type area, but the page's number below it; none begins with a stop."""
    wrong = []
    for boxes in package.boxes():
        *lines, (_, x, y, width, height) = boxes
        if x < 28 or x + width > 184 or y < 262:
            wrong.append('a page number at %g, %g' % (x, y))
        before = None
        for text, x, y, width, height in lines:
            if x < 28 or x + width > 184.001 or y < 37 or y + height > 262:
                wrong.append('%s at %g, %g' % (text, x, y))
            if y != before and text.strip()[:1] in STOPS and 'hostile' not in label:
                wrong.append('%s begins a line' % text)
            before = y
    check(label + ': lines keep the grid', not wrong, '\n'.join(wrong))


def inspect(document, out):
    label, package = document.label, Package(out)
    attached = json.loads(package.parts['Doc_0/Attachs/minutes.json'])
    if not label.startswith('hostile'):
        check(label + ': the minutes are attached', without_places(attached) == json.loads(
            document.path.read_text()))
    text = package.text()
    why = 'a page number' if text is None else difference(attached, text)
    check(label + ': the pages say what the minutes say', why is None, why)
    check_identifiers(label, package)
    check_grid(label, package)
    check_tags(label, package, attached)
    check_outline(label, package, attached)
    copy = scratch / 'copy.ofd'
    copy.write_bytes(out)
    again = convert(copy, 'ofd')
    check(label + ': read and written again it is the same', again.out == out, again.messages)
    return package


def check_archive():
    packages = []
    for document, out in outputs('ofd', 'profile=archive', 'font=%s' % blank):
        package = Package(out)
        packages.append(package)
        root = package.trees['OFD.xml']
        fonts = package.trees['Doc_0/PublicRes.xml'].iter(OFD + 'Font')
        check(document.label + ' for archives: OFD-A, its fonts within',
              root.get('DocType') == 'OFD-A' and
              all(f.find(OFD + 'FontFile') is not None for f in fonts))
        check_identifiers(document.label + ' for archives', package)
    validate(packages, 'for archives')


def with_font(path, *options, **kind):
    """The document written with a font of that kind."""
    blank.write_bytes(font(**kind))
    return convert(path, 'ofd', *options or ['font=%s' % blank])


def check_embedded(path):
    plain, done = Package(convert(path, 'ofd').out), with_font(path)
    package, minutes = Package(done.out), convert(path, 'json').out
    check('a font: it is cut down and named', len(package.parts['Doc_0/Res/font_0.ttf']) < 99999 and
          b'Invented Blank' in package.parts['Doc_0/PublicRes.xml'] and
          '[font-lacks]' not in done.messages, done.messages)
    pages = [name for name in plain.names if 'Pages' in name]
    check('a font: the pages are the same', [package.parts[name] for name in pages] ==
          [plain.parts[name] for name in pages])
    flat = with_font(path, 'font=%s' % blank, 'package=flat').out
    check('a font in one XML document', b'path="Doc_0/Res/font_0.ttf" encoding="base64"' in flat)
    for label, out in (('a package', done.out), ('one XML document', flat)):
        copy = scratch / 'font.ofd'
        copy.write_bytes(out)
        check('a font in %s: the minutes come back' % label, convert(copy, 'json').out == minutes)
    two = Package(with_font(path, 'font=%s' % blank, 'font-fang=%s' % blank).out)
    check('two fonts are two files', 'Doc_0/Res/font_1.ttf' in two.parts)
    empty = next(d.path for d in documents() if d.label == 'hostile: nothing')
    one = Package(with_font(empty, 'font=%s' % blank, 'font-kai=%s' % blank).out)
    check('a font that no page needs is not there', 'Doc_0/Res/font_1.ttf' not in one.parts)


def check_refusals(path):
    for label, options, status, code in (
            ('archive without a font', ['profile=archive'], 64, 'font-needed'),
            ('archive without one for the text', ['profile=archive', 'font-hei=%s' % blank], 64,
             'font-needed'),
            ('no font', ['font=%s' % path], 64, 'bad-font'),
            ('no file', ['font=%s' % (scratch / 'none')], 66, 'no-input')):
        done = with_font(path, *options)
        check('refused: ' + label, done.status == status and not done.out and
              '[%s]' % code in done.messages, done)
    for rights in (0, 2, 4, 8, 0x100, 0x208):
        done = with_font(path, rights=rights)
        allowed = rights in (0, 4, 8)
        check('rights of a font, %#x' % rights, done.status == (0 if allowed else 64) and
              ('[font-rights]' in done.messages) != allowed, done.messages)
    done = with_font(path, 'font-hei=%s' % blank, last=0x7e)
    check('what a font lacks is named', done.status == 0 and
          re.search(r'U\+51FA.*\[font-lacks\]', done.messages), done.messages)
    check('a font whose name is no text', Package(with_font(path, name='a\x01b').out).trees)


def check_verify(path):
    options = 'profile=archive', 'font=%s' % blank
    made = scratch / 'verify.ofd'
    made.write_bytes(with_font(path, *options).out)
    done = jiyao('verify', made, path, *[word for o in options for word in ('-O', o)])
    check('verify agrees, profile and font', done.status == 0, done)


validate([inspect(document, out) for document, out in outputs('ofd')], 'all parts')
if jiyao('convert', documents()[0].path, '-t', 'ofd', '-O', 'font=%s' % blank).messages.endswith(
        '[no-fonts]\n'):
    skip('fonts', 'HarfBuzz is not there')
else:
    everything = next(d.path for d in documents() if d.label == 'hostile: everything')
    check_archive()
    check_embedded(everything)
    check_refusals(everything)
    check_verify(next(d.path for d in documents() if d.label.startswith('text/')).with_suffix(''))
finish()
