import Hummingbird
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// `GET /v1/rules` and `GET /v1/rules/{id}`.
struct RuleEndpoints: Sendable {
  let state: ServiceState

  /// Every rule that can speak, those of the lexicon in use included, in order of ids.
  func list(_ language: Language) -> Response {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("rules")
      writer.array { writer in
        for id in state.shelf.scanner.register.rules.sorted() {
          writer.object { head(Self.rule(id), &$0, language) }
        }
      }
    }
    return Answer.json(writer.text)
  }

  func one(_ name: String, _ language: Language) throws(ServiceError) -> Response {
    let register = state.shelf.scanner.register
    guard let id = RuleID(name), register.rules.contains(id) else {
      let near = register.names(like: String(name.prefix(80))).joined(separator: ", ")
      throw ServiceError(
        404, "no-such-rule", "没有这条规则" + (near.isEmpty ? "" : "，相近的有 \(near)"),
        "no such rule" + (near.isEmpty ? "" : "; near it: \(near)"))
    }
    let rule = Self.rule(id)
    var writer = JSONWriter()
    writer.object { writer in
      head(rule, &writer, language)
      writer.field("explanation", language.of(rule.explanation))
      for (key, examples) in [("fires", rule.fires), ("staysQuiet", rule.staysQuiet)] {
        writer.key(key)
        writer.array { writer in for example in examples { writer.value(example.text) } }
      }
      writer.field("silencing", SilencingManual(language: language).text(on: id))
    }
    return Answer.json(writer.text)
  }

  private func head(_ rule: Rule, _ writer: inout JSONWriter, _ language: Language) {
    writer.field("id", rule.id.text)
    writer.field("title", language.of(rule.title))
    writer.field("severity", rule.severity.rawValue)
    writer.field("basis", unlessEmpty: rule.basis)
  }

  private static let known = Dictionary(
    (BuiltInDetectors.rules + ScanRules.all).map { ($0.id, $0) }
  ) { first, _ in first }

  private static func rule(_ id: RuleID) -> Rule {
    let catalogue = RuleCatalogue()
    return known[id]
      ?? Rule(
        id, title: catalogue.title(id), severity: .warning, explanation: catalogue.explanation(id),
        fires: [], staysQuiet: [])
  }
}
