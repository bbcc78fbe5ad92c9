import ZhubiText

extension RowBook {
  /// From so many rows on a list is summed up.
  static let rosterRows = 10
  /// Rows of a list whose single findings are still reported.
  static let shownRows = 20

  /// Rows that tell too much of one person, and lists of many persons.
  mutating func sumRows() {
    let telling = rows.filter { row in
      let classes = classes(of: row)
      return row.hasName
        && (classes.contains(.identity) || classes.contains(.contact) || classes.contains(.payment))
    }
    if telling.count >= Self.rosterRows {
      sumRoster(telling)
      return
    }
    for row in rows {
      let classes = classes(of: row)
      if Self.isTooMuch(classes) { sums.append(sum(row.hits, classes)) }
    }
    sumBlocks()
  }

  /// Three classes of data, one of them an identity number where family and income count, or an identity number with money or health.
  static func isTooMuch(_ classes: Set<DataClass>) -> Bool {
    let personal = classes.subtracting([.family, .income])
    guard personal.count >= 2 || personal.contains(.identity) else { return false }
    return classes.count >= 3
      || (classes.contains(.identity) && (classes.contains(.payment) || classes.contains(.health)))
  }

  /// Fields under each other (姓名：… 身份证号：… 电话：…) tell of one person as a row does.
  private mutating func sumBlocks() {
    let book = self
    var block: [Int] = []
    var classes: Set<DataClass> = []
    var last = -10
    var made: [Finding] = []
    func flush() {
      if block.count > 1, Self.isTooMuch(classes), book.rowsOf(block).count > 1 {
        made.append(book.sum(block, classes))
      }
    }
    for row in rows.sorted(by: { $0.number < $1.number }) where row.number < 1 << 32 && !row.isTable
    {
      let own = self.classes(of: row)
      guard !own.isEmpty else { continue }
      // Far apart in one line, or lines between: another person.
      if Self.isTooMuch(own) || row.number - last > 2 || row.number == last
        || !classes.isDisjoint(with: own.subtracting([.income, .family]))
      {
        flush()
        block = []
        classes = []
      }
      last = row.number
      if Self.isTooMuch(own) { continue }
      block += row.hits
      classes.formUnion(own)
    }
    flush()
    sums += made
  }

  private func rowsOf(_ indices: [Int]) -> Set<Int> { Set(indices.map { hits[$0].row }) }

  private func sum(_ indices: [Int], _ classes: Set<DataClass>) -> Finding {
    let shown = indices.filter { !hits[$0].isSilent }
    let ranges = shown.map { hits[$0].range }
    let whole = ranges.dropFirst().reduce(ranges[0]) {
      min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
    }
    let ordered = Self.ordered(classes)
    return Finding(
      PersonalKind.aggregation.rule, severity: .block, range: whole, related: ranges,
      message: Message(
        "同一人的\(ordered.map(\.chinese).joined(separator: "、"))一并公开（\(classes.count)类），存在汇聚风险",
        "one person's \(ordered.map(\.english).joined(separator: ", ")) stand together (\(classes.count) classes)"
      ),
      suggestion: "只保留姓名及公示必需的一项，其余删除或遮蔽", masking: .all)
  }

  private static func ordered(_ classes: Set<DataClass>) -> [DataClass] {
    let order: [DataClass] = [
      .identity, .payment, .contact, .address, .birth, .health, .vehicle, .family, .income,
    ]
    return order.filter(classes.contains)
  }

  private mutating func sumRoster(_ telling: [Row]) {
    let sorted = telling.sorted {
      hits[$0.hits[0]].range.lowerBound < hits[$1.hits[0]].range.lowerBound
    }
    let classes = sorted.reduce(into: Set<DataClass>()) { $0.formUnion(self.classes(of: $1)) }
    var hidden = 0
    for row in sorted.dropFirst(Self.shownRows) {
      for index in row.hits where !hits[index].isSilent {
        suppress(index)
        hidden += 1
      }
    }
    let firsts = sorted.prefix(Self.shownRows).compactMap { row in
      row.hits.first { !hits[$0].isSilent }.map { hits[$0].range }
    }
    let rest = hidden > 0 ? "；其后各行的\(hidden)处不再逐条列出" : ""
    let restEnglish = hidden > 0 ? "; \(hidden) further findings of later rows are not listed" : ""
    sums.append(
      Finding(
        PersonalKind.aggregation.rule, severity: .block, range: firsts[0], related: firsts,
        message: Message(
          "名单共\(sorted.count)行含姓名及\(Self.ordered(classes).map(\.chinese).joined(separator: "、"))\(rest)",
          "a list of \(sorted.count) rows with names and \(Self.ordered(classes).map(\.english).joined(separator: ", "))\(restEnglish)"
        ),
        suggestion: "撤下名单，按公示必需的项目重新制作并遮蔽后再发布", masking: .all))
  }

  // MARK: - Minors

  /// Persons under 14, told by a date of birth, an age or the wording of school and care.
  mutating func findMinors() {
    var found = 0
    for row in rows {
      let shown = row.hits.filter { !hits[$0].isSilent || hits[$0].birth != nil }
      guard !shown.isEmpty else { continue }
      // A day the text was taken to be written on may be the day of birth itself.
      let ages =
        row.hits.compactMap { hits[$0].birth }
        .filter { context.asOf.origin != .text || $0 != context.asOf.date }
        .map { $0.years(until: context.asOf.date) }
        + [row.age].compactMap(\.self)
      let hasIdentifier = shown.contains {
        hits[$0].kind.dataClass != nil || hits[$0].kind == .personName
      }
      let isYoung = ages.contains { (0..<14).contains($0) }
      let isSaid =
        row.saysMinor && !row.deniesMinor && row.hasName && !ages.contains { $0 >= 18 }
        && shown.contains { hits[$0].kind.dataClass != nil && hits[$0].kind.dataClass != .vehicle }
      guard hasIdentifier, isYoung || isSaid else { continue }
      found += 1
      guard found <= Self.shownRows else { continue }
      let first =
        shown.first { hits[$0].birth.map { $0.years(until: context.asOf.date) < 14 } ?? false }
        ?? shown[0]
      sums.append(
        Finding(
          PersonalKind.minor.rule, severity: .block, confidence: isYoung ? .certain : .likely,
          range: hits[first].range, related: shown.filter { $0 != first }.map { hits[$0].range },
          message: isYoung
            ? Message("涉及不满十四周岁未成年人的个人信息", "personal data of a child under 14")
            : Message("涉及学生、儿童等未成年人的个人信息", "personal data of a pupil or child"),
          suggestion: "不公开未成年人的身份、联系方式和住址", masking: .all))
    }
  }
}
