import PersonalTables

/// The words that make a line of plain prose worth reading, and what must stand behind them.
enum TriggerWords {
  private struct Word: Sendable {
    var bytes: [UInt8]
    var tags: WordTags
  }

  private struct Tables: Sendable {
    var pairs: [UInt64]
    var words: [UInt64: [Word]]
    var surnames: Set<UInt32>
  }

  /// The pair filter of the byte scan.
  static var pairs: [UInt64] { tables.pairs }

  private static let tables: Tables = {
    var pairs = [UInt64](repeating: 0, count: Int(personal_pair_words))
    func add(_ first: UInt32, _ second: UInt32) {
      pairs[Int(first >> 6)] |= 1 << UInt64(first & 63)
      let bit = Int(personal_pair_bit(first, second))
      pairs[1_024 + (bit >> 6)] |= 1 << UInt64(bit & 63)
    }
    var words: [UInt64: [Word]] = [:]
    TableBytes.words.forEachRow { fields in
      let tags = WordTags(named: fields[0].text)
      guard tags.touches(.triggers) else { return }
      for word in fields[1].words {
        var reader = UTF8Reader(word)
        guard let first = reader.next(), first >= 0x3000, let second = reader.next() else {
          continue
        }
        let key = second < 0x80 ? 1 : second
        add(first, key)
        words[UInt64(first) << 32 | UInt64(key), default: []].append(
          Word(bytes: Array(word), tags: tags))
      }
    }
    for province in Plates.provinces { add(province, 1) }
    for digit in "三四五六七八九".unicodeScalars { add(0x4E00, digit.value) }
    // 3组5号, 幸福路8号, 2单元, 301室: house numbers without a label.
    for before in "组社队街路弄巷村号屯寨庄苑园座栋幢道湾坝坪营堡沟岗塘".unicodeScalars { add(before.value, 2) }
    for after in "室栋幢单出生".unicodeScalars { add(2, after.value) }
    for numeral in "一二三四五六七八九十".unicodeScalars {
      for group in "组社队".unicodeScalars { add(numeral.value, group.value) }
    }
    // 字第…号, …日生.
    add(0x5B57, 0x7B2C)
    add(0x65E5, 0x751F)
    add(0x65E5, 0x51FA)
    var surnames: Set<UInt32> = []
    TableBytes.surnames.forEachRow { fields in
      for word in fields[1].words {
        var reader = UTF8Reader(word)
        if let first = reader.next() { surnames.insert(first) }
      }
    }
    return Tables(pairs: pairs, words: words, surnames: surnames)
  }()

  /// Whether what stands behind a pair of characters is worth folding the line.
  static func isWorthReading(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard bytes[place] >= 0xE3, bytes[place] <= 0xE9 else { return true }
    // 301室, 25出生: the digit before has spoken.
    if place > 0, bytes[place - 1] &- 0x30 < 10 || isWideDigit(bytes, place - 3) { return true }
    let end = min(bytes.count, place + 12)
    var reader = UTF8Reader(Slice(base: bytes, bounds: place..<end))
    guard let first = reader.next(), let second = reader.next() else { return false }
    if second < 0x80 {
      // 京A12345: a plate; behind other characters a house number.
      if second >= 0x41 { return isPlate(bytes, place + 3) || hasWord(bytes, place, first, 1) }
      return true
    }
    if first == 0x4E00, isNumeral(second) { return isSpelled(bytes, place) || isGroup(second) }
    // The filter also lets some other pairs pass.
    if (first == 0x5B57 && second == 0x7B2C)
      || (first == 0x65E5 && (second == 0x751F || second == 0x51FA))
      || (isGroup(second) && (isNumeral(first) || first == 0x5341))
    {
      return true
    }
    return hasWord(bytes, place, first, second)
  }

  private static func hasWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ first: UInt32, _ second: UInt32
  ) -> Bool {
    guard let words = tables.words[UInt64(first) << 32 | UInt64(second)] else { return false }
    for word in words {
      let end = place + word.bytes.count
      guard end <= bytes.count, bytes[place..<end].elementsEqual(word.bytes) else { continue }
      if isFollowed(bytes, end, word.tags) { return true }
    }
    return false
  }

  private static func isFollowed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ tags: WordTags
  ) -> Bool {
    if tags.touches([.disease, .healthVerb]) { return true }
    if tags.touches(.role) {
      guard end < bytes.count, bytes[end] >= 0x80 else { return true }
      var reader = UTF8Reader(Slice(base: bytes, bounds: end..<min(bytes.count, end + 4)))
      guard let next = reader.next() else { return true }
      // A name, or what introduces one.
      return tables.surnames.contains(next) || next == 0xFF1A || next == 0xFF08 || next == 0x3000
        || next == 0x59D3
        || next == 0x540D || next == 0x4FE1 || next == 0x4E3A || next == 0x662F || next == 0x53EB
        || next == 0x201C
    }
    // 生于一九八五年, 出生日期：一九八五年.
    if tags.touches(.birth), isSpelledYear(bytes, end) || isSpelledYear(bytes, end + 3) {
      return true
    }
    // A number must follow in the line, or the cells of a table.
    let reach = tags.touches(.address) ? 180 : 60
    var place = end
    while place < bytes.count, place < end + reach, bytes[place] != 0x0A {
      let byte = bytes[place]
      if byte &- 0x30 < 10 || byte == 0x09 || byte == 0x7C || byte == 0x2C { return true }
      if byte == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBC || bytes[place + 1] == 0xBD
      {
        if bytes[place + 2] &- 0x90 < 10, bytes[place + 1] == 0xBC { return true }
      }
      if tags.touches([.qq, .wechat]), (byte | 0x20) &- 0x61 < 26 { return true }
      place += 1
    }
    // The last cell of a header.
    guard place >= bytes.count || bytes[place] == 0x0A else { return false }
    var start = end
    while start > 0, end - start < 200, bytes[start - 1] != 0x0A {
      start -= 1
      if bytes[start] == 0x09 || bytes[start] == 0x7C || bytes[start] == 0x2C { return true }
    }
    return false
  }

  private static func isPlate(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var digits = 0
    for place in start..<min(bytes.count, start + 12) where bytes[place] &- 0x30 < 10 {
      digits += 1
    }
    return digits >= 3
  }

  /// 一 or 二 of a year in numerals.
  private static func isSpelledYear(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place + 6 <= bytes.count && bytes[place] == 0xE4
      && (bytes[place + 1] == 0xB8 && bytes[place + 2] == 0x80
        || bytes[place + 1] == 0xBA && bytes[place + 2] == 0x8C)
  }

  private static func isWideDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place >= 0 && bytes[place] == 0xEF && bytes[place + 1] == 0xBC && bytes[place + 2] &- 0x90 < 10
  }

  private static func isGroup(_ scalar: UInt32) -> Bool {
    scalar == 0x7EC4 || scalar == 0x793E || scalar == 0x961F
  }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    "〇零一二三四五六七八九".unicodeScalars.contains { $0.value == scalar }
  }

  /// Eleven numerals or more in a row.
  private static func isSpelled(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    var reader = UTF8Reader(Slice(base: bytes, bounds: place..<min(bytes.count, place + 39)))
    var count = 0
    while let scalar = reader.next(), isNumeral(scalar) || [0x20, 0x2D, 0x3000].contains(scalar) {
      count += isNumeral(scalar) ? 1 : 0
    }
    return count >= 11
  }
}
