/// The pairs of a query (`a=1&b=%E6%9C%B1`), in the order they are written.
enum QueryText {
  /// - Throws: when a value is not UTF-8 written with valid escapes, or a name stands twice.
  static func pairs(_ query: String?) throws(ServiceError) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for piece in (query ?? "").utf8.split(separator: UInt8(ascii: "&")) {
      let halves = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decode(halves[0]),
        let value = halves.count == 2 ? decode(halves[1]) : "",
        !pairs.contains(where: { $0.name == name })
      else {
        throw ServiceError(400, "bad-query", "查询串有误", "the query is malformed")
      }
      pairs.append((name, value))
    }
    return pairs
  }

  /// The text behind `%XX` and `+`; nil when an escape is cut short or the bytes are not UTF-8.
  static func decode(_ text: some Collection<UInt8>, plusIsSpace: Bool = true) -> String? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+"), plusIsSpace {
        bytes.append(0x20)
      } else if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
