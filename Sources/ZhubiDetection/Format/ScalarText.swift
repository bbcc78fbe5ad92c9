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
    var lines: [Range<Int>] = []
    var starts: [Int] = []
    var lineStart = 0
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: utf8.count) { scalars, count in
      starts = [Int](unsafeUninitializedCapacity: utf8.count + 1) { starts, startCount in
        utf8.withUnsafeBufferPointer { bytes in
          var index = 0
          while index < bytes.count {
            let (scalar, width) = Self.decode(bytes, at: index)
            if scalar == "\n" {
              if count == 0 || scalars[count - 1] != "\r" { lines.append(lineStart..<count) }
              lineStart = count + 1
            } else if scalar == "\r" {
              lines.append(lineStart..<count)
              lineStart = count + 1
            }
            scalars.initializeElement(at: count, to: scalar)
            starts.initializeElement(at: count, to: index)
            count += 1
            index += width
          }
        }
        starts.initializeElement(at: count, to: utf8.count)
        startCount = count + 1
      }
    }
    if lineStart <= scalars.count { lines.append(lineStart..<scalars.count) }
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
  @inline(__always)
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (Unicode.Scalar, Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    if first & 0xF0 == 0xE0, index + 3 <= bytes.count {
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      let value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, let scalar = Unicode.Scalar(value) {
        return (scalar, 3)
      }
      return ("\u{FFFD}", 1)
    }
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
