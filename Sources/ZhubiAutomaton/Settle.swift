import AutomatonKernels

/// What vanishes between units, and characters that become several: rules 2 to 5 of `UnitMap`.
extension Scan {
  /// Turns the raw codes `[old, have)` of a window into units without events.
  ///
  /// Stretches between events move down as a whole, so the cost follows the number of events. Whether
  /// something vanishes is read off the text itself, as far ahead as needed, never off the window.
  ///
  /// - Returns: the new end of the window, and the byte to decode next (further on when something
  ///   vanishes across the end of the block, further back when the window is full).
  func settle(_ old: Int, _ have: Int, _ blockEnd: Int) -> (have: Int, at: Int) {
    var out = old
    var i = old
    var have = have
    var at = blockEnd
    core.kernel.ruleOut(tables, scratch, text, count, old, have)
    while true {
      let event = core.kernel.nextEvent(scratch, out, i, have)
      out += event - i
      i = event
      if i == have { break }
      let position = Int(pos[i])
      let kind = Int(code[i])
      if kind == ZK_SKIP {
        i += 1
        continue
      }
      if kind == ZK_EXPAND {
        let (scalar, _) = StrictUTF8.decode(text, position, count)
        let units = core.map.expansion(scalar!)
        let needed = Int(units[0])
        if out + needed > i + 1 {
          let moved = openGap(i, have)
          have += moved
          i += moved
          if out + needed > i + 1 { return (out, position) }
        }
        for k in 0..<needed {
          code[out + k] = units[1 + k]
          pos[out + k] = UInt32(truncatingIfNeeded: position)
        }
        out += needed
        i += 1
        continue
      }
      let entry = core.map.events[2 * Int(kind - ZK_EVENT) + 1]
      let isBreak = entry >> 16 == UInt32(UnitMap.Role.lineBreak.rawValue)
      var before = out
      if isBreak { while before > old, has(.indent, at: before - 1) { before -= 1 } }
      var end: Int?
      if before > 0, has(.han, at: before - 1) {
        end = isBreak ? wrapEnd(position) : glossEnd(position)
      }
      guard let end else {
        code[out] = UInt16(truncatingIfNeeded: entry)
        pos[out] = UInt32(truncatingIfNeeded: position)
        out += 1
        i += 1
        continue
      }
      out = before
      while i < have, Int(pos[i]) < end { i += 1 }
      at = max(at, end)
    }
    // A run of indentation cut by the end of the block: decide it now, while its start is in sight.
    var before = out
    while before > old, has(.indent, at: before - 1) { before -= 1 }
    if before < out, before > 0, at < count, has(.han, at: before - 1), let end = wrapEnd(at) {
      return (before, end)
    }
    return (out, at)
  }

  /// Moves the raw units `[i, have)` to the far end of the window; returns the distance.
  private func openGap(_ i: Int, _ have: Int) -> Int {
    let distance = Int(ZK_CAPACITY) - 256 - have
    guard distance > 0 else { return 0 }
    (code + i + distance).update(from: code + i, count: have - i)
    (pos + i + distance).update(from: pos + i, count: have - i)
    return distance
  }

  @inline(__always)
  private func has(_ role: UnitMap.Role, at unit: Int) -> Bool {
    let (scalar, _) = StrictUTF8.decode(text, Int(pos[unit]), count)
    return core.map.role(scalar) & ~CharacterTables.vowel == role.rawValue
  }

  /// Where a wrapped line that includes the byte goes on, when there is exactly one break from here on
  /// and a Han character behind it; nil otherwise.
  private func wrapEnd(_ from: Int) -> Int? {
    var at = from
    var breaks = 0
    var afterReturn = false
    while at < count {
      let (scalar, length) = StrictUTF8.decode(text, at, count)
      switch UnitMap.Role(rawValue: core.map.role(scalar) & ~CharacterTables.vowel)! {
      case .skip: break
      case .indent: afterReturn = false
      case .lineBreak:
        if !(afterReturn && scalar == 0x0A) { breaks += 1 }
        if breaks > 1 { return nil }
        afterReturn = scalar == 0x0D
      case .han: return breaks == 1 ? at : nil
      default: return nil
      }
      at += length
    }
    return nil
  }

  /// Where a gloss that opens at the byte ends; nil when it is none.
  private func glossEnd(_ open: Int) -> Int? {
    var at = open + StrictUTF8.decode(text, open, count).1
    var letters = 0
    var vowel = false
    while at < count {
      let (scalar, length) = StrictUTF8.decode(text, at, count)
      let role = core.map.role(scalar)
      at += length
      switch UnitMap.Role(rawValue: role & ~CharacterTables.vowel)! {
      case .skip: break
      case .glossLetter:
        letters += 1
        if letters > 6 { return nil }
        vowel = vowel || role & CharacterTables.vowel != 0
      case .glossClose: return letters > 0 && vowel ? at : nil
      default: return nil
      }
    }
    return nil
  }
}
