import Testing
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiText

/// A lexicon is exchanged while scans run: every report is from exactly one, and none is lost.
@Suite struct ScannerSlotTests {
  /// A lexicon that knows one word, under a rule that names its version.
  private func scanner(version: Int) throws -> TextScanner {
    let manifest = "id: v\nkind: term.v\(version)\nseverity: error\nsource: test\n"
    let pack = PackSource(
      manifest: PackSource.File(path: "v/pack.yaml", bytes: Array(manifest.utf8)),
      tables: [PackSource.File(path: "v/words.tsv", bytes: Array("term\n甲乙\n丙丁\n".utf8))])
    let image = try LexiconCompiler(folding: Self.folding, layers: [[], [pack]]).compile()
    return TextScanner(lexicon: try Lexicon(image: image))
  }

  static let folding = try! Folding.computed()

  @Test func everyReportIsFromOneLexicon() async throws {
    let versions = try (0..<4).map { try scanner(version: $0) }
    let slot = ScannerSlot(versions[0])
    let text = String(repeating: "甲乙丙丁，", count: 40)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var reports = 0
          for _ in 0..<60 {
            let report = slot.current.scan(text)
            let rules = Set(report.findings.map(\.rule))
            #expect(rules.count == 1, "a report mixes lexicons: \(rules)")
            #expect(report.findings.filter { $0.rule.family == "term" }.count == 80)
            reports += 1
          }
          return reports
        }
      }
      group.addTask {
        for round in 0..<200 {
          slot.replace(with: versions[round % versions.count])
          await Task.yield()
        }
        return 0
      }
      var total = 0
      for try await count in group { total += count }
      #expect(total == 240)
    }
  }
}
