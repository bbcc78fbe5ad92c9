import Zhubi

/// What the editor shows about the place under the pointer.
extension LanguageServer {
  func hover(_ parameters: JSON) throws(RequestError) -> JSON {
    guard let uri = parameters["textDocument"]["uri"].text else { throw .invalidParameters }
    guard let document = settled(uri) else { return .null }
    guard let offset = document.buffer.offset(of: parameters["position"]) else {
      throw .invalidParameters
    }
    let findings = document.findings(touching: offset..<offset)
    guard let first = findings.first else { return .null }
    let page = RulePage(language: document.language, isMarkdown: client.readsMarkdown)
    return [
      "contents": [
        "kind": .text(client.readsMarkdown ? "markdown" : "plaintext"),
        "value": .text(findings.map(page.text).joined(separator: page.rule)),
      ],
      "range": client.encoding.range(first.start, first.end),
    ]
  }
}

/// A finding with what its rule means, as Markdown or as plain text. Personal data stays masked: only
/// what a report shows is shown.
struct RulePage {
  let language: Language
  let isMarkdown: Bool

  private static let catalogue = RuleCatalogue()
  private static let exampleLimit = 3

  /// What stands between two findings.
  var rule: String { isMarkdown ? "\n\n---\n\n" : "\n\n" }

  func text(on finding: ReportedFinding) -> String {
    let catalogue = Self.catalogue
    var blocks = [
      bold(language.name(finding.severity)) + "  " + plain(language.of(finding.message)) + "  "
        + code(finding.rule.text)
    ]
    if let suggestion = finding.suggestion, !suggestion.isEmpty {
      blocks.append(
        bold(language.pick("建议", "Suggestion")) + language.pick("：", ": ")
          + plain(language.suggestion(suggestion)))
    }
    let explanation = language.of(catalogue.explanation(finding.rule))
    if !explanation.isEmpty { blocks.append(plain(explanation)) }
    if let basis = finding.basis ?? catalogue[finding.rule]?.basis, !basis.isEmpty {
      blocks.append(bold(language.pick("依据", "Basis")) + language.pick("：", ": ") + plain(basis))
    }
    if let rule = catalogue[finding.rule] {
      blocks += examples(language.pick("会报告", "Fires"), rule.fires)
      blocks += examples(language.pick("不报告", "Stays quiet"), rule.staysQuiet)
    }
    return blocks.joined(separator: "\n\n")
  }

  private func examples(_ title: String, _ list: [Rule.Example]) -> [String] {
    guard !list.isEmpty else { return [] }
    let lines = list.prefix(Self.exampleLimit).map { example in
      "- " + code(String(example.text.map { $0.isNewline ? "⏎" : $0 }))
    }
    return [bold(title) + language.pick("：", ":") + "\n\n" + lines.joined(separator: "\n")]
  }

  private func bold(_ text: String) -> String { isMarkdown ? "**\(text)**" : text }

  /// A text of the document or of a rule: never markup, never able to hide or reorder.
  private func plain(_ text: String) -> String {
    let line = VisibleText.line(text)
    guard isMarkdown else { return line }
    var result = ""
    for scalar in line.unicodeScalars {
      if "\\`*_{}[]()<>#+-!|~&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private func code(_ text: String) -> String {
    let line = VisibleText.line(text)
    guard isMarkdown else { return line }
    // More backquotes than the text has in a row.
    var longest = 0
    var run = 0
    for character in line {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let gap = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return fence + gap + line + gap + fence
  }
}
