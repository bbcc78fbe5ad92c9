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
    var reader = YAMLReader(file: file)
    do throws(YAMLReader.Fault) {
      return try reader.read(text)
    } catch {
      diagnostics.error(error.place, error.chinese, error.english)
      return nil
    }
  }
}
