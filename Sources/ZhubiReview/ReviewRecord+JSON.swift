import JSONText
package import ZhubiReport

extension ReviewRecord {
  /// The line up to the hash: what the hash is taken over.
  func text(after previous: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("n", number)
      writer.field("time", time)
      writer.field("case", caseNumber)
      switch event {
      case .opened(let opening): opening.write(into: &writer)
      case .settled(let settlement):
        writer.field("event", "settled")
        writer.field("finding", settlement.finding)
        writer.field("disposition", settlement.disposition.rawValue)
        writer.field("reason", settlement.reason)
        writer.field("reviewer", settlement.reviewer)
      case .signed(let signature):
        writer.field("event", "signed")
        writer.field("stage", signature.stage.rawValue)
        writer.field("reviewer", signature.reviewer)
        writer.field("decision", signature.decision.rawValue)
        writer.field("opinion", signature.opinion)
      }
      writer.field("previous", previous)
    }
    return String(writer.text.dropLast())
  }

  /// Reads what a line says; nil when it is no record.
  init?(_ value: JSONValue) {
    guard let number = value["n"]?.integer, let time = value["time"]?.text,
      let caseNumber = value["case"]?.integer, let event = ReviewEvent(value)
    else { return nil }
    self.init(number: number, time: time, caseNumber: caseNumber, event: event)
  }
}

extension ReviewEvent {
  fileprivate init?(_ value: JSONValue) {
    func text(_ key: String) -> String? { value[key]?.text }
    switch text("event") {
    case "opened":
      guard let opening = ReviewOpening(value) else { return nil }
      self = .opened(opening)
    case "settled":
      guard let finding = value["finding"]?.integer, let reason = text("reason"),
        let reviewer = text("reviewer"),
        let disposition = text("disposition").flatMap(ReviewSettlement.Disposition.init(rawValue:))
      else { return nil }
      self = .settled(
        ReviewSettlement(
          finding: finding, disposition: disposition, reason: reason, reviewer: reviewer))
    case "signed":
      guard let stage = text("stage").flatMap(ReviewStage.init(rawValue:)),
        let reviewer = text("reviewer"), let opinion = text("opinion"),
        let decision = text("decision").flatMap(ReviewSignature.Decision.init(rawValue:))
      else { return nil }
      self = .signed(
        ReviewSignature(stage: stage, reviewer: reviewer, decision: decision, opinion: opinion))
    default: return nil
    }
  }
}

extension ReviewOpening {
  fileprivate func write(into writer: inout JSONWriter) {
    writer.field("event", "opened")
    writer.field("document", document)
    writer.field("sha256", digest)
    writer.field("verdict", verdict)
    writer.field("profile", profile)
    writer.field("asOf", asOf)
    writer.field("tool", tool)
    writer.field("lexicons", lexicons)
    writer.key("findings")
    writer.array { writer in
      for finding in findings { writer.object { finding.write(into: &$0) } }
    }
  }

  fileprivate init?(_ value: JSONValue) {
    func text(_ key: String) -> String? { value[key]?.text }
    guard let document = text("document"), let digest = text("sha256"),
      let verdict = text("verdict"), let profile = text("profile"), let asOf = text("asOf"),
      let tool = text("tool"), let lexicons = text("lexicons"),
      let elements = value["findings"]?.elements
    else { return nil }
    let findings = elements.compactMap(ReviewFinding.init)
    guard findings.count == elements.count else { return nil }
    self.init(
      document: document, digest: digest, verdict: verdict, profile: profile, asOf: asOf,
      tool: tool, lexicons: lexicons, findings: findings)
  }
}

extension ReviewFinding {
  package func write(into writer: inout JSONWriter) {
    writer.field("rule", rule)
    writer.field("severity", severity)
    writer.field("confidence", confidence)
    writer.field("message", message)
    writer.field("suggestion", unlessEmpty: suggestion)
    writer.field("basis", unlessEmpty: basis)
    writer.field("excerpt", unlessEmpty: excerpt)
    writer.field("part", unlessEmpty: part)
    writer.field("line", line)
    writer.field("column", column)
    writer.field("fingerprint", fingerprint)
  }

  fileprivate init?(_ value: JSONValue) {
    func text(_ key: String) -> String? { value[key]?.text }
    guard let rule = text("rule"), let severity = text("severity"),
      let confidence = text("confidence"), let message = text("message"),
      let line = value["line"]?.integer, let column = value["column"]?.integer,
      let fingerprint = text("fingerprint")
    else { return nil }
    self.init(
      rule: rule, severity: severity, confidence: confidence, message: message,
      suggestion: text("suggestion") ?? "", basis: text("basis") ?? "",
      excerpt: text("excerpt") ?? "", part: text("part") ?? "", line: line, column: column,
      fingerprint: fingerprint)
  }
}
