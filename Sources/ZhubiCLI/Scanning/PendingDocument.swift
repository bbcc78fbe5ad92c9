import Zhubi
import ZhubiAttachments
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// How documents of one run are read.
struct Reading: Sendable {
  var scanner: TextScanner
  var settings: RunSettings
  /// `auto`, `jsonl`, or the name of a form.
  var form: String
  /// Says something that is no part of the report.
  var note: @Sendable (String) -> Void = { _ in }
  /// Asked between documents and windows.
  var isStopped: @Sendable () -> Bool = { false }
  /// Told how many bytes were read.
  var progress: @Sendable (Int) -> Void = { _ in }
}

/// A document not read yet, or the reason why there is none.
enum PendingDocument: Sendable {
  case file(path: String)
  case standardInput
  case missing(path: String, reason: String)
  /// Bytes that are here already; `path` is what settings are looked up by.
  case content(name: String, path: String, bytes: [UInt8])

  /// Files larger than this are read in windows.
  private static let windowed = 16 << 20

  /// The name it is reported under.
  var name: String {
    switch self {
    case .file(let path), .missing(let path, _): path
    case .standardInput: "-"
    case .content(let name, _, _): name
    }
  }

  /// Bytes to read; 0 when nobody knows.
  var size: Int {
    switch self {
    case .file(let path): FileSystem.size(of: path) ?? 0
    case .content(_, _, let bytes): bytes.count
    case .standardInput, .missing: 0
    }
  }

  /// The path that profiles, suppressions and baselines go by.
  private var settingsPath: String {
    if case .content(_, let path, _) = self { return path }
    return name
  }

  /// Reads and scans; what cannot be read is a report of its own. A baseline gives no report.
  func reports(_ reading: Reading) -> [DocumentReport] {
    var reports: [DocumentReport] = []
    eachReport(reading) { reports.append($0) }
    return reports
  }

  /// Reads and scans, and hands reports on as they come: one for a file, one for each JSON line.
  func eachReport(_ reading: Reading, _ report: (DocumentReport) -> Void) {
    let options = reading.settings.options(for: settingsPath)
    do {
      switch self {
      case .missing(let path, let reason):
        report(Self.unread(path, reason, reading.scanner, options))
      case .standardInput:
        try read(FileHandle.standardInput(), size: nil, reading, options, report)
      case .file(let path):
        let size = FileSystem.size(of: path)
        if let limit = reading.settings.configuration.fileLimit?.value, let size, size > limit {
          report(Self.tooLarge(path, size, limit, reading.scanner, options))
          return
        }
        try read(FileHandle(reading: path), size: size, reading, options, report)
      case .content(_, _, let bytes):
        scan(bytes, reading, options, report)
      }
    } catch {
      report(Self.unread(name, error.reason, reading.scanner, options))
    }
  }

  private func read(
    _ handle: FileHandle, size: Int?, _ reading: Reading, _ options: TextScanner.Options,
    _ report: (DocumentReport) -> Void
  ) throws(FileError) {
    if reading.form == "jsonl" {
      try JSONLinesInput(reading: reading, options: options).scan(handle, name: name, report)
      return
    }
    if let size, size <= Self.windowed {
      return scan(try handle.readAll(), reading, options, report)
    }
    let head = try handle.read(upTo: Self.windowed)
    if head.count < Self.windowed { return scan(head, reading, options, report) }
    guard attachment(head: head, reading) == .text else {
      return try scanWhole(head, handle, size, isAttachment: true, reading, options, report)
    }
    let format =
      DocumentFormat(rawValue: reading.form) ?? DocumentFormat(fileName: name)
      ?? DocumentFormat(sniffing: head)
    guard format == .text else {
      return try scanWhole(head, handle, size, isAttachment: false, reading, options, report)
    }
    var scan = WindowedScan()
    if let limit = reading.settings.configuration.findingLimit?.value { scan.findingLimit = limit }
    var first = head[...]
    let whole = try scan.scan(
      id: name, scanner: reading.scanner, options: options, isStopped: reading.isStopped
    ) { count throws(FileError) in
      var bytes = Array(first.prefix(count))
      first = first.dropFirst(count)
      if bytes.count < count { bytes += try handle.read(upTo: count - bytes.count) }
      reading.progress(bytes.count)
      return bytes
    }
    report(whole)
  }

  /// Scans what must be held as a whole. Beyond the limit an attachment is not read at all; of markup
  /// and tables the beginning is.
  private func scanWhole(
    _ head: [UInt8], _ handle: FileHandle, _ size: Int?, isAttachment: Bool, _ reading: Reading,
    _ options: TextScanner.Options, _ report: (DocumentReport) -> Void
  ) throws(FileError) {
    let limit = reading.settings.wholeLimit
    var bytes = head
    if size.map({ $0 <= limit }) ?? true, limit > head.count {
      bytes.reserveCapacity(min(size ?? 0, limit) + 1)
      while bytes.count <= limit {
        let more = try handle.read(upTo: min(1 << 22, limit + 1 - bytes.count))
        if more.isEmpty { break }
        bytes += more
      }
      if bytes.count <= limit { return scan(bytes, reading, options, report) }
    } else if size == nil, head.count <= limit {
      let more = try handle.read(upTo: 1)
      if more.isEmpty { return scan(bytes, reading, options, report) }
    }
    if isAttachment {
      report(Self.tooLarge(name, size, limit, reading.scanner, options))
      return
    }
    bytes.removeSubrange(min(limit, bytes.count)...)
    bytes.removeSubrange(DocumentReader.readable(bytes)...)
    let problem = ReadingProblem(
      .limitReached, chinese: "文档超过 \(limit) 字节（limits.document-size），其后未扫描",
      english:
        "the document is larger than \(limit) bytes (limits.document-size), nothing behind them was scanned"
    )
    scan(bytes, reading, options, cut: problem, report)
  }

  private func scan(
    _ bytes: [UInt8], _ reading: Reading, _ options: TextScanner.Options,
    cut: ReadingProblem? = nil, _ report: (DocumentReport) -> Void
  ) {
    reading.progress(bytes.count)
    let format = DocumentFormat(rawValue: reading.form) ?? DocumentFormat(fileName: name)
    if Baseline.looksLike(bytes), (try? Baseline(bytes, path: name)) != nil {
      reading.note(
        reading.settings.language.pick("基线文件不扫描：\(name)", "a baseline is not scanned: \(name)"))
      return
    }
    var document: Document
    switch attachment(head: bytes, reading) {
    case .text:
      document = reading.settings.documentReader.read(
        bytes, id: name, format: format ?? DocumentFormat(sniffing: bytes))
    case .attachment(let form):
      document = reading.settings.attachmentReader.read(bytes, id: name, format: form)
    case .unknown: document = Self.unknown(name)
    }
    if let cut { document.problems.append(cut) }
    var found = reading.scanner.scan(document, options: options)
    if let findingLimit = reading.settings.configuration.findingLimit?.value {
      found.limit(to: findingLimit)
    }
    report(found)
  }

  /// Whether the content is an attachment; a form that is given decides alone.
  private func attachment(head: [UInt8], _ reading: Reading) -> AttachmentForm.Reading {
    if reading.form == "auto" { return AttachmentForm.reading(fileName: name, head: head) }
    return AttachmentForm(rawValue: reading.form).map { .attachment($0.rawValue) } ?? .text
  }

  private static func unknown(_ id: String) -> Document {
    var document = Document(id: id, source: [], parts: [])
    document.problems = [
      ReadingProblem(
        .unsupported, chinese: "不认识的格式，未读", english: "a format that is not known, not read")
    ]
    return document
  }

  static func unread(
    _ id: String, _ reason: String, _ scanner: TextScanner, _ options: TextScanner.Options
  ) -> DocumentReport {
    var document = Document(id: id, text: "")
    document.problems = [
      ReadingProblem(
        .unreadable, chinese: "无法读取：\(reason)", english: "cannot be read: \(reason)")
    ]
    return scanner.scan(document, options: options)
  }

  private static func tooLarge(
    _ id: String, _ size: Int?, _ limit: Int, _ scanner: TextScanner, _ options: TextScanner.Options
  ) -> DocumentReport {
    var document = Document(id: id, text: "")
    document.problems = [
      ReadingProblem(
        .limitReached, chinese: "文件\(size.map { " \($0) 字节，" } ?? "")超过上限 \(limit)，未扫描",
        english: "\(size.map { "\($0) bytes, " } ?? "")above the limit of \(limit); not scanned")
    ]
    return scanner.scan(document, options: options)
  }
}
