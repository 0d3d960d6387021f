#!/usr/bin/env python3
"""PDF files that attack their reader: each ends in a typed outcome, in bounded time and memory."""
import json
import os
import pathlib
import re
import resource
import subprocess

import outputs
import pdfattacks

SECONDS, MEBIBYTES = 2, 768         # that a conversion may take here
SHARE = 160                         # MiB: the program, its libraries and what they map before that
# What must come of them; of the others poppler's versions differ.
EXACT = {
    'pages-at-limit': (65, 'no-text'), 'pages-over-limit': (65, 'too-large'),
    'pages-million-there': (65, 'too-large'), 'pages-million-declared': (65, 'no-text'),
    'pages-own-kid': (0, ''), 'xref-size-huge': (65, 'too-large'), 'xref-size-2e63': (65, 'too-large'),
    'draws-form-itself': (0, ''), 'draws-forms-each-other': (0, ''), 'draws-type3-itself': (0, ''),
    'draws-pattern-itself': (0, ''), 'tree-numbers-wide': (0, ''), 'tree-kids-itself': (0, ''),
    'tree-spans': (0, ''), 'rules-grid': (0, ''), 'glyphs-oblique': (0, ''), 'glyphs-one-place-1e6': (65, 'too-large'),
    'glyphs-one-place': (0, ''), 'draws-forms-doubling': (65, 'too-large'), 'filter-flate-bomb-text': (65, 'too-large'), 'action-javascript': (0, ''),
    'action-launch': (0, ''), 'action-uri': (0, ''), 'action-attachment': (0, ''),
    'locked-odd-handler': (65, 'encrypted'), 'locked-v-5': (65, 'encrypted'),
}
# Poppler 22.12 overflows its stack over these; another version may not.
FALLS = {'cmap-encoding-uses-itself'}


def convert(path, *words):
    """The status, what was printed and said, the processor's seconds, the peak in MiB."""
    with open('out', 'wb+') as out, open('said', 'wb+') as said:
        process = subprocess.Popen([outputs.JIYAO, 'convert', '--time=%d' % SECONDS, '--memory=%d' % MEBIBYTES,
                                    *words, '-t', 'json', path], stdout=out, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), said.seek(0)
        return (process.returncode, out.read(), said.read().decode(errors='replace'),
                used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def code_of(said):
    """Of the last line, where that is an error."""
    last = re.search(r'error: .* \[([a-z-]+)\]\n\Z', said)
    return last.group(1) if last else ''


def is_typed(status, out, said):
    if status == 0:
        account = json.loads(out)['account']
        return account['characters'] == account['fields'] + account['furniture'] + account['residue']
    return status in (65, 69, 75) and not out and code_of(said)


def attempt(name, *words):
    status, out, said, seconds, peak = convert('%s.pdf' % name, *words)
    label = ' '.join((name, *words))
    if name in FALLS:
        outputs.check(label + ' ends in words', status == 70 and code_of(said) == 'crashed' or
                      is_typed(status, out, said), (status, said))
    elif name in EXACT:
        outputs.check(label, (status, code_of(said)) == EXACT[name] and is_typed(status, out, said),
                      (status, said))
    else:
        outputs.check(label + ' is typed', is_typed(status, out, said), (status, said))
    outputs.check('... in time', seconds < SECONDS + 2, seconds)
    outputs.check('... in memory', peak < MEBIBYTES + SHARE, peak)
    return status


def in_batch(names):
    """What convert gives up, a batch does, too; and goes on."""
    result = outputs.jiyao('batch', '-t', 'json', '--out=kept', '--time=1', '--memory=512', '--progress=none',
                           *('%s.pdf' % name for name in names))
    outputs.check('a batch of the worst goes on', result.status == (len(names) > 1) and
                  pathlib.Path('kept/action-uri.pdf.json').exists(), result)
    codes = re.findall(r'error: .* \[([a-z-]+)\]$', result.messages, re.M)
    outputs.check('... each with its reason', len(codes) == len(names) - 1 and
                  set(codes) <= {'timeout', 'memory', 'crashed', 'no-text'}, result.messages)


def main():
    os.chdir(outputs.scratch)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    worst = []
    for name, make in outputs.some(pdfattacks.ATTACKS.items(), 8):
        pathlib.Path('%s.pdf' % name).write_bytes(make())
        if attempt(name) >= 70:
            worst.append(name)
        else:
            if name.startswith('picture-'):
                attempt(name, '-O', 'ocr=never')
            os.unlink('%s.pdf' % name)
    outputs.check('nothing was launched', not os.path.exists('launched') and not os.path.exists('../../x'))
    pathlib.Path('action-uri.pdf').write_bytes(pdfattacks.ATTACKS['action-uri']())
    in_batch([*worst, 'action-uri'])


if outputs.is_under_asan():
    outputs.skip('attacks', 'memory cannot be limited under AddressSanitizer')
else:
    main()
outputs.finish()
