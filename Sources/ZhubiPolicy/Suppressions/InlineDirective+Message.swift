import ZhubiDetection

extension InlineDirective.Fault {
  /// What is wrong and what to write instead.
  var message: Message {
    switch self {
    case .unknownForm(let form):
      Message(
        "忽略指令“\(form)”无法识别：可写 zhubi:ignore、-next-line、-begin、-end",
        "unknown suppression “\(form)”: write zhubi:ignore, -next-line, -begin or -end")
    case .unknownAttribute(let name):
      Message(
        "忽略指令中的“\(name)=”无法识别：只有 reason= 和 until=",
        "unknown attribute “\(name)=” in a suppression: there are reason= and until=")
    case .badDate(let text):
      Message(
        "忽略指令的期限“\(text)”不是日期，应写作 2026-12-31",
        "the expiry “\(text)” of a suppression is no date; write 2026-12-31")
    case .noReason:
      Message(
        "忽略指令没有写明理由，不予采用：请补写 reason=\"…\"",
        "a suppression without a reason is not obeyed: add reason=\"…\"")
    case .noRules:
      Message(
        "忽略指令没有写明规则：请写规则编号，如 personal.mobile 或 personal.*",
        "a suppression names no rule: write rule ids such as personal.mobile or personal.*")
    case .notARule(let text):
      Message(
        "忽略指令中的“\(text)”不是规则编号", "“\(text)” in a suppression is no rule id")
    case .unknownRule(let text):
      Message(
        "忽略指令中的“\(text)”没有这条规则，不起作用：请核对编号，或加载它所属的词库",
        "there is no rule “\(text)”: check the id, or load the lexicon it belongs to")
    case .scanRule:
      Message(
        "scan.* 说明扫描本身不完整，不能忽略",
        "scan.* says that the scan itself is incomplete; it cannot be suppressed")
    case .noEnd:
      Message(
        "忽略指令的注释没有结束，或长于 \(InlineDirectives.lengthLimit) 字节",
        "the comment of a suppression has no end, or is longer than \(InlineDirectives.lengthLimit) bytes"
      )
    case .nothingFollows:
      Message("忽略指令之后没有文字", "no text follows the suppression")
    case .lineTooLong:
      Message(
        "忽略指令所指的一行过长（超过 \(InlineDirectives.lineLimit) 字节），不予采用：请用 zhubi:ignore-begin 和 zhubi:ignore-end 圈定范围",
        "the line a suppression speaks of is longer than \(InlineDirectives.lineLimit) bytes; mark the stretch with zhubi:ignore-begin and zhubi:ignore-end"
      )
    case .unclosedBlock:
      Message(
        "zhubi:ignore-begin 没有对应的 zhubi:ignore-end，不予采用",
        "zhubi:ignore-begin without zhubi:ignore-end is not obeyed")
    case .strayEnd:
      Message(
        "zhubi:ignore-end 没有对应的 zhubi:ignore-begin", "zhubi:ignore-end without zhubi:ignore-begin")
    case .tooMany(let limit):
      Message(
        "一个文档的忽略指令超过 \(limit) 条，其余不予采用",
        "more than \(limit) suppressions in one document; the others are not obeyed")
    }
  }

  /// What hides nothing and leaves nothing to wonder about is told; anything else is a suppression
  /// that does not do what its author meant.
  var severity: Severity {
    switch self {
    case .nothingFollows: .info
    case .notARule, .unknownRule, .strayEnd: .warning
    default: .error
    }
  }
}
