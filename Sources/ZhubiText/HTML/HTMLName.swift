/// The names of elements and attributes that mean something to the reader of a page.
enum HTMLName: UInt8, CaseIterable, Sendable {
  case unknown
  // Elements.
  case a, address, applet, area, article, aside, audio, b, base, basefont, bgsound, big, blockquote
  case body, br, button, canvas, caption, center, code, col, colgroup, datalist, dd, details
  case dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame
  case frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img
  case input, keygen, label, legend, li, link, listing, main, map, marquee, math, menu, meta, nav
  case nobr, noembed, noframes, noscript, object, ol, optgroup, option, p, param, picture, plaintext
  case pre, progress, rb, rp, rt, rtc, ruby, s, script, search, section, select, small, source, span
  case strike, strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot
  case th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr, xmp
  case foreignobject, desc
  // Attributes that are no elements.
  case accesskey, alt, ariaLabel, bgcolor, charset, `class`, color, colspan, content, height, hidden
  case href, httpEquiv, id, itemprop, name, open, placeholder, property, role, rowspan, size, srcdoc
  case text, type, value, width, onclick, src

  private var spelling: String {
    switch self {
    case .ariaLabel: "aria-label"
    case .httpEquiv: "http-equiv"
    case .unknown: ""
    default: "\(self)"
    }
  }

  /// A name as a number: its first sixteen bytes in lower case, or a digest of a longer one.
  typealias Key = UInt128

  @inline(__always)
  static func key(of range: Range<Int>, in source: [UInt8]) -> Key {
    var key: UInt128 = 0
    var shift: UInt128 = 0
    for i in range {
      let byte = UInt128(source[i].asciiLowercased)
      if shift == 128 {
        key = (key &* 0x0000_0100_0000_01B3) ^ (key >> 64) ^ byte | 1 << 127
      } else {
        key |= byte &<< shift
        shift &+= 8
      }
    }
    return key
  }

  static func named(_ key: Key) -> HTMLName {
    let table = Self.lookup
    var slot = Self.slot(key)
    while true {
      if table.keys[slot] == key { return table.names[slot] }
      if table.keys[slot] == 0 { return .unknown }
      slot = (slot &+ 1) & Self.mask
    }
  }

  private static let mask = 1023

  @inline(__always)
  private static func slot(_ key: Key) -> Int {
    let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64)
    return Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  private struct Table: Sendable {
    var keys: [Key]
    var names: [HTMLName]
  }

  private static let lookup: Table = {
    var table = Table(
      keys: Array(repeating: 0, count: mask + 1),
      names: Array(repeating: .unknown, count: mask + 1))
    for name in allCases where name != .unknown {
      let bytes = Array(name.spelling.utf8)
      let key = key(of: 0..<bytes.count, in: bytes)
      var slot = slot(key)
      while table.keys[slot] != 0 { slot = (slot + 1) & mask }
      table.keys[slot] = key
      table.names[slot] = name
    }
    return table
  }()

  /// What tree construction and rendering know of an element.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// Has no content and no end tag.
    static let void = Traits(rawValue: 1 << 0)
    /// Stands on lines of its own.
    static let block = Traits(rawValue: 1 << 1)
    /// Its start tag closes an open paragraph.
    static let closesParagraph = Traits(rawValue: 1 << 2)
    /// The standard's special category: an inline end tag does not reach through it.
    static let special = Traits(rawValue: 1 << 3)
    /// The standard's formatting category: may be mis-nested with blocks.
    static let formatting = Traits(rawValue: 1 << 4)
    /// An end tag does not reach through it.
    static let scope = Traits(rawValue: 1 << 5)
    /// Ends foreign content when its start tag appears there.
    static let breaksOut = Traits(rawValue: 1 << 6)
    /// A picture or a control: separates words inside a line.
    static let replaced = Traits(rawValue: 1 << 7)
    /// Its text keeps its white space.
    static let preserves = Traits(rawValue: 1 << 8)
  }

  var traits: Traits { Self.traitTable[Int(rawValue)] }

  private static let traitTable: [Traits] = {
    var table = [Traits](repeating: [], count: allCases.count)
    func mark(_ traits: Traits, _ names: HTMLName...) {
      for name in names { table[Int(name.rawValue)].formUnion(traits) }
    }
    mark(
      .void, .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .image, .img,
      .input, .keygen, .link, .meta, .param, .source, .track, .wbr)
    mark(
      [.block, .closesParagraph, .special], .address, .article, .aside, .blockquote, .center,
      .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption, .figure, .footer, .form, .h1,
      .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .listing, .main, .menu, .nav, .ol, .p,
      .plaintext, .pre, .search, .section, .summary, .table, .ul, .xmp, .li, .dd, .dt)
    mark(
      [.block, .special], .body, .caption, .colgroup, .frameset, .html, .marquee, .optgroup,
      .option, .select, .tbody, .tfoot, .thead, .tr, .td, .th, .textarea, .legend)
    mark(.special, .applet, .head, .object, .template, .iframe, .noembed, .noframes, .noscript)
    mark(
      .formatting, .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt,
      .u)
    mark(.scope, .applet, .caption, .html, .table, .td, .th, .marquee, .object, .template)
    mark(
      .breaksOut, .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em,
      .embed, .h1, .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta,
      .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt,
      .u, .ul, .var)
    mark(
      .replaced, .img, .image, .input, .keygen, .button, .object, .embed, .applet, .video, .audio,
      .canvas, .iframe, .svg, .math, .progress, .select, .textarea)
    mark(.preserves, .pre, .listing, .xmp, .plaintext, .textarea)
    return table
  }()
}
