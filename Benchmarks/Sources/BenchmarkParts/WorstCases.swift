/// Texts and lists made to hurt: each defeats one of the shortcuts that make an engine fast.
public struct WorstCase {
  public let name: String
  public let text: TextBytes
  public let terms: TermLines
  /// Whether matches are so many that an engine which collects them in a list is measured by its list.
  public let isDense: Bool

  /// All cases; `lists` are real lists to draw from, the largest last.
  public static func all(bytes: Int, lists: [TermLines]) -> [WorstCase] {
    var cases: [WorstCase] = []
    for list in lists {
      cases.append(joined(list, bytes: bytes))
      cases.append(nearMisses(list, bytes: bytes))
    }
    if let largest = lists.last { cases.append(heaviestTriples(largest, bytes: bytes)) }
    // A run of one letter: every position begins 63 terms, or begins them all and ends none.
    let run = [UInt8](repeating: 0x61, count: bytes)
    let small = Array(run.prefix(bytes / 16))
    let powers = (2...64).map { [UInt8](repeating: 0x61, count: $0) }
    cases.append(make("a…a with a^2 to a^64", small, powers, isDense: true))
    cases.append(
      make("a…a with a^k and another letter", run, (2...63).map { powers[$0 - 2] + [0x62] }))
    let pair = (0..<bytes / 16).map { UInt8(0x61 + $0 % 2) }
    let both = (2...40).flatMap { length in
      (0..<2).map { first in (0..<length).map { UInt8(0x61 + ($0 + first) % 2) } }
    }
    cases.append(make("abab… with all its pieces", pair, both, isDense: true))
    return cases
  }

  private static func make(
    _ name: String, _ text: [UInt8], _ terms: [[UInt8]], isDense: Bool = false
  ) -> WorstCase {
    WorstCase(
      name: name, text: TextBytes(name: name, text), terms: TermLines(name: name, terms),
      isDense: isDense)
  }

  /// The terms one behind another, in an order without locality: every unit lies in a match.
  private static func joined(_ list: TermLines, bytes: Int) -> WorstCase {
    var text: [UInt8] = []
    var k = 0
    while text.count < bytes {
      text += pick(k, list)
      k += 1
    }
    return WorstCase(
      name: "terms of \(list.name) joined", text: TextBytes(name: "joined", text), terms: list,
      isDense: false)
  }

  /// The terms with their last character replaced: found by every filter, refused by the comparison.
  private static func nearMisses(_ list: TermLines, bytes: Int) -> WorstCase {
    var text: [UInt8] = []
    var k = 0
    while text.count < bytes {
      var scalars = Array(String(decoding: pick(k, list), as: UTF8.self).unicodeScalars)
      scalars[scalars.count - 1] = Unicode.Scalar(UInt32(0x4E00 + (k &* 7_919) % 20_000))!
      text += Array(String(String.UnicodeScalarView(scalars)).utf8)
      k += 1
    }
    return WorstCase(
      name: "near misses of \(list.name)", text: TextBytes(name: "near", text), terms: list,
      isDense: false)
  }

  /// The three characters with which the most terms go on, again and again.
  private static func heaviestTriples(_ list: TermLines, bytes: Int) -> WorstCase {
    var counts: [UInt64: Int] = [:]
    for line in list.lines {
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.map { UInt64($0.value) }
      for k in 0..<max(0, scalars.count - 2) {
        counts[scalars[k] << 42 | scalars[k + 1] << 21 | scalars[k + 2], default: 0] += 1
      }
    }
    let heavy = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(300).map { entry in
      [42, 21, 0].flatMap { shift in
        Array(String(Unicode.Scalar(UInt32(entry.key >> shift & 0x1F_FFFF))!).utf8)
      }
    }
    var text: [UInt8] = []
    while text.count < bytes, !heavy.isEmpty {
      for triple in heavy { text += triple }
    }
    return WorstCase(
      name: "heaviest triples of \(list.name)", text: TextBytes(name: "triples", text),
      terms: list, isDense: false)
  }

  private static func pick(_ number: Int, _ list: TermLines) -> [UInt8] {
    list.lines[Int((UInt64(number) &* 2_654_435_761) % UInt64(list.lines.count))]
  }
}
