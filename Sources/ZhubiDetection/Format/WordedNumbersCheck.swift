/// Looks at numbers and the words around them: 三、四天, 6千, 约1200余, 减少2倍.
struct WordedNumbersCheck: FormatCheck {
  let rules = [
    NumberRules.approximate, NumberRules.mixed, NumberRules.conflict, NumberRules.times,
  ]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    for place in page.marks where page[place] == "、" { approximate(page, place, into: &findings) }
    var coveredTo = 0
    for run in page.numbers where run.lowerBound >= coveredTo {
      coveredTo = mixed(page, run, into: &findings) ?? coveredTo
    }
    for (place, scalar) in page.text.scalars.enumerated() {
      switch scalar {
      case "约", "近", "超", "逾": conflict(page, place, into: &findings)
      case "概": if page[place - 1] == "大" { conflict(page, place, into: &findings) }
      case "过": if page[place - 1] == "超" { conflict(page, place, into: &findings) }
      case "倍": times(page, place, into: &findings)
      default: break
      }
    }
  }

  /// `两、三个月`.
  private func approximate(_ page: FormatPage, _ place: Int, into findings: inout [Finding]) {
    guard let a = page[place - 1].hanDigit, a > 0, let b = page[place + 1].hanDigit, b > 0,
      b == a + 1 || a == 3 && page[place + 1] == "两"
    else { return }
    var low = place - 1
    while page[low - 1] == "十" || page[low - 1].hanDigit != nil { low -= 1 }
    if page[low - 1] == "第" || page[low - 1] == "、" || page[low - 1] == "之" { return }
    if low < place - 1, page[place - 2] != "十" { return }
    guard let unit = Self.units.length(in: page.text, at: place + 2) else { return }
    if Self.exact.stands(in: page.text, at: place + 2) { return }
    let afterUnit = place + 2 + unit
    if page[afterUnit] == "、" || page.isQuoted(place) { return }
    let isLabel = page.beginsLine(low)
    let isPlain = Self.plainUnits.stands(in: page.text, at: place + 2)
    // `三、四个方面` may be a heading.
    let isHeading = isLabel && page[place - 1] != "两" && !isPlain
    let range = place - 1..<place + 2
    findings.append(
      page.correction(
        NumberRules.approximate, range,
        to: String(Character(page[place - 1])) + String(Character(page[place + 1])),
        severity: isHeading ? .info : nil, confidence: isHeading ? .possible : .likely))
  }

  /// `6千`, `1百零8`, `3万5千`; returns where the number ends.
  private func mixed(
    _ page: FormatPage, _ run: Range<Int>, into findings: inout [Finding]
  ) -> Int? {
    guard run.count <= 2, !page[run.lowerBound - 1].isLatin, page[run.lowerBound - 1] != ".",
      page[run.lowerBound - 1] != "-", page[run.lowerBound - 1] != ","
    else { return nil }
    var value = 0
    var index = run.lowerBound
    var hasMixed = false
    var ten = 0
    var lastUnit = Int.max
    while index < run.lowerBound + 16 {
      if page[index] == "零" {
        index += 1
        continue
      }
      let digits = DocumentNumber.digits(page, index)
      guard !digits.isEmpty, digits.count <= 4, let number = page.number(digits) else { break }
      let unit: Int
      switch page[digits.upperBound] {
      case "十": unit = 10
      case "百": unit = 100
      case "千": unit = 1000
      case "万" where index == run.lowerBound: unit = 10_000
      default: unit = 1
      }
      guard unit < lastUnit else { break }
      if unit == 1 {
        guard hasMixed, digits.count == 1 else { break }
      } else if unit < 10_000 {
        if Self.notNumbers.stands(in: page.text, at: digits.upperBound) { break }
        guard digits.count <= 2 else { break }
        hasMixed = true
      } else {
        ten = digits.upperBound
      }
      value += number * unit
      lastUnit = unit
      index = digits.upperBound + (unit == 1 ? 0 : 1)
    }
    guard hasMixed else { return nil }
    var form = String(value)
    if ten > 0 {
      let thousands = value % 10_000
      let decimals = String(10_000 + thousands).dropFirst()
      form = "\(value / 10_000).\(decimals)"
      while form.hasSuffix("0") { form.removeLast() }
      form += "万"
    }
    // 8千亿, 3千万: news and reports write so all the time; by the standard it is 8000亿.
    let isLarge = page[index] == "万" || page[index] == "亿"
    findings.append(
      page.correction(
        NumberRules.mixed, run.lowerBound..<index, to: form, severity: isLarge ? .info : nil))
    return index
  }

  /// `约1200余`, `大约50人左右`.
  private func conflict(_ page: FormatPage, _ place: Int, into findings: inout [Finding]) {
    let word = page[place]
    let before = page[place - 1]
    switch word {
    case "约": if "节条合公签契制预违邀隐简俭".unicodeScalars.contains(before) { return }
    case "近": if "最附邻亲靠临就逼".unicodeScalars.contains(before) { return }
    default: break
    }
    var start = place
    if before == "大" || before == "将" || before == "接" || before == "超" { start -= 1 }
    // 约有近200人
    if "近超逾".unicodeScalars.contains(word), page[start - 2] == "约",
      page[start - 1] == "有" || page[start - 1] == "为", page[place + 1].isDigit
    {
      let run = DocumentNumber.digits(page, place + 1)
      findings.append(page.finding(NumberRules.conflict, start - 2..<run.upperBound))
      return
    }
    let from = page.text.skipBlanks(from: place + 1)
    var end = from
    if page[from].isDigit {
      let run = DocumentNumber.digits(page, from)
      guard let figure = Figure(page, run: run) else { return }
      end = figure.range.upperBound
    } else {
      end = Figure.hanEnd(page, from: from)
      if end == from, page[from] == "半" || page[from] == "一" { end = from + 1 }
      guard end > from, end - from > 1 || "百千万亿十半".unicodeScalars.contains(page[from]) else {
        return
      }
    }
    if page[end] == "余" || page[end] == "多" {
      // 近10余年: the last ten years and more.
      if word == "近", Self.spans.stands(in: page.text, at: end + 1) { return }
      if page[end] == "余", page[end + 1] == "额" { return }
      findings.append(
        page.finding(
          NumberRules.conflict, start..<end + 1,
          suggestion:
            "\(page.text.string(start..<end))|\(page.text.string(from..<end + 1))"))
      return
    }
    var tail = end
    while tail - end <= 5, page[tail].isHan || page[tail] == "%" {
      if Self.about.stands(in: page.text, at: tail) {
        findings.append(
          page.finding(
            NumberRules.conflict, start..<tail + 2,
            suggestion:
              "\(page.text.string(start..<tail))|\(page.text.string(from..<tail + 2))"))
        return
      }
      tail += 1
    }
  }

  /// `减少2倍`.
  private func times(_ page: FormatPage, _ place: Int, into findings: inout [Finding]) {
    if page[place + 1] == "增" || page[place + 1] == "速" { return }
    var low = place
    while page[low - 1] == "多" || page[low - 1] == "余" { low -= 1 }
    let end = low
    while page[low - 1].isDigit || page[low - 1] == "." { low -= 1 }
    if low == end {
      while page[low - 1].hanDigit != nil || "十百千几数半".unicodeScalars.contains(page[low - 1]) {
        low -= 1
      }
    }
    guard low < end else { return }
    let number = low..<end
    while Self.fillers.contains(page[low - 1]) { low -= 1 }
    for width in [2, 1] where Self.decreases.endsBefore(low, in: page.text, longest: width) {
      guard width == 2 || "减降".unicodeScalars.contains(page[low - 1]) else { continue }
      var form: String?
      if let value = page[number.lowerBound].isDigit && number.count == 1
        ? page.number(number) : WrittenDate.value(page, number), (1...9).contains(value)
      {
        let part = SequenceLabel.numeral(value + 1)
        form =
          page.text.string(low - width..<low) + "\(part)分之\(SequenceLabel.numeral(value))"
      }
      findings.append(page.finding(NumberRules.times, low - width..<place + 1, suggestion: form))
      return
    }
  }

  private static let units = WordSet(
    spaced:
      "天 个 年 岁 人 次 里 公里 米 元 块 倍 遍 趟 斤 公斤 十 百 千 万 成 户 家 位 周 小时 分钟 点钟 本 只 头 棵 口 句 步 回 场 名 件 吨 亩 间 篇 代人 寸 尺 丈 里路 顿 杯 碗 里地 秒 刻钟"
  )
  private static let exact = WordSet(
    spaced:
      "年级 十年代 次会议 次全会 年期 个五年 年制 家庭 人民 次产业 年规划 里屯 米线 百货 回合 场馆 步走 本科 点钟方向 个层面 个阶段 次分配 次创业 位一体 口之家 年计划 成熟 名词"
  )
  private static let plainUnits = WordSet(
    spaced: "天 岁 里 公里 小时 分钟 块 斤 公斤 十 点钟 里路 倍 趟 遍 周 吨 亩 百 千")
  /// What follows a digit and is no numeral: 千瓦, 百分点, 百强.
  private static let notNumbers = WordSet(
    spaced:
      "千瓦 千克 千米 千帕 千伏 千卡 千赫 千兆 千焦 千牛 千字节 千禧 千安 千乏 千斤顶 千岛 千年虫 千佛 百强 百佳 百姓 百货 百度 百科 百分 百帕 百色 百灵 百合 百家讲坛 十佳 十强 十字 十堰 十二 十三 十四 十五 十大 十月 百日 千里马 百日攻坚 百年 千年 千人计划 百万 千万工程 百千万 百草 千里眼 千家万户 百花 十八 十九 十渡 百亩田"
  )
  private static let about: WordSet = ["左右", "上下"]
  private static let spans = WordSet(spaced: "年 天 日 月 个月 周 载 届 期 代 个世纪 世纪")
  private static let fillers: UnitSet = UnitSet("了近约超过达至将整".unicodeScalars)
  private static let decreases = WordSet(
    spaced: "减少 下降 降低 缩短 缩小 缩减 减小 减轻 下跌 萎缩 减 降 压缩 削减 下滑 减缓")
}
