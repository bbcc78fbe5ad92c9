/// Reading the forms YAML has, and saying what is wrong with them.
extension ConfigurationReader {
  /// The fields of a mapping with known keys; others are said.
  mutating func fields(_ value: YAMLValue, known: [String]) -> [(String, YAMLValue)] {
    guard case .fields(let fields) = value.content else {
      wrongForm(value, "键: 值", "key: value")
      return []
    }
    return fields.compactMap { key, value in
      if known.contains(key.text) {
        if case .nothing = value.content {
          diagnostics.warning(value.place, "\(key.text) 没有值", "\(key.text) has no value")
          return nil
        }
        return (key.text, value)
      }
      let names = known.joined(separator: " | ")
      diagnostics.error(
        key.place, "未知的键“\(key.text)”，可用：\(names)", "unknown key “\(key.text)”; there are: \(names)"
      )
      return nil
    }
  }

  mutating func list(_ value: YAMLValue) -> [YAMLValue] {
    if case .list(let list) = value.content { return list }
    wrongForm(value, "- 列表", "- a list")
    return []
  }

  mutating func text(_ value: YAMLValue) -> Placed<String>? {
    if case .scalar(let text) = value.content { return Placed(value: text, place: value.place) }
    wrongForm(value, "文字", "a text")
    return nil
  }

  /// One text, or a list of texts.
  mutating func texts(_ value: YAMLValue) -> [Placed<String>] {
    if case .list(let list) = value.content { return list.compactMap { text($0) } }
    return text(value).map { [$0] } ?? []
  }

  /// One of a few words.
  mutating func choice<Value>(
    _ value: YAMLValue, _ make: (String) -> Value?, _ words: [String]
  ) -> Placed<Value>? {
    guard let text = text(value) else { return nil }
    guard let made = make(text.value) else {
      unknown(text, words)
      return nil
    }
    return Placed(value: made, place: text.place)
  }

  mutating func unknown(_ text: Placed<String>, _ words: [String]) {
    let names = words.joined(separator: " | ")
    diagnostics.error(
      text.place, "未知的值“\(text.value)”，可用：\(names)",
      "unknown value “\(text.value)”; there are: \(names)")
  }

  mutating func wrongForm(_ value: YAMLValue, _ chinese: String, _ english: String) {
    diagnostics.error(value.place, "此处应为 \(chinese)", "expected here: \(english)")
  }

  mutating func missing(_ value: YAMLValue, _ keys: String?...) {
    let names = keys.compactMap { $0 }.joined(separator: ", ")
    diagnostics.error(value.place, "缺少：\(names)", "missing: \(names)")
  }
}
