import ZhubiText

/// What the wording around a number says it is.
struct Clue {
  /// The tags of the nearest label; empty for none.
  var tags: WordTags = []
  /// Units between the label and the number.
  var distance = Int.max
  /// The label says the number is something else, and stands close enough to mean it.
  var isDenied = false
  /// The label is no word of the vocabulary, only some 号 (1) or 号码 (2): it denies what a number
  /// alone hardly proves, but not a number that proves itself.
  var unknown = 0
  /// The label is the header of the column.
  var isHeader = false
  /// The header names a home (住址, 家庭地址), not any address.
  var saysHome = false
  /// Where a label inside the text begins, for kinds that look further left.
  var start: Int?

  func says(_ wanted: WordTags) -> Bool { tags.touches(wanted) }
}

extension PersonalText {
  /// How far left a label may stand.
  static let labelReach = 26

  /// The nearest label before a place, in the same cell and clause.
  func inlineClue(before place: Int, lowest: Int) -> Clue {
    var clue = Clue()
    var index = firstMark(endingAfter: place) - 1
    var consumed = false
    var free = 0
    var isParted = false
    var cursor = place
    while index >= 0 {
      let mark = marks[index]
      let distance = place - mark.end
      if distance > Self.labelReach || mark.start < lowest { break }
      // Walk the gap between this mark and the place reached so far.
      var step = cursor
      while step > mark.end {
        step -= 1
        if endsSentence(step) { return clue }
        if isHan(step) {
          free += 1
        } else if free > 0, [0x20, 0x09, 0x3A, 0x2C, 0x3001, 0x7C].contains(unit(step)) {
          // 第二批：张三 330…: what stands between is a field of its own.
          isParted = true
        }
        if isDigit(step), digitRun(endingAt: step) >= 5 { consumed = true }
      }
      cursor = min(cursor, mark.start)
      if mark.tags.touches(.generic), !mark.tags.touches(.labels) {
        // Card No, A/C No: the word before says of what.
        if unit(mark.start).isASCIILetter,
          unit(mark.start - 1).isASCIILetter || unit(mark.start - 1) == 0x5F
            || (isBlank(mark.start - 1)
              && (unit(mark.start - 2).isASCIILetter
                || (index > 0 && marks[index - 1].end == mark.start - 1
                  && marks[index - 1].tags.touches(.labels))))
        {
          index -= 1
          continue
        }
        let host = index > 0 && marks[index - 1].end >= mark.start ? marks[index - 1] : nil
        if let host, host.tags.touches(.labels),
          host.tags.touches(.deny) || host.tags.touches(.proofs)
        {
          clue = made(host, distance, consumed, isParted ? 9 : free)
        } else {
          clue.isDenied = free <= 2 && !consumed && !isParted && !isProof(before: mark.start)
          clue.tags = clue.isDenied ? [.generic] : []
          clue.distance = distance
          clue.start = mark.start
          if !clue.isDenied {
            index -= 1
            continue
          }
        }
        return clue
      }
      if isUnknownNumber(mark, index), free <= 1, !consumed, !isParted {
        return Clue(
          tags: [.generic], distance: distance, isDenied: true,
          unknown: mark.end - mark.start, start: mark.start)
      }
      if !mark.tags.touches(.labels), mark.tags.touches([.income, .name, .family, .verb]),
        !mark.tags.touches([.suffix, .generic]), mark.end - mark.start > 1
      {
        // 一次性补助，…: words that say something of their own.
        free += mark.end - mark.start
      }
      if mark.tags.touches(.deny), !mark.tags.subtracting(.deny).touches(.labels),
        isPerson(behind: mark)
      {
        index -= 1
        continue
      }
      if mark.tags.touches(.labels) {
        // 台湾居民来往大陆通行证 + 通行证号: the longer of two that overlap says more.
        let longer = index > 0 && marks[index - 1].end > mark.start ? marks[index - 1] : mark
        let isLonger =
          longer.end - longer.start > mark.end - mark.start && longer.tags.touches(.labels)
        let made = made(isLonger ? longer : mark, distance, consumed, isParted ? 9 : free)
        if mark.tags.touches(.deny), !made.isDenied {
          // A word such as 项目 far away says nothing; look further left.
          if mark.tags.subtracting(.deny).touches(.labels) { return made }
          free += mark.end - mark.start
        } else {
          return made
        }
      }
      index -= 1
    }
    return clue
  }

  private func made(_ mark: WordMark, _ distance: Int, _ consumed: Bool, _ free: Int) -> Clue {
    var clue = Clue(tags: mark.tags, distance: distance, start: mark.start)
    if mark.tags.touches(.deny) {
      clue.isDenied = !consumed && free <= 2
      if !clue.isDenied { clue.tags.subtract(.deny) }
    }
    if consumed { clue.distance += 12 }
    return clue
  }

  /// 任务号, 铺号: the number of something the vocabulary does not know.
  private func isUnknownNumber(_ mark: WordMark, _ index: Int) -> Bool {
    guard unit(mark.start) == 0x53F7, mark.end - mark.start <= 2, mark.tags.touches(.suffix),
      isHan(mark.start - 1), !Self.ownNumbers.contains(unit(mark.start - 1))
    else { return false }
    return index == 0 || marks[index - 1].end < mark.start
      || !marks[index - 1].tags.touches(.labels)
  }

  /// 快递员, 采购人, 设备师傅: who has to do with it, not its number.
  private func isPerson(behind mark: WordMark) -> Bool {
    switch unit(mark.end) {
    case 0x5458: return !follows(mark.end, ["员额", "员工编", "员工号"])
    case 0x4EBA: return !follows(mark.end, ["人民", "人均", "人次", "人数", "人口", "人民币", "人员编", "人编"])
    case 0x8005: return true
    default: return follows(mark.end, ["师傅", "小哥", "工程师", "负责人", "老师", "专员", "经理"])
    }
  }

  /// 证号, 同号, 个人号, 副号, 小号: numbers of persons or their telephones.
  private static let ownNumbers = UnitSet("证同人副主小私靓该此老旧".unicodeScalars.map(\.value))

  /// A word that ends in 证 says a proof of a person, whatever its name.
  private func isProof(before place: Int) -> Bool {
    if precedes(place, ["发证", "领证", "办证", "颁证", "认证", "验证", "公证", "保证", "佐证"]) { return false }
    return unit(place - 1) == 0x8BC1 || precedes(place, ["证件", "个人", "人员"])
  }

  private func digitRun(endingAt place: Int) -> Int {
    var start = place
    while start > 0, isDigit(start - 1) { start -= 1 }
    return place - start + 1
  }

  /// What the surroundings of a number say: the label to its left, the header of its column, the
  /// cell to its left, the line above.
  func clue(before place: Int) -> Clue {
    if let known = clues[place] { return known }
    let made = readClue(before: place)
    clues[place] = made
    return made
  }

  private func readClue(before place: Int) -> Clue {
    let line = lineStart(place)
    let cell = cells?.cellStart(of: place, in: self, line: line) ?? line
    let inline = inlineClue(before: place, lowest: cell)
    if inline.isDenied || inline.distance <= Self.labelReach { return inline }
    let header = cells?.header(of: place, in: self)
    if let header, header.isDenied || header.says(.labels) { return header }
    if cell > line {
      let left = inlineClue(before: max(line, cell - 1), lowest: line)
      if left.distance <= 4 { return left }
    }
    if place - line <= 3, let above = clueAbove(line) { return above }
    return header ?? inline
  }

  /// A document named right behind its number: 持…号护照, …（护照）.
  func clueBehind(_ place: Int) -> WordTags {
    var from = place
    var steps = 0
    while steps < 3, [0x53F7, 0x7684, 0x28, 0xFF08, 0x20, 0x2C].contains(unit(from)) {
      from += 1
      steps += 1
    }
    let index = marks.firstIndex(atOrAfter: from)
    guard index < marks.count, marks[index].start == from else { return [] }
    return marks[index].tags
  }

  /// A short line above that ends with a label.
  private func clueAbove(_ line: Int) -> Clue? {
    var end = line - 1
    for _ in 0..<2 {
      guard end > 0 else { return nil }
      var last = end
      while last > 0, isBlank(last - 1) || kind(last - 1) == .newline { last -= 1 }
      let start = lineStart(last)
      guard last - start <= 30 else { return nil }
      let clue = inlineClue(before: last, lowest: start)
      if clue.distance <= 3 || clue.isDenied { return clue }
      // Another value between: the label stands one line further up.
      guard units[start..<last].contains(where: { $0.isASCIILetter || ($0 >= 0x30 && $0 <= 0x39) })
      else { return nil }
      end = start - 1
    }
    return nil
  }
}
