extension SpecTokenizer {
  /// One step of the machine; false when the end of the file has been dealt with.
  mutating func step() -> Bool {
    guard i < input.count else { return atEnd() }
    let c = input[i]
    i += 1
    let shown: Character = c == "\0" ? "\u{FFFD}" : c
    switch state {
    case .data:
      if c == "&" {
        emit(reference(inAttribute: false))
      } else if c == "<" {
        state = .tagOpen
      } else {
        emit(c)
      }
    case .rcdata:
      if c == "&" {
        emit(reference(inAttribute: false))
      } else if c == "<" {
        state = .textLessThan
      } else {
        emit(shown)
      }
    case .rawtext, .scriptData:
      if c == "<" { state = .textLessThan } else { emit(shown) }
    case .plaintext: emit(shown)
    case .tagOpen:
      if c == "!" {
        state = .markupDeclaration
      } else if c == "/" {
        state = .endTagOpen
      } else if c.isLetter {
        beginTag(end: false)
        reconsume(.tagName)
      } else if c == "?" {
        data.removeAll()
        reconsume(.bogusComment)
      } else {
        emit("<")
        reconsume(.data)
      }
    case .endTagOpen:
      if c.isLetter {
        beginTag(end: true)
        reconsume(.tagName)
      } else if c == ">" {
        state = .data
      } else {
        data.removeAll()
        reconsume(.bogusComment)
      }
    case .tagName:
      if c.isSpace {
        state = .beforeAttributeName
      } else if c == "/" {
        state = .selfClosing
      } else if c == ">" {
        emitTag()
      } else {
        name.append(shown.lowered)
      }
    case .textLessThan:
      if c == "/" {
        buffer.removeAll()
        state = .textEndTagOpen
      } else if c == "!", textState == .scriptData {
        emit("<!")
        state = .scriptEscapeStart
      } else {
        emit("<")
        reconsume(textState)
      }
    case .textEndTagOpen:
      if c.isLetter {
        beginTag(end: true)
        reconsume(.textEndTagName)
      } else {
        emit("</")
        reconsume(textState)
      }
    case .textEndTagName: textEndTagName(c)
    case .scriptEscapeStart, .scriptEscapeStartDash, .scriptEscaped, .scriptEscapedDash,
      .scriptEscapedDashDash, .scriptEscapedLessThan, .scriptDoubleEscapeStart,
      .scriptDoubleEscaped, .scriptDoubleEscapedDash, .scriptDoubleEscapedDashDash,
      .scriptDoubleEscapedLessThan, .scriptDoubleEscapeEnd:
      script(c, shown)
    case .beforeAttributeName, .attributeName, .afterAttributeName, .beforeAttributeValue,
      .valueDoubleQuoted, .valueSingleQuoted, .valueUnquoted, .afterValueQuoted, .selfClosing:
      attributeStates(c, shown)
    case .bogusComment, .markupDeclaration, .commentStart, .commentStartDash, .comment,
      .commentEndDash, .commentEnd, .commentEndBang:
      commentStates(c, shown)
    case .cdata:
      if c == "]" { state = .cdataBracket } else { emit(c) }
    case .cdataBracket:
      if c == "]" {
        state = .cdataEnd
      } else {
        emit("]")
        reconsume(.cdata)
      }
    case .cdataEnd:
      if c == "]" {
        emit("]")
      } else if c == ">" {
        state = .data
      } else {
        emit("]]")
        reconsume(.cdata)
      }
    default: doctypeStates(c, shown)
    }
    return true
  }

  mutating func reconsume(_ next: State) {
    i -= 1
    state = next
  }

  private mutating func textEndTagName(_ c: Character) {
    if isAppropriate, c.isSpace || c == "/" || c == ">" {
      textState = .data
      if c == ">" { emitTag() } else { state = c == "/" ? .selfClosing : .beforeAttributeName }
    } else if c.isLetter {
      name.append(c.lowered)
      buffer.append(c)
    } else {
      emit("</" + String(buffer))
      reconsume(textState)
    }
  }

  private mutating func script(_ c: Character, _ shown: Character) {
    switch state {
    case .scriptEscapeStart, .scriptEscapeStartDash:
      if c == "-" {
        emit(c)
        state = state == .scriptEscapeStart ? .scriptEscapeStartDash : .scriptEscapedDashDash
      } else {
        reconsume(.scriptData)
      }
    case .scriptEscaped, .scriptEscapedDash, .scriptEscapedDashDash:
      textState = .scriptEscaped
      if c == "-" {
        emit(c)
        state = state == .scriptEscaped ? .scriptEscapedDash : .scriptEscapedDashDash
      } else if c == "<" {
        state = .scriptEscapedLessThan
      } else if c == ">", state == .scriptEscapedDashDash {
        emit(c)
        textState = .scriptData
        state = .scriptData
      } else {
        emit(shown)
        state = .scriptEscaped
      }
    case .scriptEscapedLessThan:
      if c == "/" {
        buffer.removeAll()
        state = .textEndTagOpen
      } else if c.isLetter {
        buffer.removeAll()
        emit("<")
        reconsume(.scriptDoubleEscapeStart)
      } else {
        emit("<")
        reconsume(.scriptEscaped)
      }
    case .scriptDoubleEscapeStart, .scriptDoubleEscapeEnd:
      let outer: State = state == .scriptDoubleEscapeStart ? .scriptEscaped : .scriptDoubleEscaped
      let other: State = state == .scriptDoubleEscapeStart ? .scriptDoubleEscaped : .scriptEscaped
      if c.isSpace || c == "/" || c == ">" {
        emit(c)
        state = String(buffer) == "script" ? other : outer
      } else if c.isLetter {
        buffer.append(c.lowered)
        emit(c)
      } else {
        reconsume(outer)
      }
    case .scriptDoubleEscaped, .scriptDoubleEscapedDash, .scriptDoubleEscapedDashDash:
      emit(shown)
      if c == "-" {
        state =
          state == .scriptDoubleEscaped ? .scriptDoubleEscapedDash : .scriptDoubleEscapedDashDash
      } else if c == "<" {
        state = .scriptDoubleEscapedLessThan
      } else if c == ">", state == .scriptDoubleEscapedDashDash {
        textState = .scriptData
        state = .scriptData
      } else {
        state = .scriptDoubleEscaped
      }
    default:
      if c == "/" {
        buffer.removeAll()
        emit(c)
        state = .scriptDoubleEscapeEnd
      } else {
        reconsume(.scriptDoubleEscaped)
      }
    }
  }

  private mutating func attributeStates(_ c: Character, _ shown: Character) {
    switch state {
    case .beforeAttributeName:
      if c.isSpace { return }
      if c == "/" || c == ">" {
        reconsume(.afterAttributeName)
      } else {
        beginAttribute()
        if c == "=" {
          attribute.append(c)
          state = .attributeName
        } else {
          reconsume(.attributeName)
        }
      }
    case .attributeName:
      if c.isSpace || c == "/" || c == ">" {
        reconsume(.afterAttributeName)
      } else if c == "=" {
        state = .beforeAttributeValue
      } else {
        attribute.append(shown.lowered)
      }
    case .afterAttributeName:
      if c.isSpace { return }
      if c == "/" {
        state = .selfClosing
      } else if c == "=" {
        state = .beforeAttributeValue
      } else if c == ">" {
        emitTag()
      } else {
        beginAttribute()
        reconsume(.attributeName)
      }
    case .beforeAttributeValue:
      if c.isSpace { return }
      if c == "\"" {
        state = .valueDoubleQuoted
      } else if c == "'" {
        state = .valueSingleQuoted
      } else if c == ">" {
        emitTag()
      } else {
        reconsume(.valueUnquoted)
      }
    case .valueDoubleQuoted, .valueSingleQuoted:
      if c == (state == .valueDoubleQuoted ? "\"" : "'") {
        state = .afterValueQuoted
      } else if c == "&" {
        value.append(contentsOf: reference(inAttribute: true).unicodeScalars)
      } else {
        value.append(shown)
      }
    case .valueUnquoted:
      if c.isSpace {
        state = .beforeAttributeName
      } else if c == "&" {
        value.append(contentsOf: reference(inAttribute: true).unicodeScalars)
      } else if c == ">" {
        emitTag()
      } else {
        value.append(shown)
      }
    case .afterValueQuoted:
      if c.isSpace {
        state = .beforeAttributeName
      } else if c == "/" {
        state = .selfClosing
      } else if c == ">" {
        emitTag()
      } else {
        reconsume(.beforeAttributeName)
      }
    default:
      if c == ">" {
        isClosed = true
        emitTag()
      } else {
        reconsume(.beforeAttributeName)
      }
    }
  }
}
