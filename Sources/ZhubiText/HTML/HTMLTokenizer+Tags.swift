extension HTMLTokenizer {
  /// The tag open state and what follows: nil when `<` is only text (position unmoved) or when
  /// the markup yields no token (position moved past it).
  @inline(__always)
  mutating func markup(at start: Int) -> HTMLToken? {
    guard start &+ 1 < end else { return nil }
    let next = source[start &+ 1]
    if next.isASCIILetter { return tag(from: start, name: start &+ 1, isEnd: false) }
    switch next {
    case UInt8(ascii: "/"):
      guard start &+ 2 < end else { return nil }
      let letter = source[start &+ 2]
      if letter.isASCIILetter { return tag(from: start, name: start &+ 2, isEnd: true) }
      if letter == UInt8(ascii: ">") {
        position = start &+ 3
        return nil
      }
      return bogusComment(from: start, data: start &+ 2)
    case UInt8(ascii: "!"): return declaration(at: start)
    case UInt8(ascii: "?"): return bogusComment(from: start, data: start &+ 1)
    default: return nil
    }
  }

  /// The tag name state and all attribute states. Nil when the source ends inside the tag.
  mutating func tag(from start: Int, name nameStart: Int, isEnd: Bool) -> HTMLToken? {
    attributes.removeAll(keepingCapacity: true)
    attributesCut = 0
    var i = nameStart
    while i < end, !source[i].endsTagName { i &+= 1 }
    let name = nameStart..<i
    while i < end {
      let c = source[i]
      if c.isHTMLSpace {
        i &+= 1
      } else if c == UInt8(ascii: ">") {
        return finish(start, i &+ 1, name: name, isEnd: isEnd, selfClosing: false)
      } else if c == UInt8(ascii: "/") {
        i &+= 1
        if i < end, source[i] == UInt8(ascii: ">") {
          return finish(start, i &+ 1, name: name, isEnd: isEnd, selfClosing: true)
        }
      } else {
        i = attribute(at: i)
      }
    }
    unterminatedTag = Range<SourceOffset>(start..<end)
    position = end
    return nil
  }

  @inline(__always)
  private mutating func finish(
    _ start: Int, _ stop: Int, name: Range<Int>, isEnd: Bool, selfClosing: Bool
  ) -> HTMLToken {
    position = stop
    var token = HTMLToken(isEnd ? .endTag : .startTag, start..<stop, body: name)
    token.isSelfClosing = selfClosing
    if !isEnd { lastStartTag = name }
    return token
  }

  /// Reads one attribute whose name begins at `start`; returns where reading goes on, `end` when
  /// the source ends inside it.
  @inline(__always)
  private mutating func attribute(at start: Int) -> Int {
    var i = start &+ 1
    while i < end, !source[i].endsAttributeName { i &+= 1 }
    let name = start..<i
    while i < end, source[i].isHTMLSpace { i &+= 1 }
    guard i < end, source[i] == UInt8(ascii: "=") else {
      record(name, name.upperBound..<name.upperBound)
      return i
    }
    i &+= 1
    while i < end, source[i].isHTMLSpace { i &+= 1 }
    guard i < end else { return end }
    let c = source[i]
    if c == UInt8(ascii: "\"") || c == UInt8(ascii: "'") {
      let stop = ByteScan.first(c, in: source, from: i &+ 1, to: end)
      guard stop < end else { return end }
      record(name, i &+ 1..<stop)
      return stop &+ 1
    }
    // Unquoted; `>` right away is a missing value.
    let value = i
    while i < end, !source[i].endsUnquotedValue { i &+= 1 }
    record(name, value..<i)
    return i
  }

  @inline(__always)
  private mutating func record(_ name: Range<Int>, _ value: Range<Int>) {
    guard attributes.count < attributeLimit else {
      attributesCut &+= 1
      return
    }
    attributes.append(
      HTMLAttribute(name: Range<SourceOffset>(name), value: Range<SourceOffset>(value)))
  }
}

extension UInt8 {
  /// White space, `/` or `>`.
  @inline(__always) fileprivate var endsTagName: Bool {
    self <= 0x3E && (self == 0x3E || self == 0x2F || isHTMLSpace)
  }

  /// White space, `/`, `>` or `=`.
  @inline(__always) fileprivate var endsAttributeName: Bool {
    self <= 0x3E && (self == 0x3D || self == 0x3E || self == 0x2F || isHTMLSpace)
  }

  /// White space or `>`.
  @inline(__always) fileprivate var endsUnquotedValue: Bool {
    self <= 0x3E && (self == 0x3E || isHTMLSpace)
  }
}
