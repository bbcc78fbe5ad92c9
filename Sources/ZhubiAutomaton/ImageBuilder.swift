import AutomatonKernels

extension AutomatonImage {
  /// Compiles terms into an image.
  ///
  /// - Parameters:
  ///   - terms: folded units of each term, 1 to 127 of them; the index is what `Match.term` says.
  ///   - map: how text becomes units; it is compiled into the image.
  ///   - frequencies: knowledge about the text to come, which only makes scans faster. Without it the
  ///     terms themselves are counted.
  ///   - duplicates: what happens to equal terms.
  /// - Returns: the image, to be opened with `init(bytes:)` or written to a file.
  /// - Throws: the index of a term that is empty, too long, a duplicate, or can never match because no
  ///   code point that is not skipped gives one of its units.
  /// - Complexity: O(units of all terms + 1.1 million); a million terms take less than a second.
  public static func build(
    terms: [[UInt32]], map: UnitMap, frequencies: UnitFrequencies? = nil,
    duplicates: DuplicateTerms = .refuse
  ) throws(AutomatonError) -> [UInt8] {
    let codes = try TermCodes(terms, map, frequencies, duplicates)
    let anchors = Anchors(codes)
    let characters = try CharacterTables(map, codes)
    return try ImageWriter(codes, anchors, characters).write(terms: terms.count)
  }
}

extension UnitFrequencies {
  /// Counts the terms, each once.
  init(counting terms: TermCodes) {
    self.init()
    for term in terms.kept {
      var previous = UInt32.max
      for k in terms.range(Int(term)) {
        count(terms.units[k], after: previous)
        previous = terms.units[k]
      }
    }
  }
}

/// Lays the parts of an image one behind the other.
struct ImageWriter {
  let codes: TermCodes
  let anchors: Anchors
  let characters: CharacterTables

  init(_ codes: TermCodes, _ anchors: Anchors, _ characters: CharacterTables) {
    self.codes = codes
    self.anchors = anchors
    self.characters = characters
  }

  func write(terms: Int) throws(AutomatonError) -> [UInt8] {
    var header = ImageHeader()
    header.terms = UInt32(terms)
    header.maxLength = UInt32(codes.maxLength)
    header.singleLow = codes.singleLow
    header.codeEnd = codes.codeEnd
    header.firstLow = codes.first.lowerBound
    header.firstSpan = UInt32(codes.first.count)
    header.secondLow = codes.second.lowerBound
    header.secondSpan = UInt32(codes.second.count)
    header.flags = (characters.hasEvents ? 1 : 0) | (characters.hasFar ? 2 : 0)
    let keys = anchors.pairs.count + anchors.distinct
    header.filterBits = 15
    while 1 << Int(header.filterBits) < 40 * keys, header.filterBits < 24 { header.filterBits += 1 }
    // Lines are filled to 62 % on average: hardly any overflows.
    header.pairLines = UInt32(Double(anchors.pairs.count) / 4.96) + 2
    header.tripleLines = UInt32(Double(anchors.distinct) / 4.96) + 2
    var records = 2
    for triple in anchors.triples { records += codes.range(Int(triple.term)).count + 3 }
    guard records < Int(Int32.max) else { throw .imageTooLarge }

    let counts: [ImagePart: Int] = [
      .fold: 2 * 65536 + 64, .farIndex: 2 * characters.farIndex.count,
      .farPages: 2 * characters.farPages.count, .roleIndex: 2 * characters.roleIndex.count,
      .rolePages: characters.rolePages.count, .events: 8 * characters.events.count,
      .expansions: 8 * characters.expansions.count,
      .expansionPool: 2 * characters.expansionPool.count,
      .filter: 1 << (Int(header.filterBits) - 3), .pairs: 64 * Int(header.pairLines),
      .triples: 64 * Int(header.tripleLines), .records: 2 * records,
      .singles: 4 * Int(codes.codeEnd - codes.singleLow),
    ]
    var size = ImageHeader.size
    for part in ImagePart.allCases {
      header.parts.append((offset: size, count: counts[part]!))
      size = (size + counts[part]! + 63) & ~63
    }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      bytes.initializeMemory(as: UInt8.self, repeating: 0)
      characters.write(to: bytes, header)
      fillTables(bytes, header)
      header.write(to: bytes)
      count = size
    }
  }

  private func fillTables(_ bytes: UnsafeMutableRawBufferPointer, _ header: ImageHeader) {
    func part<T>(_ part: ImagePart, as type: T.Type) -> UnsafeMutablePointer<T> {
      bytes.baseAddress!.advanced(by: header.range(part).offset).assumingMemoryBound(to: type)
    }
    let filter = part(.filter, as: UInt32.self)
    let shift = Hashes.shift(filterBits: header.filterBits)
    let pairs = LineTable(part(.pairs, as: zk_line.self), header.pairLines)
    let triples = LineTable(part(.triples, as: zk_line.self), header.tripleLines)
    let singles = part(.singles, as: UInt32.self)
    let records = part(.records, as: UInt16.self)

    for term in anchors.singles {
      let code = UInt32(codes.codes[codes.range(Int(term)).lowerBound])
      singles[Int(code - codes.singleLow)] = term
    }
    for term in anchors.pairs {
      let at = codes.range(Int(term)).lowerBound
      let pair = UInt32(codes.codes[at]) | UInt32(codes.codes[at + 1]) << 16
      let hash = Hashes.pair(pair, shift: shift)
      filter[Int(hash >> 10)] |= Hashes.pairMask(hash)
      pairs.put(pair, term)
    }
    var at = 2
    for (k, triple) in anchors.triples.enumerated() {
      let hash = Hashes.pair(triple.pair, shift: shift)
      filter[Int(hash >> 10)] |= Hashes.tripleMask(hash &+ Hashes.third(UInt32(triple.third)))
      if k == 0 || anchors.triples[k - 1].key != triple.key { triples.put(triple.key, UInt32(at)) }
      let last = k + 1 == anchors.triples.count || anchors.triples[k + 1].key != triple.key
      let range = codes.range(Int(triple.term))
      records[at] = UInt16(range.count) | UInt16(triple.offset) << 8 | (last ? 0x8000 : 0)
      records[at + 1] = UInt16(truncatingIfNeeded: triple.term)
      records[at + 2] = UInt16(truncatingIfNeeded: triple.term >> 16)
      for (offset, position) in range.enumerated() {
        records[at + 3 + offset] = codes.codes[position]
      }
      at += range.count + 3
    }
    records[0] = UInt16(truncatingIfNeeded: at)
    records[1] = UInt16(truncatingIfNeeded: at >> 16)
  }
}

/// A hash table of whole cache lines; a line that is full continues in the next one.
struct LineTable {
  let lines: UnsafeMutablePointer<zk_line>
  let count: UInt32

  init(_ lines: UnsafeMutablePointer<zk_line>, _ count: UInt32) {
    self.lines = lines
    self.count = count
    UnsafeMutableRawPointer(lines).assumingMemoryBound(to: UInt64.self).update(
      repeating: 0, count: Int(count) * 8)
    for line in 0..<Int(count) { words(line).update(repeating: .max, count: 8) }
  }

  /// Keys (8), then values (8).
  private func words(_ line: Int) -> UnsafeMutablePointer<UInt32> {
    UnsafeMutableRawPointer(lines + line).assumingMemoryBound(to: UInt32.self)
  }

  func put(_ key: UInt32, _ value: UInt32) {
    var line = Int(Hashes.line(key, count))
    while true {
      let words = words(line)
      for k in 0..<8 where words[k] == .max {
        words[k] = key
        words[8 + k] |= value
        return
      }
      words[8] |= 1 << 31
      line = line + 1 == Int(count) ? 0 : line + 1
    }
  }
}
