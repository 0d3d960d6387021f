"""JSON: every output is valid by the schema that jiyao prints, and the schema keeps its promises.

What was promised stands in minutes.outline, version by version: a line that is there stays true.
"""
import copy
import json

from outputs import FIXTURES, TOP, check, convert, everything, finish, jiyao, outputs, skip

try:
    from jsonschema import Draft202012Validator as Validator
    from jsonschema.exceptions import best_match
except ImportError:
    Validator = None

FOLDER = TOP / 'plugins' / 'json'


def nodes(schema):
    """Each schema in SCHEMA."""
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(part, (dict, list)):
            yield from nodes(part)


def closed(schema):
    """The same for our own output, which has no key that the schema does not name.

    (For others it is open, so that a program of today takes what version 1.1 adds.)"""
    schema = copy.deepcopy(schema)
    for node in nodes(schema):
        if 'properties' in node:
            node['additionalProperties'] = False
    return schema


def loosened(schema):
    """The same for minutes that others wrote: they can lack, and say, what ours never do."""
    schema = copy.deepcopy(schema)
    schema['$defs']['ordinal']['type'] = ['integer', 'null']
    for node in nodes(schema['$defs']):
        if 'pattern' in node:
            del node['pattern']
            node.update(type=['string', 'null'], minLength=0)
        if isinstance(node.get('enum'), list):
            node['enum'] = node['enum'] + [None]
    return schema


def without_words(schema):
    if isinstance(schema, dict):
        return {k: without_words(v) for k, v in schema.items() if k != 'description'}
    return schema


def outline(schema):
    """What the schema promises, a line a key, in order."""
    for name, node in schema['$defs'].items():
        node = without_words(node)
        keys = node.pop('properties', {})
        required = node.pop('required', [])
        yield '%s %s' % (name, json.dumps(node))
        for key, value in keys.items():
            yield '%s.%s%s %s' % (name, key, '' if key in required else '?', json.dumps(value))


def check_promises(schema):
    stored = (FOLDER / 'minutes.outline').read_text().splitlines()
    versions = [line[2:] for line in stored if line.startswith('= ')]
    promised = [line for line in stored if line and line[0] not in '=#']
    now = list(outline(schema))
    check('the schema has the last version promised', versions[-1:] == [schema['version']],
          versions)
    check('nothing that was promised has changed', set(promised) <= set(now),
          '\n'.join(sorted(set(promised) - set(now))))
    check('what is new has a new version, and its lines in minutes.outline',
          set(now) <= set(promised), '\n'.join(line for line in now if line not in promised))


def first_fault(validator, value):
    """Where and why VALUE is not valid; or None."""
    error = best_match(validator.iter_errors(value))
    return error and '%s: %s' % (error.json_path, error.message)


def in_order(value, schema, whole):
    """Do the keys of all objects in VALUE stand in the order of the schema?"""
    schema = {**whole['$defs'].get(schema.get('$ref', '').rsplit('/')[-1], {}), **schema}
    if isinstance(value, list):
        return all(in_order(each, schema.get('items', {}), whole) for each in value)
    if not isinstance(value, dict):
        return True
    schema = {**schema, **next((whole['$defs'][each['$ref'].rsplit('/')[-1]]
                                for each in schema.get('oneOf', []) if '$ref' in each), {})}
    keys = [key for key in schema['properties'] if key in value]
    return keys == list(value) and all(
        in_order(value[key], schema['properties'][key], whole) for key in keys)


def validators(schema):
    """Of minutes alone, which names faults better: ours, and those of others."""
    minutes = {**schema, 'oneOf': [{'$ref': '#/$defs/minutes'}]}
    return Validator(closed(minutes)), Validator(closed(loosened(minutes)))


def check_outputs(schema):
    strict, loose = validators(schema)
    for document, out in outputs('json'):
        written = json.loads(out)
        fault = first_fault(strict if document.whole else loose, written)
        check(document.label + ' is valid', not fault, fault)
        check(document.label + ' is not by mistake', document.whole or not strict.is_valid(written))
        check(document.label + ' has its keys in order',
              in_order(written, schema['$defs']['minutes'], schema))
        check(document.label + ' ends with a newline, and has no mark of byte order',
              out.endswith(b'}\n') and out.startswith(b'{'))
    for document, out in outputs('json', 'indent=0', 'provenance=yes'):
        fault = first_fault(strict if document.whole else loose, json.loads(out))
        check(document.label + ' with places is valid', not fault, fault)
        check(document.label + ' without indentation is one line', out.count(b'\n') == 1)


def check_readers(schema):
    """What comes of other formats than JSON, with places on pages."""
    strict, _ = validators(schema)
    for path in sorted(FIXTURES.glob('*/suzhou-149.*')):
        if path.suffix != '.json':
            result = convert(path, 'json', 'provenance=yes')
            fault = result.messages if result.status else \
                first_fault(strict, json.loads(result.out))
            check('%s with places is valid' % path.relative_to(FIXTURES), not fault, fault)


def check_failures(schema):
    failure = {'schema': 'urn:jiyao:minutes:1', 'source': {'name': '密.pdf'},
               'error': {'code': 'encrypted', 'message': 'a password is needed', 'status': 65}}
    validator = Validator(closed(schema))
    check('minutes are valid by the whole schema', validator.is_valid(everything()))
    check('a failure is valid', validator.is_valid(failure))
    check('one without a status is not', not validator.is_valid({
        **failure, 'error': {'code': 'encrypted', 'message': 'a password is needed'}}))
    check('minutes with an error are not', not validator.is_valid({**everything(), **failure}))


def check_lines(schema):
    """JSON lines: one for every input, failures included, each valid by the whole schema."""
    validator = Validator(closed(schema))
    inputs = [path for path in (FIXTURES / 'docx').iterdir() if path.is_file()]
    lines = jiyao('batch', '--jsonl', '--progress=none', *inputs).out.splitlines()
    check('a line for every input', len(lines) == len(inputs), (len(lines), len(inputs)))
    for line in lines:
        value = json.loads(line)
        check('the line of %s is valid' % value['source']['name'].rsplit('/')[-1],
              validator.is_valid(value), line[:300])


def main():
    printed = jiyao('schema', 'json')
    check('jiyao schema json prints the schema',
          printed.out == (FOLDER / 'minutes.schema.json').read_bytes(), printed.messages)
    schema = json.loads(printed.out)
    check_promises(schema)
    check('the fixtures have every key', not [key for key in schema['$defs']['minutes']['required']
                                              if key not in everything()])
    if Validator:
        Validator.check_schema(schema)
        check_outputs(schema)
        check_readers(schema)
        check_failures(schema)
        check_lines(schema)
    else:
        skip('the outputs are valid', 'there is no Python with jsonschema')
    finish()


main()
