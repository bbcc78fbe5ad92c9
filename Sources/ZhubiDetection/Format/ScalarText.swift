import ZhubiText

/// The characters of a text as they stand, unfolded, with the way back to its bytes.
///
/// Format rules judge the original characters: folding has already forgotten what they look for.
/// Building is one pass; positions outside the text read as U+0000.
struct ScalarText {
  let scalars: [Unicode.Scalar]
  /// The byte at which each scalar begins; one more entry for the end.
  private let starts: [Int]
  /// The lines, without their breaks.
  let lines: [Range<Int>]

  init(_ utf8: [UInt8]) {
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    var lines: [Range<Int>] = []
    scalars.reserveCapacity(utf8.count / 2)
    starts.reserveCapacity(utf8.count / 2 + 1)
    var lineStart = 0
    var afterReturn = false
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, width) = Self.decode(bytes, at: index)
        if scalar == "\n" || scalar == "\r" {
          if scalar == "\n", afterReturn {
            lineStart = scalars.count + 1
          } else {
            lines.append(lineStart..<scalars.count)
            lineStart = scalars.count + 1
          }
        }
        afterReturn = scalar == "\r"
        scalars.append(scalar)
        starts.append(index)
        index += width
      }
    }
    if lineStart <= scalars.count { lines.append(lineStart..<scalars.count) }
    starts.append(utf8.count)
    self.scalars = scalars
    self.starts = starts
    self.lines = lines
  }

  var count: Int { scalars.count }

  subscript(index: Int) -> Unicode.Scalar {
    index >= 0 && index < scalars.count ? scalars[index] : "\0"
  }

  /// The bytes of a stretch of scalars.
  func bytes(_ range: Range<Int>) -> Range<TextOffset> {
    TextOffset(starts[range.lowerBound])..<TextOffset(starts[range.upperBound])
  }

  /// The first scalar that begins at or after a byte.
  func scalar(atOrAfter offset: TextOffset) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset.value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The index of the line that holds a scalar (its break counts as part of it).
  func line(containing index: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// One scalar of well-formed UTF-8; a stray byte reads as U+FFFD of width 1.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (Unicode.Scalar, Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, index + width <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for step in 1..<width {
      guard bytes[index + step] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(bytes[index + step] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, width)
  }
}
