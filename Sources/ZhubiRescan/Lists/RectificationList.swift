#if Rescan
  import Foundation
  import ZhubiDetection
  import ZhubiPolicy
  public import ZhubiReport

  /// 整改清单: one row for each finding, handed to the people who run a column.
  public struct RectificationList: Sendable {
    public var language: Language
    /// The deadline written into every row; empty leaves the cell to be filled in.
    public var deadline: String
    /// The address of the site, put before paths of a mirror; empty leaves paths.
    public var base: String

    public init(language: Language = .chinese, deadline: String = "", base: String = "") {
      self.language = language
      self.deadline = deadline
      self.base = base.isEmpty || base.hasSuffix("/") ? base : base + "/"
    }

    /// Which of the cells may be an address.
    public static let linkCell = 2

    /// The address of a page, as far as it is known.
    public func link(_ page: String) -> String {
      page.hasPrefix("http://") || page.hasPrefix("https://") ? page : base + page
    }

    public var header: [String] {
      language == .chinese
        ? [
          "责任单位", "栏目", "网页", "位置", "级别", "规则", "问题", "原文", "建议", "依据", "状态", "整改期限", "指纹",
        ]
        : [
          "department", "column", "page", "place", "severity", "rule", "problem", "excerpt",
          "suggestion",
          "basis", "state", "deadline", "fingerprint",
        ]
    }

    public func cells(_ finding: SiteFinding) -> [String] {
      var place = language.pick("第 \(finding.line) 行", "line \(finding.line)")
      if !finding.part.isEmpty { place += "，" + language.place(finding.part) }
      if finding.times > 1 {
        place += language.pick("（共 \(finding.times) 处）", " (\(finding.times) times)")
      }
      let severity = Severity(rawValue: finding.severity) ?? .info
      return [
        finding.department, finding.column, link(finding.page), place, language.name(severity),
        finding.rule,
        language.pick(finding.message, finding.messageEnglish), finding.excerpt,
        language.suggestion(finding.suggestion ?? ""), finding.basis ?? "",
        name(finding.state) + (finding.reason.map { "：\($0)" } ?? ""),
        finding.state == .fixed || finding.state == .accepted ? "" : deadline,
        finding.fingerprint,
      ]
    }

    public func name(_ state: SiteFinding.State) -> String {
      switch state {
      case .new: language.pick("新发现", "new")
      case .open: language.pick("未整改", "open")
      case .reappeared: language.pick("重现", "reappeared")
      case .fixed: language.pick("已整改", "fixed")
      case .accepted: language.pick("已接受", "accepted")
      }
    }

    /// A table for spreadsheets: UTF-8 with a byte order mark, cells that would be formulas defused.
    public func csvHeader() -> String { "\u{FEFF}" + CSVReporter.row(header) }
    public func csv(_ finding: SiteFinding) -> String { CSVReporter.row(cells(finding)) }

    /// One JSON object on a line.
    public func json(_ finding: SiteFinding) -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return ((try? encoder.encode(finding)).map { String(decoding: $0, as: UTF8.self) } ?? "{}")
        + "\n"
    }

    /// A line for a terminal.
    public func text(_ finding: SiteFinding) -> String {
      let cells = cells(finding)
      let advice = cells[8].isEmpty ? "" : " → \(cells[8])"
      return "\(cells[2]):\(finding.line):\(finding.place) [\(cells[10])] \(cells[4]) \(cells[6])"
        + "\(advice) (\(cells[5]), \(finding.fingerprint))\n"
    }
  }
#endif
