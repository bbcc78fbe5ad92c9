import TestSupport

/// A labelled case: a text and what must, may and must not be found in it.
struct PersonalCase: Encodable {
  struct Span: Encodable {
    var kind: String
    var start: Int
    var end: Int
  }
  struct Whole: Encodable { var kind: String }

  var id: String
  var text: String
  var expect: [Span] = []
  var allow: [Span] = []
  var docExpect: [Whole] = []
  var tags: [String] = []

  enum CodingKeys: String, CodingKey {
    case id, text, expect, allow, tags
    case docExpect = "doc_expect"
  }
}

/// Makes cases from the templates of `cases/templates.tsv`: same seed, same cases.
struct CaseForge {
  private var dice: Dice
  private var people: InventedPeople
  private var isWild = false

  init(seed: UInt64) {
    dice = Dice(seed)
    people = InventedPeople(seed: seed)
  }

  /// Every case of every template of the first set.
  static func cases(seed: UInt64 = 20_261_101) -> [PersonalCase] {
    cases(of: CaseTemplates.all, seed: seed)
  }

  /// Every case of the second set, where numbers are also written in rarer ways.
  static func secondCases(seed: UInt64 = 20_261_121) -> [PersonalCase] {
    cases(
      of: [
        IdentityTemplates.all, ContactTemplates.all, PersonTemplates.all, LookAlikeTemplates.all,
      ].joined(separator: "\n"), seed: seed, name: "second", isWild: true)
  }

  /// Every case of the third and fourth set.
  static func thirdCases(seed: UInt64 = 20_261_122) -> [PersonalCase] {
    cases(of: NoticeTemplates.all, seed: seed, name: "third", isWild: true)
      + cases(of: RegisterTemplates.all, seed: seed + 1, name: "fourth", isWild: true)
  }

  /// Every case of the fifth set.
  static func fifthCases(seed: UInt64 = 20_261_123) -> [PersonalCase] {
    cases(of: NumberTemplates.all, seed: seed, name: "fifth", isWild: true)
  }

  /// Every case of the sixth set.
  static func sixthCases(seed: UInt64 = 20_261_124) -> [PersonalCase] {
    cases(of: PortalTemplates.all, seed: seed, name: "sixth")
  }

  private static func cases(
    of templates: String, seed: UInt64, name: String = "own", isWild: Bool = false
  ) -> [PersonalCase] {
    var forge = CaseForge(seed: seed)
    forge.isWild = isWild
    var made: [PersonalCase] = []
    for line in templates.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
      guard fields.count == 3, let times = Int(fields[1]) else { continue }
      for _ in 0..<times {
        made.append(forge.one(fields[0], fields[2], id: "\(name)\(made.count)"))
      }
    }
    return made
  }

  private mutating func one(_ kind: String, _ template: String, id: String) -> PersonalCase {
    var made = PersonalCase(id: id, text: "")
    made.tags = kind.split(separator: "+").map(String.init)
    if kind.hasSuffix("+agg") { made.docExpect = [.init(kind: "aggregation")] }
    if kind.hasSuffix("+minor") { made.docExpect = [.init(kind: "minor")] }
    people.newDocument()
    var text = ""
    var rest = Substring(
      template.replacing("\\n", with: "\n").replacing("\\t", with: "\t"))
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      var slot = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      let mode = slot.first
      if mode == "~" || mode == "-" { slot.removeFirst() }
      let (value, label, styled) = people.value(String(slot), &dice)
      let written: String
      if isWild, styled, mode != "-", dice.oneIn(3), let way = Writing.pick(label, &dice) {
        written = way.apply(value)
        made.tags.append("style:\(way)")
      } else if styled, mode != "-" {
        let style = Style.pick(
          label,
          isTable: template.contains("\\t") || template.contains(",") || template.contains("|"),
          &dice)
        written = style.apply(value)
        if style != .plain { made.tags.append("style:\(style)") }
      } else {
        written = value
      }
      let start = text.unicodeScalars.count
      text += written
      var span = PersonalCase.Span(kind: label, start: start, end: text.unicodeScalars.count)
      // Of a longer number only the identity number counts.
      if let inner = people.inner {
        span.start = start + inner.lowerBound
        span.end = start + inner.upperBound
        people.inner = nil
      }
      if mode == "~" {
        made.allow.append(span)
      } else if mode != "-", !label.isEmpty {
        made.expect.append(span)
      }
    }
    made.text = text + rest
    return made
  }
}

/// The ways people write a number.
enum Style: String, CaseIterable {
  case plain, fullWidth, zeroWidth, hyphens, blanks, noBreak, wide, plus, lineBreak, lowerX,
    cyrillicX, wideX, dots

  static func pick(_ kind: String, isTable: Bool, _ dice: inout Dice) -> Style {
    guard dice.oneIn(2) else { return .plain }
    switch kind {
    case "cn_id":
      return dice.pick([
        .fullWidth, .zeroWidth, .hyphens, .blanks, .noBreak, .wide, isTable ? .plain : .lineBreak,
        .lowerX,
        .cyrillicX, .wideX,
      ])
    case "mobile":
      return dice.pick([.fullWidth, .zeroWidth, .hyphens, .blanks, .noBreak, .plus, .dots])
    case "bank_card": return dice.pick([.fullWidth, .zeroWidth, .hyphens, .blanks, .noBreak])
    default: return .plain
    }
  }

  func apply(_ value: String) -> String {
    let scalars = Array(value.unicodeScalars)
    func groups(_ separator: String) -> String {
      let sizes: [Int] =
        switch scalars.count {
        case 18 where scalars[0] != "6" || scalars[6] == "1" || scalars[6] == "2": [6, 8, 4]
        case 11: [3, 4, 4]
        default: [4, 4, 4, 4, 4]
        }
      var parts: [String] = []
      var place = 0
      for size in sizes where place < scalars.count {
        parts.append(
          String(String.UnicodeScalarView(scalars[place..<min(scalars.count, place + size)])))
        place += size
      }
      return parts.joined(separator: separator)
    }
    switch self {
    case .plain: return value
    case .fullWidth:
      return String(String.UnicodeScalarView(scalars.map { Unicode.Scalar($0.value + 0xFEE0)! }))
    case .zeroWidth: return groups("\u{200B}")
    case .hyphens: return groups("-")
    case .blanks: return groups(" ")
    case .noBreak: return groups("\u{A0}")
    case .wide: return groups("\u{3000}")
    case .dots: return groups(".")
    case .plus: return "+86" + value
    case .lineBreak: return String(value.prefix(10)) + "\n" + value.dropFirst(10)
    case .lowerX: return value.lowercased()
    case .cyrillicX: return value.replacing("X", with: "\u{425}")
    case .wideX: return value.replacing("X", with: "Ｘ")
    }
  }
}
