#!/bin/sh
# Minutes in the format $1 with $2 times ten paragraphs, for jiyao-conform --grow.
{
	echo 云州市人民政府第3次常务会议纪要
	i=0
	while [ "$i" -lt "$2" ]; do
		i=$((i + 1))
		for word in 甲 乙 丙 丁 戊 己 庚 辛 壬 癸; do
			echo "　　会议听取了清河县${word}局第${i}项工作的汇报，要求各有关单位认真落实。"
		done
	done
} | "$JIYAO" convert --any -f text -t "$1" 2>&-
