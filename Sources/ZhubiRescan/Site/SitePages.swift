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
          SELECT d.id, d.key, COALESCE(NULLIF(d.url, ''), d.key) AS shown, t.title, t.characters,
            t.content, t.sketch, t.names, t.links, t.masked
          FROM documents d LEFT JOIN traces t ON t.document = d.id
          WHERE d.source = ? AND d.gone_run IS NULL ORDER BY d.key
          """, arguments: [source])
      while let row = try rows.next() {
        let index = pages.count
        let page = Page(id: row["id"], key: row["key"], shown: row["shown"])
        pages.append(page)
        links.known(page)
        guard let title: String = row["title"] else { continue }
        interpretations.take(index, title: title, key: page.shown)
        let sketch: Data = row["sketch"]
        if !sketch.isEmpty {
          duplicates.take(index, title: title, content: row["content"], sketch: sketch)
        }
        try row.withUnsafeData(named: "links") { data in
          PackedLinks.unpack(data ?? Data()) { links.take(index, target: $0, line: $1) }
        }
        let named: String = row["names"]
        for entry in named.utf8.split(separator: 0x0A) {
          guard let tab = entry.firstIndex(of: 0x09) else { continue }
          names.take(
            index, String(Substring(entry[entry.index(after: tab)...])),
            line: Int(Substring(entry[..<tab])) ?? 1)
        }
        let masked: String = row["masked"]
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
