public import ZhubiDetection

/// What a document or a run comes to.
public enum Verdict: String, Sendable, CaseIterable {
  /// Nothing at `warning` or above.
  case pass
  /// Something at `warning` or above, below the threshold.
  case review
  /// Something at or above the threshold.
  case block
  /// A part could not be read, decoded or finished.
  case incomplete

  /// The verdict over findings already judged.
  public static func over(
    _ severities: some Sequence<Severity>, failOn threshold: Severity, isComplete: Bool
  ) -> Verdict {
    guard isComplete else { return .incomplete }
    guard let worst = severities.max() else { return .pass }
    if worst >= threshold { return .block }
    return worst >= .warning ? .review : .pass
  }
}

/// The status a process ends with. A wrong call beats an incomplete scan beats findings.
public enum ExitStatus: Int32, Sendable {
  case clean = 0
  case findings = 1
  case usage = 2
  case incomplete = 3

  /// The status that two runs have together.
  public func combined(with other: ExitStatus) -> ExitStatus {
    let order: [ExitStatus] = [.clean, .findings, .incomplete, .usage]
    return order.firstIndex(of: self)! >= order.firstIndex(of: other)! ? self : other
  }
}
