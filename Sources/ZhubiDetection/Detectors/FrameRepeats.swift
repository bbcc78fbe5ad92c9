import ZhubiText

/// The frame of a page says the same again and again: in menus, tool tips, buttons that share, and
/// lists that wait behind tabs. What was told once is not told again there, and how something is
/// written there weighs little.
///
/// Personal data and marks of secrecy are told at every place, wherever they stand.
enum FrameRepeats {
  static func tellOnce(_ findings: inout [[Finding]], _ contexts: [DetectionContext]) {
    var told: [String: (part: Int, index: Int, count: Int)] = [:]
    for (part, context) in contexts.enumerated() where context.part.isOfWholePage {
      var kept: [Finding] = []
      for var finding in findings[part] {
        let isFramed = isInFrame(finding.range, of: context.part)
        // Headlines of other pages, often cut short: theirs to put right.
        if isFramed, isWriting(finding.rule), finding.severity > .info { finding.severity = .info }
        guard mayBeRepeated(finding.rule) else {
          kept.append(finding)
          continue
        }
        let key = "\(finding.rule)|\(context.text(finding.range))|\(finding.evidence ?? "")"
        if let known = told[key], isFramed {
          told[key]?.count = known.count + 1
          continue
        }
        if told[key] == nil { told[key] = (part, kept.count, 1) }
        kept.append(finding)
      }
      findings[part] = kept
    }
    for (part, index, count) in told.values where count > 1 {
      findings[part][index].repeats(count)
    }
  }

  private static func mayBeRepeated(_ rule: RuleID) -> Bool {
    switch rule.family {
    case "outdated", "typo", "format": true
    case "term": !["secrecy", "internal", "privacy"].contains { rule.kind.hasPrefix($0) }
    default: false
    }
  }

  /// Rules about how something is written, not about what it says.
  private static func isWriting(_ rule: RuleID) -> Bool {
    rule.family == "format" || rule == "term.placeholder" || rule == TextResidueDetector.rule
  }

  /// Whether a place is no text of the page itself.
  private static func isInFrame(_ range: Range<TextOffset>, of part: Part) -> Bool {
    switch part.kind {
    case .alternative, .metadata, .hidden: return true
    case .body: break
    case .title, .link, .code: return false
    }
    var low = 0
    var high = part.regions.count
    while low < high {
      let middle = (low + high) / 2
      if part.regions[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < part.regions.count && part.regions[low].kind != .content
      && part.regions[low].range.lowerBound <= range.lowerBound
  }
}
