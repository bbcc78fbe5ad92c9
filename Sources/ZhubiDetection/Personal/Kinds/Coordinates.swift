import ZhubiText

/// Where a person is: a pair of coordinates, exact to metres, beside words of persons.
enum PersonCoordinates {
  static func read(_ text: PersonalText, into hits: inout [PersonalHit]) {
    var index = 0
    while index + 1 < text.tokens.count {
      guard let first = angle(text, index), let second = angle(text, first.next),
        second.start - first.end <= 12, isPair(text, first, second)
      else {
        index += 1
        continue
      }
      index = second.next
      var start = first.start
      for word in ["东经", "北纬", "e", "n", "经度", "纬度", "经度：", "纬度：", "lng=", "lat=", "经度:", "纬度:"]
      where text.precedes(start, [word]) { start -= text.phrase(word).count }
      var end = second.end
      if text.unit(end) == 0xB0 || text.unit(end) == 0x5EA6 { end += 1 }
      if text.unit(end) == 0x65 || text.unit(end) == 0x6E, !text.isAlphanumeric(end + 1) {
        end += 1
      }
      let sentence = text.sentence(start, end, reach: 40)
      guard !text.holds(.geoDeny, in: sentence) else { continue }
      guard
        text.holds([.geoPerson, .role, .name], in: sentence.lowerBound..<start)
          || text.holds(.geoPerson, in: end..<sentence.upperBound)
          || text.firstName(in: sentence.lowerBound..<start) != nil
      else { continue }
      hits.append(
        PersonalHit(
          kind: .geo, units: start..<end, range: text.range(start, end), severity: .warning,
          confidence: .likely))
    }
  }

  private struct Degrees {
    var start: Int
    var end: Int
    var next: Int
    var whole: Int
  }

  private static func angle(_ text: PersonalText, _ index: Int) -> Degrees? {
    degrees(text, index) ?? sexagesimal(text, index)
  }

  /// 104°28′15.6″, 104度28分15秒: exact to seconds.
  private static func sexagesimal(_ text: PersonalText, _ index: Int) -> Degrees? {
    func sign(_ place: Int, _ signs: Set<UInt32>) -> Int? {
      var end = place
      while text.isBlank(end), end - place < 2 { end += 1 }
      guard signs.contains(text.unit(end)) else { return nil }
      end += 1
      // Two apostrophes or primes for seconds; ″ folds to two primes.
      if signs.contains(0x22), [0x27, 0x2032].contains(text.unit(end - 1)),
        text.unit(end) == text.unit(end - 1)
      {
        end += 1
      }
      return end
    }
    guard index + 2 < text.tokens.count else { return nil }
    let whole = text.tokens[index]
    let minutes = text.tokens[index + 1]
    let seconds = text.tokens[index + 2]
    let isLettered = whole.letters == 1 && [0x65, 0x6E].contains(text.unit(whole.start))
    let from = isLettered ? whole.start + 1 : whole.start
    guard whole.isDigits || isLettered, (1...3).contains(whole.end - from), minutes.isDigits,
      minutes.count <= 2, seconds.isDigits, seconds.count <= 2,
      let behindWhole = sign(whole.end, [0xB0, 0xBA, 0x5EA6]), minutes.start - behindWhole <= 1,
      let behindMinutes = sign(minutes.end, [0x27, 0x2032, 0x2019, 0x5206]),
      seconds.start - behindMinutes <= 1
    else { return nil }
    var end = seconds.end
    var next = index + 3
    if text.unit(end) == 0x2E, next < text.tokens.count, text.tokens[next].start == end + 1,
      text.tokens[next].isDigits
    {
      end = text.tokens[next].end
      next += 1
    }
    if let behind = sign(end, [0x22, 0x2033, 0x2032, 0x201D, 0x27, 0x79D2]) { end = behind }
    let value = (from..<whole.end).reduce(0) { $0 * 10 + Int(text.digit($1)) }
    guard value <= 180 else { return nil }
    return Degrees(start: whole.start, end: end, next: next, whole: value)
  }

  /// A number with five decimals or more.
  private static func degrees(_ text: PersonalText, _ index: Int) -> Degrees? {
    guard index + 1 < text.tokens.count else { return nil }
    let whole = text.tokens[index]
    let part = text.tokens[index + 1]
    let isLettered = whole.letters == 1 && [0x65, 0x6E].contains(text.unit(whole.start))
    guard whole.isDigits || isLettered, (1...4).contains(whole.count), text.unit(whole.end) == 0x2E,
      part.start == whole.end + 1, part.digits >= 5, part.digits <= 10,
      part.isDigits || (part.letters == 1 && [0x65, 0x6E].contains(text.unit(part.end - 1)))
    else { return nil }
    let from = isLettered ? whole.start + 1 : whole.start
    let value = (from..<whole.end).reduce(0) { $0 * 10 + Int(text.digit($1)) }
    guard value <= 180 else { return nil }
    return Degrees(start: whole.start, end: part.end, next: index + 2, whole: value)
  }

  /// One within China's longitudes, one within its latitudes.
  private static func isPair(_ text: PersonalText, _ first: Degrees, _ second: Degrees) -> Bool {
    let longitudes = 73...135
    let latitudes = 3...54
    return (longitudes.contains(first.whole) && latitudes.contains(second.whole))
      || (latitudes.contains(first.whole) && longitudes.contains(second.whole))
  }
}
