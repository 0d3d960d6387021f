"""The examples of a manual page or of a README: its blocks of literal text, and what stands around."""
import dataclasses
import re
import textwrap

# What begins a script where no line has a prompt.
SHELL = re.compile(r'(?:jiyao|\./|for |cc |make\b|[A-Z_]+=\S* |autoreconf|python3|xmllint|sqlite3|sudo |'
                   r'find |cd |git )')
# The words before a block that has been printed.
PRINTED = re.compile(r'print|begins? with|打印|输出|开头|显示')


@dataclasses.dataclass
class Block:
    page: str
    text: str
    before: str = ''        # the paragraph that leads to it
    next: 'Block' = None

    @property
    def prompted(self):
        return bool(re.search(r'^\$ ', self.text, re.M))

    @property
    def commands(self):
        """What a shell is given; nothing where it is no script."""
        if not self.prompted:
            return self.text if SHELL.match(self.text) else ''
        lines, goes_on = [], False
        for line in self.text.splitlines():
            if goes_on or line.startswith('$ '):
                lines.append(line if goes_on else line[2:])
                goes_on = line.endswith(('\\', '|'))
        return '\n'.join(lines)

    @property
    def printed(self):
        """The lines that are said to come of it, in the same block."""
        if not self.prompted:
            return []
        taken = self.commands.splitlines()
        return [line for line in self.text.splitlines()
                if line not in taken and line.removeprefix('$ ') not in taken]

    @property
    def file(self):
        """The name of the file whose content it is: the paragraph before ends with that."""
        name = re.search(r'([\w-]+\.(?:c|org|tsv|txt|json|xml))[`\s]*中?\s*[:：]?\s*$', self.before)
        return name[1] if name and not self.commands else None

    @property
    def status(self):
        """What the prose says that the commands end with."""
        after = self.next.before if self.next and not self.next.commands else ''
        said = re.search(r'(?:with status|状态码?[是为]?) ?(\d+)', self.before + '\n' + after)
        return int(said[1]) if said else 0

    def is_printed(self):
        return not self.before.strip() or bool(PRINTED.search(self.before))


def unescaped(line):
    """A line of mdoc as it is shown."""
    line = re.sub(r'\\(?:\((aq|dq|ha|ti)|&|(-|e))', lambda m: {
        'aq': "'", 'dq': '"', 'ha': '^', 'ti': '~', '-': '-', 'e': '\\', None: ''}[m[1] or m[2]], line)
    return line


def of_manual(path):
    """Each .Dl and each .Bd -literal, with the text around it, without its macros."""
    inside, prose, found = None, [], []
    for line in path.read_text().splitlines():
        if line.startswith('.Bd -literal'):
            inside = []
        elif line == '.Ed' and inside is not None:
            found.append((''.join(prose), '\n'.join(inside)))
            inside, prose = None, []
        elif inside is not None:
            inside.append(unescaped(line))
        elif line.startswith('.Dl '):
            found.append((''.join(prose), unescaped(line[4:])))
            prose = []
        elif re.match(r'\.(?:Pp|Sh|Ss|It)\b', line):
            prose.append('\n\n%s\n' % line if line[1:3] in ('Sh', 'Ss') else '\n\n')
        elif not line.startswith('.\\"'):
            prose.append(re.sub(r'^\.[A-Z][a-z] | Ns\b', '', line) + '\n')
    return joined(path.name, found)


def of_markdown(path):
    """Each block that is fenced or indented."""
    found, end = [], 0
    text = path.read_text()
    for block in re.finditer(r'^```\w*\n(.*?)^```$|(?:^    [^\n]*\n|^\n(?=    ))+', text, re.M | re.S):
        literal = block[1] if block[1] is not None else textwrap.dedent(block[0])
        found.append((text[end:block.start()], literal.strip('\n')))
        end = block.end()
    return joined(path.name, found)


def joined(page, found):
    """The blocks, each with the paragraph before it and the block after it."""
    result = []
    for prose, text in found:
        paragraphs = [each for each in re.split(r'\n\s*\n', prose) if each.strip()]
        result.append(Block(page, text, paragraphs[-1] if paragraphs else ''))
    for block, following in zip(result, result[1:]):
        block.next = following
    return result
