import AttachmentExchange
import TestSupport
import Testing
import ZhubiAttachments
import ZhubiText

@testable import AttachmentReading

/// Small rules of reading, one by one.
@Suite struct ReadingRulesTests {
  private func texts(_ archive: TestArchive) -> [String] {
    var texts: [String] = []
    AttachmentReading { record in
      if case .part(let part) = record { texts.append(String(decoding: part.text, as: UTF8.self)) }
    }.read(archive.bytes)
    return texts
  }

  @Test func wordsGoOnAcrossRunsAndStopAtParagraphs() {
    #expect(
      texts(
        .word(
          "<d><p><r><t>机</t></r><r><t>密★</t></r></p><p><r><t>一</t><tab/><t>二</t><br/><t>三</t></r></p></d>"
        )) == ["机密★\n一 二\n三"])
  }

  @Test func deletionsMovesAndHiddenRunsAreTheirOwnParts() {
    #expect(
      texts(
        .word(
          """
          <d><p><del><r><delText>甲</delText></r></del><moveFrom><r><t>乙</t></r></moveFrom><r>\
          <rPr><vanish/></rPr><t>丙</t></r><r><rPr><vanish val='0'/></rPr><t>丁</t></r><r><t>戊</t></r></p></d>
          """)) == ["丁戊", "甲乙", "丙"])
  }

  @Test func aFallbackIsReadOnlyWhenItDiffers() {
    func page(_ fallback: String) -> TestArchive {
      .word(
        """
        <d><p><r><AlternateContent><Choice><txbxContent><p><t>甲</t></p></txbxContent></Choice>\
        <Fallback><txbxContent><p><t>\(fallback)</t></p></txbxContent></Fallback>\
        </AlternateContent></r></p></d>
        """)
    }
    #expect(texts(page("甲")) == ["甲"])
    #expect(texts(page("乙")) == ["甲", "乙"])
  }

  @Test func glossesAndDescriptionsStandApart() {
    #expect(
      texts(
        .word(
          """
          <d><p><r><ruby><rt><r><t>qū</t></r></rt><rubyBase><r><t>区</t></r></rubyBase></ruby>\
          <t>政府</t></r></p><docPr name='图片 1' descr='证件照'/></d>
          """)) == ["区政府", "qū", "证件照"])
  }

  @Test func aPivotTableKeepsACopy() {
    var archive = TestArchive.sheet("<row r='1'><c r='A1'><v>1</v></c></row>")
    archive.replace("[Content_Types].xml") {
      $0.replacing(
        "</Types>",
        with:
          "<Override PartName='/xl/p.xml' ContentType='application/x.pivotCacheRecords+xml'/></Types>"
      )
    }
    archive.add("xl/p.xml", "<x><r><s v='章某某'/><n v='1.5'/></r><r><s v='李某某'/></r></x>")
    #expect(texts(archive) == ["1", "章某某 1.5\n李某某"])
  }

  @Test func openDocumentsAreRead() {
    var archive = TestArchive()
    archive.add("mimetype", "application/vnd.oasis.opendocument.text")
    archive.add(
      "content.xml",
      """
      <d><tracked-changes><p>删</p></tracked-changes><h>标题</h><p>正<span>文</span>\
      <annotation><creator>某</creator><p>批</p></annotation>。</p><table><table-row><table-cell>\
      <p>姓名</p></table-cell><table-cell><p>号码</p></table-cell></table-row></table></d>
      """)
    #expect(texts(archive) == ["标题\n正文。\n姓名\t号码", "删", "某 批"])
  }

  @Test(arguments: [
    ("3.30106198503021E+17", "330106198503021000", true), ("1.3812345678E10", "13812345678", false),
    ("800", "800", false), ("0.5", "0.5", false), ("1.5E-3", "1.5E-3", false),
    ("330106198503021234", "330106198503021234", true), ("-1E+17", "-1E+17", false),
    ("1E+99", "1E+99", false), ("E", "E", false), ("6222021234567890", "6222021234567890", false),
  ])
  func numbersAreWrittenOut(raw: String, text: String, lost: Bool) {
    let number = CellNumber(Array(raw.utf8))
    #expect(String(decoding: number.text, as: UTF8.self) == text)
    #expect(number.hasLostDigits == lost)
  }

  @Test(arguments: ["A1", "Z9", "AA10", "XFD1048576"]) func cellNamesGoBothWays(name: String) {
    #expect(name.withCString { CellReference($0) }?.name == name)
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "AAAAAAAAAAAA1"])
  func otherNamesAreNoCells(name: String) {
    #expect(name.withCString { CellReference($0) } == nil)
  }

  @Test func answersSurviveTheWay() {
    let records: [AttachmentRecord] = [
      .part(
        AttachmentPart(
          .hiddenCells, place: [[1, 2], []], text: Array("甲\t乙".utf8),
          tables: [
            [
              AttachmentCell(row: 0, column: 0, range: 0..<3),
              AttachmentCell(
                row: 4, column: 7, rowSpan: 2, columnSpan: 3, isHeader: true, range: 4..<7),
            ]
          ], joinsLines: true)),
      .file(place: [], bytes: [0, 255]),
      .problem(AttachmentProblem(.imageOnly, place: [[65]], chinese: "图", english: "picture")),
    ]
    let bytes =
      ExchangeCode.signature + records.flatMap(ExchangeCode.encode) + ExchangeCode.end
    let decoded = ExchangeCode.decode(bytes)
    #expect(decoded.records == records)
    #expect(decoded.isComplete)
    for length in 0..<bytes.count {
      #expect(!ExchangeCode.decode(Array(bytes.prefix(length))).isComplete)
    }
    var dice = Dice(11)
    for _ in 0..<2_000 {
      var damaged = bytes
      damaged[dice.roll(0...damaged.count - 1)] = UInt8(dice.roll(0...255))
      _ = ExchangeCode.decode(damaged)
    }
  }

  @Test func contentDecidesAndTheNameWhereItSaysNothing() {
    func reading(_ name: String, _ head: [UInt8]) -> AttachmentForm.Reading {
      AttachmentForm.reading(fileName: name, head: head)
    }
    let noise = (0..<400).map { UInt8(truncatingIfNeeded: $0 * 7) }
    #expect(reading("a.txt", Array("%PDF-1.4".utf8)) == .attachment("auto"))
    #expect(reading("a.doc", [0x50, 0x4B, 3, 4]) == .attachment("auto"))
    #expect(reading("a.md", Array("文件以 %PDF- 开头".utf8)) == .text)
    #expect(reading("a.doc", Array("<html><body>名单".utf8)) == .text)
    #expect(reading("a.docx", noise) == .attachment("docx"))
    #expect(reading("a.docx", []) == .attachment("docx"))
    #expect(reading("a.txt", []) == .text)
    #expect(reading("a", noise) == .unknown)
    #expect(reading("a.mht", Array("MIME-Version: 1.0".utf8)) == .unknown)
    #expect(reading("a", Array("正文".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == .text)
    let latin = "notice 2026 of the office".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(reading("a.txt", latin) == .text)
  }
}
