import ZhubiText

/// A word of the vocabulary where it stands in a stretch.
struct WordMark {
  var start: Int
  var end: Int
  var tags: WordTags
}

/// A stretch of a part as the personal-data detectors read it: folded units, known words and
/// number tokens, collected in one pass. All positions inside are plain unit numbers.
final class PersonalText {
  let context: DetectionContext
  let folded: FoldedText
  /// Folded units; a tab stays a tab.
  let units: [UInt32]
  let classes: [UnitClass]
  let marks: [WordMark]
  let tokens: [NumberToken]
  let words: PersonalWords
  let surnames: Surnames
  /// The columns of the part; nil where the stretch is itself a cell.
  let cells: CellReader?
  /// What the surroundings of a place say, once asked for.
  var clues: [Int: Clue] = [:]

  /// Reads a stretch. Linear in its length.
  init(_ range: Range<TextOffset>, of context: DetectionContext, cells: CellReader? = nil) {
    self.context = context
    self.cells = cells
    // Rows and fields end at line breaks: a break is never folded away here.
    folded = context.utf8.withUnsafeBufferPointer {
      FoldedText($0, range: range, folding: context.folding, joinsLines: false)
    }
    classes = folded.classes
    words = PersonalWords.folded(by: context.folding)
    surnames = Surnames.folded(by: context.folding)
    var units = folded.units
    let bytes = context.utf8
    for place in units.indices {
      if classes[place] == .space {
        let offset = folded.start(of: FoldedOffset(place)).value
        units[place] = bytes[offset] == 0x09 ? 0x09 : 0x20
      } else if units[place] == 0x2E {
        // An ellipsis folds to three points; as a mask it stays what it is.
        let offset = folded.start(of: FoldedOffset(place)).value
        if bytes[offset] == 0xE2, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0xA6 {
          units[place] = 0x2026
        }
      }
    }
    var marks: [WordMark] = []
    var tokens: [NumberToken] = []
    var token: NumberToken?
    var reach = 0
    let classes = self.classes
    let words = self.words
    units.withUnsafeBufferPointer { text in
      for place in text.indices {
        if let word = words.longest(in: text, at: place), place + word.length > reach {
          reach = place + word.length
          marks.append(WordMark(start: place, end: reach, tags: word.tags))
        }
        let kind = Self.tokenKind(text, place, classes[place])
        if kind == .none {
          if let ended = token { tokens.append(ended) }
          token = nil
          continue
        }
        var current = token ?? NumberToken(start: place, end: place)
        current.end = place + 1
        switch kind {
        case .digit: current.digits += 1
        case .letter: current.letters += 1
        default: current.masks += 1
        }
        token = current
      }
    }
    if let ended = token { tokens.append(ended) }
    self.units = units
    self.marks = marks
    self.tokens =
      tokens.contains(where: \.mayBeSplit)
      ? Self.split(tokens, units, classes, words) : tokens
  }

  enum TokenKind { case none, digit, letter, mask }

  /// What a unit is to a number. Cyrillic and Greek look-alikes of X count as letters; marks that
  /// have other work to do (`_ # ? …`) hide digits only in twos.
  static func tokenKind(
    _ text: UnsafeBufferPointer<UInt32>, _ place: Int, _ kind: UnitClass
  ) -> TokenKind {
    if kind == .digit { return .digit }
    let unit = text[place]
    if unit.isASCIILetter { return .letter }
    switch unit {
    case 0x445, 0x3C7, 0x2179: return .letter
    case 0x5F, 0x23, 0x3F, 0x2026, 0x2B, 0xB7, 0x22EF:
      let isDoubled =
        (place > 0 && text[place - 1] == unit)
        || (place + 1 < text.count && text[place + 1] == unit)
      return isDoubled && unit != 0x2B ? .mask : .none
    case 0x2D, 0x2E, 0x2014:
      // Three dashes or points in a row.
      func isSame(_ place: Int) -> Bool { text.indices.contains(place) && text[place] == unit }
      let isTripled =
        (isSame(place - 1) && (isSame(place - 2) || isSame(place + 1)))
        || (isSame(place + 1) && isSame(place + 2))
      return isTripled ? .mask : .none
    case 0x2A, 0xD7, 0x2022, 0x25A0, 0x25A1, 0x25AA, 0x25CB, 0x25CF, 0x2605, 0x2606, 0x2588, 0x2715,
      0x2716, 0x2217, 0x2731, 0x273B, 0x203B, 0x25C6, 0x25C7, 0x2591, 0x2592, 0x2593:
      return .mask
    default: return kind == .mask ? .mask : .none
    }
  }

  var count: Int { units.count }

  func unit(_ place: Int) -> UInt32 { place >= 0 && place < units.count ? units[place] : 0x0A }

  func kind(_ place: Int) -> UnitClass {
    place >= 0 && place < classes.count ? classes[place] : .newline
  }

  func isDigit(_ place: Int) -> Bool { kind(place) == .digit }

  func isHan(_ place: Int) -> Bool { kind(place) == .han }

  /// A tab or a blank.
  func isBlank(_ place: Int) -> Bool { unit(place) == 0x20 || unit(place) == 0x09 }

  /// Whether a number could go on at this place.
  func isAlphanumeric(_ place: Int) -> Bool { isDigit(place) || unit(place).isASCIILetter }

  /// The value of the digit at a place.
  func digit(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: unit(place) &- 0x30) }

  /// The stretch of the part that a run of units stands for.
  func range(_ start: Int, _ end: Int) -> Range<TextOffset> {
    folded.origin(of: FoldedOffset(start)..<FoldedOffset(end))
  }

  /// The index of the first mark that ends behind a place.
  func firstMark(endingAfter place: Int) -> Int {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens that begin at most `reach` units before or behind a run.
  func tokens(near units: Range<Int>, reach: Int) -> ArraySlice<NumberToken> {
    func firstToken(atOrAfter place: Int) -> Int {
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if tokens[middle].start < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return tokens[
      firstToken(
        atOrAfter: units.lowerBound - reach)..<firstToken(atOrAfter: units.upperBound + reach)]
  }

  /// The marks that lie inside a run.
  func marks(in range: Range<Int>) -> ArraySlice<WordMark> {
    let first = marks.firstIndex(atOrAfter: range.lowerBound)
    var end = first
    while end < marks.count, marks[end].end <= range.upperBound { end += 1 }
    return marks[first..<end]
  }

  /// Whether any word with one of the tags lies in the run.
  func holds(_ tags: WordTags, in range: Range<Int>) -> Bool {
    marks(in: range).contains { $0.tags.touches(tags) }
  }

  /// The unit behind the last line break before a place.
  func lineStart(_ place: Int) -> Int {
    var start = min(place, count)
    while start > 0, kind(start - 1) != .newline { start -= 1 }
    return start
  }

  /// The line break (or end) at or after a place.
  func lineEnd(_ place: Int) -> Int {
    var end = place
    while end < count, kind(end) != .newline { end += 1 }
    return end
  }

  /// The sentence around a run: up to 。！？；!?; or the line's ends, `reach` units at most.
  func sentence(_ start: Int, _ end: Int, reach: Int = 80) -> Range<Int> {
    var from = start
    while from > 0, start - from < reach, !endsSentence(from - 1) { from -= 1 }
    var to = end
    while to < count, to - end < reach, !endsSentence(to) { to += 1 }
    return from..<to
  }

  func endsSentence(_ place: Int) -> Bool {
    if kind(place) == .newline { return true }
    switch unit(place) {
    case 0x3002, 0x3B, 0x21, 0xFF1B, 0xFF01: return true
    case 0x3F, 0xFF1F: return !isDigit(place - 1) && !isDigit(place + 1)
    default: return false
    }
  }

  /// Whether one of the words stands right before a place.
  func precedes(_ place: Int, _ words: [String]) -> Bool {
    guard place > 0, place <= count else { return false }
    return words.contains { word in
      var at = place
      for scalar in word.unicodeScalars.reversed() {
        guard let unit = context.folding.unit(scalar.value) else {
          return has(phrase(word), at: place - phrase(word).count)
        }
        at -= 1
        guard at >= 0, units[at] == unit else { return false }
      }
      return true
    }
  }

  /// Whether one of the words stands right at a place.
  func follows(_ place: Int, _ words: [String]) -> Bool {
    guard place >= 0, place < count else { return false }
    return words.contains { word in
      var at = place
      for scalar in word.unicodeScalars {
        // Folded on the way: most words part from the text at their first character.
        guard let unit = context.folding.unit(scalar.value) else {
          return has(phrase(word), at: place)
        }
        guard at < units.count, units[at] == unit else { return false }
        at += 1
      }
      return true
    }
  }

  private func has(_ wanted: [UInt32], at place: Int) -> Bool {
    place >= 0 && place + wanted.count <= count
      && units[place..<place + wanted.count].elementsEqual(wanted)
  }

  /// A word as the text is folded.
  func phrase(_ word: String) -> [UInt32] { context.folding.fold(word) }
}

extension [WordMark] {
  /// The index of the first mark that starts at or after a place.
  func firstIndex(atOrAfter place: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
