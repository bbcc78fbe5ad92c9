/// Finding comments in bytes.
extension InlineDirectives {
  static let needle = Array("zhubi:ignore".utf8)

  /// How far the search may jump when a byte stands under the end of the needle.
  private static let jumps: [Int] = {
    var jumps = Array(repeating: needle.count, count: 256)
    for (index, byte) in needle.dropLast().enumerated() {
      jumps[Int(byte)] = needle.count - 1 - index
    }
    return jumps
  }()

  /// The next place of the needle (Horspool): most bytes of a text are never looked at.
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let count = needle.count
    return needle.withUnsafeBufferPointer { needle in
      jumps.withUnsafeBufferPointer { jumps in
        var index = start
        while index + count <= bytes.count {
          let last = bytes[index + count - 1]
          if last == needle[count - 1], (0..<count).allSatisfy({ bytes[index + $0] == needle[$0] })
          {
            return index
          }
          index += jumps[Int(last)]
        }
        return nil
      }
    }
  }

  struct Comment {
    /// The comment with its marks.
    var range: Range<Int>
    /// What stands between them.
    var content: Range<Int>
    var hasEnd: Bool
  }

  /// The comment whose first word stands at the place; nil when the place is plain text.
  static func comment(around place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Comment? {
    var start = place
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    if start >= 4, bytes[start - 4..<start].elementsEqual("<!--".utf8) {
      return markup(from: start - 4, content: place, bytes)
    }
    return line(content: place, bytes)
  }

  private static func markup(
    from start: Int, content: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Comment {
    let limit = min(bytes.count, content + lengthLimit)
    var end = content
    while end + 3 <= limit {
      if bytes[end] == 0x2D, bytes[end + 1] == 0x2D, bytes[end + 2] == 0x3E {
        return Comment(range: start..<end + 3, content: content..<end, hasEnd: true)
      }
      end += 1
    }
    return Comment(
      range: start..<content + needle.count, content: content..<content, hasEnd: false)
  }

  /// A line that begins with `#` or `//`.
  private static func line(content: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Comment? {
    func isInLine(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var start = content
    while start > 0, isInLine(bytes[start - 1]) { start -= 1 }
    let mark = start
    while start > 0, bytes[start - 1] == 0x23 { start -= 1 }
    if start == mark, mark >= 2, bytes[mark - 1] == 0x2F, bytes[mark - 2] == 0x2F { start -= 2 }
    guard start < mark else { return nil }
    var before = start
    while before > 0, isInLine(bytes[before - 1]) { before -= 1 }
    // A byte order mark may stand before the first line.
    let isFirst = before == 0 || (before == 3 && bytes[0] == 0xEF && bytes[2] == 0xBF)
    guard isFirst || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D else { return nil }
    var end = content
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    guard end - content <= lengthLimit else {
      return Comment(
        range: start..<content + needle.count, content: content..<content, hasEnd: false)
    }
    return Comment(range: start..<end, content: content..<end, hasEnd: true)
  }
}
