#!/usr/bin/env python3
"""Makes the fixtures that real office programs write: LibreOffice (headless) converts flat
OpenDocument sources to every format it knows. Needs soffice, zip, qpdf, pillow,
msoffcrypto-tool and a Chinese font (fonts-noto-cjk).

Every identity is invented: identity numbers have sequence numbers from 600 on.
Run: python3 make_office.py   (writes beside itself)
"""
import shutil
import subprocess
import tempfile
from pathlib import Path

from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).resolve().parent


def identity(seventeen):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return seventeen + "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, weights)) % 11]


BODY, HIDDEN, COMMENT, ROW, COLUMN, BOX, CELL, NOTE, FOOT, DELETED, WHITE = (
    identity(n)
    for n in (
        "11010519900307671", "33010619850302672", "45022219881212673", "32050219790606674",
        "51010719920808675", "42010619810909676", "61010319950505677", "37010219870707678",
        "21010219910101679", "35010219930303681", "44010619840404682",
    )
)

SPACES = " ".join(
    f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"'
    for k, v in {
        "office": "office", "style": "style", "text": "text", "table": "table",
        "draw": "drawing", "svg": "svg-compatible", "fo": "xsl-fo-compatible",
        "meta": "meta", "presentation": "presentation", "number": "datastyle",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'

META = (
    "<office:meta><dc:title>关于报送名单的通知</dc:title><dc:subject>机密★3年</dc:subject>"
    "<meta:initial-creator>办公室</meta:initial-creator></office:meta>"
)


def flat(kind, styles, body, masters=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">{META}'
        f"<office:styles/><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body>{body}</office:body></office:document>"
    )


def text():
    def cells(row):
        return "".join(
            f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>'
            for c in row)

    rows = [("序号", "姓名", "身份证号"), ("1", "章某某", CELL), ("2", "李某某", "（略）")]
    table = "".join(f"<table:table-row>{cells(r)}</table:table-row>" for r in rows)
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>'
        '</style:style><style:style style:name="W" style:family="text"><style:text-properties '
        'fo:color="#ffffff"/></style:style>'
        '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout>'
        '<style:style style:name="F" style:family="graphic"><style:graphic-properties/></style:style>'
    )
    masters = (
        '<style:master-page style:name="Standard" style:page-layout-name="L"><style:header>'
        "<text:p>机密★1年</text:p></style:header><style:footer><text:p>内部资料，注意保存</text:p>"
        "</style:footer></style:master-page>"
    )
    body = (
        "<office:text><text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion>"
        "<office:change-info><dc:creator>核稿</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>"
        f"</office:change-info><text:p>证件号码{DELETED}</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>关于报送名单的通知</text:p><text:p>各科室：</text:p>"
        f'<text:p>请核对身份证号{BODY}<text:note text:id="n1" text:note-class="footnote">'
        f"<text:note-citation>1</text:note-citation><text:note-body><text:p>另见身份证号{FOOT}</text:p>"
        "</text:note-body></text:note>，月底前报送。</text:p>"
        f'<text:p>附件另发。<text:span text:style-name="H">身份证号{HIDDEN}</text:span></text:p>'
        f'<text:p>说明。<text:span text:style-name="W">身份证号{WHITE}</text:span></text:p>'
        '<text:p>此处有批注<office:annotation><dc:creator>核稿</dc:creator><dc:date>2026-01-01T00:00:00'
        f"</dc:date><text:p>身份证号{COMMENT}</text:p></office:annotation>。</text:p>"
        '<text:p>删去<text:change text:change-id="c1"/>以上。</text:p>'
        '<text:p>见框<draw:frame draw:style-name="F" text:anchor-type="paragraph" svg:width="9cm" '
        f'svg:height="2cm"><draw:text-box><text:p>身份证号{BOX}</text:p></draw:text-box></draw:frame>'
        f'</text:p><table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>'
        f"{table}</table:table><text:p>以上。</text:p></office:text>"
    )
    return flat("text", styles, body, masters)


def sheets():
    def cell(value, more=""):
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, int):
            return (f'<table:table-cell office:value-type="float" office:value="{value}">'
                    f"<text:p>{value}</text:p></table:table-cell>")
        return (f'<table:table-cell office:value-type="string">{more}<text:p>{value}</text:p>'
                "</table:table-cell>")

    note = (
        "<office:annotation><dc:creator>核稿</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>"
        f"<text:p>证号 {COMMENT}</text:p></office:annotation>"
    )
    styles = (
        '<style:style style:name="ta0" style:family="table"><style:table-properties '
        'table:display="true"/></style:style>'
        '<style:style style:name="ta1" style:family="table"><style:table-properties '
        'table:display="false"/></style:style>'
    )
    first = (
        '<table:table table:name="名单" table:style-name="ta0">'
        '<table:table-column table:number-columns-repeated="5"/>'
        '<table:table-column table:visibility="collapse"/>'
        "<table:table-row>"
        + "".join(cell(c) for c in ("序号", "姓名", "身份证号", "金额", None, "证件号码"))
        + "</table:table-row><table:table-row>"
        + cell(1) + cell("章某某", note) + cell(BODY) + cell(800) + cell(None) + cell(COLUMN)
        + "</table:table-row><table:table-row>"
        + cell(2) + cell("李某某") + cell("（略）") + cell(900)
        + '</table:table-row><table:table-row table:visibility="collapse">'
        + cell(3) + cell("王某某") + cell(ROW) + cell(700)
        + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="5"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="7"/>'
        + cell(330106198503021000) + "</table:table-row></table:table>"
    )
    second = (
        '<table:table table:name="底稿" table:style-name="ta1"><table:table-column/>'
        '<table:table-row><table:table-cell table:number-columns-repeated="1"/>' + cell("身份证号")
        + "</table:table-row><table:table-row><table:table-cell/>" + cell(HIDDEN)
        + "</table:table-row></table:table>"
    )
    return flat("spreadsheet", styles, f"<office:spreadsheet>{first}{second}</office:spreadsheet>")


def slides():
    def page(name, words, more="", style=""):
        return (
            f'<draw:page draw:name="{name}" draw:master-page-name="M"{style}>'
            '<draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="3cm"><draw:text-box>'
            f"<text:p>{words}</text:p></draw:text-box></draw:frame>{more}</draw:page>")

    # A black box over the number: what lies under it stays text.
    box = (
        '<draw:rect draw:style-name="black" svg:x="2cm" svg:y="2cm" svg:width="20cm" '
        'svg:height="3cm"/>')

    notes = (
        '<presentation:notes><draw:frame presentation:class="notes" svg:x="2cm" svg:y="14cm" '
        'svg:width="16cm" svg:height="9cm"><draw:text-box>'
        f"<text:p>身份证号{NOTE}</text:p></draw:text-box></draw:frame></presentation:notes>"
    )
    styles = (
        '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" '
        'fo:page-height="21cm"/></style:page-layout>'
        '<style:style style:name="hid" style:family="drawing-page">'
        '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )
    styles += (
        '<style:style style:name="black" style:family="graphic"><style:graphic-properties '
        'draw:fill="solid" draw:fill-color="#000000"/></style:style>')
    masters = '<style:master-page style:name="M" style:page-layout-name="L"/>'
    body = (
        "<office:presentation>" + page("首页", "工作汇报") + page("名单", f"身份证号{BODY}", box + notes)
        + page("隐藏", f"身份证号{HIDDEN}", style=' draw:style-name="hid"')
        + "</office:presentation>"
    )
    return flat("presentation", styles, body, masters)


def convert(folder, source, *kinds):
    for kind in kinds:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", kind, "--outdir", str(folder), str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def picture(lines, size=(900, 420)):
    image = Image.new("L", size, 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 36)
    for number, line in enumerate(lines):
        draw.text((60, 50 + 80 * number), line, fill=0, font=font)
    return image


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {}
        for stem, content, ending, kinds in [
            ("office-notice", text(), "fodt", ["odt", "docx", "doc", "pdf"]),
            ("office-roster", sheets(), "fods", ["ods", "xlsx", "xls"]),
            ("office-report", slides(), "fodp", ["odp", "pptx", "pdf"]),
        ]:
            source = folder / f"{stem}.{ending}"
            source.write_text(content, encoding="utf-8")
            convert(folder, source, *kinds)
            for kind in kinds:
                made[f"{stem}.{kind}"] = folder / f"{stem}.{kind}"
        # Text under a black box: the text layer stays.
        image = picture(["关于报送名单的通知", f"身份证号：{BODY}", "联系电话：13800660071"])
        image.save(HERE / "picture.png", optimize=True)
        image.save(HERE / "scanned.pdf", resolution=100)
        for name, path in made.items():
            shutil.copy(path, HERE / name)
        subprocess.run(
            ["qpdf", "--encrypt", "secret", "secret", "256", "--", HERE / "office-notice.pdf",
             HERE / "encrypted.pdf"], check=True)
        with open(HERE / "office-notice.docx", "rb") as plain, open(
            HERE / "encrypted.docx", "wb"
        ) as secret:
            OOXMLFile(plain).encrypt("secret", secret)
        (folder / "正文.txt").write_text("机密★1年\n", encoding="utf-8")
        (HERE / "encrypted.zip").unlink(missing_ok=True)
        subprocess.run(
            ["zip", "-q", "-P", "secret", HERE / "encrypted.zip", "正文.txt"], cwd=folder, check=True)
    for path in sorted(HERE.iterdir()):
        print(path.stat().st_size, path.name)


if __name__ == "__main__":
    main()
