#if Rescan
  /// What the title of a page says it is about.
  enum PageTitle {
    private static let interpretations = [
      "解读", "图解", "一图看懂", "政策问答", "答记者问", "导读", "读懂",
    ].map(Wording.init)
    private static let repeals = ["废止", "宣布失效", "撤销"].map(Wording.init)
    private static let separators: [Unicode.Scalar] = ["-", "_", "|", "—", "–", "－", "｜"]
    private static let parts = Wording("部分")

    /// The document an interpretation explains.
    static func interpreted(_ title: String) -> String? {
      guard interpretations.contains(where: { $0.place(in: title) != nil }) else { return nil }
      return quoted(title).first
    }

    /// The documents a page says are no longer in force.
    static func repealed(_ title: String) -> [String] {
      guard let end = repeals.lazy.compactMap({ $0.place(in: title)?.upperBound }).first,
        !interpretations.contains(where: { $0.place(in: title) != nil }),
        parts.place(in: title) == nil
      else { return [] }
      return quoted(String(title[title.utf8.index(title.startIndex, offsetBy: end)...]))
    }

    /// A title as it is compared: no blanks, no 中华人民共和国.
    static func normal(_ title: String) -> String {
      var text = ""
      for scalar in title.unicodeScalars
      where scalar != "《" && scalar != "》" && !scalar.properties.isWhitespace {
        text.unicodeScalars.append(scalar)
      }
      if text.hasPrefix("中华人民共和国") { text.removeFirst("中华人民共和国".count) }
      return text
    }

    /// A title without the name of the site or column behind it.
    static func own(_ title: String) -> String {
      let text = normal(title)
      for index in text.unicodeScalars.indices.dropFirst(4)
      where separators.contains(text.unicodeScalars[index]) {
        return String(text[..<index])
      }
      return text
    }

    private static func quoted(_ text: String) -> [String] {
      var titles: [String] = []
      var rest = text[...]
      while let open = rest.firstIndex(of: "《") {
        rest = rest[rest.index(after: open)...]
        // 《关于印发〈…〉的通知》 and 《…《…》…》: the outer title.
        var depth = 1
        var index = rest.startIndex
        while index < rest.endIndex {
          if rest[index] == "《" { depth += 1 }
          if rest[index] == "》" { depth -= 1 }
          if depth == 0 { break }
          index = rest.index(after: index)
        }
        let title = normal(String(rest[..<index]))
        if (4...80).contains(title.count) { titles.append(title) }
        rest = index < rest.endIndex ? rest[rest.index(after: index)...] : ""
      }
      return titles
    }
  }

  /// A wording looked for in titles, byte by byte: every page of a site has one.
  private struct Wording: Sendable {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Where it first stands, in bytes of UTF-8.
    func place(in title: String) -> Range<Int>? {
      var title = title
      return title.withUTF8 { text in
        guard text.count >= bytes.count else { return nil }
        for start in 0...(text.count - bytes.count) where text[start] == bytes[0] {
          if bytes.indices.allSatisfy({ text[start + $0] == bytes[$0] }) {
            return start..<start + bytes.count
          }
        }
        return nil
      }
    }
  }
#endif
