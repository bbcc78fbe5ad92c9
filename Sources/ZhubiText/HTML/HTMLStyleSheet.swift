/// The rules of a page's own style sheets that hide elements: `display:none` and
/// `visibility:hidden` under a simple selector (`tag`, `.class`, `#id`, `tag.class`, `tag#id`).
///
/// Rules inside at-rules, and selectors with combinators, states or attributes, are not honoured:
/// their text stays in the body, where it is read all the same.
struct HTMLStyleSheet: Sendable {
  static let ruleLimit = 20_000

  private var rules: [UInt64: HiddenReason] = [:]
  private(set) var isCut = false

  var isEmpty: Bool { rules.isEmpty }

  /// Adds the rules of a `<style>` element. O(length).
  mutating func add(_ source: [UInt8], _ range: Range<Int>) {
    let text = Self.withoutComments(source[range])
    let end = text.count
    var i = 0
    while i < end {
      let open = ByteScan.first(UInt8(ascii: "{"), in: text, from: i, to: end)
      guard open < end else { return }
      let selectors = text[i..<open].trimmed
      if selectors.first == UInt8(ascii: "@") {
        // `@charset "…";` and `@import …;` end before the selector of the next rule.
        if let semicolon = selectors.lastIndex(of: UInt8(ascii: ";")) {
          i = rule(selectors[(semicolon + 1)...], in: text, from: open + 1, to: end)
        } else {
          i = skipBlock(text, from: open + 1, to: end)
        }
      } else {
        i = rule(selectors, in: text, from: open + 1, to: end)
      }
    }
  }

  private mutating func rule(
    _ selectors: ArraySlice<UInt8>, in source: [UInt8], from start: Int, to end: Int
  ) -> Int {
    let close = ByteScan.first(UInt8(ascii: "}"), in: source, from: start, to: end)
    let style = HTMLStyle(source[start..<close])
    let hides = style.hides == .displayNone || style.hides == .visibility ? style.hides : nil
    if hides != nil || (!rules.isEmpty && (style.isDisplayed || style.isVisible)) {
      for selector in selectors.split(separator: UInt8(ascii: ",")) {
        guard let key = Self.key(ofSelector: selector.trimmed) else { continue }
        guard let hides else {
          rules[key] = nil
          continue
        }
        if rules.count < Self.ruleLimit { rules[key] = hides } else { isCut = true }
      }
    }
    return min(close + 1, end)
  }

  /// Without `/* … */`, and without the marks that hide a sheet from browsers of the last century.
  private static func withoutComments(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = text.startIndex
    var done = i
    while i < text.endIndex {
      var stop = i
      if text[i] == UInt8(ascii: "/"), i + 1 < text.endIndex, text[i + 1] == UInt8(ascii: "*") {
        stop = i + 2
        while stop < text.endIndex,
          text[stop] != UInt8(ascii: "/") || text[stop - 1] != UInt8(ascii: "*") || stop < i + 3
        { stop += 1 }
        stop = min(stop + 1, text.endIndex)
      } else if text[i] == UInt8(ascii: "<"), text[i...].begins("<!--") {
        stop = i + 4
      } else if text[i] == UInt8(ascii: "-"), text[i...].begins("-->") {
        stop = i + 3
      }
      if stop > i {
        out += text[done..<i]
        done = stop
        i = stop
      } else {
        i += 1
      }
    }
    return out + text[done...]
  }

  private func skipBlock(_ source: [UInt8], from start: Int, to end: Int) -> Int {
    var depth = 1
    var i = start
    while i < end, depth > 0 {
      if source[i] == UInt8(ascii: "{") { depth += 1 }
      if source[i] == UInt8(ascii: "}") { depth -= 1 }
      i += 1
    }
    return i
  }

  /// FNV-1a over a kind byte and the bytes that follow; names of tags are lowered.
  @inline(__always)
  private static func digest(
    _ seed: UInt64, _ kind: UInt8, _ bytes: some Sequence<UInt8>, lowered: Bool
  ) -> UInt64 {
    var hash = (seed ^ UInt64(kind)) &* 0x0000_0100_0000_01B3
    for byte in bytes {
      hash = (hash ^ UInt64(lowered ? byte.asciiLowercased : byte)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func key(ofSelector selector: ArraySlice<UInt8>) -> UInt64? {
    var key = seed
    var rest = selector
    let tag = rest.prefix(while: \.isSelectorByte)
    if !tag.isEmpty {
      if tag.count == 4,
        ["html", "body"].contains(String(decoding: tag, as: UTF8.self).lowercased())
      {
        return nil
      }
      key = digest(key, UInt8(ascii: "<"), tag, lowered: true)
      rest = rest.dropFirst(tag.count)
    }
    guard let kind = rest.first else { return tag.isEmpty ? nil : key }
    guard kind == UInt8(ascii: ".") || kind == UInt8(ascii: "#") else { return nil }
    let name = rest.dropFirst()
    guard !name.isEmpty, name.allSatisfy(\.isSelectorByte) else { return nil }
    return digest(key, kind, name, lowered: false)
  }

  /// Why an element is hidden by a rule, if it is.
  func reason(
    tag: Range<Int>, classes: Range<Int>?, id: Range<Int>?, in source: [UInt8]
  ) -> HiddenReason? {
    let tagKey = Self.digest(Self.seed, UInt8(ascii: "<"), source[tag], lowered: true)
    if let id {
      for key in [Self.seed, tagKey] {
        let full = Self.digest(key, UInt8(ascii: "#"), source[id].trimmed, lowered: false)
        if let reason = rules[full] { return reason }
      }
    }
    if let classes {
      for name in source[classes].split(whereSeparator: \.isHTMLSpace) {
        for key in [Self.seed, tagKey] {
          let full = Self.digest(key, UInt8(ascii: "."), name, lowered: false)
          if let reason = rules[full] { return reason }
        }
      }
    }
    return rules[tagKey]
  }
}

extension UInt8 {
  fileprivate var isSelectorByte: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
      || self >= 0x80
  }
}
