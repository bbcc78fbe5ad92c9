/// Addresses of documents, as far as they are files.
enum DocumentURI {
  /// The path of a `file:` address; nil for anything else.
  static func path(of uri: String) -> String? {
    guard uri.lowercased().hasPrefix("file://") else { return nil }
    var rest = uri.dropFirst("file://".count)
    if !rest.hasPrefix("/") {
      // A host: only this machine's files are ours.
      guard rest.lowercased().hasPrefix("localhost/") else { return nil }
      rest = rest.dropFirst("localhost".count)
    }
    if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
    var bytes: [UInt8] = []
    var source = Array(rest.utf8)[...]
    while let byte = source.popFirst() {
      if byte == UInt8(ascii: "%"), source.count >= 2,
        let value = UInt8(String(decoding: source.prefix(2), as: UTF8.self), radix: 16)
      {
        source = source.dropFirst(2)
        if value == 0 { return nil }
        bytes.append(value)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The address of a file.
  static func of(path: String) -> String {
    var uri = "file://"
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += byte < 0x10 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return uri
  }
}
