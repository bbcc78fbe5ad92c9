import ZhubiText

/// The hits of a whole part, by row: what one row, one person, one list gives away together.
struct RowBook {
  /// What is known of one row.
  struct Row {
    var number: Int
    var hits: [Int] = []
    var hasName = false
    /// Income and family, told by words rather than numbers.
    var classes: Set<DataClass> = []
    var age: Int?
    var saysMinor = false
    var deniesMinor = false
    var isTable = false
  }

  let context: DetectionContext
  private(set) var hits: [PersonalHit] = []
  private var names: [Int: [UInt32]] = [:]
  private(set) var rows: [Row] = []
  private var rowPlaces: [Int: Int] = [:]
  /// Findings about rows and lists.
  var sums: [Finding] = []

  init(_ context: DetectionContext) { self.context = context }

  /// Takes the hits of a stretch in.
  mutating func add(_ found: [PersonalHit], of text: PersonalText) {
    for var hit in found {
      let line = text.cells?.row(of: hit.range.lowerBound) ?? 0
      let place: Int
      if let known = rowPlaces[line], isNear(hit, rows[known]) {
        place = known
        hit.row = hits[rows[known].hits[0]].row
      } else {
        place = rows.count
        // The second piece of a long line is a row of its own, in the same line.
        hit.row = rowPlaces[line] == nil ? line : rows.count << 32 | line
        rowPlaces[line] = place
        var row = facts(hit, text)
        row.number = line
        rows.append(row)
      }
      rows[place].hits.append(hits.count)
      if !hit.pattern.isEmpty, let name = text.nameBefore(hit.units.lowerBound) {
        names[hits.count] = Array(text.units[name])
      }
      hits.append(hit)
    }
  }

  /// Whether a hit tells of whom the row tells: in a line of running text the next one is not far.
  private func isNear(_ hit: PersonalHit, _ row: Row) -> Bool {
    guard row.number < 1 << 32, let last = row.hits.last else { return true }
    return hit.range.lowerBound.value - hits[last].range.upperBound.value <= Self.farthest
  }

  /// How far the data of one person stand from each other in one line, in bytes.
  private static let farthest = 1_200

  /// Reads what the words of a row say.
  private func facts(_ hit: PersonalHit, _ text: PersonalText) -> Row {
    let start = text.lineStart(hit.units.lowerBound)
    let end = text.lineEnd(hit.units.upperBound)
    var row = Row(number: hit.row)
    // In long lines only the neighbourhood counts.
    let near = max(start, hit.units.lowerBound - 120)..<min(end, hit.units.upperBound + 120)
    row.hasName = text.firstName(in: near) != nil
    var tags: WordTags = []
    for mark in text.marks(in: near) {
      tags.formUnion(mark.tags)
      if mark.tags.touches(.age), row.age == nil { row.age = age(text, mark) }
    }
    let starts = text.cells?.cellStarts(in: text, start..<end) ?? []
    if starts.count > 1, starts.count < 60 {
      for (index, place) in starts.enumerated() {
        guard let header = text.cells?.header(of: place, in: text) else { continue }
        row.isTable = true
        tags.formUnion(header.tags)
        if header.says(.age), row.age == nil { row.age = number(text, place) }
        let stop = index + 1 < starts.count ? starts[index + 1] : end
        if header.says(.name), text.name(at: place, isExpected: true) != nil, stop > place {
          row.hasName = true
        }
      }
    }
    row.saysMinor = tags.touches(.minor)
    row.deniesMinor = tags.touches(.minorDeny)
    if row.isTable, tags.touches(.income) { row.classes.insert(.income) }
    if row.isTable, tags.touches(.family) { row.classes.insert(.family) }
    if !row.isTable, tags.touches(.income), saysIncome(text, near) { row.classes.insert(.income) }
    return row
  }

  private func saysIncome(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    text.marks(in: range).contains { mark in
      mark.tags.touches(.income) && mark.end - mark.start >= 3
        && (mark.end..<min(range.upperBound, mark.end + 4)).contains { text.isDigit($0) }
    }
  }

  /// 12岁, 年龄：12.
  private func age(_ text: PersonalText, _ mark: WordMark) -> Int? {
    var from = mark.start
    while text.isBlank(from - 1) { from -= 1 }
    if text.isDigit(from - 1) {
      var start = from
      while text.isDigit(start - 1) { start -= 1 }
      return number(text, start)
    }
    // 九岁, 十二岁.
    let numerals = Array("一二三四五六七八九".unicodeScalars.map(\.value))
    if let unit = numerals.firstIndex(of: text.unit(from - 1)) {
      let tens = text.unit(from - 2)
      if tens == 0x5341 { return numerals.contains(text.unit(from - 3)) ? nil : 11 + unit }
      return numerals.contains(tens) ? nil : unit + 1
    }
    if text.unit(from - 1) == 0x5341 { return numerals.contains(text.unit(from - 2)) ? nil : 10 }
    var after = mark.end
    while [0x3A, 0xFF1A, 0x20, 0x4E3A].contains(text.unit(after)) { after += 1 }
    return number(text, after)
  }

  private func number(_ text: PersonalText, _ start: Int) -> Int? {
    var place = start
    var value = 0
    while text.isDigit(place), place - start < 4 {
      value = value * 10 + Int(text.digit(place))
      place += 1
    }
    return place > start && value <= 120 ? value : nil
  }

  // MARK: - Judging

  /// Unions, severities, minors, rows and lists, in this order.
  mutating func judge() {
    joinMasks()
    weighRows()
    findMinors()
    sumRows()
  }

  /// Two copies of one number, or a number and its date of birth, show more than each alone.
  private mutating func joinMasks() {
    for row in rows {
      let masked = row.hits.filter { hits[$0].kind == .cnIDMasked }
      guard !masked.isEmpty else { continue }
      let births = row.hits.filter { hits[$0].kind == .birthDate }.compactMap { hits[$0].birth }
      for index in masked where hits[index].isSilent {
        for birth in births {
          guard let merged = MaskJudgement.merged(hits[index].pattern, birth: birth) else {
            continue
          }
          open(index, merged)
        }
        if births.isEmpty, let age = row.age, age > 0,
          hits[index].pattern[6..<14].allSatisfy({ $0 == PersonalHit.hidden }),
          let count = MaskJudgement.candidates(hits[index].pattern, asOf: context.asOf.date)
        {
          open(index, count: max(1, count / 80))
        }
      }
    }
    var groups: [[UInt32]: [Int]] = [:]
    for (index, hit) in hits.enumerated() where !hit.pattern.isEmpty {
      groups[[0, UInt32(truncatingIfNeeded: hit.row)], default: []].append(index)
      if let name = names[index] { groups[[1] + name, default: []].append(index) }
      if hit.kind == .cnIDMasked, !hit.pattern[..<6].contains(PersonalHit.hidden) {
        let tail = hit.pattern[14...].contains(PersonalHit.hidden) ? [] : Array(hit.pattern[14...])
        if !tail.isEmpty {
          groups[[2] + (hit.pattern[..<6] + tail).map(UInt32.init), default: []].append(index)
        }
      }
    }
    for (key, group) in groups where group.count > 1 && group.count <= 12 {
      for (place, first) in group.enumerated() {
        // Copies under one name need not show the same digits.
        for second in group[(place + 1)...] { join(first, second, shared: key[0] == 1 ? 0 : 3) }
      }
    }
  }

  private mutating func join(_ first: Int, _ second: Int, shared: Int) {
    let a = hits[first]
    let b = hits[second]
    guard a.kind == b.kind, a.isSilent || b.isSilent, a.pattern != b.pattern,
      MaskJudgement.shared(a.pattern, b.pattern) >= shared,
      let merged = MaskJudgement.merged(a.pattern, b.pattern)
    else { return }
    let rest = merged.count { $0 == PersonalHit.hidden }
    switch a.kind {
    case .cnIDMasked:
      guard let count = MaskJudgement.candidates(merged, asOf: context.asOf.date),
        count <= MaskedNumbers.enough
      else { return }
      open(first, count: count)
      open(second, count: count)
    case .mobileMasked where rest <= 3, .bankCardMasked where rest <= 4:
      var count = 1
      for _ in 0..<rest { count *= 10 }
      open(first, count: count)
      open(second, count: count)
    default: break
    }
  }

  private mutating func open(_ index: Int, _ merged: [UInt8]) {
    if let count = MaskJudgement.candidates(merged, asOf: context.asOf.date) {
      open(index, count: count)
    }
  }

  private mutating func open(_ index: Int, count: Int) {
    guard count <= MaskedNumbers.enough, hits[index].isSilent else { return }
    hits[index].isSilent = false
    hits[index].note = .union(count)
  }

  /// A mobile number beside a name and an identity number weighs more.
  private mutating func weighRows() {
    for row in rows {
      let kinds = row.hits.filter { !hits[$0].isSilent }.compactMap { hits[$0].kind.dataClass }
      guard kinds.contains(.identity), row.hasName else { continue }
      for index in row.hits where hits[index].kind == .mobile || hits[index].kind == .birthDate {
        hits[index].severity = hits[index].kind == .mobile ? .error : .warning
      }
    }
  }

  func classes(of row: Row) -> Set<DataClass> {
    var classes = row.classes
    for index in row.hits where !hits[index].isSilent && !isNeutral(hits[index]) {
      if let found = hits[index].kind.dataClass { classes.insert(found) }
    }
    return classes
  }

  func isNeutral(_ hit: PersonalHit) -> Bool {
    if case .wrongCheck = hit.note { return true }
    return false
  }

  mutating func suppress(_ index: Int) { hits[index].isSilent = true }
}
