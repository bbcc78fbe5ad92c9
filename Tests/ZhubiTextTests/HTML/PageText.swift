import TestSupport
import ZhubiText

/// A page read for a test, with its parts as strings.
struct PageText {
  let source: [UInt8]
  let reading: HTMLReading

  init(_ html: String, limits: HTMLReader.Limits = HTMLReader.Limits()) {
    source = Array(html.utf8)
    reading = HTMLReader(limits: limits).read(source)
  }

  var body: String { text { $0 == .body } }
  var alternative: String { text { $0 == .alternative } }
  func hidden(_ reason: HiddenReason) -> String { text { $0 == .hidden(reason) } }

  func text(_ holds: (ExtractedPart.Kind) -> Bool) -> String {
    reading.parts.filter { holds($0.kind) }
      .map { String(decoding: $0.utf8, as: UTF8.self) }.joined(separator: "¶")
  }

  /// The source behind the first place of `word` in the parts.
  func source(of word: String) -> String? {
    let needle = Array(word.utf8)
    for part in reading.parts {
      guard let at = part.utf8.firstRange(of: needle) else { continue }
      let range = part.map.source(of: Range<TextOffset>(at))
      return String(decoding: source[range.plain], as: UTF8.self)
    }
    return nil
  }

  /// Rows of the n-th table of the body as strings; `*` marks a header cell.
  func table(_ n: Int = 0) -> [[String]] {
    guard let body = reading.body, body.tables.indices.contains(n) else { return [] }
    return body.tables[n].rows.map { row in
      row.map {
        ($0.isHeader ? "*" : "") + String(decoding: body.utf8[$0.range.plain], as: UTF8.self)
      }
    }
  }
}
