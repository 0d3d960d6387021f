"""Does jiyao-messages(7) list every code that the program and its plugins can give, and no other?"""
import codes
from outputs import check, finish

listed = codes.listed()
said = {}
for code, kind, path in codes.said():
    said.setdefault(code, set()).add(kind)
    check('%s (%s) of %s is listed' % (code, kind or 'as it comes', path),
          code in listed and (not kind or kind in listed[code]), listed.get(code))
for code, kinds in codes.of_page().items():
    check('%s is said, and as the page says' % code, code in said and
          ('' in said[code] or kinds <= said[code]), said.get(code))
finish()
