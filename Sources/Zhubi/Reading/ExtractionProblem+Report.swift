import ZhubiText

extension ReadingProblem {
  /// A problem of taking markup apart, as a reader of the report knows it.
  init(_ problem: ExtractionProblem) {
    let (kind, chinese, english) = Self.words(problem.kind)
    self.init(
      kind, chinese: problem.count > 1 ? "\(chinese)（\(problem.count) 处）" : chinese,
      english: problem.count > 1 ? "\(english) (\(problem.count) times)" : english,
      range: problem.range)
  }

  private static func words(_ kind: ExtractionProblem.Kind) -> (Kind, String, String) {
    switch kind {
    case .depthLimit: (.limitReached, "元素嵌套过深", "elements nested too deeply")
    case .attributeLimit: (.limitReached, "属性过多", "too many attributes")
    case .valueLimit: (.limitReached, "属性值过长", "an attribute value is too long")
    case .textLimit: (.limitReached, "文本过长", "too much text")
    case .linkLimit: (.limitReached, "链接过多", "too many links")
    case .cellLimit: (.limitReached, "表格单元格过多", "too many table cells")
    case .metadataLimit: (.limitReached, "元数据过多", "too many metadata fields")
    case .styleLimit: (.limitReached, "样式规则过多", "too many style rules")
    case .unterminatedTag: (.pollutedText, "标签未结束", "a tag without its end")
    case .unterminatedComment: (.pollutedText, "注释未结束", "a comment without its end")
    case .unterminatedElement: (.pollutedText, "脚本或样式未结束", "a script or style without its end")
    case .malformedQuote: (.pollutedText, "表格引号不成对", "a quoted field is not closed")
    case .malformedJSON: (.undecodable, "不是合法的 JSON", "not JSON from here on")
    case .unterminatedFence: (.pollutedText, "代码块或文首元数据未结束", "a fence without its end")
    }
  }
}
