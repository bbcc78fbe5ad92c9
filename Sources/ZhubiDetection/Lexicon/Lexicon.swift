import ZhubiAutomaton
public import ZhubiText

/// A compiled lexicon: the engine, the folding it was made with, and the entries behind every hit.
///
/// Opening costs the check of the image; entries are read when one of them is hit. Shared freely
/// between threads.
public struct Lexicon: Sendable {
  /// Keeps the bytes of an image alive and in place.
  final class Storage: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let release: @Sendable (UnsafeRawBufferPointer) -> Void

    init(
      _ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
    ) {
      self.bytes = bytes
      self.release = release
    }

    deinit { release(bytes) }
  }

  private let storage: Storage
  private let ranges: [Range<Int>]
  let automaton: Automaton
  /// For the terms that may be matched through symbols, where there are any.
  let symbolAutomaton: Automaton?
  /// The folding every term was folded with, and every text must be.
  public let folding: Folding
  /// The packs inside, bottom layer first.
  public let packs: [PackManifest]
  /// The kinds of entries inside.
  public let rules: [RuleID]
  /// For each kind, which kinds its terms hide when they do not count themselves.
  let groups: [Int]
  let patterns: PatternCache
  private let entries = EntryCache()

  /// Opens an image held in memory (copied once, aligned).
  public init(image: [UInt8]) throws(LexiconError) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: image.count, alignment: LexiconImage.alignment)
    copy.copyBytes(from: image)
    try self.init(
      mapped: UnsafeRawBufferPointer(copy),
      release: { UnsafeMutableRawBufferPointer(mutating: $0).deallocate() })
  }

  /// Opens an image where it lies, for example in a mapped file.
  ///
  /// - Parameter release: called once, when nothing uses the bytes any more (also when opening
  ///   fails).
  public init(
    mapped bytes: UnsafeRawBufferPointer,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) throws(LexiconError) {
    let storage = Storage(bytes, release: release)
    let ranges = try LexiconImage.open(bytes)
    func section(_ section: LexiconImage.Section) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[ranges[section.rawValue]])
    }
    do {
      folding = try Folding(serialized: section(.folding))
      automaton = Automaton(try AutomatonImage(unowned: section(.automaton)))
      let symbols = section(.symbolAutomaton)
      symbolAutomaton = symbols.isEmpty ? nil : Automaton(try AutomatonImage(unowned: symbols))
    } catch {
      throw .image(reason: "\(error)")
    }
    var reader = ImageReader(section(.packs))
    packs = reader.list { reader in
      PackManifest(
        id: reader.text(), title: reader.text(), version: reader.text(),
        severity: Severity(rawValue: reader.text()) ?? .warning, kind: RuleID(reader.text()),
        profile: reader.text(), licence: reader.text(), source: reader.text())
    }
    var ruleReader = ImageReader(section(.rules))
    let kinds = ruleReader.list { RuleID($0.text()) ?? "scan.dead-rule" }
    rules = kinds
    let outdated = kinds.firstIndex { $0.family == "outdated" }
    groups = kinds.indices.map { kinds[$0].family == "outdated" ? outdated ?? $0 : $0 }
    patterns = PatternCache(folding: folding)
    self.storage = storage
    self.ranges = ranges
  }

  /// How many entries there are.
  public var entryCount: Int {
    ranges[LexiconImage.Section.entryHeads.rawValue].count / EntryHead.size
  }

  /// Bytes of the image.
  public var size: Int { storage.bytes.count }

  /// The entry with this number.
  public func entry(_ index: Int) -> LexiconEntry {
    entries.entry(index) {
      let head = head(index)
      var reader = ImageReader(section(.entries), at: head.offset, pool: text)
      return LexiconEntry(from: &reader, since: head.since, until: head.until)
    }
  }

  /// What is known of an entry without reading it.
  func head(_ index: Int) -> EntryHead {
    func date(_ number: Int) -> CalendarDate? {
      number == 0 ? nil : CalendarDate(dayNumber: number - EntryHead.dayZero)
    }
    let kind = word(.entryHeads, index * 4 + 1)
    return EntryHead(
      offset: word(.entryHeads, index * 4), rule: kind & 0xFFFF, layer: kind >> 16,
      since: date(word(.entryHeads, index * 4 + 2)), until: date(word(.entryHeads, index * 4 + 3)))
  }

  /// A text of the pool; empty when there is none of that number.
  private func text(_ number: Int) -> String {
    let count = ranges[LexiconImage.Section.textOffsets.rawValue].count / 4
    guard number >= 0, number + 1 < count else { return "" }
    let bytes = section(.texts)
    let start = word(.textOffsets, number)
    let end = word(.textOffsets, number + 1)
    guard start <= end, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The numbers of the entries that share the wording of a pattern.
  func entries(ofPattern pattern: Int) -> [Int] {
    (word(.patternOffsets, pattern)..<word(.patternOffsets, pattern + 1)).map {
      word(.patternEntries, $0)
    }
  }

  /// The number of the entry behind a term of `symbolAutomaton`.
  func symbolEntry(ofTerm term: Int) -> Int { word(.symbolEntries, term) }

  private func section(_ section: LexiconImage.Section) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: storage.bytes[ranges[section.rawValue]])
  }

  private func word(_ name: LexiconImage.Section, _ index: Int) -> Int {
    Int(section(name).loadUnaligned(fromByteOffset: index * 4, as: UInt32.self).littleEndian)
  }
}

extension Lexicon {
  /// Changes whenever an image made by another build could not be used by this one.
  public static var formatSignature: String {
    "lexicon \(LexiconImage.version) · automaton \(AutomatonImage.formatVersion) · \(Folding.formatSignature)"
  }
}
