public import ZhubiDetection
public import ZhubiPolicy
import ZhubiText

/// What a person reads in a terminal: findings under their document, each with its line, the place
/// underlined, what to do, and why.
public struct TextReporter: Reporter {
  public var language: Language
  /// Whether escape codes for colour are written.
  public var colour: Bool
  /// Findings below this severity are only counted.
  public var least: Severity

  public init(language: Language = .chinese, colour: Bool = false, least: Severity = .info) {
    self.language = language
    self.colour = colour
    self.least = least
  }

  public mutating func document(_ report: DocumentReport) -> String {
    let shown = report.findings.filter { $0.severity >= least }
    if shown.isEmpty, report.verdict == .pass { return "" }
    var text = paint(.bold, report.document) + "  "
    text += paint(.dim, ReportNotes.notes(on: report, language).prefix(2).joined(separator: " · "))
    text += "\n"
    for finding in shown { text += lines(for: finding) }
    return text + "\n"
  }

  public mutating func end(_ run: RunSummary) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      guard let count = run.counts[severity], count > 0 else { return nil }
      return paint(Paint(severity), "\(name(severity)) \(count)")
    }
    let found =
      counts.isEmpty ? language.pick("没有发现问题", "no findings") : counts.joined(separator: " · ")
    var text = "\(verdict(run.verdict))  "
    text += language.pick(
      "共扫描 \(run.documents) 个文档，\(found)", "\(run.documents) document(s) scanned, \(found)")
    text += "  " + paint(.dim, timing(run)) + "\n"
    for name in run.notRead {
      text +=
        paint(
          .red, language.pick("未能读全：\(Self.plain(name))", "not fully read: \(Self.plain(name))"))
        + "\n"
    }
    return text
  }

  private func lines(for finding: ReportedFinding) -> String {
    let place = finding.part.isEmpty ? "" : " [\(finding.part)]"
    var text = "  \(finding.line):\(finding.column)\(place)  "
    text += paint(Paint(finding.severity), name(finding.severity))
    if finding.confidence == .possible { text += language.pick("（疑似）", " (possible)") }
    text += "  \(Self.plain(language.of(finding.message)))  \(paint(.dim, finding.rule.text))\n"
    text += underlined(finding.context)
    if let suggestion = finding.suggestion, !suggestion.isEmpty {
      text += "      " + language.pick("建议：", "suggestion: ") + Self.plain(suggestion) + "\n"
    }
    if let basis = finding.basis, !basis.isEmpty {
      text += "      " + paint(.dim, language.pick("依据：", "basis: ") + Self.plain(basis)) + "\n"
    }
    return text
  }

  /// The line with a row of `^` under the finding, full-width characters counted as two columns.
  private func underlined(_ context: ReportedFinding.Context) -> String {
    guard !context.text.isEmpty else { return "" }
    let scalars = Array(Self.plain(context.text).unicodeScalars)
    let before = scalars[..<context.highlight.lowerBound].reduce(0) { $0 + DisplayWidth.of($1) }
    let inside = scalars[context.highlight.clamped(to: 0..<scalars.count)].reduce(0) {
      $0 + DisplayWidth.of($1)
    }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars)
    return "      | \(String(line))\n      | \(String(repeating: " ", count: before))"
      + paint(.red, String(repeating: "^", count: max(1, inside))) + "\n"
  }

  /// The text with everything a terminal would obey replaced, one character for one.
  static func plain(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: view.append(" ")
      case .format: view.append("\u{B7}")
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  private func name(_ severity: Severity) -> String {
    switch severity {
    case .block: language.pick("阻断", "block")
    case .error: language.pick("严重", "error")
    case .warning: language.pick("一般", "warning")
    case .info: language.pick("提示", "info")
    }
  }

  private func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: paint(.green, language.pick("通过", "pass"))
    case .review: paint(.yellow, language.pick("复核", "review"))
    case .block: paint(.red, language.pick("不予发布", "block"))
    case .incomplete: paint(.red, language.pick("扫描不完整", "incomplete"))
    }
  }

  private func timing(_ run: RunSummary) -> String {
    let milliseconds = Int((run.seconds * 1000).rounded())
    return language.pick("用时 \(milliseconds) 毫秒", "\(milliseconds) ms")
  }

  private enum Paint: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"

    init(_ severity: Severity) {
      switch severity {
      case .block, .error: self = .red
      case .warning: self = .yellow
      case .info: self = .blue
      }
    }
  }

  private func paint(_ paint: Paint, _ text: String) -> String {
    colour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
