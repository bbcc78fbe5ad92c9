/// Where the lines of a UTF-8 text begin.
///
/// A line ends with LF, CR or CR LF; the line break belongs to the line it ends. Building is one
/// pass over the bytes, looking a line up is a binary search.
public struct LineIndex: Sendable {
  /// Byte positions at which lines begin; the first is always 0.
  public let starts: [Int]
  /// Bytes of the whole text.
  public let length: Int

  public init(_ utf8: UnsafeBufferPointer<UInt8>) {
    var starts = [0]
    var index = 0
    let count = utf8.count
    while index < count {
      // Eight bytes without a break at once.
      if index + 8 <= count, let base = utf8.baseAddress {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        if !Self.holdsBreak(word) {
          index += 8
          continue
        }
      }
      let byte = utf8[index]
      index += 1
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D {
        if index < count, utf8[index] == 0x0A { index += 1 }
        starts.append(index)
      }
    }
    self.starts = starts
    length = count
  }

  /// Whether one of eight bytes is LF or CR. Exact: subtracting borrows from no byte that is not 0.
  private static func holdsBreak(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let feed = word ^ (ones &* 0x0A)
    let carriage = word ^ (ones &* 0x0D)
    return ((feed &- ones) & ~feed | (carriage &- ones) & ~carriage) & (ones &* 0x80) != 0
  }

  public init(_ utf8: [UInt8]) {
    self = utf8.withUnsafeBufferPointer { LineIndex($0) }
  }

  /// How many lines there are; an empty text has one.
  public var count: Int { starts.count }

  /// The index (from 0) of the line that holds the byte.
  public func line(containing byte: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, its line break included.
  public func range(ofLine line: Int) -> Range<Int> {
    starts[line]..<(line + 1 < starts.count ? starts[line + 1] : length)
  }
}
