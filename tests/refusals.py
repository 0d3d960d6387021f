"""What is said of each kind of module that cannot be loaded; and nothing of it ends or holds jiyao."""
import os
import re
import shutil
import struct
import subprocess

from compile import can_compile, module
from outputs import FIXTURES, JIYAO, check, convert, finish, jiyao, scratch, skip

WRITER = '''
#include <jiyao/plugin.h>
static int
x_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	(void)task, (void)minutes;
	jy_puts(out, "x\\n");
	return 0;
}
'''
GOOD = WRITER + 'JY_PLUGIN(.name = "x", .title = "A writer", .write = x_write);\n'
# A symbol that JY_PLUGIN has not made: %s are its fields.
BY_HAND = WRITER + '''
extern const struct jy_plugin jy_plugin_1;
__attribute__((visibility("default"))) const struct jy_plugin jy_plugin_1 = { %s };
'''
SYMBOL = '__attribute__((visibility("default"))) extern const %s;\nconst %s = %s;\n'
# The struct that interface 1 began with, and one that has a field more than the present one.
SIZED = WRITER + '''
struct sized {
	%s
};
extern const struct sized jy_plugin_1;
__attribute__((visibility("default"))) const struct sized jy_plugin_1 = {
	.size = sizeof(struct sized), .name = "x", .title = "A writer", .write = x_write };
'''
FIRST = '''size_t size;
	const char *name, *title, *suffixes, *media_type;
	const struct jy_option *options;
	int (*probe)(struct jy_bytes in);
	int (*read)(struct jy_task *, struct jy_bytes in, struct jy_builder *);
	int (*write)(struct jy_task *, const struct jy_minutes *, struct jy_out *);'''
LATER = FIRST + '''
	const char *lossy, *schema;
	bool appends;
	void *unknown[64];'''
OPTION = WRITER + '''
static const struct jy_option x_options[] = { { %s }, {0} };
JY_PLUGIN(.name = "x", .title = "A writer", .options = x_options, .write = x_write);
'''
MISSING = '''
#include <jiyao/plugin.h>
int %s(void);
static int
x_write(struct jy_task *task, const struct jy_minutes *minutes, struct jy_out *out)
{
	(void)task, (void)minutes, (void)out;
	return %s();
}
JY_PLUGIN(.name = "x", .title = "A writer", .write = x_write);
'''

# jiyao and the loader speak English here.
os.environ['LC_ALL'] = 'C.UTF-8'
# Each: what it is, its C, the words of the refusal.
WRITTEN = [
    ('too new', SYMBOL % ('int jy_plugin_2', 'int jy_plugin_2', '1'),
     "it was built for plugin interface 2, this jiyao has 1: install a newer jiyao or rebuild the "
     "plugin with this one's headers"),
    ('too old', SYMBOL % ('int jy_plugin_0', 'int jy_plugin_0', '1'),
     "it was built for plugin interface 0, this jiyao has 1: rebuild the plugin with this one's "
     "headers"),
    ('a struct too short', BY_HAND % '.size = 32, .name = "x", .title = "x", .write = x_write',
     "its struct jy_plugin has 32 bytes, not at least *: rebuild the plugin with this jiyao's "
     "headers"),
    ('a struct of no size', BY_HAND % '.name = "x", .title = "x", .write = x_write',
     'its struct jy_plugin has 0 bytes, not at least *: rebuild'),
    ('a struct that says it is huge',
     BY_HAND % '.size = (size_t)-1, .name = "x", .title = "x", .write = x_write',
     'its struct jy_plugin has * bytes, and says that it has *: JY_PLUGIN sets the size'),
    ('another thing by that name', SYMBOL % ('int jy_plugin_1', 'int jy_plugin_1', '1'),
     'its jy_plugin_1 is no struct jy_plugin: JY_PLUGIN makes one'),
    ('no plugin', 'extern int x; int x;\n',
     'it exports no jy_plugin_1: not a plugin of jiyao, or JY_PLUGIN is missing'),
    ('misnamed', GOOD.replace('"x"', '"y"'), 'it calls itself y, so its file must be y.so'),
    ('without a name', GOOD.replace('.name = "x", ', ''), 'it has no name or no title'),
    ('with a title for terminals', GOOD.replace('"A writer"', '"\\033]0;x\\007"'),
     'its name, title or options hold controls, or are no UTF-8'),
    ('with a title that turns', GOOD.replace('"A writer"', '"\\342\\200\\256x"'), 'hold controls'),
    ('with a title of two lines', GOOD.replace('"A writer"', '"A\\342\\200\\250writer"'), 'hold controls'),
    ('with a title that is no text', GOOD.replace('"A writer"', '"\\377"'), 'or are no UTF-8'),
    ('without a title', GOOD.replace('.title = "A writer", ', ''), 'it has no name or no title'),
    ('with an empty name', GOOD.replace('"x"', '""'), 'it calls itself , so its file must be .so'),
    ('idle', GOOD.replace(', .write = x_write', '').replace('static int\nx_write', 'int x_write('
     'struct jy_task *, const struct jy_minutes *, struct jy_out *);\nint\nx_write'),
     'it neither reads nor writes'),
    ('an option without a default', OPTION % '"a", JY_STRING, NULL, "a", "a"',
     'option a lacks its default, what it accepts or its help'),
    ('an option with a wrong default', OPTION % '"a", JY_CHOICE, "c", "a|b", "a"',
     "the default is not accepted: option a takes a|b, not 'c'"),
    ('an option of a later type', OPTION % '"a", (enum jy_type)9, "c", "a|b", "a"',
     'option a is of a type that this jiyao does not know: install a newer one'),
    ('half-built', MISSING % ('x_missing', 'x_missing'), 'undefined symbol: x_missing'),
    ('made for a later jiyao', MISSING % ('jy_later', 'jy_later'),
     "undefined symbol: jy_later: it was made for a later jiyao: install that, or rebuild the plugin "
     "with this one's headers"),
]


def is_said(words, line):
    """An asterisk stands for a number."""
    return re.search('[0-9]+'.join(map(re.escape, words.split('*'))), line)


def refusal(label, words, folder, **others):
    """The list of the plugins ends well, and says these words of the folder's one module."""
    try:
        done = jiyao('plugins', env={**os.environ, 'JIYAO_PLUGIN_PATH': str(folder)}, timeout=60,
                     **others)
    except subprocess.TimeoutExpired:
        return check(label, False, 'it hangs')
    lines = done.out.decode(errors='replace').splitlines()
    return check('%s: %s' % (label, words), done.status == 0 and len(lines) == 1 and
                 ': not loaded: ' in lines[0] and is_said(words, lines[0]), done)


def folder_of(label):
    folder = scratch / label.replace(' ', '-')
    folder.mkdir()
    return folder


def built(folder, text, *flags):
    """The module x.so of that C; the compiler must be content."""
    source = folder / 'x.c'
    source.write_text(text)
    done = module(source, folder / 'x.so', *flags)
    if done.returncode:
        check('%s compiles' % folder.name, False, done.stdout)
    return folder / 'x.so'


def taken():
    """Plugins of an older and of a later release are loaded, and write."""
    for label, fields in (('of the first release', FIRST), ('of a later release', LATER)):
        folder = folder_of(label)
        built(folder, SIZED % fields)
        path = '%s:%s' % (folder, os.environ.get('JIYAO_PLUGIN_PATH', ''))
        done = convert(FIXTURES / 'text/qinghe.txt', 'x',
                       env={**os.environ, 'JIYAO_PLUGIN_PATH': path})
        check('a struct %s is taken' % label, done.status == 0 and done.out == b'x\n', done)


def lacking_a_library():
    """A library that was there when the module was linked, and is not any more."""
    folder = folder_of('lacking a library')
    source = folder / 'gone.c'
    source.write_text('int x_missing(void);\nint x_missing(void) { return 0; }\n')
    done = module(source, folder / 'libgone.so')
    check('a library compiles', done.returncode == 0, done.stdout)
    built(folder, MISSING % ('x_missing', 'x_missing'), '-L', folder, '-lgone')
    (folder / 'libgone.so').unlink()
    refusal('lacking a library', 'a library that it needs cannot be loaded: libgone.so: ', folder)


def damaged(whole):
    """Modules of which the loader would say something else, or nothing at all."""
    def kept(label, data):
        folder = folder_of(label)
        (folder / 'x.so').write_bytes(data)
        return folder
    for part in range(1, 40):
        size = len(whole) * part // 40
        refusal('cut after %d of 40 parts' % part, 'it is cut short, with %d of' % size,
                kept('cut %d' % part, whole[:size]))
    refusal('its last byte is missing', 'it is cut short', kept('last byte', whole[:-1]))
    refusal('empty', 'file too short', kept('empty', b''))
    refusal('a text', 'invalid ELF header', kept('text', b'no module at all\n' * 1000))
    words = 'it was built for another machine (ELF class '
    refusal('of another class', words, kept('class', whole[:4] + bytes([3 - whole[4]]) + whole[5:]))
    refusal('of another byte order', words,
            kept('order', whole[:5] + bytes([3 - whole[5]]) + whole[6:]))
    machine = 40 if struct.unpack_from('=H', whole, 18)[0] != 40 else 62
    refusal('of another processor', words, kept(
        'machine', whole[:18] + struct.pack('=H', machine) + whole[20:]))


def no_file():
    folder = folder_of('a folder')
    (folder / 'x.so').mkdir()
    refusal('a folder', 'it is no regular file', folder)
    folder = folder_of('a FIFO')
    os.mkfifo(folder / 'x.so')
    refusal('a FIFO', 'it is no regular file', folder)
    folder = folder_of('a device')
    (folder / 'x.so').symlink_to('/dev/zero')
    refusal('a link to a device', 'it is no regular file', folder)
    folder = folder_of('a link to nothing')
    (folder / 'x.so').symlink_to('nowhere')
    refusal('a link to nothing', 'it cannot be read: No such file or directory', folder)
    folder = folder_of('a circle')
    (folder / 'x.so').symlink_to('x.so')
    refusal('a link to itself', 'it cannot be read: ', folder)


def as_another():
    """How to run a program as a user who may not read everything; None where that cannot be."""
    if os.geteuid():
        return []
    others = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    # The build may lie in a folder of root's alone.
    able = shutil.which('setpriv') and subprocess.run(
        [*others, JIYAO, '--version'], capture_output=True).returncode == 0
    return others if able else None


def without_permission(whole):
    words = 'it cannot be read: Permission denied: chmod a+r lets everybody read it'
    folder = folder_of('without permission')
    path = folder / 'x.so'
    path.write_bytes(whole)
    path.chmod(0)
    prefix = as_another()
    if prefix is None:
        return skip('without permission', 'root reads everything, and there is no setpriv')
    scratch.chmod(0o755)
    for label, sentence, mode in (('a module', words, 0o755),
                                  ('a folder', 'this folder cannot be read: Permission denied', 0)):
        folder.chmod(mode)
        done = subprocess.run([*prefix, 'env', 'JIYAO_PLUGIN_PATH=%s' % folder, JIYAO, 'plugins'],
                              capture_output=True, text=True)
        check('%s without permission: %s' % (label, sentence), done.returncode == 0 and
              done.stdout.endswith(': not loaded: %s\n' % sentence), done)
    folder.chmod(0o755)


def writable(label, change, words, whole):
    """The folder, or the module in it, after CHANGE is refused with these words; and nothing is run."""
    for part in 'folder', 'module':
        folder = folder_of('%s %s' % (label, part))
        (folder / 'x.so').write_bytes(whole)
        folder.chmod(0o755)
        path = folder if part == 'folder' else folder / 'x.so'
        path.chmod(0o755)
        change(path)
        refusal('a %s that %s' % (part, label), words.replace('PATH', str(path)), folder)
        folder.chmod(0o755)
        done = subprocess.run([JIYAO, 'convert', '-t', 'x', FIXTURES / 'text/qinghe.txt'],
                              capture_output=True, text=True,
                              env={**os.environ, 'JIYAO_PLUGIN_PATH': str(folder)})
        if part == 'module':
            check('... and does not write', done.returncode == 69 and not done.stdout and
                  done.stderr.endswith('[plugin-refused]\n'), done)


def as_own_group(whole):
    """Who builds with umask 002 is alone in his group."""
    folder = folder_of('own group')
    (folder / 'x.so').write_bytes(whole)
    for path in folder, folder / 'x.so':
        os.chown(path, -1, os.getegid())
        path.chmod(0o775)
    done = jiyao('plugins', env={**os.environ, 'JIYAO_PLUGIN_PATH': str(folder)})
    check('what the own group can write is taken', done.out.startswith(b'x  '), done)


def on_the_way(whole):
    """A folder that others can put another in the place of, because they can write to that which it is in."""
    words = 'others can put another in its place: chmod go-w PATH'
    for label, mode, refused in (('everybody can write', 0o777, True), ('it is in the manner of tmp', 0o1777, False),
                                 ('the own group can write', 0o775, False)):
        top = folder_of('way ' + label).resolve()
        folder = top / 'a' / 'b'
        folder.mkdir(parents=True)
        (folder / 'x.so').write_bytes(whole)
        os.chown(top, -1, os.getegid())
        top.chmod(mode)
        if refused:
            refusal('a folder on whose way ' + label, words.replace('PATH', str(top)), folder)
            continue
        done = jiyao('plugins', env={**os.environ, 'JIYAO_PLUGIN_PATH': str(folder)})
        check('a folder on whose way %s is taken' % label, done.out.startswith(b'x  '), done)


def listed(whole):
    """A list (ACL) by which one more user can write, where the mode shows but the own group."""
    def entry(tag, rights, who=0xffffffff):
        return struct.pack('<HHI', tag, rights, who)

    def share(path):
        os.chown(path, -1, os.getegid())
        try:
            os.setxattr(path, 'system.posix_acl_access', struct.pack('<I', 2) + entry(1, 7) + entry(2, 7, 65533) +
                        entry(4, 5) + entry(16, 7) + entry(32, 5))
        except OSError:
            return False
        return True
    if not share(folder_of('lists')):
        return skip('lists of users who can write', 'this file system has none')
    writable('a list lets another write', share, 'others can write to it: chmod go-w PATH', whole)
    top = folder_of('way with a list').resolve()
    (top / 'a').mkdir()
    (top / 'a' / 'x.so').write_bytes(whole)
    share(top)
    refusal('a folder on whose way a list lets another write',
            'others can put another in its place: chmod go-w %s' % top, top / 'a')


def of_others(whole):
    """What others can write, or what belongs to them; and what is root's, for another user."""
    sticky = 'others can write to it: chmod go-w PATH'
    writable('everybody can write', lambda path: path.chmod(0o757), sticky, whole)
    writable('everybody can write in the manner of tmp', lambda path: path.chmod(0o1777), sticky, whole)
    as_own_group(whole)
    if os.geteuid():
        return skip('what belongs to others', 'only root can give it to them')
    writable('another group can write', lambda path: (os.chown(path, -1, 65533), path.chmod(0o775)),
             sticky, whole)
    writable('another user has', lambda path: os.chown(path, 65533, -1),
             'it belongs to another user (number 65533), who could change it: chown root PATH', whole)
    prefix = as_another()
    if prefix is None:
        return skip('the same as another user', 'there is no setpriv')
    scratch.chmod(0o755)
    for label, owner, taken in (("root's", 0, True), ('his own', 65534, True),
                                ("a stranger's", 65533, False)):
        folder = folder_of('to another %d' % owner)
        (folder / 'x.so').write_bytes(whole)
        for path in folder, folder / 'x.so':
            os.chown(path, owner, owner)
            path.chmod(0o755)
        done = subprocess.run([*prefix, 'env', 'JIYAO_PLUGIN_PATH=%s' % folder, JIYAO, 'plugins'],
                              capture_output=True, text=True)
        check("another user takes %s: %s" % (label, taken), done.stdout.startswith('x  ') == taken and
              (taken or 'not loaded: it belongs to another user (number 65533)' in done.stdout), done)


no_file()
if can_compile():
    for label, text, words in WRITTEN:
        folder = folder_of(label)
        built(folder, text)
        refusal(label, words, folder)
    taken()
    lacking_a_library()
    folder = folder_of('whole')
    whole = built(folder, GOOD).read_bytes()
    done = jiyao('plugins', env={**os.environ, 'JIYAO_PLUGIN_PATH': str(folder)})
    check('a whole one is loaded', done.out == b'x  -      writes  A writer\n', done)
    damaged(whole)
    without_permission(whole)
    on_the_way(whole)
    listed(whole)
    of_others(whole)
else:
    skip('modules of every other kind', 'there is no compiler')
finish()
