import ZhubiText

/// Every text of an image once, by number.
struct StringPool {
  private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}

/// Writes values one after another into bytes.
struct ImageWriter {
  private(set) var bytes: [UInt8] = []
  var pool = StringPool()

  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ value: String) {
    var value = value
    value.withUTF8 {
      number($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  /// A text that stands in the pool.
  mutating func shared(_ value: String) { number(pool.number(of: value)) }

  mutating func list<T>(_ values: [T], _ write: (inout ImageWriter, T) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads back what `ImageWriter` wrote.
///
/// An image's checksum is tested before anything is read; should its numbers be wrong all the same,
/// reading stops at the end of the bytes and gives empty values instead of leaving them.
struct ImageReader {
  private let bytes: UnsafeRawBufferPointer
  private let pool: (Int) -> String
  private var position: Int

  init(
    _ bytes: UnsafeRawBufferPointer, at position: Int = 0,
    pool: @escaping (Int) -> String = { _ in "" }
  ) {
    self.bytes = bytes
    self.position = position
    self.pool = pool
  }

  mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position >= 0, position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    position = bytes.count
    return 0
  }

  mutating func text() -> String {
    let count = number()
    guard count >= 0, count <= bytes.count - position else {
      position = bytes.count
      return ""
    }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func shared() -> String { pool(number()) }

  mutating func list<T>(_ read: (inout ImageReader) -> T) -> [T] {
    let count = number()
    guard count >= 0, count <= bytes.count - position else { return [] }
    return (0..<count).map { _ in read(&self) }
  }
}

extension LexiconEntry {
  /// Everything but what stands in the entry's head.
  func write(to writer: inout ImageWriter) {
    writer.shared(rule.text)
    writer.shared(term)
    writer.number(pattern == nil ? 0 : 1)
    writer.shared(severity?.rawValue ?? "")
    writer.shared(confidence.rawValue)
    writer.list(suggestions) { $0.shared($1) }
    writer.list(unless) { $1.write(to: &$0) }
    writer.list(only) { $1.write(to: &$0) }
    writer.shared(source)
    writer.shared(note)
    writer.shared(pack)
    writer.number(layer)
    let colon = place.lastIndex(of: ":") ?? place.endIndex
    writer.shared(String(place[..<colon]))
    writer.number(Int(place[colon...].dropFirst()) ?? 0)
  }

  init(from reader: inout ImageReader, since: CalendarDate?, until: CalendarDate?) {
    rule = RuleID(reader.shared()) ?? "scan.dead-rule"
    term = reader.shared()
    pattern = reader.number() == 0 ? nil : term
    severity = Severity(rawValue: reader.shared())
    confidence = Confidence(rawValue: reader.shared()) ?? .certain
    suggestions = reader.list { $0.shared() }
    unless = reader.list { Condition(from: &$0) }
    only = reader.list { Condition(from: &$0) }
    self.since = since
    self.until = until
    source = reader.shared()
    note = reader.shared()
    pack = reader.shared()
    layer = reader.number()
    let file = reader.shared()
    place = "\(file):\(reader.number())"
  }
}

extension Condition {
  fileprivate func write(to writer: inout ImageWriter) {
    switch self {
    case .phrase(let text):
      writer.number(0)
      writer.shared(text)
    case .named(let name, let arguments):
      writer.number(1)
      writer.shared(name)
      writer.list(arguments) { $0.shared($1) }
    case .doubt(let inner):
      writer.number(2)
      inner.write(to: &writer)
    }
  }

  fileprivate init(from reader: inout ImageReader, depth: Int = 0) {
    switch reader.number() {
    case 0: self = .phrase(reader.shared())
    case 2 where depth == 0: self = .doubt(Condition(from: &reader, depth: 1))
    default:
      let name = reader.shared()
      self = .named(name, reader.list { $0.shared() })
    }
  }

  /// The named contexts inside.
  var names: [String] {
    switch self {
    case .phrase: []
    case .named(let name, _): [name]
    case .doubt(let inner): inner.names
    }
  }
}
