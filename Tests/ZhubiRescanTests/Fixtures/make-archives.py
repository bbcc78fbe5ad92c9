#!/usr/bin/env python3
"""Makes the web archives of ZhubiRescanTests with warcio (PyPI). Everything in them is invented.

Run: python3 make-archives.py   (writes beside itself)
"""
import gzip
import io
import uuid
import zipfile
import zlib
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).resolve().parent
SITE = "http://www.example.gov.cn"
BAD = "抄送国家食品药品监督管理总局。"
COUNT = [0]


def page(title, text, charset=None):
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}<title>{title}</title></head><body><p>{text}</p></body></html>"


def chunked(body, size=37):
    pieces = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x;ext=1\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\nX: y\r\n\r\n"


def fields(day, more):
    COUNT[0] += 1
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{SITE}/{COUNT[0]}")
    return {"WARC-Date": f"{day}T08:00:00Z", "WARC-Record-ID": f"<urn:uuid:{name}>", **more}


def response(writer, path, body, media="text/html", status="200 OK", day="2026-05-14", wire=(),
             **more):
    headers = [("Content-Type", media), *wire] if media else list(wire)
    http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
    record = writer.create_warc_record(
        SITE + path, "response", payload=io.BytesIO(body), http_headers=http,
        warc_headers_dict=fields(day, {k.replace("_", "-"): v for k, v in more.items()}))
    writer.write_record(record)
    return record


def word(text):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        def add(name, content):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
        add("[Content_Types].xml",
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="'
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            '</Types>')
        add("_rels/.rels",
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/'
            '2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            '</Relationships>')
        add("word/document.xml",
            '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
            f'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
            '</w:body></w:document>')
    return file.getvalue()


def plain(writer, kind, path, text, day="2026-05-14", media="text/plain; charset=utf-8"):
    writer.write_record(writer.create_warc_record(
        SITE + path if path.startswith("/") else path, kind, payload=io.BytesIO(text),
        warc_content_type=media, warc_headers_dict=fields(day, {})))


def site(writer):
    writer.write_record(writer.create_warc_record(
        "", "warcinfo", payload=io.BytesIO(b"software: warcio\r\n"),
        warc_content_type="application/warc-fields", warc_headers_dict=fields("2026-05-14", {})))
    plain(writer, "response", "dns:www.example.gov.cn", b"203.0.113.9", media="text/dns")
    first = response(writer, "/a/utf8.html", page("一", BAD).encode(), "text/html; charset=utf-8")
    writer.write_record(writer.create_warc_record(
        SITE + "/a/utf8.html", "request", payload=io.BytesIO(b""),
        http_headers=StatusAndHeaders("GET /a/utf8.html HTTP/1.1", [], is_http_request=True),
        warc_headers_dict=fields("2026-05-14", {})))
    response(writer, "/a/chunked-gzip-gb.html",
             chunked(gzip.compress(page("二", BAD).encode("gb2312"), mtime=0)),
             'text/html; charset="GB2312"',
             wire=[("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")])
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    response(writer, "/a/deflate.html",
             packer.compress(page("三", BAD).encode()) + packer.flush(),
             wire=[("Content-Encoding", "deflate")])
    response(writer, "/a/zlib.html", zlib.compress(page("四", BAD).encode()),
             wire=[("Content-Encoding", "deflate")])
    response(writer, "/a/meta-gbk.html", page("五", BAD, "gbk").encode("gbk"))
    # The transport says otherwise than the page, and is right.
    response(writer, "/a/http-first.html", page("六", BAD, "utf-8").encode("gbk"),
             "text/html; charset=gbk")
    response(writer, "/a/brotli.html", b"\x1b\x2a\x00\xf8\x8d\x94", wire=[("Content-Encoding", "br")])
    response(writer, "/logo.png", b"\x89PNG\r\n\x1a\n", "image/png")
    response(writer, "/old.html", b"", status="301 Moved", wire=[("Location", "/a/utf8.html")])
    response(writer, "/gone.html", page("无", BAD).encode(), status="404 Not Found")
    response(writer, "/busy.html", b"busy", status="503 Service Unavailable")
    response(writer, "/files/notice?id=7", word(BAD),
             "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    plain(writer, "resource", "/b/note.txt", BAD.encode())
    plain(writer, "conversion", "/b/scan.pdf.txt", BAD.encode())
    response(writer, "/a/cut.html", page("七", BAD).encode(), WARC_Truncated="length")
    response(writer, "/b/twice.html", page("八", BAD).encode(), day="2026-05-13")
    response(writer, "/b/twice.html", page("八", "已改。").encode(), day="2026-05-14")
    response(writer, "/b/twice.html", page("八", "已改。").encode(), day="2026-05-15")
    # A page without a date, captured before the agency was renamed.
    response(writer, "/b/of-old.html", page("九", BAD).encode(), day="2016-05-14")
    for address, original in (("/a/utf8.html", "/a/utf8.html"), ("/c/copy.html", "/a/utf8.html"),
                              ("/c/unknown.html", "/nowhere.html")):
        writer.write_record(writer.create_revisit_record(
            SITE + address, first.rec_headers.get_header("WARC-Payload-Digest"), SITE + original,
            "2026-05-14T08:00:00Z",
            http_headers=StatusAndHeaders("200 OK", [("Content-Type", "text/html")],
                                          protocol="HTTP/1.1"),
            warc_headers_dict=fields("2026-05-16", {})))


def pages(packed, count=6):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    starts = []
    for number in range(count):
        starts.append(file.tell())
        response(writer, f"/p/{number}.html", page(str(number), BAD * 3).encode(),
                 "text/html; charset=utf-8")
    return bytearray(file.getvalue()), starts + [len(file.getvalue())]


with open(HERE / "site.warc.gz", "wb") as file:
    site(WARCWriter(file, gzip=True))
# Page 1: a bit turned inside the member. Page 5: the file ends in it.
data, starts = pages(True)
data[(starts[1] + starts[2]) // 2] ^= 0x55
(HERE / "damaged.warc.gz").write_bytes(data[:(starts[5] + starts[6]) // 2])
# Page 1: a length too large. Page 3: a letter changed. Page 5: the file ends in it.
data, starts = pages(False)
head = bytes(data[starts[1]:starts[2]])
place = head.index(b"Content-Length: ") + 16
end = head.index(b"\r\n", place)
wrong = str(int(head[place:end]) + 9).encode()
assert len(wrong) == end - place
data[starts[1] + place:starts[1] + end] = wrong
letter = data.index("监督".encode(), starts[3])
data[letter:letter + 6] = "临督".encode()
(HERE / "damaged.warc").write_bytes(data[:starts[6] - 60])
