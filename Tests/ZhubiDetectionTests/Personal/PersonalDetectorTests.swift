import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

/// What only shows over rows, tables and whole parts.
@Suite struct PersonalDetectorTests {
  private func kinds(_ text: String, date: String = "2026-11-01") -> [String] {
    findings(in: text, detectors: [PersonalDetector()], date: CalendarDate(date)).map {
      String($0.rule.kind)
    }
  }

  private func context(_ text: String) -> DetectionContext {
    DetectionContext(
      document: Document(id: "text", text: text), partIndex: 0, folding: HouseLexicon.folding,
      asOf: AsOf(CalendarDate(year: 2026, month: 11, day: 1)!, origin: .option))
  }

  /// Reading only the stretches around triggers finds what reading everything finds.
  @Test func theQuickScanMissesNothing() {
    for one in CaseForge.cases(seed: 7) {
      let context = context(one.text)
      let whole = PersonalText(
        TextOffset(0)..<TextOffset(context.utf8.count), of: context, cells: CellReader(context))
      let stretches = context.utf8.withUnsafeBufferPointer {
        TriggerScan.stretches(in: $0, of: context)
      }
      let slow = PersonalDetector.hits(in: whole).filter { !$0.isSilent }
      for hit in slow {
        #expect(
          stretches.contains { $0.core.contains(hit.range.lowerBound.value) },
          "\(hit.kind) is in no stretch of: \(one.text)")
      }
    }
  }

  @Test func plainProseIsNotRead() {
    let prose = "二〇二三年，全县实现地区生产总值稳步增长，人民生活水平不断提高。\n2024年5月14日印发。\n依法做好血吸虫病防治工作。\n"
    let context = context(prose)
    #expect(
      context.utf8.withUnsafeBufferPointer { TriggerScan.stretches(in: $0, of: context) }.isEmpty)
  }

  @Test func aRosterIsSummedUpAndLaterRowsAreNotRepeated() throws {
    var people = InventedPeople(seed: 3)
    var dice = Dice(3)
    var text = "姓名\t身份证号\n"
    for _ in 0..<40 { text += "王小丽\t\(people.value("id", &dice).0)\n" }
    let found = findings(in: text, detectors: [PersonalDetector()])
    let sums = found.filter { $0.rule == "personal.aggregation" }
    #expect(sums.count == 1)
    let sum = try #require(sums.first)
    #expect(sum.message.chinese.contains("40行"))
    #expect(sum.related.count == RowBook.shownRows)
    #expect(found.filter { $0.rule == "personal.cn-id" }.count == RowBook.shownRows)
  }

  @Test func whatStandsFarApartInALineIsNotOnePersons() {
    let near = "贷款人柏然，证件330106199001017770，手机13800603858，卡6222021000000123454"
    #expect(kinds(near).contains("aggregation"))
    let far = String(repeating: "，会议研究了有关事项", count: 60)
    let apart = "贷款人柏然，证件330106199001017770\(far)，手机13800603858\(far)，卡6222021000000123454"
    #expect(kinds(apart) == ["cn-id", "mobile", "bank-card"])
  }

  @Test func theLabelIsNoPartOfTheAddress() {
    let found = findings(
      in: "申请人张丽，住址文三路138号2-301", detectors: [PersonalDetector()])
    #expect(found.map { $0.range.plain } == [24..<44])
  }

  @Test func aNumberIsNotJoinedAcrossCells() {
    #expect(kinds("数量\t单价\n138\t0001\n2345\t1") == [])
    #expect(kinds("| 138 | 0001 | 2345 |") == [])
    #expect(kinds("1445\n555\n1600\n1800") == [])
  }

  @Test func theHeaderOfTheColumnDecides() {
    #expect(kinds("工程名称\t施工许可证号\n某某小区\t330106201201017774").contains("cn-id") == false)
    #expect(kinds("姓名\t证件号\n王小丽\t330106560612600") == ["cn-id15"])
  }

  @Test func ageIsComputedFromTheDayOfTheDocument() {
    let text = "王小丽，身份证号440305201503176026"
    #expect(kinds(text, date: "2020-01-01").contains("minor"))
    #expect(!kinds(text, date: "2036-01-01").contains("minor"))
  }

  @Test func messagesHoldNoPersonalData() {
    for one in CaseForge.cases(seed: 9) {
      for finding in findings(in: one.text, detectors: [PersonalDetector()]) {
        let shown = String(decoding: Array(one.text.utf8)[finding.range.plain], as: UTF8.self)
        #expect(!finding.message.chinese.contains(shown))
        #expect(!finding.message.english.contains(shown))
        #expect(finding.masking != nil)
      }
    }
  }

  @Test func fixesAreTheNamedStyles() {
    let found = findings(
      in: "王小丽 330106199001017770，手机+86 138-0001-2345", detectors: [PersonalDetector()])
    #expect(found.first { $0.rule == "personal.cn-id" }?.fix?.replacement == "330***********7770")
    #expect(found.first { $0.rule == "personal.mobile" }?.fix?.replacement == "138****2345")
  }

  @Test func neverStumblesOverRandomText() {
    var dice = Dice(99)
    let pieces = [
      "1", "3", "8", "0", "X", "x", "*", "＊", "-", " ", "\n", "\t", "|", ",", "（", "）", "+86",
      "身份证", "手机", "京", "A", "：", "号",
      "年", "月", "日", "生", "患", "@", ".com", "王", "小", "丽", "住", "村", "室", "\u{200B}", "５", "/", "=",
      "QQ", "微信", "举报人", "第",
      "330106199001017770", "13800012345", "６", "Х", "#", "_", "ff:", "::", "①",
    ]
    for _ in 0..<3_000 {
      let text = (0..<dice.roll(1...30)).map { _ in dice.pick(pieces) }.joined()
      for finding in findings(in: text, detectors: [PersonalDetector()]) {
        #expect(finding.range.lowerBound < finding.range.upperBound)
        #expect(finding.range.upperBound.value <= text.utf8.count)
      }
    }
  }
}

/// Tables of pages: cells with rows and columns.
@Suite struct CellTableTests {
  private func kinds(_ rows: [[String]]) -> [String] {
    var bytes: [UInt8] = []
    var cells: [[TextCell]] = []
    for (row, texts) in rows.enumerated() {
      var line: [TextCell] = []
      for (column, text) in texts.enumerated() {
        let start = bytes.count
        bytes += Array(text.utf8)
        line.append(
          TextCell(row: row, column: column, range: TextOffset(start)..<TextOffset(bytes.count)))
        bytes.append(column == texts.count - 1 ? 0x0A : 0x09)
      }
      cells.append(line)
    }
    var document = Document(id: "table", text: String(decoding: bytes, as: UTF8.self))
    document.parts[0].tables = [TextTable(rows: cells)]
    let context = DetectionContext(
      document: document, partIndex: 0, folding: HouseLexicon.folding,
      asOf: AsOf(CalendarDate(year: 2026, month: 11, day: 1)!, origin: .option))
    var findings: [Finding] = []
    PersonalDetector().detect(in: context, into: &findings)
    return findings.map { String($0.rule.kind) }
  }

  /// The header row was asked for its own header first, and the answer kept for the whole column.
  @Test func headersReachTheCellsBelow() {
    #expect(kinds([["姓名", "信访人"], ["王建国", "李涛"]]) == ["person-name"])
    #expect(kinds([["姓名", "备注", "疾病"], ["王建国", "好", "肺癌"]]) == ["health"])
    #expect(kinds([["姓名", "家庭住址", "备注"], ["王建国", "上塘村3组12号", "好"]]) == ["address"])
    #expect(kinds([["医院名称", "地址", "院长"], ["市一院", "文三路12号", "王建国"]]).isEmpty)
  }
}

/// A header reaches the last row of a table however long the table is.
@Suite struct LongTableTests {
  @Test func everyNumberOfALongListIsFound() {
    var text = "序号\t姓名\t身份证号\t乡镇\t金额\n"
    var wanted = 0
    for row in 1...5_000 {
      if row % 500 == 1 {
        text += "\(row)\t王小华\t330106198506277602\t西河乡\t3818\n"
        wanted += 1
      } else {
        text += "\(row)\t李某军\t（略）\t西河乡\t1673\n"
      }
    }
    let found = findings(in: text, detectors: [PersonalDetector()]).filter {
      $0.rule == "personal.cn-id"
    }
    #expect(found.count == wanted)
  }
}
