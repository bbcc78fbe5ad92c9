import Testing

@testable import ZhubiAutomaton

@Suite struct ImageTests {
  static let small: [UInt8] = {
    let terms = ["领导", "领导干部", "国", "kg"].map(TestMaps.units)
    return try! AutomatonImage.build(terms: terms, map: .identity)
  }()

  @Test func everyDamagedByteIsRefused() throws {
    _ = try AutomatonImage(bytes: Self.small)
    var bytes = Self.small
    var opened: [Int] = []
    // One storage, changed in place: 150,000 openings.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    defer { memory.deallocate() }
    memory.copyBytes(from: bytes)
    // Within the header every bit; behind it one bit per byte of one line in sixteen, the others in the checksum test.
    for at in bytes.indices where at < 1024 || at % 1024 < 8 || at >= bytes.count - 64 {
      for bit in at < 320 ? Array(0..<8) : [at % 8] {
        memory[at] ^= 1 << UInt8(bit)
        do {
          _ = try AutomatonImage(unowned: UnsafeRawBufferPointer(memory))
          opened.append(at)
        } catch {}
        memory[at] ^= 1 << UInt8(bit)
      }
    }
    #expect(opened.isEmpty)
    bytes.removeLast()
  }

  @Test func aChangeOfAnyWordChangesTheChecksum() {
    // The step of the checksum is a bijection of lane and word, so one changed word cannot be lost;
    // here for every byte position of a buffer of all lanes.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 512, alignment: 64)
    defer { memory.deallocate() }
    for k in memory.indices { memory[k] = UInt8(truncatingIfNeeded: k &* 37) }
    let sum = ImageHeader.checksum(UnsafeRawBufferPointer(memory))
    for at in memory.indices where !(24..<32).contains(at) {
      for bit in 0..<8 {
        memory[at] ^= 1 << UInt8(bit)
        #expect(ImageHeader.checksum(UnsafeRawBufferPointer(memory)) != sum)
        memory[at] ^= 1 << UInt8(bit)
      }
    }
  }

  @Test func everyLengthButTheRightOneIsRefused() {
    for count in [0, 1, 7, 8, 11, 12, 63, 64, 300, 4096, Self.small.count - 1] {
      #expect(throws: AutomatonError.self) {
        try AutomatonImage(bytes: Array(Self.small[..<count]))
      }
    }
    #expect(
      throws: AutomatonError.trailingBytes(
        expected: Self.small.count, found: Self.small.count + 1)
    ) { try AutomatonImage(bytes: Self.small + [0]) }
    #expect(
      throws: AutomatonError.truncated(expected: Self.small.count, found: Self.small.count - 64)
    ) { try AutomatonImage(bytes: Array(Self.small.dropLast(64))) }
  }

  @Test func foreignBytesAreRefusedWithTheReason() {
    #expect(throws: AutomatonError.notAnImage) {
      try AutomatonImage(bytes: [UInt8](repeating: 0x20, count: 4096))
    }
    var other = Self.small
    other[8] = 99
    #expect(
      throws: AutomatonError.foreignVersion(found: 99, expected: AutomatonImage.formatVersion)
    ) {
      try AutomatonImage(bytes: other)
    }
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.small.count + 1, alignment: 64)
    defer { memory.deallocate() }
    #expect(throws: AutomatonError.misaligned(requiredAlignment: 64)) {
      try AutomatonImage(unowned: UnsafeRawBufferPointer(rebasing: memory[1...]))
    }
  }

  @Test func termsThatCannotBeBuiltAreNamed() {
    func build(_ terms: [String], _ duplicates: DuplicateTerms = .refuse) throws -> [UInt8] {
      try AutomatonImage.build(
        terms: terms.map(TestMaps.units), map: TestMaps.folding, duplicates: duplicates)
    }
    #expect(throws: AutomatonError.emptyTerm(index: 1)) { try build(["国", ""]) }
    let long = String(repeating: "国", count: 128)
    #expect(throws: AutomatonError.termTooLong(index: 0, units: 128, limit: 127)) {
      try build([long])
    }
    #expect(throws: AutomatonError.termNeverMatches(index: 1, unit: 0x9818)) {
      try build(["国", "領"])  // not folded
    }
    #expect(throws: AutomatonError.termNeverMatches(index: 0, unit: 0x2A)) {
      try build(["敏*感"])  // always skipped
    }
    #expect(throws: AutomatonError.duplicateTerm(index: 2, first: 0)) {
      try build(["国", "民", "国"])
    }
    #expect(throws: Never.self) { try build(["国", "民", "国"], .keepFirst) }
    #expect(throws: Never.self) { try build([]) }
  }

  @Test func theLongestTermIsFoundAcrossWindows() throws {
    let term = (0..<127).map { UInt32(0x4E00 + $0) }
    let image = try AutomatonImage(bytes: AutomatonImage.build(terms: [term], map: .identity))
    var text = [UInt8](repeating: 0x61, count: 8000)
    for unit in term { text += Array(String(Unicode.Scalar(unit)!).utf8) }
    text += [UInt8](repeating: 0x61, count: 9000)
    for kernel in Kernel.available {
      let found = Automaton(image, kernel: kernel).matches(in: text)
      #expect(found == [Match(start: 8000, end: 8381, term: 0)])
    }
  }
}
