import Foundation
import Testing

/// The files that say what reporters write, byte for byte.
///
/// `ZHUBI_RECORD=1 swift test --filter ZhubiReportTests` rewrites them; then read the difference.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  static let isRecording = ProcessInfo.processInfo.environment["ZHUBI_RECORD"] == "1"

  static func expect(
    _ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if isRecording {
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return }
    let (new, old) = (lines(text), lines(expected))
    let line =
      zip(new, old).enumerated().first { $1.0 != $1.1 }?.offset ?? min(new.count, old.count)
    Issue.record(
      """
      \(name) differs in line \(line + 1)
      expected: \(line < old.count ? old[line] : "end of file")
      written:  \(line < new.count ? new[line] : "end of file")
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
  }
}
