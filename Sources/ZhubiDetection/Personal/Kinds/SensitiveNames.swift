import ZhubiText

/// Names of persons whose part in a matter must not become known: who reported, who fell ill, who
/// was harmed. Any other name alone is no finding.
enum SensitiveNames {
  static func read(_ text: PersonalText, into hits: inout [PersonalHit]) {
    if text.context.isStatute { return }
    for (index, mark) in text.marks.enumerated()
    where mark.tags.touches(.role) || (mark.tags.touches(.roleColumn) && mark.end - mark.start >= 4)
    {
      // 举报人 inside a longer role counts once.
      if index + 1 < text.marks.count, text.marks[index + 1].start < mark.end,
        text.marks[index + 1].tags.touches(.role)
      {
        continue
      }
      guard let name = name(text, behind: mark) else { continue }
      hits.append(hit(text, name, mark))
      // 信访人张三、李四.
      var last = name
      let isList = name.lowerBound > mark.end
      while case let comma = text.unit(last.upperBound),
        comma == 0x3001 || isList && (comma == 0x2C || comma == 0xFF0C),
        let next = text.name(at: last.upperBound + 1),
        comma == 0x3001 || !text.isHan(next.upperBound)
      {
        hits.append(hit(text, next, mark))
        last = next
      }
    }
    deeds(text, into: &hits)
    columns(text, into: &hits)
  }

  /// 关于张三信访事项的答复, 张三实名举报: the name stands right before what was done.
  private static func deeds(_ text: PersonalText, into hits: inout [PersonalHit]) {
    for mark in text.marks where mark.tags.touches(.roleAfter) {
      guard
        let name = (2...5).lazy.compactMap({ text.name(at: mark.start - $0) })
          .first(where: { $0.upperBound == mark.start }),
        text.precedes(name.lowerBound, ["关于", "对", "就", "令", "经", "据"])
          || !text.isHan(name.lowerBound - 1),
        !hits.contains(where: { $0.units.overlaps(name) })
      else { continue }
      hits.append(
        PersonalHit(
          kind: .personName, units: name, range: text.range(name.lowerBound, name.upperBound),
          severity: .warning, confidence: .likely))
    }
  }

  /// Names below a header 举报人, 患者姓名.
  private static func columns(_ text: PersonalText, into hits: inout [PersonalHit]) {
    guard let cells = text.cells else { return }
    var line = 0
    while line < text.count {
      let end = text.lineEnd(line)
      for start in cells.cellStarts(in: text, line..<end) {
        guard text.isHan(start), let header = cells.header(of: start, in: text),
          header.says(.roleColumn),
          let name = text.name(at: start)
        else { continue }
        hits.append(
          PersonalHit(
            kind: .personName, units: name, range: text.range(name.lowerBound, name.upperBound),
            severity: .warning, confidence: .likely))
      }
      line = end + 1
    }
  }

  static func hit(_ text: PersonalText, _ name: Range<Int>, _ mark: WordMark) -> PersonalHit {
    PersonalHit(
      kind: .personName, units: name, range: text.range(name.lowerBound, name.upperBound),
      severity: isGrave(text, mark) ? .warning : .info, confidence: .likely)
  }

  /// Roles protected by law; the others (学生, 患者, 证人) only earn a note.
  private static func isGrave(_ text: PersonalText, _ mark: WordMark) -> Bool {
    text.units[mark.start..<mark.end].count >= 3
      && text.folds(
        mark,
        hold: [
          "举报", "检举", "信访", "上访", "来信", "来访", "吸毒", "戒毒", "矫正", "矫正", "艾滋", "被害", "未成年", "精神",
          "hiv", "性侵", "受害",
        ])
  }

  private static func name(_ text: PersonalText, behind mark: WordMark) -> Range<Int>? {
    let end = mark.end
    var place = end
    // 举报人：, 举报人（化名） …, 举报人姓名：, 患者 , 信访人为.
    if text.follows(place, ["真实姓名", "真实信息"]) { place += 2 }
    if text.follows(place, ["姓名", "名单", "信息"]) { place += 2 }
    // （被害人）张三.
    if [0x28, 0xFF08].contains(text.unit(mark.start - 1)),
      [0x29, 0xFF09].contains(text.unit(place))
    {
      place += 1
    }
    var steps = 0
    while steps < 4 {
      switch text.unit(place) {
      case 0x3A, 0xFF1A, 0x20, 0x3000, 0x201C, 0x28, 0xFF08, 0x7C: place += 1
      case 0x662F, 0x4E3A, 0x53EB, 0x7CFB: place += 1
      default: steps = 4
      }
      steps += 1
    }
    let isApart = place > end
    guard let name = text.name(at: place, isExpected: true) ?? wordLike(text, at: place) else {
      return nil
    }
    // 患者安全, 学生王冠: a name runs to a border or a word that follows names.
    if text.name(at: place) == nil, !isApart, wordLike(text, at: place) == nil,
      !isPlain(text, name, behind: mark)
    {
      return nil
    }
    if text.marks(in: name).contains(where: { $0.end - $0.start >= 2 && !$0.tags.touches(.suffix) })
    {
      return nil
    }
    return name
  }

  /// 信访人向莲桂，: a surname that is a commoner word, the name of three characters set apart behind.
  private static func wordLike(_ text: PersonalText, at place: Int) -> Range<Int>? {
    let name = place..<place + 3
    guard [0x5411, 0x4E8E].contains(text.unit(place)), name.allSatisfy({ text.isHan($0) }),
      !text.isHan(place + 3) || text.unit(place + 3) == 0x7684, !text.isBlank(place + 3),
      !name.dropFirst().contains(where: {
        PersonalText.neverGiven.contains(text.unit($0)) || text.unit($0) == 0x4E2D
      }),
      text.surnames.length(text.unit(place), text.unit(place + 1)) > 0,
      text.marks(in: name).allSatisfy({ $0.end - $0.start < 2 })
    else { return nil }
    return name
  }

  /// 刑满释放人员崔春俊安置…: what follows is no word known to follow names, but the role is long,
  /// the surname common and the name no piece of another word.
  private static func isPlain(
    _ text: PersonalText, _ name: Range<Int>, behind mark: WordMark
  ) -> Bool {
    guard mark.end - mark.start >= 3, name.count == 3,
      text.surnames.isCommon(text.unit(name.lowerBound))
    else { return false }
    let next = text.firstMark(endingAfter: name.lowerBound)
    return next >= text.marks.count || text.marks[next].start >= name.upperBound
      || text.marks[next].end - text.marks[next].start < 2
  }
}

extension PersonalText {
  /// Whether a mark's text holds one of the words.
  func folds(_ mark: WordMark, hold words: [String]) -> Bool {
    words.contains { units[mark.start..<mark.end].holds(phrase($0)) }
  }
}
