import ZhubiText

/// Writes values one after another into bytes.
struct ImageWriter {
  private(set) var bytes: [UInt8] = []

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

  mutating func list<T>(_ values: [T], _ write: (inout ImageWriter, T) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads back what `ImageWriter` wrote. The bytes are trusted: an image's checksum is tested first.
struct ImageReader {
  private let bytes: UnsafeRawBufferPointer
  private var position: Int

  init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
  }

  mutating func text() -> String {
    let count = number()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func list<T>(_ read: (inout ImageReader) -> T) -> [T] {
    let count = number()
    return (0..<count).map { _ in read(&self) }
  }
}

extension LexiconEntry {
  func write(to writer: inout ImageWriter) {
    writer.text(rule.text)
    writer.text(term)
    writer.text(pattern ?? "")
    writer.text(severity?.rawValue ?? "")
    writer.list(suggestions) { $0.text($1) }
    writer.list(unless) { $1.write(to: &$0) }
    writer.list(only) { $1.write(to: &$0) }
    writer.number(since?.dayNumber ?? Int.min)
    writer.number(until?.dayNumber ?? Int.min)
    writer.text(source)
    writer.text(note)
    writer.text(pack)
    writer.number(layer)
    writer.text(place)
  }

  init(from reader: inout ImageReader) {
    rule = RuleID(reader.text()) ?? "scan.dead-rule"
    term = reader.text()
    let expression = reader.text()
    pattern = expression.isEmpty ? nil : expression
    severity = Severity(rawValue: reader.text())
    suggestions = reader.list { $0.text() }
    unless = reader.list { Condition(from: &$0) }
    only = reader.list { Condition(from: &$0) }
    since = Self.date(reader.number())
    until = Self.date(reader.number())
    source = reader.text()
    note = reader.text()
    pack = reader.text()
    layer = reader.number()
    place = reader.text()
  }

  private static func date(_ number: Int) -> CalendarDate? {
    number == Int.min ? nil : CalendarDate(dayNumber: number)
  }
}

extension Condition {
  fileprivate func write(to writer: inout ImageWriter) {
    switch self {
    case .phrase(let text):
      writer.number(0)
      writer.text(text)
    case .named(let name, let arguments):
      writer.number(1)
      writer.text(name)
      writer.list(arguments) { $0.text($1) }
    }
  }

  fileprivate init(from reader: inout ImageReader) {
    if reader.number() == 0 {
      self = .phrase(reader.text())
    } else {
      let name = reader.text()
      self = .named(name, reader.list { $0.text() })
    }
  }
}
