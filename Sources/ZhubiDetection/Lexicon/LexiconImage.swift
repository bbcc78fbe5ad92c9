import ZhubiText

/// The layout of a compiled lexicon: one block of bytes without pointers.
///
/// `magic(8) version(4) sections(4) checksum(8) [offset(8) length(8)]… sections…`, little-endian,
/// sections aligned to 64 bytes. The checksum covers everything after itself.
enum LexiconImage {
  static let magic: [UInt8] = Array("ZHUBILEX".utf8)
  static let version: UInt32 = 3
  static let alignment = 64

  enum Section: Int, CaseIterable {
    case folding, automaton, entries, entryHeads, patternOffsets, patternEntries, packs
    case texts, textOffsets, rules
    /// The terms that may be matched through symbols, and the entry of each; empty when none may.
    case symbolAutomaton, symbolEntries
  }

  static let headerSize = 24 + Section.allCases.count * 16

  static func assemble(
    folding: Folding, automaton: [UInt8], entries: [LexiconEntry], entriesOfPattern: [[Int]],
    packs: [PackManifest], symbolTerms: SymbolTerms
  ) -> [UInt8] {
    var blob = ImageWriter()
    var heads: [Int] = []
    var rules: [RuleID] = []
    var ruleNumbers: [RuleID: Int] = [:]
    for entry in entries {
      let rule = ruleNumbers[entry.rule] ?? rules.count
      if rule == rules.count {
        rules.append(entry.rule)
        ruleNumbers[entry.rule] = rule
      }
      let dates = [entry.since, entry.until].map {
        $0.map { $0.dayNumber + EntryHead.dayZero } ?? 0
      }
      heads += [blob.bytes.count, rule | (entry.layer << 16)] + dates
      entry.write(to: &blob)
    }
    var patternOffsets = [0]
    var patternEntries: [Int] = []
    for list in entriesOfPattern {
      patternEntries += list
      patternOffsets.append(patternEntries.count)
    }
    var packWriter = ImageWriter()
    packWriter.list(packs) { writer, pack in
      for text in [
        pack.id, pack.title, pack.version, pack.severity.rawValue, pack.kind?.text ?? "",
        pack.profile, pack.licence, pack.source,
      ] { writer.text(text) }
    }
    var textOffsets: [Int] = []
    var texts: [UInt8] = []
    for text in blob.pool.texts {
      textOffsets.append(texts.count)
      texts += Array(text.utf8)
    }
    textOffsets.append(texts.count)
    var ruleWriter = ImageWriter()
    ruleWriter.list(rules) { $0.text($1.text) }
    let sections: [[UInt8]] = [
      folding.serialized(), automaton, blob.bytes, words(heads), words(patternOffsets),
      words(patternEntries), packWriter.bytes, texts, words(textOffsets), ruleWriter.bytes,
      symbolTerms.automaton, words(symbolTerms.entries),
    ]
    return join(sections)
  }

  private static func join(_ sections: [[UInt8]]) -> [UInt8] {
    var image: [UInt8] = magic
    append(UInt64(version) | UInt64(sections.count) << 32, to: &image)
    append(0, to: &image)
    var offset = aligned(headerSize)
    for section in sections {
      append(UInt64(offset), to: &image)
      append(UInt64(section.count), to: &image)
      offset = aligned(offset + section.count)
    }
    for section in sections {
      image.append(contentsOf: repeatElement(0, count: aligned(image.count) - image.count))
      image += section
    }
    let sum = image.withUnsafeBytes { checksum(UnsafeRawBufferPointer(rebasing: $0[24...])) }
    for shift in 0..<8 { image[16 + shift] = UInt8(truncatingIfNeeded: sum >> (8 * shift)) }
    return image
  }

  /// Checks a block and returns where its sections are.
  static func open(_ bytes: UnsafeRawBufferPointer) throws(LexiconError) -> [Range<Int>] {
    guard bytes.count >= headerSize, bytes.prefix(8).elementsEqual(magic) else {
      throw .image(reason: "not a lexicon image")
    }
    let head = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    guard UInt32(truncatingIfNeeded: head) == version else {
      throw .image(
        reason: "version \(UInt32(truncatingIfNeeded: head)), this build reads \(version)")
    }
    guard head >> 32 == UInt64(Section.allCases.count) else {
      throw .image(reason: "\(head >> 32) sections, expected \(Section.allCases.count)")
    }
    let stored = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self).littleEndian
    guard stored == checksum(UnsafeRawBufferPointer(rebasing: bytes[24...])) else {
      throw .image(reason: "damaged or truncated (checksum differs)")
    }
    var ranges: [Range<Int>] = []
    for index in Section.allCases.indices {
      let offset = bytes.loadUnaligned(fromByteOffset: 24 + index * 16, as: UInt64.self)
      let length = bytes.loadUnaligned(fromByteOffset: 32 + index * 16, as: UInt64.self)
      guard offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset else {
        throw .image(reason: "a section lies outside the image")
      }
      ranges.append(Int(offset)..<Int(offset + length))
    }
    return ranges
  }

  /// A fast 64-bit sum over all bytes; any single changed bit changes it.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var index = 0
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
      let product = (lane ^ word).multipliedFullWidth(by: prime)
      return (product.high ^ product.low) &+ word
    }
    while index + 32 <= bytes.count {
      lanes.0 = mix(lanes.0, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      lanes.1 = mix(lanes.1, bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      lanes.2 = mix(lanes.2, bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self))
      lanes.3 = mix(lanes.3, bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self))
      index += 32
    }
    var sum = mix(mix(mix(lanes.0, lanes.1), lanes.2), lanes.3)
    while index < bytes.count {
      sum = mix(sum, UInt64(bytes[index]) | UInt64(index) << 8)
      index += 1
    }
    return sum ^ UInt64(bytes.count)
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + alignment - 1) / alignment * alignment
  }

  private static func append(_ value: UInt64, to image: inout [UInt8]) {
    for shift in 0..<8 { image.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
  }

  private static func words(_ numbers: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 4)
    for number in numbers {
      for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
    }
    return bytes
  }
}

/// What is known of an entry without reading it: enough to pass over entries that are switched off
/// or out of date.
struct EntryHead {
  /// Bytes of a head in the image.
  static let size = 16
  /// Added to day numbers so that 0 can say "no date".
  static let dayZero = 1_000_000

  var offset: Int
  var rule: Int
  var layer: Int
  var since: CalendarDate?
  var until: CalendarDate?
}
