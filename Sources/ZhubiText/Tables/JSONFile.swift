/// A JSON text being read: a strict walker that keeps offsets and never recurses.
struct JSONFile {
  private enum Open { case object, array }

  private let source: [UInt8]
  private let isLines: Bool
  private let limits: HTMLReader.Limits
  private var body = PartBuilder()
  private var rows: [[TextCell]] = []
  private var row: [TextCell] = []
  private var isInRow = false
  private var cellCount = 0
  private var problems = ProblemList()
  private var stack: [Open] = []
  private var i: Int
  private let end: Int

  init(_ source: [UInt8], isLines: Bool, limits: HTMLReader.Limits) {
    self.source = source
    self.isLines = isLines
    self.limits = limits.clamped
    i = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var end = min(source.count, self.limits.textBytes)
    while end > 0, end < source.count, source[end] & 0xC0 == 0x80 { end -= 1 }
    self.end = end
  }

  mutating func read() -> DocumentReading {
    if end < source.count { problems.add(.textLimit, at: end..<source.count) }
    if !values() {
      problems.add(.malformedJSON, at: min(i, source.count)..<source.count)
      closeRow()
      // What is no JSON is text all the same.
      body.breakLine()
      if i < end { body.preserved(source, i..<end) }
    }
    closeRow()
    var reading = DocumentReading()
    if !body.isEmpty {
      reading.parts = [
        body.part(.body, label: "body", tables: rows.isEmpty ? [] : [TextTable(rows: rows)])
      ]
    }
    reading.problems = problems.all
    return reading
  }

  private mutating func skipSpaces() {
    while i < end, source[i].isHTMLSpace, source[i] != 0x0C { i += 1 }
  }

  private mutating func values() -> Bool {
    repeat {
      skipSpaces()
      if i == end { return isLines }
      guard value() else { return false }
      closeRow()
      skipSpaces()
    } while isLines && i < end
    return i == end
  }

  /// One value with all that it holds.
  private mutating func value() -> Bool {
    let floor = stack.count
    var expectsValue = true
    while true {
      skipSpaces()
      guard i < end else { return false }
      if expectsValue {
        switch source[i] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          guard let isEmpty = open(source[i] == UInt8(ascii: "{") ? .object : .array) else {
            return false
          }
          if !isEmpty { continue }
        case UInt8(ascii: "\""):
          beginCell(isKey: false)
          let from = body.count
          guard string() else { return false }
          endCell(from, isKey: false)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          guard number() else { return false }
        default:
          guard word("true") || word("false") || word("null") else { return false }
        }
        expectsValue = false
      } else if source[i] == UInt8(ascii: ",") {
        i += 1
        if stack.last == .object {
          guard key() else { return false }
        }
        expectsValue = true
      } else {
        guard source[i] == (stack.last == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          return false
        }
        i += 1
        stack.removeLast()
        closeRow()
      }
      if !expectsValue, stack.count == floor { return true }
    }
  }

  /// Opens an object or array; true when it is empty and closed again, nil when malformed.
  private mutating func open(_ kind: Open) -> Bool? {
    guard stack.count < 100_000 else { return nil }
    i += 1
    skipSpaces()
    guard i < end else { return nil }
    // The values of an array stand in the line of its key, those of an object in lines of their own.
    if kind == .object || stack.last == .array { closeRow() }
    if source[i] == (kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      i += 1
      return true
    }
    stack.append(kind)
    if kind == .object, !key() { return nil }
    return false
  }

  private mutating func key() -> Bool {
    skipSpaces()
    guard i < end, source[i] == UInt8(ascii: "\"") else { return false }
    closeRow()
    beginCell(isKey: true)
    let from = body.count
    guard string() else { return false }
    endCell(from, isKey: true)
    skipSpaces()
    guard i < end, source[i] == UInt8(ascii: ":") else { return false }
    i += 1
    return true
  }

  // MARK: Cells

  private mutating func beginCell(isKey: Bool) {
    if !isInRow {
      isInRow = true
      body.beginRow()
    }
    body.beginCell(isFirst: isKey || row.isEmpty)
  }

  private mutating func endCell(_ from: Int, isKey: Bool) {
    guard cellCount < limits.cells else {
      problems.add(.cellLimit, at: i..<i)
      return
    }
    cellCount += 1
    row.append(
      TextCell(
        row: rows.count, column: row.isEmpty && !isKey ? 1 : row.count, isHeader: isKey,
        range: body.trimmed(from: from)))
  }

  private mutating func closeRow() {
    guard isInRow else { return }
    isInRow = false
    if !row.isEmpty { rows.append(row) }
    row.removeAll(keepingCapacity: true)
    body.endRow()
  }

  // MARK: Scalars

  private mutating func word(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i + count <= end else { return false }
    for k in 0..<count where source[i + k] != word.utf8Start[k] { return false }
    i += count
    return true
  }

  private mutating func number() -> Bool {
    let start = i
    func digits(_ i: inout Int) -> Bool {
      let from = i
      while i < end, source[i].isASCIIDigit { i += 1 }
      return i > from
    }
    if source[i] == UInt8(ascii: "-") { i += 1 }
    let whole = i
    guard digits(&i), i == whole + 1 || source[whole] != UInt8(ascii: "0") else { return false }
    if i < end, source[i] == UInt8(ascii: ".") {
      i += 1
      guard digits(&i) else { return false }
    }
    if i < end, source[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      if i < end, source[i] == UInt8(ascii: "+") || source[i] == UInt8(ascii: "-") { i += 1 }
      guard digits(&i) else { return false }
    }
    beginCell(isKey: false)
    let from = body.count
    body.verbatim(source, start..<i)
    endCell(from, isKey: false)
    return true
  }

  /// A string whose opening quote stands at `i`; leaves `i` at what is wrong with it.
  private mutating func string() -> Bool {
    i += 1
    while true {
      let stop = ByteScan.first(
        UInt8(ascii: "\""), or: UInt8(ascii: "\\"), in: source, from: i, to: end)
      body.verbatim(source, i..<stop)
      i = stop
      guard stop < end else { return false }
      if source[stop] == UInt8(ascii: "\"") {
        i += 1
        return true
      }
      guard let (scalar, length) = escape(at: stop) else { return false }
      body.scalars(scalar, 0, for: stop..<stop + length, preserve: true)
      i = stop + length
    }
  }

  private func escape(at start: Int) -> (scalar: UInt32, length: Int)? {
    guard start + 1 < end else { return nil }
    switch source[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return (UInt32(source[start + 1]), 2)
    case UInt8(ascii: "b"): return (0x08, 2)
    case UInt8(ascii: "f"): return (0x0C, 2)
    case UInt8(ascii: "n"): return (0x0A, 2)
    case UInt8(ascii: "r"): return (0x0D, 2)
    case UInt8(ascii: "t"): return (0x09, 2)
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let high = unit(at: start + 2) else { return nil }
    if high & 0xFC00 == 0xD800, start + 7 < end, source[start + 6] == UInt8(ascii: "\\"),
      source[start + 7] == UInt8(ascii: "u"), let low = unit(at: start + 8), low & 0xFC00 == 0xDC00
    {
      return (0x10000 + (high & 0x3FF) << 10 + low & 0x3FF, 12)
    }
    return (high & 0xF800 == 0xD800 ? 0xFFFD : high, 6)
  }

  private func unit(at start: Int) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var value: UInt32 = 0
    for c in source[start..<start + 4] {
      if c.isASCIIDigit {
        value = value << 4 | UInt32(c - 0x30)
      } else if (c | 0x20) &- 0x61 < 6 {
        value = value << 4 | UInt32((c | 0x20) - 0x57)
      } else {
        return nil
      }
    }
    return value
  }
}
