import Foundation
import TestSupport
import Testing
import ZhubiDetection
import ZhubiText

/// Cases made from templates, scored as labelled sets are: same kind, half of the spans shared.
@Suite struct PersonalCaseTests {
  @Test func ownCasesMeetTheTargets() throws {
    let cases = CaseForge.cases()
    #expect(cases.count >= 600)
    if let path = ProcessInfo.processInfo.environment["ZHUBI_PERSONAL_CASES"] {
      try Self.write(cases, to: URL(filePath: path))
    }
    let score = PersonalScore(cases)
    for line in score.errors.prefix(60) { print(line) }
    print(score.summary)
    for kind in ["cn_id", "mobile", "bank_card"] {
      #expect(score.precision(kind) >= 0.99, "\(kind)")
      #expect(score.recall(kind) >= 0.98, "\(kind)")
    }
    #expect(score.precision(nil) >= 0.97)
    #expect(score.recall(nil) >= 0.95)
    #expect(score.clean >= 0.98)
  }

  @Test(arguments: [
    ("ZHUBI_SECOND_CASES", CaseForge.secondCases(), 700),
    ("ZHUBI_THIRD_CASES", CaseForge.thirdCases(), 450),
    ("ZHUBI_FIFTH_CASES", CaseForge.fifthCases(), 150),
    ("ZHUBI_SIXTH_CASES", CaseForge.sixthCases(), 120),
  ])
  func laterCasesMeetTheTargets(_ variable: String, _ cases: [PersonalCase], least: Int) throws {
    #expect(cases.count >= least)
    if let path = ProcessInfo.processInfo.environment[variable] {
      try Self.write(cases, to: URL(filePath: path))
    }
    let score = PersonalScore(cases)
    for line in score.errors.prefix(400) { print(line) }
    print(score.summary)
    print(score.kinds)
    for kind in ["cn_id", "mobile", "bank_card"] {
      #expect(score.precision(kind) >= 0.99, "\(kind)")
      #expect(score.recall(kind) >= 0.98, "\(kind)")
    }
    #expect(score.precision(nil) >= 0.97)
    #expect(score.recall(nil) >= 0.95)
    #expect(score.clean >= 0.98)
  }

  private static func write(_ cases: [PersonalCase], to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try cases.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}

/// Counts what was hit, missed and invented.
struct PersonalScore {
  private(set) var hits: [String: Int] = [:]
  private(set) var misses: [String: Int] = [:]
  private(set) var inventions: [String: Int] = [:]
  private(set) var errors: [String] = []
  private(set) var clean = 1.0

  init(_ cases: [PersonalCase]) {
    var negatives = 0
    var clean = 0
    for one in cases {
      let before = inventions.values.reduce(0, +)
      score(one)
      if one.tags.contains("neg") {
        negatives += 1
        clean += inventions.values.reduce(0, +) == before ? 1 : 0
      }
    }
    self.clean = negatives == 0 ? 1 : Double(clean) / Double(negatives)
  }

  private mutating func score(_ one: PersonalCase) {
    let found = findings(in: one.text, detectors: [PersonalDetector()]).map { finding in
      let start = Self.scalars(one.text, finding.range.lowerBound)
      return PersonalCase.Span(
        kind: String(finding.rule.kind).replacing("-", with: "_"), start: start,
        end: start + Self.scalars(one.text, finding.range.upperBound) - start)
    }
    let wholes = ["aggregation", "minor"]
    for whole in one.docExpect {
      count(found.contains { $0.kind == whole.kind }, whole.kind, one, 0)
    }
    var used: Set<Int> = []
    for span in one.expect {
      let match = found.indices.first {
        !used.contains($0) && found[$0].kind == span.kind && Self.shares(found[$0], span)
      }
      if let match { used.insert(match) }
      count(match != nil, span.kind, one, span.start)
    }
    for (index, span) in found.enumerated() where !used.contains(index) {
      if wholes.contains(span.kind) {
        guard one.tags.contains("neg") else { continue }
      } else if (one.allow + one.expect).contains(where: {
        $0.kind == span.kind && min($0.end, span.end) > max($0.start, span.start)
      }) {
        continue
      }
      inventions[span.kind, default: 0] += 1
      errors.append("invented \(span.kind) \(span.start)-\(span.end) \(one.id): \(one.text)")
    }
  }

  private mutating func count(_ isHit: Bool, _ kind: String, _ one: PersonalCase, _ start: Int) {
    if isHit {
      hits[kind, default: 0] += 1
    } else {
      misses[kind, default: 0] += 1
      errors.append("missed \(kind) at \(start) \(one.id) \(one.tags): \(one.text)")
    }
  }

  private static func shares(_ a: PersonalCase.Span, _ b: PersonalCase.Span) -> Bool {
    let common = min(a.end, b.end) - max(a.start, b.start)
    return 2 * common >= max(a.end, b.end) - min(a.start, b.start)
  }

  private static func scalars(_ text: String, _ offset: TextOffset) -> Int {
    String(decoding: Array(text.utf8)[..<offset.value], as: UTF8.self).unicodeScalars.count
  }

  func precision(_ kind: String?) -> Double {
    let right = kind.map { hits[$0, default: 0] } ?? hits.values.reduce(0, +)
    let wrong = kind.map { inventions[$0, default: 0] } ?? inventions.values.reduce(0, +)
    return right + wrong == 0 ? 1 : Double(right) / Double(right + wrong)
  }

  func recall(_ kind: String?) -> Double {
    let right = kind.map { hits[$0, default: 0] } ?? hits.values.reduce(0, +)
    let missed = kind.map { misses[$0, default: 0] } ?? misses.values.reduce(0, +)
    return right + missed == 0 ? 1 : Double(right) / Double(right + missed)
  }

  /// Hits, misses and inventions of every kind.
  var kinds: String {
    Set(hits.keys).union(misses.keys).union(inventions.keys).sorted().map {
      "\($0) \(hits[$0, default: 0])/\(misses[$0, default: 0])/\(inventions[$0, default: 0])"
    }.joined(separator: "  ")
  }

  var summary: String {
    "personal cases: precision \(precision(nil)), recall \(recall(nil)), clean \(clean)"
  }
}
