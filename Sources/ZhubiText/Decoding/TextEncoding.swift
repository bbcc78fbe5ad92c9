/// The encodings a text may arrive in. GBK and GB 2312 are read as GB 18030, their superset.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16le = "UTF-16LE"
  case utf16be = "UTF-16BE"
  case gb18030 = "GB18030"
  case big5 = "Big5"

  /// The encoding a label of HTTP, HTML or a file system stands for, or nil for an unknown label.
  ///
  /// Case and surrounding white space do not matter; the labels are those of the WHATWG Encoding
  /// Standard plus the names of Windows code pages. Plain `utf-16` is little-endian.
  public init?(label: String) {
    let label = label.lowercased().filter { !" \t\n\r\"'".contains($0) }
    guard let encoding = Self.labels[label] else { return nil }
    self = encoding
  }

  private static let labels: [String: TextEncoding] = {
    let names: [TextEncoding: String] = [
      .utf8:
        "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 cp65001 utf-8-sig utf8mb4 ascii us-ascii",
      .utf16le: "utf-16le utf-16 utf16 utf16le unicode ucs-2 iso-10646-ucs-2 csunicode cp1200",
      .utf16be: "utf-16be utf16be unicodefffe cp1201",
      .gb18030:
        "gb18030 gb-18030 gb_18030 gb18030-2005 gb18030-2022 gbk x-gbk gb2312 gb-2312 gb_2312 gb_2312-80 gb2312-80 gb2312-1980 euc-cn x-euc-cn euccn chinese csgb2312 csiso58gb231280 iso-ir-58 cp936 ms936 windows-936 936 cp54936",
      .big5:
        "big5 big-5 big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 x-big5 big5-eten cp950 ms950 windows-950 950",
    ]
    var labels: [String: TextEncoding] = [:]
    for (encoding, list) in names {
      for name in list.split(separator: " ") { labels[String(name)] = encoding }
    }
    return labels
  }()
}

/// Something in the bytes that is not as it should be.
public struct DecodingProblem: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Bytes that mean nothing in the encoding; each sequence is U+FFFD in the text.
    case malformed
    /// The input ends inside a character.
    case truncatedTail = "truncated-tail"
    /// Half of a surrogate pair in UTF-16.
    case loneSurrogate = "lone-surrogate"
    /// NUL characters; they stay in the text.
    case nul
    /// The declared encoding is not the one the bytes are in.
    case wrongDeclaration = "wrong-declaration"
    /// The declared encoding has a name that nobody here knows.
    case unknownDeclaration = "unknown-declaration"
    /// A stretch in another encoding than the rest; it was read in that one.
    case mixedEncoding = "mixed-encoding"
    /// No encoding fits; the text was read as UTF-8 for want of a better one.
    case undetermined
  }

  public let kind: Kind
  /// The first byte concerned.
  public let offset: ByteOffset
  /// How many bytes are concerned; 0 for a problem of the declaration.
  public let count: Int

  public init(kind: Kind, offset: ByteOffset, count: Int) {
    self.kind = kind
    self.offset = offset
    self.count = count
  }
}

/// Collects problems: neighbours of one kind become one, and beyond the limit they are only counted.
struct DecodingProblems {
  /// How many problems are kept; the rest is counted.
  static let limit = 100
  private(set) var kept: [DecodingProblem] = []
  private(set) var omitted = 0
  private var last: (kind: DecodingProblem.Kind, end: Int)?

  mutating func add(_ kind: DecodingProblem.Kind, at offset: Int, count: Int) {
    defer { last = (kind, offset + count) }
    if let last, last.kind == kind, last.end == offset, count > 0 {
      if omitted == 0, let open = kept.last {
        kept[kept.count - 1] = DecodingProblem(
          kind: kind, offset: open.offset, count: open.count + count)
      }
      return
    }
    if kept.count < Self.limit {
      kept.append(DecodingProblem(kind: kind, offset: ByteOffset(offset), count: count))
    } else {
      omitted += 1
    }
  }
}
