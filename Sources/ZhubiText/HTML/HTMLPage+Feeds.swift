extension HTMLPage {
  /// Holds the text of a feed's element back until it is whole: markup may stand in it as
  /// character references. True when the token is dealt with.
  mutating func keepFeedText(_ token: HTMLToken) -> Bool {
    let range = token.range.plain
    let isText = token.kind == .reference || (token.kind == .characters && !token.isCDATA)
    guard isText else {
      addFeedText()
      return false
    }
    let opensTag = token.kind == .reference && token.first == 0x3C
    if let text = feedText {
      feedText = (text.range.lowerBound..<range.upperBound, text.hasMarkup || opensTag)
    } else {
      feedText = (range, opensTag)
    }
    return true
  }

  /// Adds the text held back: as it is, or, where an editor's markup was written as references
  /// (`&lt;p&gt;`), without that markup.
  private mutating func addFeedText() {
    guard let (range, hasMarkup) = feedText else { return }
    feedText = nil
    var inner = HTMLTokenizer(source, range: Range<SourceOffset>(range))
    if !hasMarkup {
      while true {
        let token = inner.next()
        switch token.kind {
        case .characters: addText(token.body.plain)
        case .reference: addReference(token)
        default: return
        }
      }
    }
    guard let range = afford(range) else { return }
    var decoded = PartBuilder()
    inner = HTMLTokenizer(source, range: Range<SourceOffset>(range))
    loop: while true {
      let token = inner.next()
      switch token.kind {
      case .characters: decoded.verbatim(source, token.body.plain)
      case .reference:
        decoded.scalars(token.first, token.second, for: token.range.plain, preserve: true)
      default: break loop
      }
    }
    var text = PartBuilder()
    Self.readFragment(decoded.utf8, 0..<decoded.utf8.count, into: &text)
    guard !text.isEmpty else { return }
    var part = text.part(.body, label: "")
    part.map = part.map.through(decoded.map)
    sinks[around.sink].append(part)
  }

  /// In a feed any attribute may hold a datum.
  mutating func readFeedAttributes() {
    let sink = Self.hidden(.dataAttribute)
    for attribute in tokenizer.attributes {
      let value = attribute.value.plain
      let name = HTMLName.named(HTMLName.key(of: attribute.name.plain, in: source))
      if name == .alt || name == .title || name == .ariaLabel || !isDatum(value) { continue }
      addEntry(value, to: sink)
    }
  }

  /// Lines of the body, or cells of its tables, that are links and nothing else are navigation:
  /// menus, paths, lists of headlines.
  mutating func addLinkLines() {
    let text = sinks[Self.body].utf8
    var known = regions[...]
    var found: [TextRegion] = []
    var next = 0
    while next < linkTexts.count {
      // A link around blocks is a teaser of another page, with its picture and first words.
      let whole = linkTexts[next].plain
      if whole.count <= Self.teaserBytes, text[whole].contains(0x0A) {
        while let region = known.first, region.range.upperBound.value <= whole.lowerBound {
          known.removeFirst()
        }
        if known.first.map({ $0.range.lowerBound.value >= whole.upperBound }) ?? true,
          found.last.map({ $0.range.upperBound.value <= whole.lowerBound }) ?? true
        {
          found.append(TextRegion(kind: .navigation, range: linkTexts[next]))
        }
        next += 1
        continue
      }
      var linked = 0
      var start = linkTexts[next].lowerBound.value
      while start > 0, text[start - 1] != 0x0A, text[start - 1] != 0x09 { start -= 1 }
      var end = start
      var isOnlyLinks = true
      while end < text.count, text[end] != 0x0A, text[end] != 0x09 {
        if next < linkTexts.count, linkTexts[next].lowerBound.value <= end,
          end < linkTexts[next].upperBound.value
        {
          isOnlyLinks = isOnlyLinks && linkTexts[next].length <= Self.headlineBytes
          linked += linkTexts[next].length
          end = linkTexts[next].upperBound.value
          next += 1
        } else {
          if !Self.isBesideLink(text, end) { isOnlyLinks = false }
          end += 1
        }
      }
      // A link that spans lines, or lies inside one already taken.
      while next < linkTexts.count, linkTexts[next].lowerBound.value < end { next += 1 }
      let line = Range<TextOffset>(start..<end)
      while let region = known.first, region.range.upperBound <= line.lowerBound {
        known.removeFirst()
      }
      let isKnown = known.first.map { $0.range.lowerBound < line.upperBound } ?? false
      // Or nearly nothing else: a name, a count.
      let isMostly = linked <= Self.headlineBytes && linked * 10 >= line.length * 7
      let isNew = found.last.map { $0.range.upperBound <= line.lowerBound } ?? true
      if isOnlyLinks || isMostly, !isKnown, isNew {
        found.append(TextRegion(kind: .navigation, range: line))
      }
    }
    guard !found.isEmpty else { return }
    regions = (regions + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The longest text of a link that is taken for a headline.
  private static let headlineBytes = 240
  private static let teaserBytes = 1_500

  /// What stands beside links without being a sentence: digits, dates, marks.
  private static func isBesideLink(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return !byte.isASCIILetter }
    var lead = index
    while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
    switch text[lead] {
    case 0xC2: return true
    case 0xE2: return true
    case 0xE3: return lead + 1 < text.count && text[lead + 1] == 0x80
    case 0xEF: return lead + 1 < text.count && text[lead + 1] == 0xBC
    default: return false
    }
  }
}
