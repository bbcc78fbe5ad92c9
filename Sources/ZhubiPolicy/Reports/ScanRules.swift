public import ZhubiDetection

/// The rules that say a scan was not what it should be. They can be neither switched off nor
/// suppressed.
public enum ScanRules {
  public static let all: [Rule] = [
    Rule(
      "scan.undecodable", title: Message("无法解码", "undecodable text"), severity: .error,
      explanation: Message(
        "有字节按所认定的编码读不出来，这些地方没有检查。改用 UTF-8 或 GB 18030 重新保存后再查。",
        "Some bytes could not be decoded and were not checked. Save the text as UTF-8 or GB 18030."),
      fires: [], staysQuiet: []),
    Rule(
      "scan.unreadable", title: Message("无法读取", "unreadable"), severity: .error,
      explanation: Message(
        "文件不存在、没有权限或已损坏，没有检查。", "The file is missing, forbidden or damaged."),
      fires: [], staysQuiet: []),
    Rule(
      "scan.unsupported", title: Message("不支持的格式", "unsupported form"), severity: .error,
      explanation: Message(
        "这种格式不能读出文字，没有检查。", "No text can be read from this form; nothing was checked."),
      fires: [], staysQuiet: []),
    Rule(
      "scan.limit-reached", title: Message("达到上限或被中断", "limit reached or stopped"),
      severity: .error,
      explanation: Message(
        "文件过大、层次过深、命中过多，或扫描被中断：其余部分没有检查。可在配置的 limits 中调整。",
        "Too large, too deep, too many findings, or stopped: the rest was not checked. See `limits` of "
          + "the configuration."),
      fires: [], staysQuiet: []),
    Rule(
      "scan.image-only", title: Message("只有图片", "pictures only"), severity: .error,
      explanation: Message(
        "文档只有图片，没有可检查的文字，必须人工审看。",
        "The document holds only pictures; somebody has to look at it."),
      fires: [], staysQuiet: []),
    Rule(
      "scan.polluted-text", title: Message("文本受污染", "polluted text"), severity: .warning,
      explanation: Message(
        "文字夹杂注音、声明的编码有误或标记不完整：已尽量读出，请核对原文。",
        "Glosses, a wrong declaration or broken markup: read as well as possible; check the source."
      ),
      fires: [], staysQuiet: []),
    Rule(
      "scan.dead-rule", title: Message("不起作用的忽略规定", "a suppression without effect"),
      severity: .error,
      explanation: Message(
        "忽略指令没有理由、已经到期、写错了规则或没有用到。没有理由或已经到期的不予采用，并视为未通过。",
        "A suppression without a reason, expired, misspelt or unused. Without a reason or expired it is "
          + "not obeyed, and fails."),
      fires: [], staysQuiet: []),
  ]
}
