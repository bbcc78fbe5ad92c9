import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

@Suite struct LexiconImageTests {
  static let table = """
    term\tkind\tseverity\tconfidence\tsuggestion\tunless\tonly\tsince\tuntil\tsource\tnote
    旧词\toutdated.system\terror\tlikely\t新词|另词\t@historical;旧词典;?@near(甲|乙)\t@head\t2020-01-02\t2030-01-01\t出处\t备注
    /旧\\d号/\tterm.test\tblock\t\t\t\t\t\t\t
    """

  @Test func entriesComeBackAsTheyWere() throws {
    let source = compiler([pack(Self.table)])
    let lexicon = try Lexicon(image: source.compile())
    #expect((0..<lexicon.entryCount).map { lexicon.entry($0) } == source.merged().entries)
    #expect(lexicon.packs.map(\.id) == ["test"])
    #expect(lexicon.rules == ["outdated.system", "term.test"])
  }

  @Test func everyTextStandsInTheImageOnce() throws {
    let rows = (0..<200).map { "词条\($0)\tterm.test\t一个很长很长的出处，会重复两百次" }.joined(separator: "\n")
    let image = try compiler([pack("term\tkind\tsource\n\(rows)")]).compile()
    let few = try compiler([pack("term\tkind\tsource\n词条0\tterm.test\t出处")]).compile()
    #expect(image.count - few.count < 200 * 100)
  }

  @Test func refusesEveryDamagedByteOfTheHeaderAndASampleOfTheRest() throws {
    let image = try compiler([pack(Self.table)]).compile()
    var dice = Dice(7)
    let places =
      Array(0..<LexiconImage.headerSize) + (0..<60).map { _ in dice.roll(0...image.count - 1) }
    for place in places {
      var damaged = image
      damaged[place] ^= 0x55
      #expect(throws: LexiconError.self, "byte \(place)") { try Lexicon(image: damaged) }
    }
  }

  @Test func refusesEveryDamagedOrMissingByteOfItsOwnSections() throws {
    // The checksum itself, over a small block.
    let bytes = (0..<257).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let whole = bytes.withUnsafeBytes { LexiconImage.checksum($0) }
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << bit
        #expect(damaged.withUnsafeBytes { LexiconImage.checksum($0) } != whole)
      }
      let cut = Array(bytes[..<place])
      #expect(cut.withUnsafeBytes { LexiconImage.checksum($0) } != whole)
    }
  }

  @Test func refusesTruncation() throws {
    let image = try compiler([pack(Self.table)]).compile()
    for length in Array(stride(from: 0, to: 300, by: 7)) + [image.count / 2, image.count - 1] {
      #expect(throws: LexiconError.self, "\(length) bytes") {
        try Lexicon(image: Array(image[..<length]))
      }
    }
  }

  @Test func readingNeverLeavesTheBytes() {
    let bytes: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    bytes.withUnsafeBytes { raw in
      var reader = ImageReader(raw)
      #expect(reader.text() == "")
      #expect(reader.number() == 0)
      #expect(reader.list { $0.number() }.isEmpty)
    }
  }

  /// The packs of terms and outdated names; the typo tables have their own size.
  @Test func thePacksOfTermsAreSmall() throws {
    let packs = HouseLexicon.packs(in: HouseLexicon.dictionaries)
      .filter { !$0.manifest.path.hasPrefix("typos") }
    #expect(packs.count >= 7)
    let image = try compiler(packs).compile()
    let empty = try compiler([pack("term\n甲乙丙丁")]).compile()
    print("packs compile to \(image.count) bytes, of which \(empty.count) for an empty lexicon")
    #expect(image.count <= 2_000_000)
  }
}
