public import ZhubiText

/// Turns bytes into a document: recognises the encoding, takes markup apart, and writes down what
/// could not be read.
public struct DocumentReader: Sendable {
  /// What bounds the reading of markup.
  public var htmlLimits: HTMLReader.Limits

  public init(htmlLimits: HTMLReader.Limits = HTMLReader.Limits()) {
    self.htmlLimits = htmlLimits
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
    return document
  }

  /// Reads a text that is already decoded.
  public func read(text: String, id: String, format: DocumentFormat = .text) -> Document {
    var document = Document(id: id, source: Array(text.utf8), parts: [])
    take(apart: &document, as: format)
    if let place = text.utf8.firstIndex(of: 0) {
      let offset = text.utf8.distance(from: text.startIndex, to: place)
      document.problems.append(
        ReadingProblem(
          .undecodable, chinese: "含有 NUL 字符", english: "NUL characters",
          range: SourceOffset(offset)..<SourceOffset(offset + 1)))
    }
    return document
  }

  private func take(apart document: inout Document, as format: DocumentFormat) {
    let reading: DocumentReading
    switch format {
    case .text:
      document.parts = [Part(plain: document.source)]
      return
    case .html: reading = HTMLReader(limits: htmlLimits).read(document.source)
    case .markdown: reading = MarkdownReader(limits: htmlLimits).read(document.source)
    case .json: reading = TableReader(limits: htmlLimits).read(document.source, as: .json)
    case .csv: reading = TableReader(limits: htmlLimits).read(document.source, as: .csv)
    case .tsv: reading = TableReader(limits: htmlLimits).read(document.source, as: .tsv)
    }
    document.parts = reading.parts
    document.metadata = reading.metadata
    document.links = reading.links
    document.problems += reading.problems.map(ReadingProblem.init)
  }
}

extension DecodedText {
  /// How many problems of one text are reported one by one.
  private static let listed = 20

  /// The problems of decoding as a reader of the report knows them.
  var readingProblems: [ReadingProblem] {
    var list = problems.prefix(Self.listed).map { problem in
      ReadingProblem(
        problem.kind.readingKind,
        chinese: "\(problem.kind.chinese)（字节 \(problem.offset.value) 起 \(problem.count) 个）",
        english:
          "\(problem.kind.english) (\(problem.count) byte(s) from byte \(problem.offset.value))")
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
