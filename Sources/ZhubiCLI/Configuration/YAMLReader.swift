import CYAML

/// Builds values from the events of libyaml.
///
/// What a configuration has no use for is refused and not half understood: a key written twice,
/// a second document, and aliases that would unfold to more than ``nodeLimit`` values.
struct YAMLReader {
  /// What is wrong with a file, and where.
  struct Fault: Error {
    var place: ConfigurationPlace
    var chinese: String
    var english: String
  }

  /// Values of a file, those behind aliases counted each time.
  static let nodeLimit = 100_000
  /// Lists and mappings inside one another.
  static let depthLimit = 100

  private enum Event {
    case end
    case scalar(String, isPlain: Bool)
    case list
    case fields
    case close
    case alias(String)
  }

  private let file: String
  private var anchors: [String: (value: YAMLValue, weight: Int)] = [:]
  private var nodes = 0

  init(file: String) { self.file = file }

  /// The value of the file's document; nil when it holds none.
  mutating func read(_ text: String) throws(Fault) -> YAMLValue? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) != 0 else {
      throw fault(yaml_mark_t(), "内存不足", "out of memory")
    }
    defer { yaml_parser_delete(&parser) }
    let bytes = Array(text.utf8)
    let size = bytes.count
    return try bytes.withUnsafeBufferPointer { bytes throws(Fault) in
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, size)
      var next = try event(&parser)
      if case .end = next.event { return nil }
      let value = try value(next, &parser, depth: 0)
      next = try event(&parser)
      guard case .end = next.event else {
        throw fault(next.mark, "一个文件只能有一份 YAML 文档", "more than one YAML document")
      }
      return value
    }
  }

  private mutating func value(
    _ first: (event: Event, mark: yaml_mark_t, anchor: String?), _ parser: inout yaml_parser_t,
    depth: Int
  ) throws(Fault) -> YAMLValue {
    guard depth < Self.depthLimit else { throw fault(first.mark, "嵌套过深", "nested too deeply") }
    let before = nodes
    nodes += 1
    var content = YAMLValue.Content.nothing
    switch first.event {
    case .scalar(let text, let isPlain):
      if !isPlain || !["", "~", "null"].contains(text) { content = .scalar(text) }
    case .list:
      var items: [YAMLValue] = []
      while let next = try member(&parser) {
        items.append(try value(next, &parser, depth: depth + 1))
      }
      content = .list(items)
    case .fields:
      content = .fields(try fields(&parser, depth: depth + 1))
    case .alias(let name):
      guard let known = anchors[name] else {
        throw fault(first.mark, "没有名为 \(name) 的锚点", "no anchor named \(name)")
      }
      content = known.value.content
      nodes += known.weight
    case .end, .close:
      throw fault(first.mark, "不是合法的 YAML", "not valid YAML")
    }
    guard nodes <= Self.nodeLimit else { throw fault(first.mark, "内容过多", "too many values") }
    let result = YAMLValue(content: content, place: place(first.mark))
    if let anchor = first.anchor { anchors[anchor] = (result, nodes - before) }
    return result
  }

  private mutating func fields(
    _ parser: inout yaml_parser_t, depth: Int
  ) throws(Fault) -> [(key: YAMLValue, value: YAMLValue)] {
    var fields: [(key: YAMLValue, value: YAMLValue)] = []
    var known: Set<String> = []
    while let next = try member(&parser) {
      let key = try value(next, &parser, depth: depth)
      if case .scalar(let name) = key.content, !known.insert(name).inserted {
        throw fault(next.mark, "键重复：\(name)", "key written twice: \(name)")
      }
      fields.append((key, try value(try event(&parser), &parser, depth: depth)))
    }
    return fields
  }

  /// The next event inside a list or mapping; nil at its end.
  private func member(
    _ parser: inout yaml_parser_t
  ) throws(Fault) -> (event: Event, mark: yaml_mark_t, anchor: String?)? {
    let next = try event(&parser)
    if case .close = next.event { return nil }
    return next
  }

  /// The next event that carries something.
  private func event(
    _ parser: inout yaml_parser_t
  ) throws(Fault) -> (event: Event, mark: yaml_mark_t, anchor: String?) {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) != 0 else {
        let problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
        throw fault(parser.problem_mark, "不是合法的 YAML：\(problem)", "not valid YAML: \(problem)")
      }
      defer { yaml_event_delete(&event) }
      let mark = event.start_mark
      func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
      }
      switch event.type {
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let text = String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
        return (.scalar(text, isPlain: isPlain), mark, name(scalar.anchor))
      case YAML_SEQUENCE_START_EVENT: return (.list, mark, name(event.data.sequence_start.anchor))
      case YAML_MAPPING_START_EVENT: return (.fields, mark, name(event.data.mapping_start.anchor))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return (.close, mark, nil)
      case YAML_ALIAS_EVENT: return (.alias(name(event.data.alias.anchor) ?? ""), mark, nil)
      case YAML_STREAM_END_EVENT: return (.end, mark, nil)
      default: continue
      }
    }
  }

  private func place(_ mark: yaml_mark_t) -> ConfigurationPlace {
    ConfigurationPlace(file: file, line: mark.line + 1, column: mark.column + 1)
  }

  private func fault(_ mark: yaml_mark_t, _ chinese: String, _ english: String) -> Fault {
    Fault(place: place(mark), chinese: chinese, english: english)
  }
}
