import ZhubiText

/// Where a person is: a pair of coordinates, exact to metres, beside words of persons.
enum PersonCoordinates {
  static func read(_ text: PersonalText, into hits: inout [PersonalHit]) {
    var index = 0
    while index + 1 < text.tokens.count {
      guard let first = degrees(text, index), let second = degrees(text, first.next),
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
