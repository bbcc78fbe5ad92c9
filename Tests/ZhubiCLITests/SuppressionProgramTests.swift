import Foundation
import TestSupport
import Testing

/// Suppressions as somebody meets them who has never seen the tool.
@Suite struct SuppressionProgramTests {
  private func inScratch(_ body: (Program) throws -> Void) throws {
    let program = try Program("zhubi")
    defer { program.clean() }
    try body(program)
  }

  @Test func silencingOneLineWithAReason() throws {
    try inScratch { zhubi in
      try zhubi.writeOwnPack()
      try zhubi.write("说明.md", "说明，例如：\n\n红头密件\n")
      #expect(try zhubi.run("scan", "说明.md", "--lexicon", "words").status == 1)
      // `explain` shows how; without a reason it is not obeyed.
      let explained = try zhubi.run("explain", "term.secrecy-marking")
      #expect(explained.output.contains("zhubi:ignore-next-line term.secrecy-marking reason="))
      try zhubi.write("说明.md", "例如：\n<!-- zhubi:ignore term.own -->\n红头密件\n")
      let refused = try zhubi.run("scan", "说明.md", "--lexicon", "words")
      #expect(refused.status == 1)
      #expect(refused.output.contains("2:1  严重  忽略指令没有写明理由"))
      #expect(refused.output.contains("3:1  阻断"))
      try zhubi.write(
        "说明.md",
        "例如：\n<!-- zhubi:ignore term.own reason=\"讲解标志\" until=2099-12-31 -->\n红头密件\n")
      let silent = try zhubi.run("scan", "说明.md", "--lexicon", "words", "--show-suppressed")
      #expect(silent.status == 0)
      #expect(
        silent.output.contains("说明.md:3:1  已忽略  term.own  “红头密件”  — 文中第 2 行的忽略指令：讲解标志"))
    }
  }

  @Test func pageAndPlainTextForms() throws {
    try inScratch { zhubi in
      try zhubi.write(
        "page.html",
        """
        <html><body>
        <!-- zhubi:ignore-begin term.* reason="讲解标志" -->
        <p>机密★1年</p>
        <p>机密★2年</p>
        <!-- zhubi:ignore-end -->
        </body></html>

        """)
      try zhubi.write("plain.txt", "# zhubi:ignore term.secrecy-marking reason=讲解标志\n机密★1年\n")
      let result = try zhubi.run("scan", "page.html", "plain.txt", "--to", "jsonl")
      #expect(result.status == 0, "\(result.output)")
      let summaries = result.output.split(separator: "\n").filter { $0.contains("\"verdict\"") }
      #expect(summaries.count == 2)
      #expect(summaries.first?.contains("\"suppressed\":2") == true)
      #expect(summaries.last?.contains("\"suppressed\":1") == true)
    }
  }

  @Test func expiredUnusedAndUnknownAreSaid() throws {
    try inScratch { zhubi in
      try zhubi.write(
        "a.md",
        """
        机密★1年 <!-- zhubi:ignore term.secrecy-marking reason="讲解" until=2020-01-01 -->
        好 <!-- zhubi:ignore term.internal-only reason="讲解" -->
        好 <!-- zhubi:ignore term.secrecy-markin reason="讲解" -->

        """)
      let result = try zhubi.run("scan", "a.md")
      #expect(result.status == 1)
      #expect(result.output.contains("1:1  阻断"))
      #expect(result.output.contains("严重  忽略指令已于 2020-01-01 到期"))
      #expect(result.output.contains("提示  忽略指令没有用到（term.internal-only）"))
      #expect(result.output.contains("“term.secrecy-markin”没有这条规则"))
    }
  }

  @Test func aPublisherCanLockThem() throws {
    try inScratch { zhubi in
      try zhubi.write("a.md", "机密★1年 <!-- zhubi:ignore term.* reason=\"讲解\" -->\n")
      #expect(try zhubi.run("scan", "a.md").status == 0)
      #expect(try zhubi.run("scan", "a.md", "--lock-suppressions").status == 1)
      try zhubi.write(".zhubi.yaml", "suppressions: locked\n")
      let result = try zhubi.run("scan", "a.md")
      #expect(result.status == 1)
      #expect(result.output.contains("本单位不采用文中的忽略指令"))
    }
  }

  @Test func aSuppressionNeverMakesAnIncompleteScanClean() throws {
    try inScratch { zhubi in
      var bytes = Data("好 <!-- zhubi:ignore term.* personal.* reason=\"讲解\" -->\n".utf8)
      bytes += [0xE6, 0xFF, 0xFE, 0x80]
      try zhubi.write("a.md", bytes)
      try zhubi.write(
        ".zhubi.yaml",
        "suppressions:\n  paths:\n    - path: a.md\n      rules: [term.*]\n      reason: 讲解\n")
      #expect(try zhubi.run("scan", "a.md").status == 3)
    }
  }

  @Test func suppressionsByPath() throws {
    try inScratch { zhubi in
      try zhubi.write("teaching/a.txt", "机密★1年\n")
      try zhubi.write("notices/a.txt", "机密★1年\n")
      try zhubi.write(
        ".zhubi.yaml",
        """
        suppressions:
          paths:
            - path: teaching/**
              rules: term.secrecy-marking
              reason: 讲解标志
              until: 2099-12-31

        """)
      #expect(try zhubi.run("scan", "teaching").status == 0)
      #expect(try zhubi.run("scan", "notices").status == 1)
      let shown = try zhubi.run("scan", ".", "--show-suppressed", "--to", "jsonl")
      #expect(shown.status == 1)
      #expect(shown.errors.contains("teaching/a.txt:1:1  已忽略"))
      #expect(shown.errors.contains("配置 .zhubi.yaml:3：讲解标志"))
      try zhubi.write(
        ".zhubi.yaml",
        "suppressions:\n  paths:\n  - {path: teaching/, rules: [term.*], reason: 讲解, until: 2020-01-01}\n"
      )
      let expired = try zhubi.run("scan", "teaching")
      #expect(expired.status == 1)
      #expect(expired.output.contains("2020-01-01 到期"))
      #expect(expired.errors.contains(".zhubi.yaml:3:12: 警告: 忽略规定已于 2020-01-01 到期"))
      // What hides nothing is said when the run saw everything it covers, and only then.
      try zhubi.write(
        ".zhubi.yaml",
        "suppressions:\n  paths:\n  - {path: notices/, rules: [personal.*], reason: 讲解}\n")
      #expect(try zhubi.run("scan", ".").errors.contains(".zhubi.yaml:3:12: 警告: 忽略规定没有用到"))
      #expect(try zhubi.run("scan", "notices").errors.isEmpty)
    }
  }

  @Test func aLargeFileReadInWindowsKeepsItsBlocks() throws {
    try inScratch { zhubi in
      try zhubi.writeOwnPack()
      let filler = String(repeating: "各科室请于月底前报送工作总结。\n", count: 200_000)
      try zhubi.write(
        "large.txt",
        "<!-- zhubi:ignore-begin term.* reason=\"讲解\" -->\n红头密件\n" + filler + filler
          + "红头密件\n<!-- zhubi:ignore-end -->\n红头密件\n")
      let result = try zhubi.run("scan", "large.txt", "--to", "jsonl", "--lexicon", "words")
      #expect(result.status == 1)
      #expect(result.output.contains("\"suppressed\":2"))
      #expect(result.output.contains("\"line\":400005"))
      let own = result.output.split(separator: "\n").filter { $0.contains("\"term.own\"") }
      #expect(own.count == 1)
    }
  }
}

extension Program {
  /// A pack of two terms that do not depend on the dictionaries of the house.
  func writeOwnPack() throws {
    try write("words/pack.yaml", "id: own\nkind: term.own\nseverity: block\n")
    try write("words/words.tsv", "term\tkind\n红头密件\t\n绿头密件\tterm.other\n")
  }
}
