/// One small group of format rules that look at the same thing.
///
/// A check is a value without state; its cost stays linear in the length of the page.
protocol FormatCheck: Sendable {
  var rules: [Rule] { get }
  func check(_ page: FormatPage, into findings: inout [Finding])
}

/// Many findings of one kind on one page are a habit of the page, and a habit is told once.
enum Habit {
  /// How many findings of one rule stand alone before they are told as one.
  static let limit = 6

  /// Appends the findings one by one, or, when they are too many, the first with all the others
  /// as related places.
  static func append(
    _ found: [Finding], severity: Severity? = nil, limit: Int = Habit.limit,
    into findings: inout [Finding]
  ) {
    guard found.count > limit, var whole = found.first else {
      findings += found
      return
    }
    whole.related = found.dropFirst().prefix(500).map(\.range)
    whole.furtherFixes = found.dropFirst().compactMap(\.fix)
    if found.count > 1 {
      whole.message = Message(
        "\(whole.message.chinese)（全文共\(found.count)处，列为一项）",
        "\(whole.message.english) (\(found.count) places on this page, reported once)")
    }
    if let severity { whole.severity = severity }
    findings.append(whole)
  }
}
