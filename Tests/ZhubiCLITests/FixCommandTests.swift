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

  /// Every character outside the replacements stays, in every encoding.
  @Test(arguments: ["gb18030", "utf-8", "utf-8-bom", "utf-16"])
  func onlyTheReplacementsChange(encoding: String) throws {
    func bytes(_ text: String) throws -> Data {
      switch encoding {
      case "gb18030": try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
      case "utf-16": try #require(text.data(using: .utf16LittleEndian)).withMark([0xFF, 0xFE])
      case "utf-8-bom": Data(text.utf8).withMark([0xEF, 0xBB, 0xBF])
      default: Data(text.utf8)
      }
    }
    try inScratch { zhubi in
      try zhubi.write("a.txt", try bytes(Self.styles.map(\.0).joined(separator: "\r\n")))
      let result = try zhubi.run("scan", "--fix", "a.txt", "--language", "en")
      #expect(result.output.contains("replacement(s) in 1 file(s)"))
      let wanted = try bytes(Self.styles.map { $0.1 ?? $0.0 }.joined(separator: "\r\n"))
      #expect(try Data(contentsOf: zhubi.folder.appending(path: "a.txt")) == wanted)
      #expect(try zhubi.run("scan", "--diff", "a.txt").output.isEmpty, "nothing is left to do")
    }
  }

  /// What is written, and what it becomes; nil stays as it is.
  private static let styles: [(String, String?)] = [
    ("手机：13912346789", "手机：139****6789"), ("手机：139 1234 6789", "手机：139****6789"),
    ("手机：139-1234-6789", "手机：139****6789"), ("电话：+86 13912346789", "电话：139****6789"),
    ("手机：１３９１２３４６７８９", "手机：139****6789"),
    ("身份证号：110101199003076018", "身份证号：110***********6018"),
    ("银行卡号：6217000010001234569", "银行卡号：621700*********4569"),
    ("银行卡号：6217 0000 1000 1234 569", "银行卡号：621700*********4569"),
    ("双方签定协议。", "双方签订协议。"), ("国发[2020]5号", "国发〔2020〕5号"),
    // No machine knows what is right here.
    ("护照号：E12345678", nil), ("家庭住址：某市某区某街道幸福路12号3单元401室", nil),
    ("依据《合同法》第五十二条", nil), ("驻马店地区卫生计生委", nil), ("“签定”一词有误。", nil),
  ]

  @Test func aLinkStaysALinkAndAFailureIsNoSuccess() throws {
    try inScratch { zhubi in
      try zhubi.write("real/a.txt", "双方签定协议。\n")
      let link = zhubi.folder.appending(path: "b.txt")
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: "real/a.txt")
      _ = try zhubi.run("scan", "--fix", "b.txt")
      #expect(try zhubi.read("real/a.txt") == "双方签订协议。\n")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "real/a.txt")
      let left = try FileManager.default.contentsOfDirectory(
        atPath: zhubi.folder.appending(path: "real").path)
      #expect(left == ["a.txt"], "nothing is left behind")
    }
  }

  @Test func standardInputCannotBeFixed() throws {
    try inScratch { zhubi in
      let result = try zhubi.run("scan", "--fix", "-", input: text)
      #expect(result.status == 2)
    }
  }
}

extension Data {
  fileprivate func withMark(_ mark: [UInt8]) -> Data { Data(mark) + self }
}
