/// The bytes between the helper process and whoever asked it.
///
/// Eight bytes name the version; then come records, each a tag byte, the length of its content as
/// 32 bits (least byte first), and the content; a record `E` without content ends the answer. An
/// answer without that end is one whose writer died.
public enum ExchangeCode {
  public static let signature = Array("ZHUBIAT2".utf8)
  public static let end: [UInt8] = [0x45, 0, 0, 0, 0]

  private enum Tag {
    static let part: UInt8 = 0x50
    static let file: UInt8 = 0x46
    static let problem: UInt8 = 0x58
    static let end: UInt8 = 0x45
  }

  /// The bytes of one record.
  public static func encode(_ record: AttachmentRecord) -> [UInt8] {
    var content = Content()
    let tag: UInt8
    switch record {
    case .part(let part):
      tag = Tag.part
      content.bytes.reserveCapacity(part.text.count + part.tables.reduce(64) { $0 + $1.count * 28 })
      content.bytes += [part.role.rawValue, part.joinsLines ? 1 : 0]
      content.put(part.place)
      content.put(part.text)
      content.put(part.tables.count)
      for cells in part.tables {
        content.put(cells.count)
        for cell in cells {
          content.put(cell.row)
          content.put(cell.column)
          content.put(cell.rowSpan)
          content.put(cell.columnSpan)
          content.put(cell.isHeader ? 1 : 0)
          content.put(cell.range.lowerBound)
          content.put(cell.range.upperBound)
        }
      }
      content.put(part.boxes.count)
      for box in part.boxes {
        content.put(box.range.lowerBound)
        content.put(box.range.upperBound)
        for number in [box.left, box.top, box.width, box.height, box.confidence] {
          content.put(number)
        }
      }
    case .file(let place, let bytes):
      tag = Tag.file
      content.put(place)
      content.put(bytes)
    case .problem(let problem):
      tag = Tag.problem
      content.bytes.append(problem.kind.rawValue)
      content.put(problem.place)
      content.put(Array(problem.chinese.utf8))
      content.put(Array(problem.english.utf8))
    }
    var head = Content()
    head.bytes.append(tag)
    head.put(content.bytes.count)
    return head.bytes + content.bytes
  }

  /// Reads an answer as far as it goes; `isComplete` tells whether its end was there.
  public static func decode(_ bytes: [UInt8]) -> (records: [AttachmentRecord], isComplete: Bool) {
    var cursor = Cursor(bytes: bytes)
    guard cursor.take(signature.count).map({ bytes[$0].elementsEqual(signature) }) == true else {
      return ([], false)
    }
    var records: [AttachmentRecord] = []
    while let tag = cursor.byte(), let length = cursor.number(),
      let range = cursor.take(length)
    {
      if tag == Tag.end { return (records, cursor.isAtEnd) }
      var content = Cursor(bytes: bytes, from: range.lowerBound, to: range.upperBound)
      guard let record = content.record(tag), content.isAtEnd else { return (records, false) }
      records.append(record)
    }
    return (records, false)
  }

  private struct Content {
    var bytes: [UInt8] = []

    mutating func put(_ number: Int) {
      let value = UInt32(clamping: number)
      bytes.append(UInt8(truncatingIfNeeded: value))
      bytes.append(UInt8(truncatingIfNeeded: value >> 8))
      bytes.append(UInt8(truncatingIfNeeded: value >> 16))
      bytes.append(UInt8(truncatingIfNeeded: value >> 24))
    }

    mutating func put(_ text: [UInt8]) {
      put(text.count)
      bytes += text
    }

    mutating func put(_ place: AttachmentPlace) {
      put(place.count)
      for name in place { put(name) }
    }
  }

  private struct Cursor {
    let bytes: [UInt8]
    private var next: Int
    private let limit: Int

    init(bytes: [UInt8], from start: Int = 0, to limit: Int? = nil) {
      self.bytes = bytes
      next = start
      self.limit = limit ?? bytes.count
    }

    var isAtEnd: Bool { next == limit }

    mutating func take(_ count: Int) -> Range<Int>? {
      guard count >= 0, count <= limit - next else { return nil }
      defer { next += count }
      return next..<next + count
    }

    mutating func byte() -> UInt8? { take(1).map { bytes[$0.lowerBound] } }

    mutating func number() -> Int? {
      guard let place = take(4) else { return nil }
      let k = place.lowerBound
      return Int(bytes[k]) | Int(bytes[k + 1]) << 8 | Int(bytes[k + 2]) << 16
        | Int(bytes[k + 3]) << 24
    }

    mutating func text() -> [UInt8]? {
      guard let count = number(), let range = take(count) else { return nil }
      return Array(bytes[range])
    }

    mutating func place() -> AttachmentPlace? {
      guard let count = number(), count <= 64 else { return nil }
      var names: AttachmentPlace = []
      for _ in 0..<count {
        guard let name = text() else { return nil }
        names.append(name)
      }
      return names
    }

    mutating func record(_ tag: UInt8) -> AttachmentRecord? {
      switch tag {
      case Tag.part: return part()
      case Tag.file:
        guard let place = place(), let bytes = text() else { return nil }
        return .file(place: place, bytes: bytes)
      case Tag.problem:
        guard let kind = byte().flatMap(AttachmentProblem.Kind.init(rawValue:)),
          let place = place(), let chinese = text(), let english = text()
        else { return nil }
        return .problem(
          AttachmentProblem(
            kind, place: place, chinese: String(decoding: chinese, as: UTF8.self),
            english: String(decoding: english, as: UTF8.self)))
      default: return nil
      }
    }

    private mutating func part() -> AttachmentRecord? {
      guard let role = byte().flatMap(AttachmentPart.Role.init(rawValue:)), let joins = byte(),
        let place = place(), let text = text(), let count = number(), count <= 1 << 20
      else { return nil }
      var tables: [[AttachmentCell]] = []
      for _ in 0..<count {
        guard let cells = cells(in: text.count) else { return nil }
        tables.append(cells)
      }
      guard let boxes = boxes(in: text.count) else { return nil }
      return .part(
        AttachmentPart(
          role, place: place, text: text, tables: tables, joinsLines: joins == 1, boxes: boxes))
    }

    /// Boxes in the order of their texts.
    private mutating func boxes(in length: Int) -> [AttachmentBox]? {
      guard let count = number(), count * 28 <= limit - next else { return nil }
      var boxes: [AttachmentBox] = []
      boxes.reserveCapacity(count)
      for _ in 0..<count {
        guard let start = number(), let end = number(), let left = number(), let top = number(),
          let width = number(), let height = number(), let confidence = number(),
          start <= end, end <= length, start >= boxes.last?.range.upperBound ?? 0
        else { return nil }
        boxes.append(
          AttachmentBox(
            range: start..<end, left: left, top: top, width: width, height: height,
            confidence: confidence))
      }
      return boxes
    }

    /// Cells whose rows grow and whose texts lie inside the text.
    private mutating func cells(in length: Int) -> [AttachmentCell]? {
      guard let count = number(), count * 28 <= limit - next else { return nil }
      var cells: [AttachmentCell] = []
      cells.reserveCapacity(count)
      for _ in 0..<count {
        guard let row = number(), let column = number(), let height = number(),
          let width = number(), let header = number(), let start = number(), let end = number(),
          start <= end, end <= length, row <= 1 << 20, row >= cells.last?.row ?? 0
        else { return nil }
        cells.append(
          AttachmentCell(
            row: row, column: column, rowSpan: max(height, 1), columnSpan: max(width, 1),
            isHeader: header == 1, range: start..<end))
      }
      return cells
    }
  }
}
