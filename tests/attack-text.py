#!/usr/bin/env python3
"""Texts that attack the recogniser: time grows as the text does, memory stays within bounds, and each
ends in a typed outcome."""
import json
import os
import random
import re
import subprocess

import outputs

HEAD = '云州市人民政府常务会议纪要\n'
AROUND = {'bare': '', 'an item': HEAD + '2024年3月5日，市长甲乙丙主持召开会议。\n一、审议办法\n',
          'a list': HEAD + '列席：', 'an opening': HEAD + '2024年3月5日，'}
# What the recogniser looks for: each makes a text of nothing else.
MARKS = list('、，：；（）《》〔〕“”。·—…第一二十○年月日时市县省区长局由会同和及经请报在前于对后要不号按等'
             '.-~A1０()[]<>*#|\u0301\u200b\u202e\u2066\ue000\U00020000\U0010ffff\u3000 \t')
WORDS = '''一、 （一） 1. ① 第一， 一是 2024年 3月5日 市长 市财政局 由市财政局 会议指出， 会议要求， 出席： 列席： 王甲、 \
市财政局王甲、 （县长） 〔2024〕 签发人： 《办法》 （（ 《（ （一）《 抄送： 主持召开 月底前 每周 2025年底前 等部门 以及 \
10万元 代市长 、县长 王\u3000 欧阳 附件： 同意 要加强 报市政府 以市政府名义 经研究， 。” 市 主任、 a\u0301'''.split(' ')
LINES = ['a', '王', '：', '一、', '（一）', '- 1 -', '记录：', '\u3000\u3000一、王', '县长：', '云州市', '王甲 李乙', '第1页']
UNIT, TIMES = 96 << 10, 4            # bytes; how often in the larger text
SOON = .5                           # seconds
SHARE = 96                          # MiB, whatever the text
MOST_LINES = 250000
UNDER_ASAN = outputs.is_under_asan()


def write(*parts):
    """Each part is a text or bytes, or such and how often.  By and by: what is measured of a child begins
    with what its parent has."""
    with open('in', 'wb') as file:
        for part in parts:
            piece, count = part if isinstance(part, tuple) else (part, 1)
            piece = piece.encode() if isinstance(piece, str) else piece
            block = max(65536 // max(len(piece), 1), 1)
            for i in range(0, count, block):
                file.write(piece * min(block, count - i))


def read(parts, *words):
    """The status, the last message's code, the processor's seconds, the peak in MiB."""
    write(*parts)
    with open('out', 'wb+') as out, open('said', 'wb+') as said:
        process = subprocess.Popen([outputs.JIYAO, 'convert', '-f', 'text', *words, '-t', 'json', 'in'],
                                   stdout=out, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        code = re.search(r'error: .* \[([a-z-]+)\]\n\Z', said.read().decode())
        process.whole = process.returncode != 0 or out.seek(-2, os.SEEK_END) and out.read() == b'}\n'
        return (process.returncode if process.whole else 'cut short', code.group(1) if code else '', used.ru_utime + used.ru_stime,
                used.ru_maxrss / 1024)


def is_bounded(result):
    return UNDER_ASAN or result[3] < SHARE + 32 * os.stat('in').st_size / (1 << 20)


def is_linear(around, piece):
    """Four times the text takes four times as long; ten times where the clock is a bad one.  What is done
    in no time needs no clock."""
    count = UNIT // len(piece.encode())
    options = '-O', 'encoding=UTF-8', '--any'
    large = read((around, (piece, count * TIMES)), *options)
    bounded = (large[0] == 0 or large[1] == 'no-text') and is_bounded(large)
    small = read((around, (piece, count)), *options) if large[2] > SOON else None
    return bounded and not (small and large[2] > 10 * small[2]), (small, large)


def grows(label, pieces):
    pieces = outputs.some(pieces)
    for place, around in AROUND.items():
        bad = {piece: found for piece in pieces for good, found in [is_linear(around, piece)] if not good}
        outputs.check('%s in %s: time and memory grow as the text does' % (label, place), not bad, bad)


def nested():
    for left, right in ('（）', '《》', '“”', '()', '〔〕'):
        result = read((HEAD + '一、', (left, 1000000), '甲', (right, 1000000)), '--any')
        outputs.check('a million %s, nested' % left, result[0] == 0 and is_bounded(result), result)


def lines():
    for count in (MOST_LINES - 1, MOST_LINES, MOST_LINES + 1):
        result = read((('a\n', count),), '--any')
        right = (65, 'too-large') if count > MOST_LINES else (0, '')
        outputs.check('%d lines' % count, result[:2] == right and is_bounded(result), result)
    for label, (piece, count) in outputs.some({
            'one line': ('会', 33333333), 'a character a line': ('会\n', 25000000), 'only spaces': (' ', 100000000),
            'only wide spaces': ('\u3000', 33333333), 'only NULs': ('\0', 100000000),
            'only line ends': ('\n', 100000000)}.items()):
        result = read(((piece, count),), '-O', 'encoding=UTF-8', '--any')
        outputs.check('100 MB, ' + label, result[0] in (0, 65, 75) and is_bounded(result), result)


def listed():
    """A list of people is read up to a length, and then not."""
    for count, read_on in ((33332, True), (33334, False)):
        write(HEAD + '列席：', ('王甲、', count))
        people = json.loads(outputs.jiyao('convert', 'in', '-t', 'json', '--any').out)['attendance'][0]['people']
        outputs.check('%d people' % count, bool(people) == read_on, len(people))


def encodings():
    words = '云州市人民政府常务会议纪要\n2024年3月5日，市长甲乙丙主持召开会议。\n一、审议办法\n同意。\n'
    draw = random.Random(8)
    damage = {
        'lone surrogates': words.encode('utf-16-le') + b'\x00\xd8A\0\x00\xdc\x00\xd8', 'odd length': words.encode('utf-16') + b'A',
        'edges of GB18030': words.encode('gb18030') + b'\x81\x30\x81\x30\x84\x31\xa4\x39\xe3\x32\x9a\x35\xe3\x32\x9a\x36\xfe\x39\xfe\x39\x81\x30\x81',
        'broken Big5': words.encode('big5', 'replace') + b'\xa1\x00\xf9\xff\xa4', 'marks within': ('\ufeff' + words + '\ufeff甲\ufeff').encode(),
        'every byte': words.encode() + bytes(range(256)) * 4, 'broken UTF-8': words.encode() + b'\xc0\x80\xe0\x80\x80\xf8\x88\xed\xa0\x80\xf4\x90\x80\x80\xe4\xb8',
        'controls': (words + ''.join(map(chr, range(0xa0)))).encode(), 'no characters': (words + '\ufffe\uffff\ufdd0\U0001ffff\u0378').encode(),
        'turned': (words + '\u202e甲\u2066乙\u2069丙\u200f').encode()}
    for label, data in damage.items():
        result = read((data,))
        outputs.check('encodings: ' + label, result[0] == 0 or result[1] in ('unknown-encoding', 'not-minutes'), result)
    for encoding in ('UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE', 'UTF-32', 'UTF-7', 'ISO-2022-CN', 'HZ'):
        result = read((draw.randbytes(100000),), '-O', 'encoding=' + encoding, '--any')
        outputs.check('noise as ' + encoding, result[0] in (0, 65, 69) and is_bounded(result), result)


def main():
    os.chdir(outputs.scratch)
    grows('marks', MARKS)
    grows('words', WORDS)
    grows('lines', [line + '\n' for line in LINES])
    nested()
    lines()
    listed()
    encodings()


main()
outputs.finish()
