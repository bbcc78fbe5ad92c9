import ZhubiAutomaton

/// The definition of a match, written as plainly as possible: four passes over whole arrays.
struct SlowTwin {
  let map: UnitMap
  let terms: [[UInt32]]

  struct Element {
    var scalar: UInt32?
    var role: UnitMap.Role
    var start: Int
    var end: Int
  }

  struct Unit {
    var value: UInt32?
    var start: Int
    var end: Int
  }

  func matches(in bytes: [UInt8]) -> [Match] {
    let units = units(of: bytes)
    var found: Set<Match> = []
    for first in units.indices {
      for (index, term) in terms.enumerated() where first + term.count <= units.count {
        if term.indices.allSatisfy({ units[first + $0].value == term[$0] }) {
          let last = first + term.count - 1
          found.insert(Match(start: units[first].start, end: units[last].end, term: index))
        }
      }
    }
    return found.sorted()
  }

  func units(of bytes: [UInt8]) -> [Unit] {
    let left = withoutWraps(withoutGlosses(elements(of: bytes).filter { $0.role != .skip }))
    var units: [Unit] = []
    for element in left {
      if let scalar = element.scalar {
        for unit in map.units(of: scalar) {
          units.append(Unit(value: unit, start: element.start, end: element.end))
        }
      } else {
        units.append(Unit(value: nil, start: element.start, end: element.end))
      }
    }
    return units
  }

  /// Strict UTF-8: one element per character or invalid byte.
  func elements(of bytes: [UInt8]) -> [Element] {
    var elements: [Element] = []
    var at = 0
    while at < bytes.count {
      var length = 1
      var scalar: UInt32?
      let lead = bytes[at]
      let candidate = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      if lead < 0x80 {
        scalar = UInt32(lead)
      } else if at + candidate <= bytes.count,
        let text = String(validating: bytes[at..<at + candidate], as: UTF8.self),
        text.unicodeScalars.count == 1
      {
        // The standard library decides what is well-formed.
        scalar = text.unicodeScalars.first!.value
        length = candidate
      }
      elements.append(
        Element(
          scalar: scalar, role: scalar.map { map.role(of: $0) } ?? .plain, start: at,
          end: at + length))
      at += length
    }
    return elements
  }

  private func withoutGlosses(_ elements: [Element]) -> [Element] {
    var left: [Element] = []
    var at = 0
    while at < elements.count {
      if left.last?.role == .han, let end = glossEnd(elements, at) {
        at = end
      } else {
        left.append(elements[at])
        at += 1
      }
    }
    return left
  }

  private func glossEnd(_ elements: [Element], _ open: Int) -> Int? {
    guard elements[open].role == .glossOpen else { return nil }
    var end = open + 1
    while end < elements.count, elements[end].role == .glossLetter { end += 1 }
    let letters = elements[(open + 1)..<end]
    let vowels: Set<UInt32> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x76, 0xFC]
    guard (1...6).contains(letters.count), end < elements.count,
      elements[end].role == .glossClose,
      letters.contains(where: { !vowels.isDisjoint(with: map.units(of: $0.scalar!)) })
    else { return nil }
    return end + 1
  }

  private func withoutWraps(_ elements: [Element]) -> [Element] {
    var left: [Element] = []
    var at = 0
    while at < elements.count {
      var end = at
      while end < elements.count, [.indent, .lineBreak].contains(elements[end].role) { end += 1 }
      if end == at {
        left.append(elements[at])
        at += 1
        continue
      }
      let run = elements[at..<end]
      var breaks = 0
      for k in run.indices where run[k].role == .lineBreak {
        let second = k > at && run[k].scalar == 0x0A && run[k - 1].scalar == 0x0D
        if !second { breaks += 1 }
      }
      let wrapped =
        breaks == 1 && left.last?.role == .han && end < elements.count
        && elements[end].role == .han
      if !wrapped { left += run }
      at = end
    }
    return left
  }
}
