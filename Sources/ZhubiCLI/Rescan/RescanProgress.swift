#if Rescan
  import Synchronization
  import Zhubi
  import ZhubiReport
  import ZhubiRescan

  #if canImport(Glibc)
    import Glibc
  #endif

  /// The line that shows how far a bulk run is: only what is already in the ledger counts.
  final class RescanProgress: Sendable {
    private let isDrawn: Bool
    private let language: Language
    private let started = Console.now
    private let last = Mutex<Double>(0)

    private static let interval = 0.2

    init(_ mode: ProgressBar.Mode, language: Language) {
      self.language = language
      isDrawn =
        switch mode {
        case .always: true
        case .never: false
        case .auto: isatty(2) == 1 && FileSystem.environment("CI") == nil
        }
    }

    func show(_ progress: BulkScan.Progress) {
      guard isDrawn else { return }
      last.withLock { last in
        let now = Console.now
        guard now - last >= Self.interval else { return }
        last = now
        Self.put("\r\u{1B}[K" + text(progress, seconds: max(now - started, 0.001)))
      }
    }

    func end() { if isDrawn { Self.put("\r\u{1B}[K") } }

    private func text(_ progress: BulkScan.Progress, seconds: Double) -> String {
      let rate = Int(Double(progress.documents) / seconds)
      let megabytes = Int(Double(progress.bytes) / 1_000_000 / seconds)
      let left = left(progress, seconds: seconds)
      return language.pick(
        "已查 \(progress.documents) 篇（扫描 \(progress.scanned)），\(rate) 篇/秒，\(megabytes) MB/秒，"
          + "新发现 \(progress.new)\(left)",
        "\(progress.documents) documents (\(progress.scanned) scanned), \(rate)/s, "
          + "\(megabytes) MB/s, \(progress.new) new findings\(left)")
    }

    /// How much is done and how long the rest takes, when it goes on like this.
    private func left(_ progress: BulkScan.Progress, seconds: Double) -> String {
      guard let share = progress.share, share > 0 else { return "" }
      let rest = Int((seconds / share * (1 - share)).rounded(.up))
      let time =
        rest < 60
        ? "\(rest) s"
        : rest < 3_600 ? "\(rest / 60) min" : "\(rest / 3_600) h \(rest / 60 % 60) min"
      return language.pick(
        "，\(Int(share * 100))%，约余 \(time)", ", \(Int(share * 100))%, \(time) left")
    }

    private static func put(_ text: String) {
      var text = text
      text.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
    }
  }

  /// What a run came to, in a few lines.
  struct RescanSummary {
    let language: Language

    func text(_ outcome: RunOutcome) -> String {
      let o = outcome
      var lines = [
        language.pick(
          "第 \(o.run) 次扫描\(o.isResumed ? "（续前次）" : "")\(o.isStopped ? "，已中断" : "")："
            + "文档 \(o.documents)，本次扫描 \(o.scanned)，已删除 \(o.gone)，未读全 \(o.unread)",
          "run \(o.run)\(o.isResumed ? " (resumed)" : "")\(o.isStopped ? ", stopped" : ""): "
            + "\(o.documents) documents, \(o.scanned) scanned, \(o.gone) gone, "
            + "\(o.unread) not fully read"),
        language.pick(
          "新发现 \(o.new)，重现 \(o.reappeared)，已整改 \(o.fixed)，未整改共 \(o.open)，已接受 \(o.accepted)",
          "\(o.new) new, \(o.reappeared) reappeared, \(o.fixed) fixed, \(o.open) open in all, "
            + "\(o.accepted) accepted"),
      ]
      if !o.leftOut.isEmpty {
        let list = o.leftOut.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        lines.append(
          language.pick("不含文字，未读：", "without text, left out: ")
            + list.joined(separator: "，"))
      }
      if o.ignored > 0 {
        lines.append(
          language.pick("按忽略规定略过 \(o.ignored) 项", "\(o.ignored) left out as ignored"))
      }
      if o.ignoredElements > 0 {
        lines.append(
          language.pick(
            "本次扫描的网页中，按配置略过元素 \(o.ignoredElements) 处",
            "\(o.ignoredElements) element(s) of the pages scanned left out by the configuration"))
      }
      if o.inwardLinks > 0 {
        lines.append(
          language.pick(
            "指向本镜像内文件夹的链接 \(o.inwardLinks) 处，内容在原处读取，不再重复",
            "\(o.inwardLinks) link(s) to folders of the mirror, read where they lie and not again"))
      }
      if o.revisits > 0 {
        lines.append(
          language.pick(
            "归档中内容相同的重复抓取 \(o.revisits) 次", "\(o.revisits) captures of the same content"))
      }
      for trouble in o.troubles { lines.append("  ! \(trouble.key): \(trouble.reason)") }
      if o.unread > o.troubles.count {
        let more = o.unread - o.troubles.count
        lines.append(language.pick("  ! 另有 \(more) 项未读全", "  ! \(more) more not fully read"))
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }
#endif
