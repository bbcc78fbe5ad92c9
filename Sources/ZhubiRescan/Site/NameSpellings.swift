#if Rescan
  import ZhubiText

  /// Finds names that stand on many pages one way and on one or two pages another way.
  struct NameSpellings {
    /// Pages a name must stand on to be taken for right, and at most for wrong.
    static let frequent = 8
    static let rare = 2

    struct Slip {
      var page: Int
      var line: Int
      var name: String
      var right: String
      var pages: Int
    }

    private struct Use {
      var pages = 0
      var first: [(page: Int32, line: Int32)] = []
    }

    private var uses: [String: Use] = [:]

    mutating func take(_ page: Int, _ name: String, line: Int) {
      uses[name, default: Use()].pages += 1
      if uses[name]!.first.count < Self.rare {
        uses[name]!.first.append((Int32(page), Int32(line)))
      }
    }

    /// - Parameter confusions: characters that are written for one another, both ways.
    func slips(confusions: Set<UInt64>) -> [Slip] {
      var wildcards: [[UInt32]: [String]] = [:]
      let right = uses.filter { $0.value.pages >= Self.frequent }.keys.sorted()
      var slips: [Slip] = []
      func add(_ form: String, _ name: String) {
        guard let use = uses[form], use.pages <= Self.rare, let pages = uses[name]?.pages else {
          return
        }
        for place in use.first {
          slips.append(
            Slip(
              page: Int(place.page), line: Int(place.line), name: form, right: name,
              pages: pages))
        }
      }
      for name in right {
        let scalars = name.unicodeScalars.map(\.value)
        var seen: Set<[UInt32]> = [scalars]
        for place in scalars.indices {
          // One lost.
          if place > 0, !Self.optional.contains(scalars[place]) {
            var form = scalars
            form.remove(at: place)
            if form.count >= 6, seen.insert(form).inserted { add(Self.text(form), name) }
          }
          // One doubled.
          var doubled = scalars
          doubled.insert(scalars[place], at: place)
          if seen.insert(doubled).inserted { add(Self.text(doubled), name) }
          var open = scalars
          open[place] = 0
          wildcards[open, default: []].append(name)
        }
      }
      var anagrams: [[UInt32]: [String]] = [:]
      for name in right { anagrams[Self.sorted(name), default: []].append(name) }
      for (form, use) in uses where use.pages <= Self.rare {
        // The same characters in another order.
        for name in anagrams[Self.sorted(form)] ?? [] where Self.isShuffled(form, name) {
          add(form, name)
        }
        // One written for another.
        let scalars = form.unicodeScalars.map(\.value)
        for place in scalars.indices {
          var open = scalars
          open[place] = 0
          for name in wildcards[open] ?? [] {
            let other = name.unicodeScalars.map(\.value)[place]
            if confusions.contains(Self.pair(scalars[place], other)) { add(form, name) }
          }
        }
      }
      return slips.sorted {
        ($0.page, $0.line, $0.name, $0.right) < ($1.page, $1.line, $1.name, $1.right)
      }
    }

    private static func sorted(_ name: String) -> [UInt32] {
      name.unicodeScalars.map(\.value).sorted()
    }

    /// Whether the order differs in one short stretch: a slip, not two names of the same characters.
    private static func isShuffled(_ a: String, _ b: String) -> Bool {
      let (a, b) = (a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value))
      let places = a.indices.filter { a[$0] != b[$0] }
      guard let first = places.first, let last = places.last else { return false }
      return last - first < 4
    }

    static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 {
      UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }

    private static func text(_ scalars: [UInt32]) -> String {
      String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }

    /// Characters a short form may drop.
    private static let optional = Set(
      "市区县省州和与及的总分本各新老大小第乡镇村街社级直属局处部办一二三四五六七八九十东西南北中上下".unicodeScalars.map(\.value))
  }
#endif
