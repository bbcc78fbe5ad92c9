/// The forms a document may come in.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case text, html, markdown, json, csv, tsv

  /// The form the name of a file promises; nil when it promises nothing.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "html", "htm", "shtml", "xhtml", "xht", "xml", "rss", "atom", "svg": self = .html
    case "md", "markdown": self = .markdown
    case "json": self = .json
    case "csv": self = .csv
    case "tsv": self = .tsv
    default: return nil
    }
  }

  /// The form the first bytes look like.
  public init(sniffing bytes: some Sequence<UInt8>) {
    var head = ""
    for byte in bytes.prefix(1_024) {
      guard byte < 0x80 else { continue }
      head.unicodeScalars.append(Unicode.Scalar(byte))
    }
    head = String(head.lowercased().drop { $0.isWhitespace })
    let marks = [
      "<!doctype html", "<html", "<head", "<body", "<meta ", "<div", "<p>", "<table", "<?xml",
    ]
    self = marks.contains { head.hasPrefix($0) } || head.contains("<html") ? .html : .text
  }
}
