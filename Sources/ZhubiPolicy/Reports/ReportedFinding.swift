public import ZhubiDetection
public import ZhubiText

/// A finding as it leaves the house: judged, located in the source, and masked.
public struct ReportedFinding: Sendable {
  /// The line a finding stands in, cut around it, with all personal data of the line masked.
  public struct Context: Sendable, Hashable {
    public var text: String
    /// The finding inside `text`, in Unicode scalars.
    public var highlight: Range<Int>
  }

  public var document: String
  public var rule: RuleID
  public var severity: Severity
  public var confidence: Confidence
  public var message: Message
  public var suggestion: String?
  public var basis: String?
  /// The text found; masked where it is personal data.
  public var excerpt: String
  /// The part of the document; empty for its body.
  public var part: String
  /// From 1, in the source; the column counts Unicode scalars.
  public var line: Int
  public var column: Int
  public var scalars: Range<ScalarOffset>
  public var utf8: Range<SourceOffset>
  public var utf16: Range<UTF16Offset>
  public var evidence: String?
  public var fingerprint: String
  public var context: Context
  /// A replacement in the source, when a machine may make it.
  public var fix: Fix?

  public struct Fix: Sendable, Hashable {
    public var utf8: Range<SourceOffset>
    public var replacement: String
  }
}

/// What one document comes to.
public struct DocumentReport: Sendable {
  public var document: String
  public var verdict: Verdict
  public var findings: [ReportedFinding]
  /// How many findings there are at each severity.
  public var counts: [Severity: Int]
  public var asOf: AsOf
  public var encoding: String
  /// Bytes of source read.
  public var bytes: Int
  /// What was not read, or not for certain.
  public var problems: [ReadingProblem]
  public var profile: String

  public init(
    document: String, verdict: Verdict, findings: [ReportedFinding], asOf: AsOf, encoding: String,
    bytes: Int, problems: [ReadingProblem], profile: String
  ) {
    self.document = document
    self.verdict = verdict
    self.findings = findings
    counts = findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    self.asOf = asOf
    self.encoding = encoding
    self.bytes = bytes
    self.problems = problems
    self.profile = profile
  }
}
