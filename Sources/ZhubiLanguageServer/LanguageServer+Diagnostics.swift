import Zhubi

/// What the editor underlines.
extension LanguageServer {
  /// Findings shown of one document: more than anyone reads in an editor.
  static let shownLimit = 1_000

  func publish(_ document: OpenDocument) {
    var list: [JSON] = []
    if let report = document.report {
      let words = document.language
      list = report.findings.prefix(Self.shownLimit).map { diagnostic($0, words) }
      list += Self.untold(report).map { problem in
        Self.diagnostic(
          atLine: 0, isError: true, code: "scan.\(problem.kind.rawValue)",
          words.pick(problem.chinese, problem.english))
      }
      if report.findings.count > Self.shownLimit {
        let more = report.findings.count - Self.shownLimit
        list.append(
          Self.diagnostic(
            atLine: 0, isError: true, code: "scan.limit-reached",
            words.pick("另有 \(more) 条未在此列出", "\(more) more are not listed here")))
      }
    }
    if let path = document.path { list += faults(of: path) }
    var parameters: JSON = ["uri": .text(document.uri)]
    if let version = document.version { parameters.add("version", .integer(version)) }
    parameters.add("diagnostics", .array(list))
    send("textDocument/publishDiagnostics", parameters)
  }

  /// Problems that are not among the findings: those a limit added afterwards.
  private static func untold(_ report: DocumentReport) -> [ReadingProblem] {
    report.problems.filter { problem in
      !report.findings.contains { $0.rule.text == "scan.\(problem.kind.rawValue)" }
    }
  }

  func diagnostic(_ finding: ReportedFinding, _ words: Language) -> JSON {
    var message = words.of(finding.message)
    if finding.confidence == .possible { message = words.pick("（疑似）", "(possible) ") + message }
    if let suggestion = finding.suggestion, !suggestion.isEmpty {
      message += words.pick("。建议：", ". Suggestion: ") + words.suggestion(suggestion)
    }
    return [
      "range": client.encoding.range(finding.start, finding.end),
      "severity": .integer(Self.severity(finding.severity)),
      "code": .text(finding.rule.text), "source": "zhubi", "message": .text(message),
      "data": ["fingerprint": .text(finding.fingerprint)],
    ]
  }

  /// 1 is an error, 2 a warning, 3 information.
  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .block, .error: 1
    case .warning: 2
    case .info: 3
    }
  }

  private static func diagnostic(
    atLine line: Int, isError: Bool, code: String, _ message: String
  ) -> JSON {
    [
      // A column behind the end of a line is its end.
      "range": [
        "start": ["line": .integer(line), "character": 0],
        "end": ["line": .integer(line), "character": 1_000],
      ],
      "severity": .integer(isError ? 1 : 2), "code": .text(code), "source": "zhubi",
      "message": .text(message),
    ]
  }

  // MARK: Configurations

  /// Underlines what is wrong in configurations, and takes away what no longer is.
  func publishFaults() {
    let faults = workspace.faults
    for path in Set(shownFaults.keys).union(faults.keys).sorted()
    where shownFaults[path] != faults[path] {
      // A configuration that is open shows its faults beside its findings.
      if let open = documents.values.first(where: { $0.path == path }) {
        publish(open)
      } else {
        send(
          "textDocument/publishDiagnostics",
          [
            "uri": .text(DocumentURI.of(path: path)),
            "diagnostics": .array(self.faults(of: path)),
          ])
      }
    }
    shownFaults = faults
  }

  private func faults(of path: String) -> [JSON] {
    let words = workspace.settings(for: nil).language
    return (workspace.faults[path] ?? []).map {
      Self.diagnostic(
        atLine: $0.line - 1, isError: $0.isError, code: "configuration", words.of($0.message))
    }
  }
}
