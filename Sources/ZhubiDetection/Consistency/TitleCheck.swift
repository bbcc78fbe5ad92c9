import ZhubiText

/// Compares the title a page is published under with the heading in its text.
struct TitleCheck: FormatCheck {
  static let rule = Rule(
    "format.title-inconsistent",
    title: Message("页面标题与正文标题不一致", "the title of the page is not its heading"),
    severity: .warning, basis: "文内一致性；政府网站发展指引（国办发〔2017〕47号）",
    explanation: Message(
      "页面元数据中的标题（ArticleTitle 或 <title>）与正文标题只差少数几个字，多为录入时缺字、错字或年份未改。只有 <title> 的页面为提示级别。",
      "The title in the fields of the page and the heading of its text differ by a few characters: a slip on one side. With nothing but <title> it is a hint."
    ),
    fires: [
      "标题：某区2024年政务公开工作要点的通知\n⟦某区2024年政务公工作要点的通知⟧\n各部门：",
      "名称：关于印发某县防汛应急预案的通知\n文号：无\n⟦关于印发某县防讯应急预案的通知⟧",
    ],
    staysQuiet: [
      "标题：某区2024年政务公开工作要点的通知\n某区2024年政务公开工作要点的通知\n各部门：",
      "标题：关于印发某县防汛应急预案的通知\n某县人民政府关于印发某县防汛应急预案的通知",
      "名称：某某有限责任公司\n某某有限公司",
    ])
  let rules = [rule]

  /// How far down the heading may stand, in paragraphs.
  private static let reach = 60
  /// The longest stretch in which two titles may differ and still be meant as one.
  private static let widest = 3

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    guard page.context.part.kind == .body else { return }
    let document = page.context.document
    let field = Self.field(page)
    let isSure =
      field != nil || document.record.title != nil || document.metadata.articleTitle != nil
    guard let written = field ?? document.title else { return }
    let folding = page.context.folding
    let titles = Self.forms(of: written).map { folding.fold($0) }
    guard let longest = titles.map(\.count).max(), longest >= 8 else { return }
    let shortest = titles.map(\.count).min() ?? 0
    var near: Range<Int>?
    let lines = page.paragraphs.prefix(Self.reach)
    for (index, line) in lines.enumerated() where line.count <= 160 {
      // A long heading may stand in two or three lines.
      for last in index..<min(index + 3, lines.count) {
        let range = line.lowerBound..<lines[last].upperBound
        guard range.count <= 160 else { break }
        let letters = Self.letters(page.text.scalars[range])
        let count = letters.unicodeScalars.count
        guard count >= 8, count >= shortest - 8, count <= longest + 8 else { continue }
        let own = folding.fold(letters)
        for title in titles {
          if title == own { return }
          if near == nil, Self.isSlip(title, own), !page.isFurniture(line.lowerBound) {
            near = range
          }
        }
      }
    }
    guard let near else { return }
    findings.append(
      page.finding(
        Self.rule, near, severity: isSure ? .warning : .info, confidence: .likely,
        message: Message(
          "正文标题与页面标题字段“\(written)”不一致", "the field of the page says “\(written)”")))
  }

  /// The value of a field 标题 or 名称 at the head of the page.
  private static func field(_ page: FormatPage) -> String? {
    for line in page.paragraphs.prefix(20) where line.count < 200 {
      guard let label = fields.length(in: page.text, at: line.lowerBound) else { continue }
      let mark = page.text.skipBlanks(from: line.lowerBound + label)
      guard
        page[mark] == "：" || page[mark] == ":" || page[mark] == "|"
          || mark > line.lowerBound + label
      else { continue }
      let start = page.text.skipBlanks(from: page[mark].isHan ? mark : mark + 1)
      var end = start
      while end < line.upperBound, !page[end].isBlank, page[end] != "|" { end += 1 }
      guard end - start >= 10, kinds.first(in: page.text, start..<end) != nil else { continue }
      return page.text.string(start..<end)
    }
    return nil
  }

  private static let fields = WordSet(spaced: "标题 名称 信息名称 文件名称 信息标题 标　题 名　称")
  private static let kinds = WordSet(spaced: "通知 意见 方案 办法 报告 决定 公告 通告 规定 批复 细则 公示 函 计划 规划 要点 预案")

  /// The title, and what stands before a separator and the name of the site.
  private static func forms(of title: String) -> [String] {
    let scalars = Array(title.unicodeScalars.prefix(300))
    var forms = [letters(scalars[...])]
    for index in scalars.indices
    where scalars[index].isBlank || "_-|–—".unicodeScalars.contains(scalars[index]) {
      forms.append(letters(scalars[..<index]))
      if forms.count > 6 { break }
    }
    return forms.filter { $0.unicodeScalars.count(where: \.isHan) >= 6 }
  }

  /// Letters and digits only: marks and blanks are set differently in fields.
  private static func letters(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars.filter { $0.isHan || $0.isLatin || $0.isDigit }))
  }

  /// Whether two titles differ in one short stretch inside.
  private static func isSlip(_ one: [UInt32], _ other: [UInt32]) -> Bool {
    guard abs(one.count - other.count) <= widest else { return false }
    var head = 0
    while head < min(one.count, other.count), one[head] == other[head] { head += 1 }
    var tail = 0
    while tail < min(one.count, other.count) - head,
      one[one.count - 1 - tail] == other[other.count - 1 - tail]
    {
      tail += 1
    }
    let left = max(one.count, other.count) - head - tail
    // A field cut at its end, or a heading without the issuer, is no slip.
    return left <= widest && head >= 2 && tail >= 2 && head + tail >= 8
  }
}
