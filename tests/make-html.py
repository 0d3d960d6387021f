#!/usr/bin/env python3
"""Makes the seeds of fixtures/html: make-html.py FIXTURES.

From FIXTURES/docx each of suzhou-NNN becomes two pages: suzhou-NNN.html as a
content system publishes it today, a paragraph an element, with navigation, metadata, sharing and
links around it; suzhou-NNN-old.html as pages were made by hand, laid out by tables, in GB 2312, lines
filled and broken by <br>, paragraphs indented by no-break spaces.  Nothing of a site is real.  And
qinghe.html, which is written by hand, is encoded and declared in every way that pages are.
"""
import html
import os
import re
import sys
import zipfile
from xml.etree import ElementTree

TITLE = '苏州市人民政府常务会议纪要'
WIDTH = 76   # of a row, in halves of an em
SEEDS = ['100', '120', '128', '135', '149']
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'

META = '<meta http-equiv="Content-Type" content="text/html; charset=%s">'
ENCODINGS = [   # name, declaration, encoding, byte order mark
    ('qinghe-gb2312.html', META % 'gb2312', 'gb18030', ''),
    ('qinghe-undeclared.htm', '', 'gb18030', ''),
    ('qinghe-utf8-undeclared.html', '', 'utf-8', ''),
    ('qinghe-utf8-mark.html', META % 'gb2312', 'utf-8', '\ufeff'),
    ('qinghe-utf16.html', META % 'utf-16', 'utf-16le', '\ufeff'),
    ('qinghe-utf16be.html', META % 'utf-16', 'utf-16be', '\ufeff'),
    ('qinghe-utf16-unmarked.html', '', 'utf-16le', ''),
    ('qinghe-wrong-gb2312.html', META % 'gb2312', 'utf-8', ''),
    ('qinghe-wrong-utf8.html', META % 'UTF-8', 'gb18030', ''),
    ('qinghe-latin1.html', META % 'iso-8859-1', 'gb18030', ''),
    ('qinghe-big5.html', '<meta charset = big5 >', 'big5', ''),
    ('qinghe.xhtml', '', 'gb18030', ''),
]

NEW = '''<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_云州市人民政府门户网站</title>
<meta name="SiteName" content="云州市人民政府门户网站">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2024-03-08 09:30">
<meta name="ContentSource" content="云州市人民政府办公室">
<link rel="stylesheet" href="/style.css">
<style>.nav li {{ display: inline }} p {{ text-indent: 2em }}</style>
<script>if (1 < 2 && "</p>") document.write("<p>会议纪要</p>");</script>
</head>
<body>
<header class="header">
  <a href="/"><img src="/logo.png" alt="云州市人民政府"></a>
  <form class="search"><input type="text" name="q" value="请输入关键词"><button>搜索</button></form>
</header>
<nav class="nav"><ul>
  <li><a href="/">首页</a></li><li><a href="/xw/">云州要闻</a></li><li><a href="/zw/">政务公开</a></li>
  <li><a href="/fw/">办事服务</a></li><li><a href="/hd/">互动交流</a></li>
</ul></nav>
<div class="container">
  <div class="breadcrumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; <a href="/zw/hy/">政府常务会议</a></div>
  <div class="article">
    <div class="info"><span>发布日期：2024-03-08</span> <span>信息来源：市政府办公室</span>
      <span>浏览次数：<script>count()</script></span></div>
    <div id="zoom" class="TRS_Editor">
{body}
    </div>
    <div class="share">分享到：<a href="javascript:share(1)">微信</a> <a href="javascript:share(2)">微博</a></div>
  </div>
  <div class="related"><h3>相关链接</h3><ul>
    <li><a href="/zw/hy/1.html">云州市人民政府召开第21次常务会议</a></li>
    <li><a href="/zw/hy/2.html">云州市人民政府召开第22次常务会议</a></li>
  </ul></div>
</div>
<footer class="footer">
  <p><a href="/about.html">联系我们</a> | <a href="/map.html">网站地图</a></p>
  <p>主办：云州市人民政府办公室　网站标识码：0000000000　<a href="https://beian.miit.gov.cn/">云ICP备00000000号</a></p>
</footer>
</body>
</html>
'''

OLD = '''<HTML>
<HEAD><TITLE>{title}</TITLE>
<META http-equiv=Content-Type content="text/html; charset=gb2312">
<META content="Invented Editor 4.0" name=GENERATOR></HEAD>
<BODY bgColor=#ffffff topMargin=0>
<TABLE width=780 align=center border=0 cellSpacing=0><TR><TD><IMG src="top.jpg" width=780></TD></TR>
<TR><TD align=middle><A href="index.asp">首页</A> | <A href="list.asp?id=1">政务公开</A> | <A href="list.asp?id=2">政民互动</A></TD></TR></TABLE>
<TABLE width=780 align=center border=0><TR>
<TD vAlign=top width=160><TABLE><TR><TD><A href="list.asp?id=3">领导之窗</A></TD></TR><TR><TD><A href="list.asp?id=4">会议纪要</A></TD></TR>
<TR><TD><A href="list.asp?id=5">机构设置</A></TD></TR></TABLE></TD>
<TD vAlign=top><TABLE width="100%"><TR><TD>
<FONT size=3 style="FONT-SIZE: 14px">
{body}
</FONT></TD></TR></TABLE>
</TD></TR></TABLE>
<TABLE width=780 align=center><TR><TD align=middle>版权所有：云州市人民政府&nbsp;&nbsp;<A href="http://www.miibeian.gov.cn/">云ICP备00000000号</A><BR>技术支持：清河县信息中心</TD></TR></TABLE>
</BODY></HTML>
'''


def paragraphs(path):
    with zipfile.ZipFile(path) as archive:
        body = ElementTree.fromstring(archive.read('word/document.xml'))
    for p in body.iter(W + 'p'):
        yield ''.join(t.text or '' for t in p.iter(W + 't'))


def indented(line):
    """As it is typed: no-break spaces for what HTML would drop."""
    return re.sub('  +| $|^ ', lambda m: '&nbsp;' * len(m.group()), html.escape(line, quote=False))


def rows(line):
    line = re.sub('^\\s*', ' ' * 8, line) if line.strip() else ''
    row = ''
    for character in line:
        if width(row + character) > WIDTH and character not in '，。、；：）》”':
            yield row
            row = ''
        row += character
    yield row


def width(row):
    return sum(1 if ord(character) < 0x300 else 2 for character in row)


def write(path, text, encoding):
    with open(path, 'wb') as f:
        f.write(text.encode(encoding, 'xmlcharrefreplace'))


def main(folder):
    for seed in SEEDS:
        name = 'suzhou-' + seed
        lines = list(paragraphs('%s/docx/%s.docx' % (folder, name)))
        write('%s/html/%s.html' % (folder, name), NEW.format(title=TITLE, body='\n'.join(
            '<p style="text-indent: 2em;"><span style="font-size: 16pt">%s</span></p>'
            % (indented(line) or '&nbsp;') for line in lines)), 'utf-8')
        write('%s/html/%s-old.html' % (folder, name), OLD.format(title=TITLE, body='<BR>\n'.join(
            '<BR>\n'.join(indented(row) for row in rows(line)) for line in lines)), 'gb18030')


def encodings(folder):
    with open(folder + '/html/qinghe.html', encoding='utf-8') as f:
        page = f.read()
    for name, charset, encoding, mark in ENCODINGS:
        declared = page.replace('<meta charset="utf-8">\n', charset and charset + '\n')
        if name.endswith('.xhtml'):
            declared = re.sub('<(meta [^>]*|br)>', r'<\1/>', declared).replace('&nbsp;', '&#160;')
            declared = '<?xml version="1.0" encoding="GBK"?>\n' + declared
        write('%s/html/%s' % (folder, name), mark + declared, encoding)


if __name__ == '__main__':
    os.makedirs(sys.argv[1] + '/html', exist_ok=True)
    main(sys.argv[1])
    encodings(sys.argv[1])
