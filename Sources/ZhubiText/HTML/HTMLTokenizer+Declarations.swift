extension HTMLTokenizer {
  /// The markup declaration open state: comment, DOCTYPE, CDATA section or bogus comment.
  mutating func declaration(at start: Int) -> HTMLToken? {
    let i = start &+ 2
    if stands("--", at: i) { return comment(from: start, data: i &+ 2) }
    if stands("doctype", at: i) { return doctypeToken(from: start, after: i &+ 7) }
    if allowsCDATA, stands("[CDATA[", at: i, exactCase: true) {
      position = i &+ 7
      state = .cdata
      return nil
    }
    return bogusComment(from: start, data: i)
  }

  /// Everything up to the next `>`, or up to the end of the source.
  mutating func bogusComment(from start: Int, data: Int) -> HTMLToken {
    let stop = ByteScan.first(UInt8(ascii: ">"), in: source, from: data, to: end)
    position = stop < end ? stop &+ 1 : end
    return commentToken(start, data..<stop)
  }

  private func commentToken(_ start: Int, _ data: Range<Int>) -> HTMLToken {
    var token = HTMLToken(.comment, start..<position, body: data)
    token.replacesNUL = true
    return token
  }

  /// The comment states: `-->`, `--!>`, and right at the start `>` and `->`.
  private mutating func comment(from start: Int, data: Int) -> HTMLToken {
    let dash = UInt8(ascii: "-")
    var i = data
    while true {
      i = ByteScan.first(UInt8(ascii: ">"), in: source, from: i, to: end)
      if i == end { break }
      var stop: Int?
      if i == data || (i == data &+ 1 && source[data] == dash) {
        stop = data
      } else if i &- 2 >= data, source[i &- 1] == dash, source[i &- 2] == dash {
        stop = i &- 2
      } else if i &- 3 >= data, source[i &- 1] == UInt8(ascii: "!"), source[i &- 2] == dash,
        source[i &- 3] == dash
      {
        stop = i &- 3
      }
      i &+= 1
      if let stop {
        position = i
        return commentToken(start, data..<stop)
      }
    }
    // The end of the source: the dashes that began to close the comment are no data.
    var stop = end
    if stop &- 3 >= data, source[stop &- 1] == UInt8(ascii: "!"), source[stop &- 2] == dash,
      source[stop &- 3] == dash
    {
      stop &-= 3
    } else {
      for _ in 0..<2 where stop > data && source[stop &- 1] == dash { stop &-= 1 }
    }
    position = end
    unterminatedComment = Range<SourceOffset>(start..<end)
    return commentToken(start, data..<stop)
  }

  /// The DOCTYPE states.
  private mutating func doctypeToken(from start: Int, after keyword: Int) -> HTMLToken {
    doctype = HTMLDoctype()
    var i = keyword
    skipSpaces(&i)
    if i < end, source[i] != UInt8(ascii: ">") {
      let name = i
      while i < end, !source[i].isHTMLSpace, source[i] != UInt8(ascii: ">") { i &+= 1 }
      doctype.name = Range<SourceOffset>(name..<i)
      if identifiers(&i) {
        i = ByteScan.first(UInt8(ascii: ">"), in: source, from: i, to: end)
      }
    } else {
      doctype.forcesQuirks = true
    }
    position = i < end ? i &+ 1 : end
    return HTMLToken(.doctype, start..<position, body: start..<start)
  }

  /// What follows a DOCTYPE's name. Leaves `i` at the `>` or at the end of the source, or returns
  /// true when the rest up to `>` is to be read over.
  private mutating func identifiers(_ i: inout Int) -> Bool {
    skipSpaces(&i)
    if closes(i) { return false }
    let isPublic = stands("public", at: i)
    guard isPublic || stands("system", at: i) else {
      doctype.forcesQuirks = true
      return true
    }
    i &+= 6
    skipSpaces(&i)
    // `>` right here is a missing identifier, not a good end.
    if i < end, source[i] == UInt8(ascii: ">") {
      doctype.forcesQuirks = true
      return false
    }
    guard let first = identifier(&i) else { return bogus(i) }
    if isPublic {
      doctype.publicIdentifier = first.range
      if first.isCut { return false }
      skipSpaces(&i)
      if closes(i) { return false }
      guard let second = identifier(&i) else { return bogus(i) }
      doctype.systemIdentifier = second.range
      if second.isCut { return false }
    } else {
      doctype.systemIdentifier = first.range
      if first.isCut { return false }
    }
    skipSpaces(&i)
    return !closes(i)
  }

  private mutating func bogus(_ i: Int) -> Bool {
    doctype.forcesQuirks = true
    return i < end
  }

  /// Whether the DOCTYPE ends at `i`; the end of the source forces quirks.
  private mutating func closes(_ i: Int) -> Bool {
    if i < end { return source[i] == UInt8(ascii: ">") }
    doctype.forcesQuirks = true
    return true
  }

  /// A quoted identifier at `i`; `>` or the end of the source cuts it and forces quirks.
  private mutating func identifier(
    _ i: inout Int
  ) -> (range: Range<SourceOffset>, isCut: Bool)? {
    guard i < end, source[i] == UInt8(ascii: "\"") || source[i] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = source[i]
    let start = i &+ 1
    i = ByteScan.first(quote, or: UInt8(ascii: ">"), in: source, from: start, to: end)
    let range = Range<SourceOffset>(start..<i)
    if i < end, source[i] == quote {
      i &+= 1
      return (range, false)
    }
    doctype.forcesQuirks = true
    return (range, true)
  }

  private func skipSpaces(_ i: inout Int) {
    while i < end, source[i].isHTMLSpace { i &+= 1 }
  }

  private func stands(_ word: StaticString, at i: Int, exactCase: Bool = false) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i &+ count <= end else { return false }
    for k in 0..<count {
      let c = source[i &+ k]
      if (exactCase ? c : c.asciiLowercased) != word.utf8Start[k] { return false }
    }
    return true
  }
}
