import ZhubiText

/// Reads one tab-separated table of a pack.
struct LexiconTable {
  /// The columns a table may have, with `term` the only one it must have.
  static let columns = [
    "term", "kind", "severity", "confidence", "suggestion", "unless", "only", "since", "until",
    "source", "note",
  ]

  /// What a line `#default column value` may set for every row below it. `unless` and `only` are
  /// added to the cells of the row, the others stand in for an empty cell.
  static let defaultColumns: Set<String> = [
    "kind", "severity", "confidence", "unless", "only", "source",
  ]

  let file: PackSource.File
  let manifest: PackManifest
  let layer: Int
  let folding: Folding

  /// The rows of the table; everything that cannot be read is reported with its line.
  func entries(into diagnostics: inout [LexiconDiagnostic]) -> [LexiconEntry] {
    let text = String(decoding: file.bytes, as: UTF8.self)
    var entries: [LexiconEntry] = []
    var header: [String]?
    var defaults: [String: String] = [:]
    var number = 0
    for raw in tableLines(text) {
      number += 1
      let line = raw
      if line.hasPrefix("#default ") {
        readDefault(line.dropFirst(9), line: number, to: &defaults, into: &diagnostics)
        continue
      }
      // Only `# ` begins a comment: `#REF!` is a term.
      if line.isEmpty || line == "#" || line.hasPrefix("# ") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        String(trim($0))
      }
      guard let names = header else {
        header = readHeader(cells, line: number, into: &diagnostics)
        if header == nil { return [] }
        continue
      }
      guard cells.count <= names.count else {
        report(
          .malformedRow, number,
          Message("列数多于表头（\(cells.count) > \(names.count)）", "more cells than columns"),
          into: &diagnostics)
        continue
      }
      var row: [String: String] = [:]
      for (name, cell) in zip(names, cells) { row[name] = cell }
      for (name, value) in defaults {
        let own = row[name] ?? ""
        if name == "unless" || name == "only" {
          row[name] = own.isEmpty ? value : "\(value);\(own)"
        } else if own.isEmpty {
          row[name] = value
        }
      }
      if let entry = entry(row, line: number, into: &diagnostics) { entries.append(entry) }
    }
    return entries
  }

  private func readDefault(
    _ text: Substring, line: Int, to defaults: inout [String: String],
    into diagnostics: inout [LexiconDiagnostic]
  ) {
    // A spreadsheet pads the line with empty cells.
    let content = trim(text)
    let name = String(content.prefix { $0 != " " && $0 != "\t" })
    guard Self.defaultColumns.contains(name) else {
      report(
        .unknownColumn, line, Message("不能设默认值的列：\(name)", "no default for: \(name)"),
        into: &diagnostics)
      return
    }
    defaults[name] = String(trim(content.dropFirst(name.count)))
  }

  private func readHeader(
    _ cells: [String], line: Int, into diagnostics: inout [LexiconDiagnostic]
  ) -> [String]? {
    for cell in cells where !Self.columns.contains(cell) {
      report(
        .unknownColumn, line, Message("未知的列：\(cell)", "unknown column: \(cell)"),
        into: &diagnostics)
      return nil
    }
    guard cells.contains("term") else {
      report(.malformedRow, line, Message("缺少 term 列", "no `term` column"), into: &diagnostics)
      return nil
    }
    return cells
  }

  private func entry(
    _ row: [String: String], line: Int, into diagnostics: inout [LexiconDiagnostic]
  ) -> LexiconEntry? {
    let term = row["term"] ?? ""
    guard !term.isEmpty else {
      report(
        .malformedRow, line, Message("缺少词条", "the term is empty"), into: &diagnostics)
      return nil
    }
    var pattern: String?
    if term.hasPrefix("/"), term.hasSuffix("/"), term.count > 2 {
      let body = String(term.dropFirst().dropLast())
      guard isReadable(body, line, into: &diagnostics) else { return nil }
      pattern = body
    }
    let named = row["kind"].flatMap { $0.isEmpty ? nil : $0 }
    guard let rule = named.map({ RuleID($0) }) ?? manifest.kind else {
      report(
        .unknownKind, line,
        Message("未知的类别：\(named ?? "（空）")", "unknown kind: \(named ?? "(empty)")"),
        into: &diagnostics)
      return nil
    }
    var severity: Severity? = manifest.severity
    if let name = row["severity"], !name.isEmpty {
      if name == "off" {
        severity = nil
      } else if let known = Severity(rawValue: name) {
        severity = known
      } else {
        report(
          .unknownSeverity, line, Message("未知的级别：\(name)", "unknown severity: \(name)"),
          into: &diagnostics)
        return nil
      }
    }
    var confidence = Confidence.certain
    if let name = row["confidence"], !name.isEmpty {
      guard let known = Confidence(rawValue: name) else {
        report(
          .unknownSeverity, line, Message("未知的把握：\(name)", "unknown confidence: \(name)"),
          into: &diagnostics)
        return nil
      }
      confidence = known
    }
    guard let unless = conditions(row["unless"], term, line, into: &diagnostics),
      let only = conditions(row["only"], term, line, into: &diagnostics),
      let since = date(row["since"], line, into: &diagnostics),
      let until = date(row["until"], line, into: &diagnostics)
    else { return nil }
    let suggestions = (row["suggestion"] ?? "").split(separator: "|").map { String(trim($0)) }
    return LexiconEntry(
      rule: rule, term: pattern ?? term, pattern: pattern, severity: severity,
      confidence: confidence, suggestions: suggestions, unless: unless, only: only,
      since: since.value, until: until.value,
      source: row["source"].flatMap { $0.isEmpty ? nil : $0 } ?? manifest.source,
      note: row["note"] ?? "", pack: manifest.id, layer: layer, place: "\(file.path):\(line)")
  }

  private func conditions(
    _ cell: String?, _ term: String, _ line: Int, into diagnostics: inout [LexiconDiagnostic]
  ) -> [Condition]? {
    guard let cell, !cell.isEmpty else { return [] }
    switch Condition.parse(cell, term: term) {
    case .failure(let error):
      report(
        .unknownContext, line,
        Message("无法读懂的条件：\(error.text)", "cannot read the condition: \(error.text)"),
        into: &diagnostics)
      return nil
    case .success(let conditions):
      for name in conditions.flatMap(\.names) where !NamedContext.isKnown(name) {
        report(
          .unknownContext, line, Message("未知的语境：@\(name)", "unknown context: @\(name)"),
          into: &diagnostics)
        return nil
      }
      return conditions
    }
  }

  /// Whether the expression can be read and has a wording to look for.
  private func isReadable(
    _ pattern: String, _ line: Int, into diagnostics: inout [LexiconDiagnostic]
  ) -> Bool {
    do throws(TermPattern.Fault) {
      let expression = try TermPattern(pattern, folding: folding)
      if !PatternAnchor.wordings(of: expression).isEmpty { return true }
      report(
        .malformedRow, line, Message("正则须含一段必现的文字", "the pattern has no required literal"),
        into: &diagnostics)
    } catch {
      report(
        .malformedRow, line,
        Message("正则无法读懂：\(error.chinese)", "cannot read the pattern: \(error.english)"),
        into: &diagnostics)
    }
    return false
  }

  private struct OptionalDate { var value: CalendarDate? }

  private func date(
    _ cell: String?, _ line: Int, into diagnostics: inout [LexiconDiagnostic]
  ) -> OptionalDate? {
    guard let cell, !cell.isEmpty else { return OptionalDate(value: nil) }
    if let date = CalendarDate(cell) { return OptionalDate(value: date) }
    report(
      .badDate, line, Message("不是日期：\(cell)", "not a date: \(cell)"), into: &diagnostics)
    return nil
  }

  private func report(
    _ kind: LexiconDiagnostic.Kind, _ line: Int, _ message: Message,
    into diagnostics: inout [LexiconDiagnostic]
  ) {
    diagnostics.append(
      LexiconDiagnostic(kind, file: file.path, line: line, message, isFatal: true))
  }
}

/// The lines of a file, whatever its line ends: to Swift, CR LF is one character.
func tableLines(_ text: String) -> [Substring] {
  text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
}
