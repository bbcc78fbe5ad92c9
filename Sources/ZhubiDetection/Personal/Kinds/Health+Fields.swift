import ZhubiText

extension Health {
  /// 残疾类别：言语, 残疾种类 肢体: the kind alone, in a form with a name.
  static func disabilities(_ text: PersonalText, into hits: inout [PersonalHit]) {
    let kinds = ["肢体", "精神", "智力", "视力", "听力", "言语", "多重"]
    for mark in text.marks where mark.tags.touches(.healthColumn) && text.folds(mark, hold: ["残疾"])
    {
      var start = mark.end
      while [0x3A, 0xFF1A, 0x20].contains(text.unit(start)) { start += 1 }
      guard start > mark.end, text.follows(start, kinds), !text.isHan(start + 2),
        case let line = text.lineStart(start),
        text.firstName(in: line..<text.lineEnd(start)) != nil || isInForm(text, line)
      else { continue }
      append(text, start..<start + 2, into: &hits)
    }
  }

  /// Illnesses that are part of a role: 艾滋病患者, 严重精神障碍患者.
  static let roleStems = [
    "艾滋", "hiv", "精神病", "精神障碍", "结核", "梅毒", "性病", "传染病", "麻风", "自闭症", "孤独症",
  ]

  /// 李强系艾滋病患者, 李强属于严重精神障碍患者管理对象: the role tells the illness of the name
  /// before it.
  static func roles(_ text: PersonalText, into hits: inout [PersonalHit]) {
    for mark in text.marks where mark.tags.touches(.role) && mark.end - mark.start >= 4 {
      guard text.folds(mark, hold: roleStems),
        let name = text.nameBefore(mark.start, reach: 10),
        text.follows(
          name.upperBound, ["系", "是", "为", "属", "确诊", "被", "患", "，是", ",是", "，系", ",系"]),
        mark.start - name.upperBound <= 6
      else { continue }
      var end = mark.end
      for word in ["感染者", "患者", "病人", "儿童", "人"] where text.precedes(end, [word]) {
        // 精神病人, 艾滋病人: 病 belongs to the illness.
        end -= word == "病人" ? 1 : word.unicodeScalars.count
        break
      }
      append(text, mark.start..<end, into: &hits)
    }
  }

  /// Cells below 病种, 诊断, 残疾类别 in a table of persons.
  static func columns(_ text: PersonalText, into hits: inout [PersonalHit]) {
    guard let cells = text.cells else { return }
    var line = 0
    while line < text.count {
      let end = text.lineEnd(line)
      let starts = cells.cellStarts(in: text, line..<end)
      for (index, start) in starts.enumerated() {
        guard let clue = cells.header(of: start, in: text), clue.says(.healthColumn) else {
          continue
        }
        var stop = index + 1 < starts.count ? starts[index + 1] - 1 : end
        stop = min(stop, end)
        while stop > start,
          text.isBlank(stop - 1) || text.unit(stop - 1) == 0x7C || text.unit(stop - 1) == 0x2C
            || text.unit(stop - 1) == 0x0D
        {
          stop -= 1
        }
        guard stop - start >= 2, stop - start <= 24, text.isHan(start) || text.isHan(stop - 1)
        else { continue }
        guard text.holds(.disease, in: start..<stop) || isIllness(text, start..<stop) else {
          continue
        }
        guard text.firstName(in: line..<end) != nil else { continue }
        append(text, start..<stop, into: &hits)
      }
      line = end + 1
    }
  }

  private static func isIllness(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    if endings.contains(text.unit(last)) { return true }
    // 肢体二级, 精神一级.
    return (text.unit(last) == 0x7EA7 || range.count == 2)
      && text.follows(range.lowerBound, ["肢体", "精神", "智力", "视力", "听力", "言语", "多重"])
  }
}

extension PersonalText {
  /// The units between two places, tags of markup not counted.
  func gap(_ start: Int, _ end: Int) -> Int {
    var count = 0
    var isTag = false
    for place in start..<max(start, end) {
      if unit(place) == 0x3C { isTag = true }
      if !isTag { count += 1 }
      if unit(place) == 0x3E { isTag = false }
    }
    return count
  }

  /// The place behind 因 at most six characters before a place, when only Han lies between.
  func cause(before place: Int) -> Int? {
    var start = place
    while place - start <= 6, isHan(start - 1) {
      start -= 1
      if unit(start) == 0x56E0 {
        start += 1
        while [0x60A3, 0x5F97, 0x6709, 0x4E86].contains(unit(start)) { start += 1 }
        return start < place ? start : nil
      }
      if [0x7684, 0x548C, 0x4E0E, 0x7B49].contains(unit(start)) { return nil }
      if holds([.disease, .healthVerb], in: start..<place) { return nil }
    }
    return nil
  }

  /// Whether the field before a place is one of illness (病种：, 诊断：).
  func clueIsHealth(before place: Int) -> Bool {
    let index = firstMark(endingAfter: place) - 1
    guard index >= 0 else { return false }
    let mark = marks[index]
    return mark.tags.touches([.healthVerb, .healthColumn]) && place - mark.end <= 2
  }
}

extension ArraySlice<UInt32> {
  /// Whether one of the words stands in the stretch.
  func contains(_ words: [[UInt32]]) -> Bool { words.contains { holds($0) } }
}
