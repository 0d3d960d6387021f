"""The public headers taken apart: structs with their fields, enums, functions."""
import re

# Structs that plugins have in arrays, or walk in arrays of the library: their size is fixed, too.
IN_ARRAYS = {'jy_option', 'jy_field'}


def text_of(folder):
    """The declarations of all headers there, without comments, directives and attributes."""
    text = ''.join((folder / 'jiyao' / name).read_text() + '\n'
                   for name in ('model.h', 'plugin.h', 'jiyao.h'))
    text = re.sub(r'/\*.*?\*/', ' ', text, flags=re.S)
    text = re.sub(r'^#ifdef __cplusplus\n.*?^#endif$', '', text, flags=re.M | re.S)
    text = re.sub(r'^#(?:.*\\\n)*.*$', '', text, flags=re.M)
    return re.sub(r'\s+', ' ', re.sub(r'__attribute__\(\(.*?\)\)\)', '', text))


def declared(declaration):
    """The (name, type) of each field of a declaration: 'struct jy_text name, version'."""
    pointer = re.fullmatch(r'(.*)\(\*(\w+)\)(.*)', declaration)
    if pointer:
        yield pointer[2], '%s(*)%s' % (pointer[1], pointer[3])
        return
    base, first = re.fullmatch(r'(.*?)(\**\w+(?:, .*)?)', declaration).groups()
    for name in first.split(', '):
        yield name.lstrip('*'), base.rstrip() + ' ' * ('*' in name) + '*' * name.count('*')


def structs(text):
    """The name of each struct that has a body, with the (name, type) of its fields."""
    for name, body in re.findall(r'struct (jy_\w+) \{ (.*?) \}', text):
        declarations = [each.strip() for each in body.split(';') if each.strip()]
        yield name, [field for each in declarations for field in declared(each)]


def constants(text):
    """The names of all enums' values."""
    for body in re.findall(r'enum jy_\w+ \{ (.*?) \}', text):
        yield from re.findall(r'\bJY_\w+', body)


def functions(text):
    """Each function's name with its declaration."""
    outside = re.sub(r'\{[^{}]*\}', '{}', text)
    for declaration in re.findall(r'[^;{}]*\bjy_\w+\([^;{}]*\);', outside):
        yield re.search(r'\b(jy_\w+)\(', declaration)[1], declaration.strip()


def whole(text):
    """The structs whose size is part of the contract: others have them by value, or in arrays."""
    return IN_ARRAYS | set(re.findall(r'struct (jy_\w+) (?![*{])\w*[,;) ]', text))


PREFACE = '''/* Where plugins look for what these headers declare: made by 'make abi-headers', never by hand. */
#define KEPT(s, field, type, offset, size) \\
	_Static_assert(offsetof(struct s, field) == (offset) && sizeof(type) == (size) && \\
	    __builtin_types_compatible_p(__typeof__(((struct s *)0)->field), type), \\
	    "struct " #s ": " #field " is not where plugins look for it, or not what it was")
#define LONG(s, size) \\
	_Static_assert(sizeof(struct s) >= (size), "struct " #s " lost what stood at its end")
#define WHOLE(s, size) \\
	_Static_assert(sizeof(struct s) == (size), "struct " #s " stands in arrays or other structs")
#define VALUE(name, value) _Static_assert((name) == (value), #name " has another value")
'''


def recorder(text):
    """A program that prints the offsets and sizes of all that, as assertions on later headers."""
    lines = ['#include <stdio.h>', '#include <jiyao/jiyao.h>', 'int main(void)', '{',
             'puts("VALUE(JY_ABI, 1);");']
    fixed = whole(text)
    for name, fields in structs(text):
        lines.append('printf("%s(%s, %%zu);\\n", sizeof(struct %s));' % (
            'WHOLE' if name in fixed else 'LONG', name, name))
        for field, kind in fields:
            lines.append('printf("KEPT(%s, %s, %s, %%zu, %%zu);\\n", offsetof(struct %s, %s), '
                         'sizeof(((struct %s *)0)->%s));' % (name, field, kind, name, field, name,
                                                             field))
    for name in constants(text):
        lines.append('printf("VALUE(%s, %%d);\\n", (int)%s);' % (name, name))
    return '\n'.join([*lines, 'return 0;', '}', ''])
