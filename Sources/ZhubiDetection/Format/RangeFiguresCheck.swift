/// Looks at ranges of figures, decimals, and full-width digits.
struct RangeFiguresCheck: FormatCheck {
  let rules = [
    NumberRules.rangePercent, NumberRules.rangeUnit, NumberRules.decimal, NumberRules.fullWidth,
    NumberRules.fullPercent,
  ]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var ranges: [Finding] = []
    for place in page.marks {
      switch page[place] {
      case "～", "~", "—", "-", "－", "–", "〜": range(page, place..<place + 1, into: &ranges)
      case ".": decimal(page, place, into: &findings)
      default: break
      }
    }
    for run in page.numbers where page[run.upperBound] == "至" || page[run.upperBound] == "到" {
      range(page, run.upperBound..<run.upperBound + 1, into: &ranges)
    }
    Habit.append(ranges, into: &findings)
    wide(page, into: &findings)
  }

  /// `5～8%`, `9～16亿`.
  private func range(
    _ page: FormatPage, _ connector: Range<Int>, into found: inout [Finding]
  ) {
    var low = connector.lowerBound
    while page[low - 1].isDigit || page[low - 1] == "." { low -= 1 }
    guard low < connector.lowerBound, page[low].isDigit, !page[low - 1].isLatin,
      page[low - 1] != "-", page[low - 1] != "第", connector.lowerBound - low <= 7
    else { return }
    var high = connector.upperBound
    while page[high].isDigit || page[high] == "." && page[high + 1].isDigit { high += 1 }
    guard high > connector.upperBound, high - connector.upperBound <= 7 else { return }
    let mark = page[high]
    let first = page.text.string(low..<connector.lowerBound)
    let second = page.text.string(connector.upperBound..<high)
    let joint = page.text.string(connector)
    switch mark {
    case "%", "％", "‰":
      found.append(
        page.correction(
          NumberRules.rangePercent, low..<high + 1, to: "\(first)\(mark)\(joint)\(second)\(mark)"))
    case "万", "亿":
      // 2024—25万 and years are not ranges of such figures.
      let isYear = first.utf8.count == 4 && (1900...2099).contains(Int(first) ?? 0)
      guard first.utf8.count <= 4 && !isYear || first.contains(".") else { return }
      let unit = page[high + 1] == "亿" ? "万亿" : String(mark)
      found.append(
        page.correction(
          NumberRules.rangeUnit, low..<high + unit.unicodeScalars.count,
          to: "\(first)\(unit)\(joint)\(second)\(unit)"))
    default: break
    }
  }

  private func decimal(_ page: FormatPage, _ place: Int, into findings: inout [Finding]) {
    let run = DocumentNumber.digits(page, place + 1)
    guard !run.isEmpty, run.count <= 4, page[run.upperBound] != ".", !page[run.upperBound].isLatin
    else { return }
    let before = page[place - 1]
    guard before.isHan || before.isBlank || before == "～" || before == "（" else { return }
    if before.isBlank, !page[place - 2].isHan { return }
    findings.append(
      page.correction(
        NumberRules.decimal, place..<run.upperBound,
        to: "0" + page.text.string(place..<run.upperBound)))
  }

  private func wide(_ page: FormatPage, into findings: inout [Finding]) {
    var digits: [Finding] = []
    var percents: [Finding] = []
    var coveredTo = 0
    for place in page.marks where place >= coveredTo {
      if page[place].isFullWidthDigit {
        var end = place
        while page[end].isFullWidthDigit || page[end] == "．" && page[end + 1].isFullWidthDigit {
          end += 1
        }
        coveredTo = end
        let range = place..<end
        // A long run may be someone's number: it is not repeated in a suggestion.
        if range.count > 8 {
          digits.append(page.finding(NumberRules.fullWidth, range))
          continue
        }
        let form = String(
          String.UnicodeScalarView(
            range.map { index -> Unicode.Scalar in
              page[index] == "．"
                ? "." : Unicode.Scalar(page[index].value - 0xFF10 + 0x30) ?? page[index]
            }))
        digits.append(page.correction(NumberRules.fullWidth, range, to: form))
      } else if page[place] == "％" {
        var low = place
        while page[low - 1].isDigit || page[low - 1] == "." || page[low - 1].isFullWidthDigit {
          low -= 1
        }
        guard low < place else { continue }
        percents.append(
          page.correction(
            NumberRules.fullPercent, low..<place + 1, to: page.text.string(low..<place) + "%"))
      }
    }
    Habit.append(digits, into: &findings)
    Habit.append(percents, into: &findings)
  }
}
