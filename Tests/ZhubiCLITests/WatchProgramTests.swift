import Foundation
import TestSupport
import Testing

/// `scan --watch` follows what is written.
@Suite struct WatchProgramTests {
  /// A watching process whose output can be waited for.
  private final class Watcher {
    let process: Child
    private var seen = ""

    init(_ zhubi: Program, _ arguments: [String], polling: Bool) throws {
      process = try zhubi.start(
        ["scan", "--watch"] + arguments, with: polling ? ["ZHUBI_WATCH": "poll"] : [:],
        output: .pipe, errors: .pipe)
    }

    /// Everything written up to the next time it waits for changes.
    func round() throws -> String {
      let mark = "Ctrl-C 结束\n"
      while seen.range(of: mark) == nil {
        let more = try process.next()
        if more.isEmpty { return seen }
        seen += String(decoding: more, as: UTF8.self)
      }
      let end = seen.range(of: mark)!.upperBound
      defer { seen = String(seen[end...]) }
      return String(seen[..<end])
    }

    func end(_ number: Int32 = SIGINT) throws -> Child.Ending {
      process.signal(number)
      return try process.wait()
    }
  }

  @Test(arguments: [false, true])
  func whatChangesIsScannedAgain(polling: Bool) throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    try zhubi.write("site/a.md", "机密★1年\n")
    try zhubi.write("site/b.md", "各单位：好。\n")
    let watcher = try Watcher(zhubi, ["site"], polling: polling)
    let first = try watcher.round()
    #expect(first.contains("site/a.md") && first.contains("共扫描 2 个文档"))
    #expect(!first.contains("\u{1B}["), "no escape codes where nobody sees a screen")

    // An edit that only moves a finding is neither new nor gone.
    try zhubi.write("site/a.md", "\n\n机密★1年\n")
    let moved = try watcher.round()
    #expect(moved.contains("新出现 0 处，已消除 0 处"), "\(moved)")
    #expect(moved.contains("3:1") && !moved.contains("site/b.md"))

    try zhubi.write("site/new/c.md", "双方签定协议，电话13912346789。\n")
    let added = try watcher.round()
    #expect(added.contains("已消除 0 处"), "\(added)")
    #expect(added.contains("+ site/new/c.md:1:10  personal.mobile"))
    #expect(!added.contains("13912346789"))

    // A file in a folder that came later, and one that goes.
    try zhubi.write("site/new/c.md", "双方签订协议。\n")
    let mended = try watcher.round()
    #expect(mended.contains("- site/new/c.md:1:10  personal.mobile"), "\(mended)")
    try FileManager.default.removeItem(at: zhubi.folder.appending(path: "site/a.md"))
    let gone = try watcher.round()
    #expect(gone.contains("- site/a.md:3:1  term.secrecy-marking"), "\(gone)")
    #expect(gone.contains("共扫描 2 个文档"))
    #expect(try watcher.end() == .exit(0))
  }

  @Test func settingsAreFollowedToo() throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    try zhubi.write("a.md", "机密★1年\n")
    let watcher = try Watcher(zhubi, ["a.md"], polling: false)
    #expect(try watcher.round().contains("term.secrecy-marking"))
    try zhubi.write(".zhubi.yaml", "rules:\n  term.secrecy-marking: off\n")
    #expect(try watcher.round().contains("已消除 1 处"))
    try zhubi.write(".zhubi.yaml", "rules:\n  term.secrecy-marking: block\n")
    #expect(try watcher.round().contains("新出现 1 处"))
    #expect(try watcher.end(SIGTERM) == .exit(1))
  }

  @Test func whatCannotBeWatchedIsRefused() throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    try zhubi.write("a.md", "好\n")
    for arguments in [["--to", "json", "a.md"], ["-"], ["--fix", "a.md"], ["--staged"]] {
      #expect(try zhubi.run(["scan", "--watch"] + arguments).status == 2)
    }
    try zhubi.write(".zhubi.yaml", "profle: news\n")
    #expect(try zhubi.run("scan", "--watch", "a.md").status == 2)
  }
}
