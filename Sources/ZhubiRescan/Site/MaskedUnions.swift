#if Rescan
  import ZhubiDetection
  import ZhubiText

  /// Finds numbers of one person that are hidden well on every page, and not when pages are laid side
  /// by side.
  struct MaskedUnions {
    struct Leak {
      var page: Int
      var line: Int
      var pattern: String
      var kind: MaskedSighting.Kind
      var other: Int
      /// Numbers that fit what both pages show.
      var candidates: Int
    }

    private struct Place {
      var page: Int
      var sighting: MaskedSighting
    }

    private var places: [String: [Place]] = [:]
    /// Sightings of one name that are compared.
    private static let most = 200

    mutating func take(_ page: Int, _ sighting: MaskedSighting) {
      let name = "\(sighting.kind.rawValue) \(sighting.tag)"
      if places[name, default: []].count < Self.most {
        places[name, default: []].append(Place(page: page, sighting: sighting))
      }
    }

    /// One leak for each page that takes part in one, with the page that gives most away.
    func leaks(asOf: CalendarDate) -> [Leak] {
      var leaks: [Leak] = []
      for name in places.keys.sorted() {
        guard let group = places[name], group.count > 1 else { continue }
        for (index, one) in group.enumerated() {
          let alone = Self.candidates(one.sighting.kind, one.sighting.values, asOf)
          guard let alone, alone > Self.enough(one.sighting.kind) else { continue }
          var best: Leak?
          for (number, other) in group.enumerated() where number != index && other.page != one.page
          {
            let (a, b) = (one.sighting.values, other.sighting.values)
            guard a != b, MaskedIdentity.shared(a, b) >= Self.shared(one.sighting.kind),
              let merged = MaskedIdentity.merged(a, b),
              let count = Self.candidates(one.sighting.kind, merged, asOf),
              count <= Self.enough(one.sighting.kind), count < best?.candidates ?? .max
            else { continue }
            best = Leak(
              page: one.page, line: one.sighting.line, pattern: one.sighting.pattern,
              kind: one.sighting.kind, other: other.page, candidates: count)
          }
          if let best { leaks.append(best) }
        }
      }
      return leaks.sorted {
        ($0.page, $0.line, $0.pattern, $0.other) < ($1.page, $1.line, $1.pattern, $1.other)
      }
    }

    /// Digits both must show and agree in, so that they are taken for one number of one name.
    private static func shared(_ kind: MaskedSighting.Kind) -> Int { kind == .mobile ? 5 : 6 }

    private static func enough(_ kind: MaskedSighting.Kind) -> Int {
      kind == .card ? 1_000 : MaskedIdentity.enough
    }

    private static func candidates(
      _ kind: MaskedSighting.Kind, _ values: [UInt8], _ asOf: CalendarDate
    ) -> Int? {
      if kind == .identity { return MaskedIdentity.candidates(values, asOf: asOf) }
      let hidden = values.count { $0 == MaskedIdentity.hidden }
      let count = (0..<min(hidden, 12)).reduce(1) { count, _ in count * 10 }
      // The check digit of a card.
      return kind == .card ? max(1, count / 10) : count
    }
  }
#endif
