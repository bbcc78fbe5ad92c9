/// How grave a finding is for whoever publishes. Ordered from harmless to grave.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  case info, warning, error, block

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    case .block: 3
    }
  }
}

/// How sure the finding is. "疑似" is low confidence, not low severity.
public enum Confidence: String, CaseIterable, Comparable, Sendable {
  case possible, likely, certain

  public static func < (a: Confidence, b: Confidence) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .possible: 0
    case .likely: 1
    case .certain: 2
    }
  }
}
