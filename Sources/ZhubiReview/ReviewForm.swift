import ZhubiDetection
import ZhubiPolicy

#if canImport(Glibc)
  import Glibc
#endif

/// A case as a form to print and sign by hand.
public struct ReviewForm: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// 信息发布审核表
    case publication
    /// 保密审查表
    case secrecy
  }

  public var kind: Kind

  /// Seconds that clocks are ahead of UTC where the form is read; nil takes the zone of the process.
  public var secondsEast: Int?

  public init(_ kind: Kind, secondsEast: Int? = nil) {
    self.kind = kind
    self.secondsEast = secondsEast
  }

  /// The style of the form, always the same, so that a policy may name it by its hash.
  public static let style = """
    @page{size:A4;margin:18mm 16mm}*{box-sizing:border-box}
    body{font:14px/1.55 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;color:#111;\
    background:#fff;max-width:178mm;margin:0 auto;padding:8mm 0}
    h1{font-size:24px;text-align:center;letter-spacing:.25em;margin:0 0 4px;font-weight:700}
    .sub{text-align:center;margin:0 0 10px;color:#444}
    table{border-collapse:collapse;width:100%;table-layout:fixed}
    th,td{border:1px solid #222;padding:5px 8px;vertical-align:top;text-align:left;\
    overflow-wrap:anywhere}
    th{font-weight:600;width:24mm;background:#f5f3ee}
    .list th,.list td{font-size:12px}.list th{width:auto}.list .n{width:9mm}.list .s{width:13mm}\
    .list .d{width:46mm}
    .sign{height:26mm}.sign p{margin:0 0 4px}.day{text-align:right}
    .foot{font-size:11px;color:#444;margin-top:8px;overflow-wrap:anywhere}
    tr{break-inside:avoid}thead{display:table-header-group}
    @media print{body{padding:0;max-width:none}th{-webkit-print-color-adjust:exact;\
    print-color-adjust:exact}}
    """

  /// The whole page.
  ///
  /// - Parameter head: the hash of the last record; who keeps the paper can prove later that the
  ///   record behind it was not exchanged.
  public func html(_ one: ReviewCase, head: String) -> String {
    let title = kind == .publication ? "信息发布审核表" : "信息发布保密审查表"
    let opening = one.opening
    var page = """
      <!doctype html>
      <html lang="zh-CN"><head><meta charset="utf-8"><title>\(title)</title>
      <style>\(Self.style)</style></head><body>
      <h1>\(title)</h1><p class="sub">编号：\(Self.number(one.number))</p>
      <table>
      <tr><th>信息名称</th><td colspan="3">\(Self.safe(opening.document))</td></tr>
      <tr><th>送审时间</th><td>\(day(one.time))</td><th>判断日期</th><td>\(Self.safe(opening.asOf))</td></tr>
      <tr><th>体裁</th><td>\(Self.safe(profile(opening)))</td><th>机器结论</th>\
      <td>\(Self.verdict(opening.verdict))</td></tr>
      <tr><th>文稿校验值</th><td colspan="3">SHA-256 \(Self.safe(opening.digest))</td></tr>
      </table>

      """
    page += kind == .secrecy ? questions : ""
    page += findings(one)
    page += "<table>"
    for stage in ReviewStage.allCases { page += signature(stage, one) }
    return page + """
      </table>
      <p class="foot">朱笔 \(Self.safe(opening.tool)) · 词库 \(Self.safe(opening.lexicons))<br>\
      审核记录校验值 \(head)（可用 zhubi review verify 文件夹 --head 校验值 核对）</p>
      </body></html>

      """
  }

  private func profile(_ opening: ReviewOpening) -> String {
    Profile.named(opening.profile)?.title.chinese ?? opening.profile
  }

  /// What a secrecy review has to answer, after the regulation on secrecy review of information to
  /// be published.
  private var questions: String {
    let rows = [
      "是否含有国家秘密及密级、保密期限标志", "是否含有工作秘密、内部管理信息或“内部资料”等标识",
      "是否含有商业秘密、个人隐私或未去标识化的个人信息", "与已公开信息汇聚后是否可能推断出国家秘密",
      "是否属于应当经有关主管部门批准或确认方可公开的信息",
    ]
    return
      "<table class=\"list\"><thead><tr><th>审查内容</th><th class=\"d\">结论（由审查人填写）</th></tr></thead>"
      + rows.map { "<tr><td>\($0)</td><td>□ 否　□ 是，说明：</td></tr>" }.joined() + "</table>"
  }

  private func findings(_ one: ReviewCase) -> String {
    let wanted = one.opening.findings.enumerated().filter { _, finding in
      kind == .publication || finding.rule.hasPrefix("personal.")
        || ["term.secrecy-marking", "term.internal-only"].contains(finding.rule)
    }
    if wanted.isEmpty {
      return
        "<table><tr><th>机器提示</th><td>\(kind == .publication ? "无" : "无涉密、涉敏感信息提示")</td></tr></table>"
    }
    var rows = "<table class=\"list\"><thead><tr><th class=\"n\">序</th><th class=\"s\">级别</th>"
    rows += "<th>问题</th><th class=\"d\">处理</th></tr></thead>"
    for (place, (number, finding)) in wanted.enumerated() {
      let place = "<tr><td>\(place + 1)</td><td>\(Self.severity(finding.severity))</td><td>"
      let found = finding.excerpt.isEmpty ? "" : "：" + Self.safe(finding.excerpt)
      rows += place + "第 \(finding.line) 行 " + Self.safe(finding.message) + found + "</td><td>"
      rows += disposition(one.settled[number]) + "</td></tr>"
    }
    return rows + "</table>"
  }

  private func disposition(_ settlement: ReviewSettlement?) -> String {
    guard let settlement else { return "未处理" }
    let who = Self.safe(settlement.reviewer)
    let reason = settlement.reason.isEmpty ? "" : "：" + Self.safe(settlement.reason)
    switch settlement.disposition {
    case .adopted: return "已改\(reason)（\(who)）"
    case .kept: return "保留\(reason)（\(who)）"
    case .reopened: return "未处理"
    }
  }

  private func signature(_ stage: ReviewStage, _ one: ReviewCase) -> String {
    let title =
      switch stage {
      case .first: "初审初校"
      case .second: "复审复校"
      case .final: "终审终校"
      }
    let signed = one.round.first { $0.signature.stage == stage }
    let opinion = signed.map { "同意。" + Self.safe($0.signature.opinion) } ?? ""
    let name = signed.map { Self.safe($0.signature.reviewer) } ?? "　　　　　　"
    let day = signed.map { self.day($0.time) } ?? "　　　　年　　月　　日"
    return "<tr><th>\(title)</th><td class=\"sign\" colspan=\"3\"><p>意见：\(opinion)</p>"
      + "<p class=\"day\">签名：\(name)　　\(day)</p></td></tr>"
  }

  /// The number of a case as people write it.
  public static func number(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// A time of the record by the clock of the reader, the zone said beside it.
  private func day(_ time: String) -> String {
    let numbers = time.split { !$0.isASCII || !$0.isNumber }.compactMap { Int32($0) }
    guard numbers.count == 6 else { return Self.safe(time[...]) }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    var seconds = timegm(&parts)
    if let secondsEast {
      seconds += secondsEast
      gmtime_r(&seconds, &parts)
      parts.tm_gmtoff = secondsEast
    } else {
      localtime_r(&seconds, &parts)
    }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = abs(parts.tm_gmtoff) / 60
    let zone =
      minutes == 0
      ? "UTC"
      : "UTC\(parts.tm_gmtoff < 0 ? "-" : "+")\(minutes / 60)"
        + (minutes % 60 == 0 ? "" : ":" + two(Int32(minutes % 60)))
    return "\(parts.tm_year + 1900)年\(parts.tm_mon + 1)月\(parts.tm_mday)日 "
      + "\(two(parts.tm_hour)):\(two(parts.tm_min))（\(zone)）"
  }

  private static func verdict(_ verdict: String) -> String {
    switch verdict {
    case "pass": "通过"
    case "review": "复核"
    case "block": "不予发布"
    default: "扫描不完整"
    }
  }

  private static func severity(_ severity: String) -> String {
    switch severity {
    case "block": "阻断"
    case "error": "严重"
    case "warning": "一般"
    default: "提示"
    }
  }

  /// Text inside a page: characters of markup are written as references.
  private static func safe(_ text: some StringProtocol) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      default:
        let category = scalar.properties.generalCategory
        if category != .control, category != .format || scalar == "\u{200D}" {
          safe.unicodeScalars.append(scalar)
        } else if scalar == "\n" || scalar == "\t" {
          safe += " "
        }
      }
    }
    return safe
  }
}
