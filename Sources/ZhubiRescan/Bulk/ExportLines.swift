#if Rescan
  import Foundation
  import Zhubi
  import ZhubiDetection
  import ZhubiPolicy
  import ZhubiText

  /// An export of a database as JSON Lines, read from a pipe or a file; one line is held at a time.
  struct ExportLines: DocumentSource {
    let name: String
    let isComplete: Bool
    /// Bytes of the longest line that is read.
    static let longestLine = 64 << 20

    /// Bytes of the whole; nil for a pipe.
    private let size: Int?
    private var taken = 0
    private let handle: Zhubi.FileHandle
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0
    private var isAtEnd = false
    private var isSkipping = false

    /// - Parameter isComplete: whether documents that are not in the export exist no more.
    init(_ handle: Zhubi.FileHandle, name: String, isComplete: Bool, size: Int? = nil) {
      self.size = size
      self.handle = handle
      self.name = name
      self.isComplete = isComplete
    }

    var share: Double? {
      size.map { $0 == 0 ? 1 : min(1, Double(taken - (buffer.count - start)) / Double($0)) }
    }

    mutating func next() -> Candidate? {
      while true {
        if let end = buffer[start...].firstIndex(of: 0x0A) {
          if let line = take(to: end, next: end + 1) { return line }
          continue
        }
        if isAtEnd {
          if start < buffer.count, let line = take(to: buffer.count, next: buffer.count) {
            return line
          }
          return nil
        }
        if buffer.count - start > Self.longestLine {
          buffer = []
          start = 0
          if !isSkipping {
            isSkipping = true
            return .trouble(
              key: "\(name):\(number + 1)", reason: "一行过长，未读取 a line too long, not read")
          }
        }
        buffer.removeSubrange(..<start)
        start = 0
        do {
          let more = try handle.read(upTo: 1 << 20)
          isAtEnd = more.isEmpty
          taken += more.count
          buffer += more
        } catch {
          isAtEnd = true
          return .trouble(key: "/", reason: error.reason)
        }
      }
    }

    private mutating func take(to end: Int, next: Int) -> Candidate? {
      let line = buffer[start..<end]
      start = next
      number += 1
      if isSkipping {
        isSkipping = false
        return nil
      }
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return nil }
      return .line(number: number, bytes: ArraySlice(Array(line)))
    }
  }

  /// One line of an export.
  struct ExportRecord: Decodable {
    var id: ID?
    var text: String?
    var html: String?
    var date: String?
    var title: String?
    var url: String?
    var profile: String?
    var column: String?
    var department: String?

    /// An id may be written as a string or as a number.
    struct ID: Decodable {
      var text: String

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          text = String(number)
        } else {
          text = try container.decode(String.self)
        }
      }
    }

    enum Failure: Error {
      case notADocument
      case date
      case profile

      var reason: String {
        switch self {
        case .notADocument:
          "不是含有 id（或 url）及 text（或 html）的 JSON 对象 not a JSON object with id (or url) and text (or html)"
        case .date: "日期无法读懂 unreadable date"
        case .profile: "未知的体裁 unknown profile"
        }
      }
    }

    static func read(_ bytes: ArraySlice<UInt8>) throws(Failure) -> ExportRecord {
      guard let record = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
        record.text != nil || record.html != nil, record.id != nil || record.url != nil
      else { throw .notADocument }
      return record
    }

    /// The name of the document: its id, else its address.
    var key: String { id?.text ?? url ?? "" }

    /// The document behind the line.
    func document(_ reader: DocumentReader) throws(Failure) -> Document {
      var document = reader.read(
        text: text ?? html ?? "", id: key, format: text == nil ? .html : .text)
      if let date {
        guard let day = CalendarDate(date) else { throw .date }
        document.record.date = day
      }
      document.record.title = title
      document.record.url = url
      return document
    }

    func profileGiven() throws(Failure) -> Profile? {
      guard let profile else { return nil }
      guard let known = Profile.named(profile) else { throw .profile }
      return known
    }
  }
#endif
