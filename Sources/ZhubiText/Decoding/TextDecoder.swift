/// Finds the encoding of a text and decodes it. Never fails: what cannot be read is a problem.
///
/// Order: byte order mark · strictly valid UTF-8 · mostly valid UTF-8 · a declaration that decodes
/// without a fault · the NUL bytes of UTF-16 · statistics, limited to GB 18030 and Big5 · UTF-8 with
/// problems. Valid UTF-8 keeps its bytes, without a copy when there is no byte order mark.
public struct TextDecoder: Sendable {
  public init() {}

  /// Decodes the bytes; `declared` is the charset label of the source (`gb2312`, `utf-8` …) or nil.
  public func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    let label = declared.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    let declaration = label.flatMap { TextEncoding(label: $0) }
    var problems = DecodingProblems()
    if label != nil, declaration == nil { problems.add(.unknownDeclaration, at: 0, count: 0) }
    return bytes.withUnsafeBufferPointer { buffer in
      let evidence = EncodingEvidence(buffer)
      let choice = evidence.choice(declared: declaration)
      if let declaration, Self.contradicts(declaration, choice.encoding, evidence) {
        problems.add(.wrongDeclaration, at: 0, count: 0)
      }
      if choice.reason == .fallback { problems.add(.undetermined, at: 0, count: 0) }
      return Self.decode(bytes, buffer, choice, evidence, problems)
    }
  }

  private static func contradicts(
    _ declared: TextEncoding, _ found: TextEncoding, _ evidence: EncodingEvidence
  ) -> Bool {
    guard declared != found, !evidence.isASCII else { return false }
    // `utf-16` names no byte order.
    return !(declared == .utf16le && found == .utf16be)
  }

  private static func decode(
    _ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>, _ choice: EncodingEvidence.Choice,
    _ evidence: EncodingEvidence, _ initial: DecodingProblems
  ) -> DecodedText {
    var problems = initial
    let start = evidence.bom?.length ?? 0
    var utf8: [UInt8]
    var map: ByteMap
    var encoding = choice.encoding
    let mayBeMixed =
      choice.encoding == .gb18030 || (choice.encoding == .utf8 && !evidence.isValidUTF8)
    if mayBeMixed,
      let mixed = MixedDecoding.decode(
        buffer, from: start, as: choice.encoding, problems: &problems)
    {
      findNULs(mixed.utf8, mixed.map, &problems)
      return DecodedText(
        utf8: mixed.utf8, encoding: encoding, reason: choice.reason, problems: problems.kept,
        omittedProblems: problems.omitted, byteMap: mixed.map)
    }
    switch choice.encoding {
    case .utf8 where evidence.isValidUTF8:
      utf8 = start == 0 ? bytes : Array(bytes[start...])
      map = ByteMap(start: start, count: utf8.count)
    case .utf16le, .utf16be:
      (utf8, map) = UTF16Decoding.decode(
        buffer, from: start, bigEndian: choice.encoding == .utf16be, problems: &problems)
    case .gb18030, .big5:
      if let result = legacy(buffer, start, choice.encoding, &problems) {
        (utf8, map) = result
      } else {
        // This ICU cannot read it: say so, and keep what ASCII there is.
        encoding = .utf8
        problems.add(.undetermined, at: 0, count: 0)
        (utf8, map) = StrictUTF8.repaired(buffer, from: start, problems: &problems)
      }
    default:
      (utf8, map) = StrictUTF8.repaired(buffer, from: start, problems: &problems)
    }
    findNULs(utf8, map, &problems)
    return DecodedText(
      utf8: utf8, encoding: encoding, reason: choice.reason, problems: problems.kept,
      omittedProblems: problems.omitted, byteMap: map)
  }

  private static func legacy(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ encoding: TextEncoding,
    _ problems: inout DecodingProblems
  ) -> (utf8: [UInt8], map: ByteMap)? {
    let charsets = encoding == .gb18030 ? [EncodingEvidence.gb18030] : EncodingEvidence.big5
    var best: (result: LegacyDecoding.Result, problems: DecodingProblems)?
    for charset in charsets {
      var tried = problems
      guard
        let result = LegacyDecoding.decode(
          buffer, from: start, charset: charset, problems: &tried)
      else { continue }
      if best.map({ result.unread < $0.result.unread }) ?? true { best = (result, tried) }
      if result.unread == 0 { break }
    }
    guard let best else { return nil }
    problems = best.problems
    return (best.result.utf8, best.result.map)
  }

  private static func findNULs(
    _ utf8: [UInt8], _ map: ByteMap, _ problems: inout DecodingProblems
  ) {
    var place = 0
    while let next = utf8[place...].firstIndex(of: 0) {
      let bytes = map.byteRange(of: SourceOffset(next)..<SourceOffset(next + 1))
      problems.add(.nul, at: bytes.lowerBound.value, count: bytes.length)
      place = next + 1
    }
  }
}
