public import ZhubiText

/// Everything a detector may look at while it reads one part. Used by one thread at a time.
///
/// The folded view and the line index are made when first asked for: a detector that finds nothing
/// to do costs nothing.
public final class DetectionContext {
  public let document: Document
  public let partIndex: Int
  public let folding: Folding
  /// The day the document is judged by, and where it came from.
  public let asOf: AsOf
  /// Hits of the lexicon in this part, in order of their place, exceptions already applied.
  public internal(set) var hits: [LexiconHit] = []
  /// What is switched on.
  public let selection: Selection

  public init(
    document: Document, partIndex: Int, folding: Folding, asOf: AsOf,
    selection: Selection = .everything
  ) {
    self.document = document
    self.partIndex = partIndex
    self.folding = folding
    self.asOf = asOf
    self.selection = selection
  }

  public var part: Part { document.parts[partIndex] }

  /// The text of the part, UTF-8.
  public var utf8: [UInt8] { document.parts[partIndex].utf8 }

  /// The lines of the part.
  public private(set) lazy var lines = LineIndex(utf8)

  /// Whether the part reads as a statute or a verbatim reprint of one.
  public private(set) lazy var isStatute: Bool = readsAsStatute

  /// Whether a text without a date of its own speaks of years long past only.
  public private(set) lazy var seemsHistorical: Bool = asOf.origin == .today && namesOnlyOldYears

  /// The folded view of the whole part.
  public private(set) lazy var folded: FoldedText = fold(
    TextOffset(0)..<TextOffset(utf8.count))

  /// The part as the checks of format and wording read it.
  private(set) lazy var page = FormatPage(self)

  /// The folded view of a stretch of the part.
  public func fold(_ range: Range<TextOffset>) -> FoldedText {
    // Hits come in order of place: those of one line or sentence ask for the same stretch.
    if let known = recent.first(where: { $0.range == range }) { return known.text }
    let text = utf8.withUnsafeBufferPointer {
      FoldedText($0, range: range, folding: folding, joinsLines: part.joinsLines)
    }
    if recent.count == Self.kept { recent.removeFirst() }
    recent.append((range, text))
    return text
  }

  /// The words the part was asked for as a whole, and whether it holds them.
  var held: [String: Bool] = [:]

  /// The stretches folded last, oldest first.
  private var recent: [(range: Range<TextOffset>, text: FoldedText)] = []
  private static let kept = 4

  /// The text of a stretch as it stands.
  public func text(_ range: Range<TextOffset>) -> String {
    String(decoding: utf8[range.plain.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// The line (without its break) that holds a position.
  public func line(at offset: TextOffset) -> Range<TextOffset> {
    let whole = lines.range(ofLine: lines.line(containing: offset.value))
    var end = whole.upperBound
    while end > whole.lowerBound, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return Range(whole.lowerBound..<end)
  }
}

/// The day a document is judged by.
public struct AsOf: Hashable, Sendable {
  /// Where the day came from, strongest first.
  public enum Origin: String, Sendable {
    case option, input, metadata, text, today
  }

  public var date: CalendarDate
  public var origin: Origin

  public init(_ date: CalendarDate, origin: Origin) {
    self.date = date
    self.origin = origin
  }
}

/// Which rules are switched on, and under which profile the text is read.
public struct Selection: Sendable {
  /// The name of the profile (`official`, `gov-style`, `statute`, `all` …).
  public var profile: String
  private let isOn: @Sendable (RuleID) -> Bool

  public init(profile: String, isOn: @escaping @Sendable (RuleID) -> Bool) {
    self.profile = profile
    self.isOn = isOn
  }

  /// Every rule.
  public static let everything = Selection(profile: "all") { _ in true }

  public func contains(_ rule: RuleID) -> Bool { isOn(rule) }
}
