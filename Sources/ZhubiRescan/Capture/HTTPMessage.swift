#if Rescan
  /// A response as it came over the wire (RFC 9112): what a block of type `application/http` holds.
  struct HTTPMessage: Sendable {
    var status: Int
    /// Fields by lower-case name; repeated ones joined by commas.
    var fields: [String: String]
    /// Where the body begins in the block.
    var bodyStart: Int

    /// Nil when the block does not begin like a response.
    init?(_ block: [UInt8]) {
      guard block.starts(with: Array("HTTP/".utf8)) else { return nil }
      var lines: [String] = []
      var start = 0
      while let end = block[start...].firstIndex(of: 0x0A), lines.count < 1_000 {
        var line = block[start..<end]
        if line.last == 0x0D { line = line.dropLast() }
        start = end + 1
        if line.isEmpty { break }
        lines.append(String(decoding: line, as: UTF8.self))
      }
      let words = lines.first?.split(separator: " ", maxSplits: 2) ?? []
      guard words.count >= 2, let status = Int(words[1]), (100..<1_000).contains(status) else {
        return nil
      }
      self.status = status
      bodyStart = start
      fields = [:]
      for line in lines.dropFirst() {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let name = line[..<colon].lowercased()
        let value = CaptureRecord.trimmed(line[line.index(after: colon)...])
        fields[name] = fields[name].map { $0 + ", " + value } ?? value
      }
    }

    /// Joins the chunks of a body (RFC 9112, 7.1).
    ///
    /// - Returns: nil when the bytes are no chunks at all: crawlers may store bodies joined already.
    static func joined(_ chunks: ArraySlice<UInt8>) -> (bytes: [UInt8], isComplete: Bool)? {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(chunks.count)
      var next = chunks.startIndex
      var isFirst = true
      while true {
        guard let end = chunks[next...].prefix(80).firstIndex(of: 0x0A) else {
          return isFirst ? nil : (bytes, false)
        }
        let line = String(decoding: chunks[next..<end], as: UTF8.self)
        let digits = line.prefix { $0.isHexDigit && $0.isASCII }
        let rest = line.dropFirst(digits.count).drop { $0 == " " || $0 == "\t" }
        guard let size = Int(digits, radix: 16), rest.isEmpty || rest.first == ";" || rest == "\r"
        else { return isFirst ? nil : (bytes, false) }
        isFirst = false
        next = end + 1
        if size == 0 { return (bytes, true) }
        let stop = next + min(size, chunks.endIndex - next)
        bytes += chunks[next..<stop]
        if stop - next < size { return (bytes, false) }
        next = stop
        if next < chunks.endIndex, chunks[next] == 0x0D { next += 1 }
        if next < chunks.endIndex, chunks[next] == 0x0A { next += 1 }
      }
    }

    /// A media type without its parameters, and the charset among them.
    static func media(_ text: String) -> (type: String, charset: String?) {
      let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      let type = CaptureRecord.trimmed(parts.first ?? "").lowercased()
      for part in parts.dropFirst() {
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2, CaptureRecord.trimmed(pair[0]).lowercased() == "charset" else {
          continue
        }
        let name = CaptureRecord.trimmed(pair[1]).filter { $0 != "\"" && $0 != "'" }
        return (type, name.isEmpty ? nil : name)
      }
      return (type, nil)
    }
  }
#endif
