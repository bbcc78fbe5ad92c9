import Dispatch
import Zhubi
import ZhubiPolicy
import ZhubiText

/// Reads documents from JSON Lines: one object with `id` and `text` or `html` per line.
struct JSONLinesInput {
  let reading: Reading
  let options: TextScanner.Options

  /// Scans every line and reports in order; a line that is no document is reported under its
  /// number. Lines of one megabyte are scanned at the same time.
  func scan(
    _ handle: FileHandle, name: String, _ report: (DocumentReport) -> Void
  ) throws(FileError) {
    var carried: [UInt8] = []
    var number = 0
    while !reading.isStopped() {
      let bytes = try handle.read(upTo: 1 << 20)
      reading.progress(bytes.count)
      carried += bytes
      var lines: [(number: Int, range: Range<Int>)] = []
      var start = 0
      func add(_ range: Range<Int>) {
        number += 1
        let isEmpty = carried[range].allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
        if !isEmpty { lines.append((number, range)) }
      }
      while let end = carried[start...].firstIndex(of: 0x0A) {
        add(start..<end)
        start = end + 1
      }
      if bytes.isEmpty, start < carried.count {
        add(start..<carried.count)
        start = carried.count
      }
      let slots = ReportSlots(count: lines.count)
      let (whole, batch) = (carried, lines)
      DispatchQueue.concurrentPerform(iterations: batch.count) { index in
        if reading.isStopped() { return }
        slots[index] = [self.report(whole[batch[index].range], "\(name):\(batch[index].number)")]
      }
      for index in lines.indices {
        guard let reports = slots[index] else { return }
        reports.forEach(report)
      }
      carried.removeSubrange(..<start)
      if bytes.isEmpty { return }
    }
  }

  private func report(_ bytes: ArraySlice<UInt8>, _ place: String) -> DocumentReport {
    let scanner = reading.scanner
    let fields = (try? JSONValue(bytes: bytes))?.fields ?? [:]
    let isForm = Self.texts.allSatisfy {
      [.none, .null].contains(fields[$0]) || fields[$0]?.text != nil
    }
    guard isForm, let content = fields["text"]?.text ?? fields["html"]?.text else {
      return PendingDocument.unread(
        place, "不是含有 text 或 html 的 JSON 对象 not a JSON object with text or html", scanner, options)
    }
    var options = options
    if let name = fields["profile"]?.text {
      guard let profile = Profile.named(name) else {
        return PendingDocument.unread(place, "未知的体裁 unknown profile", scanner, options)
      }
      options.profile = profile
    }
    var document = DocumentReader().read(
      text: content, id: Self.id(fields["id"]) ?? place,
      format: fields["text"]?.text == nil ? .html : .text)
    if let text = fields["date"]?.text {
      guard let date = CalendarDate(text) else {
        return PendingDocument.unread(place, "日期无法读懂 unreadable date", scanner, options)
      }
      document.record.date = date
    }
    document.record.title = fields["title"]?.text
    document.record.url = fields["url"]?.text
    options.baselineName = document.id
    var found = scanner.scan(document, options: options)
    if let limit = reading.settings.configuration.findingLimit?.value { found.limit(to: limit) }
    return found
  }

  /// The fields that are read besides the id; each is a string or left out.
  private static let texts = ["text", "html", "date", "title", "url", "profile"]

  /// An id may be written as a string or as a number.
  private static func id(_ value: JSONValue?) -> String? {
    if case .number(let digits) = value { return digits }
    return value?.text
  }
}
