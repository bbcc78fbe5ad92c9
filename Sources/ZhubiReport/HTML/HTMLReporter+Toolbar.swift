import ZhubiDetection
import ZhubiPolicy
import ZhubiText

extension HTMLReporter {
  /// The filter; the script shows it, since without the script it would do nothing.
  func toolbar() -> String {
    guard !sections.isEmpty else { return "" }
    let severities = Severity.allCases.reversed().map { severity in
      "<label class=\"chip s-\(severity.rawValue)\"><input type=\"checkbox\" name=\"s\""
        + " value=\"\(severity.rawValue)\" checked> \(language.name(severity))</label>"
    }
    let rules = gravest.keys.sorted().map { rule in
      let title = HTMLText.content(VisibleText.line(language.of(catalogue.title(rule))))
      return "<option value=\"\(rule.text)\">\(rule.text) \(title)</option>"
    }
    let documents = names.enumerated().map { number, name in
      "<option value=\"\(number + 1)\">\(HTMLText.content(VisibleText.line(name)))</option>"
    }
    let all = language.pick("全部", "All")
    let count = language.pick("显示 {n} / {m} 条", "{n} of {m} findings")
    return """
      <form id="filter" hidden role="search" aria-label="\(language.pick("筛选", "Filter"))">
      <input id="q" type="search" placeholder="\(language.pick("搜索内容、规则、依据（按 / 键）", "Search (press /)"))" \
      aria-label="\(language.pick("搜索", "Search"))">
      <fieldset><legend>\(language.pick("级别", "Severity"))</legend>\(severities.joined())</fieldset>
      <label>\(language.pick("规则", "Rule")) <select id="r"><option value="">\(all)</option>\
      \(rules.joined())</select></label>
      <label>\(language.pick("文档", "Document")) <select id="d"><option value="">\(all)</option>\
      \(documents.joined())</select></label>
      <span class="acts"><button type="button" id="fold">\(language.pick("全部折叠", "Fold all"))</button>
      <button type="button" id="unfold">\(language.pick("全部展开", "Unfold all"))</button>
      <button type="reset">\(language.pick("清除筛选", "Clear"))</button></span>
      <output id="n" aria-live="polite" data-t="\(count)"></output>
      </form>
      """
  }
}
