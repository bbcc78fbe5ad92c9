import FoundationEssentials
import Zhubi
import ZhubiPolicy
import ZhubiText

/// Reads documents from JSON Lines: one object with `id` and `text` or `html` per line.
enum JSONLinesInput {
  private struct Record: Decodable {
    var id: ID?
    var text: String?
    var html: String?
    var date: String?
    var title: String?
    var url: String?
    var profile: String?
  }

  /// An id may be written as a string or as a number.
  private struct ID: Decodable {
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

  /// Scans every line in order; a line that is no document is reported under its number.
  static func reports(
    from handle: FileHandle, name: String, _ scanner: TextScanner,
    _ options: TextScanner.Options
  ) throws(FileError) -> [DocumentReport] {
    var reports: [DocumentReport] = []
    var carried: [UInt8] = []
    var number = 0
    let decoder = JSONDecoder()
    func line(_ bytes: ArraySlice<UInt8>) {
      number += 1
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
      reports.append(
        report(bytes, place: "\(name):\(number)", decoder, scanner, options))
    }
    while true {
      let bytes = try handle.read(upTo: 1 << 20)
      if bytes.isEmpty { break }
      carried += bytes
      var start = carried.startIndex
      while let end = carried[start...].firstIndex(of: 0x0A) {
        line(carried[start..<end])
        start = end + 1
      }
      carried.removeSubrange(..<start)
    }
    if !carried.isEmpty { line(carried[...]) }
    return reports
  }

  private static func report(
    _ bytes: ArraySlice<UInt8>, place: String, _ decoder: JSONDecoder, _ scanner: TextScanner,
    _ options: TextScanner.Options
  ) -> DocumentReport {
    guard let record = try? decoder.decode(Record.self, from: Data(bytes)),
      let content = record.text ?? record.html
    else {
      return PendingDocument.unread(
        place, "不是含有 text 或 html 的 JSON 对象 not a JSON object with text or html", scanner, options)
    }
    var options = options
    if let name = record.profile {
      guard let profile = Profile.named(name) else {
        return PendingDocument.unread(place, "未知的体裁 unknown profile", scanner, options)
      }
      options.profile = profile
    }
    var document = DocumentReader().read(
      text: content, id: record.id?.text ?? place, format: record.text == nil ? .html : .text)
    if let text = record.date {
      guard let date = CalendarDate(text) else {
        return PendingDocument.unread(place, "日期无法读懂 unreadable date", scanner, options)
      }
      document.record.date = date
    }
    document.record.title = record.title
    document.record.url = record.url
    return scanner.scan(document, options: options)
  }
}
