import Yams

/// A value of a YAML file with its place: all the rest of the tool sees of YAML.
struct YAMLValue {
  enum Content {
    case scalar(String)
    case list([YAMLValue])
    case fields([(key: YAMLValue, value: YAMLValue)])
    case nothing
  }

  var content: Content
  var place: ConfigurationPlace

  /// The text of a scalar; empty for anything else.
  var text: String {
    if case .scalar(let text) = content { return text }
    return ""
  }

  /// Reads a file; nil when it is empty or not YAML, which is then said.
  static func read(
    _ text: String, file: String, _ diagnostics: inout ConfigurationDiagnostics
  ) -> YAMLValue? {
    func place(_ mark: Mark?) -> ConfigurationPlace {
      ConfigurationPlace(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
    do {
      return try Yams.compose(yaml: text).map { YAMLValue($0, file: file) }
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        diagnostics.error(place(mark), "不是合法的 YAML：\(problem)", "not valid YAML: \(problem)")
      case .duplicatedKeysInMapping(let duplicates, let context):
        let keys = duplicates.joined(separator: ", ")
        diagnostics.error(place(context.mark), "键重复：\(keys)", "key written twice: \(keys)")
      default:
        diagnostics.error(place(nil), "不是合法的 YAML", "not valid YAML")
      }
    } catch {
      diagnostics.error(place(nil), "不是合法的 YAML", "not valid YAML")
    }
    return nil
  }

  private init(_ node: Node, file: String) {
    let mark = node.mark
    place = ConfigurationPlace(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      content = isNothing ? .nothing : .scalar(scalar.string)
    case .sequence(let sequence):
      content = .list(sequence.map { YAMLValue($0, file: file) })
    case .mapping(let mapping):
      content = .fields(
        mapping.map { (YAMLValue($0.key, file: file), YAMLValue($0.value, file: file)) })
    case .alias:
      content = .nothing
    }
  }
}
