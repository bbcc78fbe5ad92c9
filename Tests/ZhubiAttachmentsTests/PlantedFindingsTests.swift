import Foundation
import TestSupport
import Testing

/// What is planted in the fixtures is found by the tool, at its place.
@Suite struct PlantedFindingsTests {
  private func findings(
    _ name: String, _ options: String...
  ) throws -> (status: Int32, places: Set<String>) {
    let program = try Program("zhubi")
    defer { program.clean() }
    try program.write(name, Data(try Fixtures.bytes(name)))
    let result = try program.run(["scan", "--to", "jsonl"] + options + [name])
    var places: Set<String> = []
    for line in result.output.split(separator: "\n") {
      let object =
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      guard let rule = object["rule"] as? String else { continue }
      places.insert("\(rule) @ \(object["part"] as? String ?? "")")
    }
    return (result.status, places)
  }

  @Test func word() throws {
    let (status, places) = try findings("notice.docx")
    #expect(status == 1)
    for expected in [
      "personal.cn-id @ table 1, row 2, column 3", "personal.cn-id @ hidden text, paragraph 1",
      "personal.cn-id @ text box, paragraph 1", "personal.cn-id @ comment, paragraph 1",
      "term.internal-only @ deleted text, paragraph 1",
      "term.secrecy-marking @ header, paragraph 1",
      "term.secrecy-marking @ properties, paragraph 3",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  @Test func sheets() throws {
    let (status, places) = try findings("roster.xlsx")
    #expect(status == 1)
    for expected in [
      "personal.cn-id @ sheet 名单, table 1, row 2, column 3",
      "personal.cn-id @ sheet 名单, hidden rows and columns, table 1, row 2, column 6",
      "personal.cn-id @ sheet 名单, hidden rows and columns, table 1, row 4, column 3",
      "personal.cn-id @ sheet 名单, comments, table 1, row 3, column 2",
      "personal.cn-id @ hidden sheet 底稿, table 1, row 3, column 2",
      "scan.polluted-text @ sheet 名单",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  @Test func slides() throws {
    let (status, places) = try findings("report.pptx")
    #expect(status == 1)
    for expected in [
      "personal.cn-id @ slide 1, table 1, row 2, column 2",
      "personal.cn-id @ hidden slide 2, paragraph 2",
      "term.internal-only @ slide 1 notes, paragraph 1",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  @Test func fixedLayout() throws {
    let (status, places) = try findings("notice.ofd")
    #expect(status == 1)
    for expected in [
      "term.secrecy-marking @ page 1, paragraph 1", "personal.cn-id @ page 2, paragraph 1",
      "personal.cn-id @ page 2, hidden, paragraph 1",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  @Test(.enabled(if: Fixtures.has("pdftotext"), "pdftotext (poppler-utils) is not installed"))
  func portableDocument() throws {
    let (status, places) = try findings("notice.pdf")
    #expect(status == 1)
    #expect(places.contains("term.secrecy-marking @ page 1, line 1"), "\(places)")
    #expect(places.contains("personal.cn-id @ page 2, line 1"), "\(places)")
  }

  @Test func archivesInsideOneAnother() throws {
    let (status, places) = try findings("nested.zip")
    #expect(status == 1)
    for expected in [
      "term.secrecy-marking @ 通知/正文.txt",
      "personal.cn-id @ inner.tar.gz › 附件/roster.xlsx › hidden sheet 底稿, table 1, row 3, column 2",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  // MARK: Files that LibreOffice wrote

  private static let noticePlaces = [
    "personal.cn-id @ paragraph 3", "personal.cn-id @ paragraph 5",
    "personal.cn-id @ table 1, row 2, column 3", "personal.cn-id @ hidden text, paragraph 1",
    "personal.cn-id @ deleted text, paragraph 1", "personal.cn-id @ text box, paragraph 1",
    "personal.cn-id @ footnote, paragraph 1", "personal.cn-id @ comment, paragraph 1",
    "term.secrecy-marking @ properties, paragraph 2",
  ]

  private static let margins = [
    "docx": [
      "term.secrecy-marking @ header, paragraph 1", "term.internal-only @ footer, paragraph 1",
    ],
    "odt": [
      "term.secrecy-marking @ header and footer, paragraph 1",
      "term.internal-only @ header and footer, paragraph 2",
    ],
  ]

  @Test(arguments: ["docx", "odt"]) func writtenByLibreOffice(kind: String) throws {
    let (status, places) = try findings("office-notice.\(kind)")
    #expect(status == 1)
    for expected in Self.noticePlaces + (Self.margins[kind] ?? []) {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  @Test(.enabled(if: Fixtures.has("soffice"), "LibreOffice is not installed"))
  func oldWordIsReadAsToday() throws {
    let (status, places) = try findings("office-notice.doc")
    #expect(status == 1)
    for expected in Self.noticePlaces + (Self.margins["docx"] ?? []) {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  private func expectRoster(_ name: String, comments: String) throws {
    let (status, places) = try findings(name)
    #expect(status == 1)
    for expected in [
      "personal.cn-id @ sheet 名单, table 1, row 2, column 3",
      "personal.cn-id @ sheet 名单, hidden rows and columns, table 1, row 2, column 6",
      "personal.cn-id @ sheet 名单, hidden rows and columns, table 1, row 4, column 3",
      "personal.cn-id @ hidden sheet 底稿, table 1, row 2, column 2",
      "personal.cn-id @ sheet 名单, comments, \(comments)", "scan.polluted-text @ sheet 名单",
      "term.secrecy-marking @ properties, paragraph 2",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  @Test func sheetsOfLibreOffice() throws {
    try expectRoster("office-roster.ods", comments: "paragraph 1")
    try expectRoster("office-roster.xlsx", comments: "table 1, row 2, column 2")
  }

  @Test(.enabled(if: Fixtures.has("soffice"), "LibreOffice is not installed"))
  func oldSheetsAreReadAsToday() throws {
    try expectRoster("office-roster.xls", comments: "table 1, row 2, column 2")
  }

  @Test(arguments: ["odp", "pptx"]) func slidesOfLibreOffice(kind: String) throws {
    let (status, places) = try findings("office-report.\(kind)")
    #expect(status == 1)
    for expected in [
      "personal.cn-id @ slide 2, paragraph 1", "personal.cn-id @ slide 2 notes, paragraph 1",
      "personal.cn-id @ hidden slide 3, paragraph 1",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
    #expect(!places.contains { $0.hasPrefix("term.template-residue") }, "\(places)")
  }

  /// White text, and a number under a black box.
  @Test(.enabled(if: Fixtures.has("pdftotext"), "pdftotext (poppler-utils) is not installed"))
  func whatAReaderOfThePageDoesNotSee() throws {
    let notice = try findings("office-notice.pdf").places
    #expect(notice.contains("term.secrecy-marking @ page 1, line 1"), "\(notice)")
    #expect(notice.contains("personal.cn-id @ page 1, line 6"), "\(notice)")
    let report = try findings("office-report.pdf").places
    #expect(report.contains("personal.cn-id @ page 2, line 1"), "\(report)")
  }

  @Test(arguments: ["encrypted.docx", "encrypted.zip"])
  func whatIsEncryptedIsNamed(name: String) throws {
    let (status, places) = try findings(name)
    #expect(status == 3)
    #expect(places.contains { $0.hasPrefix("scan.unreadable") }, "\(places)")
  }

  @Test(.enabled(if: Fixtures.has("pdftotext"), "pdftotext (poppler-utils) is not installed"))
  func anEncryptedPageIsNamed() throws {
    let (status, places) = try findings("encrypted.pdf")
    #expect(status == 3)
    #expect(places == ["scan.unreadable @ "])
  }

  // MARK: Pictures

  @Test(arguments: ["picture.png", "scanned.pdf"]) func picturesAreNotReadUnasked(
    name: String
  ) throws {
    let (status, places) = try findings(name)
    #expect(status == 3)
    #expect(places.contains { $0.hasPrefix("scan.image-only") || $0.hasPrefix("scan.uns") })
  }

  @Test(
    .enabled(if: Fixtures.readsPictures, "tesseract with chi_sim is not installed"),
    arguments: ["picture.png", "scanned.pdf"])
  func picturesAreReadWhenAsked(name: String) throws {
    let (status, places) = try findings(name, "--ocr")
    #expect(status == 1)
    let page = name.hasSuffix("pdf") ? "page 1, " : ""
    #expect(
      places.contains { $0.hasPrefix("personal.cn-id @ \(page)picture text, line 2, box") },
      "\(places)")
    #expect(places.contains { $0.hasPrefix("personal.mobile @ \(page)picture text, line 3") })
  }

  @Test(.enabled(if: Fixtures.readsPictures, "tesseract with chi_sim is not installed"))
  func whatAPictureSaysIsLessSure() throws {
    let program = try Program("zhubi")
    defer { program.clean() }
    try program.write("picture.png", Data(try Fixtures.bytes("picture.png")))
    let output = try program.run("scan", "--ocr", "--to", "jsonl", "picture.png").output
    let finding = try #require(
      output.split(separator: "\n").first { $0.contains("personal.cn-id") })
    #expect(finding.contains("\"confidence\":\"likely\""))
    #expect(finding.contains("图片文字识别所得"))
    #expect(!output.contains("\"rule\":\"format."))
  }
}
