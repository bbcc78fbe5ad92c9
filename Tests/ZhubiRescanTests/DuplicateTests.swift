#if Rescan
  import Foundation
  import TestSupport
  import Testing

  @testable import ZhubiRescan

  /// Sketches against the shares they estimate, counted the slow way.
  @Suite struct DuplicateTests {
    private static let han = Array((0x4E00..<0x4E00 + 3_000))

    private static func sketch(_ text: [UInt32]) -> TextSketch {
      text.reduce(into: TextSketch()) { $0.take($1) }
    }

    /// The share of pieces of four characters two texts have in common.
    private static func share(_ a: [UInt32], _ b: [UInt32]) -> Double {
      func pieces(_ text: [UInt32]) -> Set<[UInt32]> {
        Set((0...text.count - 4).map { Array(text[$0..<$0 + 4]) })
      }
      let (a, b) = (pieces(a), pieces(b))
      return Double(a.intersection(b).count) / Double(a.union(b).count)
    }

    @Test func nearDuplicatesAreFoundAndOthersAreNot() {
      var dice = Dice(3)
      var texts: [[UInt32]] = []
      // Boilerplate that many pages share, own text of every length, copies with slight changes.
      let common = (0..<300).map { _ in UInt32(dice.pick(Self.han)) }
      for _ in 0..<500 {
        if !texts.isEmpty, dice.oneIn(2) {
          var copy = dice.pick(texts)
          for _ in 0..<dice.roll(0...copy.count / 40) {
            copy[dice.roll(0...copy.count - 1)] = UInt32(dice.pick(Self.han))
          }
          texts.append(copy)
        } else {
          let own = (0..<dice.roll(150...1_500)).map { _ in UInt32(dice.pick(Self.han)) }
          texts.append(dice.oneIn(3) ? common + own : own)
        }
      }
      var duplicates = DuplicatePages()
      for (index, text) in texts.enumerated() {
        let sketch = Self.sketch(text)
        duplicates.take(index, title: "通知", content: sketch.content, sketch: Data(sketch.stored))
      }
      let pairs = duplicates.pairs()
      var (right, exact) = (0, 0)
      for pair in pairs {
        let share = Self.share(texts[pair.page], texts[pair.first])
        if pair.share == 1 {
          exact += 1
          let isSame = texts[pair.page] == texts[pair.first]
          #expect(isSame)
        }
        if share >= 0.85 { right += 1 }
        #expect(share > 0.75, "\(share)")
      }
      // Pages that are almost the same as an earlier one, by counting.
      let found = Set(pairs.map(\.page))
      var (near, missed) = (0, 0)
      for page in texts.indices {
        let isNear = (0..<page).contains {
          abs(texts[$0].count - texts[page].count) < 3 && Self.share(texts[$0], texts[page]) >= 0.97
        }
        if isNear {
          near += 1
          if !found.contains(page) { missed += 1 }
        }
      }
      print(
        "duplicates: \(pairs.count) pairs, \(exact) exact, \(right) share 85 % or more; \(missed) of \(near) pages alike by 97 % were missed"
      )
      #expect(Double(right) >= 0.97 * Double(pairs.count))
      #expect(near > 30 && missed * 20 <= near)
    }

    @Test func pagesOfOneTemplateAreNotNear() {
      var dice = Dice(4)
      let common = (0..<2_000).map { _ in UInt32(dice.pick(Self.han)) }
      var duplicates = DuplicatePages()
      for (index, title) in ["通知甲甲-某某市政府", "通知乙乙-某某市政府", "通知乙乙_门户"].enumerated() {
        let sketch = Self.sketch(common + [UInt32(0x4E00 + index)])
        duplicates.take(
          index, title: title, content: sketch.content, sketch: Data(sketch.stored))
      }
      #expect(duplicates.pairs().map { [$0.page, $0.first] } == [[2, 1]])
    }

    @Test func shortTextsAreNotCompared() {
      let short = (0..<TextSketch.least - 1).map { UInt32($0) + 0x4E00 }
      #expect(Self.sketch(short).stored.isEmpty)
      #expect(Self.sketch(short + [0x4E00]).stored.count == 128)
    }

    @Test func packedLinksComeBack() {
      var dice = Dice(9)
      for _ in 0..<200 {
        var links = (0..<dice.roll(0...40)).map { _ in
          (target: Int64(dice.roll(1...1_000_000)), line: dice.roll(0...40_000))
        }
        links.sort { $0 < $1 }
        var back: [(target: Int64, line: Int)] = []
        PackedLinks.unpack(Data(PackedLinks.pack(links))) { back.append(($0, $1)) }
        #expect(back.map(\.target) == links.map(\.target) && back.map(\.line) == links.map(\.line))
      }
    }
  }
#endif
