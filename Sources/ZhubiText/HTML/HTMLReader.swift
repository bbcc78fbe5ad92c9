/// Reads the text of an HTML page: what a reader sees, what stands beside it, and what is hidden.
///
/// Works on any input without failing: markup is understood as a browser would understand it, so
/// far as it matters for the text, and every limit that cuts something is told in `problems`.
/// Time is linear in the source; memory is the text that was read and one open path of elements.
public struct HTMLReader: Sendable {
  /// How much is read of one page.
  public struct Limits: Sendable, Equatable {
    /// The deepest element whose style and table is tracked; the text below is read all the same.
    public var depth = 512
    /// The most attributes of one tag.
    public var attributes = 1024
    /// The most bytes of one attribute value.
    public var valueBytes = 1 << 20
    /// The most bytes of text of all parts together, counted in the source.
    public var textBytes = 128 << 20
    /// The most links that are listed.
    public var links = 100_000
    /// The most cells of all tables together.
    public var cells = 1_000_000
    /// The most metadata fields.
    public var metadata = 1_000

    public init() {}

    /// With no more text than a source map can lead back to.
    var clamped: Limits {
      var limits = self
      limits.textBytes = min(limits.textBytes, SourceMap.sourceLimit)
      return limits
    }
  }

  public var limits: Limits

  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Reads a page given as UTF-8; offsets count its bytes.
  public func read(_ utf8: [UInt8]) -> HTMLReading {
    var page = HTMLPage(utf8, limits: limits)
    return page.read()
  }
}

/// What was read of an HTML page.
public typealias HTMLReading = DocumentReading
