import AttachmentExchange

/// The formats read as attachments, by the names a caller may give them.
public enum AttachmentForm: String, Sendable, CaseIterable {
  case docx, xlsx, pptx, ofd, odt, ods, odp, pdf, zip, tar, gz, rar, doc, xls, ppt, rtf, image
  case sevenZip = "7z"

  /// The form the name of a file promises; nil when it promises none of these.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "docx", "docm", "dotx", "dotm": self = .docx
    case "xlsx", "xlsm", "xltx", "xltm", "xlsb": self = .xlsx
    case "pptx", "pptm", "ppsx", "ppsm", "potx": self = .pptx
    case "doc", "dot", "wps", "wpt": self = .doc
    case "xls", "xlt", "et", "ett": self = .xls
    case "ppt", "pps", "dps": self = .ppt
    case "png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp", "webp": self = .image
    case "tgz", "gz": self = .gz
    case let ending:
      guard let form = AttachmentForm(rawValue: ending), form != .image else { return nil }
      self = form
    }
  }

  /// How a file is to be read.
  public enum Reading: Sendable, Equatable {
    /// As text or markup.
    case text
    /// As an attachment; the name is the format expected, `auto` when the content tells.
    case attachment(String)
    /// Not at all: no text, and no format anybody knows.
    case unknown
  }

  /// Decides by the content, and by the name where the content says nothing.
  ///
  /// - Parameters:
  ///   - head: the first bytes, at best 64 KiB of them.
  public static func reading(fileName: String, head: [UInt8]) -> Reading {
    let promised = AttachmentForm(fileName: fileName)
    switch AttachmentSignature(head: head) {
    case .pdf? where promised != .pdf && !head.starts(with: Array("%PDF-".utf8)):
      // A text that speaks of PDF.
      return AttachmentSignature.looksBinary(head) ? .attachment("auto") : .text
    case .some: return .attachment("auto")
    case nil: break
    }
    let isBinary = AttachmentSignature.looksBinary(head)
    if let promised, isBinary || head.isEmpty { return .attachment(promised.rawValue) }
    return isBinary ? .unknown : .text
  }
}
