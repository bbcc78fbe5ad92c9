#if Rescan
  import ZhubiDetection
  import ZhubiPolicy
  public import ZhubiReport

  /// The state of a site on one self-contained page: trend, rules, columns, worst pages.
  public struct SitePage: Sendable {
    public var language: Language

    public init(language: Language = .chinese) { self.language = language }

    /// Runs shown in the trend.
    private static let shownRuns = 24
    private static let shownPages = 15

    public func text(_ site: SiteSummary, today: String) -> String {
      let title = language.pick("存量清理报告", "State of the site")
      return """
        <!DOCTYPE html>
        <html lang="\(language.pick("zh-CN", "en"))">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
        'sha256-\(HTMLStyle.digest)'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <title>\(title)</title>
        <style>\(HTMLStyle.text)</style>
        </head>
        <body>
        <header>
        <div class="brand"><span class="seal" aria-hidden="true">朱</span>
        <h1>\(title)</h1>
        <p class="meta">\(HTMLText.content(facts(site, today)))</p></div>
        \(banner(site))
        \(tiles(site))
        \(unread(site))
        </header>
        <main>
        \(trend(site))
        <section class="charts">
        <div><h2>\(language.pick("按栏目", "By column"))</h2>\(bars(site.columns, isCode: false))</div>
        <div><h2>\(language.pick("按规则", "By rule"))</h2>\(bars(site.rules, isCode: true))</div>
        </section>
        <section class="charts">
        <div><h2>\(language.pick("按级别", "By severity"))</h2>\(bars(severities(site), isCode: false))
        <div class="rest"><h2>\(language.pick("按单位", "By department"))</h2>\(departments(site))</div></div>
        <div><h2>\(language.pick("问题最多的网页", "Worst pages"))</h2>\(worst(site))</div>
        </section>
        </main>
        </body>
        </html>

        """
    }

    private func facts(_ site: SiteSummary, _ today: String) -> String {
      guard let run = site.runs.last else { return today }
      return "\(today) · \(language.pick("第 \(run.id) 次扫描", "run \(run.id)")) \(run.started) · "
        + "\(run.source) · \(run.options) · \(run.lexicons)"
    }

    private func banner(_ site: SiteSummary) -> String {
      let open = ["new", "open", "reappeared"].reduce(0) { $0 + (site.states[$1] ?? 0) }
      let isDone = site.runs.last?.status == "complete" && site.runs.last?.unread == 0
      let style = !isDone ? "incomplete" : open > 0 ? "review" : "pass"
      let words =
        !isDone
        ? language.pick(
          "有内容未读全或扫描未完成，不能据此认定没有问题。",
          "Not everything was read: the absence of findings proves nothing.")
        : language.pick("全部文档已读。", "Every document was read.")
      return "<section class=\"banner v-\(style)\"><p class=\"word\">"
        + language.pick("未整改 \(open)", "\(open) open") + "</p><p>\(words)</p></section>"
    }

    private func tiles(_ site: SiteSummary) -> String {
      func tile(_ name: String, _ count: Int, _ style: String = "") -> String {
        "<div class=\"tile \(style)\"><dt>\(name)</dt><dd>\(count)</dd></div>"
      }
      let states = RectificationList(language: language)
      let unread = site.runs.last?.unread ?? 0
      return "<dl class=\"tiles\">" + tile(language.pick("文档", "Documents"), site.documents)
        + tile(
          language.pick("未读全", "Not fully read"), unread, unread > 0 ? "s-block" : "")
        + SiteFinding.State.allCases.map {
          tile(states.name($0), site.states[$0.rawValue] ?? 0, $0 == .new ? "s-error" : "")
        }.joined() + "</dl>"
    }

    private func unread(_ site: SiteSummary) -> String {
      guard !site.unread.isEmpty else { return "" }
      let items = site.unread.map { "<li>\(HTMLText.isolated($0))</li>" }.joined()
      return "<section class=\"unread\"><h2>\(language.pick("未能读全", "Not fully read"))</h2>"
        + "<ul>\(items)</ul></section>"
    }

    /// Open findings after every run, as columns.
    private func trend(_ site: SiteSummary) -> String {
      let runs = site.runs.filter { $0.status == "complete" }.suffix(Self.shownRuns)
      guard runs.count > 1 else { return "" }
      let top = max(1, runs.map(\.open).max() ?? 1)
      var bars = ""
      var items = ""
      for (index, run) in runs.enumerated() {
        let height = Double(run.open) / Double(top) * 100
        let fresh = Double(min(run.open, run.new + run.reappeared)) / Double(top) * 100
        bars +=
          "<rect class=\"b-warning\" x=\"\(index * 20 + 3)\" y=\"\(100 - height)\" width=\"14\" "
          + "height=\"\(height)\"/>"
        bars +=
          "<rect class=\"b-error\" x=\"\(index * 20 + 3)\" y=\"\(100 - fresh)\" width=\"14\" "
          + "height=\"\(fresh)\"/>"
        for (y, text) in [(97 - height, "\(run.open)"), (109, "\(run.id)")] {
          bars +=
            "<text x=\"\(index * 20 + 10)\" y=\"\(y)\" font-size=\"7\" fill=\"currentColor\" "
            + "text-anchor=\"middle\">\(text)</text>"
        }
        items +=
          "<li class=\"s-warning\"><span class=\"dot\"></span><span>"
          + language.pick("第 \(run.id) 次", "run \(run.id)")
          + " \(run.started.prefix(10))</span><span>"
          + language.pick(
            "未整改 \(run.open)，新 \(run.new + run.reappeared)，改 \(run.fixed)",
            "\(run.open) open, \(run.new + run.reappeared) new, \(run.fixed) fixed")
          + "</span><span></span></li>"
      }
      let legend = [
        ("error", language.pick("其中新发现、重现", "of them new")),
        ("warning", language.pick("未整改", "open")),
      ]
      .map {
        "<li class=\"s-\($0.0)\"><span class=\"dot\"></span><span>\($0.1)</span><span></span><span></span></li>"
      }
      .joined()
      let label = language.pick("历次扫描后的未整改数", "Open findings after each run")
      return
        "<section class=\"charts\"><div><h2>\(label)</h2><svg viewBox=\"0 -10 \(max(runs.count, 6) * 20) 122\" "
        + "role=\"img\" aria-label=\"\(label)\" height=\"200\" preserveAspectRatio=\"xMinYMax meet\">"
        + "\(bars)</svg><ul class=\"key\">\(legend)</ul></div><div><h2>\(language.pick("历次扫描", "Runs"))</h2>"
        + "<ul class=\"key\">\(items)</ul></div></section>"
    }

    private func departments(_ site: SiteSummary) -> String {
      bars(site.departments, isCode: false, none: ("（未注明单位）", "(not named)"))
    }

    private func worst(_ site: SiteSummary) -> String {
      bars(Array(site.pages.prefix(Self.shownPages)), isCode: false)
    }

    private func severities(_ site: SiteSummary) -> [SiteSummary.Count] {
      site.severities.map { count in
        var count = count
        count.name = Severity(rawValue: count.severity).map(language.name) ?? count.name
        return count
      }
    }

    private func bars(
      _ counts: [SiteSummary.Count], isCode: Bool,
      none: (String, String) = ("（无栏目）", "(no column)")
    ) -> String {
      guard let most = counts.map(\.count).max(), most > 0 else {
        return "<p class=\"none\">\(language.pick("没有。", "None."))</p>"
      }
      let items = counts.map { one in
        let name = one.name.isEmpty ? language.pick(none.0, none.1) : one.name
        let shown = isCode ? "<code>\(HTMLText.content(name))</code>" : HTMLText.isolated(name)
        let width = Double(one.count) / Double(most) * 100
        return "<li>\(shown)<span></span><span>\(one.count)</span><svg viewBox=\"0 0 100 1\" "
          + "preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"b-\(one.severity)\" "
          + "width=\"\(width)\" height=\"1\"/></svg></li>"
      }
      return "<ul class=\"bars\">\(items.joined())</ul>"
    }
  }

  extension HTMLText {
    fileprivate static func isolated(_ text: String) -> String { "<bdi>\(content(text))</bdi>" }
  }
#endif
