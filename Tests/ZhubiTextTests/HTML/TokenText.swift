import ZhubiText

/// Tokens as short lines for comparing: `<p a="1">`, `</p>`, `text`, `<!--x-->`, `<!DOCTYPE …>`.
enum TokenText {
  /// What the tokenizer under test makes of a text, neighbouring texts joined.
  static func lines(
    _ html: String, _ state: HTMLTokenizer.State = .data, last: String = "", cdata: Bool = false
  ) -> [String] {
    lines(Array(html.utf8), state, last: last, cdata: cdata)
  }

  static func lines(
    _ source: [UInt8], _ state: HTMLTokenizer.State = .data, last: String = "",
    cdata: Bool = false
  ) -> [String] {
    var tokenizer = HTMLTokenizer(source, lastStartTag: last)
    tokenizer.state = state
    tokenizer.allowsCDATA = cdata
    var lines: [String] = []
    var text = ""
    func decode(_ range: Range<SourceOffset>, _ form: HTMLText.Form) -> String {
      String(decoding: HTMLText.decode(range, of: source, as: form), as: UTF8.self)
    }
    while true {
      let token = tokenizer.next()
      switch token.kind {
      case .characters:
        text += decode(token.body, .plain(replacesNUL: token.replacesNUL))
        continue
      case .reference:
        text.unicodeScalars.append(Unicode.Scalar(token.first)!)
        if token.second != 0 { text.unicodeScalars.append(Unicode.Scalar(token.second)!) }
        continue
      default: break
      }
      if !text.isEmpty { lines.append(text) }
      text = ""
      switch token.kind {
      case .startTag:
        let attributes = tokenizer.attributes.map {
          (decode($0.name, .name), decode($0.value, .attribute))
        }
        lines.append(
          startTag(decode(token.body, .name), attributes, closed: token.isSelfClosing))
      case .endTag: lines.append("</\(decode(token.body, .name))>")
      case .comment: lines.append("<!--\(decode(token.body, .plain(replacesNUL: true)))-->")
      case .doctype:
        let parts = tokenizer.doctype
        lines.append(
          doctype(
            parts.name.map { decode($0, .name) },
            parts.publicIdentifier.map { decode($0, .plain(replacesNUL: true)) },
            parts.systemIdentifier.map { decode($0, .plain(replacesNUL: true)) },
            quirks: parts.forcesQuirks))
      default: return lines
      }
    }
  }

  /// The first of several attributes of one name counts.
  static func startTag(
    _ name: String, _ attributes: [(String, String)], closed: Bool
  ) -> String {
    var seen: Set<String> = []
    let kept = attributes.filter { seen.insert($0.0).inserted }
    return "<\(name)" + kept.map { " \($0.0)=\"\($0.1)\"" }.joined() + (closed ? "/>" : ">")
  }

  static func doctype(
    _ name: String?, _ publicID: String?, _ systemID: String?, quirks: Bool
  ) -> String {
    let parts = [name, publicID, systemID].map { $0.map { "'\($0)'" } ?? "-" }
    return "<!DOCTYPE \(parts.joined(separator: " "))\(quirks ? " quirks" : "")>"
  }
}
