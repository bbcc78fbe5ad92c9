import Foundation
import ZhubiDetection
import ZhubiText

/// One labelled text of a case file: what must be found in it, in scalars.
struct LabelledCase: Decodable {
  struct Expectation: Decodable {
    var category: String
    var start: Int
    var end: Int
    var suggestion: String?
  }

  var id: String
  var text: String
  var date: String?
  var expect: [Expectation]
  var tags: [String]

  enum CodingKeys: String, CodingKey {
    case id, text, expect, tags
    case date = "doc_date"
  }

  /// The cases of a JSON Lines file.
  static func read(_ url: URL) throws -> [LabelledCase] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: url).split(separator: 0x0A).map {
      try decoder.decode(LabelledCase.self, from: Data($0))
    }
  }
}

/// How well one family of rules does on labelled cases.
struct CaseScore: CustomStringConvertible {
  var hits = 0
  var misses = 0
  var extras = 0
  var clean = 0
  var negatives = 0
  var errors: [String] = []

  var precision: Double { hits + extras == 0 ? 1 : Double(hits) / Double(hits + extras) }
  var recall: Double { hits + misses == 0 ? 1 : Double(hits) / Double(hits + misses) }
  var cleanShare: Double { negatives == 0 ? 1 : Double(clean) / Double(negatives) }

  var description: String {
    "precision \(precision) recall \(recall) clean \(cleanShare)\n"
      + errors.joined(separator: "\n")
  }

  /// Runs the detectors over every case. A finding hits an expectation of its kind when they
  /// overlap; a finding above `info` that hits none is an extra.
  init(_ cases: [LabelledCase], family: String, detectors: [any Detector]) {
    let today = CalendarDate(year: 2026, month: 11, day: 1)!
    let pass = DetectionPass(lexicon: HouseLexicon.shared, detectors: detectors)
    for item in cases {
      let day = item.date.flatMap { CalendarDate($0) }
      let document = Document(id: item.id, text: item.text)
      let found = pass.findings(
        in: document, asOf: AsOf(day ?? today, origin: day == nil ? .today : .input),
        selection: .everything
      ).flatMap { $0 }.filter { $0.rule.family == family }
      let spans = found.map { finding -> (kind: String, range: Range<Int>, severity: Severity) in
        let bytes = document.parts[0].utf8
        func scalars(_ end: Int) -> Int { bytes[..<end].count { $0 & 0xC0 != 0x80 } }
        let kind = String(finding.rule.kind).replacing("-", with: "_")
        let range =
          scalars(finding.range.lowerBound.value)..<scalars(finding.range.upperBound.value)
        return (kind, range, finding.severity)
      }
      count(item, spans)
    }
  }

  private mutating func count(
    _ item: LabelledCase, _ spans: [(kind: String, range: Range<Int>, severity: Severity)]
  ) {
    var used: Set<Int> = []
    func fits(_ index: Int, _ wanted: LabelledCase.Expectation) -> Bool {
      spans[index].kind == wanted.category
        && spans[index].range.overlaps(wanted.start..<wanted.end)
    }
    for wanted in item.expect {
      let hit =
        spans.indices.first { !used.contains($0) && fits($0, wanted) }
        ?? spans.indices.first {
          !used.contains($0) && wanted.category == "unbalanced" && spans[$0].kind == "unbalanced"
        }
      if let hit {
        used.insert(hit)
        hits += 1
      } else {
        misses += 1
        errors.append("missed \(wanted.category) in \(item.id): \(item.text)")
      }
    }
    let extra = spans.indices.filter { index in
      !used.contains(index) && spans[index].severity > .info
        && !item.expect.contains { fits(index, $0) }
    }
    extras += extra.count
    errors += extra.map { "extra \(spans[$0].kind) in \(item.id): \(item.text)" }
    if item.tags.contains("neg") {
      negatives += 1
      if extra.isEmpty { clean += 1 }
    }
  }
}

/// Material that lies beside the repository on some machines; tests that need it skip without it.
enum SharedMaterial {
  /// The folder, from `ZHUBI_SHARED` or beside the repository.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["ZHUBI_SHARED"].map { URL(filePath: $0) }
    let beside = HouseLexicon.dictionaries.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared")
    return [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  static func file(_ path: String) -> URL? {
    folder.map { $0.appending(path: path) }.flatMap {
      FileManager.default.fileExists(atPath: $0.path) ? $0 : nil
    }
  }
}
