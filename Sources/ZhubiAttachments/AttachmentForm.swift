import AttachmentExchange
import ZhubiText

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
      return isUnknownBinary(head) ? .attachment("auto") : .text
    case .some: return .attachment("auto")
    case nil: break
    }
    // Text in form, but what it says is packed into letters.
    let ending = fileName.split(separator: ".").last?.lowercased() ?? ""
    if ["eml", "mht", "mhtml"].contains(ending), !head.isEmpty { return .unknown }
    let isBinary = isUnknownBinary(head)
    if let promised, isBinary || head.isEmpty { return .attachment(promised.rawValue) }
    return isBinary ? .unknown : .text
  }

  /// Whether bytes without a signature are no text in any encoding. O(bytes looked at), at most
  /// 64 KiB.
  static func isUnknownBinary(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(1 << 16))
    guard AttachmentSignature.looksBinary(head) else { return false }
    // Chinese text in UTF-16 has bytes of every kind, but is without a fault when read as what it
    // is; the head may end inside a character.
    let decoded = TextDecoder().decode(head)
    guard decoded.encoding == .utf16le || decoded.encoding == .utf16be else { return true }
    let controls = decoded.utf8.reduce(0) { $0 + ($1 < 0x20 && !(9...13).contains($1) ? 1 : 0) }
    return decoded.problems.count > (bytes.count > head.count ? 1 : 0)
      || controls * 100 > decoded.utf8.count
  }
}
