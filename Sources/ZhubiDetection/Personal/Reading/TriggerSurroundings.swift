import PersonalTables
import ZhubiText

/// What the wording around a trigger must hold before its lines are folded: a look at a few dozen
/// characters instead of whole lines.
struct TriggerSurroundings {
  private let context: DetectionContext
  private let bytes: UnsafeBufferPointer<UInt8>
  private let words: PersonalWords
  private var units: [UInt32] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, of context: DetectionContext) {
    self.context = context
    self.bytes = bytes
    words = PersonalWords.folded(by: context.folding)
  }

  /// Words that say what a number of less than eleven digits is; no such number is found without.
  private static let labels: WordTags = IdentityDocuments.documents.union([
    .homePhone, .qq, .ip, .mac, .birth,
  ])

  /// Words beside which a day is a date of birth.
  private static let births: WordTags = [.birth, .birthAfter, .gender, .minor]

  /// Whether what a trigger needs (`personal_need`) is there.
  mutating func hold(_ needs: UInt32, at place: Int) -> Bool {
    func needed(_ one: personal_need) -> Bool { needs & one.rawValue != 0 }
    if needs == 0 { return true }
    if needed(PERSONAL_NEEDS_NO_STATUTE), !context.isStatute { return true }
    var wanted: WordTags = []
    if needed(PERSONAL_NEEDS_LABEL) { wanted.formUnion(Self.labels) }
    if needed(PERSONAL_NEEDS_BIRTH) { wanted.formUnion(Self.births) }
    guard !wanted.isEmpty else { return false }
    let line = lineStart(place)
    // Right at the beginning of a line the lines above may say what it is.
    let start =
      place - line <= 12 && needed(PERSONAL_NEEDS_LABEL)
      ? max(0, line - 400) : max(line, place - 240)
    if holds(wanted, start, min(bytes.count, place + 120)) { return true }
    return headerHolds(wanted, above: place)
  }

  /// Whether a line that may be the header of the place's column says what its cells are.
  private mutating func headerHolds(_ wanted: WordTags, above place: Int) -> Bool {
    var lines = [Int](repeating: 0, count: 2 * Self.mostHeaders)
    let count = personal_headers_above(
      bytes.baseAddress!, bytes.count, place, &lines, Self.mostHeaders)
    if count >= Self.mostHeaders { return true }
    for line in 0..<count where holds(wanted, lines[2 * line], lines[2 * line + 1]) { return true }
    return false
  }

  private static let mostHeaders = 16

  private func lineStart(_ place: Int) -> Int {
    var start = place
    let lowest = max(0, place - 4_096)
    while start > lowest, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return start
  }

  /// Whether a word with one of the tags begins in the bytes. Behind the place they are read over the
  /// end of the line: more than enough.
  private mutating func holds(_ wanted: WordTags, _ start: Int, _ end: Int) -> Bool {
    units.removeAll(keepingCapacity: true)
    var place = start
    while place < end, bytes[place] & 0xC0 == 0x80 { place += 1 }
    var reader = UTF8Reader(bytes[place..<end])
    var isBehindHan = false
    var isGloss = false
    while let scalar = reader.next() {
      let before = units.count
      context.folding.fold(scalar, into: &units)
      guard let unit = units.last, units.count > before else { continue }
      // A gloss in brackets parts the characters of a word.
      if isGloss, unit.isASCIILetter { return true }
      isGloss = isBehindHan && unit == 0x28
      isBehindHan = unit >= 0x2E80
    }
    let words = words
    return units.withUnsafeBufferPointer { text in
      text.indices.contains { place in
        words.longest(in: text, at: place)?.tags.touches(wanted) ?? false
      }
    }
  }
}
