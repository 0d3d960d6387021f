"""Are the tables what Python's csv and LibreOffice take them for, every cell in its place?"""
import csv
import html.parser
import io
import shutil
import subprocess

from outputs import check, finish, outputs, scratch, skip, some

TABLES = 'clauses', 'people', 'decisions', 'catalogue', 'followup'
FORMULA = tuple('=+-@\t\r\n＝＋－＠')
BLANKS = ' \xa0\u3000\u200b\ufeff'


def rows(out, delimiter=','):
    return list(csv.reader(io.StringIO(out.decode(), newline=''), delimiter=delimiter, strict=True))


def judge(label, out, table):
    """RFC 4180: as many cells in each row, CR LF; and no cell that would be run."""
    found = rows(out)
    check(label + ' is a table', found and {len(row) for row in found} == {len(found[0])})
    check(label + ' has lines ended by CR LF', out.endswith(b'\r\n') and
          out.count(b'\n') == out.count(b'\r\n') == len(found))
    cells = [cell for row in found for cell in row if cell.lstrip(BLANKS).startswith(FORMULA)]
    check(label + ' has no formula', not cells, cells[:3])


class Cells(html.parser.HTMLParser):
    """The cells of the table that LibreOffice makes a page of."""
    def __init__(self):
        super().__init__()
        self.rows, self.inside = [], False

    def handle_starttag(self, tag, attributes):
        if tag == 'tr':
            self.rows.append([])
        elif tag == 'td':
            self.inside = True
            self.rows[-1].append('')
        elif tag == 'br' and self.inside:
            self.rows[-1][-1] += '\n'

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != 'td'

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1] += data


def in_office(files):
    """What LibreOffice shows of the files, all columns as text; by their stems."""
    done = subprocess.run(
        ['soffice', '-env:UserInstallation=%s' % (scratch / 'profile').as_uri(), '--headless',
         '--infilter=CSV:44,34,76,1,%s' % '/'.join('%d/2' % i for i in range(1, 25)),
         '--convert-to', 'html:HTML (StarCalc)', '--outdir', scratch / 'office', *files],
        capture_output=True, timeout=600)
    for file in files:
        page = scratch / 'office' / (file.stem + '.html')
        cells = Cells()
        cells.feed(page.read_text() if page.exists() else '')
        yield file, cells.rows, done.stderr.decode(errors='replace')


def formulas(files):
    """What LibreOffice would compute when it guesses all delimiters, as its dialog does at first."""
    subprocess.run(
        ['soffice', '-env:UserInstallation=%s' % (scratch / 'profile').as_uri(), '--headless',
         '--infilter=CSV:44/59/9/124,34,76,1,,0,false,true,false,false,false,-1,true',
         '--convert-to', 'fods', '--outdir', scratch / 'office', *files], capture_output=True, timeout=600)
    for file in files:
        sheet = scratch / 'office' / (file.stem + '.fods')
        found = sheet.read_text().count('table:formula=') if sheet.exists() else 'no sheet'
        check(file.stem + ' has nothing that LibreOffice computes', found == 0, found)


def shown(text):
    """A cell as a page shows it: what is white space there is one space."""
    return ' '.join(text.split())


def compare(file, found, why):
    wanted = [[shown(cell) for cell in row] for row in rows(file.read_bytes())]
    width = max(map(len, wanted))
    got = [[shown(cell) for cell in row + [''] * (width - len(row))][:width] for row in found]
    wrong = [(a, b) for w, g in zip(wanted, got) for a, b in zip(w, g) if a != b]
    check(file.stem + ' in LibreOffice', len(wanted) == len(got) and not wrong,
          wrong[:3] or (len(wanted), len(got), why))


files = []
for table in some(TABLES, 2):
    for n, (document, out) in enumerate(outputs('csv', 'table=' + table)):
        judge('%s of %s' % (table, document.label), out, table)
        if len(out) < 1 << 20 and (n % 10 == 0 or document.label.startswith('hostile')):
            files.append(scratch / ('%s-%d.csv' % (table, n)))
            files[-1].write_bytes(out)
if shutil.which('soffice'):
    for file, found, why in in_office(files):
        compare(file, found, why)
    formulas(files)
else:
    skip('in LibreOffice', 'there is no soffice')
finish()
