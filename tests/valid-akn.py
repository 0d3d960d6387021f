"""Akoma Ntoso: valid by the schema of OASIS, whole, in order, and nothing made up.

The schema is no part of this: JIYAO_AKN_SCHEMAS names the folder of akomantoso30.xsd.
"""
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

from outputs import check, convert, everything, finish, outputs, scratch, skip, written

AKN = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'
# What stands between the texts of the model, beside its dates: the standard's labels and brackets.
BETWEEN = r'\s|[：（）　]|出席|签发人|主持|记录|时间|地点|整理|印发|抄送|代表|\d+年\d+月\d+日'
# Some are no days, one has no year: none may stand where Akoma Ntoso wants a day.
NO_DAYS = '2021-02-30', '2100-02-29', '2021-13-01', '0000-01-01', '--09-13', '2021-9-13', '九月初三'


def people(persons):
    for person in persons:
        yield from (person['organization'], person['title'], person['name'], person.get('note'))


def opening(minutes):
    """What is told before the opening, where the opening does not say it."""
    meeting = minutes['meeting']
    said = meeting['preamble'] or ''
    if (meeting['name'] or '') not in said:
        yield meeting['name']
    if (meeting['term'] or '') not in said + '\0' + (meeting['name'] or ''):
        yield meeting['term']
    for key in 'period', 'place':
        if (meeting[key] or '') not in said:
            yield meeting[key]
    if any((text or '') not in said for text in people(meeting['chairs'])):
        yield from people(meeting['chairs'])
    for topic in minutes['agenda']:
        if any(subject not in said for subject in topic['subjects']):
            yield from (topic['action'], *topic['subjects'])


def clauses(of):
    for clause in of:
        yield from (clause['label'], clause['title'], clause['text'])
        yield from clauses(clause['clauses'])


def texts(minutes):
    """All that people read, in the order of the document."""
    document, meeting = minutes['document'], minutes['meeting']
    yield from (document[key] for key in ('copy', 'classification', 'urgency', 'title'))
    yield (document['number'] or {}).get('text')
    yield from people(document['signers'])
    yield from opening(minutes)
    yield from (meeting['preamble'], meeting['lead_in'])
    for item in minutes['items']:
        yield from (item['label'], item['title'], *clauses(item['clauses']))
    yield from (remark['text'] for remark in minutes['remarks'])
    for group in minutes['attendance']:
        yield from (group['label'], group['scope'], *people(group['people']))
    yield from people(meeting['recorders'])
    yield (document['compiled'] or {}).get('by')
    yield document['disclosure']
    for entry in document['distribution']:
        yield from (entry['label'], *entry['recipients'])
    yield (document['issued'] or {}).get('by')


def first_difference(read, minutes):
    """Where what is READ is not the minutes' texts, in order, with what may stand between them."""
    between = re.compile('(%s)*' % '|'.join([BETWEEN, *map(re.escape, filter(None, days(minutes)))]))
    at = 0
    for text in filter(None, texts(minutes)):
        found = read.find(text, at)
        if found < 0:
            return 'missing: ' + text
        if not between.fullmatch(read[at:found]):
            return 'made up: %s before %s' % (read[at:found], text)
        at = found + len(text)
    return None if between.fullmatch(read[at:]) else 'made up: ' + read[at:]


def days(minutes):
    imprints = [minutes['document'][key] or {} for key in ('compiled', 'issued')]
    return {minutes['meeting']['date'], *(imprint.get('date') for imprint in imprints)}


def unknown_day(root, minutes):
    """A date that the minutes do not tell, and that is not called unknown."""
    for element in root.iter():
        if element.tag.startswith(AKN) and 'date' in element.attrib:
            day = element.attrib['date']
            if (day in NO_DAYS or day not in days(minutes)) and (
                    day, element.attrib['name']) != ('0001-01-01', 'unknown'):
                return element.attrib
    return None


def check_document(label, out, minutes):
    root = ElementTree.fromstring(out)
    report = root.find(AKN + 'debateReport')
    ids = [element.attrib['eId'] for element in root.iter() if 'eId' in element.attrib]
    used = {word for element in root.iter() for key in ('refersTo', 'as', 'source', 'href')
            for word in element.attrib.get(key, '').split() if word.startswith('#')}
    fault = first_difference(''.join(''.join(part.itertext()) for part in report
                                     if part.tag != AKN + 'meta'), minutes)
    check(label + ' has all texts, in order, and no others', not fault, fault)
    check(label + ' refers to what it lists', len(ids) == len(set(ids)) and
          used <= {'#' + each for each in ids}, used - {'#' + each for each in ids})
    check(label + ' makes up no day', not unknown_day(root, minutes), unknown_day(root, minutes))
    check(label + ' has all its decisions', len(list(root.iter(
        '{urn:jiyao:minutes:1}decision'))) == len(minutes['decisions']))


def check_valid(paths):
    schema = os.path.join(os.environ.get('JIYAO_AKN_SCHEMAS', ''), 'akomantoso30.xsd')
    if not shutil.which('xmllint') or not os.path.exists(schema):
        return skip('the outputs are valid', 'no xmllint, or no schema in JIYAO_AKN_SCHEMAS')
    said = subprocess.run(['xmllint', '--nonet', '--noout', '--huge', '--schema', schema, *paths],
                          capture_output=True, text=True).stderr
    for path, label in paths.items():
        check(label + ' is valid', '%s validates\n' % path in said,
              '\n'.join(line for line in said.splitlines() if path in line))


def dated(value, day):
    """VALUE with DAY for every date."""
    if isinstance(value, dict):
        return {k: day if k == 'date' else dated(v, day) for k, v in value.items()}
    return [dated(v, day) for v in value] if isinstance(value, list) else value


def without_days():
    for day in NO_DAYS:
        document = written('dated ' + day, dated(everything(), day))
        result = convert(document.path, 'xml', 'profile=akn')
        check(document.label + ' warns', '[no-day]' in result.messages, result.messages)
        yield document, result.out


kept = {}
for document, akn in [*outputs('xml', 'profile=akn'), *without_days()]:
    path = scratch / ('%d.xml' % len(kept))
    path.write_bytes(akn)
    kept[str(path)] = document.label
    check_document(document.label, akn, json.loads(convert(document.path, 'json').out))
check_valid(kept)
finish()
