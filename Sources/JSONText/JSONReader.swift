/// Walks over a JSON text once.
struct JSONReader {
  private let bytes: [UInt8]
  private var i = 0
  private var depth = 0
  private let replacesHalfPairs: Bool

  init(_ bytes: [UInt8], replacesHalfPairs: Bool) {
    self.bytes = bytes
    self.replacesHalfPairs = replacesHalfPairs
  }

  mutating func whole() throws(JSONFault) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
    skipSpaces()
    let value = try value()
    skipSpaces()
    guard i == bytes.count else { throw fault(.notJSON) }
    return value
  }

  private func fault(_ reason: JSONFault.Reason) -> JSONFault { JSONFault(reason: reason, byte: i) }

  private mutating func skipSpaces() {
    while i < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[i]) { i += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard i < bytes.count, bytes[i] == byte else { return false }
    i += 1
    return true
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    guard i < bytes.count else { throw fault(.notJSON) }
    switch bytes[i] {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONFault) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONFault) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default:
      if word("true") { return .flag(true) }
      if word("false") { return .flag(false) }
      if word("null") { return .null }
      throw fault(.notJSON)
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONFault) -> JSONValue
  ) throws(JSONFault) -> JSONValue {
    guard depth < JSONValue.depthLimit else { throw fault(.tooDeep) }
    depth += 1
    i += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpaces()
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpaces()
      guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") else { throw fault(.notJSON) }
      let key = try string()
      guard keys.insert(key).inserted else { throw fault(.duplicateKey) }
      skipSpaces()
      guard take(UInt8(ascii: ":")) else { throw fault(.notJSON) }
      skipSpaces()
      members.append(JSONValue.Member(key: key, value: try value()))
      skipSpaces()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault(.notJSON) }
    return .object(members)
  }

  private mutating func array() throws(JSONFault) -> JSONValue {
    var elements: [JSONValue] = []
    skipSpaces()
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      skipSpaces()
      elements.append(try value())
      skipSpaces()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault(.notJSON) }
    return .array(elements)
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i + count <= bytes.count else { return false }
    for k in 0..<count where bytes[i + k] != word.utf8Start[k] { return false }
    i += count
    return true
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = i
    func digits(_ i: inout Int) -> Int {
      let from = i
      while i < bytes.count, (0x30...0x39).contains(bytes[i]) { i += 1 }
      return i - from
    }
    _ = take(UInt8(ascii: "-"))
    let whole = i
    let count = digits(&i)
    guard count == 1 || (count > 1 && bytes[whole] != UInt8(ascii: "0")) else {
      throw fault(.notJSON)
    }
    if take(UInt8(ascii: ".")), digits(&i) == 0 { throw fault(.notJSON) }
    if i < bytes.count, bytes[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits(&i) == 0 { throw fault(.notJSON) }
    }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  /// A string whose opening quote stands at `i`.
  private mutating func string() throws(JSONFault) -> String {
    i += 1
    let start = i
    i = plainEnd(from: i)
    if i < bytes.count, bytes[i] == UInt8(ascii: "\"") {
      defer { i += 1 }
      return try valid(bytes[start..<i], at: start)
    }
    var text = Array(bytes[start..<i])
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\""):
        i += 1
        return try valid(text[...], at: start)
      case UInt8(ascii: "\\"):
        text += try escape()
      case ..<0x20: throw fault(.notJSON)
      default:
        let end = plainEnd(from: i)
        text += bytes[i..<end]
        i = end
      }
    }
    throw fault(.notJSON)
  }

  /// Where the next quote, backslash or control character stands.
  private func plainEnd(from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var i = start
      while i < bytes.count, bytes[i] >= 0x20, bytes[i] != UInt8(ascii: "\""),
        bytes[i] != UInt8(ascii: "\\")
      { i += 1 }
      return i
    }
  }

  private func valid(_ slice: ArraySlice<UInt8>, at start: Int) throws(JSONFault) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw JSONFault(reason: .notUTF8, byte: start)
    }
    return text
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    guard i + 1 < bytes.count else { throw fault(.notJSON) }
    let kind = bytes[i + 1]
    i += 2
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [kind]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): break
    default: throw fault(.notJSON)
    }
    let first = try unit()
    if let scalar = Unicode.Scalar(UInt32(first)) { return Array(String(scalar).utf8) }
    let afterFirst = i
    if UTF16.isLeadSurrogate(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
      let second = replacesHalfPairs ? try? unit() : try unit(), UTF16.isTrailSurrogate(second)
    {
      return Array(String(UTF16.decode(UTF16.EncodedScalar([first, second]))).utf8)
    }
    guard replacesHalfPairs else { throw fault(.notUTF8) }
    i = afterFirst
    return [0xEF, 0xBF, 0xBD]
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(JSONFault) -> UInt16 {
    guard i + 4 <= bytes.count else { throw fault(.notJSON) }
    var unit: UInt16 = 0
    for byte in bytes[i..<i + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault(.notJSON)
      }
      unit = unit << 4 | UInt16(digit)
    }
    i += 4
    return unit
  }
}
