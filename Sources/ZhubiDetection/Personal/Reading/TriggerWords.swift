import PersonalTables
import Synchronization
import ZhubiText

/// What the byte scan looks for: the words from which it looks closer, and the characters that tell
/// a name or an address, as a text is folded.
final class TriggerWords: @unchecked Sendable {
  /// Written while it is made, afterwards only read.
  let filter: OpaquePointer

  private static let cache = Mutex<[UInt64: TriggerWords]>([:])

  /// Made once for each folding.
  static func folded(by folding: Folding) -> TriggerWords {
    cache.withLock { known in
      if let made = known[folding.signature] { return made }
      let made = TriggerWords(folding: folding)
      known[folding.signature] = made
      return made
    }
  }

  private init(folding: Folding) {
    guard let made = personal_filter_create() else { fatalError("out of memory") }
    filter = made
    addWords(folding)
    addPairs()
  }

  // MARK: - Words

  private func addWords(_ folding: Folding) {
    // What a folded unit is; then every character is what its fold is.
    var classes = [UInt16](repeating: 0, count: 0x1_0000)
    func add(_ scalar: UInt32, _ kind: personal_class) {
      guard let unit = folding.unit(scalar), unit < 0x1_0000 else { return }
      classes[Int(unit)] |= UInt16(truncatingIfNeeded: kind.rawValue)
    }
    TableBytes.words.forEachRow { fields in
      guard fields.count == 2 else { return }
      let tags = WordTags(named: fields[0].text)
      for word in fields[1].words {
        var reader = UTF8Reader(word)
        guard let first = reader.next() else { continue }
        if word.count > 3 || first < 0x800, word.count > 1 { add(first, PERSONAL_BEHIND_NAME) }
        let last = Self.lastScalar(of: word)
        if tags.touches(Self.beforeNames) { add(last, PERSONAL_BEFORE_NAME) }
        if tags.touches([.healthVerb, .healthColumn]) { add(last, PERSONAL_ILLNESS_END) }
        // What begins otherwise stands beside a number, and the number is found.
        guard tags.touches(.triggers), (0x3000..<0xA000).contains(first), word.count > 3 else {
          continue
        }
        let isAdded = personal_filter_add_word(
          filter, word.base.baseAddress! + word.startIndex, word.count, Self.kind(tags, word))
        precondition(isAdded != 0, "a trigger word that cannot be found: \(word.text)")
      }
    }
    TableBytes.surnames.forEachRow { fields in
      let isCompound = fields[0].text == "compound"
      for word in fields[1].words {
        var reader = UTF8Reader(word)
        guard let first = reader.next() else { continue }
        add(first, isCompound ? PERSONAL_COMPOUND : PERSONAL_SURNAME)
        if isCompound, let second = reader.next() { add(second, PERSONAL_COMPOUND_END) }
      }
    }
    for unit in PersonalText.followers.members { add(unit, PERSONAL_BEHIND_NAME) }
    for unit in PersonalText.neverGiven.members { add(unit, PERSONAL_NEVER_GIVEN) }
    for unit in PersonalText.weakSurnames.members { add(unit, PERSONAL_WEAK_SURNAME) }
    for unit in PersonalText.leaders.members { add(unit, PERSONAL_BEFORE_NAME) }
    for unit in PersonalText.matters.members { add(unit, PERSONAL_BEFORE_NAME) }
    for unit in PersonalText.visitors.members { add(unit, PERSONAL_BEFORE_NAME) }
    for scalar in "号栋幢室单元楼座户组社弄房门队排层".unicodeScalars { add(scalar.value, PERSONAL_HOUSE_END) }
    for scalar in "一二三四五六七八九十百〇零甲乙".unicodeScalars { add(scalar.value, PERSONAL_NUMERAL) }
    // Every character of three bytes that may begin with E3 to E9.
    for scalar in UInt32(0x3000)..<0xA000 {
      guard let unit = folding.unit(scalar), unit < 0x1_0000, classes[Int(unit)] != 0 else {
        continue
      }
      personal_filter_set_class(filter, scalar, classes[Int(unit)])
    }
  }

  /// Words behind which a name may begin in running text.
  private static let beforeNames: WordTags = [
    .name, .role, .person, .minor, .address, .healthVerb, .family, .geoPerson, .disease,
  ]

  /// What must stand beside a word.
  private static func kind(_ tags: WordTags, _ word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8 {
    var kind: UInt8 = 0
    func add(_ one: personal_word) { kind |= UInt8(truncatingIfNeeded: one.rawValue) }
    if tags.touches([.qq, .wechat]) { add(PERSONAL_ACCOUNT) }
    if tags.touches(.birth) { add(PERSONAL_BIRTH) }
    if tags.touches(.address) { add(PERSONAL_ADDRESS) }
    if tags.touches(.role) {
      add(PERSONAL_ROLE)
      // 艾滋病患者: the role tells an illness.
      let text = word.text
      if Health.roleStems.contains(where: { text.contains($0) }) { add(PERSONAL_ILLNESS) }
    }
    if tags.touches([.disease, .roleAfter]) { add(PERSONAL_ILLNESS) }
    if tags.touches(.healthVerb) {
      add(PERSONAL_COLUMN)
      // 患有, 确诊, 病种: an illness the table does not know may follow.
      if tags.touches(.healthColumn)
        || word.text.unicodeScalars.contains(where: { "患诊診染".unicodeScalars.contains($0) })
      {
        add(PERSONAL_ILLNESS)
      }
    }
    return kind
  }

  private static func lastScalar(of word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    var start = word.endIndex - 1
    while start > word.startIndex, word[start] & 0xC0 == 0x80 { start -= 1 }
    var reader = UTF8Reader(word[start...])
    return reader.next() ?? 0
  }

  // MARK: - Pairs

  private func addPairs() {
    for province in Plates.provinces { personal_filter_add_neighbour(filter, province, 1) }
    // 3组5号, 幸福路8号, 2单元, 301室, 5/24生, 使004309: houses, dates and plates without a label.
    for before in "组社队街路弄巷村号屯寨庄苑园座栋幢道湾坝坪营堡沟岗塘院排连段里使领".unicodeScalars {
      personal_filter_add_neighbour(filter, before.value, 2)
    }
    for after in "室栋幢单出生".unicodeScalars {
      personal_filter_add_neighbour(filter, after.value, 3)
    }
    for one in "一幺".unicodeScalars {
      for digit in "三四五六七八九".unicodeScalars {
        personal_filter_add_pair(filter, one.value, digit.value)
      }
    }
    for digit in "叁參叄肆伍陆陸柒捌玖".unicodeScalars {
      personal_filter_add_pair(filter, 0x58F9, digit.value)
    }
    for two in "贰貳".unicodeScalars { personal_filter_add_pair(filter, two.value, 0x96F6) }
    for numeral in "一二三四五六七八九十".unicodeScalars {
      for group in "组社队".unicodeScalars {
        personal_filter_add_pair(filter, numeral.value, group.value)
      }
    }
    // 24日生, 24日出生.
    personal_filter_add_pair(filter, 0x65E5, 0x751F)
    personal_filter_add_pair(filter, 0x65E5, 0x51FA)
  }
}
