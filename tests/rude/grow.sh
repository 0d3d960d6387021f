#!/bin/sh
# A text for the plugins here, of $1 times as many lines: tests/conform-rude.sh.
echo rude
i=0
while [ "$i" -lt "$1" ]; do
	for word in 一 二 三 四 五 六 七 八 九 十; do
		echo "第${word}项，云州市各有关单位要认真落实。"
	done
	i=$((i + 1))
done
