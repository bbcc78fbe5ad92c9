#if Rescan
  import Foundation
  import GRDB
  import Zhubi
  import ZhubiDetection
  import ZhubiPolicy
  import ZhubiText

  /// What single pages cannot show: checks over the traces of all pages of a source, at the end of a
  /// run. Done again only when a page, the lexicon or the day's law changed.
  struct SiteChecks: Sendable {
    let register: RepealRegister
    let today: CalendarDate
    /// Changes with everything that decides over findings besides the lexicon.
    let settings: String
    /// How the document with a key is judged.
    let options: @Sendable (String) -> TextScanner.Options
    /// Remarks of one run that are kept.
    static let most = 20_000

    /// Looks, and writes what became of every remark.
    func run(_ db: Database, _ run: Run, folder: String?) throws {
      let state = try state(db, run)
      let before = try String.fetchOne(
        db, sql: "SELECT checked FROM sources WHERE id = ?", arguments: [run.source])
      if before == state { return }
      let pages = try SitePages(db, source: run.source)
      var remarks = try remarks(pages, db, run, folder).compactMap {
        judged($0, on: pages.pages[$0.page])
      }
      if remarks.count > Self.most {
        try db.execute(
          sql: "INSERT OR IGNORE INTO troubles (run, key, message) VALUES (?, ?, ?)",
          arguments: [
            run.id, "/",
            "跨页检查超过 \(Self.most) 条，其余未列出 more than \(Self.most) remarks on the site, the rest is not listed",
          ])
        remarks.removeSubrange(Self.most...)
      }
      try RemarkWriter(run: run).write(db, remarks, of: pages.pages)
      try db.execute(
        sql: "UPDATE sources SET checked = ? WHERE id = ?", arguments: [state, run.source])
    }

    /// Names everything the checks depend on.
    private func state(_ db: Database, _ run: Run) throws -> String {
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT MAX(run) AS scanned, COUNT(*) AS there FROM documents
          WHERE source = ? AND gone_run IS NULL
          """, arguments: [run.source])
      let (scanned, there): (Int64?, Int?) = (row?["scanned"], row?["there"])
      return "\(ZhubiVersion.current) \(register.key) \(settings) \(scanned ?? 0) \(there ?? 0)"
    }

    /// The remark as the configuration has it: with the severity it sets; nil when the rule is off,
    /// or set aside on the page.
    private func judged(_ remark: SitePages.Remark, on page: SitePages.Page) -> SitePages.Remark? {
      guard let rule = RuleID(remark.rule) else { return remark }
      let options = options(page.key)
      let isSuppressed = options.suppressions.contains { one in
        one.until.map { $0 >= options.today } ?? true
          && one.selectors.contains { $0.matches(rule) }
      }
      if isSuppressed { return nil }
      var remark = remark
      switch options.rules.setting(of: rule) {
      case .off: return nil
      case .severity(let severity): remark.severity = severity.rawValue
      case nil: break
      }
      return remark
    }

    private func remarks(
      _ site: SitePages, _ db: Database, _ run: Run, _ folder: String?
    ) throws -> [SitePages.Remark] {
      func shown(_ page: Int) -> String { site.pages[page].shown }
      var all: [SitePages.Remark] = []
      for leak in site.masks.leaks(asOf: today) {
        let (rule, name) =
          switch leak.kind {
          case .identity: ("personal.cn-id-masked", "身份证号")
          case .mobile: ("personal.mobile-masked", "手机号")
          case .card: ("personal.bank-card-masked", "银行卡号")
          }
        all.append(
          SitePages.Remark(
            page: leak.page, rule: rule, severity: "error", confidence: "likely", line: leak.line,
            excerpt: leak.pattern,
            chinese: "同一人的\(name)在另一页遮盖的位数不同，合起来只剩 \(leak.candidates) 种可能：\(shown(leak.other))",
            english:
              "the same person's number is masked otherwise on another page; together \(leak.candidates) candidates are left: \(shown(leak.other))",
            suggestion: nil, detail: leak.pattern + shown(leak.other)))
      }
      for link in try site.links.dead(db, source: run.source, folder: folder) {
        let isWithdrawn = link.reason == .withdrawn
        all.append(
          SitePages.Remark(
            page: link.page, rule: "outdated.link", severity: "warning",
            confidence: isWithdrawn ? "certain" : "likely", line: link.line, excerpt: link.target,
            chinese: isWithdrawn
              ? "链接指向已撤下的页面（共 \(link.pages) 页链接）" : "链接指向的文件不存在（共 \(link.pages) 页链接）",
            english: isWithdrawn
              ? "a link to a page that was taken down (from \(link.pages) pages)"
              : "a link to a file that is not there (from \(link.pages) pages)",
            times: link.pages, detail: link.target))
      }
      for stale in site.interpretations.stale(register) {
        all.append(
          SitePages.Remark(
            page: stale.page, rule: "outdated.document", severity: "warning",
            confidence: "likely", line: 1, excerpt: "《\(stale.subject)》",
            chinese: "所解读的文件已废止或被取代，解读仍在线",
            english:
              "the document this page explains is no longer in force, the page is still online",
            suggestion: stale.successor, basis: stale.source, detail: stale.subject))
      }
      for slip in site.names.slips(confusions: register.confusions) {
        all.append(
          SitePages.Remark(
            page: slip.page, rule: "typo.name-variant", severity: "warning", confidence: "likely",
            line: slip.line, excerpt: slip.name,
            chinese: "全站 \(slip.pages) 页写作“\(slip.right)”",
            english: "\(slip.pages) pages of the site write “\(slip.right)”",
            suggestion: slip.right, detail: slip.name + slip.right))
      }
      for pair in site.duplicates.pairs() {
        let share = Int(pair.share * 100)
        all.append(
          SitePages.Remark(
            page: pair.page, rule: SiteRules.duplicatePage.id.text, severity: "info",
            confidence: pair.share == 1 ? "certain" : "likely", line: 1, excerpt: "",
            chinese: pair.share == 1
              ? "正文与另一页相同：\(shown(pair.first))" : "正文与另一页约 \(share)% 相同：\(shown(pair.first))",
            english: pair.share == 1
              ? "the same text as another page: \(shown(pair.first))"
              : "about \(share)% the same text as another page: \(shown(pair.first))",
            detail: shown(pair.first)))
      }
      return all
    }
  }
#endif
