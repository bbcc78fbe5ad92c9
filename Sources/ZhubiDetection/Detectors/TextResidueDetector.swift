import ZhubiText

/// Finds what extraction left behind and no table can name: pinyin glosses, private-use characters,
/// zero-width characters, NUL, U+FFFD. One pass over the bytes.
public struct TextResidueDetector: Detector {
  public init() {}

  public var rules: [Rule] { [] }

  public func detect(in context: DetectionContext, into findings: inout [Finding]) {
    guard context.selection.contains(Self.rule) else { return }
    let bytes = context.utf8
    let isPage = context.part.isOfWholePage
    // In a whole page each kind is told once, with how often.
    var told: [Kind: (index: Int, count: Int)] = [:]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0xE3, byte <= 0xED {
        // Han characters, kana, Hangul, ideographic punctuation: nothing to look for.
        index += 3
      } else if byte == 0x28 || (byte == 0xEF && Self.isWideBracket(bytes, index)) {
        if let range = Self.gloss(bytes, at: index) {
          report(range, Message("夹注拼音残留", "a pinyin gloss left in the text"), .warning, &findings)
          index = range.upperBound.value
          continue
        }
        index += 1
      } else if byte == 0 {
        report(
          Range(index..<index + 1), Message("空字符（NUL）", "a NUL character"), .warning, &findings)
        index += 1
      } else if byte >= 0xE2, let (length, kind) = Self.residue(bytes, at: index) {
        var end = index + length
        while let (more, other) = Self.residue(bytes, at: end), other == kind { end += more }
        if isPage, let known = told[kind] {
          told[kind] = (known.index, known.count + 1)
        } else {
          told[kind] = (findings.count, 1)
          report(Range(index..<end), kind.message, kind.severity(inPage: isPage), &findings)
        }
        index = end
      } else {
        index += 1
      }
    }
    for (index, count) in told.values where isPage && count > 1 { findings[index].repeats(count) }
  }

  static let rule: RuleID = "term.template-residue"

  private func report(
    _ range: Range<TextOffset>, _ message: Message, _ severity: Severity,
    _ findings: inout [Finding]
  ) {
    findings.append(
      Finding(
        Self.rule, severity: severity, range: range, message: message,
        basis: "GB/T 9704-2012；站点内容检查惯例", evidence: "text-residue"))
  }

  private enum Kind {
    case privateUse, zeroWidth, replacement

    /// A whole page may bring a font of icons along.
    func severity(inPage: Bool) -> Severity {
      switch self {
      case .privateUse: inPage ? .info : .warning
      case .zeroWidth: .warning
      case .replacement: .block
      }
    }

    var message: Message {
      switch self {
      case .privateUse: Message("私有区字符（图标字体残留）", "private-use characters, left by an icon font")
      case .zeroWidth: Message("零宽字符", "zero-width characters")
      case .replacement: Message("乱码（U+FFFD）", "undecodable text (U+FFFD)")
      }
    }
  }

  /// U+200B–U+200F, U+2060, U+FEFF, U+E000–U+F8FF, U+FFFD. A byte order mark at the very start is
  /// none of these.
  private static func residue(_ bytes: [UInt8], at index: Int) -> (Int, Kind)? {
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0): return (3, .zeroWidth)
    case (0xEF, 0xBB, 0xBF): return index == 0 ? nil : (3, .zeroWidth)
    case (0xEE, _, _), (0xEF, 0x80...0xA3, _): return (3, .privateUse)
    case (0xEF, 0xBF, 0xBD): return (3, .replacement)
    default: return nil
    }
  }

  private static func isWideBracket(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x88
  }

  /// A Han character with its reading in brackets, `務(wù)`: one to eight Latin letters, at least one
  /// with a tone mark, or none where the reading is one of several in the same text.
  private static func gloss(_ bytes: [UInt8], at bracket: Int) -> Range<TextOffset>? {
    guard bracket >= 3, (0xE4...0xE9).contains(bytes[bracket - 3]) else { return nil }
    let wide = bytes[bracket] == 0xEF
    var index = bracket + (wide ? 3 : 1)
    var letters = 0
    var hasTone = false
    while index < bytes.count, letters <= 8 {
      let byte = bytes[index]
      if (0x61...0x7A).contains(byte) {
        letters += 1
        index += 1
      } else if (0xC3...0xC7).contains(byte), index + 1 < bytes.count {
        letters += 1
        hasTone = true
        index += 2
      } else {
        break
      }
    }
    guard (1...8).contains(letters), hasTone, index < bytes.count else { return nil }
    if bytes[index] == 0x29 { return Range(bracket - 3..<index + 1) }
    if isClosing(bytes, index) { return Range(bracket - 3..<index + 3) }
    return nil
  }

  private static func isClosing(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBC
      && bytes[index + 2] == 0x89
  }
}
