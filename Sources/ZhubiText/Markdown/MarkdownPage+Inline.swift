extension MarkdownPage {
  /// A run of emphasis marks of one line.
  private struct Run {
    var start: Int
    var count: Int
    /// How many of the marks pair with others, counted from the inner side.
    var used = 0
  }

  /// What is known of a line before its text is taken over.
  private struct Marks {
    /// Stretches that are not shown, by their start.
    var gone: [Int: Int] = [:]
    /// Code spans: content by the start of the opening ticks.
    var code: [Int: (content: Range<Int>, end: Int)] = [:]
  }

  /// Adds the text of one line; returns where reading stopped, which lies behind the range when a
  /// comment led there and may.
  @discardableResult
  mutating func inline(_ range: Range<Int>, mayLeave: Bool = false) -> Int {
    guard !range.isEmpty else { return range.upperBound }
    guard range.count <= textBudget else {
      textBudget = 0
      problems.add(.textLimit, at: range)
      return range.upperBound
    }
    textBudget -= range.count
    let needsCare = source[range].contains { Self.isSpecial[Int($0)] }
    if !needsCare {
      body.collapsed(source, range)
      return range.upperBound
    }
    let marks = findMarks(range)
    var i = range.lowerBound
    var done = i
    while i < range.upperBound {
      var stop = i
      if let end = marks.gone[i] {
        flush(done, i)
        stop = end
      } else if let span = marks.code[i] {
        flush(done, i)
        body.collapsed(source, span.content)
        stop = span.end
      } else if source[i] == UInt8(ascii: "\\"), i + 1 < range.upperBound,
        source[i + 1].isASCIIPunctuation
      {
        flush(done, i)
        body.verbatim(source, i + 1..<i + 2)
        stop = i + 2
      } else if source[i] == UInt8(ascii: "&"),
        let reference = HTMLCharacterReference(
          in: source, at: i, to: range.upperBound, inAttribute: false),
        source[reference.end - 1] == UInt8(ascii: ";")
      {
        flush(done, i)
        body.scalars(reference.first, reference.second, for: i..<reference.end, preserve: false)
        stop = reference.end
      } else if source[i] == UInt8(ascii: "<"),
        let end = tag(at: i, in: range, done: done, mayLeave)
      {
        stop = end
      }
      if stop > i {
        i = stop
        done = stop
      } else {
        i += 1
      }
    }
    flush(done, range.upperBound)
    return max(i, range.upperBound)
  }

  private mutating func flush(_ start: Int, _ end: Int) {
    if start < end { body.collapsed(source, start..<end) }
  }

  private static let isSpecial: [Bool] = (0..<256).map {
    Array("\\`*_~[]!<&".utf8).contains(UInt8($0))
  }

  /// An address in angle brackets, a comment or a tag; nil when `<` is text.
  private mutating func tag(
    at i: Int, in range: Range<Int>, done: Int, _ mayLeave: Bool
  ) -> Int? {
    let rest = source[i..<range.upperBound]
    if rest.begins("<!--") {
      if !mayLeave, i < noCommentEndBefore { return nil }
      let end = commentEnd(from: i, within: mayLeave ? source.count : range.upperBound)
      if !mayLeave, !source[..<end].suffix(3).elementsEqual("-->".utf8) {
        noCommentEndBefore = range.upperBound
        return nil
      }
      flush(done, i)
      addComment(i..<end)
      return end
    }
    guard i + 1 < range.upperBound,
      source[i + 1].isASCIILetter || source[i + 1] == UInt8(ascii: "/")
    else { return nil }
    if nextClose < i {
      nextClose = ByteScan.first(UInt8(ascii: ">"), in: source, from: i, to: source.count)
    }
    let close = nextClose
    guard close < range.upperBound, close - i < 4096 else { return nil }
    let inside = source[(i + 1)..<close]
    let hasSpace = inside.contains { $0.isHTMLSpace }
    if !hasSpace, inside.contains(UInt8(ascii: ":")) || inside.contains(UInt8(ascii: "@")) {
      flush(done, i)
      addLink(i + 1..<close)
      body.verbatim(source, i + 1..<close)
      return close + 1
    }
    let nameStart = source[i + 1] == UInt8(ascii: "/") ? i + 2 : i + 1
    let name = source[nameStart..<close].prefix { $0.isASCIILetter || $0.isASCIIDigit }
    guard !name.isEmpty, name.first!.isASCIILetter else { return nil }
    let known = HTMLName.named(HTMLName.key(of: name.startIndex..<name.endIndex, in: source))
    // `<人名>` and `<name>` as placeholders are text; tags are known names.
    guard known != .unknown else { return nil }
    flush(done, i)
    if known == .br || known.traits.contains(.block) { body.breakLine() }
    if known.traits.contains(.replaced) { body.breakWord(at: i) }
    return close + 1
  }

  // MARK: Marks

  /// Finds code spans, links and emphasis of a line in one pass with stacks.
  private mutating func findMarks(_ range: Range<Int>) -> Marks {
    var marks = Marks()
    var brackets: [Int] = []
    var runs: [UInt8: [Run]] = [:]
    var ticks: [Int: Int] = [:]
    var i = range.lowerBound
    while i < range.upperBound {
      let c = source[i]
      switch c {
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"): i = codeSpan(at: i, range, &marks, &ticks)
      case UInt8(ascii: "["):
        brackets.append(i)
        i += 1
      case UInt8(ascii: "]"):
        if let open = brackets.popLast() { i = link(open, i, range, &marks) } else { i += 1 }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        i = emphasis(c, at: i, range, &marks, &runs)
      default: i += 1
      }
    }
    return marks
  }

  /// Notes the code span that begins at `i`; `ticks` remembers lengths that have no closing run.
  private func codeSpan(
    at i: Int, _ range: Range<Int>, _ marks: inout Marks, _ ticks: inout [Int: Int]
  ) -> Int {
    var start = i
    while start < range.upperBound, source[start] == UInt8(ascii: "`") { start += 1 }
    let length = start - i
    if length > 64 || ticks[length] != nil { return start }
    var k = start
    while k < range.upperBound {
      guard source[k] == UInt8(ascii: "`") else {
        k += 1
        continue
      }
      var end = k
      while end < range.upperBound, source[end] == UInt8(ascii: "`") { end += 1 }
      if end - k == length {
        marks.code[i] = (start..<k, end)
        return end
      }
      k = end
    }
    ticks[length] = i
    return start
  }

  /// A bracket pair that ends at `close`: notes what of it is not shown.
  private mutating func link(
    _ open: Int, _ close: Int, _ range: Range<Int>, _ marks: inout Marks
  ) -> Int {
    let after = close + 1
    guard after < range.upperBound else { return after }
    var end: Int?
    if source[after] == UInt8(ascii: "("), let found = destination(at: after, range) {
      addLink(found.target)
      if let title = found.title, !title.isEmpty {
        alternative.breakLine()
        alternative.collapsed(source, title)
        alternative.breakLine()
      }
      end = found.end
    } else if source[after] == UInt8(ascii: "["),
      let label = source[after..<min(range.upperBound, after + 1000)]
        .firstIndex(of: UInt8(ascii: "]"))
    {
      end = label + 1
    }
    guard let end else { return after }
    let isImage = open > range.lowerBound && source[open - 1] == UInt8(ascii: "!")
    marks.gone[isImage ? open - 1 : open] = open + 1
    marks.gone[close] = end
    return end
  }

  /// `(target "title")`, at most 2048 bytes.
  private func destination(
    at open: Int, _ range: Range<Int>
  ) -> (target: Range<Int>, title: Range<Int>?, end: Int)? {
    let limit = min(range.upperBound, open + 2048)
    var i = open + 1
    while i < limit, source[i].isHTMLSpace { i += 1 }
    var target = i..<i
    if i < limit, source[i] == UInt8(ascii: "<") {
      guard let close = source[i..<limit].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      target = i + 1..<close
      i = close + 1
    } else {
      var depth = 0
      while i < limit, !source[i].isHTMLSpace {
        if source[i] == UInt8(ascii: "\\") {
          i += 1
        } else if source[i] == UInt8(ascii: "(") {
          depth += 1
        } else if source[i] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        i += 1
      }
      target = target.lowerBound..<min(i, limit)
    }
    while i < limit, source[i].isHTMLSpace { i += 1 }
    guard i < limit else { return nil }
    if source[i] == UInt8(ascii: ")") { return (target, nil, i + 1) }
    guard source[i] == UInt8(ascii: "\"") || source[i] == UInt8(ascii: "'"),
      let close = source[(i + 1)..<limit].firstIndex(of: source[i])
    else { return nil }
    let title = i + 1..<close
    i = close + 1
    while i < limit, source[i].isHTMLSpace { i += 1 }
    guard i < limit, source[i] == UInt8(ascii: ")") else { return nil }
    return (target, title, i + 1)
  }

  /// Notes a run of marks and pairs it with an open one.
  ///
  /// More lenient than CommonMark where Chinese punctuation touches the marks (`**重点：**内容`), and
  /// stricter where the marks are no emphasis: four or more (`138****0000`), or between two letters
  /// or digits of ASCII.
  private func emphasis(
    _ mark: UInt8, at start: Int, _ range: Range<Int>, _ marks: inout Marks,
    _ runs: inout [UInt8: [Run]]
  ) -> Int {
    var end = start
    while end < range.upperBound, source[end] == mark { end += 1 }
    let count = end - start
    let before = start > range.lowerBound ? source[start - 1] : 0x20
    let after = end < range.upperBound ? source[end] : 0x20
    if count > 3 || (mark == UInt8(ascii: "~") && count != 2) { return end }
    if before.isWord, after.isWord { return end }
    // An underscore inside a word is part of it, in whatever script.
    if mark == UInt8(ascii: "_"), before.isWord || before >= 0x80, after.isWord || after >= 0x80 {
      return end
    }
    var rest = count
    var from = start
    if !before.isHTMLSpace {
      while rest > 0, let open = runs[mark]?.popLast() {
        let free = open.count - open.used
        let pairs = min(rest, free)
        let last = open.start + free
        marks.gone[last - pairs] = last
        marks.gone[from] = from + pairs
        from += pairs
        rest -= pairs
        if free > pairs {
          runs[mark]!.append(Run(start: open.start, count: open.count, used: open.used + pairs))
        }
      }
    }
    if rest > 0, !after.isHTMLSpace {
      runs[mark, default: []].append(Run(start: from, count: rest))
    }
    return end
  }
}

extension UInt8 {
  fileprivate var isWord: Bool { isASCIILetter || isASCIIDigit }

  fileprivate var isASCIIPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isASCIILetter && !isASCIIDigit
  }
}
