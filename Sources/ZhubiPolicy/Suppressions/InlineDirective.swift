import ZhubiDetection
import ZhubiText

/// One `zhubi:ignore` comment of a source.
struct InlineDirective: Sendable {
  enum Kind: String, Sendable {
    case ignore = ""
    case nextLine = "-next-line"
    case begin = "-begin"
    case end = "-end"
  }

  /// Why a comment is not obeyed, or not wholly.
  enum Fault: Hashable, Sendable {
    case unknownForm(String)
    case unknownAttribute(String)
    case badDate(String)
    case noReason
    case noRules
    case notARule(String)
    case unknownRule(String)
    case scanRule
    case noEnd
    case nothingFollows
    case lineTooLong
    case unclosedBlock
    case strayEnd
    case tooMany(limit: Int)
  }

  var kind: Kind
  /// The whole comment, in bytes of the whole source.
  var range: Range<Int>
  var start: ReportedFinding.Place
  var end: ReportedFinding.Place
  var scalars: Range<Int>
  var utf16: Range<Int>
  var selectors: [RuleSelector] = []
  var reason = ""
  /// Where the reason stands, in bytes of the whole source.
  var reasonRange = 0..<0
  var until: CalendarDate?
  var faults: [Fault] = []
  /// The bytes of the whole source it is about; nil while that is not known.
  var scope: Range<Int>?

  /// Whether it may hide anything at all.
  var isObeyed: Bool {
    kind != .end && !faults.contains { if case .notARule = $0 { false } else { true } }
  }
}

/// Reads what stands behind `zhubi:ignore` in a comment.
struct DirectiveGrammar {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Fills the directive; faults are added, never thrown.
  mutating func read(into directive: inout InlineDirective, base: Int) {
    let suffix = text(word { $0 == 0x2D || ($0 >= 0x61 && $0 <= 0x7A) })
    if let kind = InlineDirective.Kind(rawValue: suffix), index == bytes.endIndex || isBlank(index)
    {
      directive.kind = kind
    } else {
      let rest = text(word { !Self.separators.contains($0) })
      directive.faults.append(.unknownForm("zhubi:ignore" + suffix + rest))
      return
    }
    var hasReason = false
    while let next = token() {
      guard index < bytes.endIndex, bytes[index] == 0x3D else {
        take(rule: text(next), &directive)
        continue
      }
      index += 1
      let value = value()
      switch text(next) {
      case "reason":
        directive.reason = text(value)
        directive.reasonRange = value.lowerBound + base..<value.upperBound + base
        hasReason = directive.reason.contains { !$0.isWhitespace && !$0.isPunctuation }
      case "until": take(date: text(value), &directive)
      case let name: directive.faults.append(.unknownAttribute(name))
      }
    }
    guard directive.kind != .end else { return }
    if directive.selectors.isEmpty, directive.faults.isEmpty { directive.faults.append(.noRules) }
    if !hasReason { directive.faults.append(.noReason) }
  }

  private func take(rule: String, _ directive: inout InlineDirective) {
    guard let selector = RuleSelector(rule) else {
      directive.faults.append(.notARule(rule))
      return
    }
    if selector.familyName == "scan" {
      directive.faults.append(.scanRule)
    } else {
      directive.selectors.append(selector)
    }
  }

  private func take(date text: String, _ directive: inout InlineDirective) {
    if let date = CalendarDate(text), date.description == text {
      directive.until = date
    } else {
      directive.faults.append(.badDate(text))
    }
  }

  private static let separators: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0x2C]

  private func isBlank(_ index: Int) -> Bool { Self.separators.contains(bytes[index]) }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The next word up to a separator or `=`.
  private mutating func token() -> Range<Int>? {
    while index < bytes.endIndex, isBlank(index) { index += 1 }
    guard index < bytes.endIndex else { return nil }
    let found = word { $0 != 0x3D && !Self.separators.contains($0) }
    if found.isEmpty { index += 1 }
    return found
  }

  /// A value behind `=`: in straight or curly quotes, else up to a separator.
  private mutating func value() -> Range<Int> {
    for (open, close) in Self.quotes where bytes[index...].starts(with: open) {
      let start = index + open.count
      var end = start
      while end < bytes.endIndex, !bytes[end...].starts(with: close) { end += 1 }
      index = min(bytes.endIndex, end + close.count)
      return start..<end
    }
    return word { !Self.separators.contains($0) }
  }

  private static let quotes: [([UInt8], [UInt8])] = [
    (Array("\"".utf8), Array("\"".utf8)), (Array("'".utf8), Array("'".utf8)),
    (Array("“".utf8), Array("”".utf8)), (Array("「".utf8), Array("」".utf8)),
  ]

  private mutating func word(_ belongs: (UInt8) -> Bool) -> Range<Int> {
    let start = index
    while index < bytes.endIndex, belongs(bytes[index]) { index += 1 }
    return start..<index
  }
}
