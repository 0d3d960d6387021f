#!/usr/bin/env python3
"""No element, attribute or link of a page comes of a document, its name or its messages: neither in what
is written for people, nor in the report of a batch.  Chromium, where it is installed, reads them, too."""
import collections
import html.parser
import json
import re
import shutil
import subprocess

import outputs
from outputs import check, convert, jiyao, scratch, skip

# Each sets the title of the page to RAN, or fetches x, where it is run.
SCRIPTS = [
    '<script>document.title="RAN"</script>', '"><script>document.title="RAN"</script>',
    "'><img src=x onerror=document.title='RAN'>", '</title><script>document.title="RAN"</script>',
    '</style><script>document.title="RAN"</script>', '--><svg onload=document.title="RAN">',
    '<!--', '<![CDATA[', '<style>*{display:none}', '<a href=javascript:document.title="RAN">x</a>',
    '[x](javascript:document.title="RAN")', '![x](data:text/html,<script>document.title="RAN"</script>)',
    '<javascript:alert(1)>', 'javascript:alert(1)', '+ADw-script+AD4-document.title=+ACI-RAN+ACI-+ADw-/script+AD4-',
    '&#60;script&#62;document.title="RAN"&#60;/script&#62;', '<base href=//x>', '<meta http-equiv=refresh content=0>',
    '" onmouseover="document.title=\'RAN\'" x="', '` onload=x', '<iframe srcdoc="<script>parent.document.title=\'RAN\'">',
    '<textarea>', '<plaintext>', '<noscript><p title="</noscript><script>document.title=\'RAN\'</script>">',
    '\u202e<script>\u2066', '{{constructor.constructor("document.title=1")()}}', '</bdi></td></table></main>',
    '[x]: javascript:alert(1) "x"', '<https://x.invalid>', 'http://x.invalid/ www.x.invalid', '```\n<script>', '$(x)',
]
ASKS = {'script', 'img', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'input', 'textarea', 'video', 'audio',
        'plaintext', 'noscript'}

# How a character that cannot be seen, or turns the line around, is shown.
OWN = {('span', ('class',)), ('bdi', ())}


class Page(html.parser.HTMLParser):
    """How often each element, with the names of its attributes, stands on a page; and its links."""
    def __init__(self, text):
        super().__init__()
        self.found, self.links, self.texts = collections.Counter(), [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found[tag, tuple(name for name, _ in attributes)] += 1
        self.links += [value for name, value in attributes if name in ('href', 'src', 'action', 'xlink:href')]

    def handle_comment(self, data):
        self.found['comment', ()] += 1

    def handle_data(self, data):
        self.texts.append(data)


def harmless(label, text, plain):
    """The page has the elements of the same page about PLAIN words, and leads nowhere else."""
    page, other = Page(text), Page(plain)
    strange = page.found.keys() - other.found.keys() - OWN
    check(label + ' has no element of the document', not strange, strange)
    asked = {tag for tag, _ in page.found} & ASKS or {n for _, names in page.found for n in names if n[:2] == 'on'}
    check(label + ' runs and fetches nothing', not asked and "default-src 'none'" in text, asked)
    check(label + ' leads nowhere else', not [link for link in page.links if not re.match(r'#|\./|file://', link)],
          page.links[:5])
    return page


def browsed(label, path):
    """What Chromium makes of it, its policy for content taken away: what would run, runs."""
    program = shutil.which('chromium') or shutil.which('chromium-browser') or shutil.which('google-chrome')
    if not program:
        return skip(label + ' in Chromium', 'it is not installed')
    bare = scratch / 'bare.html'
    bare.write_text(re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', '', path.read_text()))
    done = subprocess.run([program, '--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=2000',
                           '--user-data-dir=%s' % (scratch / 'browser'), '--dump-dom', bare.as_uri()],
                          capture_output=True, timeout=120)
    dom = done.stdout.decode(errors='replace')
    title = re.search('<title>(.*?)</title>', dom, re.S)
    page, own = Page(dom), Page(bare.read_text())
    kinds = {tag for tag, _ in page.found} - {tag for tag, _ in own.found} - {'html', 'head', 'body', 'tbody'}
    if not dom:
        return skip(label + ' in Chromium', 'it does not run here')
    check(label + ' in Chromium', title and title[1] != 'RAN' and not kinds, (title and title[1][:60], kinds))


def written(minutes):
    path = scratch / 'minutes.json'
    path.write_text(json.dumps(minutes))
    return path


def documents():
    plain = convert(written(outputs.filled(outputs.everything(), '云')), 'html').out.decode()
    for i, script in enumerate(SCRIPTS):
        path = written(outputs.filled(outputs.everything(), script))
        page = scratch / 'page.html'
        page.write_bytes(convert(path, 'html').out)
        harmless('a page about %s' % ascii(script), page.read_text(), plain)
        if i % 8 == 0:
            browsed('a page about %s' % ascii(script), page)
        marked_down(script, convert(path, 'markdown').out)
        akin(script, path)
    page.write_bytes(convert(written(outputs.filled(outputs.everything(), ' '.join(SCRIPTS))), 'html').out)
    browsed('a page about all of them', page)


def marked_down(script, out):
    """Renderers that let HTML through, and make links of what looks like one, find neither."""
    program = shutil.which('cmark-gfm') or shutil.which('cmark')
    if not program:
        return skip('Markdown about %s' % ascii(script), 'there is no cmark')
    words = [program, '--unsafe'] + (['-e', 'table'] if program.endswith('gfm') else [])
    page = Page(subprocess.run(words, input=out, capture_output=True).stdout.decode())
    tags = {tag for tag, _ in page.found}
    check('Markdown about %s has neither HTML nor links' % ascii(script),
          not tags & (ASKS | {'a', 'svg', 'style', 'meta', 'comment'}) and not page.links, (tags, page.links))


def akin(script, path):
    """XML in both profiles is well-formed, and has the same elements whatever is said."""
    for profile in 'minutes', 'akn':
        out = convert(path, 'xml', 'profile=' + profile).out
        check('XML (%s) about %s is no markup' % (profile, ascii(script)),
              out and not re.search(rb'<(script|img|svg|style|iframe|base|!DOCTYPE)\b', out), out[:200])


def report():
    """A batch of files that are called so, whose messages and minutes say so."""
    for name, words in (('plain', ['云%d' % i for i in range(len(SCRIPTS))]), ('hostile', SCRIPTS)):
        top = scratch / name
        top.mkdir()
        for i, word in enumerate(words):
            minutes = json.dumps(outputs.filled(outputs.everything(), word))
            (top / ('%02d%s.json' % (i, word.replace('/', '\u2215')[:80]))).write_text(minutes)
            # A key that is not known, and a value that is wrong: both are quoted in messages.
            (top / ('k%02d%s.json' % (i, word.replace('/', '\u2215')[:80]))).write_text(
                json.dumps({**outputs.everything(), word: 1}))
            (top / ('w%02d%s.json' % (i, word.replace('/', '\u2215')[:80]))).write_text(
                json.dumps({**outputs.everything(), 'schema': word}))
        done = jiyao('batch', '-t', 'html', '--out=%s-out' % name, name, cwd=scratch)
        check('a batch of %s files' % name, done.status in (0, 1), done)
        done = jiyao('report', '--series', '--sample=100%', name + '-out', cwd=scratch)
        check('its report', done.status == 0, done)
    for page in 'report.html', 'report.zh.html', 'sample.html', 'sample.zh.html':
        path = scratch / 'hostile-out' / page
        found = harmless(page, path.read_text(), (scratch / 'plain-out' / page).read_text())
        check(page + ' shows them', '<script>document.title="RAN"' in ''.join(found.texts))
        browsed(page, path)


report()
documents()
outputs.finish()
