#!/usr/bin/env python3
"""A tree of foreign and damaged files: each ends in an outcome that jiyao-messages(7) lists.

None ends by a signal, none takes more time or memory than there is for it, neither in `convert` nor in
a batch, and both say the same of it.  JIYAO_TREE_COUNT is how many there are, another JIYAO_TREE_SEED
is another tree; JIYAO_TREE_KEEP names a folder in which it is left.
"""
import concurrent.futures
import io
import json
import os
import pathlib
import random
import re
import signal
import sqlite3
import struct
import subprocess
import tempfile
import threading
import time
import zipfile
import zlib

import codes
import outputs
from outputs import check

COUNT = int(os.environ.get('JIYAO_TREE_COUNT', 200))
SEED = int(os.environ.get('JIYAO_TREE_SEED', 1))
KEEP = os.environ.get('JIYAO_TREE_KEEP')
SECONDS, MEBIBYTES = 60, 1024
# Under ASan all is slower, and more.
SANITIZED = outputs.is_under_asan()
# Whatever a damaged page made fontconfig look for it keeps: the fixtures, which are not damaged at random,
# tell of leaks.
os.environ['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
# Known, and yet no way to end: the reader was ended, and did not end.
FALLS = ('crashed', 'forbidden', 'protocol', 'timeout', 'memory')
EXPECTED = ('.status', '.messages', '.options')
SUFFIXES = '.pdf .docx .txt .html .ofd .json .xml .csv .bin .doc .md .PDF'.split() + ['']
dice = random.Random(SEED)


def png():
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = b''.join(b'\0' + bytes(dice.randrange(256) for _ in range(48)) for _ in range(16))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 16, 16, 8, 2, 0, 0, 0)) +
            chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def archive(names, inner):
    to = io.BytesIO()
    with zipfile.ZipFile(to, 'w', zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            packed.writestr(name, inner)
    return to.getvalue()


def database():
    connection = sqlite3.connect(':memory:')
    connection.execute('CREATE TABLE minutes (chair TEXT)')
    return connection.serialize() if hasattr(connection, 'serialize') else b'SQLite format 3\0' * 64


def foreign():
    """What strangers upload: no minutes, and nothing that a reader is for."""
    return [
        b'', b'\0', b'\n', b'%PDF-', b'PK\3\4', b'\xff\xfe', b'\xef\xbb\xbf', b'{', b'<', b'<!DOCTYPE html>',
        b'\x7fELF\2\1\1' + bytes(9) + random.Random(SEED).randbytes(100000) + bytes(40000),
        png(), b'GIF89a' + bytes(300), b'\xff\xd8\xff\xe0' + dice.randbytes(3000), b'RIFF' + bytes(2000),
        b'\x1f\x8b\x08' + dice.randbytes(500), zlib.compress(bytes(100000)), dice.randbytes(20000),
        archive(['a.txt', '../b.txt', '/etc/passwd'], b'x' * 1000), archive(['word/document.xml'], b'<a>' * 9999),
        archive(['OFD.xml', 'Doc_0/Document.xml'], b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'), database(),
        b'#!/bin/sh\nrm -rf "$HOME"\n' * 20, b'{\\rtf1\\ansi ' + b'{' * 5000, b'[' * 100000, b'<a>' * 50000,
        b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(4096), bytes(100000), b'\xff' * 10000, b'=1+1,@SUM(A1)\r\n' * 99,
        '会议纪要'.encode('utf-16') * 500, '云州市'.encode('gb18030') * 500, b'From: a@b\r\n\r\n' + b'=E4=BC=9A' * 300,
    ]


def inputs():
    """Every fixture, what it is converted to, and some of that in other formats."""
    found = [path.read_bytes() for path in sorted(outputs.FIXTURES.glob('*/*'))
             if path.is_file() and path.suffix not in EXPECTED and path.stat().st_size < 400000]
    for name in 'text/qinghe.txt', 'text/suzhou-149.txt':
        for form in 'xml', 'html', 'ofd':
            found.append(outputs.convert(outputs.FIXTURES / name, form).out)
    return found


def place(data):
    return dice.randrange(len(data) + 1)


def flipped(data):
    data = bytearray(data)
    for _ in range(dice.choice((1, 1, 4, 16, 200)) if data else 0):
        data[dice.randrange(len(data))] = dice.choice((dice.randrange(256), 0, 255, ord('9'), ord('<')))
    return bytes(data)


def cut(data):
    return data[:place(data)]


def without(data):
    a, b = sorted((place(data), place(data)))
    return data[:a] + data[b:]


def doubled(data):
    a, b = sorted((place(data), place(data)))
    return data[:b] + data[a:]


def blanked(data):
    a = place(data)
    return data[:a] + bytes(len(data[a:a + 512])) + data[a + 512:]


def spliced(data):
    other = dice.choice(POOL)
    return data[:place(data)] + other[place(other):]


def behind(data):
    return dice.choice(POOL)[:dice.choice((8, 100, 4000))] + data


def numbered(data):
    """Other numbers: offsets, lengths, sizes, counts."""
    found = list(re.finditer(rb'[0-9]+', data))
    for number in sorted(dice.sample(found, min(len(found), 3)), key=lambda m: -m.start()):
        data = data[:number.start()] + dice.choice(
            (b'0', b'-1', b'99999999', b'4294967296', b'1e308', b'18446744073709551615')) + data[number.end():]
    return data


def repacked(data):
    """Another part of a package, which is otherwise sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except Exception:       # of whatever kind: it is damaged already
        return flipped(data)
    if not parts:
        return data
    name = dice.choice(sorted(parts))
    parts[name] = dice.choice((flipped, cut, without, doubled, numbered, spliced))(parts[name])
    to = io.BytesIO()
    with zipfile.ZipFile(to, 'w', zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return to.getvalue()


def damage(data):
    kinds = (flipped, cut, without, doubled, blanked, spliced, behind, numbered, lambda same: same)
    return (repacked if data[:2] == b'PK' and dice.random() < .7 else dice.choice(kinds))(data)


def make(folder):
    strangers = foreign()
    for i in range(COUNT):
        data = strangers[i] if i < len(strangers) else damage(dice.choice(POOL))
        sub = folder / '深' / str(i // 100)
        sub.mkdir(parents=True, exist_ok=True)
        (sub / ('%04d%s' % (i, dice.choice(SUFFIXES)))).write_bytes(data)
    return sorted(path for path in folder.rglob('*') if path.is_file())


def convert(path, to):
    """What becomes of it in a process alone: status, messages, seconds of the processor, MiB.  --any, so
    that what does not look like minutes any more is written all the same."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([outputs.JIYAO, 'convert', '--any', '-t', to, '-o', '/dev/null', path],
                                   stdin=subprocess.DEVNULL, stderr=said)
        clock = threading.Timer(10 * SECONDS, process.kill)     # of one that waits for ever
        clock.start()
        _, status, usage = os.wait4(process.pid, 0)
        clock.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode(errors='replace')
    return process.returncode, words, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def fault(status, words, known):
    """What is wrong with that end, or None."""
    lines = words.splitlines()
    errors = [line for line in lines if ': error: ' in line]
    found = [re.search(r'\[([a-z0-9-]+)\]$', line) for line in lines]
    if status < 0:
        return 'ended by ' + signal.Signals(-status).name
    if not all(found):
        return 'a line without a code'
    for code in found:
        if code[1] in FALLS:
            return 'its reader fell over: ' + code[1]
        if code[1] not in known:
            return 'the code %s is not listed' % code[1]
    if not status:
        return 'an error, and no status' if errors else None
    if len(errors) != 1 or errors[0] != lines[-1]:
        return 'not one error at the end'
    return None if str(status) in known[found[-1][1]] else '%s with status %d is not listed' % (
        found[-1][1], status)


def one_by_one(paths, known):
    forms = outputs.formats('writes')
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda p: (p, convert(*p)), [(p, forms[i % len(forms)]) for i, p in enumerate(paths)]))
    for (path, form), (status, words, seconds, size) in done:
        wrong = fault(status, words, known)
        if wrong or seconds > SECONDS or (size > MEBIBYTES and not SANITIZED):
            check('%s as %s: %s, %.1f s, %d MiB' % (path.name, form, wrong or 'too much', seconds, size),
                  False, words)
    ends = [status for _, (status, *_) in done]
    check('%d files, %d of them refused: every one ends in a known way' % (len(paths), sum(map(bool, ends))), True)
    print('# the slowest: %.1f s %s; the largest: %d MiB %s' % (
        *max((d[1][2], str(d[0][0].name)) for d in done), *max((d[1][3], str(d[0][0].name)) for d in done)))
    return {path: (status, words) for (path, _), (status, words, *_) in done}


def code_of(words):
    errors = re.findall(r': error: .*\[([a-z0-9-]+)\]$', words, re.M)
    return errors[-1] if errors else None


def in_a_batch(folder, paths, alone, known):
    """As JSON, which refuses nothing: so what convert said of reading is what the batch must say."""
    began = time.monotonic()
    done = subprocess.run([outputs.JIYAO, 'batch', '--jsonl', '--any', '--time=%d' % SECONDS, '-j2',
                           '--progress=none', str(folder)], capture_output=True, timeout=3600)
    print('# the batch: %.1f s' % (time.monotonic() - began))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    check('the batch ends', done.returncode in (0, 1), done)
    check('... with a line for every file', len(lines) == len(paths), (len(lines), len(paths)))
    failures = {pathlib.Path('/' + line['source']['name']): line['error'] for line in lines if line.get('error')}
    for path, error in failures.items():
        if error['code'] not in known or error['code'] in FALLS:
            check('%s in the batch: %s' % (path.name, error), False)
    other = [(path.name, alone[path][1][-200:], failures.get(path)) for path in paths
             if code_of(alone[path][1]) != failures.get(path, {}).get('code')]
    check('... and both say the same', not other, '\n'.join(map(str, other)))


print('# JIYAO_TREE_SEED=%d JIYAO_TREE_COUNT=%d' % (SEED, COUNT))
POOL = inputs()
with tempfile.TemporaryDirectory() as scratch:
    top = pathlib.Path(KEEP or scratch).resolve() / 'tree'
    files = make(top)
    listed = codes.listed()
    in_a_batch(top, files, one_by_one(files, listed), listed)
outputs.finish()
