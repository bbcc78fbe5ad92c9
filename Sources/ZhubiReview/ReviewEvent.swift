import JSONText
import ZhubiReport

/// The three reviews a text passes before it goes out (三审三校).
public enum ReviewStage: String, Sendable, CaseIterable {
  case first, second, final

  public var next: ReviewStage? {
    switch self {
    case .first: .second
    case .second: .final
    case .final: nil
    }
  }
}

/// What is written down about a case, one event after the other.
public enum ReviewEvent: Sendable, Equatable {
  case opened(ReviewOpening)
  case settled(ReviewSettlement)
  case signed(ReviewSignature)
}

/// A finding as a record keeps it: masked, without the text around it.
public struct ReviewFinding: Sendable, Equatable {
  public var rule: String
  public var severity: String
  public var confidence: String
  public var message: String
  public var suggestion: String
  public var basis: String
  /// Masked where it is personal data.
  public var excerpt: String
  public var part: String
  public var line: Int
  public var column: Int
  public var fingerprint: String

  public init(
    rule: String, severity: String, confidence: String, message: String, suggestion: String = "",
    basis: String = "", excerpt: String = "", part: String = "", line: Int, column: Int,
    fingerprint: String
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.suggestion = suggestion
    self.basis = basis
    self.excerpt = excerpt
    self.part = part
    self.line = line
    self.column = column
    self.fingerprint = fingerprint
  }
}

/// A scan that became a case.
public struct ReviewOpening: Sendable, Equatable {
  public var document: String
  /// SHA-256 of the bytes that were handed in; the bytes themselves are not kept.
  public var digest: String
  public var verdict: String
  public var profile: String
  public var asOf: String
  /// The version of the tool, and of the lexicons.
  public var tool: String
  public var lexicons: String
  public var findings: [ReviewFinding]

  public init(
    document: String, digest: String, verdict: String, profile: String, asOf: String, tool: String,
    lexicons: String, findings: [ReviewFinding]
  ) {
    self.document = document
    self.digest = digest
    self.verdict = verdict
    self.profile = profile
    self.asOf = asOf
    self.tool = tool
    self.lexicons = lexicons
    self.findings = findings
  }
}

/// What was decided about one finding.
public struct ReviewSettlement: Sendable, Equatable {
  public enum Disposition: String, Sendable, CaseIterable {
    /// The text was changed.
    case adopted
    /// The text stays, for a reason.
    case kept
    /// Decided earlier, open again.
    case reopened
  }

  /// The number of the finding in its case, from 0.
  public var finding: Int
  public var disposition: Disposition
  public var reason: String
  public var reviewer: String

  public init(finding: Int, disposition: Disposition, reason: String, reviewer: String) {
    self.finding = finding
    self.disposition = disposition
    self.reason = reason
    self.reviewer = reviewer
  }
}

/// A reviewer's signature under one of the three reviews.
public struct ReviewSignature: Sendable, Equatable {
  public enum Decision: String, Sendable, CaseIterable { case approved, returned }

  public var stage: ReviewStage
  public var reviewer: String
  public var decision: Decision
  public var opinion: String

  public init(stage: ReviewStage, reviewer: String, decision: Decision, opinion: String) {
    self.stage = stage
    self.reviewer = reviewer
    self.decision = decision
    self.opinion = opinion
  }
}

/// One line of the record.
public struct ReviewRecord: Sendable, Equatable {
  /// Its number, from 0.
  public var number: Int
  /// When it was written, in UTC (`2026-11-21T18:40:00Z`).
  public var time: String
  /// The number of the case it belongs to, from 1.
  public var caseNumber: Int
  public var event: ReviewEvent
}
