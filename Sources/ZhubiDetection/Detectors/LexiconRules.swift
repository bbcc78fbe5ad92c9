/// The kinds of lexicon entries, as rules. An organisation's own kinds are made on the way.
enum LexiconRules {
  static let all: [Rule] = [secrecyMarking, internalOnly]

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The rule of a kind; a kind the house does not know gets a plain one.
  static func rule(_ id: RuleID) -> Rule {
    if let known = byID[id] { return known }
    let kind = String(id.kind)
    return Rule(
      id, title: Message("词库命中（\(kind)）", "lexicon entry (\(kind))"), severity: .warning,
      explanation: Message("本单位词库中的词条。", "An entry of the organisation's own lexicon."),
      fires: [], staysQuiet: [])
  }

  static let secrecyMarking = Rule(
    "term.secrecy-marking",
    title: Message("密级标志或涉密表述", "secrecy marking"), severity: .block,
    basis: "《保守国家秘密法》（2024修订）第二十三条；GB/T 9704-2012 7.2.2",
    explanation: Message(
      "拟公开的文本带有密级、保密期限或涉密表述。先停止发布，送保密审查。",
      "The text carries a secrecy marking. Stop publication and hand it to the secrecy review."),
    fires: ["⟦机密★⟧1年\n关于印发方案的通知"],
    staysQuiet: ["严守国家秘密是公民的义务。", "计算机密码应定期更换。"])

  static let internalOnly = Rule(
    "term.internal-only",
    title: Message("内部资料标志", "marked for internal use"), severity: .block,
    basis: "《政府信息公开条例》第十六条",
    explanation: Message(
      "文本写明仅供内部使用。核对能否公开，不能公开的停止发布。",
      "The text says it is for internal use. Check whether it may be published at all."),
    fires: ["⟦内部资料 注意保存⟧\n会议材料"],
    staysQuiet: ["编印内部资料性出版物应当取得准印证。"])
}
