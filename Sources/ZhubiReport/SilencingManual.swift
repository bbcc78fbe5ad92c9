public import ZhubiDetection

/// How to silence a rule rightly: the narrowest way first, each with its reason.
public struct SilencingManual: Sendable {
  public var language: Language

  public init(language: Language) { self.language = language }

  public func text(on rule: RuleID) -> String {
    if rule.family == "scan" {
      return language.pick(
        "怎样处理：scan.* 说明扫描本身不完整或忽略规定不起作用，不能忽略，只能消除原因。\n",
        "What to do: scan.* says that the scan is incomplete or a suppression has no effect. It cannot "
          + "be suppressed; remove the cause.\n")
    }
    return language.pick(chinese(rule.text), english(rule.text))
  }

  private func chinese(_ rule: String) -> String {
    """
    怎样正确地忽略（理由必写，期限宜写）：
      同一行  <!-- zhubi:ignore \(rule) reason="…" until=2026-12-31 -->
      下一行  <!-- zhubi:ignore-next-line \(rule) reason="…" -->
      一段    <!-- zhubi:ignore-begin \(rule) reason="…" --> … <!-- zhubi:ignore-end -->
      纯文本  # zhubi:ignore \(rule) reason="…"（单独一行，管下一行）
      按路径  .zhubi.yaml 的 suppressions.paths；存量内容用 zhubi baseline create
      词语误报 在本单位词库的 unless 列写出正确的说法；整条规则不适用，在 rules 中改等级

    """
  }

  private func english(_ rule: String) -> String {
    """
    How to silence it rightly (a reason is required, an expiry is wise):
      same line   <!-- zhubi:ignore \(rule) reason="…" until=2026-12-31 -->
      next line   <!-- zhubi:ignore-next-line \(rule) reason="…" -->
      a stretch   <!-- zhubi:ignore-begin \(rule) reason="…" --> … <!-- zhubi:ignore-end -->
      plain text  # zhubi:ignore \(rule) reason="…"   (a line of its own, about the next line)
      by path     suppressions.paths of .zhubi.yaml; for stock content zhubi baseline create
      a wrong hit add the right phrase to the `unless` column of your own pack; where the whole rule
                  does not fit, set its severity under `rules`

    """
  }
}
