/// The longest term a secrecy marking may carry.
///
/// 《保守国家秘密法》（2024）第二十条: unless the law says otherwise 绝密 not longer than thirty years,
/// 机密 twenty, 秘密 ten.
enum SecrecyTerm {
  static let limits: [(level: String, years: Int)] = [("绝密", 30), ("机密", 20), ("秘密", 10)]

  /// What is wrong with the term of a marking such as `秘密★20年`; nil when nothing is, or when the
  /// text is no marking with a term in years.
  static func remark(on text: String) -> Message? {
    guard let mark = text.firstIndex(where: { "★☆*＊·".contains($0) }) else { return nil }
    let level = text[..<mark].filter { !$0.isWhitespace }
    guard let limit = limits.first(where: { level.hasSuffix($0.level) }) else { return nil }
    let rest = text[text.index(after: mark)...].drop { $0.isWhitespace }
    let digits = rest.prefix { $0.isWholeNumber }
    guard let years = number(digits),
      rest.dropFirst(digits.count).drop(while: \.isWhitespace).first == "年"
    else { return nil }
    if years > limit.years {
      return Message(
        "（期限超出法定上限：\(limit.level)级不超过\(limit.years)年）",
        " (the term exceeds the legal limit of \(limit.years) years)")
    }
    return years == 0 ? Message("（期限为0年，不成立）", " (a term of 0 years)") : nil
  }

  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    return digits.reduce(0 as Int?) { total, digit in
      guard let total, let value = digit.wholeNumberValue, value < 10 else { return nil }
      return total * 10 + value
    }
  }
}
