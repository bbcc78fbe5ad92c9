import Foundation
import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

/// Wrong forms: how hits become findings, and the contexts that excuse them.
@Suite struct TypoTests {
  /// A lexicon of a few invented rows.
  private func lexicon(_ rows: String) throws -> Lexicon {
    let pack = PackSource(
      manifest: .init(
        path: "slips/pack.yaml",
        bytes: Array(
          "id: slips\ntitle: slips\nversion: 1\nkind: typo.confusion\nseverity: warning\n".utf8)),
      tables: [
        .init(
          path: "slips/a.tsv", bytes: Array("term\tseverity\tsuggestion\tunless\n\(rows)\n".utf8))
      ])
    return try Lexicon(
      image: LexiconCompiler(folding: HouseLexicon.folding, layers: [[pack]]).compile())
  }

  private func slips(_ text: String, _ rows: String) throws -> [Finding] {
    findings(in: text, lexicon: try lexicon(rows), detectors: [TypoDetector()])
  }

  @Test func oneRightFormIsAFix() throws {
    let found = try slips("认真做好按排工作", "按排\twarning\t安排\t")
    #expect(found.map(\.rule) == ["typo.confusion"])
    #expect(found.first?.suggestion == "安排")
    #expect(found.first?.fix?.replacement == "安排")
  }

  @Test func severalRightFormsAreAdvice() throws {
    let found = try slips("认真做好按排工作", "按排\twarning\t安排|编排\t")
    #expect(found.first?.suggestion == "安排|编排")
    #expect(found.first?.fix == nil)
  }

  @Test func nothingIsReplacedInsideQuotationsAndTitles() throws {
    for text in ["把“安排”写成“按排”的", "《按排的故事》", "他说：“认真按排。”"] {
      let found = try slips(text, "按排\twarning\t安排\t")
      #expect(found.count == 1)
      #expect(found.allSatisfy { $0.fix == nil }, "\(text)")
    }
  }

  @Test func aChangeSeenThriceIsInDoubt() throws {
    let found = try slips("按排一。按排二。按排三。", "按排\twarning\t安排\t")
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.confidence == .possible && $0.fix == nil })
    let grave = try slips("攻府一。攻府二。攻府三。", "攻府\terror\t政府\t")
    #expect(grave.allSatisfy { $0.confidence == .certain && $0.severity == .error })
  }

  @Test func contextsExcuseCitationsAndNames() throws {
    let rows = "按排\twarning\t安排\t@quote;@name"
    #expect(try slips("把“按排”改过来", rows).isEmpty)
    #expect(try slips("某市按排商贸有限公司", rows).isEmpty)
    let doubtful = "按排\twarning\t安排\t?@quote;?@name"
    #expect(try slips("把“按排”改过来", doubtful).map(\.severity) == [.info])
    #expect(try slips("某市按排商贸有限公司", doubtful).map(\.severity) == [.info])
    #expect(try slips("认真按排，公司很好", rows).contains { $0.severity == .warning })
    #expect(try slips("认真按排工作", rows).contains { $0.severity == .warning })
  }

  /// A scorer decides about forms in doubt, and only about those.
  @Test func aScorerMayRaiseADoubt() throws {
    struct Sure: ContextScorer {
      func score(_ candidate: TypoCandidate) -> Double {
        candidate.window[candidate.place].isEmpty ? 0 : 9
      }
    }
    let rows = "按排\twarning\t安排\t"
    let found = findings(
      in: "认真按排", lexicon: try lexicon(rows), detectors: [TypoDetector(scorer: Sure())])
    #expect(found.map(\.rule) == ["typo.confusion"])
    #expect(TypoDetector(scorer: Sure()).rules.count == 2)
  }

  /// The cases that come with the dictionary, once it is there.
  @Test func dictionaryCases() throws {
    struct Case: Decodable {
      var id: String
      var text: String
      var suggestion: String?
    }
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/typos/cases.jsonl")
    guard let data = try? Data(contentsOf: url) else { return }
    for line in data.split(separator: 0x0A) {
      let item = try JSONDecoder().decode(Case.self, from: Data(line))
      let marked = MarkedText(item.text)
      let found = findings(in: marked.text, detectors: [TypoDetector()])
      #expect(found.map(\.range.plain) == marked.utf8Ranges, "\(item.id): \(item.text)")
      if let suggestion = item.suggestion, !marked.utf8Ranges.isEmpty {
        #expect(found.first?.suggestion == suggestion, "\(item.id)")
      }
    }
  }
}
