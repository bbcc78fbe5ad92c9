/// A circumstance with a name, as tables write it: `@historical`, `@longer(纤维族|哈维族)`.
///
/// Every context is a predicate over a hit and its surroundings. The names are part of the lexicon
/// format: a table that uses an unknown one is refused.
public struct NamedContext: Sendable {
  public typealias Predicate = @Sendable (HitScene, [String]) -> Bool

  public let name: String
  /// What the context means, for the manual.
  public let meaning: Message
  let holds: Predicate

  public init(_ name: String, _ meaning: Message, holds: @escaping Predicate) {
    self.name = name
    self.meaning = meaning
    self.holds = holds
  }

  /// Every context, in the order the manual lists them.
  public static let all: [NamedContext] =
    PlainContexts.all + HistoryContexts.all + NameContexts.all + TitleContexts.all
    + PlaceContexts.all + DocumentContexts.all + NumberContexts.all
    + WordingContexts.all + TypoContexts.all

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  static func isKnown(_ name: String) -> Bool { byName[name] != nil }

  static func named(_ name: String) -> NamedContext? { byName[name] }
}

extension Condition {
  /// Whether the condition holds for a hit.
  func holds(for scene: HitScene) -> Bool {
    switch self {
    case .phrase(let phrase): scene.isCovered(by: phrase)
    case .named(let name, let arguments):
      NamedContext.named(name)?.holds(scene, arguments) ?? false
    case .doubt(let inner): inner.holds(for: scene)
    }
  }
}
