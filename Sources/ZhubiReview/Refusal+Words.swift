extension ReviewCase.Refusal {
  /// Why, in Chinese and in English.
  public var words: (chinese: String, english: String) {
    switch self {
    case .noSuchCase: ("没有这个审核件", "no such case")
    case .noSuchFinding: ("没有这条问题", "no such finding")
    case .nameNeeded: ("须写明姓名", "a name is needed")
    case .reasonNeeded: ("须写明理由", "a reason is needed")
    case .notDue(let stage):
      ("现在应当进行\(Self.name(stage).chinese)", "the \(Self.name(stage).english) review is due")
    case .samePerson: ("同一人不得做两次审核", "one person must not sign two reviews")
    case .unsettled(let count):
      ("还有 \(count) 条阻断或严重问题未处理", "\(count) grave finding(s) are not settled")
    case .closed: ("三审已经完成", "all three reviews are done")
    }
  }

  private static func name(_ stage: ReviewStage?) -> (chinese: String, english: String) {
    switch stage {
    case .first: ("初审", "first")
    case .second: ("复审", "second")
    case .final: ("终审", "final")
    case nil: ("", "")
    }
  }
}

extension ReviewFolder.Failure {
  /// What happened, in Chinese and in English.
  public var words: (chinese: String, english: String) {
    switch self {
    case .file(let path, let reason): ("\(path)：\(reason)", "\(path): \(reason)")
    case .refused(let refusal): refusal.words
    case .faulty(let fault):
      switch fault.kind {
      case .altered: ("第 \(fault.line) 条记录被改动", "record \(fault.line) was altered")
      case .outOfOrder:
        (
          "第 \(fault.line) 条记录次序不对：有记录被删除、插入或调换",
          "record \(fault.line) is out of order: one was removed, inserted or exchanged"
        )
      case .unfinished: ("第 \(fault.line) 条记录不完整", "record \(fault.line) is not whole")
      case .cutOff:
        ("第 \(fault.line) 条起的记录被截去", "the records from \(fault.line) on were cut off")
      case .head: ("head.json 与记录不符", "head.json does not belong to the records")
      case .foreign:
        (
          "记录中没有所给的校验值：整份记录可能被替换",
          "the hash given is nowhere in the record, which may have been exchanged"
        )
      }
    }
  }
}
