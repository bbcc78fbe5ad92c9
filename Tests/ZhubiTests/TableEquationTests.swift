import Testing
import Zhubi
import ZhubiPolicy
import ZhubiText

/// Tables that must add up, in every form a publisher hands them in; all figures invented.
@Suite struct TableEquationTests {
  private static let scanner = TextScanner(lexicon: try! LexiconStore(folder: nil).lexicon())
  private static let options = TextScanner.Options(
    today: CalendarDate(year: 2026, month: 11, day: 1)!)

  private func mismatches(_ text: String, _ format: DocumentFormat) -> [ReportedFinding] {
    let document = DocumentReader().read(text: text, id: "t", format: format)
    return Self.scanner.scan(document, options: Self.options).findings.filter {
      $0.rule == "format.sum-mismatch"
    }
  }

  // MARK: The annual report

  private static let requests: [(labels: [String], figures: [Int])] = [
    (["一、本年新收政府信息公开申请数量"], [31, 4, 1, 0, 2, 1, 39]),
    (["二、上年结转政府信息公开申请数量"], [2, 1, 0, 0, 0, 0, 3]),
    (["三、本年度办理结果", "（一）予以公开"], [15, 2, 0, 0, 1, 0, 18]),
    (["（二）部分公开"], [4, 1, 0, 0, 0, 1, 6]),
    (["（三）不予公开", "1.属于国家秘密"], [1, 0, 0, 0, 0, 0, 1]),
    (["（四）无法提供", "1.本机关不掌握相关政府信息"], [8, 1, 1, 0, 1, 0, 11]),
    (["（五）不予处理", "2.重复申请"], [2, 0, 0, 0, 0, 0, 2]),
    (["（六）其他处理", "3.其他"], [1, 1, 0, 0, 0, 0, 2]),
    (["（七）总计"], [31, 5, 1, 0, 2, 1, 40]),
    (["四、结转下年度继续办理"], [2, 0, 0, 0, 0, 0, 2]),
  ]
  private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let reviews = [3, 1, 0, 2, 6, 1, 1, 0, 0, 2, 4, 0, 1, 0, 5]
  private static let reviewHeads = Array(
    repeating: ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], count: 3
  ).joined()

  /// The report with its figures as they are, or with one of them raised by one.
  private func report(_ format: DocumentFormat, raising place: Int? = nil) -> String {
    var place = place ?? -1
    func written(_ figure: Int) -> String {
      defer { place -= 1 }
      return String(place == 0 ? figure + 1 : figure)
    }
    func line(_ cells: [String]) -> String {
      switch format {
      case .html: "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
      case .markdown: "| " + cells.joined(separator: " | ") + " |"
      default: cells.joined(separator: " | ")
      }
    }
    func table(_ lines: [[String]]) -> String {
      switch format {
      case .html: return "<table>\(lines.map(line).joined())</table>"
      case .markdown:
        let width = lines.map(\.count).max() ?? 1
        let all = lines.map {
          Array(repeating: "", count: width - $0.count) + $0
        }.map(line)
        let rule = line(Array(repeating: "---", count: width))
        return "\n" + ([all[0], rule] + all.dropFirst()).joined(separator: "\n") + "\n"
      default: return lines.map(line).joined(separator: "\n")
      }
    }
    func paragraph(_ text: String) -> String { format == .html ? "<p>\(text)</p>" : text + "\n" }
    var rows = [["项目"] + Self.heads]
    for row in Self.requests { rows.append(row.labels + row.figures.map(written)) }
    var appeals = [["行政复议", "行政诉讼"], Array(Self.reviewHeads)]
    appeals.append(Self.reviews.map(written))
    return paragraph("三、收到和处理政府信息公开申请情况") + table(rows) + "\n"
      + paragraph("四、政府信息公开行政复议、行政诉讼情况") + table(appeals)
  }

  @Test(arguments: [DocumentFormat.text, .html, .markdown])
  func aReportThatAddsUpPasses(format: DocumentFormat) {
    #expect(mismatches(report(format), format).isEmpty)
  }

  @Test(arguments: [DocumentFormat.text, .html, .markdown])
  func everyChangedFigureNamesItsEquation(format: DocumentFormat) {
    let count = Self.requests.count * 7 + Self.reviews.count
    for place in 0..<count {
      let found = mismatches(report(format, raising: place), format)
      #expect(!found.isEmpty, "\(format), figure \(place)")
      #expect(found.allSatisfy { $0.severity >= .warning && $0.message.chinese.contains("≠") })
      let isReview = place >= Self.requests.count * 7
      #expect(found.contains { $0.message.chinese.contains(isReview ? "表四" : "表三") })
    }
  }

  // MARK: Totals of other tables

  private static let villages = [
    ["乡镇", "户数", "人数", "人均（元）"], ["甲镇", "120", "1,050", "12.5"],
    ["乙镇", "80", "640", "13.1"], ["丙镇", "50", "310", "11.9"],
    ["合计", "250", "2,000", "12.6"],
  ]

  private func written(_ rows: [[String]], _ format: DocumentFormat) -> String {
    switch format {
    case .html:
      "<table>"
        + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    case .markdown:
      (["| " + rows[0].joined(separator: " | ") + " |"]
        + ["|" + String(repeating: "---|", count: rows[0].count)]
        + rows.dropFirst().map { "| " + $0.joined(separator: " | ") + " |" })
        .joined(separator: "\n")
    case .csv:
      rows.map { $0.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") }
        .joined(separator: "\n")
    default: rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    }
  }

  @Test(arguments: [DocumentFormat.text, .html, .markdown, .csv, .tsv])
  func columnsAreAddedUp(format: DocumentFormat) throws {
    #expect(mismatches(written(Self.villages, format), format).isEmpty)
    var rows = Self.villages
    rows[4][1] = "260"
    let found = mismatches(written(rows, format), format)
    #expect(found.count == 1)
    #expect(found.first?.message.chinese.contains("120 + 80 + 50 = 250 ≠ 260") == true)
    #expect(found.first?.excerpt == "260")
  }

  @Test func rowsAreAddedUpWhereOthersBearItOut() {
    var rows = [["科室", "男", "女", "合计"], ["一科", "3", "2", "5"], ["二科", "4", "1", "5"]]
    rows.append(["三科", "2", "2", "5"])
    let found = mismatches(written(rows, .html), .html)
    #expect(found.map(\.excerpt) == ["5"])
    #expect(found.first?.message.chinese.contains("2 + 2 = 4 ≠ 5") == true)
  }

  @Test func percentagesMayBeRounded() {
    let rows = [["类别", "占比"], ["甲", "33.3%"], ["乙", "33.3%"], ["丙", "33.3%"], ["合计", "100%"]]
    #expect(mismatches(written(rows, .html), .html).isEmpty)
    let wrong = [["类别", "占比"], ["甲", "30%"], ["乙", "33%"], ["丙", "33%"], ["合计", "100%"]]
    #expect(mismatches(written(wrong, .html), .html).count == 1)
  }

  /// Rows of two levels, rates, prices, gaps, counters and years.
  private static let quiet: [[[String]]] = [
    [
      ["项目", "金额"], ["一、基本支出", "100"], ["人员经费", "80"], ["公用经费", "20"],
      ["二、项目支出", "50"], ["合计", "150"],
    ],
    [["指标", "数值"], ["总人口", "50"], ["其中：男", "26"], ["女", "20"], ["合计", "60"]],
    [["品名", "单价"], ["桌", "100"], ["椅", "50"], ["合计", "400"]],
    [["单位", "得分率"], ["甲", "90"], ["乙", "85"], ["合计", "87"]],
    [["月份", "收入"], ["1月", "10"], ["2月", ""], ["3月", "12"], ["合计", "40"]],
    [["名称", "建成年"], ["甲", "1998"], ["乙", "2003"], ["合计", "2"]],
    [["科目", "金额"], ["甲", "10"], ["乙", "20"], ["小计", "30"], ["丙", "5"], ["合计", "35"]],
    [["科目", "金额"], ["甲", "10.25"], ["乙", "20.25"], ["合计", "30.5"]],
  ]

  /// Nothing is claimed about what is not added up.
  @Test(arguments: quiet)
  func whatIsNotAdditiveStaysQuiet(rows: [[String]]) {
    for format in [DocumentFormat.html, .text] {
      #expect(mismatches(written(rows, format), format).isEmpty)
    }
  }

  // MARK: Titles

  @Test func theTitleFieldIsHeldToTheHeading() {
    func found(_ title: String, _ heading: String) -> [Severity] {
      let page =
        "<html><head>\(title)</head><body><h1>\(heading)</h1><p>各镇：</p></body></html>"
      let document = DocumentReader().read(text: page, id: "t", format: .html)
      return Self.scanner.scan(document, options: Self.options).findings.filter {
        $0.rule == "format.title-inconsistent"
      }.map(\.severity)
    }
    let right = "某县2024年政务公开工作要点"
    let meta = "<meta name=\"ArticleTitle\" content=\"\(right)\">"
    #expect(found(meta, right).isEmpty)
    #expect(found(meta, "某县2023年政务公开工作要点") == [.warning])
    #expect(found(meta, "某县2024年政务公工作要点") == [.warning])
    #expect(found(meta, "某县人民政府办公室关于印发某县2024年政务公开工作要点的通知").isEmpty)
    #expect(found("<title>\(right)_某县人民政府</title>", right).isEmpty)
    #expect(found("<title>\(right)_某县人民政府</title>", "某县2024年政务公开重点工作").isEmpty)
    #expect(found("<title>\(right)-某县人民政府</title>", "某县2024年政务公示工作要点") == [.info])
  }

  // MARK: Fixes

  /// A habit is told once and mended everywhere, quotations and names excepted.
  @Test func aHabitIsMendedAtEveryPlace() {
    let text = "第一,要学。第二,要做。\n他说：“第三,要改。”\n第四,要管。第五;要查。\n甲方签定合同。\n“签定合同”写错了。\n"
    let document = Document(id: "t", text: text)
    let report = Self.scanner.scan(document, options: Self.options)
    let halves = report.findings.filter { $0.rule == "format.punct-half" }
    #expect(halves.count == 1)
    let fixed = String(
      decoding: FixSet(report.findings).applied(to: Array(text.utf8)), as: UTF8.self)
    #expect(
      fixed
        == "第一，要学。第二，要做。\n他说：“第三,要改。”\n第四，要管。第五；要查。\n甲方签订合同。\n“签定合同”写错了。\n")
  }
}
