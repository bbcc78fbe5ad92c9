#if Rescan
  import ArgumentParser
  import Zhubi
  import ZhubiPolicy
  import ZhubiReport
  import ZhubiRescan
  import ZhubiText

  /// `zhubi rescan report`.
  struct RescanReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report", abstract: "整改清单与汇总 · the rectification list, and the state of the site"
    )

    enum Form: String, CaseIterable, ExpressibleByArgument {
      case text, jsonl, csv, html, xlsx, json
    }

    @OptionGroup var ledger: LedgerOption

    @Option(
      name: .long,
      help: "清单 text jsonl csv xlsx，汇总 html json · list: text jsonl csv xlsx; summary: html json")
    var to: Form = .text

    @Option(name: .shortAndLong, help: "写入文件 · write into a file")
    var output: String?

    @Option(name: .long, help: "整改期限，填入每行 · the deadline of every row")
    var due: String = ""

    @Option(name: .long, help: "网站地址，加在镜像路径之前 · the address of the site, before paths of a mirror")
    var base: String = ""

    @Flag(name: .long, help: "连同已整改、已接受的 · fixed and accepted findings too")
    var all = false

    @OptionGroup var language: LanguageOption

    func validate() throws {
      if to == .xlsx, output == nil { throw ValidationError("--to xlsx: --output FILE") }
      if !due.isEmpty, CalendarDate(due) == nil {
        throw ValidationError("--due: 不是日期 not a date: \(due)")
      }
    }

    func run() throws {
      let words = language.value
      let ledger = try ledger.open()
      let sink = try ListSink(output)
      do {
        switch to {
        case .html:
          let page = SitePage(language: words)
          sink.write(page.text(try ledger.summary(), today: CalendarDate.current().description))
        case .json: sink.write(try ledger.summary().json() + "\n")
        case .xlsx: try workbook(ledger, words, sink)
        case .text, .csv, .jsonl: try list(ledger, words, sink)
        }
      } catch let error as LedgerError {
        throw error.outcome
      }
      try sink.end()
    }

    private var states: Set<SiteFinding.State> {
      all ? Set(SiteFinding.State.allCases) : [.new, .open, .reappeared]
    }

    private func list(_ ledger: Ledger, _ words: Language, _ sink: ListSink) throws {
      let list = RectificationList(language: words, deadline: due, base: base)
      if to == .csv { sink.write(list.csvHeader()) }
      try ledger.findings(in: states) { finding in
        switch to {
        case .csv: sink.write(list.csv(finding))
        case .jsonl: sink.write(list.json(finding))
        default: sink.write(list.text(finding))
        }
      }
    }

    private func workbook(_ ledger: Ledger, _ words: Language, _ sink: ListSink) throws {
      let list = RectificationList(language: words, deadline: due, base: base)
      var workbook = Workbook()
      _ = workbook.add(list.header)
      var left = 0
      try ledger.findings(in: states) {
        if !workbook.add(list.cells($0), link: RectificationList.linkCell) { left += 1 }
      }
      sink.write(workbook.file())
      if left > 0 {
        throw Outcome(
          status: .incomplete,
          complaint: words.pick(
            "工作表已满，另有 \(left) 条未写入", "the sheet is full; \(left) findings were left out"))
      }
    }
  }

  /// `zhubi rescan diff`.
  struct RescanDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: "两次扫描之间增减了什么 · what two runs differ in")

    @Argument(help: "先前的扫描号 · the earlier run") var earlier: Int64
    @Argument(help: "后来的扫描号 · the later run") var later: Int64
    @OptionGroup var ledger: LedgerOption
    @OptionGroup var language: LanguageOption

    func run() throws {
      let list = RectificationList(language: language.value)
      do {
        let difference = try ledger.open().difference(from: earlier, to: later)
        for finding in difference.removed { Console.write("- " + list.text(finding)) }
        for finding in difference.added { Console.write("+ " + list.text(finding)) }
        Console.write(
          language.value.pick(
            "增 \(difference.added.count)，减 \(difference.removed.count)\n",
            "\(difference.added.count) added, \(difference.removed.count) removed\n"))
      } catch let error as LedgerError {
        throw error.outcome
      }
    }
  }

  /// `zhubi rescan sample`.
  struct RescanSampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sample",
      abstract: "抽查未发现问题的文档 · draw documents without findings for a check by hand",
      discussion: """
        先抽取，人工查看后以 --missed 填入漏检篇数，得出剩余错误率的 95% 置信区间。 · \
        Draw first; then give what was missed with --missed for the interval of the remaining rate.
        """)

    @Argument(help: "篇数 · how many") var count: Int
    @Option(name: .long, help: "人工查出漏检的篇数 · documents in which something was missed")
    var missed: Int?
    @Option(name: .long, help: "随机种子 · the seed of the draw") var seed: UInt64 = 1
    @OptionGroup var ledger: LedgerOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
      if count < 1 { throw ValidationError("N: 1…") }
      if let missed, SpotCheck(errors: missed, in: count) == nil {
        throw ValidationError("--missed: 0…\(count)")
      }
    }

    func run() throws {
      let words = language.value
      do {
        if let missed, let check = SpotCheck(errors: missed, in: count) {
          let interval = check.interval()
          Console.write(
            words.pick(
              "抽查 \(count) 篇，漏检 \(missed) 篇：剩余错误率 \(percent(Double(missed) / Double(count)))，"
                + "95% 置信区间 \(percent(interval.lowerBound))–\(percent(interval.upperBound))（Wilson）\n",
              "\(missed) of \(count): \(percent(Double(missed) / Double(count))), 95% interval "
                + "\(percent(interval.lowerBound))–\(percent(interval.upperBound)) (Wilson)\n"))
          return
        }
        let drawn = try ledger.open().sample(count, seed: seed)
        for page in drawn.pages { Console.write(page + "\n") }
        let best = SpotCheck(errors: 0, in: drawn.pages.count)?.interval().upperBound
        let bound =
          best.map {
            words.pick(
              "；若无一漏检，剩余错误率 95% 上限为 \(percent($0))",
              "; if nothing was missed, at most \(percent($0)) remain (95%)")
          } ?? ""
        Console.complain(
          words.pick(
            "自 \(drawn.of) 篇中抽取 \(drawn.pages.count) 篇，种子 \(seed)\(bound)",
            "\(drawn.pages.count) of \(drawn.of) documents, seed \(seed)\(bound)"))
      } catch let error as LedgerError {
        throw error.outcome
      }
    }

    private func percent(_ share: Double) -> String {
      let hundredths = Int((share * 10_000).rounded())
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
  }

  /// `zhubi rescan accept`.
  struct RescanAcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "接受一条发现，写明理由 · accept a finding, with the reason")

    @Argument(help: "清单中的指纹 · the fingerprint of the list") var fingerprint: String
    @Option(name: .long, help: "理由 · why") var reason: String
    @OptionGroup var ledger: LedgerOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
      if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason: 不能为空 is empty") }
    }

    func run() throws {
      let words = language.value
      do {
        guard let count = try ledger.open().accept(fingerprint, reason: reason) else {
          throw Outcome(
            status: .usage,
            complaint: words.pick("没有这个指纹：\(fingerprint)", "no such fingerprint: \(fingerprint)"))
        }
        Console.write(words.pick("已接受 \(count) 条\n", "\(count) accepted\n"))
      } catch let error as LedgerError {
        throw error.outcome
      }
    }
  }
#endif
