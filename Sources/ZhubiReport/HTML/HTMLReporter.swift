import ZhubiDetection
public import ZhubiPolicy
import ZhubiText

/// One self-contained page that people read, filter, print and pass on.
///
/// Nothing is loaded from anywhere, and a content security policy says so: only the page's own style
/// and script, named by their hashes, are obeyed. The page is complete without its script. Documents
/// are kept as finished pieces until the end, when the summary that stands on top is known.
public struct HTMLReporter: Reporter {
  public var language: Language
  /// Findings that are listed; more are only counted, and the page says so.
  public var findingLimit: Int
  /// Documents without findings that are named; more are only counted.
  public var cleanLimit: Int
  /// Whether findings set aside are listed, with their reasons.
  public var showsSuppressed: Bool
  let catalogue: RuleCatalogue

  /// Documents shown unfolded.
  private static let openLimit = 40

  var unread = UnreadItems()
  /// The gravest severity seen of each rule.
  var gravest: [RuleID: Severity] = [:]
  /// How many documents came to each verdict.
  private(set) var verdicts: [Verdict: Int] = [:]
  /// Findings that the page lists.
  private(set) var listed = 0
  /// Findings left out because of `findingLimit`.
  private(set) var dropped = 0
  private(set) var sections: [String] = []
  private(set) var names: [String] = []
  private(set) var clean: [String] = []
  private(set) var cleanCount = 0

  public init(
    language: Language = .chinese, catalogue: RuleCatalogue = RuleCatalogue(),
    findingLimit: Int = 5_000, cleanLimit: Int = 2_000, showsSuppressed: Bool = false
  ) {
    self.showsSuppressed = showsSuppressed
    self.language = language
    self.catalogue = catalogue
    self.findingLimit = findingLimit
    self.cleanLimit = cleanLimit
  }

  public mutating func document(_ report: DocumentReport) -> String {
    unread.add(report)
    verdicts[report.verdict, default: 0] += 1
    for finding in report.findings {
      gravest[finding.rule] = max(gravest[finding.rule] ?? .info, finding.severity)
    }
    let lists = showsSuppressed && report.suppressed > 0
    if report.findings.isEmpty, report.verdict == .pass, !lists {
      cleanCount += 1
      if clean.count < cleanLimit { clean.append(report.document) }
      return ""
    }
    let room = max(0, findingLimit - listed)
    let shown = report.findings.prefix(room)
    listed += shown.count
    dropped += report.findings.count - shown.count
    names.append(report.document)
    sections.append(
      HTMLDocument(
        language: language, catalogue: catalogue, showsSuppressed: showsSuppressed
      ).section(
        report, number: sections.count + 1, shown: shown,
        isOpen: sections.count < Self.openLimit))
    return ""
  }

  public mutating func end(_ run: RunSummary) -> String {
    let title = language.pick("朱笔检查报告", "Zhubi report")
    return """
      <!DOCTYPE html>
      <html lang="\(language.pick("zh-CN", "en"))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <title>\(title) · \(language.name(run.verdict))</title>
      <style>\(HTMLStyle.text)</style>
      </head>
      <body>
      <a class="skip" href="#findings">\(language.pick("跳到发现的问题", "Skip to findings"))</a>
      \(summary(run))
      \(toolbar())
      <main id="findings" tabindex="-1">
      \(sections.joined(separator: "\n"))
      \(remainder())
      \(cleanDocuments())
      </main>
      <script>\(HTMLScript.text)</script>
      </body>
      </html>

      """
  }

  /// Only what is in this page, and of that only this style and this script.
  static let policy =
    "default-src 'none'; style-src 'sha256-\(HTMLStyle.digest)'; "
    + "script-src 'sha256-\(HTMLScript.digest)'; base-uri 'none'; form-action 'none'"

  private func remainder() -> String {
    if sections.isEmpty {
      return "<p class=\"none\">\(language.pick("没有发现问题。", "No findings."))</p>"
    }
    guard dropped > 0 else { return "" }
    let words = language.pick(
      "本页列出 \(listed) 条，另有 \(dropped) 条未列出；需要全部时请输出为 CSV 或 JSON。",
      "This page lists \(listed) findings; \(dropped) more are not listed. Write CSV or JSON for all."
    )
    return "<p class=\"none\">\(words)</p>"
  }

  private func cleanDocuments() -> String {
    guard cleanCount > 0 else { return "" }
    let title = language.pick(
      "\(cleanCount) 个文档没有发现问题", "\(cleanCount) document(s) without findings")
    var items = clean.map { "<li>\(HTMLText.isolated($0, class: "name"))</li>" }.joined()
    if cleanCount > clean.count {
      let more = cleanCount - clean.count
      items += "<li>\(language.pick("另有 \(more) 个未列出", "\(more) more not listed"))</li>"
    }
    return "<details class=\"clean\"><summary>\(title)</summary><ul>\(items)</ul></details>"
  }
}
