/// Writes JSON (RFC 8259) piece by piece, keys in the order they are given.
///
/// Control and format characters, quotes and line separators are escaped, so that every value stays
/// on one line, is safe inside a script element, and shows its true order in a terminal.
package struct JSONWriter {
  package private(set) var text = ""
  private var needsComma = false

  package init() {}

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    text += "{"
    needsComma = false
    body(&self)
    text += "}"
    needsComma = true
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    text += "["
    needsComma = false
    body(&self)
    text += "]"
    needsComma = true
  }

  package mutating func key(_ name: String) {
    separate()
    quoted(name)
    text += ":"
    needsComma = false
  }

  package mutating func value(_ string: String) {
    separate()
    quoted(string)
    needsComma = true
  }

  package mutating func value(_ number: Int) {
    separate()
    text += String(number)
    needsComma = true
  }

  package mutating func value(_ flag: Bool) {
    separate()
    text += flag ? "true" : "false"
    needsComma = true
  }

  /// A number with three decimals.
  package mutating func value(_ number: Double) {
    separate()
    let thousandths = Int((number * 1000).rounded())
    let fraction = String(abs(thousandths) % 1000)
    text += thousandths < 0 ? "-" : ""
    text += "\(abs(thousandths) / 1000)."
    text += String(repeating: "0", count: 3 - fraction.count) + fraction
    needsComma = true
  }

  package mutating func field(_ name: String, _ string: String) {
    key(name)
    value(string)
  }

  /// A field that is left out when there is nothing to say.
  package mutating func field(_ name: String, unlessEmpty string: String?) {
    guard let string, !string.isEmpty else { return }
    field(name, string)
  }

  package mutating func field(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  package mutating func range(_ name: String, _ range: Range<Int>) {
    key(name)
    array {
      $0.value(range.lowerBound)
      $0.value(range.upperBound)
    }
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  private mutating func quoted(_ string: String) {
    text += "\""
    // What needs no escape is copied in one piece.
    var plain = string.startIndex
    for index in string.unicodeScalars.indices {
      let scalar = string.unicodeScalars[index]
      guard let special = Self.special(scalar) else { continue }
      text += string[plain..<index]
      text += special
      plain = string.unicodeScalars.index(after: index)
    }
    text += string[plain...]
    text += "\""
  }

  /// How a character that cannot stand as it is must be written; nil for all others.
  private static func special(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "<", ">": return escape(scalar)
    case "\u{20}"..."\u{7E}", "\u{4E00}"..."\u{9FFF}": return nil
    default:
      return scalar.value < 0x10000 && VisibleText.kind(of: scalar) != .plain
        ? escape(scalar) : nil
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
