public import ZhubiText

/// Finds the day a text gives itself: 成文日期 or 发布日期.
///
/// Looked for in this order: a field 成文日期, 发文日期 or 印发日期 in the first lines; a date that
/// fills one of the last lines (the signature); a field 发布日期 or 发布时间; the latest date of the
/// lines before the first article or the body (the note under the title of a statute). Arabic and
/// Chinese numerals, full-width digits, `-`, `/` and `.` are read. Linear in the text, of which at
/// most the first and last 16 KB are read.
public enum DocumentDate {
  static let reach = 16_384
  /// How far from the beginning of its line the name of a field may stand, in characters.
  static let fieldReach = 80

  /// The day, or nil when the text names none that can be its own.
  public static func find(in utf8: [UInt8]) -> CalendarDate? {
    utf8.withUnsafeBufferPointer { bytes in
      let head = DateLines(bytes[..<min(reach, bytes.count)], limit: 60)
      if let date = field(written, in: head) { return date }
      let tail = DateLines(bytes[max(0, bytes.count - reach)...], limit: .max)
      if let date = signature(in: tail) { return date }
      if let date = field(published, in: head) { return date }
      return underTitle(head)
    }
  }

  /// The day a text gives itself.
  public static func find(in text: String) -> CalendarDate? { find(in: Array(text.utf8)) }

  private static let written = ["成文日期", "成文时间", "发文日期", "印发日期", "签发日期", "生成日期", "制发日期"]
  private static let published = [
    "发布日期", "发布时间", "公开日期", "公开时间", "公布日期", "发文时间", "发表时间", "更新时间", "日期", "时间",
  ]

  /// Full-width digits and punctuation as ASCII.
  static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0, 0x09: " "
    default: scalar
    }
  }

  /// The date behind one of the names, on its line or, where that is empty, on the next.
  private static func field(_ names: [String], in lines: DateLines) -> CalendarDate? {
    let candidates = (0..<lines.count).filter(lines.mayNameField).map { ($0, lines[$0]) }
    if candidates.isEmpty { return nil }
    for name in names {
      let wanted = Array(name.unicodeScalars)
      for (index, line) in candidates {
        guard let start = position(of: wanted, in: line), start <= fieldReach,
          !isOfLife(line[..<start])
        else { continue }
        let rest = Array(line[(start + wanted.count)...].drop { $0 == " " })
        let next = index + 1 < lines.count ? index + 1 : nil
        guard let first = rest.first else {
          if let next, let date = leadingDate(lines[next]) { return date }
          continue
        }
        guard ":|：".unicodeScalars.contains(first) || ("0"..."9").contains(first) else { continue }
        if let date = leadingDate(rest) { return date }
        if rest.count <= 2, let next, let date = leadingDate(lines[next]) { return date }
      }
    }
    return nil
  }

  /// The date a line begins with.
  private static func leadingDate(_ line: [Unicode.Scalar]) -> CalendarDate? {
    guard let (date, range) = dates(in: line).first, range.lowerBound <= 4 else { return nil }
    return date
  }

  /// The last line that is nothing but a date, or a body and its date.
  private static func signature(in lines: DateLines) -> CalendarDate? {
    var seen = 0
    for number in (0..<lines.count).reversed() {
      let isLong = lines.isLong(number)
      if isLong || lines.isWithoutDate(number) {
        if !isLong, lines.isBlank(number) { continue }
        seen += 1
        if seen > 40 { return nil }
        continue
      }
      let dense = lines[number].filter { $0 != " " }
      if dense.isEmpty { continue }
      seen += 1
      if seen > 40 { return nil }
      guard let (date, range) = dates(in: dense).last, !isOfLife(dense, range) else { continue }
      let outside = dense[..<range.lowerBound] + dense[range.upperBound...]
      if outside.allSatisfy({ "()（）|.。".unicodeScalars.contains($0) }) { return date }
      if range.upperBound == dense.count, dense.count <= 40,
        !outside.contains(where: { "，。,;；:：至到从自于-—".unicodeScalars.contains($0) }),
        endsLikeBody(dense[..<range.lowerBound])
      {
        return date
      }
      if String(String.UnicodeScalarView(outside)).hasSuffix("印发"), dense.count <= 50 {
        return date
      }
    }
    return nil
  }

  /// The words before a signature's date end like the name of a body.
  private static func endsLikeBody(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = scalars.last else { return false }
    return "局府室会部厅院办委处所心站司团队社".unicodeScalars.contains(last)
  }

  /// The latest date of the short lines under the title.
  private static func underTitle(_ lines: DateLines) -> CalendarDate? {
    var best: CalendarDate?
    for count in 0..<min(lines.count, 6) {
      let beginning = lines.beginning(count)
      if beginning.starts(with: "第一条".unicodeScalars)
        || beginning.starts(with: "第一章".unicodeScalars)
      {
        break
      }
      if lines.isWithoutDate(count) { continue }
      let dense = lines[count].filter { $0 != " " }
      // Days of birth, and the rows below a header that names them, are nobody's 发布日期.
      if births.contains(where: { position(of: $0, in: dense) != nil }) { break }
      let found = dates(in: dense).filter { _, range in
        !isOfLife(dense, range)
          && !(range.lowerBound > 0
            && "男女汉族".unicodeScalars.contains(dense[range.lowerBound - 1]))
      }
      if found.isEmpty { continue }
      // A sentence of the body that happens to name a day is no date line.
      let behind = found[0].1.upperBound
      let runsOn = behind < dense.count && "起前后至到以之的，,".unicodeScalars.contains(dense[behind])
      let isPassed = passed.contains { position(of: Array($0.unicodeScalars), in: dense) != nil }
      guard isPassed || (dense.count <= 60 && !runsOn) else { continue }
      for (date, _) in found { best = max(best ?? date, date) }
    }
    return best
  }

  /// Words of the note under the title of a statute.
  private static let passed = ["通过", "公布", "修正", "修订", "批准", "发布"]

  /// What a life or a body went through, not the text: 出生日期, 入党时间, 成立日期.
  private static let lives = [
    "出生", "入党", "入团", "工作", "毕业", "入学", "任职", "参军", "入伍", "结婚", "死亡", "去世", "成立", "注册",
  ].map { Array($0.unicodeScalars) }

  private static let births = ["出生", "生于", "生日", "诞辰", "生人"].map { Array($0.unicodeScalars) }
  private static let fields = ["日期", "时间", "年月", "于"].map { Array($0.unicodeScalars) }

  /// Whether the words before 日期, 时间 or a date tell of a life.
  private static func isOfLife(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    var before = before
    while before.last == " " { before = before.dropLast() }
    return before.last == "生" || lives.contains { before.ends(with: $0) }
  }

  /// Whether a date is the day somebody was born or died: …日出生, 生于…, 出生日期：….
  private static func isOfLife(_ line: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let after = line[range.upperBound...].drop { "（( ".unicodeScalars.contains($0) }
    if let next = after.first, "生诞卒".unicodeScalars.contains(next) { return true }
    if ["出生", "去世"].contains(where: { after.starts(with: $0.unicodeScalars) }) { return true }
    var before = line[..<range.lowerBound]
    while let last = before.last, "：: |".unicodeScalars.contains(last) {
      before = before.dropLast()
    }
    if births.contains(where: { before.ends(with: $0) }) { return true }
    guard let field = fields.first(where: { before.ends(with: $0) }) else { return false }
    return isOfLife(before.dropLast(field.count))
  }

  /// Every date of a line with its place, in order.
  static func dates(in line: [Unicode.Scalar]) -> [(CalendarDate, Range<Int>)] {
    var found: [(CalendarDate, Range<Int>)] = []
    var index = 0
    while index < line.count {
      if let (date, end) = date(in: line, at: index) {
        found.append((date, index..<end))
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func date(
    in line: [Unicode.Scalar], at start: Int
  ) -> (CalendarDate, Int)? {
    guard start == 0 || number(line[start - 1]) == nil else { return nil }
    var index = start
    var year = 0
    for _ in 0..<4 {
      guard index < line.count, let digit = number(line[index]), digit < 10 else { return nil }
      year = year * 10 + digit
      index += 1
    }
    guard (1949...2100).contains(year), let (month, afterMonth) = part(line, index, after: "年"),
      let (day, end) = part(line, afterMonth, after: "月"),
      let date = CalendarDate(year: year, month: month, day: day)
    else {
      return compact(line, at: start, year: year)
    }
    let isLong = line[index..<end].contains("月")
    let last = end < line.count && line[end] == "日" ? end + 1 : end
    if isLong, last == end { return nil }
    if last < line.count, ("0"..."9").contains(line[last]), last == end { return nil }
    return (date, last)
  }

  /// `(20240729)`, only inside brackets.
  private static func compact(
    _ line: [Unicode.Scalar], at start: Int, year: Int
  ) -> (CalendarDate, Int)? {
    guard start > 0, line[start - 1] == "(", start + 8 < line.count, line[start + 8] == ")"
    else { return nil }
    let digits = line[start..<start + 8].compactMap { ("0"..."9").contains($0) ? number($0) : nil }
    guard digits.count == 8 else { return nil }
    let date = CalendarDate(
      year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
    return date.map { ($0, start + 8) }
  }

  /// A number of one or two digits, or a Chinese one up to 三十一, behind a separator.
  private static func part(
    _ line: [Unicode.Scalar], _ start: Int, after mark: Unicode.Scalar
  ) -> (Int, Int)? {
    var index = start
    while index < line.count, line[index] == " " { index += 1 }
    guard index < line.count, line[index] == mark || "-/.".unicodeScalars.contains(line[index])
    else { return nil }
    index += 1
    while index < line.count, line[index] == " " { index += 1 }
    var value: Int?
    let first = index
    while index < line.count, index - first < (isChinese(line[index]) ? 3 : 2),
      let digit = number(line[index])
    {
      if digit == 10 {
        value = (value ?? 1) * 10
      } else if let tens = value, tens % 10 == 0, tens > 0, isChinese(line[index]) {
        value = tens + digit
      } else {
        value = (value ?? 0) * 10 + digit
      }
      index += 1
    }
    return value.map { ($0, index) }
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x7F }

  private static func number(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value - 0x30)
    case "〇", "○", "零", "О", "O", "Ｏ": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    default: nil
    }
  }

  private static func position(of wanted: [Unicode.Scalar], in line: [Unicode.Scalar]) -> Int? {
    guard wanted.count <= line.count else { return nil }
    return (0...(line.count - wanted.count)).first {
      line[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func ends(with word: [Unicode.Scalar]) -> Bool {
    count >= word.count && suffix(word.count).elementsEqual(word)
  }
}
