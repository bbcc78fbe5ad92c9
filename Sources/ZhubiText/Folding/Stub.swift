public enum FoldingError: Error, Sendable { case stub }
public enum UnitClass: UInt8, Sendable {
  case other, han, letter, digit, space, newline, mask, open, close, punctuation, skip
}
public struct Folding: Sendable {
  public static func computed() throws(FoldingError) -> Folding { Folding() }
  public init() {}
  public func serialized() -> [UInt8] { [1] }
  public init(serialized: UnsafeRawBufferPointer) throws(FoldingError) {}
  public var signature: UInt64 { 1 }
  public func fold(_ scalar: UInt32, into units: inout [UInt32]) {
    if let u = unit(scalar) { units.append(u) }
  }
  public func fold(_ text: String) -> [UInt32] {
    var out: [UInt32] = []
    for s in text.unicodeScalars { fold(s.value, into: &out) }
    return out
  }
  public func unit(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x200B...0x200D, 0xFEFF, 0xAD, 0x2060: return nil
    case 0xFF01...0xFF5E: return unit(scalar - 0xFEE0)
    case 0x41...0x5A: return scalar + 32
    case 0x3000, 0xA0, 9: return 0x20
    default: return scalar
    }
  }
  public func unitClass(_ scalar: UInt32) -> UnitClass {
    guard let u = unit(scalar) else { return .skip }
    switch u {
    case 0x30...0x39: return .digit
    case 0x61...0x7A: return .letter
    case 0x20: return .space
    case 0x0A, 0x0D: return .newline
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: return .han
    case 0x2A, 0x25A0, 0x25A1, 0x25CF, 0x25CB, 0x5F, 0x23: return .mask
    case 0x28, 0x5B, 0x7B, 0x3010, 0x300A, 0x3014, 0x201C, 0x2018, 0x3008, 0x300C: return .open
    case 0x29, 0x5D, 0x7D, 0x3011, 0x300B, 0x3015, 0x201D, 0x2019, 0x3009, 0x300D: return .close
    case 0x21...0x2F, 0x3A...0x40, 0x3001, 0x3002: return .punctuation
    default: return .other
    }
  }
}
public struct FoldedText: Sendable {
  public let units: [UInt32]
  public let classes: [UnitClass]
  let starts: [Int]
  let ends: [Int]
  let limit: Int
  public init(_ utf8: UnsafeBufferPointer<UInt8>, range: Range<TextOffset>, folding: Folding) {
    var u: [UInt32] = [], c: [UnitClass] = [], s: [Int] = [], e: [Int] = []
    var p = range.lowerBound.value
    let text = String(decoding: utf8[range.plain], as: UTF8.self)
    for scalar in text.unicodeScalars {
      let w = String(scalar).utf8.count
      if let x = folding.unit(scalar.value) {
        u.append(x)
        c.append(folding.unitClass(scalar.value))
        s.append(p)
        e.append(p + w)
      }
      p += w
    }
    units = u
    classes = c
    starts = s
    ends = e
    limit = range.upperBound.value
  }
  public init(_ text: String, folding: Folding) {
    let a = Array(text.utf8)
    self = a.withUnsafeBufferPointer {
      FoldedText($0, range: TextOffset(0)..<TextOffset(a.count), folding: folding)
    }
  }
  public var count: Int { units.count }
  public func start(of unit: FoldedOffset) -> TextOffset {
    TextOffset(unit.value < starts.count ? starts[unit.value] : limit)
  }
  public func origin(of range: Range<FoldedOffset>) -> Range<TextOffset> {
    if range.isEmpty { return start(of: range.lowerBound)..<start(of: range.lowerBound) }
    return TextOffset(starts[range.lowerBound.value])..<TextOffset(ends[range.upperBound.value - 1])
  }
  public func firstUnit(atOrAfter offset: TextOffset) -> FoldedOffset {
    FoldedOffset(starts.firstIndex { $0 >= offset.value } ?? starts.count)
  }
}
extension Folding {
  public enum Role: UInt8, Sendable { case plain }
}
