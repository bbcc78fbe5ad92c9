#if Rescan
  /// One record of a web archive (WARC 1.1, ISO 28500:2017).
  struct CaptureRecord: Sendable {
    /// The kinds of records that matter here; others are passed over.
    enum Kind: String, Sendable {
      case response, resource, conversion, revisit
      /// A later piece of a record cut into segments.
      case continuation
      case other
    }

    var kind: Kind
    /// The address captured.
    var address: String
    var fields: [String: String]
    var block: [UInt8] = []
    /// The block is longer than what is read, and is not here.
    var isTooLong = false
    /// The file ends, or is damaged, inside the block.
    var isCut = false

    /// - Parameter lines: the head, without the line of the version.
    init(_ lines: [[UInt8]]) {
      var fields: [String: String] = [:]
      var last: String?
      for line in lines {
        let text = String(decoding: line, as: UTF8.self)
        if let name = last, text.first == " " || text.first == "\t" {
          fields[name]? += " " + Self.trimmed(text)
          continue
        }
        guard let colon = text.firstIndex(of: ":") else { continue }
        let name = text[..<colon].lowercased()
        // A field that must not be repeated counts as first written.
        if fields[name] == nil { fields[name] = Self.trimmed(text[text.index(after: colon)...]) }
        last = name
      }
      self.fields = fields
      kind = Kind(rawValue: fields["warc-type"]?.lowercased() ?? "") ?? .other
      address = Self.bare(fields["warc-target-uri"] ?? "")
    }

    /// Bytes of the block; nil when the head does not say.
    var length: Int? { fields["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }

    /// The day of the capture.
    var day: String? { fields["warc-date"].map { String($0.prefix(10)) } }

    /// The address of which this is said to be a copy.
    var original: String? { fields["warc-refers-to-target-uri"].map(Self.bare) }

    /// Why the crawler did not keep everything; nil when it did.
    var truncation: String? { fields["warc-truncated"] }

    /// Whether the block is the first of several.
    var isSegment: Bool { fields["warc-segment-number"] != nil }

    /// Addresses in angle brackets are how WARC 1.0 was understood by some.
    private static func bare(_ text: String) -> String {
      text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }

    static func trimmed(_ text: some StringProtocol) -> String {
      var rest = text[...]
      while let first = rest.first, first.isWhitespace { rest.removeFirst() }
      while let last = rest.last, last.isWhitespace { rest.removeLast() }
      return String(rest)
    }
  }
#endif
