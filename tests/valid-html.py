"""Is every page sound, of this document alone, and complete?  JIYAO_HTML_VALIDATE is the command of a
validator, such as html-validate or 'java -jar vnu.jar', that takes files and fails over an error."""
import base64
import hashlib
import html.parser
import json
import os
import re
import shlex
import subprocess

from outputs import FIXTURES, check, finish, jiyao, outputs, scratch, skip
from said import missing

VOID = {'meta'}
class Page(html.parser.HTMLParser):
    """What a page is made of, and the first fault of its markup."""
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.fault, self.ids, self.links, self.levels = [], None, [], [], []
        self.text, self.tags, self.attributes = [], set(), set()
        self.feed(text)
        self.close()
        self.fault = self.fault or (self.open and 'open: %s' % self.open)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)
        attributes = dict(attributes)
        if 'id' in attributes:
            self.ids.append(attributes['id'])
        if 'href' in attributes:
            self.links.append(attributes['href'])
        if re.fullmatch('h[1-6]', tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.fault = self.fault or 'the end of %s at %s' % (tag, self.getpos())

    def handle_data(self, data):
        self.text.append(data)


def judge(label, out, minutes):
    page = Page(out.decode())
    style = re.search(rb'<style>(.*?)</style>', out, re.S)[1]
    sha = base64.b64encode(hashlib.sha256(style).digest()).decode()
    check(label + ' is well-formed', not page.fault, page.fault)
    check(label + ' has its style sheet', "'sha256-%s'" % sha in out.decode(), sha)
    check(label + ' asks for nothing', not page.attributes & {'src', 'srcset', 'style', 'action'} and
          not page.tags & {'script', 'link', 'img', 'iframe', 'object', 'base', 'form'} and
          b'@import' not in style and b'url(' not in style)
    check(label + ' has ids once', len(page.ids) == len(set(page.ids)))
    check(label + ' leads to itself', all(
        link[0] == '#' and link[1:] in page.ids for link in page.links), page.links)
    check(label + ' has headings in order', all(
        b <= a + 1 for a, b in zip([0] + page.levels, page.levels)), page.levels[:20])
    lost = missing(minutes, ''.join(page.text))
    check(label + ' is complete', not lost, lost[:3])


def validate(paths):
    command = os.environ.get('JIYAO_HTML_VALIDATE')
    if not command:
        skip('a validator of HTML is content', 'JIYAO_HTML_VALIDATE names none')
        return
    done = subprocess.run(shlex.split(command) + paths, capture_output=True)
    check('a validator of HTML is content with %d pages' % len(paths), done.returncode == 0,
          (done.stdout + done.stderr).decode(errors='replace'))


def read_back(label, out, minutes, keys):
    again = json.loads(jiyao('convert', '-f', 'html', '-t', 'json', stdin=out).out or '{}')
    for key in keys:
        check('%s read back has its %s' % (label, key), again.get(key) == minutes[key],
              json.dumps(again.get(key), ensure_ascii=False)[:300])


def findings():
    """A check stands behind what it is about, in the order in which they were found; others at the top."""
    text = '云州市人民政府常务会议纪要\n2024年3月5日，会议召开。\n一、审议甲办法\n同意。\n二、审议乙办法\n同意。\n'
    minutes = json.loads(jiyao('convert', '-f', 'text', '-t', 'json', '-O', 'provenance=yes', stdin=text.encode()).out)
    second = minutes['items'][1]
    second['at']['page'] = second['clauses'][0]['at']['page'] = 2
    second['at']['lines'], second['clauses'][0]['at']['lines'] = [1, 2], [3, 3]
    places = {'last': (2, 3), 'second': (2, 2), 'again': (2, 2), 'first': (1, 3), 'nowhere': (None, None),
              'beyond': (1, 99), 'before': (0, 1), 'a-page': (2, None), 'another': (3, 1), 'clause': (1, 4)}
    minutes['checks'] = [{'severity': 'warning', 'code': code, 'message': code, 'page': page or None, 'line': line}
                         for code, (page, line) in places.items()]
    out = jiyao('convert', '-f', 'json', '-t', 'html', stdin=json.dumps(minutes).encode()).out.decode()
    order = re.findall('<(?:h2|p) id="(p[0-9]+)"|<code>([a-z-]+)</code>', out)
    order = ' '.join(part or code for part, code in order)
    check('findings stand behind what they are about', order.startswith(
        'nowhere beyond before a-page another p1 first p2 clause p3 second again p4 last'), order)


findings()
paths = []
for document, out in outputs('html'):
    minutes = json.loads(document.path.read_text())
    judge(document.label, out, minutes)
    paths.append(str(scratch / ('%d.html' % len(paths))))
    (scratch / paths[-1]).write_bytes(out)
validate(paths)
for name in 'suzhou-100', 'suzhou-120', 'suzhou-128', 'suzhou-135', 'suzhou-149', 'qinghe':
    path = FIXTURES / 'text' / (name + '.txt.json')
    keys = ['document', 'meeting', 'agenda', 'items', 'remarks', 'decisions', 'residue']
    # Names without organisations, one a line, can be taken for the organisations of the next.
    keys += ['attendance'] if name not in ('suzhou-100', 'suzhou-120') else []
    read_back(name, jiyao('convert', path, '-t', 'html').out, json.loads(path.read_text()), keys)
finish()
