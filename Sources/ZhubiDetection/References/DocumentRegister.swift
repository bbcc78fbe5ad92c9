public import ZhubiText

/// An organisation's own register of documents, so that other pages citing a withdrawn one are
/// found.
///
/// `documents.tsv` has a header line and the columns `title`, `number` (文号), `status`, `date`,
/// `successor` and, where links should be found too, `url`; Chinese headings (标题, 文号, 状态, 日期,
/// 替代文件, 网址) are understood. Documents with a status other than 有效 become entries of kind
/// `outdated.document` (title and number) and `outdated.link` (address) that count from `date` on.
public struct DocumentRegister: Sendable {
  /// What became of a document.
  public enum Status: String, Sendable, CaseIterable {
    case valid, repealed, expired, replaced, amended, withdrawn
  }

  public struct Record: Sendable, Hashable {
    public var title: String
    public var number: String
    public var status: Status
    public var date: CalendarDate?
    public var successor: String
    public var url: String
    /// Line in the file, from 1.
    public var line: Int
  }

  public let records: [Record]
  /// What could not be read, with its line.
  public let diagnostics: [LexiconDiagnostic]
  private let path: String

  /// Reads a register. Rows that cannot be read are reported, never dropped in silence.
  public init(_ file: PackSource.File) {
    var records: [Record] = []
    var diagnostics: [LexiconDiagnostic] = []
    var columns: [String]?
    func report(_ line: Int, _ kind: LexiconDiagnostic.Kind, _ message: Message) {
      diagnostics.append(
        LexiconDiagnostic(kind, file: file.path, line: line, message, isFatal: true))
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    for (index, line) in tableLines(text).enumerated() {
      if line.isEmpty || line.hasPrefix("# ") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { String(trim($0)) }
      guard let names = columns else {
        let known = cells.map { Self.headings[$0] ?? "" }
        for (cell, name) in zip(cells, known) where name.isEmpty {
          report(index + 1, .unknownColumn, Message("未知的列：\(cell)", "unknown column: \(cell)"))
        }
        columns = known
        continue
      }
      var row: [String: String] = [:]
      for (name, cell) in zip(names, cells) { row[name] = cell }
      let title = Self.bare(row["title"] ?? "")
      let number = row["number"] ?? ""
      guard !title.isEmpty || !number.isEmpty else {
        report(index + 1, .malformedRow, Message("标题和文号都为空", "neither title nor number"))
        continue
      }
      guard let status = Self.statuses[row["status"] ?? ""] else {
        report(
          index + 1, .malformedRow,
          Message("未知的状态：\(row["status"] ?? "")", "unknown status: \(row["status"] ?? "")"))
        continue
      }
      let day = row["date"] ?? ""
      let date = CalendarDate(day)
      if !day.isEmpty, date == nil {
        report(index + 1, .badDate, Message("不是日期：\(day)", "not a date: \(day)"))
        continue
      }
      records.append(
        Record(
          title: title, number: number, status: status, date: date,
          successor: Self.bare(row["successor"] ?? ""), url: row["url"] ?? "", line: index + 1))
    }
    self.records = records
    self.diagnostics = diagnostics
    path = file.path
  }

  /// The register as a pack, to be compiled as part of the organisation's layer.
  public var pack: PackSource {
    var table = "term\tkind\tseverity\tsuggestion\tunless\tsince\tsource\tnote\n"
    var seen: Set<String> = []
    func row(_ term: String, _ kind: String, _ record: Record, _ unless: String) {
      guard !term.isEmpty, seen.insert(kind + term).inserted else { return }
      let cells = [
        term, kind, record.status == .amended ? "info" : "warning", record.successor, unless,
        record.date.map { "\($0)" } ?? "", "本单位文件目录 \(path):\(record.line)",
        Self.names[record.status] ?? "",
      ]
      table += cells.map { $0.filter { $0 != "\t" && $0 != "\n" } }.joined(separator: "\t") + "\n"
    }
    for record in records where record.status != .valid {
      let unless = "@historical;@repeal;?@change;?@first-lines(4)"
      if record.title.count >= 6 { row(record.title, "outdated.document", record, unless) }
      row(Self.pattern(for: record.number), "outdated.document", record, unless)
      row(record.url, "outdated.link", record, "")
    }
    return PackSource(
      manifest: PackSource.File(
        path: path, bytes: Array("id: documents\ntitle: 本单位文件目录\nseverity: warning\n".utf8)),
      tables: [PackSource.File(path: path, bytes: Array(table.utf8))])
  }

  /// A 文号 as an expression that takes any kind of bracket, spaces and 第.
  static func pattern(for number: String) -> String {
    let dense = number.filter { !$0.isWhitespace }
    guard let open = dense.firstIndex(where: { "〔[［(（【".contains($0) }),
      let close = dense[open...].firstIndex(where: { "〕]］)）】".contains($0) })
    else { return dense }
    let code = dense[..<open].filter { $0.isLetter || $0.isNumber }
    let year = dense[dense.index(after: open)..<close].filter { $0.isNumber }
    let rest = dense[dense.index(after: close)...].filter { $0.isNumber }
    guard code.count >= 2, year.count == 4, !rest.isEmpty else { return dense }
    return "/\(code)\\s?[〔\\[（(【]\\s?\(year)\\s?[〕\\]）)】]\\s?第?\\s?0*\(rest)\\s?号/"
  }

  /// A title without the 《》 around it.
  private static func bare(_ title: String) -> String {
    title.hasPrefix("《") && title.hasSuffix("》") ? String(title.dropFirst().dropLast()) : title
  }

  private static let headings: [String: String] = [
    "title": "title", "标题": "title", "名称": "title", "文件名称": "title", "number": "number",
    "文号": "number", "发文字号": "number", "status": "status", "状态": "status", "效力": "status",
    "有效性": "status", "date": "date", "日期": "date", "废止日期": "date", "失效日期": "date",
    "successor": "successor", "替代文件": "successor", "替代": "successor", "url": "url", "网址": "url",
    "链接": "url",
  ]

  private static let statuses: [String: Status] = [
    "": .valid, "valid": .valid, "有效": .valid, "继续有效": .valid, "repealed": .repealed,
    "废止": .repealed, "已废止": .repealed, "expired": .expired, "失效": .expired, "已失效": .expired,
    "replaced": .replaced, "被替代": .replaced, "已被替代": .replaced, "amended": .amended,
    "修改": .amended, "已修改": .amended, "withdrawn": .withdrawn, "撤销": .withdrawn,
    "撤稿": .withdrawn, "已撤销": .withdrawn,
  ]

  private static let names: [Status: String] = [
    .repealed: "已废止", .expired: "已失效", .replaced: "已被替代", .amended: "已修改", .withdrawn: "已撤销",
  ]
}
