import ZhubiText

/// The years a sentence names before a hit.
enum Years {
  /// Each year, with the month where one follows, in order. Decades and centuries count by their
  /// first year; Chinese numerals are read too.
  static func before(_ scene: HitScene) -> [(year: Int, month: Int?)] {
    let end = scene.hitInSentence.lowerBound.value
    let units = Array(scene.foldedSentence.units[..<end])
    var found: [(year: Int, month: Int?)] = []
    var index = 0
    while index < units.count {
      if let (year, next) = year(units, at: index) {
        found.append((year, month(units, at: next)))
        index = next
      } else if units[index...].starts(with: Self.lastCentury) {
        found.append((1900, nil))
        index += Self.lastCentury.count
      } else {
        index += 1
      }
    }
    return found
  }

  private static let lastCentury: [UInt32] = "上世纪".unicodeScalars.map(\.value)
  private static let chinese: [UInt32: Int] = [
    0x3007: 0, 0x96F6: 0, 0x25CB: 0, 0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5,
    0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
  ]
  /// The value of a decimal digit: ASCII, full-width or Chinese.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0xFF10...0xFF19: Int(scalar - 0xFF10)
    default: chinese[scalar]
    }
  }

  private static let nian: UInt32 = 0x5E74
  private static let yue: UInt32 = 0x6708

  /// Four digits followed by 年 (or the beginning of a range or an ISO date).
  private static func year(_ units: [UInt32], at start: Int) -> (Int, Int)? {
    func digit(_ unit: UInt32) -> Int? {
      (0x30...0x39).contains(unit) ? Int(unit - 0x30) : chinese[unit]
    }
    guard start + 4 < units.count, start == 0 || digit(units[start - 1]) == nil else { return nil }
    var year = 0
    for unit in units[start..<start + 4] {
      guard let value = digit(unit) else { return nil }
      year = year * 10 + value
    }
    guard (1840...2100).contains(year) else { return nil }
    let follower = units[start + 4]
    guard follower == nian || separators.contains(follower) else { return nil }
    return (year, start + 5)
  }

  /// - . — – ~ / 至 between two years or the parts of a date.
  private static let separators: Set<UInt32> = [0x2D, 0x2E, 0x2014, 0x2013, 0x7E, 0x2F, 0x81F3]

  private static func month(_ units: [UInt32], at start: Int) -> Int? {
    var value: Int?
    var index = start
    while index < units.count, index < start + 2, (0x30...0x39).contains(units[index]) {
      value = (value ?? 0) * 10 + Int(units[index] - 0x30)
      index += 1
    }
    guard let value, (1...12).contains(value), index < units.count,
      units[index] == yue || separators.contains(units[index])
    else { return nil }
    return value
  }
}
