"""Written OFD in a reader that is not ours: its text is that of the pages, in the same order.

JIYAO_OFD_READER names a folder in which `npm install ofd.js@0.2.6 playwright-core` was run."""
import json
import os
import pathlib
import shutil
import subprocess

from ofdparts import Package, font, squeezed
from outputs import check, convert, documents, finish, outputs, scratch, skip, some

READER = pathlib.Path(os.environ.get('JIYAO_OFD_READER', '/nonexistent'))
BROWSERS = 'chromium', 'chromium-browser', 'google-chrome'
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
MOST = 40   # pages of a document: drawing is slow


def what_is_missing():
    modules = READER / 'node_modules'
    if not (modules / 'ofd.js').is_dir() or not (modules / 'playwright-core').is_dir():
        return 'JIYAO_OFD_READER names no folder with ofd.js and playwright-core'
    return None if CHROMIUM and shutil.which('node') else 'no Chromium, or no node'


def written():
    """The packages as files: {path: (label, package)}."""
    found = {}
    for n, (document, out) in enumerate(outputs('ofd')):
        package = Package(out)
        if len(package.pages) > MOST or not document.label.startswith(('hostile', 'ofd/', 'text/')):
            continue
        path = scratch / ('%d.ofd' % n)
        path.write_bytes(out)
        found[str(path)] = document.label, package
    return found


def fonts():
    """Fonts as they stand in a package: {path: their size}."""
    blank = scratch / 'blank.ttf'
    blank.write_bytes(font())
    out = convert(documents()[0].path, 'ofd', 'font=%s' % blank).out
    parts = Package(out).parts if out else {}
    found = {}
    for name, part in parts.items():
        if '/Res/' in name:
            path = scratch / name.replace('/', '-')
            path.write_bytes(part)
            found[str(path)] = len(part)
    return found


def main():
    packages, cut = dict(some(written().items())), fonts()
    ran = subprocess.run(['node', pathlib.Path(__file__).with_name('open-ofd.js'), READER, CHROMIUM,
                          *packages, *cut], capture_output=True, text=True)
    check('the reader runs', ran.returncode == 0, ran.stderr)
    seen = {}
    for line in filter(None, ran.stdout.split('\n')):
        result = json.loads(line)
        seen[result['file']] = result
    for path, (label, package) in packages.items():
        result = seen.get(path, {'error': 'nothing'})
        shown = [squeezed(page) for page in result.get('pages', [])]
        wanted = [squeezed(''.join(lines)) for lines in package.lines()]
        check(label + ': another reader shows its text', shown == wanted and not result['asked'],
              result.get('error') or [(a, b) for a, b in zip(shown, wanted) if a != b][:2])
    for path in cut:
        result = seen.get(path, {'error': 'nothing'})
        check('a font in a package is one for a browser', 'error' not in result, result)


missing = what_is_missing()
if missing:
    skip('another reader', missing)
else:
    main()
finish()
