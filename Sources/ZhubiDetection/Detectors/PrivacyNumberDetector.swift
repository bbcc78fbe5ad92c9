import ZhubiText

/// Reports bare numbers of persons as `term.privacy` under profile `all` only: everywhere else the
/// detectors of the family `personal` speak of them, with more care.
public struct PrivacyNumberDetector: Detector {
  public init() {}

  public var rules: [Rule] { [] }

  public func detect(in context: DetectionContext, into findings: inout [Finding]) {
    guard context.selection.profile == "all", context.selection.contains(Self.rule) else { return }
    let bytes = context.utf8
    var index = 0
    while index < bytes.count {
      guard Self.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
      if index - start == 17, index < bytes.count, bytes[index] | 0x20 == 0x78 { index += 1 }
      if Self.isWord(bytes, start - 1) || Self.isWord(bytes, index) { continue }
      guard let kind = Self.kind(of: bytes[start..<index]) else { continue }
      findings.append(
        Finding(
          Self.rule, severity: kind.severity, range: Range(start..<index), message: kind.message,
          suggestion: "脱敏", basis: "《个人信息保护法》第四条、第二十八条", evidence: "privacy-number",
          masking: .identityNumber))
    }
  }

  private static let rule: RuleID = "term.privacy"

  private struct Kind {
    var severity: Severity
    var message: Message
  }

  private static func kind(of digits: ArraySlice<UInt8>) -> Kind? {
    let units = digits.map { UInt32($0 | ($0 > 0x39 ? 0x20 : 0)) }
    if units.count == 18, NumberContexts.isIdentityNumber(units) {
      return Kind(severity: .block, message: Message("公民身份号码", "an identity number"))
    }
    if units.count == 11, units[0] == 0x31, (0x33...0x39).contains(units[1]),
      !digits.elementsEqual("13800138000".utf8)
    {
      return Kind(severity: .warning, message: Message("手机号码", "a mobile number"))
    }
    if (16...19).contains(units.count), isCardPrefix(units), NumberContexts.passesLuhn(units) {
      return Kind(severity: .warning, message: Message("银行卡号", "a bank card number"))
    }
    if units.count == 15, isOldIdentityNumber(units) {
      return Kind(severity: .warning, message: Message("15位身份证号", "an old identity number"))
    }
    return nil
  }

  /// 62, 60, 35, 4, 51–55.
  private static func isCardPrefix(_ units: [UInt32]) -> Bool {
    let head = (units[0] - 0x30) * 10 + units[1] - 0x30
    return head == 62 || head == 60 || head == 35 || (40...49).contains(head)
      || (51...55).contains(head)
  }

  private static func isOldIdentityNumber(_ units: [UInt32]) -> Bool {
    func number(_ range: Range<Int>) -> Int {
      units[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    return units[0] != 0x30 && (11...65).contains(number(0..<2))
      && CalendarDate(year: 1900 + number(6..<8), month: number(8..<10), day: number(10..<12))
        != nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A Latin letter or a digit at the place: the number is part of something longer.
  private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    let byte = bytes[index] | 0x20
    return isDigit(bytes[index]) || (0x61...0x7A).contains(byte)
  }
}
