/// What kind of character stands somewhere, as format rules see it.
extension Unicode.Scalar {
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0x20000...0x323AF: true
    default: false
    }
  }

  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  var isLatin: Bool { (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A) }

  var isFullWidthDigit: Bool { value >= 0xFF10 && value <= 0xFF19 }

  /// Space, tab, no-break or ideographic space.
  var isBlank: Bool { self == " " || self == "\t" || self == "\u{A0}" || self == "\u{3000}" }

  var isBreak: Bool { self == "\n" || self == "\r" || self == "\0" }

  /// The value of 〇 … 九 and 两, or nil.
  var hanDigit: Int? {
    switch self {
    case "〇", "零", "○": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// 。！？； and their half-width forms.
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "；", "!", "?", ";": true
    default: false
    }
  }

  /// Marks after which a new clause or item begins.
  var endsClause: Bool {
    switch self {
    case "，", ",", "、", "：", ":": true
    default: endsSentence
    }
  }
}

/// A word to look for, kept as scalars.
struct Word: ExpressibleByStringLiteral, Sendable, Hashable {
  let scalars: [Unicode.Scalar]
  var count: Int { scalars.count }
  init(stringLiteral text: String) { scalars = Array(text.unicodeScalars) }
  init(_ text: String) { scalars = Array(text.unicodeScalars) }
}

/// Words by their first character, for a quick look at one place.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  /// The words, those of one first character together, the longest first.
  private let words: [Word]
  /// For each remainder of a first character by 512 the first of the words, from 1; 0 for none.
  private let heads: [UInt16]

  init(arrayLiteral words: String...) { self.init(words) }

  init(_ words: [String]) {
    let words = words.map { Word($0) }.sorted {
      let (a, b) = (Self.slot($0.scalars[0]), Self.slot($1.scalars[0]))
      return (a, $1.count) < (b, $0.count)
    }
    var heads = [UInt16](repeating: 0, count: Self.slots)
    for (index, word) in words.enumerated().reversed() {
      heads[Self.slot(word.scalars[0])] = UInt16(index + 1)
    }
    self.words = words
    self.heads = heads
  }

  /// Words of one text, apart by spaces.
  init(spaced text: String) { self.init(text.split(separator: " ").map(String.init)) }

  /// The length of the longest word that stands at the place, or nil.
  func length(in text: ScalarText, at index: Int) -> Int? {
    first(at: index, in: text) { _ in true }?.count
  }

  private static let slots = 512

  private static func slot(_ scalar: Unicode.Scalar) -> Int { Int(scalar.value) & (slots - 1) }

  /// The longest word at a place that is wanted.
  @inline(__always)
  private func first(
    at index: Int, in text: ScalarText, where isWanted: (Word) -> Bool
  ) -> Word? {
    let slot = Self.slot(text[index])
    var place = Int(heads[slot])
    guard place > 0 else { return nil }
    while place <= words.count, Self.slot(words[place - 1].scalars[0]) == slot {
      if isWanted(words[place - 1]), text.has(words[place - 1], at: index) {
        return words[place - 1]
      }
      place += 1
    }
    return nil
  }

  func stands(in text: ScalarText, at index: Int) -> Bool { length(in: text, at: index) != nil }

  /// Whether one of the words ends right before the place.
  func endsBefore(_ index: Int, in text: ScalarText, longest: Int = 4) -> Bool {
    for width in 1...longest where index - width >= 0 {
      if first(at: index - width, in: text, where: { $0.count == width }) != nil { return true }
    }
    return false
  }

  /// The first place of any of the words in the stretch.
  func first(in text: ScalarText, _ range: Range<Int>) -> Range<Int>? {
    for index in range {
      if let length = length(in: text, at: index), index + length <= range.upperBound {
        return index..<index + length
      }
    }
    return nil
  }
}

extension ScalarText {
  func has(_ word: Word, at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for (offset, scalar) in word.scalars.enumerated() where scalars[index + offset] != scalar {
      return false
    }
    return true
  }

  /// The next place that is not blank, going right.
  func skipBlanks(from index: Int) -> Int {
    var place = index
    while self[place].isBlank { place += 1 }
    return place
  }
}
