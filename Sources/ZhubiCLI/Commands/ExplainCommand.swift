import ArgumentParser
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// `zhubi explain RULE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一条规则：查什么、依据、例子、怎样处理 · explain a rule")

  @Argument(
    help: "规则编号，如 personal.cn-id；省略则列出全部 · a rule id; none lists all",
    completion: .custom { _, _, _ in Self.rules.map(\.id.text) })
  var rule: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let words = language.value
    guard let rule else {
      for rule in Self.rules {
        Console.write("\(rule.id)\t\(rule.severity.rawValue)\t\(words.of(rule.title))\n")
      }
      return
    }
    guard let known = Self.rules.first(where: { $0.id.text == rule }) else {
      let near = Self.rules.map(\.id.text).filter { $0.contains(rule) }
      let hint = near.isEmpty ? "" : "\n" + near.joined(separator: "\n")
      throw Outcome(
        status: .usage,
        complaint: words.pick("没有这条规则：\(rule)", "no such rule: \(rule)") + hint)
    }
    Console.write(RuleManual(language: words).page(on: known))
    Console.write("\n" + SilencingManual(language: words).text(on: known.id))
  }

  private static let rules = BuiltInDetectors.rules + ScanRules.all + SiteRules.all
}
