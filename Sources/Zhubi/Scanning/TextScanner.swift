public import ZhubiDetection
public import ZhubiPolicy
public import ZhubiText

/// Scans documents. Made once from a lexicon, then shared freely by any number of threads.
///
/// ```swift
/// let scanner = try TextScanner(lexicon: .builtIn())
/// let report = scanner.scan("联系人：张三，手机 13800138000")
/// ```
public struct TextScanner: Sendable {
  /// What may differ from call to call.
  public struct Options: Sendable {
    public var profile: Profile
    /// The day to judge by; nil takes the document's own day, else `today`.
    public var asOf: CalendarDate?
    /// The day it is where the caller sits.
    public var today: CalendarDate
    public var failOn: Severity
    public var showsSensitive: Bool
    /// Severities of the organisation, and rules it switches off.
    public var rules = RuleSettings()
    /// Whether `zhubi:ignore` comments inside texts are not obeyed.
    public var locksInlineSuppressions = false
    /// Suppressions that cover the whole document.
    public var suppressions: [StandingSuppression] = []
    /// Findings known before; nil when everything is new.
    public var baseline: Baseline?
    /// The name the document has in the baseline; nil takes its id.
    public var baselineName: String?
    /// Asked again and again while a document is scanned; a scan that is stopped is incomplete.
    public var isStopped: (@Sendable () -> Bool)?

    public init(
      profile: Profile = Profile.all[0], asOf: CalendarDate? = nil,
      today: CalendarDate = .current(), failOn: Severity = .error, showsSensitive: Bool = false
    ) {
      self.profile = profile
      self.asOf = asOf
      self.today = today
      self.failOn = failOn
      self.showsSensitive = showsSensitive
    }
  }

  public let lexicon: Lexicon
  /// The rules there are, those of the lexicon included.
  public let register: RuleRegister
  private let pass: DetectionPass

  /// - Parameter detectors: what looks at the text; add your own behind the built-in ones.
  public init(lexicon: Lexicon, detectors: [any Detector] = BuiltInDetectors.all) {
    self.lexicon = lexicon
    register = RuleRegister(lexicon: lexicon, detectors: detectors)
    pass = DetectionPass(lexicon: lexicon, detectors: detectors)
  }

  /// Scans a plain text.
  public func scan(_ text: String, id: String = "text", options: Options = Options())
    -> DocumentReport
  {
    scan(Document(id: id, text: text), options: options)
  }

  /// Scans a document that was read before. Time and memory are linear in its length.
  public func scan(_ document: Document, options: Options = Options()) -> DocumentReport {
    var report = everything(in: document, options: options)
    var directives = InlineDirectives()
    directives.read(document.source, origin: document.origin)
    judge(&report, directives, options)
    return report
  }

  /// The report before anything is set aside.
  func everything(in document: Document, options: Options) -> DocumentReport {
    let asOf = Self.asOf(of: document, options: options)
    let outcome = pass.outcome(
      in: document, asOf: asOf, selection: options.profile.selection,
      isStopped: options.isStopped ?? { false })
    var report = ReportBuilder(
      profile: options.profile, failOn: options.failOn, showsSensitive: options.showsSensitive
    ).report(on: document, findings: outcome.findings, asOf: asOf)
    if !outcome.isWhole { report.stop() }
    return report
  }

  /// Settings, then suppressions, then the baseline: each only sees what the one before left.
  func judge(
    _ report: inout DocumentReport, _ directives: InlineDirectives, _ options: Options
  ) {
    options.rules.apply(to: &report)
    SuppressionPass(
      isLocked: options.locksInlineSuppressions, standing: options.suppressions,
      today: options.today, isKnown: { [register] in register.contains($0) }
    ).apply(directives, to: &report)
    options.baseline?.apply(to: &report, as: options.baselineName ?? report.document)
  }

  /// The day a document is judged by: given, carried by the input, said by the text, or today.
  static func asOf(of document: Document, options: Options) -> AsOf {
    if let date = options.asOf { return AsOf(date, origin: .option) }
    if let date = document.record.date { return AsOf(date, origin: .input) }
    if let date = document.metadataDate { return AsOf(date, origin: .metadata) }
    if let body = document.parts.first(where: { $0.kind == .body }),
      let date = DocumentDate.find(in: body.utf8), date <= options.today
    {
      return AsOf(date, origin: .text)
    }
    return AsOf(options.today, origin: .today)
  }
}
