/// Everything the personal-data detectors report.
enum PersonalRules {
  static let all: [Rule] = []

  private static let titles = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.title) })

  static func title(_ kind: PersonalKind) -> Message {
    titles[kind.rule] ?? Message(kind.rawValue, kind.rawValue)
  }
}
