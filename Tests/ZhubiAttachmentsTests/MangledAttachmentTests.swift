import AttachmentExchange
import Foundation
import TestSupport
import Testing
import ZhubiAttachments
import ZhubiText

/// Damaged files, through the real helper process: it never hangs and never dies, and what it calls
/// complete is complete.
@Suite struct MangledAttachmentTests {
  private let reader = AttachmentReader(
    helper: Program.products.appending(path: AttachmentReader.helperName).path)

  private func mangle(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    switch dice.roll(0...5) {
    case 0: return Array(bytes.prefix(dice.roll(0...bytes.count - 1)))
    case 1:
      let start = dice.roll(0...bytes.count - 2)
      bytes.removeSubrange(start..<min(bytes.count, start + dice.roll(1...64)))
    case 2:
      let start = dice.roll(0...bytes.count - 1)
      bytes.insert(contentsOf: (0..<dice.roll(1...64)).map { UInt8($0) }, at: start)
    case 3:
      // The directory of an archive stands at the end.
      let start = max(0, bytes.count - 2_000)
      for _ in 0..<dice.roll(1...3) {
        bytes[dice.roll(start...bytes.count - 1)] = UInt8(dice.roll(0...255))
      }
    default:
      for _ in 0..<dice.roll(1...4) {
        bytes[dice.roll(0...bytes.count - 1)] ^= 1 << UInt8(dice.roll(0...7))
      }
    }
    return bytes
  }

  @Test(arguments: Fixtures.mangled) func damageIsSaidOrHarmless(fixture: String) throws {
    let sound = try Fixtures.bytes(fixture)
    let whole = reader.read(sound, id: fixture)
    if fixture.hasSuffix(".pdf"), !Fixtures.has("pdftotext") { return }
    var dice = Dice(UInt64(sound.count))
    var said = 0
    for round in 0..<50 {
      let bytes = mangle(sound, &dice)
      let document = reader.read(bytes, id: fixture, format: String(fixture.suffix(4)).drop("."))
      let isComplete = document.problems.allSatisfy { $0.kind == .pollutedText }
      let died = document.problems.contains { $0.english.contains("died") }
      #expect(!died, "round \(round) of \(fixture)")
      if !isComplete { said += 1 }
      // PDF has no checksums: its text may change without anybody knowing.
      if isComplete, !fixture.hasSuffix(".pdf") {
        #expect(document.source == whole.source, "round \(round) of \(fixture)")
      }
    }
    #expect(
      said > (fixture.hasSuffix(".pdf") ? 5 : 25), "only \(said) of 50 damaged files were noticed")
  }

  @Test func anUnknownMemberIsNamedAndTextInUTF16IsRead() {
    var archive = TestArchive()
    archive.add(Array("a.bin".utf8), (0..<999).map { UInt8(truncatingIfNeeded: $0 * 7) })
    archive.add(
      Array("b.txt".utf8),
      "机密★1年\n关于印发实施方案的通知，请各单位认真贯彻执行。\n".utf16.flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
      })
    let document = reader.read(archive.bytes, id: "a.zip")
    #expect(document.problems.map(\.kind) == [.unsupported])
    #expect(document.problems.map(\.part) == ["a.bin"])
    #expect(document.parts.map(\.label) == ["b.txt"])
    #expect(String(decoding: document.source, as: UTF8.self).hasPrefix("机密★1年"))
  }

  @Test func aMissingHelperIsSaid() {
    let document = AttachmentReader(helper: "/nonexistent/helper").read([0x50], id: "a")
    #expect(document.problems.map(\.kind) == [.unsupported])
  }

  @Test func aHelperThatNeverAnswersIsEnded() throws {
    let program = try Program("zhubi")
    defer { program.clean() }
    try program.write("sleeper", "#!/bin/sh\nsleep 30\n")
    let path = program.folder.appending(path: "sleeper").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    var limits = AttachmentLimits()
    limits.seconds = 1
    let start = Date()
    let document = AttachmentReader(helper: path, limits: limits).read([0x50], id: "a")
    #expect(document.problems.map(\.kind) == [.limitReached])
    #expect(Date().timeIntervalSince(start) < 20)
  }

  @Test func aHelperThatDiesIsSaid() {
    for program in ["/bin/true", "/bin/false"] {
      let document = AttachmentReader(helper: program).read([0x50], id: "a")
      #expect(document.problems.map(\.kind) == [.unreadable])
    }
  }
}

extension String {
  fileprivate func drop(_ character: Character) -> String {
    String(self.drop { $0 == character })
  }
}
