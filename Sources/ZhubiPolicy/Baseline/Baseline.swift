public import ZhubiDetection

/// Findings of stock content that are known, so that only new ones fail.
///
/// Holds names of documents, rules and fingerprints: no text of any document, and no personal data.
/// A finding is known when its document holds no more findings of this fingerprint than recorded, and
/// when it is not graver than recorded. Findings of the family `scan` are never known.
public struct Baseline: Sendable {
  /// What somebody found out about a known finding.
  public enum Judgement: String, Sendable, CaseIterable {
    /// Nobody has looked yet.
    case open
    /// It is what the rule says.
    case confirmed
    /// The rule is wrong here.
    case falseAlarm = "false-alarm"
  }

  /// Where a known finding is.
  public struct Key: Hashable, Comparable, Sendable {
    public var document: String
    public var rule: RuleID
    public var fingerprint: String

    public init(document: String, rule: RuleID, fingerprint: String) {
      self.document = document
      self.rule = rule
      self.fingerprint = fingerprint
    }

    public static func < (a: Key, b: Key) -> Bool {
      (a.document, a.rule.text, a.fingerprint) < (b.document, b.rule.text, b.fingerprint)
    }
  }

  public struct Entry: Hashable, Sendable {
    /// How many findings share the fingerprint in this document.
    public var count: Int
    /// The gravest severity seen.
    public var severity: Severity
    public var judgement: Judgement
    public var note: String

    public init(
      count: Int, severity: Severity, judgement: Judgement = .open, note: String = ""
    ) {
      self.count = count
      self.severity = severity
      self.judgement = judgement
      self.note = note
    }
  }

  public static let formatVersion = 1

  /// The version of the tool that wrote it.
  public var tool: String
  /// The lexicons it was made with, as one line.
  public var lexicons: String
  public var entries: [Key: Entry]

  public init(tool: String, lexicons: String, entries: [Key: Entry] = [:]) {
    self.tool = tool
    self.lexicons = lexicons
    self.entries = entries
  }

  /// Takes the findings of a report in, under the name the document has in this baseline.
  public mutating func add(_ report: DocumentReport, as document: String) {
    for finding in report.findings where finding.rule.family != "scan" {
      let key = Key(document: document, rule: finding.rule, fingerprint: finding.fingerprint)
      var entry = entries[key] ?? Entry(count: 0, severity: finding.severity)
      entry.count += 1
      entry.severity = max(entry.severity, finding.severity)
      entries[key] = entry
    }
  }

  /// Sets the known findings of a report aside and judges it anew.
  ///
  /// - Parameter document: the name the document has in this baseline.
  public func apply(to report: inout DocumentReport, as document: String) {
    guard !entries.isEmpty else { return }
    var left: [Key: Int] = [:]
    var kept: [ReportedFinding] = []
    for finding in report.findings {
      let key = Key(document: document, rule: finding.rule, fingerprint: finding.fingerprint)
      guard finding.rule.family != "scan", let entry = entries[key],
        finding.severity <= entry.severity, left[key, default: entry.count] > 0
      else {
        kept.append(finding)
        continue
      }
      left[key] = left[key, default: entry.count] - 1
      report.suppressedFindings.append(
        SuppressedFinding(
          finding: finding, reason: entry.note,
          origin: .baseline(judgement: entry.judgement.rawValue)))
    }
    report.findings = kept
    report.settle()
  }

  /// What pruning took away.
  public struct Pruning: Hashable, Sendable {
    public var removed = 0
    public var lowered = 0
    public var kept = 0
  }

  /// Drops what was not found again. Documents that were not scanned stay as they are.
  ///
  /// - Parameters:
  ///   - found: what the scan found, without this baseline.
  ///   - scanned: names of documents that were read to their end.
  ///   - isGone: whether a document not scanned exists no more.
  public mutating func prune(
    found: Baseline, scanned: Set<String>, isGone: (String) -> Bool
  ) -> Pruning {
    var pruning = Pruning()
    var gone: [String: Bool] = [:]
    for (key, entry) in entries {
      guard scanned.contains(key.document) else {
        let isGoneNow = gone[key.document] ?? isGone(key.document)
        gone[key.document] = isGoneNow
        if isGoneNow {
          entries[key] = nil
          pruning.removed += 1
        } else {
          pruning.kept += 1
        }
        continue
      }
      guard let now = found.entries[key] else {
        entries[key] = nil
        pruning.removed += 1
        continue
      }
      if now.count < entry.count {
        entries[key]?.count = now.count
        pruning.lowered += 1
      }
      pruning.kept += 1
    }
    return pruning
  }
}
