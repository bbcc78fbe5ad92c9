public import ZhubiDetection
import ZhubiText

/// The names of rules, for forms that explain a rule next to its findings.
public struct RuleCatalogue: Sendable {
  private let known: [RuleID: Rule]

  /// - Parameter rules: the rules that can occur; those of reading (`scan.…`) are always known.
  public init(_ rules: [Rule] = BuiltInDetectors.rules) {
    known = Dictionary((Self.reading + rules).map { ($0.id, $0) }) { _, last in last }
  }

  /// The rule with this id, if anyone described it.
  public subscript(id: RuleID) -> Rule? { known[id] }

  /// The name people read. A kind of an organisation's own lexicon has its id for a name.
  public func title(_ id: RuleID) -> Message {
    known[id]?.title ?? Message(id.text, id.text)
  }

  /// What is wrong with such a text, and what to do.
  public func explanation(_ id: RuleID) -> Message {
    known[id]?.explanation
      ?? Message("本单位词库中的词条。", "An entry of the organisation's own lexicon.")
  }

  /// What may go wrong in reading a document.
  private static let reading: [Rule] = [
    rule(
      .undecodable, "无法解码", "cannot be decoded",
      "文本的编码无法确定或有损坏，未按原文检查。", "The encoding is unknown or the bytes are damaged."),
    rule(
      .unreadable, "无法读取", "cannot be read",
      "文件打不开或读不完，未检查。", "The file could not be opened or read to its end."),
    rule(
      .unsupported, "格式不支持", "unsupported",
      "这种格式或这一部分不能读取，未检查。", "This format, or this part of it, cannot be read."),
    rule(
      .limitReached, "达到上限", "limit reached",
      "超过设定的上限，其余部分未检查。", "A limit was reached; what lies behind it was not checked."),
    rule(
      .imageOnly, "仅有图片", "pictures only",
      "只有图片而没有文字，图中内容未检查。", "There are only pictures; what they show was not checked."),
    rule(
      .pollutedText, "文本被污染", "polluted text",
      "正文混入注音或转换残留，应从原稿重新发布。",
      "The text is mixed with glosses or remains of a conversion."),
  ]

  private static func rule(
    _ kind: ReadingProblem.Kind, _ chinese: String, _ english: String, _ why: String,
    _ whyEnglish: String
  ) -> Rule {
    Rule(
      RuleID("scan.\(kind.rawValue)") ?? "scan.unreadable", title: Message(chinese, english),
      severity: kind == .pollutedText ? .warning : .error, explanation: Message(why, whyEnglish),
      fires: [], staysQuiet: [])
  }
}
