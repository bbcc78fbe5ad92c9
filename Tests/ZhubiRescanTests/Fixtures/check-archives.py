#!/usr/bin/env python3
"""Compares `zhubi rescan` over a web archive with a reader that is not ours.

    check-archives.py ZHUBI FOLDER [SEED]

Writes an archive of random pages with warcio, takes it apart again with warcio (chunks joined,
content unpacked) into a mirror folder, scans both, and compares the findings page by page.
"""
import gzip
import io
import os
import random
import sqlite3
import subprocess
import sys
import zlib

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

zhubi, folder = sys.argv[1], sys.argv[2]
dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
PIECES = ["抄送国家食品药品监督管理总局。", "请于规定时间内将有关情况报送办公室。", "联系手机：13812345678。",
          "本页内容为内部资料，注意保存。", "附件另行印发，请各单位按时报送。", "以上意见请认真贯彻执行。"]
CODES = {"utf-8": "utf-8", "gbk": "gbk", "gb2312": "gb18030"}


def body():
    charset = dice.choice(list(CODES))
    said = dice.choice(["http", "meta", "both"])
    text = "".join(f"<p>{dice.choice(PIECES)}</p>\n" for _ in range(dice.randint(1, 400)))
    meta = f'<meta charset="{charset}">' if said != "http" else ""
    data = f"<html><head>{meta}</head><body>{text}</body></html>".encode(CODES[charset])
    fields = [("Content-Type", "text/html" + (f"; charset={charset}" if said != "meta" else ""))]
    coding = dice.choice([None, "gzip", "deflate", "raw"])
    if coding == "gzip":
        data = gzip.compress(data)
    elif coding == "deflate":
        data = zlib.compress(data)
    elif coding == "raw":
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        data = packer.compress(data) + packer.flush()
    if coding:
        fields.append(("Content-Encoding", "gzip" if coding == "gzip" else "deflate"))
    if dice.random() < 0.5:
        pieces, start = [], 0
        while start < len(data):
            size = dice.randint(1, 5_000)
            pieces.append(b"%X\r\n%s\r\n" % (len(data[start:start + size]), data[start:start + size]))
            start += size
        data = b"".join(pieces) + b"0\r\n\r\n"
        fields.append(("Transfer-Encoding", "chunked"))
    return data, fields


archive = os.path.join(folder, "random.warc" + dice.choice([".gz", ""]))
with open(archive, "wb") as file:
    writer = WARCWriter(file, gzip=archive.endswith(".gz"),
                        warc_version=dice.choice(["1.0", "1.1"]))
    for number in range(120):
        data, fields = body()
        writer.write_record(writer.create_warc_record(
            f"http://a.example.cn/{number}.html", "response", payload=io.BytesIO(data),
            http_headers=StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2026-05-14T08:00:00Z"}))
mirror = os.path.join(folder, "mirror")
os.makedirs(mirror)
with open(archive, "rb") as file:
    for record in ArchiveIterator(file, check_digests=True):
        name = record.rec_headers.get_header("WARC-Target-URI").rsplit("/", 1)[1]
        media = record.http_headers.get_header("Content-Type")
        data = record.content_stream().read()
        # A file has no headers: their charset is put where the page would have it.
        if "charset=" in media and b"<meta" not in data:
            data = data.replace(b"<head>", b'<head><meta charset="%s">' % media[18:].encode()[1:])
        with open(os.path.join(mirror, name), "wb") as page:
            page.write(data)


def findings(path, ledger):
    run = subprocess.run([zhubi, "rescan", path, "--ledger", ledger, "--no-config"],
                         capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stdout + run.stderr
    rows = sqlite3.connect(ledger).execute(
        "SELECT d.key, f.rule, f.line, f.excerpt, f.times FROM findings f "
        "JOIN documents d ON d.id = f.document WHERE f.rule NOT LIKE 'scan.%'")
    return sorted((key.rsplit("/", 1)[-1], *rest) for key, *rest in rows)


here = findings(archive, os.path.join(folder, "archive.db"))
there = findings(mirror, os.path.join(folder, "mirror.db"))
assert here == there, [pair for pair in zip(here, there) if pair[0] != pair[1]][:3]
assert len(here) > 200, len(here)
print(f"{len(here)} findings agree")
