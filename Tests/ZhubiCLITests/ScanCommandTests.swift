import Foundation
import TestSupport
import Testing

/// Whole-program cases: arguments and input in, output and status out.
@Suite struct ScanCommandTests {
  /// Whatever a text holds, no form of report says it again.
  @Test(arguments: [
    "text", "json", "jsonl", "sarif", "junit", "github", "rdjson", "csv", "html",
  ])
  func noFormShowsPersonalData(form: String) throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    let secrets = ["13912346789", "110101199003076018", "6217000010001234569"]
    try zhubi.write("own/pack.yaml", "id: own\nkind: term.own\nseverity: error\n")
    try zhubi.write("own/words.tsv", "term\n/卡号：\\d{16,19}/\n")
    try zhubi.write(
      "a.md",
      "联系人手机：\(secrets[0])。身份证号：\(secrets[1])。\n银行卡号：\(secrets[2])。\n")
    let result = try zhubi.run(
      "scan", "a.md", "--to", form, "--lexicon", "own", "--show-suppressed")
    #expect(result.status == 1)
    #expect((result.output + result.errors).contains("6789"), "the ends stay readable")
    for secret in secrets { #expect(!(result.output + result.errors).contains(secret)) }
  }

  private let clean = "各科室：\n请于月底前报送工作总结。\n"
  private let marked = "机密★1年\n关于印发方案的通知\n"

  private func inScratch(_ body: (Program) throws -> Void) throws {
    let program = try Program("zhubi")
    defer { program.clean() }
    try body(program)
  }

  @Test func cleanTextPasses() throws {
    try inScratch { zhubi in
      try zhubi.write("notice.txt", clean)
      let result = try zhubi.run("scan", "notice.txt")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("通过"))
    }
  }

  @Test func markedTextIsBlockedAndUnderlined() throws {
    try inScratch { zhubi in
      try zhubi.write("notice.txt", marked)
      let result = try zhubi.run("scan", "notice.txt")
      #expect(result.status == 1)
      #expect(result.output.contains("1:1  阻断"))
      #expect(result.output.contains("term.secrecy-marking"))
      #expect(result.output.contains("      | 机密★1年\n      | ^^^^^^"))
    }
  }

  @Test func englishWhenAskedOrWhenTheEnvironmentSaysSo() throws {
    try inScratch { zhubi in
      try zhubi.write("notice.txt", marked)
      #expect(try zhubi.run("scan", "--language", "en", "notice.txt").output.contains("basis:"))
      var english = zhubi
      english.environment["LANG"] = "en_US.UTF-8"
      #expect(try english.run("scan", "notice.txt").output.contains("basis:"))
      english.environment["LANG"] = "C"
      #expect(try english.run("scan", "notice.txt").output.contains("依据："))
    }
  }

  @Test func anEmptyFileIsClean() throws {
    try inScratch { zhubi in
      try zhubi.write("empty.txt", "")
      #expect(try zhubi.run("scan", "empty.txt").status == 0)
    }
  }

  @Test func aMissingFileIsIncompleteAndTheOthersAreStillScanned() throws {
    try inScratch { zhubi in
      try zhubi.write("notice.txt", marked)
      let result = try zhubi.run("scan", "gone.txt", "notice.txt")
      #expect(result.status == 3)
      #expect(result.output.contains("term.secrecy-marking"))
      #expect(result.output.contains("scan.unreadable"))
      #expect(result.output.contains("未能读全：gone.txt"))
    }
  }

  @Test func aFolderWithoutReadableFilesIsIncomplete() throws {
    try inScratch { zhubi in
      try FileManager.default.createDirectory(
        at: zhubi.folder.appending(path: "empty"), withIntermediateDirectories: true)
      #expect(try zhubi.run("scan", "empty").status == 3)
    }
  }

  @Test func foldersAreWalkedInOrderWithoutHiddenFiles() throws {
    try inScratch { zhubi in
      try zhubi.write("site/b.txt", marked)
      try zhubi.write("site/a/x.txt", marked)
      try zhubi.write("site/.hidden.txt", marked)
      let lines = try zhubi.run("scan", "site", "--to", "jsonl").output.split(separator: "\n")
      let documents = lines.filter { $0.contains("\"verdict\"") }
      #expect(documents.count == 2)
      #expect(documents[0].contains("site/a/x.txt"))
      #expect(documents[1].contains("site/b.txt"))
    }
  }

  @Test(arguments: [
    ["scan", "--bogus"], ["scan", "--to", "nonsense"], ["scan", "--from", "nonsense"],
    ["scan", "--profile", "nobody"], ["scan", "--as-of", "2024-02-30"], ["nonsense"],
    ["explain", "term.nothing"],
  ])
  func wrongUsageIsTwo(arguments: [String]) throws {
    try inScratch { zhubi in
      let result = try zhubi.run(arguments)
      #expect(result.status == 2)
      #expect(!result.errors.isEmpty)
    }
  }

  @Test(arguments: [
    ("invalid UTF-8", Data([0xE6, 0x9C, 0xBA, 0xFF, 0xFE, 0x80, 0x41])),
    ("NUL bytes", Data("机密\0文件".utf8)),
    ("truncated GB 18030", Data([0xBB, 0xFA, 0xC3, 0xDC, 0xCE, 0xC4, 0xBC, 0xFE, 0xBB])),
  ])
  func undecodableTextIsNeverSilentlyClean(name: String, bytes: Data) throws {
    try inScratch { zhubi in
      try zhubi.write("bad.txt", bytes)
      let result = try zhubi.run("scan", "bad.txt")
      #expect(result.status == 3, "\(name): \(result.output)")
      #expect(result.output.contains("scan."), "\(name)")
    }
  }

  @Test func otherEncodingsAreReadLikeUTF8() throws {
    try inScratch { zhubi in
      let text = "机密★1年\n关于印发实施方案的通知，请各单位认真贯彻执行。\n"
      try zhubi.write("gb.txt", try #require(text.data(using: .init(rawValue: 0x8000_0632))))
      try zhubi.write("u16.txt", try #require(text.data(using: .utf16LittleEndian)))
      for name in ["gb.txt", "u16.txt"] {
        let result = try zhubi.run("scan", name)
        #expect(result.status == 1, "\(name): \(result.output)")
        #expect(result.output.contains("机密★"), "\(name)")
      }
    }
  }

  @Test func jsonLinesKeepTheirOrderAndNameBadLines() throws {
    try inScratch { zhubi in
      let input = """
        {"id":"b","text":"机密★1年"}
        {"id":7,"text":"好"}
        not json
        {"id":"c","html":"<p>好</p>","date":"2024-05-14"}

        """
      let result = try zhubi.run(
        "scan", "--from", "jsonl", "--to", "jsonl", "-", input: input)
      #expect(result.status == 3)
      let documents = result.output.split(separator: "\n").filter { $0.contains("\"verdict\"") }
      #expect(documents.map { $0.prefix(18) }.count == 4)
      #expect(documents[0].contains("\"document\":\"b\""))
      #expect(documents[1].contains("\"document\":\"7\""))
      #expect(documents[2].contains("\"document\":\"-:3\""))
      #expect(documents[2].contains("incomplete"))
      #expect(documents[3].contains("2024-05-14"))
    }
  }

  @Test func aBrokenLexiconIsTwoWithFileAndLine() throws {
    try inScratch { zhubi in
      try zhubi.write("notice.txt", clean)
      try zhubi.write("own/pack.yaml", "id: own\nkind: term.own\n")
      try zhubi.write("own/words.tsv", "term\tseverity\n好词\twarning\n坏\twarning\n坏词\tnasty\n")
      let result = try zhubi.run("scan", "notice.txt", "--lexicon", "own")
      #expect(result.status == 2)
      #expect(result.errors.contains("own/words.tsv:3:"))
      #expect(result.errors.contains("own/words.tsv:4:"))
    }
  }

  @Test func anOwnPackAddsChangesAndSwitchesOff() throws {
    try inScratch { zhubi in
      try zhubi.write("notice.txt", "机密★1年\n本局红头密件专用\n")
      try zhubi.write("own/pack.yaml", "id: own\nkind: term.own\nseverity: error\n")
      try zhubi.write(
        "own/words.tsv",
        "term\tkind\tseverity\n红头密件\t\t\n机密★\tterm.secrecy-marking\toff\n")
      let result = try zhubi.run("scan", "notice.txt", "--to", "jsonl", "--lexicon", "own")
      #expect(result.status == 1)
      #expect(result.output.contains("\"rule\":\"term.own\""))
      #expect(!result.output.contains("机密★ @"))
    }
  }

  @Test func theCacheMayBeReadOnlyOrAbsent() throws {
    try inScratch { zhubi in
      try zhubi.write("notice.txt", marked)
      var other = zhubi
      other.environment["ZHUBI_CACHE"] = "/proc/nowhere"
      #expect(try other.run("scan", "notice.txt").status == 1)
      #expect(try zhubi.run("scan", "notice.txt", "--no-cache").status == 1)
    }
  }

  @Test func aDamagedCacheIsMadeAnew() throws {
    try inScratch { zhubi in
      var own = zhubi
      own.environment["ZHUBI_CACHE"] = zhubi.folder.appending(path: "cache").path
      try zhubi.write("notice.txt", marked)
      #expect(try own.run("scan", "notice.txt").status == 1)
      let cache = zhubi.folder.appending(path: "cache")
      let image = try #require(
        try FileManager.default.contentsOfDirectory(atPath: cache.path).first)
      var bytes = try Data(contentsOf: cache.appending(path: image))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: cache.appending(path: image))
      let result = try own.run("scan", "notice.txt")
      #expect(result.status == 1)
      #expect(result.output.contains("机密★"))
    }
  }
}
