#if Rescan
  import Zhubi
  import ZhubiDetection
  import ZhubiPolicy
  import ZhubiText

  /// A lexicon as the ledger remembers it: one number for every entry.
  ///
  /// Two lexicons are compared by these numbers alone; where an entry stands in its table does not
  /// count.
  struct LexiconState: Sendable {
    /// The numbers of all entries, sorted.
    let entries: [Int64]
    /// The entry behind a number.
    let indices: [Int64: Int]
    /// Names the whole lexicon.
    let key: String
    /// Names the set of rules that entries belong to.
    let rules: String

    /// - Parameter jobs: threads that read the entries.
    init(_ lexicon: Lexicon, jobs: Int = 1) {
      let count = lexicon.entryCount
      let chunks = inParallel((count + Self.chunk - 1) / Self.chunk, jobs: jobs) { chunk in
        (chunk * Self.chunk..<min(count, (chunk + 1) * Self.chunk)).map {
          Self.number(of: lexicon.entry($0))
        }
      }
      var indices: [Int64: Int] = [:]
      indices.reserveCapacity(count)
      for (index, number) in chunks.joined().enumerated() { indices[number] = index }
      self.indices = indices
      entries = indices.keys.sorted()
      var key = ContentKey()
      entries.withUnsafeBytes { key.take($0) }
      var rules = ContentKey()
      for rule in lexicon.rules.map(\.text).sorted() { rules.take(rule) }
      self.rules = rules.text
      key.take(rules.text)
      self.key = key.text
    }

    /// Entries one thread takes at a time.
    private static let chunk = 1_024

    static func number(of entry: LexiconEntry) -> Int64 {
      var key = ContentKey()
      key.take(entry.rule.text)
      key.take(entry.term)
      key.take(entry.pattern ?? "\u{0}")
      key.take(entry.severity?.rawValue ?? "")
      key.take(entry.confidence.rawValue)
      for list in [entry.suggestions, [entry.source, entry.note, entry.pack]] {
        key.take("\(list.count)")
        for text in list { key.take(text) }
      }
      for conditions in [entry.unless, entry.only] {
        key.take("\(conditions.count)")
        for condition in conditions { take(condition, &key) }
      }
      key.take("\(entry.since?.dayNumber ?? -1) \(entry.until?.dayNumber ?? -1) \(entry.layer)")
      return Int64(bitPattern: UInt64(key.text.prefix(16), radix: 16) ?? 0)
    }

    private static func take(_ condition: Condition, _ key: inout ContentKey) {
      switch condition {
      case .phrase(let text):
        key.take("phrase")
        key.take(text)
      case .named(let name, let arguments):
        key.take("named \(arguments.count)")
        key.take(name)
        for argument in arguments { key.take(argument) }
      case .doubt(let inner):
        key.take("doubt")
        take(inner, &key)
      }
    }
  }

  /// Whether a document that did not change must be scanned again.
  struct Freshness: Sendable {
    enum Age: Sendable {
      /// Judged exactly as now.
      case current
      /// Judged with another lexicon: only documents in which one of these may stand are affected.
      case unless([WordingPairs])
      /// Judged in another way.
      case outdated
    }

    var current: Int64
    /// By the number of the judgement a document was last judged with.
    var ages: [Int64: Age]
    /// Judgements with other rules than now: suppressions may mean something else.
    var otherRules: Set<Int64>

    func isFresh(_ known: KnownDocument, on day: String) -> Bool {
      guard !known.isGone, known.hash != nil else { return false }
      if known.hasDirectives, known.judgedOn != day || otherRules.contains(known.judgement) {
        return false
      }
      switch ages[known.judgement] ?? .outdated {
      case .current: return true
      case .outdated: return false
      case .unless: return !known.mayHoldChange
      }
    }

    /// The wordings that decide whether a document of an earlier judgement is affected; nil where
    /// its filter need not be asked.
    func wordings(since judgement: Int64) -> [WordingPairs]? {
      if case .unless(let wordings) = ages[judgement] { wordings } else { nil }
    }
  }

  /// What the ledger knows of a document from an earlier scan.
  struct KnownDocument: Sendable {
    var id: Int64
    /// Nil when it was never read to its end.
    var hash: String?
    var size: Int64
    /// Nanoseconds; 0 when the time cannot be relied on.
    var modified: Int64
    var judgement: Int64
    var hasDirectives: Bool
    var isGone: Bool
    /// The day this content was first seen.
    var seen: String
    var judgedOn: String
    /// Whether something of it was not read.
    var isIncomplete: Bool
    /// Whether a wording that came, went or changed since may stand in it.
    var mayHoldChange = true
  }
#endif
