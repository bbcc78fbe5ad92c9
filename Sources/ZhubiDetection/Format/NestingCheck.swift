/// Looks for quotations inside quotations and titles inside titles that wear the same marks.
struct NestingCheck: FormatCheck {
  static let quote = Rule(
    "format.nested-quote",
    title: Message("引号内再用引号时，里面用单引号", "inside “ ” a quotation takes ‘ ’"),
    severity: .info, basis: "GB/T 15834-2011 4.8.3.3",
    explanation: Message(
      "引号里面还要用引号时，外面一层用双引号，里面一层用单引号。",
      "The outer quotation takes double marks, the inner one single marks."),
    fires: ["开设⟦“政务公开 “32条”进民企”⟧专题"],
    staysQuiet: ["开设“政务公开‘32条’进民企”专题", "“甲”和“乙”"])

  static let book = Rule(
    "format.nested-book",
    title: Message("书名号内再用书名号时，里面用单书名号", "inside 《》 a title takes 〈〉"),
    severity: .info, basis: "GB/T 15834-2011 4.15.3",
    explanation: Message(
      "书名号里面还要用书名号时，外面一层用双书名号，里面一层用单书名号。",
      "The outer title takes 《》, the inner one 〈〉."),
    fires: ["⟦《学习《条例》体会》⟧"], staysQuiet: ["《〈办法〉解读》", "《办法》《条例》"])

  let rules = [quote, book]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    scan(page, "“", "”", inner: ("‘", "’"), Self.quote, into: &findings)
    scan(page, "《", "》", inner: ("〈", "〉"), Self.book, into: &findings)
  }

  private func scan(
    _ page: FormatPage, _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    inner: (Unicode.Scalar, Unicode.Scalar), _ rule: Rule, into findings: inout [Finding]
  ) {
    var stack: [Int] = []
    var insides: [Int] = []
    var line = 0
    var found: [Finding] = []
    for place in page.marks where page[place] == open || page[place] == close {
      let own = page.text.line(containing: place)
      if own != line {
        stack.removeAll()
        insides.removeAll()
        line = own
      }
      if page[place] == open {
        if stack.count < 8 { stack.append(place) }
        continue
      }
      guard let start = stack.popLast() else { continue }
      guard stack.isEmpty else {
        insides += [start, place]
        continue
      }
      if !insides.isEmpty, insides.count <= 20, insides.first ?? 0 > start {
        let form = (start...place).map { index -> Unicode.Scalar in
          guard insides.contains(index) else { return page[index] }
          return page[index] == open ? inner.0 : inner.1
        }
        found.append(
          page.correction(
            rule, start..<place + 1, to: String(String.UnicodeScalarView(form)),
            confidence: .likely))
      }
      insides.removeAll()
    }
    Habit.append(found, into: &findings)
  }
}
