public import ZhubiDetection
public import ZhubiText

/// Judges raw findings and makes the report of one document.
public struct ReportBuilder: Sendable {
  public var profile: Profile
  /// Findings at or above this severity fail the document.
  public var failOn: Severity
  /// Shows personal data in the clear. Off unless someone asked for it.
  public var showsSensitive: Bool
  /// How many scalars of a line are shown to each side of a finding.
  static let contextReach = 40
  /// How many scalars of a finding are shown; of a longer one the middle is left out.
  static let excerptReach = 240

  public init(profile: Profile, failOn: Severity = .error, showsSensitive: Bool = false) {
    self.profile = profile
    self.failOn = failOn
    self.showsSensitive = showsSensitive
  }

  /// - Parameter findings: the findings of each part, in the order of the document's parts.
  public func report(
    on document: Document, findings: [[Finding]], asOf: AsOf
  ) -> DocumentReport {
    var drafts: [Draft] = document.problems.map { Draft(problem: $0, source: document.source) }
    for (index, list) in findings.enumerated() {
      let part = document.parts[index]
      let masked = MaskedText(part.utf8, findings: list, reveals: showsSensitive)
      // The fingerprint is made from masked text, also where the report shows the plain one.
      let hidden =
        showsSensitive ? MaskedText(part.utf8, findings: list, reveals: false) : nil
      for finding in list {
        drafts.append(
          Draft(
            finding: finding, part: part, masked: masked, hidden: hidden, profile: profile,
            document.source))
      }
    }
    let locator = SourceLocator(
      document.source,
      positions: drafts.flatMap(\.positions),
      origin: document.origin)
    let reported = drafts.map { draft in
      draft.located(in: document, locator)
    }.sorted {
      ($0.utf8.lowerBound, $1.utf8.upperBound, $0.rule)
        < ($1.utf8.lowerBound, $0.utf8.upperBound, $1.rule)
    }
    let isComplete = !document.problems.contains { $0.kind.leavesTextUnread }
    var report = DocumentReport(
      document: document.id,
      verdict: .over(reported.map(\.severity), failOn: failOn, isComplete: isComplete),
      findings: reported, asOf: asOf, encoding: document.encoding, bytes: document.source.count,
      problems: document.problems, profile: profile.name, failOn: failOn)
    report.skipped = document.skipped
    return report
  }
}

extension ReadingProblem.Kind {
  /// Whether something was left unread, so that no verdict can be given.
  public var leavesTextUnread: Bool { self != .pollutedText }
}

/// A finding on its way into the report: everything but its place in the source.
private struct Draft {
  var rule: RuleID
  var severity: Severity
  var confidence: Confidence
  var message: Message
  var suggestion: String?
  var basis: String?
  var evidence: String?
  var excerpt: String
  var part: String
  var source: Range<SourceOffset>
  var fingerprint: String
  var context: ReportedFinding.Context
  var fix: (source: Range<SourceOffset>, replacement: String)?
  var furtherFixes: [(source: Range<SourceOffset>, replacement: String)] = []

  /// The byte positions that must be located in the source.
  var positions: [Int] {
    ([source, fix?.source].compactMap { $0 } + furtherFixes.map(\.source))
      .flatMap { [$0.lowerBound.value, $0.upperBound.value] }
  }

  init(problem: ReadingProblem, source: [UInt8]) {
    rule = RuleID("scan.\(problem.kind.rawValue)") ?? "scan.unreadable"
    severity = problem.kind.leavesTextUnread ? .error : .warning
    confidence = .certain
    message = Message(problem.chinese, problem.english)
    excerpt = ""
    part = problem.part
    self.source = problem.range ?? SourceOffset(0)..<SourceOffset(0)
    context = ReportedFinding.Context(text: "", highlight: 0..<0)
    fingerprint = Fingerprint.of(
      rule: rule.text, excerpt: problem.english, before: problem.part, after: "")
  }

  init(
    finding: Finding, part: Part, masked: MaskedText, hidden: MaskedText?, profile: Profile,
    _ document: [UInt8]
  ) {
    rule = finding.rule
    severity = profile.severity(of: finding)
    confidence = finding.confidence
    message = finding.message
    if part.isRecognised {
      confidence = finding.confidence == .certain ? .likely : .possible
      let sure = part.boxes.first { $0.range.upperBound > finding.range.lowerBound }?.confidence
      let share = sure.map { " \($0)%" } ?? ""
      message = Message(
        "\(message.chinese)（图片文字识别所得\(share)，请核对原图）",
        "\(message.english) (read off a picture\(share): compare with it)")
    }
    suggestion = finding.suggestion
    basis = finding.basis
    evidence = finding.evidence
    let range = finding.range.plain.clamped(to: 0..<part.utf8.count)
    excerpt = masked.text(range)
    self.part = Self.place(of: finding.range, in: part)
    source = part.map.source(of: Range(range))
    let line = Self.line(around: range, in: part.utf8)
    let left = masked.text(line.lowerBound..<range.lowerBound)
    let right = masked.text(range.upperBound..<line.upperBound)
    let before = left.unicodeScalars.suffix(ReportBuilder.contextReach)
    let after = right.unicodeScalars.prefix(ReportBuilder.contextReach)
    let full = excerpt
    excerpt = Self.shortened(full)
    context = ReportedFinding.Context(
      text: String(before) + excerpt + String(after),
      highlight: before.count..<before.count + excerpt.unicodeScalars.count)
    let name = rule.text
    fingerprint =
      if let hidden {
        Fingerprint.of(
          rule: name, excerpt: hidden.text(range),
          before: hidden.text(line.lowerBound..<range.lowerBound),
          after: hidden.text(range.upperBound..<line.upperBound))
      } else {
        Fingerprint.of(rule: name, excerpt: full, before: left, after: right)
      }
    fix = finding.fix.flatMap { Self.fix($0, in: part, document) }
    furtherFixes = finding.furtherFixes.compactMap { Self.fix($0, in: part, document) }
  }

  /// A paragraph that stands twice, a list of thousands: the beginning and the end are shown.
  private static func shortened(_ text: String) -> String {
    let reach = ReportBuilder.excerptReach
    guard text.utf8.count > reach else { return text }
    let scalars = text.unicodeScalars
    guard scalars.count > reach else { return text }
    return String(scalars.prefix(reach * 3 / 4)) + " … " + String(scalars.suffix(reach / 4))
  }

  /// The replacement in the source, where the source has the very characters of the part: text
  /// spread over tags or written with references is left to a person.
  private static func fix(
    _ fix: Finding.Fix, in part: Part, _ document: [UInt8]
  ) -> (source: Range<SourceOffset>, replacement: String)? {
    let place = part.map.source(of: fix.range)
    guard place.length == fix.range.length, place.upperBound.value <= document.count,
      fix.range.upperBound.value <= part.utf8.count,
      document[place.plain].elementsEqual(part.utf8[fix.range.plain]),
      part.joinsLines || !fix.replacement.contains(where: { "<>&\"'".contains($0) })
    else { return nil }
    return (place, fix.replacement)
  }

  func located(in document: Document, _ locator: SourceLocator) -> ReportedFinding {
    let start = locator[source.lowerBound.value]
    let end = locator[source.upperBound.value]
    return ReportedFinding(
      document: document.id, rule: rule, severity: severity, confidence: confidence,
      message: message, suggestion: suggestion, basis: basis, excerpt: excerpt, part: part,
      start: start.reported, end: end.reported,
      scalars: Range(start.scalar..<max(start.scalar, end.scalar)),
      utf8: source.shifted(by: document.origin.utf8),
      utf16: Range(start.utf16..<max(start.utf16, end.utf16)), evidence: evidence,
      fingerprint: fingerprint, context: context,
      fix: fix.map { Self.located($0, in: document, locator) },
      furtherFixes: furtherFixes.map { Self.located($0, in: document, locator) })
  }

  private static func located(
    _ wanted: (source: Range<SourceOffset>, replacement: String), in document: Document,
    _ locator: SourceLocator
  ) -> ReportedFinding.Fix {
    let first = locator[wanted.source.lowerBound.value]
    let last = locator[wanted.source.upperBound.value]
    return ReportedFinding.Fix(
      utf8: wanted.source.shifted(by: document.origin.utf8),
      scalars: Range(first.scalar..<max(first.scalar, last.scalar)),
      start: first.reported, end: last.reported, replacement: wanted.replacement)
  }

  /// The part as people name it, down to the cell of a table.
  private static func place(of range: Range<TextOffset>, in part: Part) -> String {
    let label = part.kind == .body && part.label == "body" ? "" : part.label
    let place = inner(of: range, in: part)
    return [label, place].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func inner(of range: Range<TextOffset>, in part: Part) -> String {
    for (number, table) in part.tables.enumerated() {
      guard let cell = table.cell(at: range.lowerBound) else { continue }
      return "table \(number + 1), row \(cell.row + 1), column \(cell.column + 1)"
    }
    guard let kind = part.lineKind else { return "" }
    let end = min(range.lowerBound.value, part.utf8.count)
    let line = 1 + part.utf8[..<end].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    guard let box = part.boxes.first(where: { $0.range.upperBound > range.lowerBound }) else {
      return "\(kind.rawValue) \(line)"
    }
    func percent(_ share: Int) -> String { "\(share / 10).\(share % 10)%" }
    return "picture text, line \(line), box \(percent(box.left)) \(percent(box.top)) "
      + "\(percent(box.width)) \(percent(box.height))"
  }

  /// The line(s) of the stretch, as far as they may be shown.
  private static func line(around range: Range<Int>, in utf8: [UInt8]) -> Range<Int> {
    let reach = ReportBuilder.contextReach * 4
    var start = range.lowerBound
    let lowest = max(0, start - reach)
    while start > lowest, utf8[start - 1] != 0x0A, utf8[start - 1] != 0x0D { start -= 1 }
    while start < range.lowerBound, utf8[start] & 0xC0 == 0x80 { start += 1 }
    var end = range.upperBound
    let highest = min(utf8.count, end + reach)
    while end < highest, utf8[end] != 0x0A, utf8[end] != 0x0D { end += 1 }
    while end > range.upperBound, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}
