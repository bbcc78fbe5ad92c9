/// The folded view of a stretch of UTF-8 text, with the way back to the text.
///
/// Dropped are skipped characters, a line break with its indentation between two Han characters,
/// and a pinyin gloss in round brackets after a Han character; `FoldingRoles` defines all three.
/// Everything else stays: a line break is U+000A, a space U+0020. An invalid byte is one unit
/// U+FFFD. Building is linear in the length of the range, and no ICU is called.
public struct FoldedText: Sendable {
  /// The folded scalars.
  public let units: [UInt32]
  /// The class of the original scalar of each unit.
  public let classes: [UnitClass]
  /// First byte of the original scalar of each unit, and its length in the low three bits.
  private let places: [Int]
  private let range: Range<TextOffset>

  /// Folds the bytes of `range`; a range beyond the text is cut to it.
  ///
  /// - Parameter joinsLines: whether a word may go on behind a line break. False for text in which
  ///   every line break is the end of a block.
  public init(
    _ utf8: UnsafeBufferPointer<UInt8>, range: Range<TextOffset>, folding: Folding,
    joinsLines: Bool = true
  ) {
    let clamped = range.plain.clamped(to: 0..<utf8.count)
    (units, classes, places) = TextFolder(utf8, clamped, folding, joinsLines: joinsLines).run()
    self.range = Range(clamped)
  }

  /// Folds a whole string.
  public init(_ text: String, folding: Folding) {
    var text = text
    self = text.withUTF8 {
      FoldedText($0, range: TextOffset(0)..<TextOffset($0.count), folding: folding)
    }
  }

  /// The number of units.
  public var count: Int { units.count }

  /// The first byte of the character a unit comes from; the end of the range for `count`.
  public func start(of unit: FoldedOffset) -> TextOffset {
    unit.value < places.count ? TextOffset(places[unit.value] >> 3) : range.upperBound
  }

  /// The bytes a range of units comes from: always whole source characters.
  ///
  /// A unit that is one of several of its character brings the whole character. Dropped characters
  /// inside belong to it, those before and after do not. An empty range stays empty.
  public func origin(of range: Range<FoldedOffset>) -> Range<TextOffset> {
    let start = start(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    let last = places[range.upperBound.value - 1]
    return start..<TextOffset(last >> 3 + last & 7)
  }

  /// The first unit whose character starts at or after the byte; `count` when there is none.
  /// O(log count).
  public func firstUnit(atOrAfter offset: TextOffset) -> FoldedOffset {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) >> 1
      if places[middle] >> 3 < offset.value { low = middle + 1 } else { high = middle }
    }
    return FoldedOffset(low)
  }
}
