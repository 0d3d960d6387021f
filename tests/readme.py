"""The commands of the README run, and print what it says that they print."""
import re
import shutil
import subprocess

from outputs import FIXTURES, JIYAO, TOP, check, finish, scratch, skip

# What builds, installs or waits for a key is no test.
ELSEWHERE = re.compile(r'setup|sudo|\bless\b')


def blocks():
    """Each block of commands, and the lines that are said to come of it, in a block after it."""
    found = []
    for block in re.findall(r'(?:^    .*\n|^\n(?=    ))+', (TOP / 'README.md').read_text(), re.M):
        text = re.sub(r'^    ', '', block, flags=re.M).strip()
        if re.match(r'\./|for |sudo ', text):
            found.append((text, []))
        elif found:
            found[-1][1].extend(text.splitlines())
    return found


def run(script):
    return subprocess.run(['sh', '-c', script], cwd=scratch, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)


(scratch / 'jiyao').symlink_to(JIYAO)
(scratch / 'fixtures').symlink_to(FIXTURES)
for script, expected in blocks():
    label = script.splitlines()[0]
    if ELSEWHERE.search(script):
        continue
    if 'jq ' in script and not shutil.which('jq'):
        skip(label, 'there is no jq')
        continue
    done = run(script)
    # The README has verify find what it has changed before.
    check(label, done.returncode == (65 if 'verify' in script else 0), done.stdout)
    for line in expected:
        check('... prints ' + line, line in done.stdout.splitlines(), done.stdout)
finish()
