/// The parts of a `multipart/form-data` body (RFC 7578).
struct MultipartBody {
  struct Part {
    var name: String
    /// Set where the part is a file.
    var fileName: String?
    var contentType: ContentType?
    var bytes: [UInt8]
  }

  private static let headerLimit = 16 << 10
  private static let partLimit = 256

  let parts: [Part]

  init(_ body: [UInt8], boundary: String) throws(ServiceError) {
    let line = Array("--\(boundary)".utf8)
    guard var position = Self.find(line, in: body, from: 0),
      position == 0 || body[position - 1] == 0x0A
    else { throw Self.malformed }
    var parts: [Part] = []
    position += line.count
    while true {
      if body[position...].starts(with: Array("--".utf8)) { break }
      // Blanks may follow a boundary.
      while position < body.count, body[position] == 0x20 || body[position] == 0x09 {
        position += 1
      }
      guard body[position...].starts(with: [0x0D, 0x0A]), parts.count < Self.partLimit,
        let headersEnd = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: body, from: position),
        headersEnd - position <= Self.headerLimit,
        let end = Self.find([0x0D, 0x0A] + line, in: body, from: headersEnd + 2)
      else { throw Self.malformed }
      let start = min(headersEnd + 4, end)
      parts.append(
        try Self.part(headers: body[position..<headersEnd], bytes: Array(body[start..<end])))
      position = end + 2 + line.count
    }
    self.parts = parts
  }

  private static let malformed = ServiceError(
    400, "bad-multipart", "multipart 请求有误", "the multipart body is malformed")

  private static func part(
    headers: ArraySlice<UInt8>, bytes: [UInt8]
  ) throws(ServiceError) -> Part {
    var disposition: ContentType?
    var contentType: ContentType?
    for line in headers.split(separator: 0x0A) {
      let halves = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard halves.count == 2 else { continue }
      let value = String(decoding: halves[1], as: UTF8.self)
      switch String(decoding: halves[0].filter { $0 > 0x20 }, as: UTF8.self).lowercased() {
      case "content-disposition": disposition = ContentType(value)
      case "content-type": contentType = ContentType(value)
      case "content-transfer-encoding":
        let coding = value.lowercased().filter { $0 > " " }
        guard ["binary", "8bit", "7bit"].contains(coding) else { throw malformed }
      default: break
      }
    }
    guard let disposition, disposition.kind == "form-data", let name = disposition["name"] else {
      throw malformed
    }
    var fileName = disposition["filename"]
    if let extended = disposition["filename*"] {
      guard extended.lowercased().hasPrefix("utf-8''"),
        let decoded = QueryText.decode(extended.utf8.dropFirst(7), plusIsSpace: false)
      else { throw malformed }
      fileName = decoded
    }
    return Part(name: name, fileName: fileName, contentType: contentType, bytes: bytes)
  }

  /// Where the needle stands next. Linear but for bodies made of half needles.
  private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
    guard body.count >= needle.count, start <= body.count - needle.count else { return nil }
    return body.withUnsafeBufferPointer { body in
      var i = start
      let last = body.count - needle.count
      while i <= last {
        if body[i] == needle[0], (1..<needle.count).allSatisfy({ body[i + $0] == needle[$0] }) {
          return i
        }
        i += 1
      }
      return nil
    }
  }
}

/// A media type or disposition with its parameters: `text/html; charset="gb18030"`.
struct ContentType: Sendable, Equatable {
  /// In small letters.
  var kind: String
  private var parameters: [String: String] = [:]

  subscript(name: String) -> String? { parameters[name] }

  init(_ text: String) {
    if text == "application/json" {
      kind = text
      return
    }
    var rest = text.unicodeScalars[...]
    func trimmed(_ text: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      return String(
        String(view).drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    let head = rest.prefix { $0 != ";" }
    kind = trimmed(head).lowercased()
    rest = rest.dropFirst(head.count)
    while rest.popFirst() != nil {
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      rest = rest.drop { $0 == " " }
      var value = String.UnicodeScalarView()
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let scalar = rest.popFirst(), scalar != "\"" {
          // Browsers write a quote as %22; a backslash only counts before a quote or itself.
          if scalar == "\\", rest.first == "\"" || rest.first == "\\", let next = rest.popFirst() {
            value.append(next)
          } else {
            value.append(scalar)
          }
        }
        rest = rest.drop { $0 != ";" }
      } else {
        let plain = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(plain.count)
        value.append(contentsOf: trimmed(plain).unicodeScalars)
      }
      parameters[trimmed(name).lowercased()] = String(value)
    }
  }
}
