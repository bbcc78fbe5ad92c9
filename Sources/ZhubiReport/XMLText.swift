/// Texts inside XML, where only some characters may stand for themselves.
enum XMLText {
  /// Between tags. Line breaks stay, hidden characters are shown by their number.
  static func content(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(VisibleText.line(String($0))) }.joined(separator: "\n")
  }

  /// Inside double quotes, on one line.
  static func attribute(_ text: String) -> String { escaped(VisibleText.line(text)) }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
