import BenchmarkParts

/// `--name value` pairs behind a command.
struct Arguments {
  let command: String
  private var values: [String: String] = [:]
  private var used: Set<String> = []

  init(_ words: [String]) {
    command = words.first ?? ""
    var k = 1
    while k < words.count {
      if words[k].hasPrefix("--") {
        let hasValue = k + 1 < words.count && !words[k + 1].hasPrefix("--")
        values[String(words[k].dropFirst(2))] = hasValue ? words[k + 1] : ""
        k += hasValue ? 2 : 1
      } else {
        values["?" + words[k]] = ""
        k += 1
      }
    }
  }

  mutating func optional(_ name: String) -> String? {
    used.insert(name)
    return values[name]
  }

  mutating func required(_ name: String) throws -> String {
    guard let value = optional(name), !value.isEmpty else {
      throw BenchmarkFailure("\(command) needs --\(name)")
    }
    return value
  }

  /// Fails when something was given that nobody asked for.
  func finish() throws {
    if let stray = values.keys.first(where: { !used.contains($0) }) {
      throw BenchmarkFailure("\(command) does not know \(stray.first == "?" ? "" : "--")\(stray)")
    }
  }
}
