import Zhubi

/// A document the client has open.
struct OpenDocument {
  let uri: String
  /// The path of its file; nil for a text that is no file (yet).
  let path: String?
  /// What the client calls its language.
  let languageID: String
  var buffer: TextBuffer
  var version: Int?
  /// What the last scan came to; nil before the first, and where nothing was scanned.
  var report: DocumentReport?
  /// The language the last scan speaks.
  var language = Language.chinese
  /// Whether comments inside the text may silence a finding.
  var obeysComments = true

  /// The form of the text: what its name promises, else what the client says.
  var format: DocumentFormat {
    if let path, let format = DocumentFormat(fileName: path) { return format }
    switch languageID {
    case "html", "xhtml": return .html
    case "markdown": return .markdown
    case "json", "jsonc": return .json
    case "csv": return .csv
    case "tsv": return .tsv
    default: return DocumentFormat(sniffing: buffer.utf8)
    }
  }

  /// Findings that touch a stretch of bytes; one without length touches the byte it stands at.
  func findings(touching range: Range<Int>) -> [ReportedFinding] {
    guard let report else { return [] }
    return report.findings.filter { finding in
      let place = finding.utf8.plain
      return place.lowerBound <= range.upperBound
        && (range.lowerBound < place.upperBound
          || (range.lowerBound == place.upperBound
            && (place.isEmpty || range.lowerBound == range.upperBound)))
    }
  }

  /// Scans the text as it is now.
  mutating func scan(_ settings: EditorSettings) {
    language = settings.language
    switch settings.state {
    case .ignored: report = nil
    case .faulty(let reason): report = unread(.unreadable, reason)
    case .ready(let scanner, var options):
      if let limit = settings.sizeLimit, buffer.utf8.count > limit {
        report = unread(
          .limitReached,
          Message(
            "文件超过 \(limit) 字节的上限，没有检查", "over the limit of \(limit) bytes; not checked"))
        return
      }
      // A server lives longer than a day.
      options.today = .current()
      obeysComments = !options.locksInlineSuppressions
      let document = DocumentReader().read(
        text: buffer.text, id: path ?? uri, format: format)
      var found = scanner.scan(document, options: options)
      if let limit = settings.findingLimit { found.limit(to: limit) }
      report = found
    }
  }

  /// A report that says that there is none.
  private func unread(_ kind: ReadingProblem.Kind, _ why: Message) -> DocumentReport {
    let document = Document(
      id: path ?? uri, source: [], parts: [],
      problems: [ReadingProblem(kind, chinese: why.chinese, english: why.english)])
    return ReportBuilder(profile: Profile.all[0]).report(
      on: document, findings: [], asOf: AsOf(.current(), origin: .today))
  }
}
