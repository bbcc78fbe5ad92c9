import Foundation
import TestSupport
import Testing

/// Completion scripts and the manual page leave nothing out.
@Suite struct ManualProgramTests {
  private struct Command {
    var path: [String]
    var options: [String]
  }

  private func inScratch(_ body: (Program) throws -> Void) throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    try body(zhubi)
  }

  /// Every command people see, with its long options, as the parser itself describes them.
  private func commands(_ zhubi: Program) throws -> [Command] {
    let dump = try zhubi.run("--experimental-dump-help").output
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any])
    var list: [Command] = []
    func walk(_ command: [String: Any], _ path: [String]) {
      let arguments = command["arguments"] as? [[String: Any]] ?? []
      let names = arguments.filter { $0["shouldDisplay"] as? Bool != false }.flatMap {
        ($0["names"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "long" }
          .compactMap { $0["name"] as? String }
      }
      list.append(Command(path: path, options: names.filter { $0 != "help" && $0 != "version" }))
      for one in command["subcommands"] as? [[String: Any]] ?? []
      where one["shouldDisplay"] as? Bool != false {
        guard let name = one["commandName"] as? String, name != "help" else { continue }
        walk(one, path + [name])
      }
    }
    walk(try #require(root["command"] as? [String: Any]), [])
    #expect(list.count > 15)
    return list
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionKnowsEveryCommandAndOption(shell: String) throws {
    try inScratch { zhubi in
      let script = try zhubi.run("completion", shell)
      #expect(script.status == 0)
      for command in try commands(zhubi) {
        for name in command.path { #expect(script.output.contains(name), "\(command.path)") }
        for option in command.options {
          #expect(script.output.contains(option), "\(command.path) --\(option)")
        }
      }
    }
  }

  @Test func bashCompletesCommandsAndValues() throws {
    let bash = URL(filePath: "/bin/bash")
    guard FileManager.default.isExecutableFile(atPath: bash.path) else {
      print("SKIPPED: no /bin/bash to complete with")
      return
    }
    try inScratch { zhubi in
      try zhubi.write("zhubi.bash", try zhubi.run("completion", "bash").output)
      func complete(_ line: String) throws -> [String] {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let script = """
          PATH=\(Program.products.path):$PATH; source zhubi.bash
          COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
          COMP_LINE='\(line)'; COMP_POINT=\(line.count)
          _zhubi zhubi '\(words.last ?? "")' '\(words.dropLast().last ?? "")' 2>/dev/null
          printf '%s\\n' "${COMPREPLY[@]}"
          """
        let result = try Program.run(
          bash, ["--norc", "-c", script], in: zhubi.folder, environment: zhubi.environment)
        return result.output.split(separator: "\n").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      }
      #expect(try complete("zhubi hoo") == ["hook"])
      #expect(try complete("zhubi completion f") == ["fish"])
      #expect(try complete("zhubi scan --to sar") == ["sarif"])
      #expect(try complete("zhubi explain personal.cn-id-m") == ["personal.cn-id-masked"])
    }
  }

  @Test(arguments: ["en", "zh"])
  func theManualKnowsEveryCommandAndOption(language: String) throws {
    try inScratch { zhubi in
      let page = try zhubi.run("manual", "--language", language)
      #expect(page.status == 0)
      let text = page.output.replacing("\\-", with: "-")
      for command in try commands(zhubi) where !command.path.isEmpty {
        let heading = ".SS zhubi " + command.path.joined(separator: " ") + "\n"
        let start = try #require(text.range(of: heading), "\(heading)")
        let rest = text[start.upperBound...]
        let section = rest[..<(rest.range(of: "\n.S")?.lowerBound ?? rest.endIndex)]
        for option in command.options {
          #expect(section.contains("--" + option), "\(heading) --\(option)")
        }
      }
      for name in ["ZHUBI_CONFIG", ".zhubi.yaml", ".zhubi-baseline.jsonl"] {
        #expect(text.contains(name))
      }
      #expect(text.contains("auto | always | never"))
      let isChinese = language == "zh"
      #expect(text.contains("扫描不完整") == isChinese)
      #expect(text.contains("the scan is incomplete") != isChinese)
      // Help texts of one language only, but for names.
      let english = text.split(separator: "\n").filter { line in
        // The value of a default is what it is.
        !line.contains("(default: ") && line.unicodeScalars.contains { $0.properties.isIdeographic }
      }
      if !isChinese { #expect(english.isEmpty, "\(english)") }
    }
  }

  @Test func groffHasNothingToComplainOf() throws {
    let groff = URL(filePath: "/usr/bin/groff")
    guard FileManager.default.isExecutableFile(atPath: groff.path) else {
      print("SKIPPED: no groff to set the manual page with")
      return
    }
    try inScratch { zhubi in
      for language in ["en", "zh"] {
        try zhubi.write("zhubi.1", try zhubi.run("manual", "--language", language).output)
        let result = try Program.run(
          groff, ["-k", "-man", "-Tutf8", "-ww", "-z", "zhubi.1"], in: zhubi.folder,
          environment: zhubi.environment)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty, "\(result.errors.prefix(400))")
      }
    }
  }
}
