import Foundation
import TestSupport
import Testing

/// `--diff` shows, `--fix` does, and neither touches what is not certain.
@Suite struct FixCommandTests {
  private let text = "双方签定合同。\r\n“签定”一词有误。\r\n"

  private func inScratch(_ body: (Program) throws -> Void) throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    try zhubi.write("own/pack.yaml", "id: own\nkind: typo.confusion\nseverity: error\n")
    try zhubi.write(
      "own/words.tsv", "term\tsuggestion\tunless\tsource\n签定合\t签订合\t\t测试\n")
    try body(zhubi)
  }

  @Test func theDiffShowsAndTheFixWrites() throws {
    try inScratch { zhubi in
      try zhubi.write("a.txt", text)
      let shown = try zhubi.run("scan", "--diff", "a.txt", "--lexicon", "own")
      #expect(shown.output.contains("-双方签定合同。"))
      #expect(shown.output.contains("+双方签订合同。"))
      #expect(try zhubi.read("a.txt") == text)
      let fixed = try zhubi.run("scan", "--fix", "a.txt", "--lexicon", "own")
      #expect(fixed.output.contains("改正 1 处"))
      #expect(try zhubi.read("a.txt") == text.replacing("签定合", with: "签订合"))
    }
  }

  @Test func encodingAndPermissionsStay() throws {
    try inScratch { zhubi in
      let gb = String.Encoding(rawValue: 0x8000_0632)
      let long = text + "为进一步规范工作，请各单位认真贯彻执行有关规定。\r\n"
      try zhubi.write("gb.txt", try #require(long.data(using: gb)))
      let file = zhubi.folder.appending(path: "gb.txt")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      _ = try zhubi.run("scan", "--fix", "gb.txt", "--lexicon", "own")
      let fixed = try Data(contentsOf: file)
      #expect(
        fixed == long.replacing("签定合", with: "签订合").data(using: gb))
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func standardInputCannotBeFixed() throws {
    try inScratch { zhubi in
      let result = try zhubi.run("scan", "--fix", "-", input: text)
      #expect(result.status == 2)
    }
  }
}
