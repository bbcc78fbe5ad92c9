public import ZhubiDetection

/// Rules that only a look at a whole site can speak: `zhubi rescan`. Other findings of such a look
/// use the ids of the rules for single pages.
public enum SiteRules {
  public static let duplicatePage = Rule(
    "format.dup-page", title: Message("网页重复", "duplicate page"), severity: .info,
    explanation: Message(
      "两个网页的正文折叠后相同或几乎相同（四字片段约 94% 以上相同）。同文多栏发布是允许的，请核对是否误发、漏撤。",
      "Two pages have the same text after folding, or nearly so. Publishing one text under two columns "
        + "is allowed: check that it is meant."),
    fires: [], staysQuiet: [])

  public static let all = [duplicatePage]
}
