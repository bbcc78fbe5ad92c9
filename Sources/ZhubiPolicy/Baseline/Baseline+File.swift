public import ZhubiDetection
import ZhubiText

/// Why a baseline cannot be used, with file and line.
public struct BaselineError: Error, Hashable, Sendable {
  public var path: String
  public var line: Int
  public var message: Message
}

/// A baseline as a file: JSON Lines, a header and one entry a line, in a fixed order, so that a
/// difference between two versions reads as what changed.
extension Baseline {
  /// Whether bytes begin like a baseline. Whoever leaves such a file unread must parse it first.
  public static func looksLike(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: "{\"zhubi-baseline\":".utf8)
  }

  /// Reads a baseline; every line must be what this house writes, so that no other text passes for
  /// one.
  public init(_ bytes: [UInt8], path: String) throws(BaselineError) {
    func fault(_ line: Int, _ chinese: String, _ english: String) -> BaselineError {
      BaselineError(path: path, line: line, message: Message(chinese, english))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let header = lines.first.flatMap({ Self.fields($0) }),
      let version = header["zhubi-baseline"]?.whole, let tool = header["tool"]?.text,
      let lexicons = header["lexicons"]?.text, header.count == 3
    else { throw fault(1, "不是基线文件", "not a baseline") }
    guard version == Self.formatVersion else {
      throw fault(
        1, "基线格式 \(version) 不受支持（本版为 \(Self.formatVersion)）",
        "baseline format \(version) is not supported (this version writes \(Self.formatVersion))")
    }
    self.init(tool: tool, lexicons: lexicons)
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard let fields = Self.fields(line), let (key, entry) = Self.entry(fields) else {
        throw fault(number + 1, "不是基线条目", "not an entry of a baseline")
      }
      guard entries[key] == nil else {
        throw fault(number + 1, "条目重复", "an entry written twice")
      }
      entries[key] = entry
    }
  }

  private static func fields(_ line: some StringProtocol) -> [String: JSONValue]? {
    (try? JSONValue(String(line)))?.fields
  }

  private static func entry(_ fields: [String: JSONValue]) -> (Key, Entry)? {
    guard let document = fields["document"]?.text,
      let rule = fields["rule"]?.text.flatMap(RuleID.init),
      let fingerprint = fields["fingerprint"]?.text, fingerprint.utf8.count == 16,
      fingerprint.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let count = fields["count"]?.whole, count > 0,
      let severity = fields["severity"]?.text.flatMap(Severity.init),
      let judgement = fields["judgement"]?.text.flatMap(Judgement.init)
    else { return nil }
    let note = fields["note"] == nil ? "" : fields["note"]?.text
    guard let note, fields.count == (fields["note"] == nil ? 6 : 7) else { return nil }
    return (
      Key(document: document, rule: rule, fingerprint: fingerprint),
      Entry(count: count, severity: severity, judgement: judgement, note: note)
    )
  }

  /// The file, entries in order of document, rule and fingerprint.
  public var fileText: String {
    var text = "{\"zhubi-baseline\":\(Self.formatVersion),\"tool\":\(JSONValue.quoted(tool))"
    text += ",\"lexicons\":\(JSONValue.quoted(lexicons))}\n"
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
      text += "{\"document\":\(JSONValue.quoted(key.document)),\"rule\":\"\(key.rule.text)\""
      text += ",\"fingerprint\":\"\(key.fingerprint)\",\"count\":\(entry.count)"
      text += ",\"severity\":\"\(entry.severity.rawValue)\""
      text += ",\"judgement\":\"\(entry.judgement.rawValue)\""
      if !entry.note.isEmpty { text += ",\"note\":\(JSONValue.quoted(entry.note))" }
      text += "}\n"
    }
    return text
  }
}
