import AttachmentExchange
import AttachmentReading
import Foundation
import TestSupport
import Testing

/// Files made to harm, or that cannot be read: said aloud, with every limit.
@Suite struct HostileAttachmentTests {
  private func read(
    _ bytes: [UInt8], limits: AttachmentLimits = AttachmentLimits(), expected: String = "auto"
  ) -> (parts: [AttachmentPart], problems: [AttachmentProblem]) {
    var parts: [AttachmentPart] = []
    var problems: [AttachmentProblem] = []
    AttachmentReading(limits: limits) { record in
      switch record {
      case .part(let part): parts.append(part)
      case .problem(let problem): problems.append(problem)
      case .file(let place, let bytes):
        parts.append(AttachmentPart(.body, place: place, text: bytes))
      }
    }.read(bytes, expected: expected)
    return (parts, problems)
  }

  private func name(_ place: AttachmentPlace) -> String {
    place.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }

  @Test(arguments: Fixtures.names) func aTruncatedFileIsUnreadable(fixture: String) throws {
    let bytes = try Fixtures.bytes(fixture)
    for share in [3, 10, 30, 60, 95] {
      let (_, problems) = read(Array(bytes.prefix(bytes.count * share / 100)))
      #expect(!problems.isEmpty, "\(share) % of \(fixture)")
    }
  }

  @Test func anEncryptedMemberIsUnreadableAndTheOthersAreRead() throws {
    var archive = TestArchive()
    archive.add("secret.txt", "x", flags: 1)
    archive.add("open.txt", "机密★1年")
    let (parts, problems) = read(archive.bytes)
    #expect(parts.map { name($0.place) } == ["open.txt"])
    #expect(problems.map { name($0.place) } == ["secret.txt"])
    #expect(problems.map(\.kind) == [.unreadable])
  }

  @Test func anEncryptedOfficeFileIsUnreadable() {
    let bytes: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1_000)
      + "EncryptedPackage".utf8.flatMap { [$0, 0] } + Array(repeating: 0, count: 500)
    let (parts, problems) = read(bytes)
    #expect(parts.isEmpty)
    #expect(problems.map(\.english) == ["encrypted, cannot be read"])
  }

  @Test func aBombEndsAtTheRatio() {
    var archive = TestArchive()
    archive.add(Array("zeros.txt".utf8), Array(repeating: 0x30, count: 64 << 20))
    let (parts, problems) = read(archive.bytes)
    #expect(parts.isEmpty)
    #expect(problems.map(\.kind) == [.limitReached])
  }

  @Test func manyMembersShareOneLimit() {
    var limits = AttachmentLimits()
    limits.unpackedBytes = 1 << 20
    var dice = Dice(7)
    var archive = TestArchive()
    for number in 0..<10 {
      archive.add(
        Array("\(number).txt".utf8),
        (0..<300_000).map { _ in UInt8(0x61 + dice.roll(0...20)) })
    }
    let (parts, problems) = read(archive.bytes, limits: limits)
    #expect(parts.count == 3)
    #expect(problems.map(\.kind) == [.limitReached])
  }

  @Test func archivesNestedTooDeepAreRefused() {
    var inner = TestArchive()
    inner.add("a.txt", "机密★1年")
    for _ in 0..<20 {
      var outer = TestArchive()
      outer.add(Array("a.zip".utf8), inner.bytes)
      inner = outer
    }
    let (parts, problems) = read(inner.bytes)
    #expect(parts.isEmpty)
    #expect(problems.map(\.kind) == [.limitReached])
  }

  @Test(arguments: ["../a.txt", "/etc/a.txt", "..\\a.txt", "C:a.txt", "a/../../b.txt", "a\0.txt"])
  func namesThatClimbOutAreRefused(path: String) {
    var archive = TestArchive()
    archive.add(path, "机密★1年")
    archive.add("a..b/fine.txt", "正文")
    let (parts, problems) = read(archive.bytes)
    #expect(parts.map { name($0.place) } == ["a..b/fine.txt"])
    #expect(problems.map(\.kind) == [.unreadable])
  }

  @Test func entitiesAreNeverDeclared() {
    let (parts, problems) = read(
      TestArchive.word(
        "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><d><p><t>&b;</t></p></d>"
      ).bytes)
    #expect(parts.isEmpty)
    #expect(problems.map(\.kind) == [.unreadable])
    let outside = read(
      TestArchive.word("<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d><t>a</t></d>").bytes)
    #expect(outside.problems.map(\.kind) == [.unreadable])
  }

  @Test func elementsNestedTooDeepKeepWhatCameBefore() {
    let deep = String(repeating: "<tbl>", count: 10_000)
    let (parts, problems) = read(
      TestArchive.word("<d><p><t>机密★1年</t></p>\(deep)").bytes)
    #expect(parts.map { String(decoding: $0.text, as: UTF8.self) } == ["机密★1年"])
    #expect(problems.map(\.kind) == [.limitReached])
  }

  @Test func sharedTextsCannotGrowWithoutBound() {
    var limits = AttachmentLimits()
    limits.textBytes = 1_000
    let row =
      "<row><c t='inlineStr'><is><t>\(String(repeating: "甲", count: 100))</t></is></c></row>"
    let (_, problems) = read(
      TestArchive.sheet(String(repeating: row, count: 20)).bytes, limits: limits)
    #expect(problems.contains { $0.kind == .limitReached })
  }

  @Test func aCellFarAwayCostsNothing() {
    let (parts, problems) = read(
      TestArchive.sheet("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>").bytes)
    #expect(problems.isEmpty)
    #expect(parts.first?.tables.first?.first?.row == 1_048_575)
    #expect(parts.first?.tables.first?.first?.column == 16_383)
  }

  @Test func picturesAndUnknownFormatsAreNamed() {
    var archive = TestArchive()
    archive.add(Array("证件.jpg".utf8), [0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 1, count: 99))
    archive.add("b.rtf", "{\\rtf1 a}")
    let (parts, problems) = read(archive.bytes)
    #expect(parts.isEmpty)
    #expect(problems.map(\.kind) == [.imageOnly, .unsupported])
  }

  @Test func aBrokenChecksumIsReported() throws {
    var archive = TestArchive()
    archive.add("a.txt", "机密★1年")
    var bytes = archive.bytes
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[place + 16] ^= 1
    #expect(read(bytes).problems.map(\.kind) == [.unreadable])
  }
}
