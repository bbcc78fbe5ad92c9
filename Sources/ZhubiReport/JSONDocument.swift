public import ZhubiPolicy

/// One document's report as one JSON object: what a program inside a CMS reads.
public struct JSONDocument: Sendable {
  public var language: Language

  public init(language: Language = .chinese) { self.language = language }

  /// `{"document":…,"verdict":…,"counts":{…},"notes":[…],"findings":[…]}`
  public func text(of report: DocumentReport) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.summaryFields(report, language)
      writer.key("findings")
      writer.array { writer in
        for finding in report.findings { writer.finding(finding, language) }
      }
    }
    return writer.text
  }
}
