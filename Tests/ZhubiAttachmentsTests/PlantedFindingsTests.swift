import Foundation
import TestSupport
import Testing

/// What is planted in the fixtures is found by the tool, at its place.
@Suite struct PlantedFindingsTests {
  private func findings(_ name: String) throws -> (status: Int32, places: Set<String>) {
    let program = try Program("zhubi")
    defer { program.clean() }
    try program.write(name, Data(try Fixtures.bytes(name)))
    let result = try program.run("scan", "--to", "jsonl", name)
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
      "personal.cn-id @ table 1, row 2, column 3", "personal.cn-id @ hidden text",
      "personal.cn-id @ text box", "personal.cn-id @ comment", "term.internal-only @ deleted text",
      "term.secrecy-marking @ header", "term.secrecy-marking @ properties",
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
      "personal.cn-id @ slide 1, table 1, row 2, column 2", "personal.cn-id @ hidden slide 2",
      "term.internal-only @ slide 1 notes",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  @Test func fixedLayout() throws {
    let (status, places) = try findings("notice.ofd")
    #expect(status == 1)
    for expected in [
      "term.secrecy-marking @ page 1", "personal.cn-id @ page 2", "personal.cn-id @ page 2, hidden",
    ] {
      #expect(places.contains(expected), "\(expected) missing in \(places.sorted())")
    }
  }

  @Test(.enabled(if: Fixtures.has("pdftotext"), "pdftotext (poppler-utils) is not installed"))
  func portableDocument() throws {
    let (status, places) = try findings("notice.pdf")
    #expect(status == 1)
    #expect(places.contains("term.secrecy-marking @ page 1"), "\(places)")
    #expect(places.contains("personal.cn-id @ page 2"), "\(places)")
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
}
