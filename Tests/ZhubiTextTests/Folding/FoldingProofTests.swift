import ICUShims
import Testing
import TestSupport

@testable import ZhubiText

/// The definition of the fold once more, straight from ICU, slow and without tables.
private struct Definition {
  let han: [UInt32: UInt32]

  static func points(
    _ c: UInt32, _ shim: (UInt32, UnsafeMutablePointer<UInt32>?, Int32) -> Int32
  ) -> [UInt32] {
    var out = [UInt32](repeating: 0, count: 32)
    let count = shim(c, &out, 32)
    return Array(out[0..<Int(count)])
  }

  static func dropped(_ c: UInt32) -> Bool {
    let category = icu_shims_category(c)
    return category == 0x4D6E || category == 0x4D65 || icu_shims_combining_class(c) != 0
      || icu_shims_is_default_ignorable(c) || (0xFFF9...0xFFFB).contains(c)
      || (category == 0x4363 && ![9, 10, 11, 12, 13, 0x85].contains(c))
  }

  func fold(_ c: UInt32) -> [UInt32] {
    var units: [UInt32] = []
    for part in Self.points(c, icu_shims_canonical_decomposition) where !Self.dropped(part) {
      for folded in Self.points(part, icu_shims_nfkc_casefold) {
        let simple = han[folded] ?? folded
        for unit in Self.points(simple, icu_shims_canonical_decomposition)
        where !Self.dropped(unit) {
          let digit = icu_shims_digit_value(unit)
          if digit >= 0 {
            units.append(0x30 + UInt32(digit))
          } else if icu_shims_category(unit) == 0x5A73 || unit == 9 {
            units.append(0x20)
          } else if [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029].contains(unit) {
            units.append(0x0A)
          } else {
            units.append(unit)
          }
        }
      }
    }
    return units
  }
}

@Suite struct FoldingProofTests {
  let folding = sharedFolding

  static let scalars = [UInt32](0...0xD7FF) + [UInt32](0xE000...0x10FFFF)

  /// ICU's Traditional-Simplified of every scalar by itself, all 1.1 million in one buffer.
  static func simplified() -> [UInt32: UInt32] {
    var text: [UInt16] = []
    let subjects = scalars.filter {
      icu_shims_category($0) >> 8 == 0x4C || $0 < 0x10000 && $0 > 0x7F
    }
    for c in subjects {
      text += Array(String(Unicode.Scalar(c)!).utf16) + [0x0A]
    }
    let length = text.count
    #expect(icu_shims_simplify(&text, Int32(length), Int32(length)) == Int32(length))
    let lines = String(decoding: text, as: UTF16.self).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    var changed: [UInt32: UInt32] = [:]
    for (c, line) in zip(subjects, lines) {
      #expect(line.count == 1)
      if let only = line.first?.value, only != c { changed[c] = only }
    }
    return changed
  }

  /// Classes by brute force: follow ICU and our pairs in both directions.
  static func classes() -> [UInt32: Set<UInt32>] {
    var neighbours: [UInt32: Set<UInt32>] = [:]
    func join(_ a: UInt32, _ b: UInt32) {
      neighbours[a, default: []].insert(b)
      neighbours[b, default: []].insert(a)
    }
    for (a, b) in simplified() where icu_shims_is_han(a) { join(a, b) }
    for (a, b) in Unifications.pairs { join(a, b) }
    var classes: [UInt32: Set<UInt32>] = [:]
    for start in neighbours.keys where classes[start] == nil {
      var found: Set<UInt32> = [start]
      var open = [start]
      while let c = open.popLast() {
        for next in neighbours[c] ?? [] where found.insert(next).inserted { open.append(next) }
      }
      for c in found { classes[c] = found }
    }
    return classes
  }

  @Test func everyScalarFoldsAsDefined() {
    let classes = Self.classes()
    // The representative is the table's choice; that it is one of the class, and one only, is not.
    var representative: [UInt32: UInt32] = [:]
    for (c, members) in classes {
      let chosen = Set(members.map { folding.unit($0) ?? 0 })
      #expect(chosen.count == 1 && members.isSuperset(of: chosen), "U+\(String(c, radix: 16))")
      representative[c] = chosen.first
    }
    let definition = Definition(han: representative)
    var units: [UInt32] = []
    var wrong: [UInt32] = []
    var longest = 0
    for c in Self.scalars {
      units.removeAll(keepingCapacity: true)
      folding.fold(c, into: &units)
      if units != definition.fold(c) || folding.unit(c) != (units.count == 1 ? units[0] : nil)
        || units.isEmpty != (folding.unitClass(c) == .skip)
      {
        wrong.append(c)
      }
      longest = max(longest, units.count)
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0, radix: 16) })")
    #expect(longest == 18)
  }

  /// Decomposing first changes nothing but the Greek iota below a vowel, which is a mark.
  @Test func differsFromCasefoldOnlyInIotaSubscripts() {
    var differing: [UInt32] = []
    for c in Self.scalars where !Definition.dropped(c) {
      var late: [UInt32] = []
      for folded in Definition.points(c, icu_shims_nfkc_casefold) {
        for unit in Definition.points(folded, icu_shims_canonical_decomposition)
        where !Definition.dropped(unit) { folding.fold(unit, into: &late) }
      }
      var units: [UInt32] = []
      folding.fold(c, into: &units)
      if units != late { differing.append(c) }
    }
    let subscripts = Self.scalars.filter {
      $0 != 0x345 && Definition.points($0, icu_shims_canonical_decomposition).contains(0x345)
    }
    #expect(differing == subscripts && !subscripts.isEmpty)
  }

  @Test func everyUnitIsItsOwnFold() {
    var units: [UInt32] = []
    for c in Self.scalars { folding.fold(c, into: &units) }
    #expect(Set(units).allSatisfy { folding.unit($0) == $0 })
  }

  @Test func iCUChangesOnlyTwoCharactersThatAreNotHan() {
    let others = Self.simplified().keys.filter { !icu_shims_is_han($0) }
    #expect(Set(others) == [0x300C, 0x300D])
  }

  @Test func canonicallyEquivalentStringsFoldAlike() {
    let pools: [ClosedRange<UInt32>] = [
      0xAC00...0xD7A3, 0x1100...0x11FF, 0xC0...0x24F, 0x1E00...0x1FFF, 0x300...0x36F,
      0x3041...0x30FF, 0xFF66...0xFF9F, 0xF900...0xFAD9, 0x2F800...0x2FA1D, 0x4E00...0x9FFF,
      0x61...0x7A, 0x590...0x6FF, 0x900...0xDFF, 0xF00...0xFFF, 0x1D15E...0x1D1C0, 0x3200...0x33FF,
      0xFB00...0xFDFF, 0x16FE0...0x16FF1, 0x1AB0...0x1AFF, 0xE0100...0xE01EF,
    ]
    for seed in 0..<3000 {
      var dice = Dice(UInt64(seed))
      var view = String.UnicodeScalarView()
      for _ in 0..<dice.roll(1...24) {
        let pool = dice.pick(pools)
        view.append(Unicode.Scalar(UInt32(dice.roll(Int(pool.lowerBound)...Int(pool.upperBound))))!)
      }
      let text = String(view)
      let composed = folding.fold(Self.normalized("C", text))
      let decomposed = folding.fold(Self.normalized("D", text))
      let direct = folding.fold(text)
      #expect(composed == decomposed && composed == direct, "seed \(seed): \(text)")
      var again: [UInt32] = []
      for unit in direct { folding.fold(unit, into: &again) }
      #expect(again == direct, "seed \(seed): \(text)")
    }
  }

  static func normalized(_ form: Unicode.Scalar, _ text: String) -> String {
    let source = Array(text.utf16)
    var target = [UInt16](repeating: 0, count: 8 * source.count + 64)
    let length = icu_shims_normalize(
      CChar(form.value), source, Int32(source.count), &target, Int32(target.count))
    #expect(length >= 0)
    return String(decoding: target[0..<Int(max(0, length))], as: UTF16.self)
  }
}
