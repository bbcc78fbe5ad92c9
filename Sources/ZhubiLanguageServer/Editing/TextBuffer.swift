import Zhubi

/// The text of an open document, changed as the client says.
struct TextBuffer {
  private(set) var utf8: [UInt8]
  private(set) var lines: LineIndex
  let encoding: PositionEncoding

  init(_ text: String, encoding: PositionEncoding) {
    utf8 = Array(text.utf8)
    lines = LineIndex(utf8)
    self.encoding = encoding
  }

  var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Makes one change of `textDocument/didChange`; false when it is none.
  mutating func apply(_ change: JSON) -> Bool {
    guard let text = change["text"].text else { return false }
    if case .null = change["range"] {
      utf8 = Array(text.utf8)
    } else {
      guard let start = offset(of: change["range"]["start"]),
        let end = offset(of: change["range"]["end"]), start <= end
      else { return false }
      utf8.replaceSubrange(start..<end, with: text.utf8)
    }
    lines = LineIndex(utf8)
    return true
  }

  /// The byte a position points at. Behind the end of a line is its end; behind the last line is the
  /// end of the text; inside a character is its beginning.
  func offset(of position: JSON) -> Int? {
    guard let line = position["line"].integer, let character = position["character"].integer,
      line >= 0, character >= 0
    else { return nil }
    guard line < lines.count else { return utf8.count }
    let content = content(ofLine: line)
    var index = content.lowerBound
    var units = 0
    while index < content.upperBound {
      let width = encoding.width(ofLead: utf8[index])
      if units + width > character { break }
      units += width
      index += 1
      while index < content.upperBound, utf8[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }

  /// The position of a byte.
  func position(of offset: Int) -> JSON {
    let line = lines.line(containing: offset)
    var units = 0
    for byte in utf8[lines.range(ofLine: line).lowerBound..<offset] where byte & 0xC0 != 0x80 {
      units += encoding.width(ofLead: byte)
    }
    return ["line": .integer(line), "character": .integer(units)]
  }

  /// The bytes of a line without its line break.
  func content(ofLine line: Int) -> Range<Int> {
    var range = lines.range(ofLine: line)
    while let last = utf8[range].last, last == 0x0A || last == 0x0D {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  /// The line break the text uses at a line, else at its first.
  func lineBreak(at line: Int) -> String {
    for candidate in [line, 0] {
      let end = utf8[
        content(ofLine: candidate).upperBound..<lines.range(ofLine: candidate).upperBound]
      if !end.isEmpty { return String(decoding: end, as: UTF8.self) }
    }
    return "\n"
  }
}
