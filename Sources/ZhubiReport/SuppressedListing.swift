public import ZhubiPolicy
import ZhubiDetection

/// Lists findings that were set aside, each with the reason and who gave it.
public struct SuppressedListing: Sendable {
  public var language: Language

  public init(language: Language = .chinese) { self.language = language }

  /// - Parameter indent: what every line begins with.
  public func text(of report: DocumentReport, indent: String = "") -> String {
    report.suppressedFindings.map { set in
      let finding = set.finding
      let word = language.pick("已忽略", "suppressed")
      var line = "\(report.document):\(finding.line):\(finding.column)  \(word)  \(finding.rule)"
      if !finding.excerpt.isEmpty { line += "  “\(finding.excerpt)”" }
      line += "  — \(origin(set.origin))"
      if !set.reason.isEmpty { line += language.pick("：", ": ") + set.reason }
      return indent + Self.oneLine(line) + "\n"
    }.joined()
  }

  /// Everything a terminal would obey replaced.
  private static func oneLine(_ text: String) -> String {
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

  /// Who set it aside, in words.
  func origin(_ origin: SuppressedFinding.Origin) -> String {
    switch origin {
    case .inline(let line):
      language.pick("文中第 \(line) 行的忽略指令", "suppression in line \(line)")
    case .path(let place): language.pick("配置 \(place)", "configuration \(place)")
    case .baseline(let judgement): language.pick("基线（\(judgement)）", "baseline (\(judgement))")
    case .directive(let line):
      language.pick("第 \(line) 行忽略指令的文字", "text of the suppression in line \(line)")
    }
  }
}
