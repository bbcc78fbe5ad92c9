import ZhubiText

/// Names of persons in Chinese text, as far as shape and surroundings tell.
extension PersonalText {
  /// Characters that follow a name and hardly ever stand in one.
  static let followers = UnitSet(
    "的等与和在于因已被患住是为系男女来向对说称反要诉到将经现身电手家户提投举申曾从把之一同认有拨致请所进其就及又未不也均还上领缴报银账卡确办填持签入获应据当参并给需让发开告代出接个经且即后前时年借欠购售租承中罹感染诊查检病自由随跟每仍另索遇遭拒撤骗殴虐遗诈伴按收去到吃打叫哭逃死伤摔撞咬砸抢偷盗贩吸涉犯搬赔退喝驾骑乘坠溺赴喊无没头胸腰腿脑肺肝肾胃左右属血尿养慰警约分术既案服各只熟睡得疑考护婚联附"
      .unicodeScalars.map(\.value))
  /// Characters no given name holds.
  static let neverGiven = UnitSet(
    "的在是和与于被因已为有等患住系称说将从把之也均还及又不未到对向其就你我他她它们这那很都或但吗呢了着过得号元岁年月日区县市镇乡村路街店局部厅处科所院校厂社办会员者费款额量率证照去上下内外里前后可应该当须能要做让使用并每各两第个些此由则且若即若再才只最更至以而何属血尿"
      .unicodeScalars.map(\.value))
  /// Surnames that are commoner as words: names only behind a colon or in a cell.
  static let weakSurnames = UnitSet(
    "和都于由应向原相符强后来保能须双全国公别那通计解查管连满初步占税种操位时从终单支台图官信生年斯要是可及如所有无经受自其以同并让".unicodeScalars.map(\.value))
  /// What people are called instead of a given name: 李大伯, 王女士.
  private static let courtesies = [
    "先生", "女士", "小姐", "老师", "同志", "大伯", "大爷", "大妈", "大娘", "大叔", "大姐", "大哥", "阿姨", "奶奶", "爷爷", "师傅",
    "医生", "主任",
    "局长", "书记", "经理", "老人", "同学", "警官", "法官", "律师", "教授", "校长", "院长", "家属",
  ]

  /// Characters that may stand right before a name in running text.
  static let leaders = UnitSet("的是为给由与和至系及对向把将被让因据经叫即替同从找者员访人".unicodeScalars.map(\.value))

  /// Characters before a name whose home is named right behind it: 到张三家.
  static let visitors = UnitSet("到去赴帮陪入".unicodeScalars.map(\.value))

  /// 关于张三信访事项, 责令张三…: who is named where a matter is.
  static let matters = UnitSet("于令".unicodeScalars.map(\.value))
  private static let hosts = [
    "家", "老人", "同志", "奶奶", "爷爷", "大爷", "大娘", "一家", "同学", "女士", "先生", "户",
  ]

  /// The name that begins at a place: 2 to 4 characters, or a longer one with a middle dot.
  /// `isExpected` after a role or label, where the name need not be set apart to the right.
  func name(at place: Int, isExpected: Bool = false) -> Range<Int>? {
    guard isHan(place) else { return nil }
    if !isHan(place + 1) { return spacedName(at: place) }
    if let dotted = dottedName(at: place) { return dotted }
    let surname = surnames.length(unit(place), unit(place + 1))
    guard surname > 0, surname == 2 || isApart(place) || !Self.weakSurnames.contains(unit(place))
    else {
      return nil
    }
    if follows(place + surname, Self.courtesies) { return nil }
    // 被害人陈述, 证人证言: a word, not a name.
    let word = marks.firstIndex(atOrAfter: place)
    if word < marks.count, marks[word].start == place, marks[word].end - place >= 2 { return nil }
    var longest: Range<Int>?
    for given in [2, 1] {
      let end = place + surname + given
      guard (place + surname..<end).allSatisfy({ isHan($0) }) else { continue }
      guard (place + surname..<end).allSatisfy({ !Self.neverGiven.contains(unit($0)) }) else {
        continue
      }
      // 张某、李某某 are masked.
      if (place + surname..<end).contains(where: { unit($0) == 0x67D0 }) { return nil }
      if longest == nil { longest = place..<end }
      if endsName(end) { return place..<end }
    }
    return isExpected ? longest : nil
  }

  /// 张　三: two characters set as wide as three, apart on both sides.
  private func spacedName(at place: Int) -> Range<Int>? {
    guard !isHan(place - 1), unit(place + 1) == 0x20 else { return nil }
    var given = place + 2
    while given < place + 4, unit(given) == 0x20 { given += 1 }
    guard isHan(given), !isHan(given + 1), unit(given + 1) != 0xB7,
      surnames.length(unit(place), unit(given)) == 1,
      !Self.weakSurnames.contains(unit(place)), !Self.neverGiven.contains(unit(given)),
      unit(given) != 0x67D0
    else { return nil }
    // 赵 钱 孙 李: a row of single characters, no wider apart than this name.
    let gap = given - place - 1
    func isInRow(_ from: Int, _ step: Int) -> Bool {
      var next = from + step
      while unit(next) == 0x20 { next += step }
      let blanks = abs(next - from) - 1
      return (1...gap).contains(blanks) && isHan(next) && !isHan(next + step)
        && ![0x7537, 0x5973].contains(unit(next))
    }
    return isInRow(place, -1) || isInRow(given, 1) ? nil : place..<given + 1
  }

  /// Whether a place begins a cell, a line, or what stands behind a colon or bracket.
  private func isApart(_ place: Int) -> Bool {
    switch unit(place - 1) {
    case 0x3A, 0xFF1A, 0x28, 0xFF08, 0x09, 0x7C, 0x0A, 0x2C, 0x3001, 0x3E: true
    default: false
    }
  }

  private func endsName(_ end: Int) -> Bool {
    if !isHan(end) { return unit(end) != 0xB7 && unit(end) != 0x2A }
    if Self.followers.contains(unit(end)) { return true }
    let index = marks.firstIndex(atOrAfter: end)
    return index < marks.count && marks[index].start == end && marks[index].end - end >= 2
  }

  /// 阿卜杜拉·买买提.
  private func dottedName(at place: Int) -> Range<Int>? {
    func han(_ from: Int, _ most: Int) -> Int {
      var end = from
      while end < from + most, isHan(end) { end += 1 }
      return end
    }
    let first = han(place, 7)
    guard first - place >= 2, unit(first) == 0xB7 || unit(first) == 0x2022 || unit(first) == 0x30FB,
      isHan(first + 1), isHan(first + 2)
    else { return nil }
    var end = first + 1
    while end < first + 8, isHan(end), end - first <= 2 || !Self.followers.contains(unit(end)) {
      end += 1
    }
    return place..<end
  }

  /// Whether a name may begin here: at a cell or clause, behind a word that introduces a person.
  func startsName(_ place: Int) -> Bool {
    if !isHan(place - 1) { return true }
    if Self.leaders.contains(unit(place - 1)) { return true }
    if Self.visitors.contains(unit(place - 1)), let name = name(at: place),
      unit(name.upperBound - 1) == 0x5BB6 || follows(name.upperBound, Self.hosts)
    {
      return true
    }
    let index = firstMark(endingAfter: place - 1)
    return index < marks.count && marks[index].end == place
      && marks[index].tags.touches([
        .name, .role, .person, .minor, .address, .healthVerb, .family, .geoPerson, .disease,
      ])
  }

  /// The nearest name to the left of a place, in the same line, at most 30 units away.
  func nameBefore(_ place: Int, reach: Int = 30) -> Range<Int>? {
    let lowest = max(lineStart(place), place - reach)
    var from = place - 2
    while from >= lowest {
      if endsSentence(from) { return nil }
      if isHan(from), startsName(from), let name = name(at: from), name.upperBound <= place {
        return name
      }
      from -= 1
    }
    return nil
  }

  /// Whether a name stands right before a number and behind its label: 合同（张三 330…）.
  func isNamed(_ place: Int, behind clue: Clue) -> Bool {
    guard !clue.isHeader, let start = clue.start, let name = nameBefore(place, reach: 8),
      place - name.upperBound <= 2, name.lowerBound > start
    else { return false }
    let index = firstMark(endingAfter: start)
    return index < marks.count && marks[index].end <= name.lowerBound
      && !(name.upperBound..<place).contains(where: { isHan($0) })
  }

  /// A name anywhere in a run.
  func firstName(in range: Range<Int>) -> Range<Int>? {
    var place = range.lowerBound
    while place < range.upperBound {
      if isHan(place), startsName(place), let name = name(at: place),
        name.upperBound <= range.upperBound
      {
        return name
      }
      place += 1
    }
    return nil
  }
}
