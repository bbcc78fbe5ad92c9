/// The known attributes of the tag at hand, found by name; emptied in no time.
struct HTMLAttributeSlots: Sendable {
  private var ranges = [Range<Int>](repeating: 0..<0, count: HTMLName.allCases.count)
  private var stamps = [UInt32](repeating: 0, count: HTMLName.allCases.count)
  private var generation: UInt32 = 0
  /// The values of `data-…` attributes.
  private(set) var data: [Range<Int>] = []

  /// Whether the tag has any attribute.
  private(set) var isEmpty = true

  /// The first attribute of the name, as the range of its value.
  subscript(name: HTMLName) -> Range<Int>? {
    @inline(__always) get {
      stamps[Int(name.rawValue)] == generation ? ranges[Int(name.rawValue)] : nil
    }
  }

  mutating func fill(_ attributes: [HTMLAttribute], of source: [UInt8]) {
    generation &+= 1
    if !data.isEmpty { data.removeAll(keepingCapacity: true) }
    isEmpty = attributes.isEmpty
    for attribute in attributes {
      let plain = attribute.name.plain
      let name = HTMLName.named(HTMLName.key(of: plain, in: source))
      if name == .unknown {
        if plain.count > 5, source[plain.lowerBound &+ 4] == UInt8(ascii: "-"),
          Self.isData(source, plain.lowerBound)
        {
          data.append(attribute.value.plain)
        }
      } else if stamps[Int(name.rawValue)] != generation {
        stamps[Int(name.rawValue)] = generation
        ranges[Int(name.rawValue)] = attribute.value.plain
      }
    }
  }

  private static func isData(_ source: [UInt8], _ i: Int) -> Bool {
    source[i] | 0x20 == UInt8(ascii: "d") && source[i &+ 1] | 0x20 == UInt8(ascii: "a")
      && source[i &+ 2] | 0x20 == UInt8(ascii: "t") && source[i &+ 3] | 0x20 == UInt8(ascii: "a")
  }
}
