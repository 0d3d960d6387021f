#!/usr/bin/env python3
"""Four times an honest document takes four times the time, and memory within bounds: by every reader and
the recogniser, and by every writer.  A new format fails here until it has its documents."""
import json

import docxparts
import outputs
import pdfattacks
from cost import run

FIRST, STEP = 10000, 4              # paragraphs
SLOWER, LITTLE = 8, .25             # times; seconds that say nothing
SHARE, TIMES = 256, 32              # MiB; of what was unpacked
A_PAGE = 25


def paragraphs(n):
    """Minutes with all that there is: a list of people, items, decisions, dates and titles."""
    yield from ('云州市人民政府常务会议纪要', '〔2024〕3号', '2024年3月5日，市长甲乙丙主持召开市政府第3次常务会议。',
                '出席：' + '、'.join('丁%s%s' % (a, b) for a in '甲乙丙戊己庚辛壬癸' for b in '子丑寅卯辰巳午未'))
    for i in range(1, n):
        yield '%d.审议《云州市第%d号管理办法》' % (i // 3 + 1, i) if i % 3 == 0 else \
            '原则同意第%d号方案，由市财政局、市水务局于2025年%d月底前办理。' % (i, i % 12 + 1)


def text(n):
    return '\n'.join(paragraphs(n)).encode()


def html(n):
    return ('<!DOCTYPE html><html><meta charset="UTF-8"><body>%s</body></html>' % ''.join(
        '<p>%s</p>' % each for each in paragraphs(n))).encode()


def docx(n):
    path = outputs.scratch / 'made.docx'
    docxparts.write(path, {
        '_rels/.rels': docxparts.relations(('officeDocument', 'word/document.xml')),
        'word/document.xml': docxparts.part('document', '<w:body>%s</w:body>' % ''.join(
            map(docxparts.p, paragraphs(n))))})
    return path.read_bytes()


def pdf(n):
    lines = list(paragraphs(n))
    pages = [lines[i:i + A_PAGE] for i in range(0, len(lines), A_PAGE)]
    objects = {2: b'<< /Type /Pages /Kids [%s] /Count %d >>' % (b' '.join(
        b'%d 0 R' % (pdfattacks.FREE + 2 * i) for i in range(len(pages))), len(pages))}
    for i, page in enumerate(pages):
        at = pdfattacks.FREE + 2 * i
        objects[at] = pdfattacks.PAGE.replace(b'8 0 R', b'%d 0 R' % (at + 1)) % (b'', b'')
        objects[at + 1] = pdfattacks.stream(b''.join(
            pdfattacks.show(line, y=780 - 28 * k, size=b'12' if len(line) < 80 else b'3') for k, line in enumerate(page)))
    return pdfattacks.pdf(objects)


def written(form):
    """As the program itself writes it."""
    def make(n):
        (outputs.scratch / 'made.txt').write_bytes(text(n))
        return outputs.convert(outputs.scratch / 'made.txt', form).out
    return make


READ = {'text': text, 'html': html, 'docx': docx, 'pdf': pdf, **{form: written(form) for form in ('json', 'ofd', 'xml')}}


def cost_of(name, n, made, *words):
    path = outputs.scratch / 'grown'
    path.write_bytes(made)
    cost = run('convert', path, *words, '-o', outputs.scratch / 'out')
    # what packages hold is as large as the text is, written with tags
    size = max(len(made), 3 * len(text(n))) / (1 << 20)
    bounded = outputs.is_under_asan() or cost.mebibytes < SHARE + TIMES * size
    outputs.check('%s, %d: it is done, within %d MiB' % (name, n, cost.mebibytes), cost.status == 0 and bounded, cost)
    return cost.seconds


def grow(name, make, *words):
    one, four = (cost_of(name, n, make(n), *words) for n in (FIRST, FIRST * STEP))
    outputs.check('%s: %d times as much, %.2f and %.2f seconds' % (name, STEP, one, four),
                  four < SLOWER * one + LITTLE, (one, four))


for form in outputs.formats('reads'):
    outputs.check(form + ' has documents', form in READ)
for form, make in READ.items():
    grow('read ' + form, make, '-f', form, '-t', 'json')
for form in outputs.formats('writes'):
    grow('write ' + form, lambda n: json.dumps(outputs.many(n)).encode(), '-f', 'json', '-t', form)
outputs.finish()
