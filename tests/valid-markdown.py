"""Does a renderer of Markdown show what is printed, and nothing else?  (cmark-gfm, cmark)"""
import html.parser
import json
import shutil
import subprocess

from outputs import FIXTURES, check, finish, jiyao, outputs, skip
from said import missing

RENDERERS = {'cmark-gfm': ['-e', 'table', '-e', 'strikethrough', '-e', 'tasklist', '-e', 'footnotes'],
             'cmark': []}
TAGS = set('h1 h2 h3 h4 h5 h6 p ul li blockquote table thead tbody tr th td'.split())


class Rendered(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.text, self.rows = set(), [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag == 'tr':
            self.rows.append(0)
        elif tag in ('td', 'th'):
            self.rows[-1] += 1

    def handle_data(self, data):
        self.text.append(data)


def judge(label, out, minutes):
    for renderer, options in RENDERERS.items():
        if not shutil.which(renderer):
            skip('%s by %s' % (label, renderer), 'there is no ' + renderer)
            continue
        done = subprocess.run([renderer, *options], input=out, capture_output=True)
        page = Rendered(done.stdout.decode())
        check('%s by %s has only the marks that are meant' % (label, renderer),
              done.returncode == 0 and page.tags <= TAGS, page.tags - TAGS)
        lost = missing(minutes, ''.join(page.text), ['furniture'])
        check('%s by %s shows all' % (label, renderer), not lost, lost[:3])
        if renderer == 'cmark-gfm':
            check(label + ' has its table', page.rows == (
                [9] * (1 + len(minutes['decisions'])) if minutes.get('decisions') else []))


for document, out in outputs('markdown'):
    judge(document.label, out, json.loads(document.path.read_text()))
for name in 'suzhou-100', 'suzhou-120', 'suzhou-128', 'suzhou-135', 'suzhou-149', 'qinghe':
    minutes = json.loads((FIXTURES / 'text' / (name + '.txt.json')).read_text())
    text = jiyao('convert', FIXTURES / 'text' / (name + '.txt.json'), '-t', 'markdown',
                 '-O', 'decisions=no', '-O', 'checks=no').out
    again = json.loads(jiyao('convert', '-f', 'text', '-t', 'json', stdin=text).out)
    for key in 'document', 'meeting', 'agenda', 'items', 'remarks', 'decisions', 'residue':
        check('%s read as text has its %s' % (name, key), again[key] == minutes[key],
              json.dumps(again[key], ensure_ascii=False)[:300])
finish()
