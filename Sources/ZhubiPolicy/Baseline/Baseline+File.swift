public import ZhubiDetection

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
    guard let header = lines.first.flatMap({ FlatJSON.object($0) }),
      case .number(let version)? = header["zhubi-baseline"], case .text(let tool)? = header["tool"],
      case .text(let lexicons)? = header["lexicons"], header.count == 3
    else { throw fault(1, "不是基线文件", "not a baseline") }
    guard version == Self.formatVersion else {
      throw fault(
        1, "基线格式 \(version) 不受支持（本版为 \(Self.formatVersion)）",
        "baseline format \(version) is not supported (this version writes \(Self.formatVersion))")
    }
    self.init(tool: tool, lexicons: lexicons)
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard let fields = FlatJSON.object(line), let (key, entry) = Self.entry(fields) else {
        throw fault(number + 1, "不是基线条目", "not an entry of a baseline")
      }
      guard entries[key] == nil else {
        throw fault(number + 1, "条目重复", "an entry written twice")
      }
      entries[key] = entry
    }
  }

  private static func entry(_ fields: [String: FlatJSON.Value]) -> (Key, Entry)? {
    guard case .text(let document)? = fields["document"], case .text(let id)? = fields["rule"],
      let rule = RuleID(id), case .text(let fingerprint)? = fields["fingerprint"],
      fingerprint.utf8.count == 16,
      fingerprint.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      case .number(let count)? = fields["count"], count > 0,
      case .text(let level)? = fields["severity"], let severity = Severity(rawValue: level),
      case .text(let judged)? = fields["judgement"], let judgement = Judgement(rawValue: judged)
    else { return nil }
    var note = ""
    if let field = fields["note"] {
      guard case .text(let text) = field else { return nil }
      note = text
    }
    guard fields.count == (fields["note"] == nil ? 6 : 7) else { return nil }
    return (
      Key(document: document, rule: rule, fingerprint: fingerprint),
      Entry(count: count, severity: severity, judgement: judgement, note: note)
    )
  }

  /// The file, entries in order of document, rule and fingerprint.
  public var fileText: String {
    var text = "{\"zhubi-baseline\":\(Self.formatVersion),\"tool\":\(FlatJSON.quoted(tool))"
    text += ",\"lexicons\":\(FlatJSON.quoted(lexicons))}\n"
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
      text += "{\"document\":\(FlatJSON.quoted(key.document)),\"rule\":\"\(key.rule.text)\""
      text += ",\"fingerprint\":\"\(key.fingerprint)\",\"count\":\(entry.count)"
      text += ",\"severity\":\"\(entry.severity.rawValue)\""
      text += ",\"judgement\":\"\(entry.judgement.rawValue)\""
      if !entry.note.isEmpty { text += ",\"note\":\(FlatJSON.quoted(entry.note))" }
      text += "}\n"
    }
    return text
  }
}
