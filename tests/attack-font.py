#!/usr/bin/env python3
"""Fonts that attack who cuts them down: -O font=FILE of OFD, with a font that is damaged in every way."""
import os
import pathlib
import random
import re
import struct
import zlib

import outputs

MINUTES = outputs.FIXTURES / 'text' / 'qinghe.txt'
CHARACTERS = sorted(set(MINUTES.read_text(encoding='utf-8')) - {'\n'})
REFUSALS = 'bad-font', 'font-rights', 'empty'


def table(tag, data):
    return tag, data + bytes(-len(data) % 4), len(data)


def sfnt(tables, version=b'\0\1\0\0'):
    head, body, place = version + struct.pack('>HHHH', len(tables), 0, 0, 0), b'', 12 + 16 * len(tables)
    for tag, data, size in sorted(tables):
        head += tag + struct.pack('>III', zlib.crc32(data), place + len(body), size)
        body += data
    return head + body


def tables(glyph):
    """A font in which every character is GLYPH, an outline of its own or made of others."""
    count = 3
    glyf = glyph + bytes(-len(glyph) % 4)
    groups = b''.join(struct.pack('>III', ord(c), ord(c), 1) for c in CHARACTERS)
    cmap = struct.pack('>HHHHI', 0, 1, 3, 10, 12) + struct.pack('>HHIII', 12, 0, 16 + len(groups), 0,
                                                                len(CHARACTERS)) + groups
    return [
        table(b'cmap', cmap), table(b'glyf', glyf * 2),
        table(b'loca', struct.pack('>IIII', 0, 0, len(glyf), 2 * len(glyf))),
        table(b'head', struct.pack('>IIIIHHQQhhhhHHhhh', 0x10000, 0, 0, 0x5f0f3cf5, 0, 1000, 0, 0, 0, 0, 1000, 1000,
                                   0, 8, 2, 1, 0)),
        table(b'hhea', struct.pack('>IhhhHhhhhhhhhhhhH', 0x10000, 880, -120, 0, 1000, *[0] * 11, count)),
        table(b'hmtx', struct.pack('>Hh', 1000, 0) * count),
        table(b'maxp', struct.pack('>IHHHHHHHHHHHHHH', 0x10000, count, 99, 9, 99, 9, 2, *[0] * 8)),
        table(b'OS/2', struct.pack('>HhHHH', 4, 1000, 400, 5, 0) + bytes(86))]


def outline():
    return struct.pack('>hhhhhHH', 1, 0, 0, 1000, 1000, 2, 0) + b'\1\1\1' + struct.pack('>hhh', 0, 1000, 0) * 2


def made_of(*glyphs):
    """A glyph of others: ARG_1_AND_2_ARE_WORDS, MORE_COMPONENTS."""
    return struct.pack('>hhhhh', -1, 0, 0, 1000, 1000) + b''.join(
        struct.pack('>HHhh', 1 | 32 * (i + 1 < len(glyphs)), g, 0, 0) for i, g in enumerate(glyphs))


def without(found, tag, data=None):
    return sfnt([t for t in found if t[0] != tag] + ([table(tag, data)] if data is not None else []))


def fonts():
    whole = sfnt(tables(outline()))
    yield 'whole', whole
    yield 'empty', b''
    yield 'a glyph of itself', sfnt(tables(made_of(1)))
    yield 'glyphs of each other', sfnt(tables(made_of(2, 1, 2, 1)))
    yield 'a glyph of 10000', sfnt(tables(made_of(*[2] * 10000)))
    yield 'a glyph of none that is there', sfnt(tables(made_of(65535)))
    for tag, data, _ in tables(outline()):
        yield 'without ' + tag.decode(), without(tables(outline()), tag)
        yield 'with no ' + tag.decode(), without(tables(outline()), tag, b'')
        yield 'with %s of ones' % tag.decode(), without(tables(outline()), tag, b'\xff' * len(data))
    for what, lie in ('lengths', b'\xff' * 4), ('places', b'\xff\xff\xff\xf0\0\0\0\4'):
        yield 'lying about ' + what, whole[:12] + b''.join(
            whole[i:i + 16 - len(lie)] + lie for i in range(12, 140, 16)) + whole[140:]
    yield 'with 65535 tables', whole[:4] + b'\xff\xff' + whole[6:]
    yield 'a collection of itself', b'ttcf\0\1\0\0' + struct.pack('>II', 1, 0)
    yield 'a collection of 2^32', b'ttcf\0\1\0\0' + struct.pack('>II', 0xffffffff, 12) + whole
    yield 'a collection of one', b'ttcf\0\1\0\0' + struct.pack('>II', 1, 16) + whole
    yield 'WOFF', b'wOFF' + whole
    yield 'WOFF2', b'wOF2' + whole
    yield 'all characters in 2^32 glyphs', without(tables(outline()), b'cmap', struct.pack(
        '>HHHHI', 0, 1, 3, 10, 12) + struct.pack('>HHIII', 12, 0, 28, 0, 0xffffffff) + struct.pack(
            '>III', 0, 0xffffffff, 0))
    for cut in range(1, len(whole), len(whole) // 40):
        yield 'cut at %d' % cut, whole[:cut]
    draw = random.Random(8)
    for i in range(60):
        changed = bytearray(whole)
        for _ in range(1 + i // 10):
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        yield 'change %d' % i, bytes(changed)


def main():
    os.chdir(outputs.scratch)
    bad, used = [], False
    for label, data in fonts():
        pathlib.Path('font').write_bytes(data)
        result = outputs.jiyao('convert', '--time=20', '-t', 'ofd', '-O', 'font=font', MINUTES)
        code = re.search(r'error: .* \[([a-z-]+)\]\n\Z', result.messages)
        if label == 'whole' and code and code.group(1) == 'no-fonts':
            return outputs.skip('fonts', 'HarfBuzz is not here')
        used = used or label == 'whole' and result.status == 0
        if not (result.status == 0 and result.out or
                result.status in (64, 65) and not result.out and code and code.group(1) in REFUSALS):
            bad.append((label, result.status, result.messages[-300:]))
    outputs.check('damaged fonts are used or refused', not bad, bad)
    outputs.check('... the whole one is used', used)


main()
outputs.finish()
