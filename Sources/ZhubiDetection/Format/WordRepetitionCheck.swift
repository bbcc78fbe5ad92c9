/// Looks for words that stand twice in a row.
struct WordRepetitionCheck: FormatCheck {
  let rules = [RepetitionRules.word]
  /// The longest stretch whose repetition is looked for, in characters.
  private static let longest = 12

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var found: [Finding] = []
    var next = 0
    for (start, width) in Self.repetitions(in: page.text.scalars) where start >= next {
      let index = aligned(page, start, width)
      next = index + width
      let range = index..<index + 2 * width
      if !page.isInTable(index) {
        switch judge(page, index, width) {
        case .slip:
          found.append(
            page.correction(
              RepetitionRules.word, range, to: page.text.string(index..<index + width),
              confidence: .likely))
        case .doubtful:
          found.append(
            page.finding(
              RepetitionRules.word, range, severity: .info, confidence: .possible,
              suggestion: page.text.string(index..<index + width)))
        case .right: break
        }
      }
    }
    Habit.append(found, into: &findings)
  }

  /// 落实落实 in 切实落实落实: of the places where the repetition may begin, the first that begins a
  /// word.
  private func aligned(_ page: FormatPage, _ start: Int, _ width: Int) -> Int {
    if OfficialWords.words.stands(in: page.text, at: start) { return start }
    var place = start
    while place - start < width - 1, page[place] == page[place + 2 * width] {
      place += 1
      if OfficialWords.words.stands(in: page.text, at: place) { return place }
    }
    return start
  }

  /// Words that stand between words: 西藏和西藏和平解放.
  private static let joints: UnitSet = UnitSet("的和与及或在是为以于对将把被从到由而并同".unicodeScalars)

  private enum Verdict { case slip, doubtful, right }

  /// Where a stretch of two to `longest` Han characters and digits stands twice, in order of place,
  /// the shorter of one place first. A stretch of some width holds a place that is a multiple of it:
  /// only there two characters are compared, and from there on to both sides.
  private static func repetitions(in scalars: [Unicode.Scalar]) -> [(start: Int, width: Int)] {
    var found: [(start: Int, width: Int)] = []
    scalars.withUnsafeBufferPointer { scalars in
      for width in 2...longest where scalars.count >= 2 * width {
        func isSame(_ index: Int) -> Bool {
          scalars[index] == scalars[index + width]
            && (scalars[index].isHan || scalars[index].isDigit)
        }
        let count = scalars.count - width
        var index = 0
        while index < count {
          guard scalars[index] == scalars[index + width], isSame(index) else {
            index += width
            continue
          }
          var start = index
          while start > 0, isSame(start - 1) { start -= 1 }
          var end = index + 1
          while end < count, isSame(end) { end += 1 }
          if end - start >= width {
            for first in start...end - width { found.append((first, width)) }
          }
          // The next multiple behind the stretch.
          index = (end / width + 1) * width
        }
      }
    }
    return found.sorted { ($0.start, $0.width) < ($1.start, $1.width) }
  }

  private func judge(_ page: FormatPage, _ start: Int, _ width: Int) -> Verdict {
    let word = start..<start + width
    let hans = word.filter { page[$0].isHan }.count
    guard hans >= 2 || hans == 1 && width >= 4 else { return .right }
    let first = page[start]
    // 哈哈哈哈, 一九一九, 一步一步.
    if word.allSatisfy({ page[$0] == first }) { return .right }
    if word.allSatisfy({ page[$0].hanDigit != nil || page[$0] == "十" || page[$0].isDigit }) {
      return .right
    }
    // 一步一步, 一个村一个村, 很紧很紧, 大片大片.
    if first == "一" || first == "几" || first == "半" || first == "两" || first == "很"
      || first == "大" && width == 2
    {
      return .right
    }
    let after = start + 2 * width
    // A third time is an outcry or an ornament.
    if (0..<width).allSatisfy({ page[after + $0] == page[start + $0] }) { return .right }
    if start >= width, (0..<width).allSatisfy({ page[start - width + $0] == page[start + $0] }) {
      return .right
    }
    if RepetitionWords.titleWords.stands(in: page.text, at: start) { return .right }
    if width == 2 {
      if RepetitionWords.doubling.stands(in: page.text, at: start) { return .right }
      if RepetitionWords.maybeDoubling.stands(in: page.text, at: start) { return .doubtful }
    }
    // The second one begins a longer word, or the first one ends one.
    if RepetitionWords.longer.length(in: page.text, at: start + width).map({ $0 > width }) == true {
      return .right
    }
    if RepetitionWords.tails.stands(in: page.text, at: after) { return .doubtful }
    if RepetitionWords.heads.endsBefore(start, in: page.text, longest: 3) { return .doubtful }
    if page.isQuoted(start) && !page.isQuoted(start - 1) { return .doubtful }
    let last = page[start + width - 1]
    // 申请人|申请人民法院; 上一年度|年度报告; 有关规定|规定的.
    if last == "人", "民体员才类口大工均".unicodeScalars.contains(page[after]) { return .doubtful }
    if page.text.has("规定", at: start), page[after] == "的" { return .doubtful }
    if page[after] == "域" || page[after] == "长" || page[after] == "队" { return .doubtful }
    if Self.joints.contains(first) || Self.joints.contains(last) { return .doubtful }
    let beginsWord =
      OfficialWords.words.stands(in: page.text, at: start)
      || width > 2 && (!page[start - 1].isHan || "各本全".unicodeScalars.contains(first))
    if !beginsWord { return .doubtful }
    return .slip
  }
}
