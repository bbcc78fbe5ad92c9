import ZhubiText

/// Contexts that look at nothing but the letters around a hit.
enum PlainContexts {
  static let all: [NamedContext] = [
    longer, follow, near, lineStart, wholeLine, head, exact,
    throughSymbols,
  ]

  /// The hit is part of one of these longer words.
  static let longer = NamedContext(
    "longer", Message("是更长词语的一部分", "part of one of these longer words")
  ) { scene, words in words.contains { scene.isCovered(by: $0) } }

  /// One of these stands right behind the hit.
  static let follow = NamedContext(
    "follow", Message("后面紧跟这些字", "directly followed by one of these")
  ) { scene, words in
    words.contains { word in
      let wanted = scene.context.folding.fold(word)
      return scene.after(wanted.count).elementsEqual(wanted)
    }
  }

  /// One of these stands in the same sentence.
  static let near = NamedContext(
    "near", Message("同一句中出现这些词之一", "one of these stands in the same sentence")
  ) { scene, words in words.contains { scene.sentenceHolds($0) } }

  /// The hit begins the line, white space aside.
  static let lineStart = NamedContext(
    "line-start", Message("位于行首", "at the beginning of its line")
  ) { scene, _ in
    scene.foldedLine.classes[..<scene.hitInLine.lowerBound.value].allSatisfy { $0 == .space }
  }

  /// The hit is all there is in its line, white space and brackets aside.
  static let wholeLine = NamedContext(
    "whole-line", Message("独占一行", "fills its line")
  ) { scene, _ in
    let classes = scene.foldedLine.classes
    let outside =
      classes[..<scene.hitInLine.lowerBound.value]
      + classes[scene.hitInLine.upperBound.value...]
    return outside.allSatisfy { $0 == .space || $0 == .open || $0 == .close }
  }

  /// The line is short: a heading, a field, a mark. At most 40 characters, or as many as named.
  static let head = NamedContext(
    "head", Message("位于短行（标题、栏目、标记）", "in a short line: a heading, a field, a mark")
  ) { scene, arguments in
    scene.foldedLine.count <= arguments.first.flatMap { Int($0) } ?? 40
  }

  /// The text is written exactly as the term, without any folding.
  static let exact = NamedContext(
    "exact", Message("与词条逐字相同", "written exactly as the term")
  ) { scene, _ in scene.context.text(scene.range) == scene.entry.term }

  /// Opts an entry in to being found with symbols between its characters; always holds.
  static let throughSymbols = NamedContext(
    SymbolTerms.context,
    Message("字间夹有符号也算（默认至多 3 个）", "also with symbols between its characters, 3 unless told")
  ) { _, _ in true }
}
