import Foundation
import TestSupport
import Testing

/// What a newcomer types and sees, line by line, in a scratch repository.
///
/// A transcript is a text: `$ ` begins a command, what follows is its output (standard error
/// included), `? N` its status when that is not 0. `…` stands for anything on a line, a line that is
/// only `…` for any lines; `#` begins a remark.
@Suite struct TranscriptTests {
  private struct Step {
    var command: String
    var output: [String] = []
    var status: Int32 = 0
  }

  @Test(arguments: ["gate.zh.txt", "gate.en.txt"])
  func aNewcomerSeesThis(name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Transcripts/\(name)")
    let steps = Self.steps(try String(contentsOf: file, encoding: .utf8))
    #expect(steps.count > 15)
    let zhubi = try Self.newcomer(language: name.contains(".zh.") ? "zh_CN.UTF-8" : "en_US.UTF-8")
    defer { zhubi.clean() }
    for step in steps {
      let result = try Self.run(step.command, zhubi)
      let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      let seen = lines.last == "" ? Array(lines.dropLast()) : lines
      #expect(result.status == step.status, "$ \(step.command)\n\(result.output)")
      #expect(
        Self.matches(seen[...], step.output[...]),
        "$ \(step.command)\n\(result.output)--- expected\n\(step.output.joined(separator: "\n"))")
    }
  }

  /// The commands of the handbook, as they stand there.
  @Test(arguments: [
    ("README.md", "## Your own list in five minutes"), ("README.md", "## Before a commit"),
    ("README.zh-CN.md", "## 五分钟加上本单位的词表"), ("README.zh-CN.md", "## 提交之前"),
  ])
  func theHandbookCanBeTyped(file: String, heading: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
    let section = try #require(text.range(of: heading + "\n"))
    let rest = text[section.upperBound...]
    let start = try #require(rest.range(of: "\n```\n"))
    let end = try #require(rest.range(of: "\n```\n", range: start.upperBound..<rest.endIndex))
    let commands = String(rest[start.upperBound..<end.lowerBound])
    let zhubi = try Self.newcomer(language: "zh_CN.UTF-8")
    defer { zhubi.clean() }
    for name in ["draft.md", "a.md", "稿件.md"] {
      try zhubi.write(name, "星河大厦今日启用，双方签定协议。\n")
    }
    _ = try Self.run("git init -q . && git add .", zhubi)
    // The block with its here-document is one command; otherwise every line is one.
    let list =
      commands.contains("<<") ? [commands] : commands.split(separator: "\n").map(String.init)
    var outputs = ""
    for command in list where !command.hasPrefix("#") {
      let result = try Self.run(command, zhubi)
      #expect(result.status == 0 || result.status == 1, "$ \(command)\n\(result.output)")
      outputs += result.output
    }
    #expect(outputs.contains(commands.contains("<<") ? "term.our-words" : "typo.confusion"))
  }

  private static func newcomer(language: String) throws -> Program {
    var zhubi = try Program("zhubi")
    zhubi.environment["LANG"] = language
    zhubi.environment["PATH"] = Program.products.path + ":" + (zhubi.environment["PATH"] ?? "")
    zhubi.environment["GIT_CONFIG_SYSTEM"] = "/dev/null"
    try zhubi.write(
      ".gitconfig", "[user]\n\tname = A\n\temail = a@example.com\n[init]\n\tdefaultBranch = main\n")
    zhubi.environment["GIT_CONFIG_GLOBAL"] = zhubi.folder.appending(path: ".gitconfig").path
    return zhubi
  }

  private static func run(_ command: String, _ zhubi: Program) throws -> Program.Result {
    try Program.run(
      URL(filePath: "/bin/sh"), ["-c", "{ \(command)\n} 2>&1"], in: zhubi.folder,
      environment: zhubi.environment)
  }

  private static func steps(_ text: String) -> [Step] {
    var steps: [Step] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("# ") || (line.isEmpty && steps.isEmpty) { continue }
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if line.hasPrefix("? ") {
        steps[steps.count - 1].status = Int32(line.dropFirst(2)) ?? -1
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    for index in steps.indices {
      while steps[index].output.last == "" { steps[index].output.removeLast() }
    }
    return steps
  }

  private static func matches(_ seen: ArraySlice<String>, _ wanted: ArraySlice<String>) -> Bool {
    guard let first = wanted.first else { return seen.allSatisfy(\.isEmpty) }
    if first == "…" {
      return (seen.startIndex...seen.endIndex).contains {
        matches(seen[$0...], wanted.dropFirst())
      }
    }
    guard let line = seen.first, fits(line, first) else { return false }
    return matches(seen.dropFirst(), wanted.dropFirst())
  }

  private static func fits(_ line: String, _ pattern: String) -> Bool {
    let pieces = pattern.split(separator: "…", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return line == pattern }
    guard line.hasPrefix(pieces[0]) else { return false }
    var rest = line.dropFirst(pieces[0].count)
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.range(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return rest.hasSuffix(pieces.last ?? "")
  }
}
