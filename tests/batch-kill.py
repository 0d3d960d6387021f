#!/usr/bin/env python3
"""kill -9 of a batch, of its children, or of both, at random moments: what is there after the last run
is what an undisturbed run gives.  JIYAO_KILLS is how many (40), JIYAO_KILL_SEED repeats a run."""
import hashlib
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import outputs

KILLS = int(os.environ.get('JIYAO_KILLS', 20))
SEED = int(os.environ.get('JIYAO_KILL_SEED', time.time_ns() % 1000000))


def make_inputs(folder, count=300):
    """Documents of all kinds, good and bad, under several names."""
    files = sorted(f for f in outputs.FIXTURES.glob('*/*') if f.is_file() and f.stat().st_size < 100000
                   and f.suffix in ('.txt', '.docx', '.ofd', '.html', '.pdf') and 'scan' not in f.name
                   and 'picture' not in f.name)
    for i in range(count):
        target = folder / f'{i % 7}' / f'{i:04}{files[i % len(files)].suffix}'
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(files[i % len(files)], target)


def command(folder, *more):
    return [outputs.JIYAO, 'batch', '-t', 'json', f'--out={folder}', '-j', '3', *more, 'in']


def tree(folder):
    lines = [f'{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(folder)}'
             for f in sorted(folder.rglob('*')) if f.is_file() and 'jiyao-ledger' not in f.name]
    return '\n'.join(lines)


def children(pid):
    try:
        return [int(p) for p in pathlib.Path(f'/proc/{pid}/task/{pid}/children').read_text().split()]
    except OSError:
        return []


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def disturb(process):
    """Kills what the dice say; whether anything was there to be killed."""
    whom = random.choice(('parent', 'child', 'both'))
    victims = children(process.pid) if whom != 'parent' else []
    if whom != 'child':
        kill(process.pid)
    for victim in random.sample(victims, min(len(victims), random.randint(1, 3))):
        kill(victim)
    return whom != 'child' or bool(victims)


def rows(folder):
    with sqlite3.connect(folder / 'jiyao-ledger.sqlite') as ledger:
        whole = ledger.execute('PRAGMA integrity_check').fetchone()[0]
        inputs = ledger.execute('SELECT count(*), count(DISTINCT path) FROM input').fetchone()
        results = ledger.execute('SELECT path, outcome, reason FROM result ORDER BY path').fetchall()
    return whole, inputs, results


def main():
    random.seed(SEED)
    print(f'# JIYAO_KILL_SEED={SEED}, {KILLS} kills')
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        scratch = pathlib.Path(scratch)
        make_inputs(scratch / 'in')
        started = time.monotonic()
        first = subprocess.run(command('quiet'), capture_output=True, text=True)
        whole_run = time.monotonic() - started
        outputs.check('an undisturbed run ends', first.returncode in (0, 1), first.stderr[-500:])
        kills = runs = 0
        while kills < KILLS:
            runs += 1
            process = subprocess.Popen(command('killed', '--retry=' + random.choice(('all', 'none'))),
                                       stderr=subprocess.DEVNULL)
            while process.poll() is None and kills < KILLS:
                time.sleep(random.uniform(0, min(whole_run / 3, 0.5)))
                if process.poll() is None:
                    kills += disturb(process)
            if process.poll() is None:
                process.kill()
            process.wait()
        last = subprocess.run(command('killed'), capture_output=True, text=True)
        outputs.check('the last run ends as the undisturbed one', last.returncode == first.returncode,
                      last.stderr[-500:])
        outputs.check(f'after {kills} kills in {runs} runs the outputs are the same',
                      tree(scratch / 'killed') == tree(scratch / 'quiet'))
        quiet, killed = rows(scratch / 'quiet'), rows(scratch / 'killed')
        outputs.check('the ledger is whole', killed[0] == 'ok', killed[0])
        outputs.check('it has every input once', killed[1] == (300, 300), str(killed[1]))
        outputs.check('... with the same result', killed[2] == quiet[2],
                      str([pair for pair in zip(killed[2], quiet[2]) if pair[0] != pair[1]][:5]))
        os.chdir('/')
    outputs.finish()


main()
