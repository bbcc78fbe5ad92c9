/// A set of folded units or characters, one bit each: a look is a shift and a load.
struct UnitSet: Sendable, ExpressibleByArrayLiteral {
  /// The units, as they were given.
  let members: [UInt32]
  private let bits: [UInt64]

  init(_ units: some Sequence<UInt32>) {
    members = Array(units)
    var bits = [UInt64](repeating: 0, count: Int((members.max() ?? 0) >> 6) + 1)
    for unit in members { bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }
    self.bits = bits
  }

  init(_ scalars: String.UnicodeScalarView) { self.init(scalars.map(\.value)) }

  init(arrayLiteral scalars: Unicode.Scalar...) { self.init(scalars.map(\.value)) }

  @inline(__always) func contains(_ unit: UInt32) -> Bool {
    let place = Int(unit >> 6)
    return place < bits.count && bits[place] >> UInt64(unit & 63) & 1 == 1
  }

  @inline(__always) func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }
}
