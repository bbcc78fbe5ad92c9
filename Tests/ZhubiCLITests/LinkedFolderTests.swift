import Foundation
import TestSupport
import Testing

/// Folders are walked once, by whatever links they can be reached.
@Suite struct LinkedFolderTests {
  private func inScratch(_ body: (Program) throws -> Void) throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    try body(zhubi)
  }

  private static let bad = "抄送国家食品药品监督管理总局。\n"

  private func link(_ zhubi: Program, _ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: zhubi.folder.appending(path: path).path, withDestinationPath: target)
  }

  /// The documents of a scan in the order they are reported in.
  private func scan(_ zhubi: Program, _ paths: String...) throws -> (
    documents: [String], status: Int32, errors: String
  ) {
    let run = try zhubi.run(["scan", "--no-config", "--to", "jsonl"] + paths)
    let documents = run.output.split(separator: "\n").compactMap { line -> String? in
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)),
        let record = object as? [String: Any], record["rule"] == nil
      else { return nil }
      return record["document"] as? String
    }
    return (documents, run.status, run.errors)
  }

  @Test func aLinkBackIsNotFollowed() throws {
    try inScratch { zhubi in
      try zhubi.write("site/a/1.txt", Self.bad)
      try zhubi.write("site/b/2.txt", Self.bad)
      try link(zhubi, "site/a/back", to: "..")
      try link(zhubi, "site/a/here", to: ".")
      try link(zhubi, "site/0", to: "b")
      let found = try scan(zhubi, "site")
      #expect(found.documents == ["site/a/1.txt", "site/b/2.txt"])
      #expect(found.status == 0)
      #expect(
        found.errors.contains("链接指向已读的文件夹 3 处，不再重复：site/0, site/a/back, site/a/here"),
        "\(found.errors)")
    }
  }

  /// Two folders outside that show one another: each is read once, in the same order every time.
  @Test func linksBetweenFoldersOutsideEnd() throws {
    try inScratch { zhubi in
      try zhubi.write("out/x/1.txt", Self.bad)
      try zhubi.write("out/y/2.txt", Self.bad)
      try link(zhubi, "out/x/to-y", to: "../y")
      try link(zhubi, "out/y/to-x", to: "../x")
      try zhubi.write("site/0.txt", Self.bad)
      try link(zhubi, "site/x", to: "../out/x")
      try link(zhubi, "site/y", to: "../out/y")
      for _ in 0..<3 {
        let found = try scan(zhubi, "site")
        #expect(found.documents == ["site/0.txt", "site/x/1.txt", "site/x/to-y/2.txt"])
        #expect(found.errors.contains("2 处，不再重复：site/x/to-y/to-x, site/y"), "\(found.errors)")
      }
    }
  }

  /// A folder in which links lead only back to itself holds nothing, and that is said.
  @Test func nothingButACircleIsNothing() throws {
    try inScratch { zhubi in
      try zhubi.write("site/1.txt", Self.bad)
      try zhubi.write("empty/.keep", "")
      try link(zhubi, "empty/self", to: ".")
      let found = try scan(zhubi, "site", "empty")
      #expect(found.documents == ["site/1.txt", "empty"])
      #expect(found.status == 3)
    }
  }

  /// A link to itself shows nothing.
  @Test func aLinkToItselfIsBroken() throws {
    try inScratch { zhubi in
      try zhubi.write("site/1.txt", Self.bad)
      try link(zhubi, "site/loop", to: "loop")
      let found = try scan(zhubi, "site")
      #expect(found.documents == ["site/1.txt", "site/loop"])
      #expect(found.status == 3)
    }
  }

  /// Folders that many links show in many ways are walked once: their ways are more than could be
  /// walked.
  @Test(.timeLimit(.minutes(1))) func manyWaysAreWalkedOnce() throws {
    try inScratch { zhubi in
      for number in 0..<24 {
        try zhubi.write("site/\(number)/p.txt", Self.bad)
        for other in 0..<24 {
          try link(zhubi, "site/\(number)/to-\(other)", to: "../\(other)")
        }
      }
      #expect(try scan(zhubi, "site").documents.count == 24)
    }
  }
}
