/// What a style declaration list means for being seen, as far as the reader understands it.
struct HTMLStyle: Sendable, Equatable {
  /// A colour as 0xRRGGBB.
  typealias Colour = UInt32

  enum Background: Sendable, Equatable {
    case colour(Colour)
    /// A picture, a gradient, a variable: not known.
    case unknown
  }

  /// The first reason why nothing is seen.
  var hides: HiddenReason?
  /// `visibility: visible` is said.
  var isVisible = false
  /// A font size other than zero is said.
  var hasFontSize = false
  /// `display` is said and is not none.
  var isDisplayed = false
  /// Displayed as a block, floated or positioned: not in one word with its neighbours.
  var separates = false
  /// White space is kept.
  var preserves = false
  var colour: Colour?
  var background: Background?

  private var hidesOverflow = false
  private var hasZeroSize = false

  /// Reads declarations in letters of either case; comments are not understood. O(length).
  init(_ declarations: ArraySlice<UInt8>) {
    var start = declarations.startIndex
    while start < declarations.endIndex {
      var end = start
      var colon = -1
      while end < declarations.endIndex, declarations[end] != UInt8(ascii: ";") {
        if colon < 0, declarations[end] == UInt8(ascii: ":") { colon = end }
        end += 1
      }
      if colon > start {
        let name = declarations[start..<colon].trimmed
        if let first = name.first { read(first | 0x20, name, declarations[colon + 1..<end]) }
      }
      start = end + 1
    }
    if hasZeroSize, hidesOverflow { hide(.offScreen) }
  }

  /// Reads one declaration; `initial` is the small first letter of its name.
  private mutating func read(
    _ initial: UInt8, _ name: ArraySlice<UInt8>, _ declared: ArraySlice<UInt8>
  ) {
    guard Self.initials.contains(initial) else { return }
    var value = declared.trimmed
    if let mark = value.lastIndex(of: UInt8(ascii: "!")) { value = value[..<mark].trimmed }
    switch initial {
    case UInt8(ascii: "b"):
      if name.spells("background") || name.spells("background-color") {
        background = Self.background(value) ?? background
      } else if name.spells("background-image"), !value.spells("none") {
        background = .unknown
      }
    case UInt8(ascii: "c"):
      if name.spells("color") {
        if value.spells("transparent") || Self.isClear(value) { hide(.transparent) }
        colour = Self.colour(value) ?? colour
      } else if name.spells("clip"), value.begins("rect(0") || value.begins("rect(1px") {
        hide(.offScreen)
      }
    case UInt8(ascii: "d"):
      if name.spells("display") { display(value) }
    case UInt8(ascii: "f"):
      if name.spells("font-size") {
        if value.number == 0 { hide(.zeroFont) } else { hasFontSize = true }
      } else if name.spells("float"), !value.spells("none") {
        separates = true
      }
    case UInt8(ascii: "h"), UInt8(ascii: "w"):
      if name.spells("height") || name.spells("width"), value.number == 0 { hasZeroSize = true }
      if name.spells("white-space"), value.begins("pre"), !value.spells("pre-line") {
        preserves = true
      }
    case UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "m"):
      let isPlace =
        name.spells("left") || name.spells("top") || name.spells("right")
        || name.spells("text-indent") || name.spells("margin-left") || name.spells("margin-top")
      if isPlace, let number = value.number, number <= -999 { hide(.offScreen) }
    case UInt8(ascii: "o"):
      if name.spells("opacity"), value.number == 0 { hide(.transparent) }
      if name.spells("overflow"), value.spells("hidden") { hidesOverflow = true }
    case UInt8(ascii: "p"):
      if name.spells("position"), value.spells("absolute") || value.spells("fixed") {
        separates = true
      }
    case UInt8(ascii: "v"):
      if name.spells("visibility") {
        if value.spells("hidden") || value.spells("collapse") { hide(.visibility) }
        if value.spells("visible") { isVisible = true }
      }
    default: break
    }
  }

  /// The initials of the properties that are understood.
  private static let initials = Array("bcdfhwlrtmopv".utf8)

  private mutating func hide(_ reason: HiddenReason) { hides = hides ?? reason }

  private mutating func display(_ value: ArraySlice<UInt8>) {
    if value.spells("none") { return hide(.displayNone) }
    isDisplayed = true
    // A later declaration of the same list wins.
    if hides == .displayNone { hides = nil }
    if !value.spells("inline"), !value.spells("contents"), !value.begins("ruby") {
      separates = true
    }
  }

  private static func background(_ value: ArraySlice<UInt8>) -> Background? {
    if value.contains(UInt8(ascii: "(")), !value.begins("rgb") { return .unknown }
    for word in value.split(whereSeparator: \.isHTMLSpace) {
      if let colour = colour(word) { return .colour(colour) }
    }
    return colour(value).map(Background.colour)
  }

  /// `rgba(…, 0)`.
  private static func isClear(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.begins("rgba(") else { return false }
    let parts = value.dropFirst(5).split(separator: UInt8(ascii: ","))
    return parts.count == 4 && parts[3].number == 0
  }

  private static let names: [(StaticString, Colour)] = [
    ("white", 0xFFFFFF), ("black", 0x000000), ("red", 0xFF0000), ("blue", 0x0000FF),
    ("green", 0x008000), ("yellow", 0xFFFF00), ("gray", 0x808080), ("grey", 0x808080),
    ("silver", 0xC0C0C0), ("navy", 0x000080), ("orange", 0xFFA500), ("whitesmoke", 0xF5F5F5),
  ]

  /// `#rgb`, `#rrggbb`, `rrggbb`, `rgb(r,g,b)` or one of a few names.
  static func colour(_ value: ArraySlice<UInt8>) -> Colour? {
    let digits = value.first == UInt8(ascii: "#") ? value.dropFirst() : value
    if digits.count == 6 || (digits.count == 3 && digits.count < value.count) {
      var colour: Colour = 0
      for c in digits {
        let digit: UInt8
        if c.isASCIIDigit {
          digit = c - 0x30
        } else if (c | 0x20) &- 0x61 < 6 {
          digit = (c | 0x20) - 0x57
        } else {
          return named(value)
        }
        colour = colour << 4 | Colour(digit)
        if digits.count == 3 { colour = colour << 4 | Colour(digit) }
      }
      return colour
    }
    if value.begins("rgb(") {
      let parts = value.dropFirst(4).split(separator: UInt8(ascii: ",")).map(\.number)
      guard parts.count == 3 else { return nil }
      var colour: Colour = 0
      for part in parts {
        guard let part, part >= 0, part <= 255 else { return nil }
        colour = colour << 8 | Colour(part)
      }
      return colour
    }
    return named(value)
  }

  private static func named(_ value: ArraySlice<UInt8>) -> Colour? {
    names.first { value.spells($0.0) }?.1
  }
}
