import ZhubiText

extension DecodingProblem.Kind {
  /// The rule of the report the problem belongs to. A wrong declaration was put right, so the text
  /// was read; everything else left characters unread.
  var readingKind: ReadingProblem.Kind {
    switch self {
    case .wrongDeclaration, .unknownDeclaration, .mixedEncoding: .pollutedText
    case .malformed, .truncatedTail, .loneSurrogate, .nul, .undetermined: .undecodable
    }
  }

  var chinese: String {
    switch self {
    case .malformed: "有无法解码的字节"
    case .truncatedTail: "文件在字符中间结束"
    case .loneSurrogate: "UTF-16 代理对不完整"
    case .nul: "含有 NUL 字符"
    case .wrongDeclaration: "声明的编码与实际不符，已按实际编码读取"
    case .unknownDeclaration: "声明的编码无人认识，已按实际编码读取"
    case .mixedEncoding: "此处与全文编码不同，已按其编码读取"
    case .undetermined: "无法判断编码，按 UTF-8 读取"
    }
  }

  var english: String {
    switch self {
    case .malformed: "bytes that cannot be decoded"
    case .truncatedTail: "the file ends inside a character"
    case .loneSurrogate: "half of a UTF-16 surrogate pair"
    case .nul: "NUL characters"
    case .wrongDeclaration: "the declared encoding is wrong; the real one was used"
    case .unknownDeclaration: "the declared encoding is unknown; the real one was used"
    case .mixedEncoding: "text in another encoding than the rest, read in its own"
    case .undetermined: "the encoding cannot be told; read as UTF-8"
    }
  }
}
