#if Rescan
  /// What the title of a page says it is about.
  enum PageTitle {
    private static let interpretations = [
      "解读", "图解", "一图读懂", "一图看懂", "政策问答", "答记者问", "导读", "读懂",
    ]
    private static let repeals = ["废止", "宣布失效", "撤销"]

    /// The document an interpretation explains.
    static func interpreted(_ title: String) -> String? {
      guard interpretations.contains(where: title.contains) else { return nil }
      return quoted(title).first
    }

    /// The documents a page says are no longer in force.
    static func repealed(_ title: String) -> [String] {
      guard let place = repeals.lazy.compactMap({ title.range(of: $0) }).first,
        !interpretations.contains(where: title.contains), !title.contains("部分")
      else { return [] }
      return quoted(String(title[place.upperBound...]))
    }

    /// A title as it is compared: no blanks, no 中华人民共和国.
    static func normal(_ title: String) -> String {
      var text = title.filter { !$0.isWhitespace && $0 != "《" && $0 != "》" }
      if text.hasPrefix("中华人民共和国") { text.removeFirst("中华人民共和国".count) }
      return text
    }

    /// A title without the name of the site or column behind it.
    static func own(_ title: String) -> String {
      let text = normal(title)
      let end = text.indices.first { index in
        "-_|—–－｜".contains(text[index]) && text.distance(from: text.startIndex, to: index) >= 4
      }
      return String(text[..<(end ?? text.endIndex)])
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

  extension String {
    fileprivate func range(of needle: String) -> Range<Index>? { ranges(of: needle).first }
  }
#endif
