/// Tells page furniture from content by element, role and the words of class and id.
///
/// A hint, never a verdict: text in a region is read like any other.
enum HTMLRegions {
  static func kind(ofElement name: HTMLName, inArticle: Bool) -> TextRegion.Kind? {
    switch name {
    case .nav, .menu: .navigation
    case .footer where !inArticle: .footer
    case .header where !inArticle: .header
    case .aside: .aside
    case .article, .main: .content
    default: nil
    }
  }

  static func kind(ofRole role: ArraySlice<UInt8>) -> TextRegion.Kind? {
    let role = role.trimmed
    if role.spells("navigation") || role.spells("menu") || role.spells("menubar") {
      return .navigation
    }
    if role.spells("banner") { return .header }
    if role.spells("contentinfo") { return .footer }
    if role.spells("complementary") { return .aside }
    if role.spells("main") || role.spells("article") { return .content }
    return nil
  }

  /// Looks at the first and the last word of each class; `has-…`, `with-…` and `no-…` name what
  /// an element contains, not what it is.
  static func kind(ofClasses value: ArraySlice<UInt8>) -> TextRegion.Kind? {
    var start = value.startIndex
    while start < value.endIndex {
      var end = start
      while end < value.endIndex, !value[end].isHTMLSpace { end += 1 }
      if end > start, let kind = kind(ofClass: value[start..<end]) { return kind }
      start = end + 1
    }
    return nil
  }

  private static func kind(ofClass name: ArraySlice<UInt8>) -> TextRegion.Kind? {
    let first = name.prefix(while: \.isASCIILetter)
    let last = name.suffix(while: \.isASCIILetter)
    if first.count == name.count { return kind(ofWord: first, alone: true) }
    if first.spells("has") || first.spells("with") || first.spells("no") { return nil }
    return kind(ofWord: first, alone: false) ?? kind(ofWord: last, alone: false)
  }

  private static func kind(ofWord word: ArraySlice<UInt8>, alone: Bool) -> TextRegion.Kind? {
    switch (word.first ?? 0) | 0x20 {
    case UInt8(ascii: "n"):
      let isNavigation =
        word.spells("nav") || word.spells("navi") || word.spells("navbar")
        || word.spells("navigation")
      return isNavigation ? .navigation : nil
    case UInt8(ascii: "m"):
      return word.spells("menu") || word.spells("mainmenu") ? .navigation : nil
    case UInt8(ascii: "t"):
      return word.spells("topmenu") || word.spells("topnav") || word.spells("topbar")
        ? .navigation : nil
    case UInt8(ascii: "s"):
      if word.spells("sidebar") { return .aside }
      return word.spells("submenu") || word.spells("subnav") ? .navigation : nil
    case UInt8(ascii: "b"):
      return word.spells("breadcrumb") || word.spells("breadcrumbs") ? .navigation : nil
    case UInt8(ascii: "c"):
      if word.spells("copyright") { return .footer }
      return word.spells("crumb") || word.spells("crumbs") ? .navigation : nil
    case UInt8(ascii: "f"):
      return word.spells("footer") || word.spells("foot") || word.spells("friendlink")
        || word.spells("friendlinks") ? .footer : nil
    case UInt8(ascii: "h"):
      return alone && word.spells("header") ? .header : nil
    default: return nil
    }
  }
}
