/// The way back from the decoded text to the bytes that were handed in.
///
/// Sparse: one entry where the ratio of lengths changes (at each switch between ASCII and Han in GB
/// 18030, at each malformed stretch in UTF-8), so UTF-8 costs nothing. A byte order mark is not part
/// of the text: the map starts behind it, and source offset 0 is byte 3 (UTF-8) or 2 (UTF-16).
public struct ByteMap: Sendable, Hashable {
  /// A run of characters that all have `width` bytes in the text and `bytes` bytes in the input.
  struct Run: Sendable, Hashable {
    var source: Int
    var byte: Int
    var width: Int
    var bytes: Int
  }
  private(set) var runs: [Run]
  private(set) var sourceEnd: Int
  private(set) var byteEnd: Int

  /// A text that starts at `start` and has as many bytes as the input from there on.
  init(start: Int, count: Int) {
    runs = [Run(source: 0, byte: start, width: 1, bytes: 1)]
    sourceEnd = count
    byteEnd = start + count
  }

  init(start: Int) { self.init(start: start, count: 0) }

  /// True when the text has the bytes of the input from the start of the map on.
  public var isShift: Bool { runs.count == 1 && runs[0].width == 1 && runs[0].bytes == 1 }

  /// Adds the next `count` characters of one ratio.
  mutating func append(count: Int = 1, width: Int, bytes: Int) {
    guard count > 0 else { return }
    if let last = runs.last, last.width != width || last.bytes != bytes {
      let run = Run(source: sourceEnd, byte: byteEnd, width: width, bytes: bytes)
      if last.source == sourceEnd { runs[runs.count - 1] = run } else { runs.append(run) }
    }
    sourceEnd += count * width
    byteEnd += count * bytes
  }

  /// Adds the runs of another map behind this one.
  mutating func append(_ other: ByteMap) {
    for (index, run) in other.runs.enumerated() {
      let end = index + 1 < other.runs.count ? other.runs[index + 1].source : other.sourceEnd
      append(count: (end - run.source) / run.width, width: run.width, bytes: run.bytes)
    }
  }

  /// Where the character that holds a byte of the input begins in the text. O(log runs).
  public func sourceOffset(of byte: ByteOffset) -> SourceOffset {
    guard byte.value < byteEnd else { return SourceOffset(sourceEnd) }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) >> 1
      if runs[middle].byte <= byte.value { low = middle } else { high = middle }
    }
    let run = runs[low]
    return SourceOffset(run.source + max(0, byte.value - run.byte) / run.bytes * run.width)
  }

  private func run(of source: Int) -> Run {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) >> 1
      if runs[middle].source <= source { low = middle } else { high = middle }
    }
    return runs[low]
  }

  /// The first byte of the character that holds the source byte (in UTF-8 the very same byte); the
  /// end of the input for the end of the text and beyond. O(log runs).
  public func byteOffset(of source: SourceOffset) -> ByteOffset {
    guard source.value < sourceEnd else { return ByteOffset(byteEnd) }
    let run = run(of: max(0, source.value))
    return ByteOffset(run.byte + (max(0, source.value) - run.source) / run.width * run.bytes)
  }

  /// The bytes of all characters the range touches; an empty range stays empty.
  public func byteRange(of range: Range<SourceOffset>) -> Range<ByteOffset> {
    let start = byteOffset(of: range.lowerBound)
    guard !range.isEmpty, range.upperBound.value < sourceEnd else {
      return start..<(range.isEmpty ? start : ByteOffset(byteEnd))
    }
    let last = range.upperBound.value - 1
    let run = run(of: max(0, last))
    let end = run.byte + ((max(0, last) - run.source) / run.width + 1) * run.bytes
    return start..<max(start, ByteOffset(end))
  }
}
