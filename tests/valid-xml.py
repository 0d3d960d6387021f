"""XML: every output is valid by the RELAX NG schema that jiyao prints."""
import json
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

from outputs import FIXTURES, TOP, check, convert, finish, jiyao, outputs, scratch, skip

schema = TOP / 'plugins' / 'xml' / 'minutes.rng'
NAMESPACE = '{urn:jiyao:minutes:1}'


def check_shape(label, out):
    root = ElementTree.fromstring(out)
    elements = list(root.iter())
    check(label + ' has one namespace', all(each.tag.startswith(NAMESPACE) for each in elements))
    check(label + ' has no attribute but xml:lang',
          [each.attrib for each in elements if each.attrib] ==
          [{'{http://www.w3.org/XML/1998/namespace}lang': 'zh'}])
    check(label + ' mixes no text with elements', not any(
        (each.text or '').strip() if len(each) else (each.tail or '').strip() for each in elements))


def check_valid(paths):
    """By one run of xmllint, since the schema takes longer to read than a document."""
    if not shutil.which('xmllint'):
        return skip('the outputs are valid', 'there is no xmllint')
    said = subprocess.run(
        ['xmllint', '--noout', '--huge', '--relaxng', str(schema), *paths.values()],
        capture_output=True, text=True).stderr
    for label, path in paths.items():
        check(label + ' is valid', '%s validates\n' % path in said,
              '\n'.join(line for line in said.splitlines() if path in line))


def keep(paths, label, out):
    path = scratch / ('%d.xml' % len(paths))
    path.write_bytes(out)
    paths[label] = str(path)


check('jiyao schema xml prints the schema', jiyao('schema', 'xml').out == schema.read_bytes())
check('its version is that of the schema for JSON', 'Version %s:' % json.loads(
    jiyao('schema', 'json').out)['version'] in schema.read_text())
kept = {}
for options in (), ('indent=0', 'provenance=yes'):
    for document, xml in outputs('xml', *options):
        label = ' '.join((document.label, *options))
        check_shape(label, xml)
        if document.whole:
            keep(kept, label, xml)
for path in sorted(FIXTURES.glob('*/suzhou-149.*')):
    if path.suffix != '.json':
        keep(kept, '%s with places' % path.name, convert(path, 'xml', 'provenance=yes').out)
check_valid(kept)
finish()
