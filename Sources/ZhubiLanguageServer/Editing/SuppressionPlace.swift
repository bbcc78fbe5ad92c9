import Zhubi

/// Where a suppression of a finding is written, and how, so that it is obeyed and the text around it
/// stays what it was. The reason is left as `…`, which no scan accepts: whoever inserts it has to say
/// why.
struct SuppressionPlace {
  /// The byte it is inserted before.
  let offset: Int
  let text: String

  /// A place, or nil where no comment can stand: in tables of data, inside a tag, or for a rule that
  /// cannot be suppressed.
  init?(for finding: ReportedFinding, in document: OpenDocument) {
    guard finding.rule.family != "scan" else { return nil }
    let buffer = document.buffer
    let line = buffer.lines.line(
      containing: min(finding.utf8.lowerBound.value, max(0, buffer.utf8.count - 1)))
    let content = buffer.content(ofLine: line)
    let order = "\(finding.rule) reason=\"…\""
    let spansLines = finding.utf8.upperBound.value > content.upperBound
    switch document.format {
    case .json, .csv, .tsv: return nil
    case .text: (offset, text) = Self.ownLine("# zhubi:ignore \(order)", before: line, buffer)
    case .markdown where Self.frontMatter(of: buffer).contains(line):
      (offset, text) = Self.ownLine("# zhubi:ignore \(order)", before: line, buffer)
    case .markdown where spansLines:
      (offset, text) = Self.ownLine(
        "<!-- zhubi:ignore-next-line \(order) -->", before: line, buffer)
    case .markdown: (offset, text) = (content.upperBound, " <!-- zhubi:ignore \(order) -->")
    case .html:
      if !spansLines, MarkupState.isText(before: content.upperBound, in: buffer.utf8) {
        (offset, text) = (content.upperBound, " <!-- zhubi:ignore \(order) -->")
      } else if MarkupState.isText(before: content.lowerBound, in: buffer.utf8) {
        (offset, text) = Self.ownLine(
          "<!-- zhubi:ignore-next-line \(order) -->", before: line, buffer)
      } else {
        return nil
      }
    }
  }

  /// A line of its own, indented like the one it stands before.
  private static func ownLine(
    _ comment: String, before line: Int, _ buffer: TextBuffer
  ) -> (Int, String) {
    let content = buffer.content(ofLine: line)
    let indent = buffer.utf8[content].prefix { $0 == 0x20 || $0 == 0x09 }
    return (
      content.lowerBound,
      String(decoding: indent, as: UTF8.self) + comment + buffer.lineBreak(at: line)
    )
  }

  /// The lines of the block between `---` at the beginning of a Markdown text.
  private static func frontMatter(of buffer: TextBuffer) -> Range<Int> {
    func isFence(_ line: Int) -> Bool {
      buffer.utf8[buffer.content(ofLine: line)].elementsEqual("---".utf8)
    }
    guard isFence(0) else { return 0..<0 }
    for line in 1..<max(1, buffer.lines.count) where isFence(line) { return 0..<line + 1 }
    return 0..<0
  }
}

/// Whether a place of an HTML source stands in text, so that a comment may stand there.
enum MarkupState {
  private static let rawElements = ["script", "style", "textarea", "title", "xmp", "template"]

  static func isText(before offset: Int, in utf8: [UInt8]) -> Bool {
    var index = 0
    while index < offset {
      guard utf8[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard let end = end(ofMarkupAt: index, in: utf8) else { return false }
      if end == index {
        index += 1
        continue
      }
      if end > offset { return false }
      index = end
    }
    return true
  }

  /// The place behind a tag or comment with the raw text that belongs to it; the same place where
  /// `<` is only a character, nil where the markup has no end.
  private static func end(ofMarkupAt start: Int, in utf8: [UInt8]) -> Int? {
    let rest = utf8[(start + 1)...]
    if rest.starts(with: "!--".utf8) { return find("-->", from: start + 4, in: utf8) }
    guard let next = rest.first,
      (next | 0x20) &- 0x61 < 26 || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        || next == UInt8(ascii: "?")
    else { return start }
    var quote: UInt8?
    var index = start + 1
    while index < utf8.count {
      let byte = utf8[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    guard index < utf8.count else { return nil }
    let name = String(
      decoding: rest.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }, as: UTF8.self
    ).lowercased()
    guard rawElements.contains(name) else { return index + 1 }
    return find("</" + name, from: index + 1, in: utf8)
  }

  /// The place behind the next occurrence, without regard to case.
  private static func find(_ mark: String, from start: Int, in utf8: [UInt8]) -> Int? {
    let wanted = Array(mark.utf8)
    var index = start
    while index + wanted.count <= utf8.count {
      if (0..<wanted.count).allSatisfy({
        utf8[index + $0] == wanted[$0]
          || ((0x61...0x7A).contains(wanted[$0]) && utf8[index + $0] | 0x20 == wanted[$0])
      }) {
        return index + wanted.count
      }
      index += 1
    }
    return nil
  }
}
