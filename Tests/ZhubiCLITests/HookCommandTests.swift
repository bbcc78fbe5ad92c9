import Foundation
import TestSupport
import Testing

/// The gate in a scratch repository, as a new user meets it.
@Suite struct HookCommandTests {
  private func inRepository(_ body: (Program) throws -> Void) throws {
    let program = try Program("zhubi")
    defer { program.clean() }
    for arguments in [
      ["init", "-q", "."], ["config", "user.email", "a@example.com"], ["config", "user.name", "甲"],
    ] { try #require(try git(arguments, program).status == 0) }
    try body(program)
  }

  @discardableResult
  private func git(_ arguments: [String], _ program: Program) throws -> Program.Result {
    try Program.run(
      URL(filePath: "/usr/bin/git"), arguments, in: program.folder,
      environment: program.environment)
  }

  @Test func theIndexDecidesNotTheWorkingTree() throws {
    try inRepository { zhubi in
      #expect(try zhubi.run("hook", "install").status == 0)
      try zhubi.write("通知.md", "机密★1年\n")
      try git(["add", "."], zhubi)
      try zhubi.write("通知.md", "各单位：好。\n")
      let refused = try git(["commit", "-q", "-m", "x"], zhubi)
      #expect(refused.status == 1)
      #expect((refused.output + refused.errors).contains("term.secrecy-marking"))
      #expect(try zhubi.run("scan", "--staged").status == 1)

      try git(["add", "."], zhubi)
      #expect(try zhubi.run("scan", "--staged").status == 0)
      #expect(try git(["commit", "-q", "-m", "x"], zhubi).status == 0)
    }
  }

  @Test func anEarlierHookRunsFirstAndComesBack() throws {
    try inRepository { zhubi in
      let hook = zhubi.folder.appending(path: ".git/hooks/pre-commit")
      try zhubi.write(".git/hooks/pre-commit", "#!/bin/sh\ntouch earlier-ran\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path)
      #expect(try zhubi.run("hook", "install").output.contains("原有钩子先运行"))
      #expect(try zhubi.run("hook", "install").status == 0)
      try zhubi.write("a.md", "好\n")
      try git(["add", "a.md"], zhubi)
      #expect(try git(["commit", "-q", "-m", "x"], zhubi).status == 0)
      #expect(
        FileManager.default.fileExists(atPath: zhubi.folder.appending(path: "earlier-ran").path))
      #expect(try zhubi.run("hook", "uninstall").status == 0)
      #expect(try zhubi.read(".git/hooks/pre-commit").contains("touch earlier-ran"))
    }
  }

  @Test func whatIsPushedIsScannedAsCommitted() throws {
    try inRepository { zhubi in
      try zhubi.write("a.md", "好\n")
      try git(["add", "."], zhubi)
      try git(["commit", "-q", "-m", "1"], zhubi)
      let first = try git(["rev-parse", "HEAD"], zhubi).output.trimmingCharacters(
        in: .whitespacesAndNewlines)
      try zhubi.write("b.md", "内部资料 注意保存\n")
      try git(["add", "."], zhubi)
      try git(["commit", "-q", "-m", "2"], zhubi)
      let second = try git(["rev-parse", "HEAD"], zhubi).output.trimmingCharacters(
        in: .whitespacesAndNewlines)
      let none = String(repeating: "0", count: 40)
      let push = "refs/heads/main \(second) refs/heads/main \(first)\n"
      let result = try zhubi.run(
        "hook", "run", "pre-push", "origin", "url", input: push)
      #expect(result.status == 1)
      #expect(result.output.contains("b.md"))
      #expect(!result.output.contains("a.md"))
      let deletion = "(delete) \(none) refs/heads/main \(first)\n"
      #expect(
        try zhubi.run("hook", "run", "pre-push", "origin", "url", input: deletion).status == 0)
      let new = "refs/heads/new \(second) refs/heads/new \(none)\n"
      #expect(try zhubi.run("hook", "run", "pre-push", "origin", "url", input: new).status == 1)
    }
  }

  @Test func namesNobodyExpectsAndFilesThatAreElsewhere() throws {
    try inRepository { zhubi in
      #expect(try zhubi.run("scan", "--staged").status == 3, "nothing staged is nothing scanned")
      try zhubi.write("目录/一 二\n三.md", "机密★1年\n")
      try zhubi.write("-x.md", "好\n")
      try git(["add", "."], zhubi)
      let result = try zhubi.run("scan", "--staged", "--to", "jsonl")
      #expect(result.status == 1)
      #expect(result.output.contains(#""document":"目录/一 二\n三.md""#))
      // From a folder below the same is scanned.
      let below = try Program.run(
        Program.products.appending(path: "zhubi"), ["scan", "--staged", "--to", "jsonl"],
        in: zhubi.folder.appending(path: "目录"), environment: zhubi.environment)
      #expect(below.output == result.output)
      try git(["rm", "-q", "--cached", "-r", "."], zhubi)
      let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"
      try zhubi.write("big.docx", pointer)
      try git(["add", "big.docx"], zhubi)
      #expect(try zhubi.run("scan", "--staged").status == 3)
    }
  }

  @Test func ignoredFilesMayBeCommitted() throws {
    try inRepository { zhubi in
      #expect(try zhubi.run("hook", "install").status == 0)
      try zhubi.write(".zhubi.yaml", "ignore:\n  - archive/**\n")
      try zhubi.write("archive/a.md", "机密★1年\n")
      try git(["add", "archive"], zhubi)
      let result = try git(["commit", "-q", "-m", "x"], zhubi)
      #expect(result.status == 0)
      #expect(result.errors.contains("按忽略规定略过 1 个文件"))
    }
  }

  @Test func aCommitOfNamedFilesAndOfEverythingIsSeenAsGitMakesIt() throws {
    try inRepository { zhubi in
      try zhubi.write("a.md", "好\n")
      try zhubi.write("b.md", "好\n")
      try git(["add", "."], zhubi)
      try git(["commit", "-q", "-m", "1"], zhubi)
      #expect(try zhubi.run("hook", "install").status == 0)
      try zhubi.write("a.md", "机密★1年\n")
      try zhubi.write("b.md", "各单位：好。\n")
      // Git makes an index of its own for these.
      #expect(try git(["commit", "-q", "-m", "2", "--", "b.md"], zhubi).status == 0)
      #expect(try git(["commit", "-q", "-m", "3", "--", "a.md"], zhubi).status == 1)
      #expect(try git(["commit", "-q", "-a", "-m", "3"], zhubi).status == 1)
    }
  }

  @Test func worktreesAndAFolderOfHooksAreUnderstood() throws {
    try inRepository { zhubi in
      try zhubi.write("a.md", "好\n")
      try git(["add", "."], zhubi)
      try git(["commit", "-q", "-m", "1"], zhubi)
      try git(["worktree", "add", "-q", "other"], zhubi)
      func inOther(_ program: URL, _ arguments: [String]) throws -> Program.Result {
        try Program.run(
          program, arguments, in: zhubi.folder.appending(path: "other"),
          environment: zhubi.environment)
      }
      let tool = Program.products.appending(path: "zhubi")
      let gitProgram = URL(filePath: "/usr/bin/git")
      #expect(try inOther(tool, ["hook", "install"]).status == 0)
      try zhubi.write("other/b.md", "机密★1年\n")
      _ = try inOther(gitProgram, ["add", "b.md"])
      #expect(try inOther(gitProgram, ["commit", "-q", "-m", "x"]).status == 1)
      #expect(try zhubi.run("hook", "uninstall").status == 0)
      try git(["config", "core.hooksPath", ".hooks"], zhubi)
      #expect(try zhubi.run("hook", "install").output.contains(".hooks/pre-commit"))
      try zhubi.write("c.md", "机密★1年\n")
      try git(["add", "c.md"], zhubi)
      #expect(try git(["commit", "-q", "-m", "x"], zhubi).status == 1)
    }
  }

  @Test func outsideARepositoryItSaysSo() throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    var outside = zhubi
    outside.environment["GIT_CEILING_DIRECTORIES"] = "/"
    let result = try outside.run("hook", "install")
    #expect(result.status == 2)
    #expect(result.errors.contains("git"))
  }
}
