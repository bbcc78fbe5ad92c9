#!/usr/bin/env python3
"""Makes the fixtures of ZhubiAttachmentsTests. Needs python-docx, openpyxl and python-pptx.

Every identity is invented: identity numbers have sequence numbers from 600 on.
Run: python3 make.py   (writes beside itself)
"""
import io
import tarfile
import zipfile
from pathlib import Path

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from openpyxl.comments import Comment
from pptx.util import Inches

HERE = Path(__file__).resolve().parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def identity(seventeen):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return seventeen + "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, weights)) % 11]


BODY, HIDDEN, COMMENT, ROW, COLUMN, BOX, CELL = (
    identity(n)
    for n in (
        "11010519900307661", "33010619850302662", "45022219881212663", "32050219790606664",
        "51010719920808665", "42010619810909666", "61010319950505667",
    )
)


def word():
    document = docx.Document()
    document.core_properties.title = "关于印发工作方案的通知"
    document.core_properties.author = "办公室"
    document.core_properties.comments = "机密★3年"
    document.sections[0].header.paragraphs[0].text = "机密★1年"
    document.sections[0].footer.paragraphs[0].text = "某某县人民政府办公室"
    document.add_paragraph("各科室：")
    paragraph = document.add_paragraph("请于月底前报送")
    paragraph.add_run("工作").bold = True
    paragraph.add_run("总结。")
    deleted = parse_xml(
        f'<w:p xmlns:w="{W}"><w:del w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z">'
        "<w:r><w:delText>内部资料，注意保存</w:delText></w:r></w:del><w:r><w:t>以上。</w:t></w:r></w:p>")
    paragraph._p.addnext(deleted)
    hidden = document.add_paragraph("附件另发。").add_run(f"身份证号{HIDDEN}")
    hidden.font.hidden = True
    box = parse_xml(
        f'<w:r xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
        f"<w:txbxContent><w:p><w:r><w:t>身份证号：{BOX}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>")
    document.add_paragraph("见右框。")._p.append(box)
    table = document.add_table(rows=3, cols=3)
    rows = [("序号", "姓名", "身份证号"), ("1", "章某某", CELL), ("2", "李某某", "（略）")]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    run = document.add_paragraph("此处有批注。").runs[0]
    document.add_comment(run, text=f"请核对身份证号 {COMMENT}", author="核稿", initials="h")
    save(document, "notice.docx")


def save(document, name):
    """Packs as small as it goes; the thumbnail of the template is of no use here."""
    target = io.BytesIO()
    document.save(target)
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(
        HERE / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9
    ) as new:
        for item in old.infolist():
            if not item.filename.endswith("thumbnail.jpeg"):
                new.writestr(item, old.read(item))


def sheet():
    book = openpyxl.Workbook()
    first = book.active
    first.title = "名单"
    first.append(["序号", "姓名", "身份证号", "金额"])
    first.append([1, "章某某", BODY, 800])
    first.append([2, "李某某", "（略）", 900])
    first.append([3, "王某某", ROW, 700])
    first.row_dimensions[4].hidden = True
    first["F1"] = "证件号码"
    first["F2"] = COLUMN
    first.column_dimensions["F"].hidden = True
    first["B3"].comment = Comment(f"证号 {COMMENT}", "核稿")
    first["H5"] = 330106198503021000
    second = book.create_sheet("底稿")
    second.sheet_state = "hidden"
    second["B2"] = "身份证号"
    second["B3"] = HIDDEN
    third = book.create_sheet("汇总")
    third.merge_cells("A1:C1")
    third["A1"] = "汇总表"
    third.append(["科室", "人数", "说明"])
    third.append(["甲", 3, "无"])
    book.properties.creator = "办公室"
    book.save(HERE / "roster.xlsx")


def slides():
    show = pptx.Presentation()
    show.core_properties.last_modified_by = "办公室"
    show.core_properties.comments = ""
    for number, (title, body) in enumerate(
        [("工作汇报", "总体情况良好"), ("名单", f"身份证号 {HIDDEN}"), ("结束", "谢谢")]
    ):
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
        if number == 0:
            slide.notes_slide.notes_text_frame.text = "本页为内部资料，注意保存"
            table = slide.shapes.add_table(2, 2, Inches(1), Inches(5), Inches(6), Inches(1)).table
            for r, row in enumerate([("姓名", "身份证号"), ("章某某", CELL)]):
                for c, text in enumerate(row):
                    table.cell(r, c).text = text
        if number == 1:
            slide._element.set("show", "0")
    save(show, "report.pptx")


def ofd():
    def xml(body):
        return '<?xml version="1.0" encoding="UTF-8"?>' + body

    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'

    def line(top, text, more=""):
        return (
            f'<ofd:TextObject ID="{int(top)}" Boundary="20 {top} 150 8" Font="1" Size="5"{more}>'
            f'<ofd:TextCode X="0" Y="6" DeltaX="g 10 5">{text}</ofd:TextCode></ofd:TextObject>')

    def page(body):
        return xml(
            f'<ofd:Page {space}><ofd:Content><ofd:Layer ID="2">{body}</ofd:Layer></ofd:Content>'
            "</ofd:Page>")

    files = {
        "OFD.xml": xml(
            f'<ofd:OFD {space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
            "<ofd:Title>关于印发工作方案的通知</ofd:Title><ofd:Author>办公室</ofd:Author></ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
        "Doc_0/Document.xml": xml(
            f"<ofd:Document {space}><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID></ofd:CommonData>"
            '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
            '<ofd:Page ID="3" BaseLoc="Pages/Page_1/Content.xml"/></ofd:Pages></ofd:Document>'),
        "Doc_0/Pages/Page_0/Content.xml": page(
            line(20, "机密★1年") + line(30, "关于印发工作方案的通知") + line(40, "各科室：")),
        "Doc_0/Pages/Page_1/Content.xml": page(
            line(20, "身份证号：") + line(20.5, BODY)
            + line(60, f"身份证号：{HIDDEN}", ' Visible="false"')),
    }
    with zipfile.ZipFile(HERE / "notice.ofd", "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in files.items():
            target.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def pdf():
    def text(lines):
        # A font without a file: the reader's own knowledge of the encoding does.
        shown = []
        for number, words in enumerate(lines):
            code = words.encode("utf-16-be").hex()
            shown.append(f"BT /F1 14 Tf 60 {760 - 30 * number} Td <{code}> Tj ET")
        return "\n".join(shown).encode()

    pages = [text(["机密★1年", "关于印发工作方案的通知"]), text([f"身份证号：{BODY}"])]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [6 0 R 8 0 R] /Count 2 >>",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        b"/DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] "
        b"/ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 /CapHeight 700 >>",
    ]
    for content in pages:
        number = len(objects) + 1
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R"
            b" >> >> /Contents %d 0 R >>" % (number + 1))
        objects.append(
            b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, start)
    (HERE / "notice.pdf").write_bytes(out)


def archives():
    with zipfile.ZipFile(HERE / "nested.zip", "w", zipfile.ZIP_DEFLATED) as target:
        info = zipfile.ZipInfo("通知/正文.txt", (2026, 1, 1, 0, 0, 0))
        target.writestr(info, "机密★1年\n关于印发方案的通知\n".encode("gb18030"))
        inner = io.BytesIO()
        with tarfile.open(fileobj=inner, mode="w:gz") as tar:
            data = (HERE / "roster.xlsx").read_bytes()
            member = tarfile.TarInfo("附件/roster.xlsx")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
        target.writestr(zipfile.ZipInfo("inner.tar.gz", (2026, 1, 1, 0, 0, 0)), inner.getvalue())


word()
sheet()
slides()
ofd()
pdf()
archives()
for path in sorted(HERE.iterdir()):
    print(path.stat().st_size, path.name)
