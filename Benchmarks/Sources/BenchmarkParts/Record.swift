import Foundation
import ZhubiAutomaton

/// One line of history: when, on what, which commit, which ratios.
public enum Record {
  public static func append(_ ratios: [String: Double], to folder: String, kind: String) throws {
    let model =
      (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
      .split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
    let format = ISO8601DateFormatter()
    let numbers = ratios.keys.sorted().map { "\"\($0)\":\((ratios[$0]! * 100).rounded() / 100)" }
    let line = """
      {"date":"\(format.string(from: Date()))","kind":"\(kind)","machine":"\(model)",\
      "kernel":"\(Kernel.available[0])","commit":"\(commit())","ratios":{\(numbers.joined(separator: ","))}}

      """
    try Files.write(line, to: "\(folder)/history.jsonl", append: true)
  }

  private static func commit() -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "rev-parse", "--short", "HEAD"]
    process.standardOutput = output
    process.standardError = Pipe()
    guard (try? process.run()) != nil else { return "unknown" }
    process.waitUntilExit()
    let name = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return name.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
