import ZhubiText

extension RowBook {
  /// The findings of the part, in order of place.
  func findings() -> [Finding] {
    hits.filter { !$0.isSilent }.map(finding) + sums
  }

  private func finding(_ hit: PersonalHit) -> Finding {
    Finding(
      hit.kind.rule, severity: hit.severity, confidence: hit.confidence, range: hit.range,
      message: message(hit), suggestion: hit.replacement ?? advice(hit.kind),
      masking: masking(hit.kind),
      fix: isNeutral(hit)
        ? nil : hit.replacement.map { Finding.Fix(range: hit.range, replacement: $0) })
  }

  private func message(_ hit: PersonalHit) -> Message {
    let title = PersonalRules.title(hit.kind)
    switch hit.note {
    case .plain:
      let doubt = hit.confidence == .certain ? ("", "") : ("疑似", "likely ")
      return Message("\(doubt.0)\(title.chinese)", "\(doubt.1)\(title.english)")
    case .wrongCheck:
      return Message(
        "文中称为身份证号，但校验码不符，疑似号码有误，请核对",
        "called an identity number, but its check digit is wrong: please verify")
    case .candidates(let count):
      return Message(
        "\(title.chinese)：按可见部分推算，符合的号码至多\(max(1, count))个",
        "\(title.english): at most \(max(1, count)) numbers fit what is visible")
    case .union(let count):
      return Message(
        "\(title.chinese)：与同一人的出生日期、年龄或另一处不同遮蔽对照，符合的号码至多\(max(1, count))个",
        "\(title.english): with the birth date, age or another copy at most \(max(1, count)) numbers fit"
      )
    }
  }

  private func advice(_ kind: PersonalKind) -> String? {
    switch kind {
    case .cnIDMasked: "只保留前3位和后4位（如110***********1234）"
    case .bankCardMasked: "只保留后4位"
    case .mobileMasked: "写作138****1234"
    case .address: "只写到乡镇、街道或村（社区）"
    case .health: "删除病种，或隐去姓名"
    case .personName: "写作姓+某某"
    case .birthDate: "删除，或只写年份"
    case .landline: "删除家庭电话"
    default: "删除，或遮蔽中间部分"
    }
  }

  private func masking(_ kind: PersonalKind) -> Masking {
    switch kind {
    case .cnID, .hmtResidence, .foreignPR, .cnID15: .identityNumber
    case .mobile: .mobile
    case .bankCard: .bankCard
    case .personName: .name
    case .passport, .hkMacauPermit, .taiwanPermit, .homeReturnPermit, .twCompatriotPermit, .hkID,
      .twID,
      .macauID, .socialSecurity, .plate, .vin:
      Masking(keepFirst: 2, keepLast: 2)
    default: .all
    }
  }
}
