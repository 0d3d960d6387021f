#!/usr/bin/env python3
"""Files that are none, names that are more, links that lead elsewhere: into convert, batch and report."""
import csv
import fcntl
import json
import os
import pathlib
import signal
import socket
import sqlite3
import stat
import subprocess
import tempfile
import threading
import time

import outputs
from outputs import check, skip

TEXT = outputs.FIXTURES / 'text' / 'qinghe.txt'
MINUTES = TEXT.read_bytes()
# Names that people did not choose, as bytes.
NAMES = [
    b'a\nb.txt', b'a\tb\rc.txt', b'back\\slash.txt', b'"quoted" \'twice\'.txt', b'--out=x', b'-', b'-t',
    b'.hidden', b'...', b'.. ', b' leading and trailing ', b'dot.', b'CON', b'aux.txt', b'NUL.', b'a:b', b'a?*|<>',
    b'\x1b]0;title\x07\x1b[31m.txt', b'\xff\xfe\x80.txt', b'n' * 255, '云'.encode() * 85, b'%41%2E%2e', b'=1+1',
    '甲\u202etxt.exe'.encode(), b'<script>alert(1)<script>.txt', b'"><img src=x onerror=alert(1)>',
    b'javascript:alert(1)', b'$(id)`id`;id', b'a\xc2\x9b31m', 'tag\U000e0041\u061c'.encode(), b'[x](javascript:1)',
    b'jiyao-ledger.sqlite', b'report', b'manifest-sha256.txt', b'x.json.part', b'.x.json.part', b'x',
]
# What a terminal obeys, or what turns a line around.
UNSAFE = [*map(chr, range(32)), *map(chr, range(127, 160)), '\u202e', '\u061c', '\U000e0041']


def unsafe(text):
    return [ascii(c) for c in UNSAFE if c != '\n' and c in text]


def run(*words, **more):
    return subprocess.run([outputs.JIYAO, *words], capture_output=True, timeout=120, **more)


def refused(label, status, code, *words, **more):
    done = run('convert', '-t', 'json', *words, **more)
    said = done.stderr.decode(errors='replace')
    return check(label, done.returncode == status and not done.stdout and said.count('\n') == 1 and
                 said.endswith('[%s]\n' % code), done)


def no_files(here):
    """What is no regular file, as the input of convert."""
    refused('a device without an end', 65, 'too-large', '/dev/zero')
    refused('a device without anything', 65, 'empty', '/dev/null')
    large = here / 'holes.pdf'
    for size, code in ((1 << 30, 'unknown-format'), ((1 << 30) + 1, 'too-large'), (1 << 40, 'too-large')):
        with open(large, 'wb') as file:
            file.truncate(size)
        began = time.monotonic()
        refused('a file with holes of %d bytes' % size, 65, code, str(large))
        check('... in bounded time', time.monotonic() - began < 60)
    large.unlink()
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(here / 'socket'))
    refused('a socket', 66, 'no-input', str(here / 'socket'))
    os.mkfifo(here / 'fifo')
    writer = threading.Thread(target=lambda: (here / 'fifo').write_bytes(MINUTES))
    writer.start()
    done = run('convert', '-t', 'json', str(here / 'fifo'))
    writer.join()
    check('a FIFO is a pipe', done.returncode == 0 and b'"schema"' in done.stdout, done)
    (here / 'circle').symlink_to('circle')
    refused('a link to itself', 66, 'no-input', str(here / 'circle'))
    (here / 'long').symlink_to('/'.join(['..'] * 900))
    refused('a link to a folder', 66, 'directory', str(here / 'long'))
    refused('a name of 300 bytes', 66, 'no-input', 'x' * 300)
    refused('a path of 5000 bytes', 66, 'no-input', '/x' * 2500)


def restless(here):
    """A file that grows and shrinks all the time ends each time in an outcome, and never by a signal."""
    path, done = here / 'restless.txt', threading.Event()

    def change():
        while not done.is_set():
            for count in 1, 400, 0, 40:
                path.write_bytes(MINUTES * count)
            path.unlink()
    thread = threading.Thread(target=change)
    thread.start()
    ends = [run('convert', '-t', 'json', str(path)).returncode for _ in range(40)]
    ends += [run('batch', '--jsonl', str(path)).returncode for _ in range(10)]
    done.set()
    thread.join()
    check('a file that changes while it is read: %s' % sorted(set(ends)), set(ends) <= {0, 1, 65, 66}, ends)


def in_a_batch(here):
    """Nothing but files is read, wherever links lead; and a FIFO that takes a file's place costs its time."""
    top = here / 'tree'
    (top / 'folder').mkdir(parents=True)
    (top / 'good.txt').write_bytes(MINUTES)
    (top / 'outside').symlink_to('/etc')
    (top / 'passwd').symlink_to('/etc/passwd')
    (top / 'folder' / 'up').symlink_to('..')
    (top / 'circle').symlink_to('circle')
    (top / 'zero').symlink_to('/dev/zero')
    os.mkfifo(top / 'fifo')
    with open(top / 'holes', 'wb') as file:
        file.truncate(1 << 40)
    done = run('batch', '--jsonl', str(top))
    lines = {line['source']['name'].rsplit('/', 1)[-1]: line.get('error', {}).get('code')
             for line in map(json.loads, done.stdout.splitlines())}
    check('each of a strange tree is told', done.returncode == 1 and lines == {
        'good.txt': None, 'outside': 'symlink', 'passwd': 'symlink', 'up': 'symlink', 'circle': 'symlink',
        'zero': 'symlink', 'fifo': 'special', 'holes': 'too-large'}, (lines, done.stderr))
    named = run('batch', '--jsonl', '/dev/zero', str(top / 'fifo'))
    check('devices and FIFOs that are named', named.stdout.count(b'"special"') == 2, named)


def replaced(here):
    """What takes a file's place between its listing and its reading: nothing is waited for, no link followed."""
    top, other, secret = here / 'replaced', here / 'other', here / 'secret.txt'
    (top / 'sub').mkdir(parents=True)
    for name in 'good.txt', 'fifo.txt', 'link.txt', 'device.txt', 'leased.txt', 'sub/inner.txt', 'folder.txt':
        (top / name).write_bytes(MINUTES)
    other.mkdir()
    (other / 'inner.txt').write_bytes(MINUTES)
    secret.write_bytes(MINUTES)
    batch = subprocess.Popen([outputs.JIYAO, 'batch', '--jsonl', '--time=15', '--files0-from=-'],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    batch.stdin.write(os.fsencode(top) + b'\0')
    batch.stdin.flush()
    time.sleep(2)       # now it is listed, and the list goes on
    for name in 'fifo.txt', 'link.txt', 'folder.txt':
        (top / name).unlink()
    os.mkfifo(top / 'fifo.txt')
    (top / 'link.txt').symlink_to(secret)
    (top / 'folder.txt').mkdir()
    (top / 'sub').rename(here / 'sub')
    (top / 'sub').symlink_to(other)
    expected = {'good.txt': None, 'fifo.txt': 'special', 'link.txt': 'symlink', 'device.txt': None,
                'leased.txt': None, 'inner.txt': 'no-input', 'folder.txt': 'directory'}
    if os.geteuid() == 0:
        (top / 'device.txt').unlink()
        os.mknod(top / 'device.txt', 0o600 | stat.S_IFCHR, os.makedev(1, 5))
        expected['device.txt'] = 'special'
    # Another program may ask for a moment before its file is opened.
    leased = os.open(top / 'leased.txt', os.O_RDWR)
    signal.signal(signal.SIGIO, lambda *_: (time.sleep(1), fcntl.fcntl(leased, fcntl.F_SETLEASE, fcntl.F_UNLCK)))
    fcntl.fcntl(leased, fcntl.F_SETLEASE, fcntl.F_WRLCK)
    began = time.monotonic()
    out, said = batch.communicate(timeout=120)
    codes = {line['source']['name'].rsplit('/', 1)[-1]: line.get('error', {}).get('code')
             for line in map(json.loads, out.splitlines())}
    os.close(leased)
    check('what takes the place of a file that was listed', codes == expected, (codes, said))
    check('... is not waited for', time.monotonic() - began < 12, time.monotonic() - began)


def deep(here):
    """Folders in folders, deeper than a process may have open, and than a path is long."""
    top = here / 'deep'
    top.mkdir()
    folder = os.open(top, os.O_RDONLY)
    for _ in range(3000):
        os.mkdir('d', dir_fd=folder)
        inner = os.open('d', os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    (top / 'x.txt').write_bytes(MINUTES)
    done = run('batch', '--jsonl', str(top))
    codes = [json.loads(line).get('error', {}).get('code') for line in done.stdout.splitlines()]
    check('a tree of 3000 folders: %s' % codes, done.returncode == 1 and len(codes) == 2 and
          None in codes and {*codes} <= {None, 'directory', 'no-input', 'resources'}, done)
    subprocess.run(['rm', '-rf', str(top)], check=True)


def closed(here):
    """Where a standard descriptor is closed, no file gets its number, and the words that go there."""
    top = here / 'closed'
    top.mkdir()
    for i in range(60):
        (top / ('%d.txt' % i)).write_bytes(MINUTES if i % 3 else b'\0')
    lines = subprocess.run(['sh', '-c', '"$0" batch --jsonl -j4 "$1" <&- 2>&-', outputs.JIYAO, str(top)],
                           stdout=subprocess.PIPE).stdout.splitlines()
    try:
        known = [json.loads(line).get('error', {}).get('code') for line in lines]
    except ValueError as error:
        known = [error]
    check('no message gets into an output', len(known) == 60 and {*known} == {None, 'unknown-format'}, known)
    for redirection, status in ('<&-', 74), ('>&-', 74), ('<&- >&- 2>&-', 74):
        word = '-' if redirection == '<&-' else str(TEXT)
        done = subprocess.run(['sh', '-c', '"$0" convert -t json "$1" ' + redirection, outputs.JIYAO, word],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        check('convert with %s' % redirection, done.returncode == status, done)


def odd_names(here):
    """Names of every kind: an output each, a ledger and lists that say which is whose, no word obeyed."""
    top = here / 'odd'
    top.mkdir()
    for name in NAMES:
        (pathlib.Path(os.fsdecode(os.fsencode(top) + b'/' + name))).write_bytes(MINUTES)
    sub = pathlib.Path(os.fsdecode(os.fsencode(top) + b'/folder\n\x1b[1m ./\xe2\x80\xae..'))
    sub.mkdir(parents=True)
    (sub / 'inner.txt').write_bytes(MINUTES)
    (top / 'failing\x1b[31m\n\u202e.txt').write_bytes(b'\0')
    count = len(NAMES) + 2
    done = run('batch', '-t', 'json,csv', '--out=odd-out', 'odd', cwd=here)
    said = done.stderr.decode(errors='surrogateescape')
    check('all of them are converted but one', done.returncode == 1 and
          'jiyao: %d in: %d converted, 0 with warnings, 1 failed' % (count, count - 1) in said, said[-900:])
    check('... in words that no terminal obeys', not unsafe(said), unsafe(said))
    names = [os.fsdecode(name) for _, folders, files in os.walk(os.fsencode(here / 'odd-out'))
             for name in folders + files]
    check('... and files of plain names', not any(unsafe(name) for name in names) and
          all(len(os.fsencode(name)) < 256 and name not in ('.', '..') for name in names) and
          not [name for name in names if '\n' in name], [n for n in names if unsafe(n)])
    check('... with an output each', sum(name.endswith('.json') for name in names) == count - 1, names)
    lists(here, count)


def lists(here, count):
    out = here / 'odd-out'
    done = run('report', '--sample=100%', 'odd-out', cwd=here)
    check('a report of them', done.returncode == 0, done)
    for name, folder in (('manifest-sha256.txt', out), ('sources-sha256.txt', here)):
        known = subprocess.run(['sha256sum', '-c', '--strict', str(out / name)], capture_output=True, cwd=folder)
        check('sha256sum takes ' + name, known.returncode == 0 and
              len(known.stdout.splitlines()) >= count - 1, known)
    for path in sorted(out.glob('*.csv')):
        text = path.read_text(errors='surrogateescape')
        rows = list(csv.reader(text.lstrip('\ufeff').splitlines(), strict=True))
        check(path.name + ' has a row a line, and no formula', len({len(row) for row in rows}) == 1 and
              not [c for row in rows for c in row if c.lstrip(' \u3000')[:1] in tuple('=+-@＝＋－＠')] and
              not unsafe(text.replace('\r\n', '\n')), rows[:2])
    lines = run('batch', '--jsonl', 'odd', cwd=here).stdout
    check('JSON lines of them are JSON', len([json.loads(line) for line in lines.splitlines()]) == count)


def written_by_others(here):
    """A ledger in which others have written what a terminal would obey, in a folder that is called so."""
    out = 'out\x1b[31m'
    run('batch', '-t', 'json', '--out=' + out, 'odd', cwd=here)
    with sqlite3.connect(here / out / 'jiyao-ledger.sqlite') as ledger:
        ledger.execute("UPDATE result SET reason = char(27) || '[31m<b>x' WHERE reason IS NOT NULL")
    done = run('batch', '-t', 'json', '--out=' + out, 'odd', cwd=here)
    said = done.stderr.decode(errors='replace')
    check('a ledger that others have written into', done.returncode == 1 and '[31m<b>x' in said and
          'jiyao report out' in said and not unsafe(said), said[-500:])
    done = run('report', out, cwd=here)
    pages = ''.join(path.read_text() for path in (here / out).glob('report*.html'))
    check('... and the report of it', done.returncode == 0 and '&#60;b&#62;x' in pages and
          '<b>x' not in pages and '\x1b' not in pages, done)


def one_by_one(here):
    """The same names on the command line of convert, as input and as output."""
    bad = []
    for name in NAMES:
        name = os.fsdecode(name)
        done = run('convert', '-t', 'json', '-o', './to-' + name[:-3], '--', './odd/' + name, cwd=here)
        if done.returncode or done.stderr:
            bad.append((name, done))
        done = run('convert', '-t', 'json', '--', './no/' + name, cwd=here)
        if done.returncode != 66 or done.stderr.count(b'\n') != 1 or unsafe(done.stderr.decode(errors='replace')):
            bad.append((name, done))
        done = run('convert', '-t', 'json', '--messages=json', '--', './no/' + name, cwd=here)
        if json.loads(done.stderr)['code'] != 'no-input':
            bad.append((name, done))
    check('convert takes each of these names, and tells of it in one line', not bad, bad[:3])


def links(here):
    """A link that somebody left in a folder for all is no way to a file of ours."""
    if os.geteuid():
        return skip('links that others have left', 'only root can leave them in the name of others')
    common = here / 'common'
    common.mkdir()
    common.chmod(0o1777)
    victim = here / 'victim'
    for option in [], ['-a']:
        form = ['-t', 'csv'] if option else ['-t', 'json']
        victim.write_text('theirs')
        link = common / 'out'
        link.symlink_to(victim)
        os.lchown(link, 65534, 65534)
        done = run('convert', *form, '-o', str(link), *option, str(TEXT))
        check('a link that another has left, with %s' % form[1], done.returncode == 77 and
              b'[permission]' in done.stderr and victim.read_text() == 'theirs', done)
        link.unlink()
        victim.unlink()
        link.symlink_to(victim)
        os.lchown(link, 65534, 65534)
        done = run('convert', *form, '-o', str(link), *option, str(TEXT))
        check('... that leads to nothing yet', done.returncode == 77 and not victim.exists(), done)
        link.unlink()
    link.symlink_to(victim)
    done = run('convert', '-t', 'json', '-o', str(link), str(TEXT))
    check('a link of our own is followed', done.returncode == 0 and victim.exists() and link.is_symlink(), done)


def raced(here, label, target, others, command, theirs='theirs', **more):
    """COMMAND runs while another process puts links to a file of ours in the way of TARGET."""
    victim = here / 'raced'
    victim.write_text(theirs)
    racer = subprocess.Popen(['python3', '-c', '''
import os, sys
victim, paths = sys.argv[1], sys.argv[2:]
while True:
    for path in paths:
        try:
            os.symlink(victim, path + '~race')
            os.rename(path + '~race', path)
        except OSError:
            pass
''', str(victim), *map(str, [target, *others])])
    try:
        ends = [command().returncode for _ in range(15)]
    finally:
        racer.kill()
        racer.wait()
    for path in [target, *others]:
        pathlib.Path(str(path) + '~race').unlink(missing_ok=True)
    check('%s against links: ends %s' % (label, sorted(set(ends))), min(ends) >= 0 and
          victim.read_text() == theirs, (ends, victim.read_text()[:100]))


def races(here):
    out = here / 'odd-out'
    raced(here, 'report', out / 'report.html', [out / '.report.html.part', out / '.catalogue.csv.part',
                                                out / 'manifest-sha256.txt', out / '.manifest-sha256.txt.part'],
          lambda: run('report', str(out)))
    few = here / 'few'
    few.mkdir()
    (few / 'x.txt').write_bytes(MINUTES)
    target = here / 'few-out' / 'few'
    run('batch', '-t', 'json', '--out=few-out', 'few', cwd=here)
    raced(here, 'batch', target / 'x.txt.json', [target / '.x.txt.json.part'],
          lambda: run('batch', '-t', 'json', '--retry=all', '--out=few-out', 'few', cwd=here))
    for i in '12':
        run('batch', '-t', 'json', '--out=parts', '--shard=%s/2' % i, 'few', cwd=here)
    raced(here, 'merge', here / 'parts' / 'jiyao-ledger.sqlite', [here / 'parts' / 'jiyao-ledger.sqlite-lock'],
          lambda: run('merge', '--out=parts', cwd=here))


def two_at_once(here):
    """Two processes that write one file, and many that continue one: each is whole, and nothing is lost."""
    target = here / 'both.json'
    inputs = [outputs.FIXTURES / 'text' / name for name in ('qinghe.txt', 'suzhou-149.txt')]
    whole = {run('convert', '-t', 'json', str(path)).stdout for path in inputs}
    for _ in range(10):
        processes = [subprocess.Popen([outputs.JIYAO, 'convert', '-t', 'json', '-o', str(target), str(path)])
                     for path in inputs]
        seen = []
        while any(p.poll() is None for p in processes):
            seen += [target.read_bytes()] if target.exists() else []
        if {*seen, target.read_bytes()} - whole or any(p.returncode for p in processes):
            return check('two that write one file', False, [p.returncode for p in processes])
    check('two that write one file', True)
    texts = sorted((outputs.FIXTURES / 'text').glob('suzhou-???.txt'))
    processes = [subprocess.Popen([outputs.JIYAO, 'convert', '-t', 'csv', '-O', 'table=catalogue', '-a',
                                   '-o', str(here / 'all.csv'), str(path)], stderr=subprocess.DEVNULL)
                 for path in texts]
    ends = [p.wait(60) for p in processes]
    rows = list(csv.reader((here / 'all.csv').read_text().splitlines()))
    check('many that continue one', not any(ends) and len(rows) == 1 + len(texts), (ends, len(rows)))
    check('... and nothing temporary is left', not list(here.glob('.jiyao-*')))


with tempfile.TemporaryDirectory() as scratch:
    for attack in (no_files, restless, in_a_batch, replaced, deep, closed, odd_names, written_by_others, one_by_one, links,
                   races, two_at_once):
        attack(pathlib.Path(scratch).resolve())
outputs.finish()
