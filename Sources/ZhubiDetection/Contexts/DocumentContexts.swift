import PersonalTables
import ZhubiText

/// Contexts that look beyond the sentence, or at what the reader has chosen.
enum DocumentContexts {
  static let all: [NamedContext] = [document, inProfile, statute, neighbour, wholePage]

  /// One of these stands anywhere in the part (its first 200 KB).
  static let document = NamedContext(
    "document", Message("文中出现这些词之一", "one of these stands in the document")
  ) { scene, words in words.contains { scene.context.holds($0) } }

  /// The text is read under one of these profiles. `all` always counts.
  static let inProfile = NamedContext(
    "profile", Message("按所列体裁审读", "read under one of these profiles")
  ) { scene, names in
    scene.context.selection.profile == "all" || names.contains(scene.context.selection.profile)
  }

  /// The text is a statute or a verbatim reprint of one.
  static let statute = NamedContext(
    "statute", Message("是法律法规文本", "the text is a statute")
  ) { scene, _ in scene.context.isStatute }

  /// The text is of a whole web page, which carries the words of its own frame: 上一篇, 分享到.
  static let wholePage = NamedContext(
    "whole-page", Message("是整张网页（页面框架用语）", "of a whole web page, as words of its frame")
  ) { scene, _ in scene.context.part.isOfWholePage }

  /// One of these stands in the line, or in the line before or after.
  static let neighbour = NamedContext(
    "neighbour", Message("本行或上下行出现这些词之一", "one of these stands in the line or the next")
  ) { scene, words in
    let bytes = scene.context.utf8
    var start = scene.line.lowerBound.value
    var end = scene.line.upperBound.value
    if start > 0 { start -= 1 }
    while start > 0, bytes[start - 1] != 0x0A, scene.line.lowerBound.value - start < 400 {
      start -= 1
    }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    if end < bytes.count { end += 1 }
    while end < bytes.count, bytes[end] != 0x0A, end - scene.line.upperBound.value < 400 {
      end += 1
    }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let units = scene.context.fold(Range(start..<end)).units
    return words.contains { units[...].holds(scene.context.folding.fold($0)) }
  }
}

extension DetectionContext {
  /// Whether the words stand in the first 200 KB of the part, folded.
  func holds(_ words: String) -> Bool {
    // Each of thousands of hits may ask for the same words.
    if let known = held[words] { return known }
    var end = min(utf8.count, 200_000)
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    let answer = fold(TextOffset(0)..<TextOffset(end)).units[...].holds(folding.fold(words))
    held[words] = answer
    return answer
  }

  /// Whether the part names at least four years and none of the six before the day it is judged by:
  /// an old speech, a chronicle. Years to come do not count. Reads the first 200 KB.
  var namesOnlyOldYears: Bool {
    var seen = 0
    var digits = 0
    var value = 0
    let text = String(decoding: utf8.prefix(200_000), as: UTF8.self)
    for scalar in text.unicodeScalars {
      if let digit = Years.digit(scalar.value) {
        digits += 1
        value = digits <= 4 ? value * 10 + digit : 0
        continue
      }
      if digits == 4, scalar == "年", (1900...asOf.date.year).contains(value) {
        if value > asOf.date.year - 6 { return false }
        seen += 1
      }
      digits = 0
      value = 0
    }
    return seen >= 4
  }

  /// Whether the part reads as a statute: at least four lines begin with 第…条 or 第…章 and such lines are a
  /// good share of it; or it carries the profile of one.
  var readsAsStatute: Bool {
    if selection.profile == "statute" { return true }
    return utf8.withUnsafeBufferPointer { Self.readsAsStatute($0) }
  }

  private static func readsAsStatute(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var articles = 0
    var lines = 0
    var first: [Range<Int>] = []
    var start = 0
    while start < bytes.count, lines < 2_000 {
      let end = Int(personal_line_end(bytes.baseAddress!, bytes.count, start))
      if end > start + 3 {
        lines += 1
        if beginsArticle(bytes, start, end) { articles += 1 }
        if lines <= 3 { first.append(start..<end) }
      }
      start = end + 1
    }
    if articles >= 4, articles * 8 >= lines { return true }
    return articles >= 1
      && first.contains { isStatuteTitle(bytes, $0.lowerBound, $0.upperBound) }
  }

  /// A short line that ends like the title of a statute.
  private static func isStatuteTitle(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start < 180 else { return false }
    var title = trim(Substring(String(decoding: bytes[start..<end], as: UTF8.self)))
    if title.hasSuffix("）") || title.hasSuffix(")"),
      let open = title.lastIndex(where: { $0 == "（" || $0 == "(" })
    {
      title = title[..<open]
    }
    return ["法", "条例", "规定", "办法", "细则", "规则", "解释", "规程", "决定"].contains {
      title.hasSuffix($0)
    }
  }

  /// 第 + numerals + 条 or 章 at the beginning of a line, white space aside.
  private static func beginsArticle(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let end = min(end, start + 60)
    var place = start
    while place < end {
      let byte = bytes[place]
      if byte == 0x20 || byte &- 0x09 < 5 {
        place += 1
      } else if isScalar(0xE38080, bytes, place, end) {
        place += 3
      } else if byte == 0xC2 || byte == 0xE1 || byte == 0xE2 {
        // White space that only Unicode knows.
        let scalars = String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars
        guard let first = scalars.first, first.properties.isWhitespace else { return false }
        place += String(first).utf8.count
      } else {
        break
      }
    }
    guard isScalar(0xE7ACAC, bytes, place, end) else { return false }
    place += 3
    let first = place
    while place < end {
      if bytes[place] &- 0x30 < 10 {
        place += 1
      } else if numerals.contains(where: { isScalar($0, bytes, place, end) }) {
        place += 3
      } else {
        break
      }
    }
    return place > first
      && (isScalar(0xE69DA1, bytes, place, end) || isScalar(0xE7ABA0, bytes, place, end))
  }

  /// 一二三四五六七八九十百千零〇, each as its three bytes.
  private static let numerals: [UInt32] = "一二三四五六七八九十百千零〇".unicodeScalars.map {
    String($0).utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func isScalar(
    _ wanted: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int
  ) -> Bool {
    guard place + 2 < end, bytes[place] == UInt8(wanted >> 16) else { return false }
    return UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) == wanted & 0xFFFF
  }
}
