import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// A place in a configuration, counted from 1.
struct ConfigurationPlace: Hashable, Sendable, CustomStringConvertible {
  /// From the root.
  var file: String
  var line: Int
  var column: Int

  var description: String { "\(FilePath.shown(file)):\(line):\(column)" }
}

/// Something wrong or doubtful in a configuration.
struct ConfigurationDiagnostic {
  var place: ConfigurationPlace
  var isError: Bool
  var message: Message

  func text(_ language: Language) -> String {
    let kind = isError ? language.pick("错误", "error") : language.pick("警告", "warning")
    return "\(place): \(kind): \(language.of(message))"
  }
}

/// What one reading of a configuration has to say, in the order it was found.
struct ConfigurationDiagnostics {
  private(set) var list: [ConfigurationDiagnostic] = []

  var hasErrors: Bool { list.contains { $0.isError } }

  mutating func error(_ place: ConfigurationPlace, _ chinese: String, _ english: String) {
    list.append(
      ConfigurationDiagnostic(place: place, isError: true, message: Message(chinese, english)))
  }

  mutating func warning(_ place: ConfigurationPlace, _ chinese: String, _ english: String) {
    list.append(
      ConfigurationDiagnostic(place: place, isError: false, message: Message(chinese, english)))
  }

  /// Says everything; leaves with status 2 when there is an error.
  func say(_ language: Language) throws(Outcome) {
    // Faults of one file are said in the order of its lines, files in the order they were read.
    var files: [String: Int] = [:]
    for one in list where files[one.place.file] == nil { files[one.place.file] = files.count }
    let sorted = list.sorted { a, b in
      (files[a.place.file]!, a.place.line, a.place.column)
        < (files[b.place.file]!, b.place.line, b.place.column)
    }
    let text = sorted.map { $0.text(language) }.joined(separator: "\n")
    if hasErrors { throw Outcome(status: .usage, complaint: text) }
    if !text.isEmpty { Console.complain(text) }
  }
}
