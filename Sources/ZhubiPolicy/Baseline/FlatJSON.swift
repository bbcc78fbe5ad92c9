/// Reads one JSON object whose values are strings or whole numbers, as a baseline writes them.
///
/// Deliberately narrow: what a baseline never holds is refused, so that no other file can pass for
/// one.
struct FlatJSON {
  enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
  }

  private var scalars: [Unicode.Scalar]
  private var index = 0

  /// The fields of the object, or nil when the line is no such object or names a key twice.
  static func object(_ line: some StringProtocol) -> [String: Value]? {
    var reader = FlatJSON(scalars: Array(line.unicodeScalars))
    return reader.object()
  }

  private mutating func object() -> [String: Value]? {
    guard take("{") else { return nil }
    var fields: [String: Value] = [:]
    repeat {
      guard let key = string(), take(":"), fields[key] == nil else { return nil }
      if let text = string() {
        fields[key] = .text(text)
      } else if let number = number() {
        fields[key] = .number(number)
      } else {
        return nil
      }
    } while take(",")
    guard take("}") else { return nil }
    skipBlanks()
    return index == scalars.count ? fields : nil
  }

  private mutating func skipBlanks() {
    while index < scalars.count, " \t\r".unicodeScalars.contains(scalars[index]) { index += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard index < scalars.count, scalars[index] == scalar else { return false }
    index += 1
    return true
  }

  private mutating func number() -> Int? {
    var digits = ""
    while index < scalars.count, ("0"..."9").contains(scalars[index]) {
      digits.unicodeScalars.append(scalars[index])
      index += 1
    }
    return Int(digits)
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var view = String.UnicodeScalarView()
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "\"" { return String(view) }
      guard scalar == "\\" else {
        view.append(scalar)
        continue
      }
      guard let escaped = escape() else { return nil }
      view.append(escaped)
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard index < scalars.count else { return nil }
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "\"", "\\", "/": return scalar
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      guard index + 4 <= scalars.count else { return nil }
      var digits = String.UnicodeScalarView()
      digits.append(contentsOf: scalars[index..<index + 4])
      index += 4
      return UInt32(String(digits), radix: 16).flatMap { Unicode.Scalar($0) }
    default: return nil
    }
  }

  /// A string as JSON writes it, on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value),
        "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
