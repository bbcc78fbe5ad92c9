extension MarkdownPage {
  /// Reads the block or the paragraph line at `start`; returns where the next one begins.
  mutating func block(at start: Int) -> Int {
    let line = line(at: start)
    var (content, indent) = unindented(line.start, line.end)
    if content == line.end {
      endParagraph()
      afterBlank = true
      return line.next
    }
    defer { afterBlank = false }
    if indent >= 4, paragraphEnd == nil, !isInList, !isProse(content..<line.end) {
      return indentedCode(from: line)
    }
    content = prefix(from: content, in: line, indent: &indent)
    if content >= line.end {
      endParagraph()
      return line.next
    }
    if let next = fence(at: content, indent: indent, in: line) { return next }
    if isRule(content..<line.end) {
      endParagraph()
      return line.next
    }
    if let next = htmlBlock(at: content, in: line) { return next }
    if let next = table(at: content, in: line) { return next }
    if let next = definition(at: content, in: line) { return next }
    return paragraphLine(content..<line.end, next: line.next)
  }

  /// Past leading white space: where the text begins and how many columns it stands in.
  func unindented(_ start: Int, _ end: Int) -> (content: Int, indent: Int) {
    var i = start
    var columns = 0
    while i < end, source[i] == 0x20 || source[i] == 0x09 {
      columns += source[i] == 0x09 ? 4 - columns % 4 : 1
      i += 1
    }
    return (i, columns)
  }

  /// Chinese writers indent paragraphs; a line that is mostly Han is no program.
  private func isProse(_ range: Range<Int>) -> Bool {
    var wide = 0
    var other = 0
    for i in range {
      if source[i] >= 0xE3 { wide += 1 } else if source[i] < 0x80, source[i] > 0x20 { other += 1 }
    }
    return wide > other
  }

  private mutating func indentedCode(from first: Line) -> Int {
    var end = first.end
    var next = first.next
    while next < source.count {
      let line = line(at: next)
      let (content, indent) = unindented(line.start, line.end)
      if content < line.end {
        if indent < 4 || isProse(content..<line.end) { break }
        end = line.end
      }
      next = line.next
    }
    addCode(first.start..<end)
    // Blank lines after the code belong to no one.
    return line(at: end).next
  }

  /// Past block quote, list and heading marks; a mark begins a new block.
  private mutating func prefix(from start: Int, in line: Line, indent: inout Int) -> Int {
    var i = start
    var isLazy = true
    for _ in 0..<64 where i < line.end {
      let c = source[i]
      var after = i
      if c == UInt8(ascii: ">") {
        after = i + 1
        // A quotation's lines are one paragraph.
        if paragraphEnd == nil { isLazy = false }
      } else if c == UInt8(ascii: "-") || c == UInt8(ascii: "+") || c == UInt8(ascii: "*") {
        if i + 1 < line.end, source[i + 1] == 0x20 || source[i + 1] == 0x09,
          !isRule(i..<line.end)
        {
          after = i + 1
        }
      } else if c.isASCIIDigit {
        var k = i
        while k < line.end, source[k].isASCIIDigit { k += 1 }
        if k - i < 10, k + 1 < line.end, source[k + 1] == 0x20,
          source[k] == UInt8(ascii: ".") || source[k] == UInt8(ascii: ")")
        {
          // The number is text that a reader sees.
          isInList = true
          endParagraph()
          return i
        }
      } else if c == UInt8(ascii: "#") {
        return heading(at: i, in: line)
      }
      if after == i { break }
      if c != UInt8(ascii: ">") {
        isInList = true
        isLazy = false
        endParagraph()
      }
      let (content, columns) = unindented(after, line.end)
      indent = columns
      i = content
    }
    if indent == 0, i == start, afterBlank { isInList = false }
    if !isLazy { endParagraph() }
    return i
  }

  /// `# Heading #`: read as a block of its own; returns the end of the line.
  private mutating func heading(at start: Int, in line: Line) -> Int {
    var i = start
    while i < line.end, source[i] == UInt8(ascii: "#") { i += 1 }
    guard i - start <= 6, i == line.end || source[i] == 0x20 || source[i] == 0x09 else {
      return start
    }
    var text = source[i..<line.end].trimmed
    let marks = text.suffix { $0 == UInt8(ascii: "#") }
    if !marks.isEmpty, marks.count == text.count || source[marks.startIndex - 1] == 0x20 {
      text = text[..<marks.startIndex].trimmed
    }
    endParagraph()
    let before = body.count
    inline(text.startIndex..<text.endIndex)
    let shown = body.trimmed(from: before)
    if i - start == 1, reading.metadata.title == nil, !shown.isEmpty {
      reading.metadata.title = MetadataField(
        name: "heading", value: String(decoding: body.utf8[shown.plain], as: UTF8.self),
        range: Range<SourceOffset>(text.startIndex..<text.endIndex))
    }
    endParagraph()
    isInList = false
    return line.end
  }

  /// `---`, `***`, `===`: a rule or the underline of a heading.
  private func isRule(_ range: Range<Int>) -> Bool {
    let text = source[range].trimmed
    guard let first = text.first, text.count >= 2 else { return false }
    if first == UInt8(ascii: "=") {
      return paragraphEnd != nil && text.allSatisfy { $0 == first }
    }
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "_")
    else { return false }
    var count = 0
    for byte in text {
      if byte == first { count += 1 } else if !byte.isHTMLSpace { return false }
    }
    return count >= 3 || (count == 2 && first == UInt8(ascii: "-") && paragraphEnd != nil)
  }

  private mutating func fence(at start: Int, indent: Int, in line: Line) -> Int? {
    let mark = source[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var i = start
    while i < line.end, source[i] == mark { i += 1 }
    let length = i - start
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), source[i..<line.end].contains(mark) { return nil }
    endParagraph()
    let from = line.next
    var next = from
    while next < source.count {
      let inner = self.line(at: next)
      // The closing fence may stand in a quotation or a list item like the opening one.
      var text = source[inner.start..<inner.end].trimmed
      while text.first == UInt8(ascii: ">") { text = text.dropFirst().trimmed }
      if text.count >= length, text.allSatisfy({ $0 == mark }) {
        addCode(from..<inner.start)
        return inner.next
      }
      next = inner.next
    }
    problems.add(.unterminatedFence, at: line.start..<source.count)
    addCode(from..<source.count)
    return source.count
  }

  /// A line that begins with a tag or a comment: up to its end or the next blank line.
  private mutating func htmlBlock(at start: Int, in line: Line) -> Int? {
    guard source[start] == UInt8(ascii: "<"), start + 1 < line.end else { return nil }
    let rest = source[start..<line.end]
    if rest.begins("<!--") {
      guard paragraphEnd == nil else { return nil }
      let end = commentEnd(from: start, within: source.count)
      addComment(start..<end)
      let after = self.line(at: end)
      if after.start < after.end { return paragraphLine(end..<after.end, next: after.next) }
      return after.next
    }
    var nameStart = start + 1
    if source[nameStart] == UInt8(ascii: "/") { nameStart += 1 }
    guard nameStart < line.end, source[nameStart].isASCIILetter else { return nil }
    let name = source[nameStart..<line.end].prefix { $0.isASCIILetter || $0.isASCIIDigit }
    let known = HTMLName.named(
      HTMLName.key(of: name.startIndex..<name.endIndex, in: source))
    let isRaw = known == .script || known == .style || known == .pre || known == .textarea
    guard isRaw || known.traits.contains(.block) else { return nil }
    endParagraph()
    var next = line.next
    if isRaw {
      let end = rawEnd(of: name, from: name.endIndex)
      next = self.line(at: end).next
    } else {
      while next < source.count {
        let inner = self.line(at: next)
        if source[inner.start..<inner.end].trimmed.isEmpty { break }
        next = inner.next
      }
    }
    addHTML(start..<next)
    return next
  }

  /// Where `</name` ends; the end of the source when it is missing.
  private func rawEnd(of name: ArraySlice<UInt8>, from start: Int) -> Int {
    var i = start
    while true {
      i = ByteScan.first(UInt8(ascii: "<"), in: source, from: i, to: source.count)
      guard i + 2 + name.count <= source.count else { return source.count }
      if source[i + 1] == UInt8(ascii: "/"),
        zip(source[(i + 2)...], name).allSatisfy({ $0.asciiLowercased == $1.asciiLowercased })
      {
        return i + 2 + name.count
      }
      i += 1
    }
  }

  /// Where the comment that begins at `start` ends, `limit` when it does not before that.
  func commentEnd(from start: Int, within limit: Int) -> Int {
    var i = start + 4
    while i < limit {
      i = ByteScan.first(UInt8(ascii: ">"), in: source, from: i, to: limit)
      if i < limit, source[i - 1] == UInt8(ascii: "-"), source[i - 2] == UInt8(ascii: "-") {
        return i + 1
      }
      i += 1
    }
    return limit
  }

  mutating func addComment(_ range: Range<Int>) {
    if !source[range].suffix(3).elementsEqual("-->".utf8) {
      problems.add(.unterminatedComment, at: range)
    }
    let inner = HTMLPage.commentText(source, range, limits: limits)
    if !inner.utf8.isEmpty { comments.append(inner) }
  }

  /// `[label]: target "title"` is not shown.
  private mutating func definition(at start: Int, in line: Line) -> Int? {
    guard source[start] == UInt8(ascii: "["), paragraphEnd == nil else { return nil }
    guard let close = source[start..<min(line.end, start + 1000)].firstIndex(of: UInt8(ascii: "]")),
      close > start + 1, close + 1 < line.end, source[close + 1] == UInt8(ascii: ":"),
      source[start + 1] != UInt8(ascii: "^")
    else { return nil }
    let rest = source[(close + 2)..<line.end].trimmed
    guard !rest.isEmpty else { return nil }
    let target = rest.prefix { !$0.isHTMLSpace }
    let title = rest.dropFirst(target.count).trimmed
    let quotes = Array("\"'(".utf8)
    guard title.isEmpty || quotes.contains(title.first!) else { return nil }
    addLink(target.startIndex..<target.endIndex)
    if title.count > 2 {
      alternative.breakLine()
      alternative.collapsed(source, title.startIndex + 1..<title.endIndex - 1)
      alternative.breakLine()
    }
    return line.next
  }

  /// Reads a line of a paragraph, and further lines where a comment leads there; returns where the
  /// next one begins.
  mutating func paragraphLine(_ first: Range<Int>, next: Int) -> Int {
    var range = first
    var next = next
    while true {
      if let before = paragraphEnd {
        if before < range.lowerBound {
          body.softBreak(source, before: before, after: range.lowerBound)
        }
      } else {
        body.breakLine()
      }
      var end = range.upperBound
      while end > range.lowerBound, source[end - 1] == 0x20 || source[end - 1] == 0x09 { end -= 1 }
      let spaces = range.upperBound - end
      let hasSlash =
        spaces == 0 && end - 1 > range.lowerBound && source[end - 1] == UInt8(ascii: "\\")
      if hasSlash { end -= 1 }
      let stop = inline(range.lowerBound..<end, mayLeave: true)
      paragraphEnd = max(end, stop)
      // A hard break: the same paragraph for the blocks, a new line for the words.
      if spaces >= 2 || hasSlash { body.breakLine() }
      if stop <= range.upperBound { return next }
      let rest = line(at: stop)
      range = stop..<rest.end
      next = rest.next
    }
  }
}
