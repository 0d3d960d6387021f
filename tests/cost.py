"""What a run of the program costs: processor time and memory, which no busy machine changes.

    from cost import run
    run('convert', path, '-t', 'json').mebibytes
"""
import collections
import multiprocessing
import os
import re
import resource

import outputs

# Its end (negative: the signal), the code of its last message, what it said (text); seconds of the
# processor; MiB at most.
Cost = collections.namedtuple('Cost', 'status code messages seconds mebibytes')
# More than anything may take; so what runs away ends by a signal, which is no typed outcome.
SECONDS, MEBIBYTES = 60, 4096


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if not outputs.is_under_asan():
        resource.setrlimit(resource.RLIMIT_AS, (MEBIBYTES << 20,) * 2)


def measure(words):
    said = outputs.scratch / 'said'
    pid = os.posix_spawn(words[0], words, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)])
    _, status, usage = os.wait4(pid, 0)
    messages = said.read_text(errors='replace')
    code = re.search(r'\[([^][]*)\]\n?\Z', messages)
    return Cost(os.waitstatus_to_exitcode(status), code and code[1], messages,
                usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


# A process begins with the memory of that which starts it; this one stays small.
starter = multiprocessing.get_context('fork').Pool(1, limit)


def run(*words):
    return starter.apply(measure, ([outputs.JIYAO, *map(str, words)],))
