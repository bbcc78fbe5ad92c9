extension SpecTokenizer {
  mutating func doctypeStates(_ c: Character, _ shown: Character) {
    switch state {
    case .doctype:
      doctypeName = nil
      publicIdentifier = nil
      systemIdentifier = nil
      quirks = false
      if c.isSpace { state = .beforeDoctypeName } else { reconsume(.beforeDoctypeName) }
    case .beforeDoctypeName:
      if c.isSpace { return }
      if c == ">" {
        quirks = true
        emitDoctype()
      } else {
        doctypeName = String.UnicodeScalarView([shown.lowered])
        state = .doctypeName
      }
    case .doctypeName:
      if c.isSpace {
        state = .afterDoctypeName
      } else if c == ">" {
        emitDoctype()
      } else {
        doctypeName!.append(shown.lowered)
      }
    case .afterDoctypeName:
      if c.isSpace { return }
      if c == ">" { return emitDoctype() }
      i -= 1
      if ahead(6) == "public" {
        i += 6
        state = .afterPublicKeyword
      } else if ahead(6) == "system" {
        i += 6
        state = .afterSystemKeyword
      } else {
        quirks = true
        state = .bogusDoctype
      }
    case .afterPublicKeyword, .beforePublicID:
      if c.isSpace {
        state = .beforePublicID
      } else if c == "\"" || c == "'" {
        quote = c
        publicIdentifier = String.UnicodeScalarView()
        state = .publicID
      } else {
        unexpected(c)
      }
    case .publicID:
      if c == quote {
        state = .afterPublicID
      } else if c == ">" {
        quirks = true
        emitDoctype()
      } else {
        publicIdentifier!.append(shown)
      }
    case .afterPublicID, .betweenIDs:
      if c.isSpace {
        state = .betweenIDs
      } else if c == ">" {
        emitDoctype()
      } else {
        beginSystemID(c)
      }
    case .afterSystemKeyword, .beforeSystemID:
      if c.isSpace { state = .beforeSystemID } else { beginSystemID(c) }
    case .systemID:
      if c == quote {
        state = .afterSystemID
      } else if c == ">" {
        quirks = true
        emitDoctype()
      } else {
        systemIdentifier!.append(shown)
      }
    case .afterSystemID:
      if c.isSpace { return }
      // Not quirks: the standard forgives what follows a whole identifier.
      if c == ">" { emitDoctype() } else { reconsume(.bogusDoctype) }
    default:
      if c == ">" { emitDoctype() }
    }
  }

  private mutating func beginSystemID(_ c: Character) {
    if c == "\"" || c == "'" {
      quote = c
      systemIdentifier = String.UnicodeScalarView()
      state = .systemID
    } else {
      unexpected(c)
    }
  }

  private mutating func unexpected(_ c: Character) {
    quirks = true
    if c == ">" { emitDoctype() } else { reconsume(.bogusDoctype) }
  }

  /// The end of the file in each state; always the last step.
  mutating func atEnd() -> Bool {
    switch state {
    case .tagOpen, .textLessThan, .scriptEscapedLessThan: emit("<")
    case .endTagOpen, .textEndTagOpen: emit("</")
    case .textEndTagName: emit("</" + String(buffer))
    case .cdataBracket: emit("]")
    case .cdataEnd: emit("]]")
    case .markupDeclaration:
      data.removeAll()
      emitComment()
    case .bogusComment, .commentStart, .commentStartDash, .comment, .commentEndDash, .commentEnd,
      .commentEndBang:
      emitComment()
    case .doctype, .beforeDoctypeName:
      doctypeName = nil
      publicIdentifier = nil
      systemIdentifier = nil
      quirks = true
      emitDoctype()
    case .doctypeName, .afterDoctypeName, .afterPublicKeyword, .beforePublicID, .publicID,
      .afterPublicID, .betweenIDs, .afterSystemKeyword, .beforeSystemID, .systemID, .afterSystemID:
      quirks = true
      emitDoctype()
    case .bogusDoctype: emitDoctype()
    default: break
    }
    return false
  }
}
