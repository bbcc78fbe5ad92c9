extension HTMLPage {
  /// What an element hands down, from its name and the attributes at hand.
  mutating func surroundings(
    of name: HTMLName, in outer: Surroundings, at range: Range<Int>
  ) -> (inner: Surroundings, separates: Bool) {
    var inner = outer
    var separates = false
    switch name {
    case .svg, .math: inner.isForeign = true
    case .noscript: hide(&inner, .noscript)
    case .template: hide(&inner, .template)
    case .rt, .rp, .rtc:
      if inner.hidden == nil, !inner.isIgnored { inner.sink = Self.alternative }
    case .article, .main: inner.inArticle = true
    default: break
    }
    if name.traits.contains(.preserves) { inner.preserves = true }
    if let region = HTMLRegions.kind(ofElement: name, inArticle: outer.inArticle) {
      inner.region = region == .content ? nil : region
    }
    if !ignored.isEmpty, !inner.isIgnored, isIgnored(at: range) {
      inner.isIgnored = true
      ignoredCount += 1
      if inner.hidden == nil { inner.sink = Self.ignored }
    }
    guard !attributes.isEmpty else { return (inner, separates) }
    readRegion(of: name, into: &inner)
    let ruled =
      sheet.isEmpty
      ? nil
      : sheet.reason(
        tag: tagName(at: range), classes: attributes[.class], id: attributes[.id], in: source)
    if attributes[.class] != nil || attributes[.id] != nil { inner.background = nil }
    var colour: HTMLStyle.Colour?
    if name == .font, let value = attributes[.color] {
      colour = HTMLStyle.colour(source[value])
    }
    let style = ownStyle()
    let own = ownBackground(style)
    if let own { inner.background = own }
    if attributes[.hidden] != nil { hide(&inner, .hiddenAttribute) }
    if let style {
      unhide(&inner, style)
      if let reason = style.hides { hide(&inner, reason) }
      if ruled == .displayNone, style.isDisplayed {} else if let ruled { hide(&inner, ruled) }
      separates = style.separates
      if style.preserves { inner.preserves = true }
      colour = style.colour ?? colour
    } else if let ruled {
      hide(&inner, ruled)
    }
    if let colour { inner.colour = colour }
    if colour != nil || own != nil, let text = inner.colour,
      inner.background == .colour(text)
    {
      hide(&inner, .sameColour)
    } else if inner.hidden == .sameColour, colour != nil {
      show(&inner)
    }
    return (inner, separates)
  }

  private func isIgnored(at range: Range<Int>) -> Bool {
    let tag = tagName(at: range)
    return ignored.contains {
      $0.matches(source, tag: tag, classes: attributes[.class], id: attributes[.id])
    }
  }

  private func tagName(at range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound + 1
    while end < range.upperBound, !source[end].isHTMLSpace, source[end] != UInt8(ascii: ">"),
      source[end] != UInt8(ascii: "/")
    { end += 1 }
    return range.lowerBound + 1..<end
  }

  /// The outermost reason counts: what is inside cannot be seen whatever it says.
  private func hide(_ inner: inout Surroundings, _ reason: HiddenReason) {
    if inner.hidden == nil {
      inner.hidden = reason
      inner.sink = Self.hidden(reason)
    }
  }

  private func show(_ inner: inout Surroundings) {
    inner.hidden = nil
    inner.sink = inner.isIgnored ? Self.ignored : Self.body
  }

  /// Some ways of hiding can be taken back by an element inside.
  private func unhide(_ inner: inout Surroundings, _ style: HTMLStyle) {
    if inner.hidden == .visibility, style.isVisible { show(&inner) }
    if inner.hidden == .zeroFont, style.hasFontSize { show(&inner) }
  }

  /// What the style attribute at hand says; character references are rare there, but count.
  func ownStyle() -> HTMLStyle? {
    guard let value = attributes[.style] else { return nil }
    let text = source[value].prefix(4096)
    guard text.contains(UInt8(ascii: "&")) else { return HTMLStyle(text) }
    let decoded = HTMLText.decode(
      Range<SourceOffset>(value), of: source, as: .attribute, limit: 4096)
    return HTMLStyle(decoded[...])
  }

  /// The background an element gives itself.
  func ownBackground(_ style: HTMLStyle?) -> HTMLStyle.Background? {
    if let background = style?.background { return background }
    if let value = attributes[.bgcolor], let colour = HTMLStyle.colour(source[value]) {
      return .colour(colour)
    }
    return nil
  }

  private func readRegion(of name: HTMLName, into inner: inout Surroundings) {
    if let role = attributes[.role], let region = HTMLRegions.kind(ofRole: source[role]) {
      inner.region = region == .content ? nil : region
      return
    }
    guard inner.region == nil, name != .article, name != .main else { return }
    for attribute in [HTMLName.class, .id] {
      if let value = attributes[attribute],
        let region = HTMLRegions.kind(ofClasses: source[value].prefix(256))
      {
        inner.region = region
        return
      }
    }
  }
}
