import Foundation
import TestSupport
import Testing

/// `.zhubi.yaml` from the first `init` to the last misspelt key.
@Suite struct ConfigurationProgramTests {
  private func inScratch(_ body: (Program) throws -> Void) throws {
    let program = try Program("zhubi")
    defer { program.clean() }
    try body(program)
  }

  @Test func initWritesOnceAndTheDefaultsHold() throws {
    try inScratch { zhubi in
      let first = try zhubi.run("init")
      #expect(first.status == 0)
      #expect(first.output.contains("zhubi scan ."))
      let text = try zhubi.read(".zhubi.yaml")
      try zhubi.write("a.txt", "机密★1年\n")
      let scan = try zhubi.run("scan", "a.txt")
      #expect(scan.status == 1)
      #expect(scan.errors.isEmpty, "\(scan.errors)")
      let second = try zhubi.run("init")
      #expect(second.status == 2)
      #expect(try zhubi.read(".zhubi.yaml") == text)
    }
  }

  @Test func everySettingOfTheTemplateIsAccepted() throws {
    try inScratch { zhubi in
      _ = try zhubi.run("init")
      let all = try zhubi.read(".zhubi.yaml").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { line in
        line.hasPrefix("#") && !line.hasPrefix("# ")
          || (line.hasPrefix("#  ") && line.contains(":") || line.hasPrefix("#  - "))
          ? String(line.dropFirst()) : String(line)
      }.joined(separator: "\n")
      try zhubi.write("project/.zhubi.yaml", all)
      try zhubi.write(".zhubi.yaml", "profile: news\n")
      try zhubi.write("project/statutes/a.txt", "好\n")
      try zhubi.write("project/archive/a.txt", "好\n")
      try zhubi.write("project/contacts/a.txt", "好\n")
      try zhubi.write("project/words/pack.yaml", "id: own\nkind: term.own\n")
      try zhubi.write("project/words/w.tsv", "term\n红头密件\n")
      try zhubi.write(
        "project/.zhubi-baseline.jsonl", "{\"zhubi-baseline\":1,\"tool\":\"\",\"lexicons\":\"\"}\n")
      var inside = zhubi
      inside.environment["ZHUBI_CONFIG"] = "project/.zhubi.yaml"
      let result = try inside.run("config", "explain", "project/statutes/a.txt")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.isEmpty, "\(result.errors)")
      for words in ["profile  statute", "words", "67108864", "ZHUBI_CONFIG", "as-of  2026-11-01"] {
        #expect(result.output.contains(words), "\(words) in \(result.output)")
      }
      #expect(try inside.run("config", "check").status == 0)
    }
  }

  @Test func everyFaultHasItsPlace() throws {
    try inScratch { zhubi in
      try zhubi.write("a.txt", "好\n")
      try zhubi.write(
        ".zhubi.yaml",
        """
        profile: officia
        bogus: 1
        rules:
          scan.unreadable: off
          term: warning
          typo.*: wrong
        ignore: [nothing/**, "[a"]
        suppressions:
          paths:
            - path: a.txt
              rules: [term.internal-only]
              because: 讲解
        limits: {file-size: 0, findings: many}
        lexicon: nolex
        as-of: 2026-02-30
        fail-on: [error]
        extends: gone.yaml

        """)
      let result = try zhubi.run("scan", "a.txt")
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      for place in [
        "1:10: 错误: 未知的值“officia”", "2:1: 错误: 未知的键“bogus”", "4:3: 错误: scan.*",
        "5:3: 错误: 不是规则编号", "6:11: 错误: 未知的值“wrong”", "7:10: 警告: “nothing/**”匹配不到任何文件",
        "7:22: 错误: 不是路径样式", "10:7: 错误: 缺少：reason", "12:7: 错误: 未知的键“because”",
        "13:21: 错误: file-size", "13:34: 错误: findings", "14:10: 错误: 没有这个词库文件夹",
        "15:8: 错误: 不是日期", "16:10: 错误: 此处应为 文字", "17:10: 错误: 读不到配置文件",
      ] {
        #expect(result.errors.contains(".zhubi.yaml:\(place)"), "\(place)\n\(result.errors)")
      }
    }
  }

  @Test(arguments: [
    ("a: [\n", "不是合法的 YAML"), ("profile: news\nprofile: news\n", "键重复"), ("- a\n", "此处应为 键: 值"),
    ("extends: .zhubi.yaml\n", "互相引用"),
    ("rules: {term.secrecy-markin: off}\n", "是否指 term.secrecy-marking"),
    ("profile: news\n---\nprofile: news\n", "只能有一份 YAML 文档"),
    ("a: &x [1]\nb: *y\n", "没有名为 y 的锚点"), ("a: [&x [1,1], [*x, *x]\n", "不是合法的 YAML"),
    ("rules:\n\tterm.a: off\n", "不是合法的 YAML"),
  ])
  func brokenFilesAreTwo(text: String, words: String) throws {
    try inScratch { zhubi in
      try zhubi.write("a.txt", "好\n")
      try zhubi.write(".zhubi.yaml", text)
      let result = try zhubi.run("scan", "a.txt")
      #expect(result.status == 2)
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(result.errors.hasPrefix(".zhubi.yaml:"), "\(result.errors)")
    }
  }

  @Test func settingsAreObeyedAndOptionsWin() throws {
    try inScratch { zhubi in
      try zhubi.write("deep/er/a.txt", "内部资料 注意保存\n")
      try zhubi.write(".zhubi.yaml", "rules: {term.internal-only: warning}\nlanguage: en\n")
      let path = "deep/er/a.txt"
      let lowered = try zhubi.run("scan", path)
      #expect(lowered.status == 0)
      #expect(lowered.output.contains("warning"))
      #expect(try zhubi.run("scan", path, "--fail-on", "warning").status == 1)
      #expect(try zhubi.run("scan", path, "--no-config").status == 1)
      #expect(try zhubi.run("scan", path, "--language", "zh").output.contains("一般"))
      let inside = try Program.run(
        Program.products.appending(path: "zhubi"), ["scan", "a.txt"],
        in: zhubi.folder.appending(path: "deep/er"), environment: zhubi.environment)
      #expect(inside.status == 0)
      try zhubi.write("other.yaml", "extends: .zhubi.yaml\nrules: {term.internal-only: error}\n")
      #expect(try zhubi.run("scan", path, "--config", "other.yaml").status == 1)
      try zhubi.write("off.yaml", "rules:\n  term.*: off\n")
      var other = zhubi
      other.environment["ZHUBI_CONFIG"] = "off.yaml"
      #expect(try other.run("scan", path).status == 0)
      #expect(try zhubi.run("scan", path, "--config", "gone.yaml").status == 2)
    }
  }

  @Test func filesAreIgnoredAloudAndNamedOnesAreMeant() throws {
    try inScratch { zhubi in
      try zhubi.write("site/archive/a.txt", "机密★1年\n")
      try zhubi.write("site/b.txt", "好\n")
      try zhubi.write("site/c.draft", "机密★1年\n")
      try zhubi.write(".zhubi.yaml", "ignore: site/archive/**\n")
      try zhubi.write(".zhubiignore", "# drafts\n*.draft\n")
      let result = try zhubi.run("scan", "site")
      #expect(result.status == 0)
      #expect(result.errors.contains("按忽略规定略过 2 个文件"))
      #expect(try zhubi.run("scan", "site/c.draft").status == 1)
      let forced = try zhubi.run("scan", "site/c.draft", "--force-exclude")
      // Said aloud, and no failure: a hook names files without looking.
      #expect(forced.status == 0)
      #expect(forced.errors.contains("按忽略规定略过 1 个文件"))
      #expect(try zhubi.run("scan", "site/archive").status == 3)
      try zhubi.write(".zhubiignore", "!a.txt\n")
      #expect(try zhubi.run("scan", "site").errors.contains(".zhubiignore:1:1: 错误"))
    }
  }

  @Test func limitsMakeAScanIncomplete() throws {
    try inScratch { zhubi in
      try zhubi.write("a.txt", String(repeating: "机密★1年\n", count: 20))
      try zhubi.write(".zhubi.yaml", "limits: {findings: 5}\n")
      let many = try zhubi.run("scan", "a.txt", "--to", "jsonl")
      #expect(many.status == 3)
      #expect(many.output.split(separator: "\n").count == 6)
      try zhubi.write(".zhubi.yaml", "limits: {file-size: 100}\n")
      let large = try zhubi.run("scan", "a.txt")
      #expect(large.status == 3)
      #expect(large.output.contains("超过上限 100"))
    }
  }

  @Test func theSchemaSaysWhatTheReaderAccepts() throws {
    try inScratch { zhubi in
      let text = try zhubi.run("config", "schema").output
      let committed = try String(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent()
          .appending(path: "Sources/ZhubiCLI/Configuration/zhubi-config.schema.json"),
        encoding: .utf8)
      #expect(
        text == committed,
        "zhubi config schema > Sources/ZhubiCLI/Configuration/zhubi-config.schema.json")
      let schema = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let keys = try #require(schema["properties"] as? [String: Any]).keys.sorted()
      try zhubi.write("a.txt", "好\n")
      try zhubi.write(".zhubi.yaml", "bogus: 1\n")
      let said = try zhubi.run("scan", "a.txt").errors
      let known = try #require(said.split(separator: "：").last?.split(separator: "\n").first)
      #expect(known.components(separatedBy: " | ").sorted() == keys)
    }
  }
}
