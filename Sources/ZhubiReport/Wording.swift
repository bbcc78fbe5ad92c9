public import ZhubiDetection
import ZhubiPolicy
import ZhubiText

/// The words every form uses for the same thing.
extension Language {
  /// The name of a severity, for people.
  public func name(_ severity: Severity) -> String {
    switch severity {
    case .block: pick("阻断", "block")
    case .error: pick("严重", "error")
    case .warning: pick("一般", "warning")
    case .info: pick("提示", "info")
    }
  }

  func name(_ confidence: Confidence) -> String {
    switch confidence {
    case .certain: pick("确定", "certain")
    case .likely: pick("很可能", "likely")
    case .possible: pick("疑似", "possible")
    }
  }

  func name(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: pick("通过", "pass")
    case .review: pick("复核", "review")
    case .block: pick("不予发布", "block")
    case .incomplete: pick("扫描不完整", "incomplete")
    }
  }

  /// `阻断 1 · 严重 2`, gravest first, without those that are none; empty when there is nothing.
  func list(_ counts: [Severity: Int]) -> String {
    Severity.allCases.reversed().compactMap { severity in
      guard let count = counts[severity], count > 0 else { return nil }
      return "\(name(severity)) \(count)"
    }.joined(separator: " · ")
  }

  /// The alternatives of a suggestion, readable.
  public func suggestion(_ text: String) -> String {
    text.split(separator: "|").joined(separator: pick(" 或 ", " or "))
  }

  /// The part of a document as people say it: `table 2, row 4, column 1` is 表 2 第 4 行第 1 列.
  public func place(_ part: String) -> String {
    guard self == .chinese else { return part }
    return part.split(separator: ",").map { piece in
      let words = piece.split(separator: " ")
      guard words.count == 2, words[1].allSatisfy(\.isNumber) else {
        return String(piece.drop { $0 == " " })
      }
      switch words[0] {
      case "table": return "表 \(words[1])"
      case "row": return "第 \(words[1]) 行"
      case "column": return "第 \(words[1]) 列"
      case "page": return "第 \(words[1]) 页"
      default: return piece.drop { $0 == " " }.description
      }
    }.joined(separator: "，")
  }

  /// `12 毫秒` or `3.4 秒`.
  func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "?" }
    if seconds < 1 {
      let milliseconds = Int((seconds * 1000).rounded())
      return pick("\(milliseconds) 毫秒", "\(milliseconds) ms")
    }
    let tenths = Int((seconds * 10).rounded())
    return pick("\(tenths / 10).\(tenths % 10) 秒", "\(tenths / 10).\(tenths % 10) s")
  }

  /// `18 B`, `2.1 KB`, `34.0 MB`.
  public func size(_ bytes: Int) -> String {
    guard bytes >= 1024 else { return "\(bytes) B" }
    var amount = bytes * 10 / 1024
    var unit = 0
    while amount >= 10_240, unit < 3 {
      amount /= 1024
      unit += 1
    }
    return "\(amount / 10).\(amount % 10) \(["KB", "MB", "GB", "TB"][unit])"
  }
}
