import Foundation
import Testing
import ZhubiDetection
import ZhubiText

/// The labelled texts about format: the house's own, and the samples where they lie beside it.
@Suite struct FormatCaseTests {
  private let detectors: [any Detector] = [FormatDetector()]

  @Test func ownCases() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "cases/format.jsonl")
    let cases = try LabelledCase.read(url)
    #expect(cases.count >= 300)
    #expect(Set(cases.map(\.id)).count == cases.count)
    let score = CaseScore(cases, family: "format", detectors: detectors)
    #expect(score.precision >= 0.99, "\(score)")
    #expect(score.recall >= 0.99, "\(score)")
    #expect(score.cleanShare >= 0.99, "\(score)")
  }

  @Test(.enabled(if: SharedMaterial.file("samples/format.jsonl") != nil, "no shared samples here"))
  func sharedSamples() throws {
    let cases = try LabelledCase.read(#require(SharedMaterial.file("samples/format.jsonl")))
    let score = CaseScore(cases, family: "format", detectors: detectors)
    #expect(score.precision >= 0.97, "\(score)")
    #expect(score.recall >= 0.95, "\(score)")
    #expect(score.cleanShare >= 0.97, "\(score)")
  }

  /// Every kind the cases label is a rule somebody can look up.
  @Test func everyLabelIsARule() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "cases/format.jsonl")
    let kinds = Set(BuiltInDetectors.rules.map { String($0.id.kind).replacing("-", with: "_") })
    for item in try LabelledCase.read(url) {
      for wanted in item.expect {
        #expect(kinds.contains(wanted.category), "\(item.id): \(wanted.category)")
      }
    }
  }

  /// Fixes say what the suggestion says and lie inside the text.
  @Test func fixesStayInsideTheText() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "cases/format.jsonl")
    for item in try LabelledCase.read(url) {
      for finding in findings(in: item.text, detectors: detectors) {
        guard let fix = finding.fix else { continue }
        #expect(fix.range.upperBound.value <= item.text.utf8.count)
        #expect(fix.replacement == finding.suggestion)
        let bytes = Array(item.text.utf8)
        let written = String(decoding: bytes[fix.range.plain], as: UTF8.self)
        #expect(written != fix.replacement, "\(item.id) replaces a text by itself")
        #expect(!written.unicodeScalars.contains("\u{FFFD}"))
      }
    }
  }
}
