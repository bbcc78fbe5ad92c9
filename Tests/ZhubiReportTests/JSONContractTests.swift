import Foundation
import Testing
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// The order of keys is a promise to whoever reads findings line by line.
@Suite struct JSONContractTests {
  @Test func keysOfAFindingStandInOrder() throws {
    let lines = Fixture.text(of: JSONLinesReporter()).split(separator: "\n")
    let line = try #require(lines.first { $0.contains("\"part\"") && $0.contains("cn-id") })
    #expect(
      Self.keys(String(line)) == [
        "document", "rule", "severity", "confidence", "message", "suggestion", "basis", "excerpt",
        "part", "location", "line", "column", "range", "scalar", "utf8", "utf16", "matched",
        "fingerprint",
      ])
  }

  @Test func keysOfASummaryStandInOrder() throws {
    let lines = Fixture.text(of: JSONLinesReporter()).split(separator: "\n")
    let summary = try #require(lines.first { !$0.contains("\"rule\"") })
    #expect(
      Self.keys(String(summary)) == [
        "document", "verdict", "counts", "block", "error", "warning", "info", "notes",
      ])
  }

  @Test func emptyFieldsAreAbsent() throws {
    let lines = Fixture.text(of: JSONLinesReporter()).split(separator: "\n")
    let line = try #require(lines.first { $0.contains("personal.person-name") })
    #expect(
      Self.keys(String(line)) == [
        "document", "rule", "severity", "confidence", "message", "excerpt", "location", "line",
        "column", "range", "scalar", "utf8", "utf16", "fingerprint",
      ])
  }

  /// Each document ends with exactly one object without a rule.
  @Test func everyDocumentHasOneSummaryBehindItsFindings() throws {
    let objects = try Self.objects(Fixture.text(of: JSONLinesReporter()))
    var current: String?
    var summaries: [String] = []
    for object in objects {
      let name = try #require(object["document"] as? String)
      if object["rule"] == nil {
        #expect(current == nil || current == name)
        summaries.append(name)
        current = nil
      } else {
        #expect(current == nil || current == name)
        current = name
      }
    }
    #expect(summaries == Fixture.documents.map(\.document.id) + [""])
  }

  @Test(arguments: [ReportForm.json, .sarif, .rdjson])
  func isOneValidJSONValue(_ form: ReportForm) throws {
    let text = Fixture.text(of: form.reporter())
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
    var empty = form.reporter()
    let nothing = empty.begin() + empty.end(RunSummary())
    #expect(try JSONSerialization.jsonObject(with: Data(nothing.utf8)) is [String: Any])
  }

  @Test func rangesPointAtTheText() throws {
    let objects = try Self.objects(Fixture.text(of: JSONLinesReporter(), showsSensitive: true))
    let sources = Dictionary(
      uniqueKeysWithValues: Fixture.documents.map { ($0.document.id, $0.document.source) })
    var seen = 0
    for object in objects where object["rule"] != nil {
      guard let excerpt = object["excerpt"] as? String,
        let name = object["document"] as? String, let source = sources[name],
        let range = object["range"] as? [String: [Int]], let utf8 = range["utf8"],
        let scalar = range["scalar"], let utf16 = range["utf16"]
      else { continue }
      let text = String(decoding: source, as: UTF8.self)
      let scalars = Array(text.unicodeScalars)[scalar[0]..<scalar[1]]
      #expect(String(decoding: source[utf8[0]..<utf8[1]], as: UTF8.self) == excerpt)
      #expect(scalars.map { String($0) }.joined() == excerpt)
      #expect(
        String(decoding: Array(text.utf16)[utf16[0]..<utf16[1]], as: UTF16.self) == excerpt)
      seen += 1
    }
    #expect(seen == 17)
  }

  static func objects(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  /// The keys in the order they are written.
  static func keys(_ json: String) -> [String] {
    json.matches(of: #/[{,]"((?:[^"\\]|\\.)*)":/#).map { String($0.1) }
  }
}
