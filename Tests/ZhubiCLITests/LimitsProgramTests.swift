import Foundation
import TestSupport
import Testing

/// Every limit can be set, is said when it is hit, and leaves the scan incomplete.
@Suite struct LimitsProgramTests {
  private func scan(
    _ name: String, _ data: Data, limits: String, input: Bool = false
  ) throws -> (status: Int32, output: String) {
    let program = try Program("zhubi")
    defer { program.clean() }
    try program.write(".zhubi.yaml", "limits:\n" + limits)
    if input {
      let result = try program.run(["scan", "--to", "jsonl", "--from", "html", "-"], input: data)
      return (result.status, result.output)
    }
    try program.write(name, data)
    let result = try program.run("scan", "--to", "jsonl", name)
    return (result.status, result.output)
  }

  private func expectLimit(_ result: (status: Int32, output: String)) {
    #expect(result.status == 3)
    #expect(result.output.contains("scan.limit-reached"), "\(result.output)")
  }

  private static func fixture(_ name: String) throws -> Data {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try Data(
      contentsOf: tests.appending(path: "ZhubiAttachmentsTests/Fixtures").appending(path: name))
  }

  @Test(arguments: [
    "unpacked-size: 2KiB", "text-size: 100", "cells: 4", "entries: 3", "depth: 2",
  ])
  func limitsOfAttachments(limit: String) throws {
    let name = "roster.xlsx"
    expectLimit(
      try scan(name, Self.fixture(name), limits: "  attachments:\n    \(limit)\n"))
  }

  @Test func archivesInsideOneAnother() throws {
    expectLimit(
      try scan(
        "nested.zip", Self.fixture("nested.zip"), limits: "  attachments:\n    nesting: 1\n"))
  }

  @Test(arguments: [
    ("depth: 3", "<div><div><div><div><div>深</div></div></div></div></div>"),
    ("attributes: 2", "<p a=1 b=2 c=3>多</p>"), ("value-size: 10", "<p title='123456789012'>长</p>"),
    ("text-size: 12", "<p>请各单位认真贯彻执行。</p>"), ("cells: 1", "<table><td>甲<td>乙</table>"),
    ("links: 1", "<a href=a>甲</a><a href=b>乙</a>"),
  ])
  func limitsOfPages(limit: String, page: String) throws {
    expectLimit(
      try scan("a.html", Data(page.utf8), limits: "  html:\n    \(limit)\n"))
  }

  /// More of standard input than may be held: its beginning is scanned, and the rest is named.
  @Test func aDocumentTooLargeToBeHeld() throws {
    var page = Data("<html><body><p>机密★1年</p><p ".utf8)
    page.append(Data(repeating: 0x61, count: 20 << 20))
    let result = try scan(
      "", page, limits: "  document-size: 17MiB\n", input: true)
    expectLimit(result)
    #expect(result.output.contains("term.secrecy-marking"))
  }

  @Test(arguments: ["entries: 0", "entries: -1", "memory: much", "speed: 3", "seconds: 1KiB"])
  func aLimitThatIsNoneIsAnError(limit: String) throws {
    let result = try scan("a.txt", Data("正文".utf8), limits: "  attachments:\n    \(limit)\n")
    #expect(result.status == 2)
  }
}
