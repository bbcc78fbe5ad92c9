import Testing
import ZhubiDetection
import ZhubiText

/// The tables of an annual report in the layout the State Council prescribes; all figures invented.
@Suite struct AnnualReportTests {
  static let rows: [(label: String, figures: [Int])] = [
    ("一、本年新收政府信息公开申请数量", [20, 2, 0, 1, 0, 0, 23]),
    ("二、上年结转政府信息公开申请数量", [3, 0, 0, 0, 0, 0, 3]),
    ("三、本年度办理结果 | （一）予以公开", [9, 1, 0, 1, 0, 0, 11]),
    ("（二）部分公开", [2, 0, 0, 0, 0, 0, 2]),
    ("（三）不予公开 | 1.属于国家秘密", [0, 0, 0, 0, 0, 0, 0]),
    ("5.属于三类内部事务信息", [1, 0, 0, 0, 0, 0, 1]),
    ("（四）无法提供 | 1.本机关不掌握相关政府信息", [7, 1, 0, 0, 0, 0, 8]),
    ("（五）不予处理 | 2.重复申请", [1, 0, 0, 0, 0, 0, 1]),
    ("（六）其他处理 | 3.其他", [1, 0, 0, 0, 0, 0, 1]),
    ("（七）总计", [21, 2, 0, 1, 0, 0, 24]),
    ("四、结转下年度继续办理", [2, 0, 0, 0, 0, 0, 2]),
  ]

  static let reviews = [1, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1]

  /// The form in which crawlers hand the tables on.
  static func crawled(_ rows: [(label: String, figures: [Int])] = rows) -> String {
    let body = rows.map { row in
      "\(row.label) | \(row.figures.map(String.init).joined(separator: " | ")) | |"
    }
    return """
      2024年，新收政府信息公开申请23件，上年结转3件，办结24件，结转下年度2件。
      三、收到和处理政府信息公开申请情况
      （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 | |
      自然人 | 法人或其他组织 | 总计 | |
      \(body.joined(separator: "\n"))
      四、政府信息公开行政复议、行政诉讼情况
      行政复议 | 行政诉讼 | |
      结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | |
      \(reviews.map(String.init).joined(separator: " | "))
      五、存在的主要问题及改进情况
      """
  }

  private func mismatches(in document: Document) -> [Finding] {
    DetectionPass(lexicon: HouseLexicon.shared, detectors: [FormatDetector()]).findings(
      in: document,
      asOf: AsOf(CalendarDate(year: 2026, month: 11, day: 1)!, origin: .option),
      selection: .everything
    ).flatMap { $0 }.filter { $0.rule == "format.sum-mismatch" }
  }

  private func mismatches(in text: String) -> [Finding] {
    mismatches(in: Document(id: "report", text: text))
  }

  @Test func aReportThatAddsUpPasses() {
    #expect(mismatches(in: Self.crawled()).isEmpty)
  }

  @Test func everyChangedFigureFailsAnEquation() {
    let changed = TableMutation.all(of: Self.crawled(), from: "一、本年新收", to: "五、存在")
    #expect(changed.count == Self.rows.count * 7 + 15)
    for text in changed {
      let found = mismatches(in: text)
      #expect(!found.isEmpty, "\(text)")
      #expect(
        found.allSatisfy {
          $0.severity >= .warning && $0.message.chinese.contains("≠")
            || $0.message.chinese.contains("不一致")
        })
    }
  }

  @Test func theFailingEquationIsNamed() throws {
    var rows = Self.rows
    rows[9].figures[0] = 22
    let messages = mismatches(in: Self.crawled(rows)).map(\.message.chinese)
    #expect(messages.contains { $0.contains("一、本年新收20 + 二、上年结转3 = 23 ≠ 三（七）总计22 + 四、结转下年度2 = 24") })
    #expect(messages.contains { $0.contains("“自然人”列") && $0.contains("= 21 ≠ （七）总计22") })
    #expect(messages.contains { $0.contains("（七）总计”行") })
  }

  @Test func theTextIsHeldToTheTable() {
    let text = Self.crawled().replacing("新收政府信息公开申请23件", with: "新收政府信息公开申请25件")
    let found = mismatches(in: text)
    #expect(found.contains { $0.message.chinese.contains("正文“25件”与表三“本年新收”总计23不一致") })
  }

  /// The same table as cells of HTML or Markdown.
  @Test func tablesOfMarkupAreRead() throws {
    func document(_ rows: [(label: String, figures: [Int])]) -> Document {
      var bytes: [UInt8] = []
      var cells: [[TextCell]] = []
      for (r, row) in rows.enumerated() {
        var line: [TextCell] = []
        for (c, text) in ([row.label] + row.figures.map(String.init)).enumerated() {
          let start = bytes.count
          bytes += Array(text.utf8)
          line.append(
            TextCell(row: r, column: c, range: TextOffset(start)..<TextOffset(bytes.count)))
          bytes.append(c == row.figures.count ? 0x0A : 0x09)
        }
        cells.append(line)
      }
      var document = Document(id: "table", text: String(decoding: bytes, as: UTF8.self))
      document.parts[0].tables = [TextTable(rows: cells)]
      return document
    }
    #expect(mismatches(in: document(Self.rows)).isEmpty)
    var rows = Self.rows
    rows[2].figures[1] = 2
    let found = mismatches(in: document(rows))
    #expect(found.count >= 2)
    #expect(found.allSatisfy { $0.severity == .error })
  }
}
