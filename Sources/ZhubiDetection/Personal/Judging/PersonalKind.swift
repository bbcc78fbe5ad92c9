/// The kinds of personal data, each a rule `personal.…`.
enum PersonalKind: String, CaseIterable, Sendable {
  case cnID = "cn-id"
  case cnID15 = "cn-id15"
  case hmtResidence = "hmt-residence"
  case foreignPR = "foreign-pr"
  case mobile, landline
  case bankCard = "bank-card"
  case passport
  case hkMacauPermit = "hk-macau-permit"
  case taiwanPermit = "taiwan-permit"
  case homeReturnPermit = "home-return-permit"
  case twCompatriotPermit = "tw-compatriot-permit"
  case militaryID = "military-id"
  case hkID = "hk-id"
  case macauID = "macau-id"
  case twID = "tw-id"
  case socialSecurity = "social-security"
  case plate, vin, email, qq, wechat, ip, mac, geo, address
  case personName = "person-name"
  case birthDate = "birth-date"
  case health
  case cnIDMasked = "cn-id-masked"
  case mobileMasked = "mobile-masked"
  case bankCardMasked = "bank-card-masked"
  case aggregation, minor

  var rule: RuleID { RuleID("personal.\(rawValue)")! }

  /// What a row tells of one person; several classes in one row are an aggregation.
  var dataClass: DataClass? {
    switch self {
    case .cnID, .cnID15, .hmtResidence, .foreignPR, .cnIDMasked, .passport, .hkMacauPermit,
      .taiwanPermit, .homeReturnPermit, .twCompatriotPermit, .militaryID, .hkID, .macauID, .twID,
      .socialSecurity:
      .identity
    case .mobile, .landline, .mobileMasked, .qq, .wechat, .email: .contact
    case .bankCard, .bankCardMasked: .payment
    case .address, .geo: .address
    case .birthDate: .birth
    case .health: .health
    case .plate, .vin: .vehicle
    default: nil
    }
  }
}

/// Classes of personal data that weigh more together than alone.
enum DataClass: Hashable, Sendable {
  case identity, contact, payment, address, birth, health, vehicle, family, income

  var chinese: String {
    switch self {
    case .identity: "证件号码"
    case .contact: "联系方式"
    case .payment: "银行账户"
    case .address: "住址"
    case .birth: "出生日期"
    case .health: "健康状况"
    case .vehicle: "车辆信息"
    case .family: "家庭情况"
    case .income: "收入情况"
    }
  }

  var english: String {
    switch self {
    case .identity: "identity number"
    case .contact: "contact"
    case .payment: "bank account"
    case .address: "home address"
    case .birth: "date of birth"
    case .health: "health"
    case .vehicle: "vehicle"
    case .family: "family"
    case .income: "income"
    }
  }
}
