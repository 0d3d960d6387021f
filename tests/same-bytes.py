"""Every writer gives the same bytes for the same minutes, whoever runs it, where and when."""
import os
import shutil
import subprocess

from outputs import check, convert, documents, finish, formats, scratch

WORLDS = {
    'again': {}, 'in the locale C': {'LC_ALL': 'C'}, 'in Chinese': {'LC_ALL': 'zh_CN.UTF-8'},
    'in Chinese, GB18030': {'LC_ALL': 'zh_CN.GB18030'}, 'in Turkish': {'LC_ALL': 'tr_TR.UTF-8'},
    'in German': {'LC_ALL': 'de_DE.UTF-8', 'LC_NUMERIC': 'de_DE.UTF-8'},
    'in Shanghai': {'TZ': 'Asia/Shanghai'}, 'in Honolulu': {'TZ': 'Pacific/Honolulu'},
    'by nobody': {'HOME': '/nonexistent', 'USER': 'nobody', 'TMPDIR': '/nonexistent'},
    'in another folder': None,
}


def locales():
    """Those that are installed, as setlocale takes them."""
    try:
        known = subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout.split()
    except FileNotFoundError:
        known = []
    return {name.lower().replace('-', '') for name in known} | {'c'}


def next_year():
    """The environment in which faketime has programs live."""
    told = subprocess.run(['faketime', '-f', '+400d', 'env', '-0'], capture_output=True).stdout
    changes = dict(each.split('=', 1) for each in os.fsdecode(told).split('\0') if '=' in each)
    # The memory that it shares goes with it; a program that looks for that may fail over it.
    changes.pop('FAKETIME_SHARED', None)
    # A program under ASan wants to be the first that is loaded.
    return {**changes, 'ASAN_OPTIONS': 'verify_asan_link_order=0'}


def worlds():
    known = locales()
    later = {'next year': next_year()} if shutil.which('faketime') else {}
    for label, changes in {**WORLDS, **later}.items():
        locale = (changes or {}).get('LC_ALL', 'C').lower().replace('-', '')
        if locale in known:
            here = {'cwd': scratch} if changes is None else {'env': {**os.environ, **changes}}
            yield label, here


def some():
    """One document of each kind is enough, since each is written ten times."""
    for document in documents():
        if 'suzhou-149' in document.label or document.label.endswith((': everything', ': sum')):
            yield document


for writer in formats('writes'):
    for document in some():
        first = convert(document.path, writer).out
        for label, world in worlds():
            check('%s as %s %s' % (document.label, writer, label),
                  first and convert(document.path, writer, **world).out == first)
finish()
