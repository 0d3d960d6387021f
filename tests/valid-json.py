"""Is every JSON that jiyao writes what it says it is?"""
import json

from outputs import check, finish, outputs

for document, out in outputs('json'):
    check(document.label + ' is JSON', isinstance(json.loads(out), dict))
finish()
