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

  /// Whether a string may stand as it is.
  private static func isPlain(_ string: String) -> Bool {
    string.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "\"", "\\", "<", ">": false
      default: VisibleText.kind(of: scalar) == .plain
      }
    }
  }

  private mutating func quoted(_ string: String) {
    text += "\""
    if Self.isPlain(string) {
      text += string
      text += "\""
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "<", ">": escape(scalar)
      case _ where scalar.value < 0x10000 && VisibleText.kind(of: scalar) != .plain:
        escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
