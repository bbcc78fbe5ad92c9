extension MarkdownPage {
  /// Reads YAML between `---` or TOML between `+++` at the very start; returns where the text
  /// begins. Only `key: value` and `key = value` lines and plain lists are understood: that is what
  /// titles and dates are written in.
  mutating func frontMatter(at start: Int) -> Int {
    let first = line(at: start)
    let fence = source[first.start..<first.end].trimmed
    let isYAML = fence.spells("---")
    guard first.end > first.start, isYAML || fence.spells("+++") else { return start }
    var lines: [Line] = []
    var next = first.next
    while next < source.count, lines.count < 2000 {
      let line = line(at: next)
      let text = source[line.start..<line.end].trimmed
      if text.spells(isYAML ? "---" : "+++") || (isYAML && text.spells("...")) {
        for line in lines { field(line, isYAML ? UInt8(ascii: ":") : UInt8(ascii: "=")) }
        return line.next
      }
      lines.append(line)
      next = line.next
    }
    // No end: it was a rule.
    return start
  }

  private mutating func field(_ line: Line, _ separator: UInt8) {
    let text = source[line.start..<line.end]
    guard let first = text.trimmed.first, first != UInt8(ascii: "#") else { return }
    if first == UInt8(ascii: "-") {
      addField("", text.trimmed.dropFirst())
    } else if let split = text.firstIndex(of: separator) {
      addField(String(decoding: text[..<split].trimmed, as: UTF8.self), text[(split + 1)...])
    } else {
      addField("", text)
    }
  }

  private mutating func addField(_ name: String, _ raw: ArraySlice<UInt8>) {
    var value = raw.trimmed
    let quotes = Array("\"'".utf8)
    if value.count >= 2, let first = value.first, quotes.contains(first), value.last == first {
      value = value.dropFirst().dropLast()
    }
    guard !value.isEmpty else { return }
    let range = value.startIndex..<value.endIndex
    guard metadataParts.count < limits.metadata else {
      problems.add(.metadataLimit, at: range)
      return
    }
    let field = MetadataField(
      name: name, value: String(decoding: value, as: UTF8.self),
      range: Range<SourceOffset>(range))
    if name.lowercased() == "title", reading.metadata.title == nil {
      reading.metadata.title = field
    } else {
      reading.metadata.add(field)
    }
    var builder = PartBuilder()
    builder.collapsed(source, range)
    if !builder.isEmpty {
      metadataParts.append(
        builder.part(.metadata, label: name.isEmpty ? "front matter" : "front matter \(name)"))
    }
  }
}
