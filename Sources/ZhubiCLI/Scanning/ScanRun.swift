import Dispatch
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// One run over everything that was named on the command line.
///
/// Documents are read in the order given and reported in that order; up to `batch` of them are
/// scanned at the same time.
struct ScanRun {
  let scanner: TextScanner
  let options: TextScanner.Options
  let language: Language
  let form: String
  var summary = RunSummary()

  private static let batch = 32
  /// Files larger than this are read in windows.
  private static let windowed = 16 << 20

  init(
    scanner: TextScanner, options: TextScanner.Options, language: Language, form: String
  ) {
    self.scanner = scanner
    self.options = options
    self.language = language
    self.form = form
  }

  mutating func scan(_ paths: [String], report: (DocumentReport) -> Void) {
    var pending: [PendingDocument] = []
    for path in paths {
      for input in InputFiles.expand(path) {
        pending.append(input)
        if pending.count >= Self.batch { flush(&pending, report) }
      }
    }
    flush(&pending, report)
    if summary.documents == 0, summary.notRead.isEmpty {
      summary.addUnread(language.pick("没有可读的文件", "no file to read"))
    }
  }

  private mutating func flush(
    _ pending: inout [PendingDocument], _ report: (DocumentReport) -> Void
  ) {
    let results = ReportSlots(count: pending.count)
    let inputs = pending
    let (scanner, options, form) = (scanner, options, form)
    DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
      results[index] = inputs[index].reports(scanner, options, form: form)
    }
    for index in inputs.indices {
      for document in results[index] {
        summary.add(document)
        report(document)
      }
    }
    pending = []
  }
}

/// Results of documents scanned at the same time, each written by one thread only.
private final class ReportSlots: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<[DocumentReport]>

  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: [])
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  subscript(index: Int) -> [DocumentReport] {
    get { slots[index] }
    set { slots[index] = newValue }
  }
}

/// A document not read yet, or the reason why there is none.
enum PendingDocument: Sendable {
  case file(path: String)
  case standardInput
  case missing(path: String, reason: String)

  private static let windowed = 16 << 20

  /// Reads and scans; what cannot be read is a report of its own.
  func reports(
    _ scanner: TextScanner, _ options: TextScanner.Options, form: String
  ) -> [DocumentReport] {
    switch self {
    case .missing(let path, let reason):
      return [Self.unread(path, reason, scanner, options)]
    case .standardInput:
      return read(FileHandle.standardInput(), id: "-", size: nil, scanner, options, form)
    case .file(let path):
      do {
        let handle = try FileHandle(reading: path)
        return read(handle, id: path, size: FileSystem.size(of: path), scanner, options, form)
      } catch {
        return [Self.unread(path, error.reason, scanner, options)]
      }
    }
  }

  private func read(
    _ handle: FileHandle, id: String, size: Int?, _ scanner: TextScanner,
    _ options: TextScanner.Options, _ form: String
  ) -> [DocumentReport] {
    do {
      if form == "jsonl" {
        return try JSONLinesInput.reports(from: handle, name: id, scanner, options)
      }
      let format = DocumentFormat(rawValue: form) ?? DocumentFormat(fileName: id)
      if let size, size > Self.windowed, format == nil || format == .text {
        let report = try WindowedScan().scan(id: id, scanner: scanner, options: options) {
          count throws(FileError) in try handle.read(upTo: count)
        }
        return [report]
      }
      let bytes = try handle.readAll()
      let document = DocumentReader().read(
        bytes, id: id, format: format ?? DocumentFormat(sniffing: bytes))
      return [scanner.scan(document, options: options)]
    } catch {
      return [Self.unread(id, error.reason, scanner, options)]
    }
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
}
