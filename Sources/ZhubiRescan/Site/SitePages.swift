#if Rescan
  import Foundation
  import GRDB

  /// What the checks of a whole site look at: the traces of its pages, in the order of their names,
  /// which does not depend on how or when they were scanned.
  struct SitePages {
    struct Page {
      var id: Int64
      var key: String
      /// The address if there is one, else the key.
      var shown: String
    }

    /// Something a check has to say of a page.
    struct Remark {
      var page: Int
      var rule: String
      var severity: String
      var confidence: String
      var line: Int
      var excerpt: String
      var chinese: String
      var english: String
      var suggestion: String?
      var basis: String?
      var times = 1
      /// Tells it from other remarks of the rule on the page.
      var detail: String
    }

    private(set) var pages: [Page] = []
    var duplicates = DuplicatePages()
    var names = NameSpellings()
    var masks = MaskedUnions()
    var links = LinkChecks()
    var interpretations = Interpretations()

    /// Reads every trace once. Memory grows with pages, names and targets, not with texts.
    init(_ db: Database, source: Int64) throws {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT d.id, d.key, NULLIF(d.url, ''), t.title, t.content, t.sketch, t.names, t.links,
            t.masked
          FROM documents d LEFT JOIN traces t ON t.document = d.id
          WHERE d.source = ? AND d.gone_run IS NULL ORDER BY d.key
          """, arguments: [source])
      while let row = try rows.next() {
        let index = pages.count
        // By place, not by name: this is done for every page of a site.
        let key: String = row[1]
        let page = Page(id: row[0], key: key, shown: row[2] ?? key)
        pages.append(page)
        links.known(page)
        guard let title: String = row[3] else { continue }
        interpretations.take(index, title: title, key: page.shown)
        let content: Int64 = row[4]
        try row.withUnsafeData(atIndex: 5) { sketch in
          guard let sketch, !sketch.isEmpty else { return }
          duplicates.take(index, title: title, content: content, sketch: sketch)
        }
        try row.withUnsafeData(atIndex: 7) { data in
          PackedLinks.unpack(data ?? Data()) { links.take(index, target: $0, line: $1) }
        }
        let named: String = row[6]
        for entry in named.utf8.split(separator: 0x0A) {
          guard let tab = entry.firstIndex(of: 0x09) else { continue }
          names.take(
            index, String(Substring(entry[entry.index(after: tab)...])),
            line: Int(Substring(entry[..<tab])) ?? 1)
        }
        let masked: String = row[8]
        for entry in masked.split(separator: "\n") {
          let cells = entry.split(separator: "\t")
          guard cells.count == 4, let kind = MaskedSighting.Kind(rawValue: String(cells[0])) else {
            continue
          }
          masks.take(
            index,
            MaskedSighting(
              kind: kind, pattern: String(cells[1]), tag: String(cells[2]),
              line: Int(cells[3]) ?? 1))
        }
      }
    }
  }
#endif
