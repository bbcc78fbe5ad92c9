public import ZhubiText

/// One row of a lexicon: a wording, what is wrong with it, and when it is not.
public struct LexiconEntry: Sendable, Hashable {
  public var rule: RuleID
  /// The wording as the table has it; for a pattern, its required literal.
  public var term: String
  /// The regular expression, when the row is one (`/…/`).
  public var pattern: String?
  /// Nil switches the entry off (an upper layer wrote `off`).
  public var severity: Severity?
  /// How sure the fact behind the entry is. What is only `likely` or `possible` is reported as
  /// `info` unless the profile asks for such facts (`gov-style`, `all`).
  public var confidence: Confidence = .certain
  /// Right wordings; more than one means that nothing is replaced by machine.
  public var suggestions: [String]
  /// Any one of these holding silences the entry.
  public var unless: [Condition]
  /// At least one of the phrases and every named context must hold.
  public var only: [Condition]
  /// The entry counts for documents dated on or after this day.
  public var since: CalendarDate?
  /// The entry counts for documents dated before this day.
  public var until: CalendarDate?
  public var source: String
  public var note: String
  /// The pack and its layer (0 is built in).
  public var pack: String
  public var layer: Int
  /// `file:line`.
  public var place: String

  /// The name an upper layer uses to change the entry: rule and term.
  public var id: String { "\(rule):\(pattern.map { "/\($0)/" } ?? term)" }
}

/// A circumstance under which an entry counts, or does not.
public enum Condition: Sendable, Hashable {
  /// A phrase that contains the term; `~` in the table stands for the term itself.
  case phrase(String)
  /// A named context with its arguments: `@historical`, `@near(价格|收费)`.
  case named(String, [String])
  /// A condition that only raises doubt (`?@foreign-sentence`): the hit is shown as `info` instead
  /// of being dropped.
  indirect case doubt(Condition)

  /// Reads the cell of a table: conditions stand apart by `;`, arguments by `|`.
  ///
  /// - Returns: the conditions, or the text that cannot be read.
  public static func parse(_ cell: String, term: String) -> Result<[Condition], ConditionError> {
    var conditions: [Condition] = []
    for piece in splitOutsideParentheses(cell) {
      let text = trim(piece)
      if text.isEmpty { continue }
      if text.hasPrefix("?") {
        guard let inner = one(trim(text.dropFirst()), term: term) else {
          return .failure(ConditionError(text: String(text)))
        }
        conditions.append(.doubt(inner))
      } else {
        guard let condition = one(text, term: term) else {
          return .failure(ConditionError(text: String(text)))
        }
        conditions.append(condition)
      }
    }
    return .success(conditions)
  }

  private static func one(_ text: Substring, term: String) -> Condition? {
    guard text.hasPrefix("@") else {
      let phrase = text.contains("~") ? String(text).replacing(tilde: term) : String(text)
      return phrase.isEmpty ? nil : .phrase(phrase)
    }
    let body = text.dropFirst()
    let name = String(body.prefix { $0 != "(" && $0 != "（" })
    let rest = body.dropFirst(name.count)
    if name.isEmpty { return nil }
    if rest.isEmpty { return .named(name, []) }
    guard rest.last == ")" || rest.last == "）" else { return nil }
    let inner = rest.dropFirst().dropLast()
    return .named(
      name, inner.split(separator: "|").map { String(trim($0)).replacing(tilde: term) })
  }

  private static func splitOutsideParentheses(_ cell: String) -> [Substring] {
    var pieces: [Substring] = []
    var depth = 0
    var start = cell.startIndex
    for index in cell.indices {
      switch cell[index] {
      case "(", "（": depth += 1
      case ")", "）": depth -= 1
      case ";", "；":
        guard depth <= 0 else { continue }
        pieces.append(cell[start..<index])
        start = cell.index(after: index)
      default: break
      }
    }
    pieces.append(cell[start...])
    return pieces
  }
}

/// A condition nobody can read.
public struct ConditionError: Error, Sendable {
  public var text: String
}

extension String {
  /// The text with every `~` written out as the term.
  fileprivate func replacing(tilde term: String) -> String {
    split(separator: "~", omittingEmptySubsequences: false).joined(separator: term)
  }
}
