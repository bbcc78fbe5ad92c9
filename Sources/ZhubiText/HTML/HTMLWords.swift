/// Reading words and numbers out of attribute values without copying them.
extension ArraySlice<UInt8> {
  /// Without the white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    var start = startIndex
    var end = endIndex
    while start < end, self[start].isHTMLSpace { start += 1 }
    while end > start, self[end - 1].isHTMLSpace { end -= 1 }
    return self[start..<end]
  }

  /// Whether this is the word, in letters of either case; the word is given in small ones.
  func spells(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && begins(word)
  }

  /// Whether the word stands at the start, in letters of either case.
  func begins(_ word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    for k in 0..<word.utf8CodeUnitCount
    where self[startIndex + k].asciiLowercased != word.utf8Start[k] { return false }
    return true
  }

  /// The longest end of this in which every byte satisfies the test.
  func suffix(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, holds(self[start - 1]) { start -= 1 }
    return self[start...]
  }

  /// The number at the start, its unit left aside; nil when there is none.
  var number: Double? {
    var part = trimmed
    let isNegative = part.first == UInt8(ascii: "-")
    if isNegative { part = part.dropFirst() }
    var value = 0.0
    var scale = 0.0
    var hasDigits = false
    for c in part.prefix(24) {
      if c.isASCIIDigit {
        hasDigits = true
        value = value * 10 + Double(c - 0x30)
        scale *= 10
      } else if c == UInt8(ascii: "."), scale == 0 {
        scale = 1
      } else {
        break
      }
    }
    guard hasDigits else { return nil }
    if scale > 0 { value /= scale }
    return isNegative ? -value : value
  }
}
