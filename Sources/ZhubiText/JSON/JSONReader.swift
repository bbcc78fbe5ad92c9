/// Reads JSON from bytes that it never copies but into the strings it makes.
package struct JSONReader {
  /// A text that is not JSON; what stands in it is not repeated.
  package struct Fault: Error, Hashable, Sendable {
    /// Bytes from the start of the text.
    package var offset: ByteOffset
  }

  /// Arrays and objects inside one another.
  package static let depthLimit = 512

  private let bytes: UnsafeRawBufferPointer
  private var i = 0
  private var depth = 0

  private let replacesHalfPairs: Bool

  init(_ bytes: UnsafeRawBufferPointer, replacesHalfPairs: Bool = false) {
    self.bytes = bytes
    self.replacesHalfPairs = replacesHalfPairs
  }

  mutating func whole() throws(Fault) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
    let result = try value()
    skipSpaces()
    guard i == bytes.count else { throw fault }
    return result
  }

  private var fault: Fault { Fault(offset: ByteOffset(i)) }

  private mutating func skipSpaces() {
    while i < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[i]) { i += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard i < bytes.count, bytes[i] == UInt8(ascii: character) else { return false }
    i += 1
    return true
  }

  private mutating func value() throws(Fault) -> JSONValue {
    skipSpaces()
    guard i < bytes.count else { throw fault }
    switch bytes[i] {
    case UInt8(ascii: "{"): return try nested { reader throws(Fault) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(Fault) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default:
      if word("true") { return .bool(true) }
      if word("false") { return .bool(false) }
      if word("null") { return .null }
      throw fault
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(Fault) -> JSONValue
  ) throws(Fault) -> JSONValue {
    guard depth < Self.depthLimit else { throw fault }
    i += 1
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func object() throws(Fault) -> JSONValue {
    var fields: [String: JSONValue] = [:]
    if take("}") { return .object(fields) }
    repeat {
      skipSpaces()
      let name = try string()
      guard fields[name] == nil, take(":") else { throw fault }
      fields[name] = try value()
    } while take(",")
    guard take("}") else { throw fault }
    return .object(fields)
  }

  private mutating func array() throws(Fault) -> JSONValue {
    var items: [JSONValue] = []
    if take("]") { return .array(items) }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw fault }
    return .array(items)
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i + count <= bytes.count else { return false }
    for k in 0..<count where bytes[i + k] != word.utf8Start[k] { return false }
    i += count
    return true
  }

  private mutating func number() throws(Fault) -> String {
    let start = i
    func byte() -> UInt8 { i < bytes.count ? bytes[i] : 0 }
    func digits() throws(Fault) {
      guard byte().isASCIIDigit else { throw fault }
      while byte().isASCIIDigit { i += 1 }
    }
    if byte() == UInt8(ascii: "-") { i += 1 }
    if byte() == UInt8(ascii: "0") { i += 1 } else { try digits() }
    if byte() == UInt8(ascii: ".") {
      i += 1
      try digits()
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      i += 1
      if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { i += 1 }
      try digits()
    }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<i]), as: UTF8.self)
  }

  // MARK: Strings

  private mutating func string() throws(Fault) -> String {
    guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") else { throw fault }
    i += 1
    var text = try verbatim()
    while bytes[i] != UInt8(ascii: "\"") {
      text.unicodeScalars.append(try escape())
      text += try verbatim()
    }
    i += 1
    return text
  }

  /// What stands before the next quotation mark or backslash, which is there.
  private mutating func verbatim() throws(Fault) -> String {
    let start = i
    while i < bytes.count, bytes[i] != UInt8(ascii: "\""), bytes[i] != UInt8(ascii: "\\") {
      guard bytes[i] >= 0x20 else { throw fault }
      i += 1
    }
    guard i < bytes.count else { throw fault }
    guard
      let text = String(
        validating: UnsafeRawBufferPointer(rebasing: bytes[start..<i]), as: UTF8.self)
    else {
      i = start
      throw fault
    }
    return text
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    guard i + 1 < bytes.count else { throw fault }
    let letter = bytes[i + 1]
    if letter == UInt8(ascii: "u") {
      let first = try unit()
      if let scalar = Unicode.Scalar(first) { return scalar }
      let afterFirst = i
      if first < 0xDC00, let second = replacesHalfPairs ? try? unit() : try unit(),
        (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
      guard replacesHalfPairs else { throw fault }
      i = afterFirst
      return "\u{FFFD}"
    }
    i += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    default: throw fault
    }
  }

  /// The UTF-16 unit of `\uXXXX`.
  private mutating func unit() throws(Fault) -> UInt32 {
    guard i + 6 <= bytes.count, bytes[i] == UInt8(ascii: "\\"), bytes[i + 1] == UInt8(ascii: "u")
    else { throw fault }
    var unit: UInt32 = 0
    for byte in bytes[i + 2..<i + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault
      }
      unit = unit << 4 | UInt32(digit)
    }
    i += 6
    return unit
  }
}
