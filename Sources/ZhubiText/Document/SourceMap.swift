/// The way from the text of a part back to the source it was read from.
public struct SourceMap: Sendable {
  private let length: Int

  /// The map of a text that is its own source.
  public static func identity(length: Int) -> SourceMap { SourceMap(length: length) }

  /// The smallest stretch of whole source characters that covers the range.
  public func source(of range: Range<TextOffset>) -> Range<SourceOffset> {
    Range(range.plain.clamped(to: 0..<length))
  }
}
