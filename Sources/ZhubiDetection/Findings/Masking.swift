/// How a piece of personal data is written where it must be shown at all.
///
/// The scalars kept are counted over digits, letters and Han characters only; separators stay, so
/// that columns do not move.
public struct Masking: Hashable, Sendable {
  /// Characters left readable at the start.
  public var keepFirst: Int
  /// Characters left readable at the end.
  public var keepLast: Int

  public init(keepFirst: Int, keepLast: Int) {
    self.keepFirst = keepFirst
    self.keepLast = keepLast
  }

  /// How many characters stay readable at most.
  public var shown: Int { keepFirst + keepLast }

  /// Nothing stays readable.
  public static let all = Masking(keepFirst: 0, keepLast: 0)
  /// 6 + 8 hidden + 4, the commonest form for identity numbers.
  public static let identityNumber = Masking(keepFirst: 6, keepLast: 4)
  /// 138****1234.
  public static let mobile = Masking(keepFirst: 3, keepLast: 4)
  /// First six and last four of a bank card.
  public static let bankCard = Masking(keepFirst: 6, keepLast: 4)
  /// 张**.
  public static let name = Masking(keepFirst: 1, keepLast: 0)

  /// The text with everything but the kept ends written as `*`. At least a third of the characters
  /// are hidden, however short the text is.
  public func apply(to text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let counted = scalars.indices.filter { Self.isCounted(scalars[$0]) }
    let most = counted.count * 2 / 3
    let first = min(keepFirst, most)
    let last = min(keepLast, most - min(first, most))
    var masked = String.UnicodeScalarView()
    var seen = 0
    for scalar in scalars {
      guard Self.isCounted(scalar) else {
        masked.append(scalar)
        continue
      }
      let shown = seen < first || seen >= counted.count - last
      masked.append(shown ? scalar : "*")
      seen += 1
    }
    return String(masked)
  }

  private static func isCounted(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.isIdeographic
  }
}
