/// Looks for the words of a title that a template has put there twice.
struct TitleWordsCheck: FormatCheck {
  let rules = [StructureRules.titleDouble]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    for (place, scalar) in page.text.scalars.enumerated() {
      switch scalar {
      case "关":
        if page.text.has("关于关于", at: place) {
          findings.append(
            page.correction(StructureRules.titleDouble, place..<place + 4, to: "关于"))
        }
      case "的":
        guard let length = Self.kinds.length(in: page.text, at: place + 1) else { continue }
        let unit = length + 1
        let second = place + unit
        guard page[second] == "的",
          (0..<unit).allSatisfy({ page[place + $0] == page[second + $0] })
        else { continue }
        // 关于转发…关于…的通知的通知: two layers without title marks.
        let line = page.line(containing: place).clamped(to: max(0, place - 120)..<place)
        let layers = (line.lowerBound..<place).filter { page.text.has("关于", at: $0) }.count
        let isLayered =
          layers > 1 || Self.forwards.first(in: page.text, line.lowerBound..<place) != nil
        findings.append(
          page.correction(
            StructureRules.titleDouble, place..<second + unit,
            to: page.text.string(place..<second), severity: isLayered ? .info : nil,
            confidence: isLayered ? .possible : .certain))
      default: break
      }
    }
  }

  private static let kinds = WordSet(
    spaced: "通知 意见 方案 办法 报告 决定 公告 通告 规定 函 批复 总结 计划 请示 纪要 决议 细则 公报 建议 说明 公示")
  private static let forwards: WordSet = ["转发", "批转", "转印"]
}
