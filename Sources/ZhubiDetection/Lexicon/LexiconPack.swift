/// A folder of tables with its `pack.yaml`, as bytes: whoever reads files hands it in.
public struct PackSource: Sendable {
  public struct File: Sendable {
    /// The path as people know it, for messages.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// `pack.yaml`.
  public var manifest: File
  /// The tab-separated tables, in the order they are read.
  public var tables: [File]

  public init(manifest: File, tables: [File]) {
    self.manifest = manifest
    self.tables = tables
  }
}

/// What `pack.yaml` says. The file is a flat list of `key: value` lines; `#` begins a comment.
public struct PackManifest: Sendable, Hashable {
  public var id: String
  public var title: String
  public var version: String
  /// The severity of entries that name none.
  public var severity: Severity
  /// The kind of entries that name none (`term.internal-only`).
  public var kind: RuleID?
  /// The profile in which the pack is switched on; empty or `always` means in every one.
  public var profile: String
  public var licence: String
  public var source: String

  static let keys: Set<String> = [
    "id", "title", "version", "severity", "kind", "profile", "licence", "source",
  ]

  /// Reads a manifest; every unknown key and missing value is reported.
  public static func parse(
    _ file: PackSource.File, into diagnostics: inout [LexiconDiagnostic]
  ) -> PackManifest? {
    var values: [String: String] = [:]
    func report(_ line: Int, _ message: Message, _ kind: LexiconDiagnostic.Kind = .malformedPack) {
      diagnostics.append(
        LexiconDiagnostic(kind, file: file.path, line: line, message, isFatal: true))
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    for (index, line) in tableLines(text).enumerated() {
      let content = trim(line.prefix { $0 != "#" })
      if content.isEmpty { continue }
      guard let colon = content.firstIndex(of: ":") else {
        report(index + 1, Message("此行不是“键: 值”", "not a `key: value` line"))
        continue
      }
      let key = String(trim(content[..<colon]))
      var value = String(trim(content[content.index(after: colon)...]))
      if value.count >= 2, let quote = value.first, quote == "\"" || quote == "'",
        value.last == quote
      {
        value = String(value.dropFirst().dropLast())
      }
      guard keys.contains(key) else {
        report(index + 1, Message("未知的键：\(key)", "unknown key: \(key)"))
        continue
      }
      values[key] = value
    }
    guard let id = values["id"], !id.isEmpty else {
      report(1, Message("缺少 id", "`id` is missing"))
      return nil
    }
    var severity = Severity.warning
    if let named = values["severity"] {
      guard let known = Severity(rawValue: named) else {
        report(
          1, Message("未知的级别：\(named)", "unknown severity: \(named)"), .unknownSeverity)
        return nil
      }
      severity = known
    }
    var kind: RuleID?
    if let named = values["kind"] {
      kind = RuleID(named)
      if kind == nil {
        report(1, Message("不是规则编号：\(named)", "not a rule id: \(named)"), .unknownKind)
      }
    }
    return PackManifest(
      id: id, title: values["title"] ?? id, version: values["version"] ?? "",
      severity: severity, kind: kind, profile: values["profile"] ?? "",
      licence: values["licence"] ?? "", source: values["source"] ?? "")
  }
}

/// The text without white space at its ends.
func trim(_ text: Substring) -> Substring {
  var text = text
  while let first = text.first, first.isWhitespace { text.removeFirst() }
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return text
}
