/// What a word says of the number or name beside it: the tags of `dictionaries/personal/words.tsv`.
struct WordTags: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(_ place: Int) { rawValue = 1 << UInt64(place) }

  /// The names of the table, in the order of their bits.
  static let names = [
    "id", "hmt", "fpr", "mobile", "phone", "homephone", "officephone", "card", "account",
    "passbook", "passport", "hkmpermit", "twpermit", "homereturn", "twcompat", "military", "hkid",
    "macauid", "twid", "social", "plate", "vin", "emaillabel", "qq", "qqdeny", "wechat",
    "wechatdeny", "iplabel", "ipdeny", "maclabel", "geolabel", "geoperson", "geodeny",
    "disabilityid", "studentid", "doctorid", "taxid", "birth", "birthafter", "address",
    "addressdeny", "role", "rolecol", "disease", "healthverb", "healthcol", "name", "age", "gender",
    "income", "family", "minor", "minordeny", "personctx", "mailoffice", "org", "deny", "generic",
    "suffix", "verb", "roleafter",
  ]

  /// The tag with this name, empty for none.
  init(named name: String) {
    rawValue = Self.names.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0
  }

  static let id = WordTags(0)
  static let hmt = WordTags(1)
  static let fpr = WordTags(2)
  static let mobile = WordTags(3)
  static let phone = WordTags(4)
  static let homePhone = WordTags(5)
  static let officePhone = WordTags(6)
  static let card = WordTags(7)
  static let account = WordTags(8)
  static let passbook = WordTags(9)
  static let passport = WordTags(10)
  static let hkMacauPermit = WordTags(11)
  static let taiwanPermit = WordTags(12)
  static let homeReturn = WordTags(13)
  static let taiwanCompatriot = WordTags(14)
  static let military = WordTags(15)
  static let hongKongID = WordTags(16)
  static let macauID = WordTags(17)
  static let taiwanID = WordTags(18)
  static let social = WordTags(19)
  static let plate = WordTags(20)
  static let vin = WordTags(21)
  static let email = WordTags(22)
  static let qq = WordTags(23)
  static let qqDeny = WordTags(24)
  static let wechat = WordTags(25)
  static let wechatDeny = WordTags(26)
  static let ip = WordTags(27)
  static let ipDeny = WordTags(28)
  static let mac = WordTags(29)
  static let geo = WordTags(30)
  static let geoPerson = WordTags(31)
  static let geoDeny = WordTags(32)
  static let disabilityID = WordTags(33)
  static let studentID = WordTags(34)
  static let doctorID = WordTags(35)
  static let taxID = WordTags(36)
  static let birth = WordTags(37)
  static let birthAfter = WordTags(38)
  static let address = WordTags(39)
  static let addressDeny = WordTags(40)
  static let role = WordTags(41)
  static let roleColumn = WordTags(42)
  static let disease = WordTags(43)
  static let healthVerb = WordTags(44)
  static let healthColumn = WordTags(45)
  static let name = WordTags(46)
  static let age = WordTags(47)
  static let gender = WordTags(48)
  static let income = WordTags(49)
  static let family = WordTags(50)
  static let minor = WordTags(51)
  static let minorDeny = WordTags(52)
  static let person = WordTags(53)
  static let mailOffice = WordTags(54)
  static let organisation = WordTags(55)
  static let deny = WordTags(56)
  static let generic = WordTags(57)
  static let suffix = WordTags(58)
  static let verb = WordTags(59)
  /// What somebody did that must not become known, right behind the name: 张三信访事项.
  static let roleAfter = WordTags(60)

  /// Words that say what kind of number follows.
  static let labels: WordTags = [
    .id, .hmt, .fpr, .mobile, .phone, .homePhone, .card, .account, .passbook, .passport,
    .hkMacauPermit, .taiwanPermit, .homeReturn, .taiwanCompatriot, .military, .hongKongID,
    .macauID, .taiwanID, .social, .plate, .vin, .email, .qq, .qqDeny, .wechat, .wechatDeny, .ip,
    .mac, .geo, .disabilityID, .studentID, .doctorID, .taxID, .birth, .address, .deny,
  ]

  /// Words that name a proof of identity of any kind.
  static let identity: WordTags = [
    .id, .hmt, .fpr, .disabilityID, .studentID, .doctorID, .taxID, .social, .hongKongID, .macauID,
    .taiwanID,
  ]

  /// Proofs and documents, whose 编号 is the number itself.
  static let proofs: WordTags = identity.union([
    .passport, .hkMacauPermit, .taiwanPermit, .homeReturn, .taiwanCompatriot, .military, .vin,
    .plate,
  ])

  /// Words that name a way to pay.
  static let payment: WordTags = [.card, .account, .passbook]

  /// Words from which a scan of plain prose begins to look closer.
  static let triggers: WordTags = [
    .role, .roleAfter, .disease, .healthVerb, .address, .birth, .qq, .wechat,
  ]

  func touches(_ other: WordTags) -> Bool { rawValue & other.rawValue != 0 }
}
