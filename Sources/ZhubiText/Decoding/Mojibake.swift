/// Finds text that was once read in the wrong encoding and then saved: 锟斤拷, ä¸­å›½, ÖÐ¹ú, 鍏充簬.
public enum Mojibake {
  /// How many stretches are kept; the rest is counted.
  public static let limit = 20

  /// The stretches of valid UTF-8 that can hardly be anything else. O(bytes).
  public static func stretches(
    in utf8: [UInt8]
  ) -> (found: [Range<SourceOffset>], count: Int) {
    var found: [Range<SourceOffset>] = []
    var count = 0
    var place = 0
    func keep(_ range: Range<Int>) {
      count += 1
      if found.count < limit { found.append(Range<SourceOffset>(range)) }
    }
    while place < utf8.count {
      let byte = utf8[place]
      if byte == 0xC2 || byte == 0xC3 {
        let end = latinEnd(utf8, place)
        if isLatinMojibake(utf8, place..<end) { keep(place..<end) }
        place = max(end, place + 1)
      } else if (0xE4...0xE9).contains(byte) {
        let end = hanEnd(utf8, place)
        if isHanMojibake(utf8, place..<end) { keep(place..<end) }
        place = max(end, place + 1)
      } else {
        place += 1
      }
    }
    return (found, count)
  }

  /// The end of a run of Latin letters and signs beyond ASCII, with what Windows-1252 makes of the
  /// bytes 80 to 9F among them; spaces inside the run belong to it.
  private static func latinEnd(_ utf8: [UInt8], _ start: Int) -> Int {
    var place = start
    var end = start
    while place < utf8.count {
      let byte = utf8[place]
      if byte == 0xC2 || byte == 0xC3 || (0xC5...0xCB).contains(byte), place + 1 < utf8.count {
        place += 2
        end = place
      } else if byte == 0xE2, place + 2 < utf8.count, (0x80...0x84).contains(utf8[place + 1]) {
        place += 3
        end = place
      } else if byte == 0x20, place > start {
        place += 1
      } else {
        break
      }
    }
    return end
  }

  /// Four letters and signs or more without any from ASCII, of which some are no letters of a
  /// European word: `ä¸­`, `ÖÐ¹ú`.
  private static func isLatinMojibake(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    var letters = 0
    var signs = 0
    var place = range.lowerBound
    while place < range.upperBound {
      switch utf8[place] {
      case 0xC3:
        letters += 1
        place += 2
      case 0xC2:
        // A no-break space says nothing.
        if utf8[place + 1] != 0xA0 { signs += 1 }
        place += 2
      case 0xC5...0xCB:
        signs += 1
        place += 2
      case 0xE2:
        signs += 1
        place += 3
      default: place += 1
      }
    }
    return (letters >= 1 && signs >= 1 && letters + signs >= 4) || letters >= 10
  }

  private static func hanEnd(_ utf8: [UInt8], _ start: Int) -> Int {
    var place = start
    while place + 2 < utf8.count, (0xE3...0xE9).contains(utf8[place]) || utf8[place] == 0xEF {
      place += 3
    }
    return place
  }

  /// What UTF-8 looks like when it is read as GBK, by the characters that the most common ones
  /// (的 ， 。 中 是 人 在 关 通) turn into, and what GBK makes of U+FFFD.
  /// One bit for each code point of the basic plane.
  private static let telling: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1_024)
    for scalar in "鐨銆锛涓鏄浜鍦鍏鏂瀛鍗閫鍙鎴鏈绗鍥鐢鍜涔浠".unicodeScalars {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
    return bits
  }()
  private static let replacements: [UInt32] = "锟斤拷".unicodeScalars.map(\.value)

  private static func isHanMojibake(_ utf8: [UInt8], _ range: Range<Int>) -> Bool {
    let telling = telling
    var hits = 0
    var count = 0
    var last: (UInt32, UInt32) = (0, 0)
    var place = range.lowerBound
    while place < range.upperBound {
      let scalar =
        UInt32(utf8[place] & 0x0F) << 12 | UInt32(utf8[place + 1] & 0x3F) << 6
        | UInt32(utf8[place + 2] & 0x3F)
      if last.0 == replacements[0], last.1 == replacements[1], scalar == replacements[2] {
        return true
      }
      last = (last.1, scalar)
      count += 1
      if telling[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1 { hits += 1 }
      place += 3
    }
    return hits >= 3 && hits * 8 >= count
  }
}
