import ZhubiDetection
import ZhubiPolicy
import ZhubiText

/// What stands above the documents: verdict, numbers, chart, what was not read, and the filter.
extension HTMLReporter {
  func summary(_ run: RunSummary) -> String {
    """
    <header>
    <div class="brand"><span class="seal" aria-hidden="true">朱</span>
    <h1>\(language.pick("朱笔检查报告", "Zhubi report"))</h1>
    <p class="meta">\(HTMLText.content(facts(on: run)))</p></div>
    <section class="banner v-\(run.verdict.rawValue)" aria-label="\(language.pick("结论", "Verdict"))">
    <p class="word">\(language.name(run.verdict))</p>
    <p>\(sentence(run))</p>
    </section>
    \(tiles(run))
    \(notRead(run))
    \(charts(run))
    \(lexicons(run))
    </header>
    """
  }

  private func facts(on run: RunSummary) -> String {
    var facts: [String] = []
    if let date = run.date { facts.append("\(date)") }
    facts.append(language.pick("用时 ", "") + language.duration(run.seconds))
    facts.append(language.size(run.bytes))
    if !run.version.isEmpty { facts.append("Zhubi \(run.version)") }
    return facts.joined(separator: " · ")
  }

  private func sentence(_ run: RunSummary) -> String {
    switch run.verdict {
    case .pass:
      language.pick("没有需要处理的问题。", "Nothing needs attention.")
    case .review:
      language.pick("有需要人工复核的问题，未达到不予发布的级别。", "Some findings need a second look.")
    case .block:
      language.pick("有必须处理的问题，处理前不应发布。", "There are findings that must be dealt with first.")
    case .incomplete:
      language.pick(
        "有内容未能读取或未检查完，不能据此认定没有问题。",
        "Something was not read or not finished: the absence of findings proves nothing.")
    }
  }

  private func tiles(_ run: RunSummary) -> String {
    var tiles = [
      tile(language.pick("文档", "Documents"), run.documents, ""),
      tile(
        language.pick("未读全", "Not fully read"), run.notRead.count,
        run.notRead.isEmpty ? "" : "s-block"),
    ]
    for severity in Severity.allCases.reversed() {
      let count = run.counts[severity] ?? 0
      tiles.append(
        tile(language.name(severity), count, count > 0 ? "s-\(severity.rawValue)" : ""))
    }
    if run.suppressed > 0 {
      tiles.append(tile(language.pick("已忽略", "Suppressed"), run.suppressed, ""))
    }
    return "<dl class=\"tiles\">\(tiles.joined())</dl>"
  }

  private func tile(_ name: String, _ count: Int, _ style: String) -> String {
    "<div class=\"tile \(style)\"><dt>\(name)</dt><dd>\(count)</dd></div>"
  }

  private func notRead(_ run: RunSummary) -> String {
    let items = unread.all(in: run)
    guard !items.isEmpty else { return "" }
    let lines = items.map { item in
      let reasons = item.problems.map { language.pick($0.chinese, $0.english) }
      let why = reasons.isEmpty ? "" : "<br>" + reasons.map(HTMLText.content).joined(separator: "；")
      return "<li>\(HTMLText.isolated(item.name, class: "name"))\(why)</li>"
    }
    return "<section class=\"unread\"><h2>\(language.pick("未能读全", "Not fully read"))</h2>"
      + "<ul>\(lines.joined())</ul></section>"
  }

  private func charts(_ run: RunSummary) -> String {
    guard run.findings > 0 else { return "" }
    let severities = Severity.allCases.reversed().map {
      (style: $0.rawValue, name: language.name($0), count: run.counts[$0] ?? 0)
    }
    let ends = Verdict.allCases.reversed().map {
      (style: $0.rawValue, name: language.name($0), count: verdicts[$0] ?? 0)
    }
    return """
      <section class="charts">
      <div><h2>\(language.pick("问题按级别", "Findings by severity"))</h2>\(stack(severities))
      <h2>\(language.pick("文档按结论", "Documents by verdict"))</h2>\(stack(ends))</div>
      <div><h2>\(language.pick("问题按规则", "Findings by rule"))</h2>\(ruleBars(run))</div>
      </section>
      """
  }

  /// One bar, divided by share, with its key below.
  private func stack(_ parts: [(style: String, name: String, count: Int)]) -> String {
    let parts = parts.filter { $0.count > 0 }
    let total = max(1, parts.reduce(0) { $0 + $1.count })
    var position = 0
    var pieces = ""
    var key = ""
    for part in parts {
      let end = min(1000, position + max(8, (part.count * 1000 + total / 2) / total))
      pieces += "<rect class=\"b-\(part.style)\" x=\"\(position)\" width=\""
      pieces += "\(max(0, end - position - (end < 1000 ? 3 : 0)))\" height=\"16\"/>"
      position = end
      key += "<li class=\"s-\(part.style)\"><span class=\"dot\"></span>\(part.name)"
      key += " <b>\(part.count)</b> <span>\(share(part.count, of: total))</span></li>"
    }
    let words = parts.map { "\($0.name) \($0.count)" }.joined(separator: language.pick("，", ", "))
    return "<svg class=\"stack\" role=\"img\" aria-label=\"\(words)\" viewBox=\"0 0 1000 16\""
      + " preserveAspectRatio=\"none\">\(pieces)</svg><ul class=\"key\">\(key)</ul>"
  }

  private func share(_ count: Int, of total: Int) -> String {
    let percent = (count * 200 + total) / (total * 2)
    return percent == 0 ? "&lt;1%" : "\(percent)%"
  }

  private func ruleBars(_ run: RunSummary) -> String {
    let order = run.countsByRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let most = max(1, order.first?.value ?? 1)
    let rows = order.map { rule, count in
      let severity = gravest[rule] ?? catalogue[rule]?.severity ?? .info
      return "<li><a href=\"#findings\" data-pick=\"\(rule.text)\">"
        + "\(HTMLText.content(language.of(catalogue.title(rule))))</a> <code>\(rule.text)</code>"
        + "<b>\(count)</b><svg aria-hidden=\"true\" viewBox=\"0 0 1000 8\""
        + " preserveAspectRatio=\"none\"><rect class=\"b-\(severity.rawValue)\""
        + " width=\"\(max(8, count * 1000 / most))\" height=\"8\"/></svg></li>"
    }
    let visible = "<ol class=\"bars\">\(rows.prefix(8).joined())</ol>"
    guard rows.count > 8 else { return visible }
    let more = language.pick("其余 \(rows.count - 8) 条规则", "\(rows.count - 8) more rule(s)")
    return visible + "<details class=\"rest\"><summary>\(more)</summary>"
      + "<ol class=\"bars\">\(rows.dropFirst(8).joined())</ol></details>"
  }

  private func lexicons(_ run: RunSummary) -> String {
    guard !run.lexicons.isEmpty else { return "" }
    let title = language.pick(
      "词库 \(run.lexicons.count) 个", "\(run.lexicons.count) lexicon(s)")
    let items = run.lexicons.map {
      "<li><code>\(HTMLText.content($0.id))</code> \(HTMLText.content($0.version)) "
        + "\(HTMLText.content($0.title))</li>"
    }
    return
      "<details class=\"packs\"><summary>\(title)</summary><ul>\(items.joined())</ul></details>"
  }
}
