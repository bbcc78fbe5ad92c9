/// The name of a document as a URI reference (RFC 3986).
enum ArtifactAddress {
  /// Relative paths stay relative, absolute ones become `file:`, web addresses stay what they are.
  static func uri(of document: String) -> String {
    for scheme in ["http://", "https://"] where document.hasPrefix(scheme) {
      return encoded(document, keeping: "/:?#[]@!$&'()*+,;=%")
    }
    var path = Substring(document)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return (path.hasPrefix("/") ? "file://" : "") + encoded(String(path), keeping: "/")
  }

  private static func encoded(_ text: String, keeping kept: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~":
        result.unicodeScalars.append(scalar)
      case _ where kept.unicodeScalars.contains(scalar):
        result.unicodeScalars.append(scalar)
      default:
        result += "%"
        result.append(hexadecimal[Int(byte >> 4)])
        result.append(hexadecimal[Int(byte & 15)])
      }
    }
    return result
  }
}
