#if Rescan
  import Zhubi
  import ZhubiDetection
  import ZhubiText

  /// Finds pages that explain a document which is no longer in force.
  struct Interpretations {
    struct Stale {
      var page: Int
      var subject: String
      var successor: String?
      /// Who says so: an entry of a lexicon, or a page of the site.
      var source: String
    }

    private var pages: [(page: Int, subject: String)] = []
    private var repeals: [String: String] = [:]

    mutating func take(_ page: Int, title: String, key: String) {
      if let subject = PageTitle.interpreted(title) {
        pages.append((page, subject))
        return
      }
      for subject in PageTitle.repealed(title) where repeals[subject] == nil {
        repeals[subject] = key
      }
    }

    func stale(_ register: RepealRegister) -> [Stale] {
      pages.compactMap { page, subject in
        if let entry = register.entries[subject] {
          return Stale(
            page: page, subject: subject, successor: entry.successor, source: entry.source)
        }
        return repeals[subject].map { Stale(page: page, subject: subject, source: $0) }
      }
    }
  }

  /// Titles of documents that are out of force on a day, by the lexicons of a scan.
  struct RepealRegister: Sendable {
    struct Entry: Sendable {
      var successor: String?
      var source: String
    }

    private(set) var entries: [String: Entry] = [:]
    /// Characters that are written for one another, from the slips the lexicons know.
    private(set) var confusions: Set<UInt64> = []
    /// Changes when any of this does.
    private(set) var key = ""

    private static let kinds: Set<String> = [
      "outdated.law", "outdated.regulation", "outdated.document",
    ]

    init(_ lexicon: Lexicon, on day: CalendarDate) {
      for index in 0..<lexicon.entryCount {
        let entry = lexicon.entry(index)
        guard entry.pattern == nil else { continue }
        if Self.kinds.contains(entry.rule.text), entry.severity != .info {
          if let since = entry.since, since > day { continue }
          if let until = entry.until, until < day { continue }
          let title = PageTitle.normal(entry.term)
          if title.count >= 4, entries[title] == nil {
            entries[title] = Entry(
              successor: entry.suggestions.first, source: entry.source)
          }
        } else if entry.rule.text == "typo.confusion" {
          for right in entry.suggestions { addConfusion(entry.term, right) }
        }
      }
      var key = ContentKey()
      for title in entries.keys.sorted() { key.take(title) }
      for pair in confusions.sorted() { key.take("\(pair)") }
      self.key = key.text
    }

    private mutating func addConfusion(_ wrong: String, _ right: String) {
      let (a, b) = (wrong.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value))
      guard a.count == b.count else { return }
      let places = a.indices.filter { a[$0] != b[$0] }
      if places.count == 1 {
        confusions.insert(NameSpellings.pair(a[places[0]], b[places[0]]))
      }
    }
  }
#endif
