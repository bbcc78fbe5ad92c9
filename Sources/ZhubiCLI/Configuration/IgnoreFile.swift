import Zhubi
import ZhubiPolicy

/// `.zhubiignore`: one pattern a line, `#` begins a comment.
enum IgnoreFile {
  static func read(_ path: String, _ diagnostics: inout ConfigurationDiagnostics)
    -> [PlacedPattern]
  {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path)
    } catch {
      diagnostics.error(
        ConfigurationPlace(file: path, line: 1, column: 1), "读不到：\(error.reason)",
        "cannot be read: \(error.reason)")
      return []
    }
    var patterns: [PlacedPattern] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let place = ConfigurationPlace(file: path, line: number + 1, column: 1)
      var text = line
      while text.last?.isWhitespace == true { text.removeLast() }
      if text.isEmpty || text.hasPrefix("#") { continue }
      if text.hasPrefix("!") {
        diagnostics.error(
          place, "不支持以 ! 取消忽略，请把范围写窄",
          "patterns that take back (!) are not supported: narrow the others")
        continue
      }
      guard let pattern = PathPattern(String(text)) else {
        diagnostics.error(place, "不是路径样式：\(text)", "not a pattern over paths: \(text)")
        continue
      }
      patterns.append(
        PlacedPattern(pattern: pattern, folder: FilePath.folder(of: path), place: place))
    }
    return patterns
  }
}
