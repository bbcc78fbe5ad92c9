import Foundation
import TestSupport
import Testing

/// Stock content: the first scan finds much, and only what is new may fail from then on.
@Suite struct BaselineProgramTests {
  private func inScratch(_ body: (Program) throws -> Void) throws {
    let program = try Program("zhubi")
    defer { program.clean() }
    try body(program)
  }

  private let baseline = ".zhubi-baseline.jsonl"

  @Test func onlyNewFindingsFail() throws {
    try inScratch { zhubi in
      try zhubi.write("site/a.txt", "机密★1年\n关于印发方案的通知\n")
      try zhubi.write("site/b.txt", "好\n")
      #expect(try zhubi.run("scan", "site").status == 1)
      let made = try zhubi.run("baseline", "create", "site")
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.output.contains("2 个文档，1 处发现"))
      #expect(try !zhubi.run("baseline", "create", "site").errors.isEmpty)
      let text = try zhubi.read(baseline)
      #expect(text.split(separator: "\n").count == 2)
      #expect(!text.contains("机密"))

      let known = try zhubi.run("scan", "site", "--baseline", baseline, "--to", "jsonl")
      #expect(known.status == 0)
      #expect(known.output.contains("\"suppressed\":1"))
      // Edits elsewhere, shifted lines and indentation do not wake it; a second one is new.
      try zhubi.write("site/a.txt", "新的开头。\n\n  机密★1年\n关于修订方案的通知\n")
      #expect(try zhubi.run("scan", "site", "--baseline", baseline).status == 0)
      try zhubi.write("site/a.txt", "机密★1年\n关于印发方案的通知\n机密★1年\n")
      let twice = try zhubi.run("scan", "site", "--baseline", baseline)
      #expect(twice.status == 1)
      #expect(twice.output.contains("3:1  阻断"))
      #expect(!twice.output.contains("1:1  阻断"))
      try zhubi.write("site/b.txt", "机密★1年\n")
      #expect(try zhubi.run("scan", "site/b.txt", "--baseline", baseline).status == 1)
    }
  }

  @Test func theConfigurationNamesItAndItIsFoundFromAnyFolder() throws {
    try inScratch { zhubi in
      try zhubi.write(".zhubi.yaml", "baseline: known.jsonl\n")
      try zhubi.write("site/a.txt", "机密★1年\n")
      let missing = try zhubi.run("scan", "site")
      #expect(missing.status == 2)
      #expect(missing.errors.contains(".zhubi.yaml:1:11: 错误: 没有这个基线文件"))
      #expect(try zhubi.run("baseline", "create", "site").status == 0)
      #expect(try zhubi.run("scan", "site").status == 0)
      #expect(try zhubi.run("scan", "site", "--no-baseline").status == 1)
      let inside = try Program.run(
        Program.products.appending(path: "zhubi"), ["scan", "a.txt"],
        in: zhubi.folder.appending(path: "site"), environment: zhubi.environment)
      #expect(inside.status == 0, "\(inside.output)")
    }
  }

  @Test func aBaselineIsNeverScannedAndNothingElsePassesForOne() throws {
    try inScratch { zhubi in
      try zhubi.write("site/a.txt", "机密★1年\n")
      #expect(
        try zhubi.run("baseline", "create", "site", "--baseline", "site/known.jsonl").status == 0)
      let result = try zhubi.run("scan", "site", "--to", "jsonl")
      #expect(result.output.split(separator: "\n").filter { $0.contains("\"verdict\"") }.count == 1)
      #expect(result.errors.contains("基线文件不扫描：site/known.jsonl"))
      try zhubi.write("site/known.jsonl", try zhubi.read("site/known.jsonl") + "机密★1年\n")
      let fooled = try zhubi.run("scan", "site/known.jsonl")
      #expect(fooled.status == 1)
      let damaged = try zhubi.run("scan", "site/a.txt", "--baseline", "site/known.jsonl")
      #expect(damaged.status == 2)
      #expect(damaged.errors.contains("site/known.jsonl:3:"))
    }
  }

  @Test func auditingAndPruning() throws {
    try inScratch { zhubi in
      try zhubi.writeOwnPack()
      try zhubi.write(".zhubi.yaml", "lexicon: words\n")
      try zhubi.write("a.txt", "红头密件1\n")
      try zhubi.write("b.txt", "讲解红头密件用语\n")
      try zhubi.write("c.txt", "绿头密件\n")
      #expect(try zhubi.run("baseline", "create", "a.txt", "b.txt", "c.txt").status == 0)
      let audit = try zhubi.run("baseline", "audit", input: "c\nnonsense\nf 讲解用语\n\n")
      #expect(audit.status == 0, "\(audit.errors)")
      #expect(audit.output.contains("| ⟦红头密件⟧1"))
      #expect(audit.output.contains("请输入 c、f、l 或 q"))
      let figures = audit.output.split(separator: "\n").filter { $0.hasPrefix("term.") }
      #expect(figures.first { $0.hasPrefix("term.own") }?.hasSuffix("1\t1\t0\t50.0%") == true)
      #expect(figures.first { $0.hasPrefix("term.other") }?.hasSuffix("0\t0\t1\t—") == true)
      let text = try zhubi.read(baseline)
      #expect(text.contains("\"judgement\":\"false-alarm\",\"note\":\"讲解用语\""))
      // What was judged is not asked again; what was left open is.
      let again = try zhubi.run("baseline", "audit", input: "q\n")
      #expect(again.output.contains("[1/1] c.txt"))
      #expect(try zhubi.run("baseline", "audit", "--stats").output.contains("50.0%"))

      // A new baseline keeps the judgements.
      #expect(try zhubi.run("baseline", "create", "a.txt", "b.txt", "c.txt", "--force").status == 0)
      #expect(try zhubi.read(baseline).contains("讲解用语"))

      try zhubi.write("a.txt", "好\n")
      try FileManager.default.removeItem(at: zhubi.folder.appending(path: "c.txt"))
      let pruned = try zhubi.run("baseline", "prune")
      #expect(pruned.status == 0)
      #expect(pruned.output.contains("去掉 2 条"))
      #expect(try zhubi.read(baseline).split(separator: "\n").count == 2)
    }
  }

  @Test func recordsGoByTheirIds() throws {
    try inScratch { zhubi in
      try zhubi.write("old.jsonl", "{\"id\":\"n1\",\"text\":\"机密★1年\"}\n")
      try zhubi.write(
        "new.jsonl", "{\"id\":\"n2\",\"text\":\"机密★1年\"}\n{\"id\":\"n1\",\"text\":\"机密★1年\"}\n")
      #expect(try zhubi.run("baseline", "create", "old.jsonl", "--from", "jsonl").status == 0)
      let result = try zhubi.run(
        "scan", "new.jsonl", "--from", "jsonl", "--to", "jsonl", "--baseline", baseline)
      #expect(result.status == 1)
      let blocked = result.output.split(separator: "\n").filter { $0.contains("\"rule\"") }
      #expect(blocked.count == 1)
      #expect(blocked.first?.contains("\"document\":\"n2\"") == true)
    }
  }

  @Test func anUnreadableDocumentKeepsItsEntries() throws {
    try inScratch { zhubi in
      try zhubi.write("a.txt", "机密★1年\n")
      #expect(try zhubi.run("baseline", "create", "a.txt").status == 0)
      try zhubi.write("a.txt", Data([0xE6, 0x9C, 0xFF, 0xFE, 0x80]))
      #expect(try zhubi.run("baseline", "prune").status == 3)
      #expect(try zhubi.read(baseline).split(separator: "\n").count == 2)
    }
  }
}
