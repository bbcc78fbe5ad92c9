import PersonalTables
import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

/// The quick scan against itself on every kernel, and against reading everything.
@Suite struct TriggerScanTests {
  private func context(_ text: String) -> DetectionContext {
    DetectionContext(
      document: Document(id: "text", text: text), partIndex: 0, folding: HouseLexicon.folding,
      asOf: AsOf(CalendarDate(year: 2026, month: 11, day: 1)!, origin: .option))
  }

  /// Every trigger with what it needs.
  private func triggers(
    _ bytes: [UInt8], _ kernel: personal_kernel, hasTables: Bool
  ) -> [String] {
    let filter = TriggerWords.folded(by: HouseLexicon.folding).filter
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var found: [String] = []
      var place = 0
      while true {
        var needs: UInt32 = 0
        place = Int(
          personal_next_trigger(filter, kernel, base, bytes.count, place, hasTables ? 1 : 0, &needs)
        )
        if place >= bytes.count { return found }
        found.append("\(place):\(needs)")
        place += 1
      }
    }
  }

  private static let kernels: [personal_kernel] = [PERSONAL_AVX512, PERSONAL_AVX2].filter {
    $0.rawValue <= personal_best_kernel().rawValue
  }

  private static let pieces: [String] = [
    "患者", "张三", "李小明", "举报人：", "尿毒症", "患有", "住址", "红旗村三组15号", "京A12345", "生日", "出生于", "年", "月",
    "日出生",
    "日生产", "微信", "QQ", "qq12345678", "wxid_abc", "weixin", "mac", "AC-DE-48-00-11-22",
    "ac:de:48:00:11:22",
    "12:30:45", "@", "＠", "a@b.cn", "１３８", "①③⑧⓪⓪①③⑧⓪⓪①", "一三八零零一三八零零零", "13800138000",
    "138****8000", "0571-8888",
    "3号", "301室", "2单元", "5/24生", "，", "。", "\n", "\t", ",", " ", "|", "造成", "血吸虫病", "\u{200B}",
    "(qū)",
    "港", "字第", "hiv", "VIN", "LSVAU2180N2183294", "A123456(7)", "2024-05-14", "1986年2月24日",
    "119.123456", "😀",
    "使004309", "1380…5678", "138---5678", "一三八 零零零零 ", "一九八五年三月二日生", "出生一九", "号12", "3单", "二组", "村",
    "；",
    "é", "ａｂ", "住", "🈚", "\u{0301}", "x", "v", "w", "1", "0", "::", "1:2:3:4:5:6:7:8",
    "壹叁捌零零壹叁捌零零零", "贰零", "幺三", "WJ京1234X", "wj", "a#163.com", "a[at]163.com", "ab＃qq.com", "(at)",
    "l38OOl38OO0", "104°28′15.6″", "104度28分", "京Ａ１２３４５", "LSVAU218\u{200B}0N2183294", "\u{AD}",
  ]

  private func text(_ dice: inout Dice) -> String {
    (0..<dice.roll(0...60)).reduce(into: "") { text, _ in
      text += dice.oneIn(3) ? "的发展" + String(dice.roll(0...99)) : dice.pick(Self.pieces)
    }
  }

  /// Bytes cut anywhere, malformed ones included: no kernel sees more or less than the plain one.
  @Test func everyKernelFindsTheSame() {
    var dice = Dice(31)
    for round in 0..<400 {
      var bytes = Array(text(&dice).utf8)
      if dice.oneIn(3), !bytes.isEmpty {
        bytes.removeFirst(dice.roll(0...min(70, bytes.count - 1)))
        bytes.removeLast(dice.roll(0...min(70, bytes.count - 1)))
        for _ in 0..<3 where !bytes.isEmpty {
          bytes[dice.roll(0...bytes.count - 1)] = UInt8(dice.roll(0...255))
        }
      }
      for hasTables in [false, true] {
        let wanted = triggers(bytes, PERSONAL_PLAIN, hasTables: hasTables)
        for kernel in Self.kernels {
          #expect(
            triggers(bytes, kernel, hasTables: hasTables) == wanted, "round \(round), \(kernel)")
        }
      }
    }
  }

  /// A scan that begins in the middle finds what a scan from the front finds there.
  @Test func aTriggerDependsOnTheTextAlone() {
    var dice = Dice(32)
    for _ in 0..<60 {
      let bytes = Array(text(&dice).utf8)
      let whole = triggers(bytes, PERSONAL_PLAIN, hasTables: false)
      let filter = TriggerWords.folded(by: HouseLexicon.folding).filter
      for kernel in Self.kernels + [PERSONAL_PLAIN] {
        for start in bytes.indices where dice.oneIn(5) {
          var needs: UInt32 = 0
          let found = bytes.withUnsafeBufferPointer {
            Int(personal_next_trigger(filter, kernel, $0.baseAddress!, $0.count, start, 0, &needs))
          }
          let wanted = whole.first { Int($0.split(separator: ":")[0])! >= start }
          #expect(found == wanted.map { Int($0.split(separator: ":")[0])! } ?? bytes.count)
        }
      }
    }
  }

  /// Nothing behind the text is read, whatever its length: the bytes there change nothing.
  @Test func nothingBehindTheTextCounts() {
    let filter = TriggerWords.folded(by: HouseLexicon.folding).filter
    var dice = Dice(33)
    for length in 0..<200 {
      var bytes = Array(text(&dice).utf8.prefix(length))
      let count = bytes.count
      let wanted = triggers(bytes, PERSONAL_PLAIN, hasTables: false).first
      bytes += Array("13800138000@患者张三".utf8)
      for kernel in Self.kernels + [PERSONAL_PLAIN] {
        var needs: UInt32 = 0
        let found = bytes.withUnsafeBufferPointer {
          Int(personal_next_trigger(filter, kernel, $0.baseAddress!, count, 0, 0, &needs))
        }
        #expect(found == wanted.map { Int($0.split(separator: ":")[0])! } ?? count)
      }
    }
  }

  private static func told(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.severity) \(finding.range) \(finding.message.chinese)"
  }

  /// Cases between harmless lines: reading the stretches finds what reading the whole text finds.
  @Test func theQuickScanMissesNothingBetweenProse() {
    let prose = [
      "全县实现地区生产总值稳步增长，造成损失的依法赔偿。", "本办法自2024年5月14日起施行。", "会议于2023-11-02召开，共320人参加。", "",
      "血吸虫病防治地区县级以上地方人民政府应当加强宣传教育。", "联系我们", "第三十二条　申请人应当提供诊断证明、病历资料。",
      "分辨率为1280X800，价格199.00元，浙政发〔2020〕12号", "合计 12 34 56",
    ]
    var dice = Dice(34)
    var cases: [PersonalCase] = []
    for seed in [UInt64(11), 12, 13, 14] {
      cases += CaseForge.cases(seed: seed)
      cases += CaseForge.secondCases(seed: seed)
      cases += CaseForge.thirdCases(seed: seed)
      cases += CaseForge.fifthCases(seed: seed)
      cases += CaseForge.sixthCases(seed: seed)
    }
    for one in cases where dice.oneIn(2) {
      let text =
        (0..<dice.roll(0...3)).map { _ in dice.pick(prose) + "\n" }.joined() + one.text + "\n"
        + (0..<dice.roll(0...3)).map { _ in dice.pick(prose) + "\n" }.joined()
      let context = context(text)
      let stretches = context.utf8.withUnsafeBufferPointer {
        TriggerScan.stretches(in: $0, of: context)
      }
      let all = 0..<context.utf8.count
      let quick = PersonalDetector.findings(in: context, reading: stretches)
      let slow = PersonalDetector.findings(
        in: context, reading: [TriggerScan.Stretch(range: all, core: all)])
      #expect(quick.map(Self.told) == slow.map(Self.told), "\(text)")
    }
  }
}
