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

    /// A limit by the name a configuration gives it.
    public struct Field: Sendable {
      public let name: String
      /// Whether it counts bytes.
      public let isSize: Bool
      private let path: @Sendable () -> WritableKeyPath<Limits, Int>

      init(
        _ name: String, isSize: Bool = false,
        _ path: @escaping @Sendable () -> WritableKeyPath<Limits, Int>
      ) {
        (self.name, self.isSize, self.path) = (name, isSize, path)
      }

      public func value(in limits: Limits) -> Int { limits[keyPath: path()] }

      public func set(_ value: Int, in limits: inout Limits) { limits[keyPath: path()] = value }
    }

    /// Every limit, in the order people should write them.
    public static let fields = [
      Field("depth") { \.depth }, Field("attributes") { \.attributes },
      Field("value-size", isSize: true) { \.valueBytes },
      Field("text-size", isSize: true) { \.textBytes }, Field("links") { \.links },
      Field("cells") { \.cells }, Field("metadata") { \.metadata },
    ]

    /// With no more text than a source map can lead back to.
    var clamped: Limits {
      var limits = self
      limits.textBytes = min(limits.textBytes, SourceMap.sourceLimit)
      return limits
    }
  }

  public var limits: Limits
  /// Elements whose visible text is left out; what is hidden inside of them is read all the same.
  public var ignored: [HTMLSelector]

  public init(limits: Limits = Limits(), ignored: [HTMLSelector] = []) {
    self.limits = limits
    self.ignored = ignored
  }

  /// Reads a page given as UTF-8; offsets count its bytes.
  public func read(_ utf8: [UInt8]) -> HTMLReading {
    var page = HTMLPage(utf8, limits: limits)
    page.ignored = ignored
    return page.read()
  }
}

/// What was read of an HTML page.
public typealias HTMLReading = DocumentReading
