public import ZhubiText

/// Turns bytes into a document: recognises the encoding, takes markup apart, and writes down what
/// could not be read.
public struct DocumentReader: Sendable {
  /// The largest document read as a whole, in bytes; larger texts are read in windows.
  public var limit: Int

  public init(limit: Int = 64 << 20) { self.limit = limit }

  /// Reads a document. Never fails: what cannot be read is a problem of the document.
  ///
  /// - Parameters:
  ///   - format: the form of the content; nil looks at the name and the first bytes.
  ///   - declaredCharset: what a transport says of the encoding.
  public func read(
    _ bytes: [UInt8], id: String, format: DocumentFormat? = nil, declaredCharset: String? = nil
  ) -> Document {
    let decoded = TextDecoder().decode(bytes, declared: declaredCharset)
    var document = Document(
      id: id, source: decoded.utf8, encoding: decoded.encoding.rawValue, parts: [])
    document.parts = [Part(plain: decoded.utf8)]
    document.problems = decoded.readingProblems
    return document
  }

  /// Reads a text that is already decoded.
  public func read(text: String, id: String, format: DocumentFormat = .text) -> Document {
    read(Array(text.utf8), id: id, format: format, declaredCharset: "utf-8")
  }
}

extension DecodedText {
  /// The problems of decoding as a reader of the report knows them.
  var readingProblems: [ReadingProblem] {
    var list = problems.prefix(20).map { problem in
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
