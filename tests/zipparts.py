"""Zip archives byte by byte, which need not be true to themselves; Python's own would not write them."""
import collections
import struct
import zlib

LOCAL, CENTRAL, END, END64, LOCATOR = 0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50
STORED, DEFLATED, BZIPPED, SEALED = 0, 8, 12, 99
# Twice what an archive says of an entry: SAID in its directory, and BEFORE in front of the bytes; each
# is (checksum, packed, unpacked).  AT: where the bytes are, None: where they are put.
Entry = collections.namedtuple('Entry', 'name local body said before method flags at extra mode')


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def entry(name, data, method=DEFLATED, *, local=None, body=None, crc=None, packed=None, size=None,
          before=None, after=b'', flags=0, at=None, extra=b'', mode=0):
    """An entry of DATA; whatever else is given is said of it, true or not."""
    name, data = (x if isinstance(x, bytes) else x.encode() for x in (name, data))
    if body is None:
        body = deflated(data) if method == DEFLATED else data
    true = zlib.crc32(data), len(body), len(data)
    said = tuple(t if s is None else s for s, t in zip((crc, packed, size), true))
    return Entry(name, name if local is None else local, body + after, said, before or said, method,
                 flags, at, extra, mode)


def wide(*sizes):
    """The extra field that holds 64 bits of the sizes which are 0xffffffff elsewhere."""
    return struct.pack('<HH%dQ' % len(sizes), 1, 8 * len(sizes), *sizes)


def archive(entries, *, front=b'', end=b'', comment=b'', count=None, start=None, zip64=False):
    """COUNT and START are what the end says of the directory."""
    out, directory = bytearray(front), bytearray()
    for e in entries:
        at = len(out) if e.at is None else e.at
        if e.at is None:
            out += struct.pack('<IHHHHHIIIHH', LOCAL, 20, e.flags, e.method, 0, 0x5821, *e.before,
                               len(e.local), 0) + e.local + e.body
        directory += struct.pack('<IHHHHHHIIIHHHHHII', CENTRAL, 0x314, 20, e.flags, e.method, 0, 0x5821,
                                 *e.said, len(e.name), len(e.extra), 0, 0, 0, e.mode << 16,
                                 at) + e.name + e.extra
    count = len(entries) if count is None else count
    start = len(out) if start is None else start
    where = len(out) + len(directory)
    if zip64:
        end64 = struct.pack('<IQHHIIQQQQ', END64, 44, 45, 45, 0, 0, count, count, len(directory), start)
        directory += end64 + struct.pack('<IIQI', LOCATOR, 0, where, 1)
        tail = 0xffff, 0xffff, 0xffffffff, 0xffffffff
    else:
        tail = count, count, len(directory), start
    return bytes(out + directory) + struct.pack('<IHHHHIIH', END, 0, 0, *tail, len(comment)) + comment + end
