/// The way from a part's text back to the source it was read from.
///
/// A map is a sorted list of segments. A verbatim segment maps byte to byte; a replaced one (a
/// character reference, collapsed white space) maps as a whole. Text that has no source, such as
/// the line break between two paragraphs, lies between segments. Both offsets only ever grow.
public struct SourceMap: Sendable, Equatable {
  /// The largest source, in bytes, that a map can lead back to; readers cut what is longer.
  public static let sourceLimit = Int(Int32.max)

  /// One stretch of text and its source, in sixteen bytes.
  struct Segment: Sendable, Equatable {
    private var textStart: UInt32
    private var sourceStart: UInt32
    /// The length; the highest bit is set when the text is the source.
    private var textCount: UInt32
    private var sourceCount: UInt32

    init(text: Int, textLength: Int, source: Int, sourceLength: Int, isVerbatim: Bool) {
      textStart = UInt32(text)
      sourceStart = UInt32(source)
      textCount = UInt32(textLength) | (isVerbatim ? 1 << 31 : 0)
      sourceCount = UInt32(sourceLength)
    }

    var text: Int { Int(textStart) }
    var textLength: Int { Int(textCount & 0x7FFF_FFFF) }
    var source: Int { Int(sourceStart) }
    var sourceLength: Int { Int(sourceCount) }
    var isVerbatim: Bool { textCount >> 31 == 1 }

    /// Makes a verbatim segment longer at its end.
    mutating func extend(by length: Int) {
      textCount += UInt32(length)
      sourceCount += UInt32(length)
    }
  }

  private(set) var segments: [Segment] = []

  /// A map without segments: no text has a source.
  public init() {}

  /// The map of a text that is the source itself, from `start` on.
  public static func identity(length: Int, from start: SourceOffset = SourceOffset(0)) -> SourceMap
  {
    var map = SourceMap()
    map.append(text: 0, length, source: start.value, length, isVerbatim: true)
    return map
  }

  /// The map of a text whose source became a stretch of a larger one that begins at `start`.
  public func shifted(to start: SourceOffset) -> SourceMap {
    var map = SourceMap()
    map.segments.reserveCapacity(segments.count)
    for segment in segments {
      map.append(
        text: segment.text, segment.textLength, source: segment.source + start.value,
        segment.sourceLength, isVerbatim: segment.isVerbatim)
    }
    return map
  }

  /// The way back through a source that was itself made from another: `first` leads from this
  /// map's source to that one.
  func through(_ first: SourceMap) -> SourceMap {
    var map = SourceMap()
    for segment in segments {
      let middle = Range<TextOffset>(segment.source..<segment.source + segment.sourceLength)
      guard segment.isVerbatim else {
        let range = first.source(of: middle)
        map.append(
          text: segment.text, segment.textLength, source: range.lowerBound.value, range.length,
          isVerbatim: false)
        continue
      }
      var k = first.partition { $0.text &+ $0.textLength > segment.source }
      while k < first.segments.count, first.segments[k].text < middle.upperBound.value {
        let outer = first.segments[k]
        let start = max(outer.text, segment.source)
        let end = min(outer.text + outer.textLength, middle.upperBound.value)
        map.append(
          text: segment.text + start - segment.source, end - start,
          source: outer.isVerbatim ? outer.source + start - outer.text : outer.source,
          outer.isVerbatim ? end - start : outer.sourceLength, isVerbatim: outer.isVerbatim)
        k += 1
      }
    }
    return map
  }

  /// Adds the next segment; both of its starts lie at or after the ends of the one before.
  mutating func append(
    text: Int, _ textLength: Int, source: Int, _ sourceLength: Int, isVerbatim: Bool
  ) {
    // Text beyond what a segment can hold has no source: readers stop long before.
    guard textLength > 0, text &+ textLength < Int(UInt32.max) else { return }
    if isVerbatim, let last = segments.last, last.isVerbatim,
      last.text &+ last.textLength == text, last.source &+ last.sourceLength == source
    {
      segments[segments.count &- 1].extend(by: textLength)
      return
    }
    segments.append(
      Segment(
        text: text, textLength: textLength, source: source, sourceLength: sourceLength,
        isVerbatim: isVerbatim))
  }

  /// The smallest source range that holds everything the text range was read from.
  ///
  /// A character reference is covered as a whole; for text on both sides of a tag the answer is
  /// the hull, tag included. Text without a source maps to an empty range where it was put in.
  /// O(log segments).
  public func source(of range: Range<TextOffset>) -> Range<SourceOffset> {
    let lower = range.lowerBound.value
    let upper = range.upperBound.value
    // The first segment that ends after `lower`, and the first that begins at or after `upper`.
    let first = partition { $0.text &+ $0.textLength > lower }
    let after = partition { $0.text >= max(upper, lower &+ 1) }
    guard first < after else {
      let point = first < segments.count ? segments[first].source : sourceEnd
      let before = first > 0 ? segments[first - 1].source + segments[first - 1].sourceLength : point
      return Range<SourceOffset>(before..<before)
    }
    let a = segments[first]
    let b = segments[after &- 1]
    let start = a.isVerbatim ? a.source &+ max(0, lower &- a.text) : a.source
    if upper <= lower { return Range<SourceOffset>(start..<start) }
    let end =
      b.isVerbatim
      ? b.source &+ min(b.sourceLength, upper &- b.text) : b.source &+ b.sourceLength
    return Range<SourceOffset>(start..<max(start, end))
  }

  /// The stretches of a text range that have a source of their own, in order: what remains when
  /// the hull of `source(of:)` is too wide, because tags lie inside it.
  public func pieces(of range: Range<TextOffset>) -> [Range<SourceOffset>] {
    let lower = range.lowerBound.value
    let upper = range.upperBound.value
    guard lower < upper else { return [] }
    let first = partition { $0.text &+ $0.textLength > lower }
    let after = partition { $0.text >= upper }
    guard first < after else { return [] }
    return segments[first..<after].map { segment in
      let start = TextOffset(max(lower, segment.text))
      let end = TextOffset(min(upper, segment.text &+ segment.textLength))
      return source(of: start..<end)
    }
  }

  private var sourceEnd: Int { segments.last.map { $0.source + $0.sourceLength } ?? 0 }

  private func partition(_ holds: (Segment) -> Bool) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low &+ high) / 2
      if holds(segments[middle]) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
