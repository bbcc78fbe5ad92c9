import ZhubiText

/// Contexts about where in the document a hit stands.
enum PlaceContexts {
  static let all: [NamedContext] = [firstLines, lastLines, inParentheses, fieldValue]

  /// In one of the first lines that hold anything: the place of markings and titles. Ten, or as
  /// many as named.
  static let firstLines = NamedContext(
    "first-lines", Message("位于文首几行", "in the first lines")
  ) { scene, arguments in
    let wanted = arguments.first.flatMap { Int($0) } ?? 10
    let bytes = scene.context.utf8
    var seen = 0
    var isBlank = true
    for index in 0..<min(scene.range.lowerBound.value, bytes.count) {
      if bytes[index] == 0x0A {
        if !isBlank { seen += 1 }
        if seen >= wanted { return false }
        isBlank = true
      } else if bytes[index] > 0x20 {
        isBlank = false
      }
    }
    return true
  }

  /// In one of the last lines: signature, 版记.
  static let lastLines = NamedContext(
    "last-lines", Message("位于文末几行（落款、版记）", "in the last lines: signature, imprint")
  ) { scene, arguments in
    let wanted = arguments.first.flatMap { Int($0) } ?? 8
    let bytes = scene.context.utf8
    var seen = 0
    var isBlank = true
    for index in (min(scene.range.upperBound.value, bytes.count)..<bytes.count) {
      if bytes[index] == 0x0A {
        if !isBlank { seen += 1 }
        if seen >= wanted { return false }
        isBlank = true
      } else if bytes[index] > 0x20 {
        isBlank = false
      }
    }
    return true
  }

  /// Inside round brackets.
  static let inParentheses = NamedContext(
    "in-parentheses", Message("位于圆括号内", "inside round brackets")
  ) { scene, _ in
    scene.isPreceded(by: "[（(][^（()）]{0,40}") && scene.isFollowed(by: "[^（()）]{0,40}[）)]")
  }

  /// The value of a field: a short name and a colon stand before it on its line.
  static let fieldValue = NamedContext(
    "field-value", Message("是“名称：”后面的内容", "the value behind a field name and a colon")
  ) { scene, _ in scene.isPreceded(by: "[\\h\\w\\s]{1,16}[:：]\\s*[^。]{0,20}", reach: 40) }
}
