import Zhubi
import ZhubiDetection
public import ZhubiPolicy
public import ZhubiReport
import ZhubiText

extension ReviewOpening {
  /// The opening of a case from a report.
  ///
  /// - Parameters:
  ///   - bytes: what was handed in, as it came.
  ///   - lexicons: the packs and their versions.
  public init(
    _ report: DocumentReport, of bytes: some Collection<UInt8>, lexicons: String,
    language: Language
  ) {
    self.init(
      document: report.document, digest: SHA256.text(bytes), verdict: report.verdict.rawValue,
      profile: report.profile, asOf: "\(report.asOf.date)", tool: ZhubiVersion.current,
      lexicons: lexicons,
      findings: report.findings.map { finding in
        ReviewFinding(
          rule: finding.rule.text, severity: finding.severity.rawValue,
          confidence: finding.confidence.rawValue, message: language.of(finding.message),
          suggestion: finding.suggestion ?? "", basis: finding.basis ?? "",
          excerpt: finding.excerpt, part: finding.part, line: finding.line,
          column: finding.column, fingerprint: finding.fingerprint)
      })
  }
}
