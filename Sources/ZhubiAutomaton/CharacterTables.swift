import AutomatonKernels

/// The map of an image: from code points to codes, with events for everything that is not one code.
struct CharacterTables {
  static let vowel: UInt8 = 0x80

  var fold = [UInt16](repeating: 0, count: 0x10000)
  var farIndex = [UInt16](repeating: 0, count: 4096)
  var farPages = [UInt16](repeating: 0, count: 256)
  var roleIndex = [UInt16](repeating: 0, count: 4352)
  var rolePages = [UInt8](repeating: 0, count: 256)
  var events: [(scalar: UInt32, code: UInt16, role: UInt8)] = []
  var expansions: [(scalar: UInt32, offset: UInt32)] = []
  var expansionPool: [UInt16] = []
  var hasEvents = false
  var hasFar = false

  init(_ map: UnitMap, _ terms: TermCodes) throws(AutomatonError) {
    // Without Han characters no line break and no gloss ever vanishes.
    let context = map.uses(.han)
    var knownPages: [[UInt8]: UInt16] = [rolePages: 0]
    // Pages where each code point is its own unit and none is used give code 0 throughout.
    let pages = terms.usedPages.union(map.changedPages).sorted()
    for page in pages where page >> 3 != 0x1B {
      var codes = [UInt16](repeating: 0, count: 256)
      if map.isIdentityPage(page) {
        for k in 0..<256 { codes[k] = terms.codeOfUnit[page * 256 + k] }
      } else {
        var roles = [UInt8](repeating: 0, count: 256)
        for k in 0..<256 {
          let scalar = UInt32(page * 256 + k)
          roles[k] = map.role(of: scalar).rawValue
          if let unit = map.unit(of: scalar) {
            if UnitMap.isVowel(unit) { roles[k] |= Self.vowel }
          } else if map.units(of: scalar).contains(where: UnitMap.isVowel) {
            roles[k] |= Self.vowel
          }
          codes[k] = try code(scalar, map, terms, context)
        }
        if let known = knownPages[roles] {
          roleIndex[page] = known
        } else {
          roleIndex[page] = UInt16(rolePages.count / 256)
          knownPages[roles] = roleIndex[page]
          rolePages += roles
        }
      }
      if page < 256 {
        for k in 0..<256 { fold[page * 256 + k] = codes[k] }
      } else if codes.contains(where: { $0 != 0 }) {
        farIndex[page - 256] = UInt16(farPages.count / 256)
        farPages += codes
        hasFar = true
      }
    }
  }

  private mutating func code(
    _ scalar: UInt32, _ map: UnitMap, _ terms: TermCodes, _ context: Bool
  ) throws(AutomatonError) -> UInt16 {
    func code(_ unit: UInt32) -> UInt16 {
      unit < UInt32(UnitMap.scalarCount) ? terms.codeOfUnit[Int(unit)] : 0
    }
    let role = map.role(of: scalar)
    if role == .skip {
      hasEvents = true
      return UInt16(ZK_SKIP)
    }
    if role != .lineBreak, role != .glossOpen, let unit = map.unit(of: scalar) { return code(unit) }
    let units = map.units(of: scalar)
    if context, role == .lineBreak || role == .glossOpen {
      let limit = Int(ZK_EXPAND - ZK_EVENT)
      guard units.count == 1 else {
        throw .expansionTooLong(scalar: scalar, units: units.count, limit: 1)
      }
      guard events.count < limit else {
        throw .tooManyBreaks(count: events.count + 1, limit: limit)
      }
      events.append((scalar, code(units[0]), role.rawValue))
      hasEvents = true
      return UInt16(ZK_EVENT) + UInt16(events.count - 1)
    }
    if units.count == 1 { return code(units[0]) }
    let limit = Int(ZK_MAX_EXPANSION)
    guard units.count <= limit else {
      throw .expansionTooLong(scalar: scalar, units: units.count, limit: limit)
    }
    let codes = units.map(code)
    if codes.allSatisfy({ $0 == 0 }) { return 0 }
    hasEvents = true
    expansions.append((scalar, UInt32(expansionPool.count)))
    expansionPool.append(UInt16(codes.count))
    expansionPool += codes
    return UInt16(ZK_EXPAND)
  }

  func write(to bytes: UnsafeMutableRawBufferPointer, _ header: ImageHeader) {
    func copy<T>(_ array: [T], to part: ImagePart) {
      array.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(rebasing: bytes[header.range(part).offset...])
          .copyMemory(from: source)
      }
    }
    copy(fold, to: .fold)
    copy(farIndex, to: .farIndex)
    copy(farPages, to: .farPages)
    copy(roleIndex, to: .roleIndex)
    copy(rolePages, to: .rolePages)
    copy(events.flatMap { [$0.scalar, UInt32($0.code) | UInt32($0.role) << 16] }, to: .events)
    copy(expansions.flatMap { [$0.scalar, $0.offset] }, to: .expansions)
    copy(expansionPool, to: .expansionPool)
  }
}
