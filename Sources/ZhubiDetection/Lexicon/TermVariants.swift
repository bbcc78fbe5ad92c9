/// Other spellings of one wording that folding does not bring together: dashes between numbers,
/// the space in a standard's number, quotation marks, the brackets of a document number.
enum TermVariants {
  /// The wording and its variants, the wording first. At most 16.
  static func all(of term: String, rule: RuleID) -> [String] {
    var variants = [term]
    func add(_ change: (String) -> [String]) {
      for variant in variants {
        for text in change(variant) where !variants.contains(text) && variants.count < 16 {
          variants.append(text)
        }
      }
    }
    add { text in
      dashes.contains { text.contains($0) } && hasDash(text)
        ? ["-", "—", "–"].map { dash in replacingDashes(text, with: dash) } : []
    }
    if rule.kind == "standard" {
      add { $0.contains(" ") ? [String($0.filter { $0 != " " })] : [] }
    }
    add { text in
      text.contains("“")
        ? [
          String(text.filter { $0 != "“" && $0 != "”" }),
          String(text.map { $0 == "“" || $0 == "”" ? "\"" : $0 }),
        ] : []
    }
    add { text in
      text.contains("〔")
        ? [("[", "]"), ("(", ")")].map { open, close in
          String(text.map { $0 == "〔" ? Character(open) : $0 == "〕" ? Character(close) : $0 })
        } : []
    }
    return variants
  }

  private static let dashes: [Character] = ["-", "—", "–", "－"]

  /// Whether a dash stands between two numbers or a number and 年.
  private static func hasDash(_ text: String) -> Bool {
    let characters = Array(text)
    return characters.indices.contains { isDash($0, in: characters) }
  }

  private static func isDash(_ index: Int, in characters: [Character]) -> Bool {
    guard dashes.contains(characters[index]), index > 0, index + 1 < characters.count else {
      return false
    }
    let left = characters[index - 1]
    return (left.isNumber || left == "年") && characters[index + 1].isNumber
  }

  private static func replacingDashes(_ text: String, with dash: Character) -> String {
    let characters = Array(text)
    return String(
      characters.indices.map { isDash($0, in: characters) ? dash : characters[$0] })
  }
}
