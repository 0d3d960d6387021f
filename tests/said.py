"""For tests of what people read: everything that minutes say, in words of their document."""
import re

# What is told in other words: by the labels of the page, by its order, or in numbers.
NOT_SHOWN = set('id clause schema kind role code severity date action prefix generator metadata '
                'documents engine language format encoding to term'.split())


def texts(value, key=None):
    """Everything that the minutes say in words of their document."""
    if isinstance(value, dict):
        for k, v in value.items():
            yield from texts(v, k) if k not in NOT_SHOWN else ()
    elif isinstance(value, list):
        for v in value:
            yield from texts(v, key)
    elif isinstance(value, str):
        yield value


def plain(text):
    """TEXT without what differs by rule: white space, and what is no character."""
    text = re.sub('[\ufdd0-\ufdef]|[%s]' % ''.join(
        chr(p << 16 | n) for p in range(17) for n in (0xfffe, 0xffff)), '\ufffd', text)
    text = re.sub('[\0-\x1f\x7f-\x9f]', lambda c: c[0] if c[0].isspace() else '\ufffd', text)
    return re.sub(r'[\s\ufffd]', '', text)


def missing(minutes, shown, besides=()):
    """The texts that SHOWN has not; BESIDES are keys of minutes that are not shown."""
    document, meeting = minutes.get('document') or {}, minutes.get('meeting') or {}
    shown = plain(shown)
    parts = [{k: v for k, v in document.items() if k not in ('issuer',)},
             {k: v for k, v in meeting.items() if k != 'period'}] + [
        minutes.get(k) for k in ('items', 'remarks', 'attendance', 'decisions', 'furniture',
                                 'residue', 'checks', 'agenda') if k not in besides]
    said = sorted(set(texts(parts)))
    return [t for t in said[::1 + len(said) // 1000] if plain(t) not in shown]
