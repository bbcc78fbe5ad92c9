import AttachmentExchange
import Zhubi
import ZhubiAttachments
import ZhubiPolicy
import ZhubiText

extension ScanRequest {
  /// How a document that came is to be read.
  private enum Reading {
    case text(DocumentFormat?)
    case attachment(String)
    case unknown
  }

  /// Findings kept of one document.
  static let findingLimit = 10_000

  /// Whether reading it starts a process, or takes longer than a short request should.
  var isLong: Bool {
    switch content {
    case .text(let text, _): text.utf8.count > 256 << 10
    case .bytes(let bytes):
      if case .attachment = reading(of: bytes) { true } else { bytes.count > 256 << 10 }
    case nil: false
    }
  }

  /// Reads the document; what cannot be read is a problem of the document, never an error.
  func document(helper: String?, seconds: Int) -> Document {
    let id = id ?? name ?? "text"
    var document: Document
    switch content {
    case .text(let text, let format):
      let known = form.flatMap(DocumentFormat.init(rawValue:)) ?? format
      document = DocumentReader().read(
        text: text, id: id,
        format: known ?? name.flatMap { DocumentFormat(fileName: $0) } ?? .text)
    case .bytes(let bytes):
      switch reading(of: bytes) {
      case .text(let format):
        document = DocumentReader().read(
          bytes, id: id, format: format, declaredCharset: charset)
      case .attachment(let form):
        var limits = AttachmentLimits()
        limits.seconds = seconds
        document = AttachmentReader(helper: helper, limits: limits).read(
          bytes, id: id, format: form)
      case .unknown:
        document = Document(id: id, source: [], parts: [])
        document.problems = [
          ReadingProblem(
            .unsupported, chinese: "不认识的格式，未读", english: "a format that is not known, not read")
        ]
      }
    case nil: document = Document(id: id, text: "")
    }
    document.record = record
    return document
  }

  /// Reads and scans.
  func report(
    _ scanner: TextScanner, helper: String?, seconds: Double, _ notice: Workshop.Notice? = nil
  ) -> (report: DocumentReport, source: [UInt8]) {
    let document = document(helper: helper, seconds: max(1, Int(seconds)))
    var options = options
    if let notice { options.isStopped = { notice.isGivenUp } }
    var report = scanner.scan(document, options: options)
    report.limit(to: Self.findingLimit)
    return (report, extras.source ? document.source : [])
  }

  private func reading(of bytes: [UInt8]) -> Reading {
    if let form {
      if let format = DocumentFormat(rawValue: form) { return .text(format) }
      return .attachment(form)
    }
    let name = name ?? ""
    switch AttachmentForm.reading(fileName: name, head: Array(bytes.prefix(1 << 16))) {
    case .text: return .text(DocumentFormat(fileName: name))
    case .attachment(let form): return .attachment(form)
    case .unknown: return .unknown
    }
  }
}
