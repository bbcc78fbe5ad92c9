import ZhubiText

/// A piece of personal data found in a stretch, before rows and whole parts are judged.
struct PersonalHit {
  /// Why a hit is not a plain one.
  enum Note: Sendable {
    case plain
    /// The wording says identity number, the check digit does not fit.
    case wrongCheck
    /// So many numbers fit what is left visible.
    case candidates(Int)
    /// Together with the date of birth, the age or another copy only so many numbers fit.
    case union(Int)
  }

  var kind: PersonalKind
  /// Units of the stretch it was found in.
  var units: Range<Int>
  var range: Range<TextOffset>
  var severity: Severity
  var confidence: Confidence = .certain
  var note: Note = .plain
  /// The date of birth it tells.
  var birth: CalendarDate?
  /// Digits of a masked number; `hidden` where nothing is to be seen.
  var pattern: [UInt8] = []
  /// How to write it masked, where that is certain.
  var replacement: String?
  /// Evidence only: reported when something else makes it speak.
  var isSilent = false
  /// Row of the part.
  var row = 0

  static let hidden: UInt8 = 0xFF
}
