"""The codes of messages: what jiyao-messages(7) and jiyao-model(7) list, and what the sources say."""
import re

from outputs import TOP

# Where the status and the code stand among the arguments; None: it is a warning, or ends nothing.
CALLS = {
    'jy_fail': (1, 2), 'jy_warn': (None, 2), 'complain': (0, 2), 'complain_of': (0, 2),
    'vcomplain': (0, 2), 'mention': (None, 1), 'conclude': (1, 2), 'fail_with': (2, 1),
    'blame': (65, 2), 'blame_path': (65, 2), 'pdf_warn_of_pages': (None, 2), 'list_file': (66, 3),
    'xml_wrong': (65, 2), 'xml_stop': (65, 1), 'tree_fail': (65, 1), 'tree_wrong': (65, 2),
}
STATUS = {
    'USAGE': 64, 'BAD_INPUT': 65, 'DATAERR': 65, 'NOINPUT': 66, 'UNAVAILABLE': 69, 'INTERNAL': 70,
    'SOFTWARE': 70, 'OSERR': 71, 'CANTCREAT': 73, 'IOERR': 74, 'TEMPORARY': 75, 'TEMPFAIL': 75,
    'NOPERM': 77, 'STOPPED': 2,
}
LOSS = re.compile(r'\{"([a-z-]+)", JY_WORD\(')      # a row of a table of warnings
KIND = re.compile(r'\{"\w+", "([a-z-]+)",\s*JY_WORD\(')  # one of files that are not read
CODE = re.compile(r'"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"')


def arguments(text, at):
    """The arguments of the call whose parenthesis is before AT."""
    depth, start, found, quoted = 0, at, [], False
    while at < len(text):
        c = text[at]
        if c == '\\' and quoted:
            at += 1
        elif c == '"':
            quoted = not quoted
        elif not quoted and c in ',)' and depth == 0:
            found.append(text[start:at].strip())
            start = at + 1
            if c == ')':
                return found
        elif not quoted:
            depth += (c in '([{') - (c in ')]}')
        at += 1
    return found


def said():
    """(code, 'warning' or the status, file) of every message in the sources, jiyao-conform's aside."""
    for folder in 'core', 'cli', 'plugins':
        for path in sorted((TOP / folder).rglob('*.c')):
            if path.match('cli/conform/*') or path.match('core/recognise/*'):
                continue
            text = re.sub(r'/\*.*?\*/', '', path.read_text(), flags=re.S)
            for loss in LOSS.findall(text) if 'struct { const char *code' in text else ():
                yield loss, 'warning', str(path.relative_to(TOP))
            for kind in KIND.findall(text):
                yield kind, '65', str(path.relative_to(TOP))
            for reason in re.findall(r'\.code = "([a-z-]+)"', text):
                yield reason, '', str(path.relative_to(TOP))
            for call in re.finditer(r'\b(%s)\(' % '|'.join(CALLS), text):
                status, code = CALLS[call[1]]
                found = arguments(text, call.end())
                if len(found) <= code:
                    continue
                for each in CODE.findall(found[code].split('?', 1)[-1]):
                    kinds = {'warning'} if status is None else {str(status)} if status >= len(found) else {
                        str(STATUS[word]) for word in re.findall(r'(?:JY|EX|BATCH)_(\w+)', found[status])}
                    for kind in kinds or {''}:
                        yield each, kind, str(path.relative_to(TOP))


def of_page():
    """What jiyao-messages(7) lists: {code: {'warning', '65', …}}."""
    page = (TOP / 'cli/jiyao-messages.7').read_text()
    return {code: set(kinds.replace(',', ' ').split())
            for code, kinds in re.findall(r'^\.It Cm (\S+) Pq (.*)$', page, re.M)}


def listed():
    """The same, with the checks of jiyao-model(7), which are warnings."""
    codes = of_page()
    checks = (TOP / 'core/jiyao-model.7').read_text().split('.Sh CHECKS')[1].split('.Sh ')[0]
    for words in re.findall(r'^\.It Bq (.*)$', checks, re.M):
        for code in re.findall('[a-z][a-z-]+', words):
            codes[code] = codes.get(code, set()) | {'warning'}
    return codes
