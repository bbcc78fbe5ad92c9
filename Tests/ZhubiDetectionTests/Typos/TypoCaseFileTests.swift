import Foundation
import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

/// The dictionary against texts: one for every severe entry, and running text that is right.
@Suite struct TypoCaseFileTests {
  private struct Case: Decodable {
    var id: String
    var text: String
    var suggestion: String?
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/typos")

  private static func cases(_ name: String) throws -> [Case] {
    try String(contentsOf: fixtures.appending(path: name), encoding: .utf8)
      .split(separator: "\n").map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
  }

  private static let entries: [LexiconEntry] = {
    let packs = HouseLexicon.packs(in: HouseLexicon.dictionaries)
      .filter { $0.manifest.path.hasPrefix("typos/") }
    return LexiconCompiler(folding: HouseLexicon.folding, layers: [packs]).merged().entries
  }()

  /// What official check lists punish is an error, and each such entry has a text of its own.
  @Test func everySevereEntryFiresInItsText() throws {
    let cases = try Self.cases("severe.jsonl")
    let marked = cases.map { MarkedText($0.text) }
    let shown = Set(
      zip(cases, marked).compactMap { item, text in
        text.utf8Ranges.first.map { String(decoding: Array(text.text.utf8)[$0], as: UTF8.self) }
      })
    let severe = Set(Self.entries.filter { $0.severity == .error }.map(\.term))
    #expect(severe.subtracting(shown).isEmpty, "severe entries without a text")
    var text = ""
    var wanted: [Range<Int>] = []
    for item in marked {
      wanted += item.utf8Ranges.map { $0.shifted(by: text.utf8.count) }
      text += item.text + "\n"
    }
    let found = findings(in: text, detectors: [TypoDetector()]).filter { $0.severity == .error }
    #expect(found.map(\.range.plain) == wanted)
    for (finding, item) in zip(found, cases) {
      #expect(finding.suggestion == item.suggestion, "\(item.id)")
    }
  }

  @Test func thereAreEnoughCases() throws {
    #expect(try Self.cases("cases.jsonl").count >= 300)
    #expect(try Self.cases("severe.jsonl").count >= 600)
  }

  /// Not in a common word, no two that fold alike, none that adds nothing: `lexicon lint` is silent.
  @Test func lintHasNothingToSay() throws {
    let packs = HouseLexicon.packs(in: HouseLexicon.dictionaries)
      .filter { $0.manifest.path.hasPrefix("typos/") }
    let words = try String(
      contentsOf: HouseLexicon.dictionaries.appending(path: "common-words/words.txt"),
      encoding: .utf8)
    let lint = LexiconLint(
      compiler: LexiconCompiler(folding: HouseLexicon.folding, layers: [packs]),
      commonWords: words.split(separator: "\n").map(String.init),
      day: CalendarDate("2026-11-21")!)
    #expect(lint.diagnostics().map { "\($0.file):\($0.line) \($0.message.chinese)" } == [])
  }

  /// Laws, reports and news that are presumed right: a fortieth of them here, all of them on request.
  @Test(.enabled(if: SharedMaterial.file("corpus/clean") != nil, "no clean corpus here"))
  func cleanTextStaysQuiet() throws {
    let folder = try #require(SharedMaterial.file("corpus/clean"))
    let accepted = Set(
      try String(contentsOf: Self.fixtures.appending(path: "accepted.tsv"), encoding: .utf8)
        .split(separator: "\n").compactMap { $0.split(separator: "\t").first.map(String.init) })
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    ).compactMap { $0 as? URL }.filter { $0.pathExtension == "txt" }.map(\.path).sorted()
    #expect(files.count > 100)
    let step = ProcessInfo.processInfo.environment["ZHUBI_ALL_CLEAN"] == nil ? 40 : 1
    for index in stride(from: 0, to: files.count, by: step) {
      let text = try String(contentsOfFile: files[index], encoding: .utf8)
      let bytes = Array(text.utf8)
      for finding in findings(in: text, detectors: [TypoDetector()])
      where finding.severity > .info {
        let form = String(decoding: bytes[finding.range.plain], as: UTF8.self)
        #expect(accepted.contains(form), "\(files[index]): \(form)")
      }
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
