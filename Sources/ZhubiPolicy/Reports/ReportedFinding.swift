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

  /// A place in the source, counted from 1.
  public struct Place: Sendable, Hashable {
    public var line: Int
    /// In Unicode scalars.
    public var column: Int
    /// In bytes of UTF-8; nil on a line so long that its beginning was no longer held.
    public var utf8Column: Int?
    /// In UTF-16 units; nil like `utf8Column`.
    public var utf16Column: Int?
  }

  public var document: String
  public var rule: RuleID
  public var severity: Severity
  public var confidence: Confidence
  public var message: Message
  public var suggestion: String?
  public var basis: String?
  /// The text found; masked where it is personal data. Of more than 240 scalars the middle is left out.
  public var excerpt: String
  /// The part of the document; empty for its body.
  public var part: String
  /// Where it begins in the source, and where it ends (the place behind its last character).
  public var start: Place
  public var end: Place
  public var scalars: Range<ScalarOffset>
  public var utf8: Range<SourceOffset>
  public var utf16: Range<UTF16Offset>
  public var evidence: String?
  public var fingerprint: String
  public var context: Context
  /// A replacement in the source, when a machine may make it.
  public var fix: Fix?
  /// Replacements at the other places of a habit that is told once.
  public var furtherFixes: [Fix] = []

  public struct Fix: Sendable, Hashable {
    public var utf8: Range<SourceOffset>
    public var scalars: Range<ScalarOffset>
    public var start: Place
    public var end: Place
    public var replacement: String
  }

  /// The line it begins in, from 1.
  public var line: Int { start.line }
  /// The column it begins in, from 1, in Unicode scalars.
  public var column: Int { start.column }
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
  /// What was left out on purpose.
  public var skipped: [SkippedSource] = []
  public var profile: String
  /// Findings at or above this severity failed the document.
  public var failOn: Severity
  /// Findings set aside by a suppression or a baseline; they are not among `findings`.
  public var suppressedFindings: [SuppressedFinding]
  /// How many findings were set aside.
  public var suppressed: Int { suppressedFindings.count }

  public init(
    document: String, verdict: Verdict, findings: [ReportedFinding], asOf: AsOf, encoding: String,
    bytes: Int, problems: [ReadingProblem], profile: String, failOn: Severity = .error,
    suppressedFindings: [SuppressedFinding] = []
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
    self.failOn = failOn
    self.suppressedFindings = suppressedFindings
  }
}
