import ZhubiText

/// Compares the date of signature with the day of publication and of coming into force.
struct SignatureDateCheck: FormatCheck {
  let rules: [Rule] = []

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    signature(WrittenDate.all(in: page), page, into: &findings)
  }

  /// The date that fills a line of its own, against the day of publication and of coming into force.
  private func signature(
    _ dates: [WrittenDate], _ page: FormatPage, into findings: inout [Finding]
  ) {
    guard
      let signed = dates.last(where: {
        $0.day != nil && $0.year != nil && $0.isReal && isSignature($0, page)
      }), let day = signed.date
    else { return }
    var published = dates.last(where: { $0.isReal && isPublication($0, page) })?.date
    if published == nil {
      published = page.context.document.record.date ?? page.context.document.metadataDate
    }
    if published == nil, page.context.asOf.origin == .input || page.context.asOf.origin == .metadata
    {
      published = page.context.asOf.date
    }
    if let published, day > published {
      findings.append(
        page.finding(
          DateLogicRules.order, signed.range,
          message: Message(
            "成文日期晚于发布时间（\(published)）", "signed after its publication (\(published))")))
    }
    guard signed.isHan == false else { return }
    for date in dates
    where date.range.upperBound <= signed.range.lowerBound && date.day != nil {
      guard let start = date.date, start < day, isBeginning(date, page),
        !Self.retroactive.contains(in: page, sentenceAround: date.range)
      else { continue }
      findings.append(
        page.finding(
          DateLogicRules.order, date.range,
          message: Message("施行日期早于成文日期", "in force before it was signed")))
    }
  }

  private func isSignature(_ date: WrittenDate, _ page: FormatPage) -> Bool {
    if page.beginsLine(date.range.lowerBound), page.endsLine(date.range.upperBound) {
      return !page.isInTable(date.range.lowerBound)
    }
    return field(date, page, Self.signedFields)
  }

  private func isPublication(_ date: WrittenDate, _ page: FormatPage) -> Bool {
    field(date, page, Self.publishedFields)
  }

  private func field(_ date: WrittenDate, _ page: FormatPage, _ names: WordSet) -> Bool {
    var low = date.range.lowerBound
    while page[low - 1].isBlank || page[low - 1] == "：" || page[low - 1] == ":"
      || page[low - 1] == "|"
    {
      low -= 1
    }
    return low < date.range.lowerBound && names.endsBefore(low, in: page.text)
  }

  /// `本办法自2024年5月1日起施行`.
  private func isBeginning(_ date: WrittenDate, _ page: FormatPage) -> Bool {
    page[date.range.lowerBound - 1] == "自"
      && Self.beginnings.stands(in: page.text, at: date.range.upperBound)
  }

  private static let beginnings: WordSet = ["起施行", "起执行", "起实施", "起生效", "起正式施行"]
  private static let retroactive: WordSet = ["追溯", "废止", "曾", "已于", "《", "原"]
  private static let signedFields: WordSet = ["成文日期", "生成日期", "印发日期", "签发日期"]
  private static let publishedFields: WordSet = ["发布时间", "发布日期", "公开日期", "公布日期"]
}

extension WordSet {
  /// Whether one of the words stands in the sentence around a stretch.
  fileprivate func contains(in page: FormatPage, sentenceAround range: Range<Int>) -> Bool {
    var low = range.lowerBound
    while low > range.lowerBound - 60, !page[low - 1].isBreak, page[low - 1] != "。" { low -= 1 }
    var high = range.upperBound
    while high < range.upperBound + 60, !page[high].isBreak, page[high] != "。" { high += 1 }
    return first(in: page.text, low..<high) != nil
  }
}
