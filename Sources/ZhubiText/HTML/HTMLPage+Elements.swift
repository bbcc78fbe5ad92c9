extension HTMLPage {
  mutating func startTag(_ token: HTMLToken) {
    let range = token.body.plain
    let key = HTMLName.key(of: range, in: source)
    let name = HTMLName.named(key)
    attributes.fill(tokenizer.attributes, of: source)
    if tokenizer.attributesCut > 0 { problems.add(.attributeLimit, at: token.range.plain) }
    if !sawElement {
      sawElement = true
      isFeed =
        name == .unknown && source.prefix(64).drop { $0 != UInt8(ascii: "<") }.begins("<?xml")
      isWholePage = isWholePage || isFeed
    }
    if isFeed { return feedStartTag(token, key, name) }
    if around.isForeign {
      if name.traits.contains(.breaksOut) {
        while let last = stack.last, last.around.isForeign { pop(to: stack.count - 1) }
      } else {
        foreignStartTag(token, key, name)
        return
      }
    }
    if !attributes.isEmpty { readAttributes(of: name, at: token.range.plain) }
    switch name {
    case .html, .body, .head, .frameset:
      isWholePage = true
      if let background = ownBackground(ownStyle()) { outermost.background = background }
      sinks[around.sink].breakLine()
      return
    case .script: return beginRaw(.script, .scriptData, after: token)
    case .style: return beginRaw(.style, .rawtext, after: token)
    case .title: return beginRaw(.title, .rcdata, after: token)
    case .iframe, .noembed, .noframes:
      sinks[around.sink].breakWord(at: token.range.lowerBound.value)
      return beginRaw(.fallback, .rawtext, after: token)
    case .textarea:
      sinks[around.sink].breakWord(at: token.range.lowerBound.value)
      return beginRaw(.textarea, .rcdata, after: token)
    case .xmp, .plaintext:
      closeParagraph()
      sinks[around.sink].breakLine()
      return beginRaw(.text, name == .xmp ? .rawtext : .plaintext, after: token)
    case .br, .hr:
      if name == .hr { closeParagraph() }
      sinks[around.sink].breakLine()
      return
    default: break
    }
    if untracked == 0 { closeImplied(before: name) }
    let traits = name.traits
    if traits.contains(.void) {
      if traits.contains(.replaced) {
        sinks[around.sink].breakWord(at: token.range.plain.lowerBound)
      }
      return
    }
    open(key, name, at: token.range.plain)
  }

  /// In a feed every element is a block, but for the few that HTML sets inside a line.
  private mutating func feedStartTag(_ token: HTMLToken, _ key: HTMLName.Key, _ name: HTMLName) {
    let isInline = name == .span || (name != .a && name.traits.contains(.formatting))
    if !isInline { sinks[around.sink].breakLine() }
    if !attributes.isEmpty {
      readAttributes(of: name, at: token.range.plain)
      readFeedAttributes()
    }
    if token.isSelfClosing || !hasRoom(at: token.range.plain) { return }
    push(
      OpenElement(key: key, name: .unknown, around: around, breaks: !isInline, isGrid: false))
  }

  private mutating func beginRaw(
    _ element: RawElement, _ state: HTMLTokenizer.State, after token: HTMLToken
  ) {
    raw = element
    rawStart = token.range.upperBound.value
    tokenizer.state = state
    if element == .textarea { ignoredLineFeed = rawStart }
  }

  /// Inside SVG and MathML: any element may close itself, and there is no raw text.
  private mutating func foreignStartTag(
    _ token: HTMLToken, _ key: HTMLName.Key, _ name: HTMLName
  ) {
    if token.isSelfClosing || !hasRoom(at: token.range.plain) { return }
    var inner = around
    inner.isForeign = name != .foreignobject && name != .desc
    // The name of a drawing is a tool tip; its scripts and styles are no text.
    if name == .title || name == .desc, !inner.isIgnored { inner.sink = Self.alternative }
    if name == .script || name == .style {
      inner.sink = Self.discarded
      skippedScripts.count += 1
    }
    sinks[inner.sink].breakLine()
    push(OpenElement(key: key, name: name, around: inner, breaks: name == .text, isGrid: false))
  }

  /// Opens an element that is not void.
  private mutating func open(_ key: HTMLName.Key, _ name: HTMLName, at range: Range<Int>) {
    let traits = name.traits
    let isGrid = openGrid(name)
    let outer = around
    var (inner, separates) = surroundings(of: name, in: outer, at: range)
    separates = separates || traits.contains(.block)
    let isGone =
      inner.hidden != outer.hidden
      && (inner.hidden == .displayNone || inner.hidden == .hiddenAttribute)
    if separates, !isGrid, !isGone { sinks[outer.sink].breakLine() }
    if traits.contains(.replaced) { sinks[outer.sink].breakWord(at: range.lowerBound) }
    if inner.sink != outer.sink { sinks[inner.sink].breakLine() }
    guard hasRoom(at: range) else { return }
    if name == .a { beginLink(in: inner.sink) }
    if isGrid { beginGrid(name, in: inner.sink, at: range) }
    if name == .pre || name == .listing { ignoredLineFeed = range.upperBound }
    push(
      OpenElement(
        key: key, name: name, around: inner, breaks: separates && !isGone, isGrid: isGrid))
  }

  private mutating func hasRoom(at range: Range<Int>) -> Bool {
    if stack.count < limits.depth, untracked == 0 { return true }
    untracked += 1
    problems.add(.depthLimit, at: range)
    return false
  }

  private mutating func push(_ element: OpenElement) {
    stack.append(element)
    openCount[Int(element.name.rawValue)] += 1
  }

  /// Closes every element from the top of the stack down to `index`.
  mutating func pop(to index: Int) {
    while stack.count > index {
      let element = stack.removeLast()
      openCount[Int(element.name.rawValue)] -= 1
      let inner = element.around.sink
      let outer = around.sink
      if element.isGrid { endGrid(element) } else if element.breaks { sinks[outer].breakLine() }
      if inner != outer { sinks[inner].breakLine() }
      if element.name == .a { endLink(in: inner) }
    }
  }

  mutating func endTag(_ token: HTMLToken) {
    let key = HTMLName.key(of: token.body.plain, in: source)
    let name = isFeed ? .unknown : HTMLName.named(key)
    if name == .br || (name == .p && openCount[Int(HTMLName.p.rawValue)] == 0) {
      sinks[around.sink].breakLine()
      return
    }
    if untracked > 0 {
      untracked -= 1
      if name.traits.contains(.block) { sinks[around.sink].breakLine() }
      return
    }
    guard openCount[Int(name.rawValue)] > 0 || name.isHeading else {
      if name.traits.contains(.block) { sinks[around.sink].breakLine() }
      return
    }
    let traits = name.traits
    let floor = name.isTablePart ? (openTables.last?.index ?? 0) : 0
    var crossesBlock = false
    var i = stack.count - 1
    while i >= floor {
      steps &+= 1
      let element = stack[i]
      if element.key == key || (name.isHeading && element.name.isHeading) {
        if crossesBlock, traits.contains(.formatting) { return closeMisnested(at: i) }
        return pop(to: i)
      }
      let other = element.name.traits
      if name.isTablePart || element.around.isForeign {
        // Reaches as far as the innermost table.
      } else if other.contains(.scope) {
        return
      } else if other.contains(.special) {
        if !traits.contains(.special), !traits.contains(.formatting) { return }
        if name == .li, element.name == .ul || element.name == .ol { return }
        crossesBlock = true
      }
      i -= 1
    }
  }

  /// An inline end tag whose element began outside the block: the block stays open.
  private mutating func closeMisnested(at index: Int) {
    let outer = index > 0 ? stack[index - 1].around : outermost
    if stack[index].around.sink != outer.sink { return pop(to: index) }
    let element = stack.remove(at: index)
    openCount[Int(element.name.rawValue)] -= 1
    if element.name == .a { endLink(in: element.around.sink) }
  }

  // MARK: Implied end tags

  private mutating func closeImplied(before name: HTMLName) {
    if name.traits.contains(.closesParagraph) { closeParagraph() }
    switch name {
    case .li: closeItem([.li], within: [.ul, .ol, .menu, .dir])
    case .dt, .dd: closeItem([.dt, .dd], within: [.dl])
    case .option, .optgroup:
      if stack.last?.name == .option { pop(to: stack.count - 1) }
      if name == .optgroup, stack.last?.name == .optgroup { pop(to: stack.count - 1) }
    case .rt, .rp, .rtc, .rb:
      if let last = stack.last?.name, last == .rt || last == .rp || last == .rb {
        pop(to: stack.count - 1)
      }
    case .a:
      guard openCount[Int(HTMLName.a.rawValue)] > 0 else { return }
      var i = stack.count - 1
      while i >= 0, !stack[i].name.traits.contains(.scope) {
        steps &+= 1
        if stack[i].name == .a {
          let isInner = stack[(i + 1)...].allSatisfy { !$0.name.traits.contains(.special) }
          if isInner { pop(to: i) } else { closeMisnested(at: i) }
          return
        }
        i -= 1
      }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let last = stack.last?.name, last.isHeading { pop(to: stack.count - 1) }
    default: break
    }
  }

  mutating func closeParagraph() {
    guard openCount[Int(HTMLName.p.rawValue)] > 0, untracked == 0 else { return }
    var i = stack.count - 1
    while i >= 0 {
      steps &+= 1
      let name = stack[i].name
      if name == .p { return pop(to: i) }
      if name == .button || name.traits.contains(.scope) { return }
      i -= 1
    }
  }

  private mutating func closeItem(_ items: [HTMLName], within lists: [HTMLName]) {
    guard items.contains(where: { openCount[Int($0.rawValue)] > 0 }) else { return }
    var i = stack.count - 1
    while i >= 0 {
      steps &+= 1
      let name = stack[i].name
      if items.contains(name) { return pop(to: i) }
      let traits = name.traits
      if lists.contains(name) || traits.contains(.scope) { return }
      if traits.contains(.special), name != .address, name != .div, name != .p { return }
      i -= 1
    }
  }
}

extension HTMLName {
  var isHeading: Bool { rawValue >= HTMLName.h1.rawValue && rawValue <= HTMLName.h6.rawValue }

  var isTablePart: Bool {
    switch self {
    case .table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption: true
    default: false
    }
  }
}
