extension SpecTokenizer {
  mutating func commentStates(_ c: Character, _ shown: Character) {
    switch state {
    case .bogusComment: if c == ">" { emitComment() } else { data.append(shown) }
    case .markupDeclaration:
      i -= 1
      data.removeAll()
      if ahead(2) == "--" {
        i += 2
        state = .commentStart
      } else if ahead(7) == "doctype" {
        i += 7
        state = .doctype
      } else if allowsCDATA, ahead(7, lower: false) == "[CDATA[" {
        i += 7
        state = .cdata
      } else {
        state = .bogusComment
      }
    case .commentStart:
      if c == "-" {
        state = .commentStartDash
      } else if c == ">" {
        emitComment()
      } else {
        reconsume(.comment)
      }
    case .commentStartDash:
      if c == "-" {
        state = .commentEnd
      } else if c == ">" {
        emitComment()
      } else {
        data.append("-")
        reconsume(.comment)
      }
    case .comment: if c == "-" { state = .commentEndDash } else { data.append(shown) }
    case .commentEndDash:
      if c == "-" {
        state = .commentEnd
      } else {
        data.append("-")
        reconsume(.comment)
      }
    case .commentEnd:
      if c == ">" {
        emitComment()
      } else if c == "!" {
        state = .commentEndBang
      } else if c == "-" {
        data.append("-")
      } else {
        data.append(contentsOf: "--".unicodeScalars)
        reconsume(.comment)
      }
    default:
      if c == "-" {
        data.append(contentsOf: "--!".unicodeScalars)
        state = .commentEndDash
      } else if c == ">" {
        emitComment()
      } else {
        data.append(contentsOf: "--!".unicodeScalars)
        reconsume(.comment)
      }
    }
  }
}
