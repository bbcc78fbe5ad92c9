/// What kind of character a unit of folded text was before folding.
///
/// The class belongs to the original scalar: the circled ① folds to the unit `1` but is no digit.
public enum UnitClass: UInt8, Sendable, CaseIterable {
  /// Everything else: kana, Hangul and other letters, circled numbers, pictures, private use.
  case other
  /// A character of the Han script, Kangxi radicals, 々 and 〇 included.
  case han
  /// A Latin, Greek or Cyrillic letter, full-width and mathematical forms and Roman numerals included.
  case letter
  /// A decimal digit (general category Nd) of any script. Not ① ⑴ ⒈ ⁸ ½.
  case digit
  /// A space separator or tab; the unit is U+0020.
  case space
  /// A line, page or paragraph break; the unit is U+000A.
  case newline
  /// A sign that people use to cover characters: `*` ＊ × ■ □ ● ○ `_` `#` ？ and the like.
  case mask
  /// An opening bracket or quotation mark (general category Ps or Pi).
  case open
  /// A closing bracket or quotation mark (general category Pe or Pf).
  case close
  /// Other punctuation, and the symbols of ASCII with their full-width forms.
  case punctuation
  /// A character that is never a unit: its fold is empty.
  case skip
}

/// What a scalar does in the two context rules of `FoldedText`, besides its fold.
///
/// The complete definition, from which a second implementation can be written:
///
/// * `han`: the class is `UnitClass.han`.
/// * `skip`: the fold is empty (class `UnitClass.skip`): default-ignorable code points, marks
///   (general category Mn and Me, and any canonical combining class other than 0), controls except
///   tab and line breaks, U+FFF9...FFFB. Skipped characters never end a rule and never start one.
/// * `lineBreak`: U+000A, 000B, 000C, 000D, 0085, 2028, 2029 (class `UnitClass.newline`).
///   U+000D directly before U+000A is dropped always, so that both are one line break.
/// * `indent`: class `UnitClass.space`: U+0009 and general category Zs.
/// * `glossLetter`: a lower-case letter (general category Ll) whose fold is one unit of a...z. Marks
///   that follow are `skip`. `APEC` in brackets is therefore no gloss.
/// * `glossVowel`: a gloss letter whose unit is a, e, i, o or u (ü folds to u).
/// * `glossOpen`: U+0028, U+FF08. `glossClose`: U+0029, U+FF09.
///
/// Rules, with *skip* meaning any number of skipped characters:
///
/// 1. *Gloss*: han skip glossOpen (skip glossLetter){1,6} skip glossClose, at least one letter a
///    glossVowel: everything after the han is dropped. The han still counts as the character before
///    for rule 2, but a second gloss is not dropped.
/// 2. *Broken line*: han (optionally with its gloss), then indent and skip in any order, exactly one
///    lineBreak (U+000D U+000A is one), then indent and skip in any order, then han: everything
///    between is dropped. With two line breaks nothing is dropped.
public struct FoldingRoles: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let han = FoldingRoles(rawValue: 1)
  public static let skip = FoldingRoles(rawValue: 2)
  public static let lineBreak = FoldingRoles(rawValue: 4)
  public static let indent = FoldingRoles(rawValue: 8)
  public static let glossLetter = FoldingRoles(rawValue: 16)
  public static let glossVowel = FoldingRoles(rawValue: 32)
  public static let glossOpen = FoldingRoles(rawValue: 64)
  public static let glossClose = FoldingRoles(rawValue: 128)

  /// The greatest number of letters in a gloss.
  public static let longestGloss = 6

  /// True for a character of the Han script.
  @inlinable public var isHan: Bool { contains(.han) }
  /// True for a character that is never a unit.
  @inlinable public var isSkip: Bool { contains(.skip) }
  /// True for a line, page or paragraph break.
  @inlinable public var isLineBreak: Bool { contains(.lineBreak) }
  /// True for a space or tab.
  @inlinable public var isIndent: Bool { contains(.indent) }
  /// True for a letter that a pinyin gloss may hold.
  @inlinable public var isGlossLetter: Bool { contains(.glossLetter) }
  /// True for a vowel of a pinyin gloss.
  @inlinable public var isGlossVowel: Bool { contains(.glossVowel) }
  /// True for a bracket that opens a gloss.
  @inlinable public var isGlossOpen: Bool { contains(.glossOpen) }
  /// True for a bracket that closes a gloss.
  @inlinable public var isGlossClose: Bool { contains(.glossClose) }
}
