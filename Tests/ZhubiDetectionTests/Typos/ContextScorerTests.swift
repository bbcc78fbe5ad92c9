import Testing
import ZhubiText

@testable import ZhubiDetection

/// An example of what stands behind the door: pairs of characters counted in right text.
///
/// It compares how often the pairs at the edges of the place occur with and without the replacement; a
/// scorer for
/// real work counts longer stretches in far more text, prunes and quantises them, and keeps the same
/// shape: a pure function from a candidate to nats.
private struct PairScorer: ContextScorer {
  private var counts: [UInt64: Double] = [:]
  /// What an unseen pair is worth.
  private let floor = 0.01

  init(_ sentences: [String], _ folding: Folding) {
    for sentence in sentences {
      let units = folding.fold(sentence)
      for (a, b) in zip(units, units.dropFirst()) { counts[Self.key(a, b), default: 0] += 1 }
    }
  }

  func score(_ candidate: TypoCandidate) -> Double {
    let before = candidate.window[..<candidate.place.lowerBound]
    let after = candidate.window[candidate.place.upperBound...]
    return weight(before, candidate.replacement[...], after)
      - weight(before, candidate.window[candidate.place], after)
  }

  private func weight(
    _ before: ArraySlice<UInt32>, _ middle: ArraySlice<UInt32>, _ after: ArraySlice<UInt32>
  ) -> Double {
    let left = zip(before.suffix(1), middle.prefix(1))
    let right = zip(middle.suffix(1), after.prefix(1))
    return (Array(left) + Array(right)).reduce(0) {
      $0 + Self.logarithm(counts[Self.key($1.0, $1.1), default: 0] + floor)
    }
  }

  private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

  /// The natural logarithm by halving and a short series: this module links no mathematics.
  private static func logarithm(_ value: Double) -> Double {
    var value = value
    var result = 0.0
    while value > 1.5 {
      value /= 2
      result += 0.693_147_180_559_945
    }
    while value < 0.75 {
      value *= 2
      result -= 0.693_147_180_559_945
    }
    let x = (value - 1) / (value + 1)
    return result + 2 * (x + x * x * x / 3 + x * x * x * x * x / 5)
  }
}

/// `typo.context`: a form in doubt is put before the scorer, and only such a form.
@Suite struct ContextScorerTests {
  private func lexicon() throws -> Lexicon {
    let pack = PackSource(
      manifest: .init(
        path: "slips/pack.yaml",
        bytes: Array(
          "id: slips\ntitle: slips\nversion: 1\nkind: typo.confusion\nseverity: warning\n".utf8)),
      tables: [
        .init(
          path: "slips/a.tsv",
          bytes: Array("term\tseverity\tsuggestion\tunless\n按排\twarning\t安排\t?@quote;?@name\n".utf8)
        )
      ])
    return try Lexicon(
      image: LexiconCompiler(folding: HouseLexicon.folding, layers: [[pack]]).compile())
  }

  private func slips(_ text: String, _ scorer: (any ContextScorer)?) throws -> [Finding] {
    findings(in: text, lexicon: try lexicon(), detectors: [TypoDetector(scorer: scorer)])
  }

  private var trained: PairScorer {
    PairScorer(
      Array(repeating: "要认真安排好工作。", count: 5) + ["全力安排生产。"], HouseLexicon.folding)
  }

  @Test func theSurroundingsDecideAboutADoubt() throws {
    let text = "他要求“认真按排好工作”。"
    let without = try slips(text, nil)
    #expect(without.map(\.rule) == ["typo.confusion"])
    #expect(without.allSatisfy { $0.severity == .info })
    let with = try slips(text, trained)
    #expect(with.map(\.rule) == ["typo.context"])
    #expect(with.allSatisfy { $0.severity == .warning && $0.confidence == .likely })
    // What stands in a quotation is told, never replaced.
    #expect(with.allSatisfy { $0.fix == nil && $0.suggestion == "安排" })
  }

  @Test func unknownSurroundingsLeaveItInDoubt() throws {
    let found = try slips("某市按排商贸有限公司", trained)
    #expect(found.map(\.rule) == ["typo.confusion"])
    #expect(found.allSatisfy { $0.severity == .info })
  }

  /// The scorer sees up to twelve characters to each side, folded, and where the form stands.
  @Test func theCandidateShowsItsWindow() throws {
    final class Seen: @unchecked Sendable { var all: [TypoCandidate] = [] }
    struct Watching: ContextScorer {
      let seen: Seen
      func score(_ candidate: TypoCandidate) -> Double {
        seen.all.append(candidate)
        return 0
      }
    }
    let seen = Seen()
    _ = try slips("他说：“各单位要按排好”。", Watching(seen: seen))
    let candidate = try #require(seen.all.first)
    #expect(seen.all.count == 1)
    let folding = HouseLexicon.folding
    #expect(Array(candidate.window[candidate.place]) == folding.fold("按排"))
    #expect(candidate.replacement == folding.fold("安排"))
    #expect(candidate.window.count <= 26)
    #expect(candidate.place.lowerBound <= TypoDetector.reach)
  }

  /// A form the dictionary is sure of is not asked about.
  @Test func aCertainFormIsNotPutToTheScorer() throws {
    struct Never: ContextScorer {
      func score(_ candidate: TypoCandidate) -> Double {
        Issue.record("asked about a certain form")
        return 0
      }
    }
    #expect(try slips("认真按排工作", Never()).map(\.severity) == [.warning])
  }
}
