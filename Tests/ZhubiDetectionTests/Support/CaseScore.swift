import Foundation
import ZhubiDetection
import ZhubiText

/// A labelled case: offsets are Unicode scalars of `text`, end exclusive.
struct LabelledCase: Decodable {
  struct Expectation: Decodable {
    var category: String
    var start: Int
    var end: Int
    var suggestion: String?
  }

  var id: String
  var text: String
  var docDate: String?
  var expect: [Expectation]
  var tags: [String]?

  enum CodingKeys: String, CodingKey {
    case id, text, expect, tags
    case docDate = "doc_date"
  }

  static func read(_ file: URL) throws -> [LabelledCase] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(LabelledCase.self, from: Data($0.utf8))
    }
  }
}

/// Precision, recall, clean share and right suggestions over a file of cases.
///
/// A finding hits an expectation of its kind when their spans overlap (law and regulation count as
/// one kind); findings of severity `info` hit, but are never false alarms.
struct CaseScore: CustomStringConvertible {
  var hits = 0
  var missed: [String] = []
  var extra: [String] = []
  var negatives = 0
  var clean = 0
  var suggested = 0
  var right = 0
  /// Expectations met by nothing graver than `info`.
  var faint = 0

  var precision: Double { ratio(hits, hits + extra.count) }
  var recall: Double { ratio(hits, hits + missed.count) }
  var cleanShare: Double { ratio(clean, negatives) }
  var suggestionShare: Double { ratio(right, suggested) }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }

  var description: String {
    "precision \(precision) recall \(recall) clean \(cleanShare) suggestion \(suggestionShare) "
      + "faint \(faint)\n" + (missed + extra).prefix(20).joined(separator: "\n")
  }

  init(
    _ cases: [LabelledCase], family: String, profile: String = "all",
    detectors: [any Detector] = BuiltInDetectors.all
  ) {
    for labelled in cases { add(labelled, family, profile, detectors) }
  }

  private mutating func add(
    _ labelled: LabelledCase, _ family: String, _ profile: String, _ detectors: [any Detector]
  ) {
    let day = labelled.docDate.flatMap { CalendarDate($0) } ?? CalendarDate("2026-11-21")!
    let found = findings(
      in: labelled.text, detectors: detectors, date: day,
      selection: HouseLexicon.selection(profile)
    ).filter { $0.rule.family == family }
    let places = found.map { scalars($0.range, in: labelled.text) }
    var used: Set<Int> = []
    func agree(_ index: Int, _ wanted: LabelledCase.Expectation) -> Bool {
      let kind = found[index].rule.kind.replacingOccurrences(of: "-", with: "_")
      let isSame =
        kind == wanted.category
        || ["law", "regulation"].contains(kind) && ["law", "regulation"].contains(wanted.category)
      return isSame
        && min(places[index].upperBound, wanted.end)
          > max(places[index].lowerBound, wanted.start)
    }
    for wanted in labelled.expect {
      // Where a pair is not closed, either end may be the place.
      guard
        let hit = found.indices.first(where: { !used.contains($0) && agree($0, wanted) })
          ?? found.indices.first(where: {
            !used.contains($0) && wanted.category == "unbalanced"
              && found[$0].rule.kind == "unbalanced"
          })
      else {
        missed.append("\(labelled.id) \(wanted.category): \(labelled.text)")
        continue
      }
      used.insert(hit)
      hits += 1
      if found[hit].severity == .info { faint += 1 }
      if let suggestion = wanted.suggestion {
        suggested += 1
        let bare = suggestion.trimmingCharacters(in: CharacterSet(charactersIn: "《》"))
        if (found[hit].suggestion ?? "").contains(bare) { right += 1 }
      }
    }
    let wrong = found.indices.filter { index in
      !used.contains(index) && found[index].severity > .info
        && !labelled.expect.contains { agree(index, $0) }
    }
    extra += wrong.map { "\(labelled.id) \(found[$0].rule): \(labelled.text)" }
    if labelled.tags?.contains("neg") ?? false {
      negatives += 1
      if wrong.isEmpty { clean += 1 }
    }
  }

  private func scalars(_ range: Range<TextOffset>, in text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    let start = String(decoding: bytes[..<range.lowerBound.value], as: UTF8.self)
      .unicodeScalars.count
    return start..<start
      + String(decoding: bytes[range.plain], as: UTF8.self).unicodeScalars.count
  }
}
