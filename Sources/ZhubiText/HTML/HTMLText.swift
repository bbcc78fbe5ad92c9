/// Turns raw source of a token into the text it stands for.
public enum HTMLText {
  /// What is decoded: the three differ in NUL and in character references.
  public enum Form: Sendable {
    /// Text, names and comments: line ends are normalised; NUL becomes U+FFFD or stays.
    case plain(replacesNUL: Bool)
    /// A tag's or attribute's name: ASCII letters made small as well.
    case name
    /// An attribute's value: character references are decoded as well.
    case attribute
  }

  /// The text of `range` of the source, as UTF-8.
  ///
  /// - Parameter limit: the most bytes of the source that are decoded.
  public static func decode(
    _ range: Range<SourceOffset>, of source: [UInt8], as form: Form, limit: Int = .max
  ) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(min(range.length, limit))
    forEachPiece(of: range, in: source, as: form, limit: limit) { piece in
      switch piece {
      case .verbatim(let raw): out.append(contentsOf: source[raw])
      case .replaced(_, let first, let second):
        out.appendScalar(first)
        if second != 0 { out.appendScalar(second) }
      }
    }
    return out
  }

  /// A stretch of decoded text and where it comes from.
  enum Piece {
    case verbatim(Range<Int>)
    case replaced(Range<Int>, first: UInt32, second: UInt32)
  }

  /// Calls `body` for each stretch of `range` in order.
  static func forEachPiece(
    of range: Range<SourceOffset>, in source: [UInt8], as form: Form, limit: Int = .max,
    _ body: (Piece) -> Void
  ) {
    let start = range.lowerBound.value
    let end = limit < range.length ? start + limit : range.upperBound.value
    var done = start
    var i = start
    func flush() {
      if done < i { body(.verbatim(done..<i)) }
    }
    var replacesNUL = true
    var isName = false
    var isAttribute = false
    switch form {
    case .plain(let replaces): replacesNUL = replaces
    case .name: isName = true
    case .attribute: isAttribute = true
    }
    while i < end {
      let c = source[i]
      var stop = i &+ 1
      var first = UInt32.max
      var second: UInt32 = 0
      if c == 0x0D {
        if stop < source.count, source[stop] == 0x0A { stop = min(stop &+ 1, end) }
        first = 0x0A
      } else if c == 0 {
        if replacesNUL { first = 0xFFFD }
      } else if isAttribute, c == UInt8(ascii: "&") {
        if let reference = HTMLCharacterReference(
          in: source, at: i, to: range.upperBound.value, inAttribute: true),
          reference.end <= end
        {
          (first, second, stop) = (reference.first, reference.second, reference.end)
        }
      } else if isName, c &- 0x41 < 26 {
        first = UInt32(c | 0x20)
      }
      if first != .max {
        flush()
        body(.replaced(i..<stop, first: first, second: second))
        done = stop
      }
      i = stop
    }
    flush()
  }
}

extension [UInt8] {
  /// Appends a scalar value as UTF-8; numbers that are none become U+FFFD.
  mutating func appendScalar(_ code: UInt32) {
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    if scalar.value < 0x80 {
      append(UInt8(scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}
