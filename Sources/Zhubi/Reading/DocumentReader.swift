public import ZhubiText

/// Turns bytes into a document: recognises the encoding, takes markup apart, and writes down what
/// could not be read.
public struct DocumentReader: Sendable {
  /// What bounds the reading of markup.
  public var htmlLimits: HTMLReader.Limits
  /// Elements of pages whose visible text is left out.
  public var htmlIgnored: [HTMLSelector]

  public init(
    htmlLimits: HTMLReader.Limits = HTMLReader.Limits(), htmlIgnored: [HTMLSelector] = []
  ) {
    self.htmlLimits = htmlLimits
    self.htmlIgnored = htmlIgnored
  }

  /// Reads a document. Never fails: what cannot be read is a problem of the document.
  ///
  /// - Parameters:
  ///   - format: the form of the content; nil looks at the first bytes.
  ///   - declaredCharset: what a transport says of the encoding; a declaration inside the page is
  ///     looked for when there is none.
  public func read(
    _ bytes: [UInt8], id: String, format: DocumentFormat? = nil, declaredCharset: String? = nil
  ) -> Document {
    let format = format ?? DocumentFormat(sniffing: bytes)
    let declared = declaredCharset ?? (format == .html ? HTMLCharset.declared(in: bytes) : nil)
    let decoded = TextDecoder().decode(bytes, declared: declared)
    var document = Document(
      id: id, source: decoded.utf8, encoding: decoded.encoding.rawValue, parts: [])
    take(apart: &document, as: format)
    document.problems += decoded.readingProblems
    document.problems += Self.pollution(of: document.source)
    return document
  }

  /// Reads a text that is already decoded.
  public func read(text: String, id: String, format: DocumentFormat = .text) -> Document {
    var document = Document(id: id, source: Array(text.utf8), parts: [])
    take(apart: &document, as: format)
    document.problems += Self.pollution(of: document.source)
    if let place = text.utf8.firstIndex(of: 0) {
      let offset = text.utf8.distance(from: text.startIndex, to: place)
      document.problems.append(
        ReadingProblem(
          .undecodable, chinese: "含有 NUL 字符", english: "NUL characters",
          range: SourceOffset(offset)..<SourceOffset(offset + 1)))
    }
    return document
  }

  /// Text that was read in the wrong encoding before it came here.
  private static func pollution(of source: [UInt8]) -> [ReadingProblem] {
    let (found, count) = Mojibake.stretches(in: source)
    return found.enumerated().map { index, range in
      let isLast = index == found.count - 1 && count > found.count
      return ReadingProblem(
        .pollutedText,
        chinese: "乱码：文字曾按错误的编码读写" + (isLast ? "（另有 \(count - found.count) 处）" : ""),
        english: "text that was once read in the wrong encoding"
          + (isLast ? " (\(count - found.count) more places)" : ""), range: range)
    }
  }

  /// How much of the beginning of a longer document can be read by itself: up to a line's end among
  /// the last bytes, else to the end of a character of UTF-8. O(1).
  public static func readable(_ head: [UInt8]) -> Int {
    let last = head.suffix(1 << 16)
    if let line = last.lastIndex(of: 0x0A) {
      // In UTF-16 with the lower byte first, the other half of the line feed.
      let next = line + 1
      return line % 2 == 0 && next < head.count && head[next] == 0 ? next + 1 : next
    }
    let tail = head.suffix(3)
    guard let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return head.count }
    let length = head[lead] < 0xC0 ? 1 : head[lead] < 0xE0 ? 2 : head[lead] < 0xF0 ? 3 : 4
    return lead + length > head.count ? lead : head.count
  }

  private func take(apart document: inout Document, as format: DocumentFormat) {
    let reading: DocumentReading
    switch format {
    case .text:
      document.parts = [Part(plain: document.source)]
      return
    case .html:
      reading = HTMLReader(limits: htmlLimits, ignored: htmlIgnored).read(document.source)
    case .markdown: reading = MarkdownReader(limits: htmlLimits).read(document.source)
    case .json: reading = TableReader(limits: htmlLimits).read(document.source, as: .json)
    case .csv: reading = TableReader(limits: htmlLimits).read(document.source, as: .csv)
    case .tsv: reading = TableReader(limits: htmlLimits).read(document.source, as: .tsv)
    }
    document.parts = reading.parts
    document.metadata = reading.metadata
    document.links = reading.links
    document.problems += reading.problems.map(ReadingProblem.init)
    document.skipped = reading.skipped
  }
}

extension DecodedText {
  /// How many problems of one text are reported one by one.
  private static let listed = 20

  /// Where a problem stands in the decoded text.
  private func place(of problem: DecodingProblem) -> Range<SourceOffset> {
    let start = byteMap.sourceOffset(of: problem.offset)
    let end = byteMap.sourceOffset(of: ByteOffset(problem.offset.value + problem.count))
    return start..<max(start, end)
  }

  /// The problems of decoding as a reader of the report knows them.
  var readingProblems: [ReadingProblem] {
    var list = problems.prefix(Self.listed).map { problem in
      ReadingProblem(
        problem.kind.readingKind,
        chinese: problem.count == 0
          ? problem.kind.chinese
          : "\(problem.kind.chinese)（字节 \(problem.offset.value) 起 \(problem.count) 个）",
        english: problem.count == 0
          ? problem.kind.english
          : "\(problem.kind.english) (\(problem.count) byte(s) from byte \(problem.offset.value))",
        range: problem.count == 0 ? nil : place(of: problem))
    }
    let more = problems.count - list.count + omittedProblems
    if more > 0 {
      list.append(
        ReadingProblem(
          .undecodable, chinese: "另有 \(more) 处无法解码", english: "\(more) more places not decodable"))
    }
    return list
  }
}
