/// Region codes of identity numbers (GB/T 2260), every code ever assigned.
struct RegionCodes: Sendable {
  private let codes: [UInt32]

  static let shared = RegionCodes()

  private init() {
    var codes: [UInt32] = []
    codes.reserveCapacity(7_300)
    TableBytes.regionCodes.forEachRow { fields in
      let stem = UInt32(fields[0].number) * 100
      for ending in fields[1].words { codes.append(stem + UInt32(ending.number)) }
    }
    self.codes = codes.sorted()
  }

  func contains(_ code: Int) -> Bool {
    let wanted = UInt32(truncatingIfNeeded: code)
    let place = lowerBound(wanted)
    return place < codes.count && codes[place] == wanted
  }

  /// How many codes lie between two numbers, both included.
  func count(in range: ClosedRange<Int>) -> Int {
    lowerBound(UInt32(range.upperBound + 1)) - lowerBound(UInt32(range.lowerBound))
  }

  /// The codes between two numbers, both included.
  func codes(in range: ClosedRange<Int>) -> ArraySlice<UInt32> {
    codes[lowerBound(UInt32(range.lowerBound))..<lowerBound(UInt32(range.upperBound + 1))]
  }

  /// Whether a province has this two-digit code.
  static func isProvince(_ code: Int) -> Bool {
    switch code {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81, 82, 83: true
    default: false
    }
  }

  private func lowerBound(_ wanted: UInt32) -> Int {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Telephone numbering: mobile prefixes and trunk codes.
struct NumberPlans: Sendable {
  /// How much a prefix alone says.
  enum Belief: Sendable { case none, withWording, alone }

  private let mobile: [Belief]
  private let areas: Set<Int>

  static let shared = NumberPlans()

  private init() {
    var mobile = [Belief](repeating: .none, count: 1_000)
    var areas: Set<Int> = []
    TableBytes.mobilePrefixes.forEachRow { fields in
      let belief: Belief = fields[1].elementsEqual("mobile".utf8) ? .alone : .withWording
      for prefix in fields[0].words { mobile[prefix.number] = belief }
    }
    TableBytes.areaCodes.forEachRow { fields in
      let stem = fields[0].number
      if fields.count < 2 || fields[1].isEmpty {
        areas.insert(stem)
      } else {
        for ending in fields[1].words { areas.insert(stem * 10 + ending.number) }
      }
    }
    self.mobile = mobile
    self.areas = areas
  }

  /// What the first three digits say of a mobile number.
  func mobileBelief(_ prefix: Int) -> Belief {
    (0..<1_000).contains(prefix) ? mobile[prefix] : .none
  }

  /// Whether a trunk code, written without its leading 0, exists.
  func hasArea(_ code: Int) -> Bool { areas.contains(code) }
}

/// First digits of bank cards.
struct CardBins: Sendable {
  private struct Bin: Sendable {
    var prefix: [UInt8]
    var lengths: [Int]
    var belief: NumberPlans.Belief
  }
  private let bins: [Bin]

  static let shared = CardBins()

  private init() {
    var bins: [Bin] = []
    TableBytes.cardBins.forEachRow { fields in
      let belief: NumberPlans.Belief = fields[2].elementsEqual("bare".utf8) ? .alone : .withWording
      let lengths = fields[1].words.map(\.number)
      for prefix in fields[0].words {
        bins.append(Bin(prefix: prefix.map { $0 - 0x30 }, lengths: lengths, belief: belief))
      }
    }
    self.bins = bins.sorted { $0.prefix.count > $1.prefix.count }
  }

  /// What the first digits say of a card with so many digits.
  func belief(_ digits: [UInt8], length: Int) -> NumberPlans.Belief {
    for bin in bins where digits.starts(with: bin.prefix) && bin.lengths.contains(length) {
      return bin.belief
    }
    return .none
  }
}
