public import ZhubiText

/// A hit and what stands around it: what every context looks at.
///
/// Sentence and line are folded when first asked for, at most `reach` bytes to each side, so that
/// judging a hit costs the same however long the line is.
public final class HitScene {
  /// How far to each side a sentence or a line is followed, in bytes.
  public static let reach = 1_200

  public let context: DetectionContext
  public let range: Range<TextOffset>
  public let entry: LexiconEntry

  public init(context: DetectionContext, range: Range<TextOffset>, entry: LexiconEntry) {
    self.context = context
    self.range = range
    self.entry = entry
  }

  /// The line the hit begins in, without its break, cut at `reach`.
  public private(set) lazy var line: Range<TextOffset> = bounded { $0 == 0x0A || $0 == 0x0D }

  /// The sentence around the hit: up to 。！？；, `!`, `?`, `;` or the end of the line.
  public private(set) lazy var sentence: Range<TextOffset> = {
    let bytes = context.utf8
    var start = range.lowerBound.value
    let lowest = line.lowerBound.value
    while start > lowest, !Self.endsSentence(bytes, at: start) { start -= 1 }
    var end = range.upperBound.value
    let highest = max(line.upperBound.value, end)
    while end < highest, !Self.beginsStop(bytes, at: end) { end += 1 }
    return Range(start..<end)
  }()

  /// The folded line, and where the hit lies in it.
  public private(set) lazy var foldedLine: FoldedText = context.fold(
    line.lowerBound..<max(line.upperBound, range.upperBound))
  public private(set) lazy var hitInLine: Range<FoldedOffset> = units(of: foldedLine)

  /// The folded line close to the hit: words that reach over it are looked for here.
  private lazy var foldedNearby: FoldedText = {
    let bytes = context.utf8
    var start = max(line.lowerBound.value, range.lowerBound.value - Self.nearby)
    while start > line.lowerBound.value, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(
      max(line.upperBound, range.upperBound).value, range.upperBound.value + Self.nearby)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return context.fold(Range(start..<end))
  }()
  private lazy var hitNearby: Range<FoldedOffset> = units(of: foldedNearby)
  private static let nearby = 256

  /// The folded sentence, and where the hit lies in it.
  public private(set) lazy var foldedSentence: FoldedText = context.fold(sentence)
  public private(set) lazy var hitInSentence: Range<FoldedOffset> = units(of: foldedSentence)

  /// The folded units of the sentence left of the hit, at most `count`, nearest last.
  public func before(_ count: Int) -> ArraySlice<UInt32> {
    let end = hitInSentence.lowerBound.value
    return foldedSentence.units[max(0, end - count)..<end]
  }

  /// The folded units of the sentence right of the hit, at most `count`.
  public func after(_ count: Int) -> ArraySlice<UInt32> {
    let start = hitInSentence.upperBound.value
    return foldedSentence.units[start..<min(foldedSentence.units.count, start + count)]
  }

  /// The part of the sentence right before the hit matches, ending at the hit.
  func isPreceded(by pattern: SurroundingPattern, reach: Int = 40) -> Bool {
    pattern.folded(with: context.folding).matches(
      foldedSentence.units, endingAt: hitInSentence.lowerBound.value, reach: reach)
  }

  /// The part of the sentence right after the hit matches.
  func isFollowed(by pattern: SurroundingPattern) -> Bool {
    pattern.folded(with: context.folding).match(
      in: foldedSentence.units, at: hitInSentence.upperBound.value) != nil
  }

  /// The sentence begins with the pattern.
  func sentenceOpens(with pattern: SurroundingPattern) -> Bool {
    pattern.folded(with: context.folding).match(in: foldedSentence.units, at: 0) != nil
  }

  /// The pattern occurs somewhere in the sentence outside the hit.
  func sentenceShows(_ pattern: SurroundingPattern) -> Bool {
    let pattern = pattern.folded(with: context.folding)
    let hit = hitInSentence.plain
    return pattern.occurs(in: foldedSentence.units) {
      $0.lowerBound >= hit.upperBound || $0.upperBound <= hit.lowerBound
    }
  }

  /// Whether the folded sentence holds the wording anywhere.
  public func sentenceHolds(_ wording: String) -> Bool {
    foldedSentence.units[...].holds(context.folding.fold(wording))
  }

  /// Whether the phrase stands in the line so that it covers the hit.
  public func isCovered(by phrase: String) -> Bool {
    let wanted = context.folding.fold(phrase)
    let term = foldedNearby.units[hitNearby.plain]
    guard wanted.count >= term.count, !term.isEmpty else { return false }
    let units = foldedNearby.units
    for offset in 0...(wanted.count - term.count) {
      guard wanted[offset..<offset + term.count].elementsEqual(term) else { continue }
      let start = hitNearby.lowerBound.value - offset
      guard start >= 0, start + wanted.count <= units.count else { continue }
      if units[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }

  private func units(of text: FoldedText) -> Range<FoldedOffset> {
    let start = text.firstUnit(atOrAfter: range.lowerBound)
    let end = text.firstUnit(atOrAfter: range.upperBound)
    return start..<max(start, end)
  }

  private func bounded(by isStop: (UInt8) -> Bool) -> Range<TextOffset> {
    let bytes = context.utf8
    var start = range.lowerBound.value
    let lowest = max(0, start - Self.reach)
    while start > lowest, !isStop(bytes[start - 1]) { start -= 1 }
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = range.upperBound.value
    let highest = min(bytes.count, end + Self.reach)
    while end < highest, !isStop(bytes[end]) { end += 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Range(start..<end)
  }

  /// Whether a sentence stop ends right before this byte.
  private static func endsSentence(_ bytes: [UInt8], at index: Int) -> Bool {
    if index >= 1, isASCIIStop(bytes[index - 1]) { return true }
    return index >= 3 && isStop(bytes, at: index - 3)
  }

  private static func beginsStop(_ bytes: [UInt8], at index: Int) -> Bool {
    isASCIIStop(bytes[index]) || (index + 2 < bytes.count && isStop(bytes, at: index))
  }

  private static func isASCIIStop(_ byte: UInt8) -> Bool {
    byte == 0x21 || byte == 0x3B || byte == 0x3F
  }

  /// 。 ！ ？
  private static func isStop(_ bytes: [UInt8], at index: Int) -> Bool {
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B): true
    default: false
    }
  }
}

extension ArraySlice<UInt32> {
  /// Whether the units stand anywhere in this stretch.
  func holds(_ wanted: [UInt32]) -> Bool { firstIndex(of: wanted) != nil }

  /// Where the units stand first.
  func firstIndex(of wanted: [UInt32]) -> Int? {
    guard let first = wanted.first, wanted.count <= count else { return nil }
    for start in startIndex...(endIndex - wanted.count) where self[start] == first {
      if self[start..<start + wanted.count].elementsEqual(wanted) { return start }
    }
    return nil
  }
}
