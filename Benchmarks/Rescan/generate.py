#!/usr/bin/env python3
"""Writes a mirror of a made-up site: COUNT pages of about SIZE bytes into FOLDER.

    generate.py FOLDER COUNT [SIZE]

The same arguments give the same pages, however many processes write them. Every 10th page has a retired agency, every 25th a mobile
number (invented), every 4,000th the wording 示范词条甲, to be added to a lexicon later. The last
line printed says how many of each were planted.
"""
import multiprocessing
import os
import random
import sys

folder, count = sys.argv[1], int(sys.argv[2])
size = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
WORDS = (
    "为深入贯彻落实有关工作部署 加强和规范管理 经研究决定 现将有关事项通知如下 各单位要高度重视 "
    "结合实际认真组织实施 切实做好服务保障 按照职责分工密切配合 确保各项任务落到实处 主动接受社会监督 "
    "提高办事效率 优化营商环境 推动高质量发展 完善工作机制 强化监督检查 及时总结经验做法 加大宣传力度 "
    "广泛听取意见建议 明确时间节点 压实工作责任 统筹城乡建设 改善基础设施 保障群众基本生活 支持企业创新 "
    "扩大有效投资 促进就业增收 加强生态保护 提升公共服务水平 做好防汛抗旱准备 开展技能培训 规范行政行为"
).split()
# Rare characters, so that pages do not all hold the same pairs.
HAN = [chr(c) for c in range(0x4E00, 0x9FA0, 7)]
COLUMNS = ["通知公告", "政策文件", "工作动态", "政策解读", "人事任免"]
EACH = 500  # pages of one folder


def write(first):
    """Writes the pages of a folder; gives how many of each were planted."""
    planted = {"agency": 0, "mobile": 0, "term": 0}
    dice = random.Random(20_260_514 + first)
    path = f"{folder}/{first // EACH:04d}"
    os.makedirs(path, exist_ok=True)
    for number in range(first, min(count, first + EACH)):
        column = COLUMNS[number % len(COLUMNS)]
        body, length = [], 0
        while length < size - 600:
            words = "，".join(dice.choice(WORDS) for _ in range(dice.randint(4, 9)))
            name = "".join(dice.choice(HAN) for _ in range(dice.randint(2, 4)))
            line = f"<p>　　{name}项目：{words}。</p>\n"
            body.append(line)
            length += len(line.encode())
        if number % 10 == 0:
            body.insert(len(body) // 2, "<p>　　抄送国家食品药品监督管理总局。</p>\n")
            planted["agency"] += 1
        if number % 25 == 0:
            phone = f"138{dice.randint(0, 99_999_999):08d}"
            body.append(f"<p>　　联系人手机：{phone}。</p>\n")
            planted["mobile"] += 1
        if number % 4_000 == 0:
            body.append("<p>　　本项采用示范词条甲办理。</p>\n")
            planted["term"] += 1
        day = f"2023-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        with open(f"{path}/{number:06d}.html", "w", encoding="utf-8") as page:
            page.write(
                f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>通知{number}</title>\n'
                f'<meta name="ColumnName" content="{column}"><meta name="PubDate" content="{day}">\n'
                f'</head><body>\n{"".join(body)}</body></html>\n')
    return planted


with multiprocessing.get_context("fork").Pool() as pool:
    parts = pool.map(write, range(0, count, EACH))
planted = {key: sum(part[key] for part in parts) for key in ("agency", "mobile", "term")}
print(" ".join(f"{key}={value}" for key, value in planted.items()))
