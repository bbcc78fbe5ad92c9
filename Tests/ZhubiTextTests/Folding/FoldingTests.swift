import Foundation
import Testing
import TestSupport

@testable import ZhubiText

@Suite struct FoldingTests {
  let folding = sharedFolding

  @Test(arguments: [
    "着著", "干乾幹", "沉沈瀋", "画畫划劃", "只祇衹隻", "炼鍊链煉鏈", "岳嶽", "熔鎔", "苎苧薴", "里裏裡", "台臺颱檯",
    "发發髮", "国國囯圀", "值値", "查査", "⼲干", "户戶戸", "为為爲", "秘祕", "群羣", "众眾衆", "够夠", "线綫線",
  ])
  func variantsAreOne(_ forms: String) {
    #expect(Set(forms.unicodeScalars.map { folding.unit($0.value) }).count == 1)
  }

  @Test(arguments: ["已己", "未末", "人入", "日曰", "土士", "大太", "察查", "份分", "厂厨", "皈归", "㐀㐁", "无旡"])
  func differentCharactersStayApart(_ forms: String) {
    #expect(Set(forms.unicodeScalars.map { folding.unit($0.value) }).count == 2)
  }

  /// The price: characters of GB 2312 that mean different things and fold alike. A lexicon that
  /// needs the difference writes an exception.
  @Test func collisionsWithinGB2312() {
    var bytes: [UInt8] = []
    for lead in UInt8(0xB0)...0xF7 {
      for trail in UInt8(0xA1)...(lead == 0xD7 ? 0xF9 : 0xFE) { bytes += [lead, trail] }
    }
    let text = String(decoding: TextDecoder().decode(bytes, declared: "gb2312").utf8, as: UTF8.self)
    #expect(text.unicodeScalars.count == 6763)
    var groups: [UInt32: String.UnicodeScalarView] = [:]
    for scalar in text.unicodeScalars {
      groups[folding.unit(scalar.value) ?? 0, default: .init()].append(scalar)
    }
    let collisions = groups.values.filter { $0.count > 1 }.map { String(String($0).sorted()) }
    #expect(
      collisions.sorted()
        == [
          "么麽", "乾干", "于於", "交跤", "仿彷", "伙夥", "俱具", "借藉", "划画", "后後", "吒咤", "坂阪", "姊姐", "征徵",
          "折摺", "沈沉", "炼链", "烟菸", "着著", "箝钳",
        ].map { String($0.sorted()) }.sorted())
  }

  /// The table of the binary and the table with the reasons.
  @Test func unificationsAreThoseOfTheDictionary() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../dictionaries/folding/unifications.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.first == "standard\tvariants\tkind\tnote")
    var groups: [String] = []
    for line in lines.dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(cells.count == 4, "\(line)")
      #expect(!cells[3].isEmpty, "no note: \(line)")
      groups.append("\(cells[0]) \(cells[1])")
    }
    let compiled = Unifications.groups.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(groups == compiled)
    let variants = Unifications.pairs.map(\.variant)
    #expect(Set(variants).count == variants.count)
    for (variant, standard) in Unifications.pairs {
      #expect(folding.unit(variant) == folding.unit(standard))
    }
  }

  @Test func rolesFollowTheirDefinition() {
    for c in FoldingProofTests.scalars {
      let roles = folding.roles(of: c)
      let unitClass = folding.unitClass(c)
      #expect(roles.isHan == (unitClass == .han))
      #expect(roles.isSkip == (unitClass == .skip))
      #expect(roles.isLineBreak == (unitClass == .newline))
      #expect(roles.isIndent == (unitClass == .space))
      if roles.isGlossVowel { #expect(roles.isGlossLetter) }
    }
    for c in "qūǘüńɡɑêｑ".unicodeScalars { #expect(folding.roles(of: c.value).isGlossLetter) }
    for c in "QŪ1中б。".unicodeScalars { #expect(!folding.roles(of: c.value).isGlossLetter) }
    for c in "aeiouāéǐòǚ".unicodeScalars { #expect(folding.roles(of: c.value).isGlossVowel) }
    for c in "bvyqwn".unicodeScalars { #expect(!folding.roles(of: c.value).isGlossVowel) }
    for c in "(（".unicodeScalars { #expect(folding.roles(of: c.value) == .glossOpen) }
    for c in ")）".unicodeScalars { #expect(folding.roles(of: c.value) == .glossClose) }
    for c in "[【{<《".unicodeScalars { #expect(folding.roles(of: c.value) == []) }
  }

  @Test func serialisedFormComesBack() throws {
    let bytes = folding.serialized()
    let again = try bytes.withUnsafeBytes { try Folding(serialized: $0) }
    #expect(again.index == folding.index && again.entries == folding.entries)
    #expect(again.pool == folding.pool && again.signature == folding.signature)
    #expect(again.icuVersion == folding.icuVersion)
    #expect(again.serialized() == bytes)
    // Any alignment.
    let shifted = [0] + bytes
    let unaligned = try shifted.withUnsafeBytes {
      try Folding(serialized: UnsafeRawBufferPointer(rebasing: $0[1...]))
    }
    #expect(unaligned.signature == folding.signature)
  }

  @Test func damagedDataIsRefused() {
    let bytes = folding.serialized()
    func refusal(_ data: [UInt8]) -> FoldingError? {
      do {
        _ = try data.withUnsafeBytes { (raw) throws(FoldingError) in try Folding(serialized: raw) }
        return nil
      } catch {
        return error as? FoldingError
      }
    }
    #expect(refusal([]) == .foreign)
    #expect(refusal(Array("not a folding at all, but long enough to be one".utf8)) == .foreign)
    #expect(refusal(bytes.dropLast()) == .size(found: bytes.count - 1, expected: bytes.count))
    #expect(refusal(bytes + [0]) == .size(found: bytes.count + 1, expected: bytes.count))
    var other = bytes
    other[8] ^= 2
    #expect(refusal(other) == .version(found: FoldingImage.version ^ 2, expected: 1))
    var dice = Dice(7)
    for bit in Array(0..<40 * 8) + (0..<200).map({ _ in dice.roll(0...bytes.count * 8 - 1) }) {
      var flipped = bytes
      flipped[bit >> 3] ^= 1 << UInt8(bit & 7)
      #expect(refusal(flipped) != nil, "bit \(bit)")
    }
    var swapped = bytes
    swapped.swapAt(40, 48)
    #expect(bytes[40] == bytes[48] || refusal(swapped) == .damaged)
  }

  /// Data with a fitting checksum and senseless content never leads outside the tables.
  @Test func contradictoryDataIsRefused() {
    func image(index: [UInt16], entries: [UInt32], pool: [UInt32]) -> [UInt8] {
      FoldingImage(
        index: index, entries: entries, pool: pool, icuVersion: 1, unicodeVersion: 1
      ).bytes
    }
    var wildIndex = folding.index
    wildIndex[5] = 0xFFFF
    var wildEntries = folding.entries
    wildEntries[5] = Folding.several | 0x1F_FFFF
    for bytes in [
      image(index: wildIndex, entries: folding.entries, pool: folding.pool),
      image(index: folding.index, entries: wildEntries, pool: folding.pool),
      image(index: [], entries: [], pool: []),
      image(index: folding.index, entries: folding.entries, pool: [900, 1]),
    ] {
      #expect(throws: FoldingError.self) {
        try bytes.withUnsafeBytes { try Folding(serialized: $0) }
      }
    }
  }
}
