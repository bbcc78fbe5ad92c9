extension HTMLPage {
  /// Reads what stands in the attributes at hand: texts, links, metadata.
  mutating func readAttributes(of name: HTMLName, at tag: Range<Int>) {
    let sink =
      around.hidden.map(Self.hidden) ?? (around.isIgnored ? Self.ignored : Self.alternative)
    entries.removeAll(keepingCapacity: true)
    note([.alt, .title, .ariaLabel], sink)
    switch name {
    case .meta: readMeta()
    case .a, .area: readLink()
    case .input: noteInput(sink)
    case .textarea: note([.placeholder], sink)
    case .button: note([.value], sink)
    case .option, .optgroup, .track: note([.label], sink)
    case .table: note([.summary], sink)
    case .iframe: note([.srcdoc], Self.hidden(.fallback))
    default: break
    }
    for value in attributes.data where isDatum(value) {
      entries.append((value, Self.hidden(.dataAttribute)))
    }
    // Within a part, text comes in the order of its source.
    if entries.count > 1 { entries.sort { $0.value.lowerBound < $1.value.lowerBound } }
    for entry in entries { addEntry(entry.value, to: entry.sink) }
  }

  private mutating func note(_ names: [HTMLName], _ sink: Sink) {
    for name in names {
      if let value = attributes[name] { entries.append((value, sink)) }
    }
  }

  /// Addresses of pictures and scripts in `data-…` are no text.
  func isDatum(_ value: Range<Int>) -> Bool {
    let text = source[value].prefix(512)
    guard let first = text.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "."),
      !text.begins("data:")
    else { return false }
    var digits = 0
    var before: (UInt8, UInt8) = (0, 0)
    var isDatum = false
    for byte in text {
      if byte == UInt8(ascii: "/"), before == (UInt8(ascii: ":"), UInt8(ascii: "/")) {
        return false
      }
      before = (before.1, byte)
      digits = byte.isASCIIDigit ? digits + 1 : 0
      if byte >= 0x80 || digits >= 6 || byte == UInt8(ascii: "@") { isDatum = true }
    }
    return isDatum || text.count == 512
  }

  /// Adds an attribute's value as an entry of its own.
  mutating func addEntry(_ value: Range<Int>, to sink: Sink) {
    guard !value.isEmpty, let value = affordValue(value) else { return }
    sinks[sink].breakLine()
    add(value, to: &sinks[sink])
    sinks[sink].breakLine()
  }

  private mutating func affordValue(_ value: Range<Int>) -> Range<Int>? {
    guard value.count > limits.valueBytes else { return afford(value) }
    problems.add(.valueLimit, at: value)
    var end = value.lowerBound + limits.valueBytes
    while end > value.lowerBound, source[end] & 0xC0 == 0x80 { end -= 1 }
    return afford(value.lowerBound..<end)
  }

  /// Adds a decoded value, white space collapsed.
  private func add(_ value: Range<Int>, to builder: inout PartBuilder) {
    HTMLText.forEachPiece(of: Range<SourceOffset>(value), in: source, as: .attribute) { piece in
      switch piece {
      case .verbatim(let raw): builder.collapsed(source, raw, replacesNUL: true)
      case .replaced(let raw, let first, let second):
        builder.scalars(first, second, for: raw, preserve: false)
      }
    }
  }

  private func decoded(_ value: Range<Int>) -> String {
    let isPlain =
      value.count <= limits.valueBytes
      && !source[value].contains {
        $0 == UInt8(ascii: "&") || $0 == 0 || $0 == 0x0D
      }
    if isPlain { return String(decoding: source[value].trimmed, as: UTF8.self) }
    let bytes = HTMLText.decode(
      Range<SourceOffset>(value), of: source, as: .attribute, limit: limits.valueBytes)
    return String(decoding: bytes[...].trimmed, as: UTF8.self)
  }

  // MARK: Links

  private mutating func readLink() {
    guard let href = attributes[.href] else { return }
    let start = source[href].trimmed
    if start.begins("tel:") || start.begins("mailto:") {
      let colon = source[href].firstIndex(of: UInt8(ascii: ":"))! + 1
      let end =
        source[colon..<href.upperBound].firstIndex(of: UInt8(ascii: "?")) ?? href.upperBound
      entries.append((colon..<end, start.begins("tel:") ? Self.telephone : Self.mail))
      return
    }
    guard !href.isEmpty, !start.begins("javascript:"), start.first != UInt8(ascii: "#") else {
      return
    }
    guard reading.links.count < limits.links else {
      problems.add(.linkLimit, at: href)
      return
    }
    reading.links.append(
      HTMLReading.Link(target: decoded(href), range: Range<SourceOffset>(href)))
  }

  /// Two links that touch are two items of a menu, and their words are not joined, unless both
  /// lead to the same place: then an editor has cut one link in two.
  mutating func beginLink(in sink: Sink) {
    let href = attributes[.href] ?? 0..<0
    if let last = lastLink, last.sink == sink, last.count == sinks[sink].count,
      sinks[sink].touches, !isSameTarget(last.href, href)
    {
      sinks[sink].breakLine()
    }
    openHref = href
    linkStart = sinks[sink].count
  }

  mutating func endLink(in sink: Sink) {
    lastLink = (sink, sinks[sink].count, openHref)
    if sink == Self.body {
      let text = sinks[sink].trimmed(from: linkStart)
      if !text.isEmpty { linkTexts.append(text) }
    }
  }

  private func isSameTarget(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count, one.count > 1 else { return false }
    let start = source[one].trimmed
    if start.begins("javascript:") || start.first == UInt8(ascii: "#") { return false }
    return source[one].elementsEqual(source[other])
  }

  // MARK: Inputs

  private mutating func noteInput(_ sink: Sink) {
    let type = attributes[.type].map { source[$0].trimmed }
    note([.placeholder], sink)
    if type?.spells("hidden") == true {
      note([.value], Self.hidden(.hiddenInput))
    } else if type?.spells("checkbox") != true, type?.spells("radio") != true {
      note([.value], sink)
    }
  }

  // MARK: Metadata

  private mutating func readMeta() {
    if let value = attributes[.charset] {
      file("charset", value)
      return
    }
    guard let content = attributes[.content], !content.isEmpty else { return }
    if let equiv = attributes[.httpEquiv] {
      if source[equiv].trimmed.spells("content-type"),
        let charset = HTMLCharset.inContentType(source[content])
      {
        file("charset", charset)
      }
      return
    }
    guard let name = attributes[.name] ?? attributes[.property] ?? attributes[.itemprop] else {
      return
    }
    let spelled = decoded(name)
    guard !spelled.isEmpty, !Self.technicalNames.contains(spelled.lowercased()) else { return }
    guard metadataParts.count < limits.metadata else {
      problems.add(.metadataLimit, at: content)
      return
    }
    file(spelled, content)
    guard let affordable = affordValue(content) else { return }
    var builder = PartBuilder()
    add(affordable, to: &builder)
    if !builder.isEmpty {
      metadataParts.append(builder.part(.metadata, label: "meta \(spelled)"))
    }
  }

  private mutating func file(_ name: String, _ value: Range<Int>) {
    let field = MetadataField(
      name: name, value: decoded(value), range: Range<SourceOffset>(value))
    if name == "charset" {
      if reading.metadata.charset == nil, !field.value.isEmpty { reading.metadata.charset = field }
    } else {
      reading.metadata.add(field)
    }
  }

  /// Names whose content is for machines.
  private static let technicalNames: Set<String> = [
    "viewport", "robots", "googlebot", "baiduspider", "generator", "renderer", "referrer",
    "format-detection", "theme-color", "force-rendering", "msapplication-tilecolor",
    "msapplication-tap-highlight", "msapplication-tileimage", "apple-mobile-web-app-capable",
    "apple-mobile-web-app-status-bar-style", "mobile-web-app-capable", "screen-orientation",
    "x5-orientation", "full-screen", "x5-fullscreen", "browsermode", "x5-page-mode",
    "handheldfriendly", "mobileoptimized", "wap-font-scale", "google-site-verification",
    "baidu-site-verification", "msvalidate.01", "csrf-token", "csrf-param", "applicable-device",
    "mobile-agent", "progid", "originator",
  ]
}
