public import ZhubiDetection

/// How often a rule was right among the findings somebody judged.
public struct RulePrecision: Hashable, Sendable {
  public var rule: RuleID
  public var confirmed = 0
  public var falseAlarms = 0
  public var open = 0

  /// Findings that were right, of those judged; nil when none was.
  public var precision: Double? {
    let judged = confirmed + falseAlarms
    return judged == 0 ? nil : Double(confirmed) / Double(judged)
  }
}

extension Baseline {
  /// One line for each rule, in order of rule ids; an entry counts as many times as it was found.
  public var precision: [RulePrecision] {
    var lines: [RuleID: RulePrecision] = [:]
    for (key, entry) in entries {
      var line = lines[key.rule] ?? RulePrecision(rule: key.rule)
      switch entry.judgement {
      case .confirmed: line.confirmed += entry.count
      case .falseAlarm: line.falseAlarms += entry.count
      case .open: line.open += entry.count
      }
      lines[key.rule] = line
    }
    return lines.values.sorted { $0.rule < $1.rule }
  }
}
