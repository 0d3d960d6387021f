"""Every format that is read and written gives back the hostile documents (golden.sh has others)."""
from outputs import check, convert, documents, finish, formats, scratch

# The forms of a format differ in what carries the minutes.
FORMS = {'ofd': (['package=zip'], ['package=flat'])}
# A page is read by its words, and valid-html.py asks what comes back.
BY_WORDS = {'html'}


def check_return(document, form, options):
    """Written as FORM and read again, it is what the reader made of it, byte for byte."""
    label = '%s: JSON, %s, JSON' % (document.label, ' '.join([form, *options]))
    there = scratch / 'there'
    there.write_bytes(convert(document.path, form, *options).out)
    back = convert(there, 'json', 'provenance=yes')
    check(label, back.status == 0 and not back.messages and
          back.out == convert(document.path, 'json', 'provenance=yes').out, back.messages)


for form in sorted(set(formats('reads', 'writes')) - BY_WORDS):
    for document in documents():
        for options in FORMS.get(form, [['provenance=yes']]):
            if document.label.startswith('hostile') and not document.refused:
                check_return(document, form, options)
finish()
