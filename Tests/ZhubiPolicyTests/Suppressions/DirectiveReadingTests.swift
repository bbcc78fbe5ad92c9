import TestSupport
import Testing
@testable import ZhubiPolicy
import ZhubiText

@Suite struct DirectiveReadingTests {
  /// The quick search against the obvious one, on texts full of beginnings of the needle.
  @Test func theSearchFindsWhatTheObviousOneFinds() {
    let needle = InlineDirectives.needle
    var dice = Dice(8)
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      while bytes.count < dice.roll(0...80) {
        switch dice.roll(0...4) {
        case 0: bytes += needle
        case 1: bytes += needle.prefix(dice.roll(0...needle.count))
        case 2: bytes += needle.suffix(dice.roll(0...needle.count))
        case 3: bytes += Array("朱笔".utf8)
        default: bytes.append(UInt8(dice.roll(0x20...0x7E)))
        }
      }
      var quick: [Int] = []
      bytes.withUnsafeBufferPointer { buffer in
        var start = 0
        while let place = InlineDirectives.next(buffer, from: start) {
          quick.append(place)
          start = place + 1
        }
      }
      let slow = bytes.indices.filter { bytes[$0...].starts(with: needle) }
      #expect(quick == slow, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// A source read in windows that end at line breaks says what the whole source says.
  @Test func windowsSayWhatTheWholeSays() {
    let lines = [
      "好", "", "  ", "电话 13800138000", "# zhubi:ignore personal.mobile reason=\"值班\"",
      "<!-- zhubi:ignore-begin personal.* reason=\"公示\" -->", "<!-- zhubi:ignore-end -->",
      "文字 <!-- zhubi:ignore term.* reason=讲解 --> 文字",
      "<!-- zhubi:ignore-next-line typo.* reason=原文 -->",
      "<!-- zhubi:ignore a.b -->", "𠀀 <!-- zhubi:ignore-next-line typo.* reason=原文 --> 后文",
    ]
    var dice = Dice(9)
    for _ in 0..<500 {
      let picked = (0..<dice.roll(1...12)).map { _ in dice.pick(lines) + "\n" }
      var whole = InlineDirectives()
      whole.read(Array(picked.joined().utf8))
      whole.finish()
      var parts = InlineDirectives()
      var origin = SourcePosition.zero
      var window = ""
      for line in picked {
        window += line
        guard dice.oneIn(3) else { continue }
        parts.read(Array(window.utf8), origin: origin)
        origin = origin.moved(over: window)
        window = ""
      }
      parts.read(Array(window.utf8), origin: origin)
      parts.finish()
      #expect(parts.list.map(\.summary) == whole.list.map(\.summary), "\(picked.joined())")
    }
  }

  @Test func hostileCommentsNeverCrash() {
    let pieces = [
      "<!--", "-->", "zhubi:ignore", "-begin", "-end", "-next-line", " ", "\n", "\r", "reason=",
      "until=", "\"", "“", "”", "=", ",", "personal.*", "#", "//", "\u{FEFF}", "朱", "2026-01-01",
    ]
    var dice = Dice(10)
    for _ in 0..<5_000 {
      let text = (0..<dice.roll(0...24)).map { _ in dice.pick(pieces) }.joined()
      var directives = InlineDirectives()
      directives.read(Array(text.utf8))
      directives.finish()
      for directive in directives.list {
        #expect(directive.range.upperBound <= text.utf8.count)
        if let scope = directive.scope { #expect(scope.upperBound <= text.utf8.count) }
      }
    }
  }
}

extension InlineDirective {
  fileprivate var summary: String {
    "\(kind) \(range) \(start) \(end) \(scalars) \(utf16) \(selectors) \(reason) \(faults) \(String(describing: scope))"
  }
}

extension SourcePosition {
  fileprivate func moved(over text: String) -> SourcePosition {
    SourcePosition(
      utf8: utf8 + text.utf8.count, scalar: scalar + text.unicodeScalars.count,
      utf16: utf16 + text.utf16.count, line: line + text.filter { $0 == "\n" }.count, column: 0)
  }
}
