/// A page being read: the tokens go in, the parts come out.
struct HTMLPage {
  /// Where text goes: one builder each for the body, the title, and so on.
  typealias Sink = Int
  static let body: Sink = 0
  static let title: Sink = 1
  static let alternative: Sink = 2
  static let telephone: Sink = 3
  static let mail: Sink = 4
  /// Programs in drawings: no text.
  static let discarded: Sink = 5
  /// What the caller wants left out.
  static let ignored: Sink = 6
  static func hidden(_ reason: HiddenReason) -> Sink { 7 + reason.ordinal }

  /// What an element hands down to what it contains.
  struct Surroundings {
    var sink: Sink = HTMLPage.body
    var hidden: HiddenReason?
    var preserves = false
    var isForeign = false
    var inArticle = false
    /// Inside an element that the caller wants left out.
    var isIgnored = false
    var region: TextRegion.Kind?
    var colour: HTMLStyle.Colour?
    var background: HTMLStyle.Background?
  }

  /// An element whose end has not been seen.
  struct OpenElement {
    var key: HTMLName.Key
    var name: HTMLName
    var around: Surroundings
    /// Whether its end is a boundary between blocks.
    var breaks: Bool
    /// Whether it began a cell, row or table of the table in work.
    var isGrid: Bool
  }

  /// Elements whose content is no markup.
  enum RawElement { case script, style, title, textarea, text, fallback }

  struct OpenTable {
    var builder = TableBuilder()
    var sink: Sink
    /// Its place in the stack of elements.
    var index: Int
  }

  let source: [UInt8]
  let limits: HTMLReader.Limits
  var ignored: [HTMLSelector] = []
  var ignoredCount = 0
  var tokenizer: HTMLTokenizer
  var reading = HTMLReading()
  var problems = ProblemList()
  var sinks: [PartBuilder]
  var tables: [[TextTable]]
  var regions: [TextRegion] = []

  var stack: [OpenElement] = []
  var outermost = Surroundings()
  /// How many open elements were looked at so far: the work that markup could inflate.
  var steps = 0
  /// How many elements of each name are open.
  var openCount = [Int32](repeating: 0, count: HTMLName.allCases.count)
  /// Elements open beyond the depth limit.
  var untracked = 0
  var openTables: [OpenTable] = []
  var cellCount = 0
  var raw: RawElement?
  var rawStart = 0
  /// Where a line feed is dropped: right after `<pre>` and `<textarea>`.
  var ignoredLineFeed = -1
  var attributes = HTMLAttributeSlots()
  /// Texts of the attributes at hand and where they go.
  var entries: [(value: Range<Int>, sink: Sink)] = []
  var sheet = HTMLStyleSheet()
  var textBudget: Int
  var metadataParts: [ExtractedPart] = []
  var skippedScripts = (count: 0, bytes: 0)
  var skippedStyles = (count: 0, bytes: 0)
  /// Where the last link ended, to keep it apart from one that touches it.
  var lastLink: (sink: Sink, count: Int, href: Range<Int>)?
  /// Whether this is XML and no page (a feed, a site map): CDATA holds markup, any element may
  /// close itself, and no element is raw text.
  var isFeed = false
  /// Whether this is a page of its own and no fragment of one.
  var isWholePage = false
  /// The text of a feed's element, not yet added, and whether it holds markup in references.
  var feedText: (range: Range<Int>, hasMarkup: Bool)?
  /// The links of the body, in order of their ends.
  var linkTexts: [Range<TextOffset>] = []
  var linkStart = 0
  var sawElement = false
  var openHref: Range<Int> = 0..<0
  var captionStart = 0
  var openRegion: TextRegion.Kind?
  var regionStart = 0

  init(_ source: [UInt8], range: Range<SourceOffset>? = nil, limits: HTMLReader.Limits) {
    self.source = source
    self.limits = limits
    let readable = SourceOffset(0)..<SourceOffset(min(source.count, SourceMap.sourceLimit))
    tokenizer = HTMLTokenizer(source, range: range?.clamped(to: readable) ?? readable)
    if source.count > SourceMap.sourceLimit {
      problems.add(.textLimit, at: SourceMap.sourceLimit..<source.count)
    }
    tokenizer.attributeLimit = limits.attributes
    textBudget = limits.textBytes
    let count = 7 + HiddenReason.allCases.count
    sinks = Array(repeating: PartBuilder(), count: count)
    tables = Array(repeating: [], count: count)
  }

  /// What holds at the innermost open element.
  var around: Surroundings {
    @inline(__always) get { stack.last?.around ?? outermost }
  }

  mutating func read() -> HTMLReading {
    while true {
      tokenizer.allowsCDATA = isFeed || (stack.last?.around.isForeign ?? false)
      let token = tokenizer.next()
      if isFeed, raw == nil, keepFeedText(token) { continue }
      switch token.kind {
      case .characters:
        if raw != nil {
          rawText(token)
        } else if isFeed, token.isCDATA {
          readFragment(token.body.plain, into: around.sink)
        } else {
          addText(token.body.plain)
        }
      case .reference:
        addReference(token)
      case .startTag: startTag(token)
      case .endTag:
        if raw == nil { endTag(token) } else { endRaw(at: token.range.lowerBound.value) }
      case .comment: addComment(token)
      case .doctype: isWholePage = true
      case .end:
        finish()
        return reading
      }
    }
  }

  // MARK: Text

  /// Takes `range` off the text budget; nil when nothing of it is left.
  mutating func afford(_ range: Range<Int>) -> Range<Int>? {
    if range.count <= textBudget {
      textBudget &-= range.count
      return range
    }
    problems.add(.textLimit, at: range)
    var end = range.lowerBound + textBudget
    while end > range.lowerBound, end < source.count, source[end] & 0xC0 == 0x80 { end -= 1 }
    textBudget = 0
    return end > range.lowerBound ? range.lowerBound..<end : nil
  }

  mutating func addText(_ whole: Range<Int>) {
    guard var range = afford(whole) else { return }
    let around = self.around
    range = withoutFirstLineFeed(range)
    noteRegion(around)
    if around.preserves {
      sinks[around.sink].preserved(source, range)
    } else {
      sinks[around.sink].collapsed(source, range)
    }
  }

  private func withoutFirstLineFeed(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound == ignoredLineFeed, let first = range.first else { return range }
    if source[first] == 0x0A { return range.dropFirst() }
    guard source[first] == 0x0D else { return range }
    return range.dropFirst(range.count > 1 && source[first + 1] == 0x0A ? 2 : 1)
  }

  mutating func addReference(_ token: HTMLToken) {
    let range = token.range.plain
    guard afford(range) == range else { return }
    let around = self.around
    var sink = around.sink
    var preserves = around.preserves
    switch raw {
    case .title: sink = Self.title
    case .textarea: preserves = true
    default: noteRegion(around)
    }
    sinks[sink].scalars(token.first, token.second, for: range, preserve: preserves)
  }

  /// Notes where the text of the body goes from one region to another.
  @inline(__always)
  private mutating func noteRegion(_ around: Surroundings) {
    if around.region != openRegion, around.sink == Self.body { closeRegion(next: around.region) }
  }

  mutating func closeRegion(next: TextRegion.Kind?) {
    let range = sinks[Self.body].trimmed(from: regionStart)
    if let kind = openRegion, !range.isEmpty {
      regions.append(TextRegion(kind: kind, range: range))
    }
    openRegion = next
    regionStart = sinks[Self.body].count
  }

  // MARK: Raw text elements

  private mutating func rawText(_ token: HTMLToken) {
    let range = token.body.plain
    switch raw {
    case .script, nil: break
    case .style:
      sheet.add(source, range)
      if sheet.isCut { problems.add(.styleLimit, at: range) }
    case .title:
      guard let range = afford(range) else { return }
      sinks[Self.title].collapsed(source, range, replacesNUL: true)
    case .textarea, .text:
      guard let range = afford(range) else { return }
      sinks[around.sink].preserved(source, withoutFirstLineFeed(range), replacesNUL: true)
    case .fallback:
      readFragment(range, into: Self.hidden(.fallback))
    }
  }

  mutating func endRaw(at end: Int) {
    switch raw {
    case .script:
      skippedScripts.count += 1
      skippedScripts.bytes += end - rawStart
    case .style:
      skippedStyles.count += 1
      skippedStyles.bytes += end - rawStart
    case .title: sinks[Self.title].breakLine()
    case .textarea: sinks[around.sink].breakWord(at: end)
    case .text: sinks[around.sink].breakLine()
    case .fallback, nil: break
    }
    raw = nil
  }

  // MARK: The end

  private mutating func finish() {
    let end = tokenizer.end
    if let raw {
      // What a browser would swallow is read as hidden text: nothing may vanish.
      if raw == .script || raw == .style {
        problems.add(.unterminatedElement, at: rawStart..<end)
        readFragment(rawStart..<end, into: Self.hidden(.unterminated))
      } else if raw != .text {
        problems.add(.unterminatedElement, at: rawStart..<end)
      }
      endRaw(at: end)
    }
    if let tag = tokenizer.unterminatedTag {
      problems.add(.unterminatedTag, at: tag.plain)
      if let range = afford(tag.plain) {
        sinks[Self.hidden(.unterminated)].breakLine()
        sinks[Self.hidden(.unterminated)].collapsed(source, range)
      }
    }
    if let comment = tokenizer.unterminatedComment {
      problems.add(.unterminatedComment, at: comment.plain)
    }
    pop(to: 0)
    closeRegion(next: nil)
    addLinkLines()
    assembleParts()
    reading.problems = problems.all
    skippedScripts.bytes += sinks[Self.discarded].count
    if skippedScripts.count > 0 {
      reading.skipped.append(
        SkippedSource(kind: .script, count: skippedScripts.count, bytes: skippedScripts.bytes))
    }
    if ignoredCount > 0 {
      reading.skipped.append(
        SkippedSource(
          kind: .ignored, count: ignoredCount, bytes: sinks[Self.ignored].utf8.count))
    }
    if skippedStyles.count > 0 {
      reading.skipped.append(
        SkippedSource(kind: .style, count: skippedStyles.count, bytes: skippedStyles.bytes))
    }
  }

  private mutating func assembleParts() {
    func add(_ sink: Sink, _ kind: ExtractedPart.Kind, _ label: String) {
      guard !sinks[sink].isEmpty else { return }
      var part = sinks[sink].part(kind, label: label, tables: tables[sink])
      if sink == Self.body { part.regions = regions }
      reading.parts.append(part)
    }
    add(Self.body, .body, "body")
    add(Self.title, .title, "title")
    if let title = reading.parts.last, title.kind == .title {
      reading.metadata.title = MetadataField(
        name: "title", value: String(decoding: title.utf8, as: UTF8.self),
        range: title.map.source(of: TextOffset(0)..<TextOffset(title.utf8.count)))
    }
    reading.parts += metadataParts
    add(Self.alternative, .alternative, "alternative")
    add(Self.telephone, .link, "link tel")
    add(Self.mail, .link, "link mailto")
    for reason in HiddenReason.allCases {
      add(Self.hidden(reason), .hidden(reason), "hidden: \(reason.rawValue)")
    }
    if isWholePage {
      for index in reading.parts.indices { reading.parts[index].isOfWholePage = true }
    }
  }
}

extension HiddenReason {
  fileprivate var ordinal: Int { Self.allCases.firstIndex(of: self)! }
}
