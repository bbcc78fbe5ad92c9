/// Texts inside a page: never markup, never able to reorder or hide what stands around them.
public enum HTMLText {
  /// Escaped text. Hidden characters are drawn by their number, in a box of their own.
  public static func content(_ text: String) -> String { content(text.unicodeScalars) }

  static func content(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      defer { previous = scalar }
      switch VisibleText.kind(of: scalar) {
      case .plain: result += escape(scalar)
      case .lineBreak:
        if scalar != "\n" || previous != "\r" { result += "<span class=\"cp\">\u{23CE}</span>" }
      case .hidden:
        result +=
          scalar == "\t" ? " " : "<span class=\"cp\">\(VisibleText.number(of: scalar))</span>"
      }
    }
    return result
  }

  /// Text inside a quoted attribute.
  public static func attribute(_ text: String) -> String {
    VisibleText.line(text).unicodeScalars.map(escape).joined()
  }

  /// A name that must not change the direction of the line it stands in.
  static func isolated(_ text: String, class name: String) -> String {
    "<bdi class=\"\(name)\">\(content(text))</bdi>"
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: String(scalar)
    }
  }
}
