#!/usr/bin/env python3
"""What goes wrong around a batch: the disk, the folder, the inputs, the reader of a pipe, the clock."""
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import outputs

SOURCE = outputs.FIXTURES / 'text' / 'qinghe.txt'
HEAVY = outputs.FIXTURES / 'pdf' / 'suzhou-128.pdf'


def batch(*words, **more):
    return subprocess.run([outputs.JIYAO, 'batch', '-t', 'json', *words], capture_output=True, text=True,
                          timeout=120, **more)


def make_inputs(folder, count):
    folder.mkdir(parents=True)
    for i in range(count):
        shutil.copy(SOURCE, folder / f'{i:03}.txt')


def files(folder):
    return sorted(str(f.relative_to(folder)) for f in folder.rglob('*')
                  if f.is_file() and 'jiyao-ledger' not in f.name)


def all_whole(folder):
    """No output is cut short, and nothing temporary is left."""
    try:
        return all(not pathlib.Path(name).name.startswith('.') and json.loads((folder / name).read_text())
                   for name in files(folder))
    except ValueError:
        return False


def full_disk(scratch):
    disk = scratch / 'disk'
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk],
                                           capture_output=True).returncode:
        outputs.skip('a full disk', 'no small disk can be mounted')
        return
    try:
        result = batch(f'--out={disk}/out', 'many')
        outputs.check('a full disk stops the batch', result.returncode in (2, 73, 74), result)
        outputs.check('... and says so', 'stop' in result.stderr or 'ledger' in result.stderr, result.stderr)
        outputs.check('... with nothing half-written', all_whole(disk / 'out'), files(disk / 'out'))
        subprocess.run(['mount', '-o', 'remount,size=64m', disk], check=True)
        result = batch(f'--out={disk}/out', 'many')
        outputs.check('with more room it goes on', result.returncode == 0, result)
        outputs.check('... to the end', len(files(disk / 'out')) == 100, len(files(disk / 'out')))
    finally:
        subprocess.run(['umount', disk])


def closed_folder(scratch):
    """Where nothing may be written."""
    disk = scratch / 'closed'
    disk.mkdir()
    if os.geteuid() == 0:
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk], capture_output=True).returncode:
            outputs.skip('a folder that may not be written', 'none can be mounted')
            return
    else:
        disk.chmod(0o555)
    try:
        result = batch(f'--out={disk}/out', 'many')
        outputs.check('a folder that may not be written', result.returncode in (73, 74, 77), result)
        result = batch(f'--out={disk}', 'many')
        outputs.check('... also where it is there', result.returncode in (2, 73, 74, 77), result)
    finally:
        if os.geteuid() == 0:
            subprocess.run(['umount', disk])


def vanished_input(scratch):
    make_inputs(scratch / 'going', 60)
    process = subprocess.Popen([outputs.JIYAO, 'batch', '-t', 'json', '-j', '1', '--out=gone', 'going'],
                               stderr=subprocess.PIPE, text=True)
    while not (scratch / 'gone' / 'going' / '000.txt.json').exists() and process.poll() is None:
        time.sleep(.001)
    (scratch / 'going' / '059.txt').unlink()
    said = process.communicate()[1]
    outputs.check('an input that vanishes fails alone', process.returncode == 1
                  and 'going/059.txt: error: there is no such file [no-input]' in said, said[-500:])
    outputs.check('... and the others are converted', len(files(scratch / 'gone')) == 59)


def term(scratch):
    (scratch / 'heavy').mkdir()
    for i in range(40):
        shutil.copy(HEAVY, scratch / 'heavy' / f'{i}.pdf')
    process = subprocess.Popen([outputs.JIYAO, 'batch', '-t', 'json', '--out=stopped', 'heavy'],
                               stderr=subprocess.PIPE, text=True)
    while not files(scratch / 'stopped') and process.poll() is None:
        time.sleep(.01)
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=60)[1]
    outputs.check('SIGTERM ends it with 75', process.returncode == 75, said)
    outputs.check('... with nothing half-written', all_whole(scratch / 'stopped'))
    outputs.check('... and says what is left', 'still to be done' in said, said)
    with sqlite3.connect(scratch / 'stopped' / 'jiyao-ledger.sqlite') as ledger:
        state = ledger.execute('SELECT state FROM run ORDER BY id DESC').fetchone()[0]
        done = ledger.execute('SELECT count(*) FROM result').fetchone()[0]
    outputs.check('... as the ledger does', state == 'stopped' and done == len(files(scratch / 'stopped')),
                  (state, done))
    result = batch('--out=stopped', 'heavy')
    outputs.check('it goes on', result.returncode == 0 and len(files(scratch / 'stopped')) == 40, result)


def two_at_once(scratch):
    process = subprocess.Popen([outputs.JIYAO, 'batch', '-t', 'json', '-j', '1', '--out=shared', 'heavy'],
                               stderr=subprocess.DEVNULL)
    while not files(scratch / 'shared') and process.poll() is None:
        time.sleep(.01)
    result = batch('--out=shared', 'heavy')
    outputs.check('a second batch at a time is refused', result.returncode == 75 and '[busy]' in result.stderr, result)
    process.kill()
    process.wait()


def clock_set_back(scratch):
    make_inputs(scratch / 'timed', 3)
    batch('--out=times', 'timed')
    fake = shutil.which('faketime')
    if not fake or subprocess.run([fake, '2001-01-01', outputs.JIYAO, '--version'],
                                  capture_output=True).returncode:
        outputs.skip('a clock that was set back', 'there is no faketime, or none for this build')
        return
    result = subprocess.run([fake, '2001-01-01', outputs.JIYAO, 'batch', '-t', 'json', '--out=times', 'timed'],
                            capture_output=True, text=True)
    outputs.check('a clock that was set back', result.returncode == 0
                  and '3 of them as an earlier run left them' in result.stderr, result)
    os.utime(scratch / 'timed' / '001.txt', (0, 0))
    shutil.copy(outputs.FIXTURES / 'text' / 'suzhou-149.txt', scratch / 'timed' / '002.txt')
    os.utime(scratch / 'timed' / '002.txt', (0, 0))
    result = batch('--out=times', 'timed')
    outputs.check('a file of long ago that is another one', '2 of them as an earlier run' in result.stderr, result)


def closed_pipe(scratch):
    process = subprocess.Popen([outputs.JIYAO, 'batch', '--jsonl', 'many'], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    process.stderr.read()
    outputs.check('a pipe that is closed ends it', process.wait(60) == 74, process.returncode)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        scratch = pathlib.Path(scratch)
        make_inputs(scratch / 'many', 100)
        for trouble in (full_disk, closed_folder, vanished_input, term, two_at_once, clock_set_back,
                        closed_pipe):
            trouble(scratch)
        os.chdir('/')
    outputs.finish()


main()
