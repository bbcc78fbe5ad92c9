#if Rescan
  import Foundation
  import GRDB
  import TestSupport
  import Testing
  import Zhubi
  import ZhubiDetection
  import ZhubiText

  @testable import ZhubiRescan

  /// After a change of the lexicon only documents that can be affected are scanned: the same findings
  /// as a scan of everything.
  @Suite struct AffectedTests {
    static let folding = try! Folding.computed()

    private func scanner(_ rows: [String]) throws -> TextScanner {
      let table = "term\tkind\tseverity\tunless\tonly\n" + rows.joined(separator: "\n") + "\n"
      let pack = PackSource(
        manifest: .init(path: "p/pack.yaml", bytes: Array("id: p\nkind: term.custom\n".utf8)),
        tables: [.init(path: "p/terms.tsv", bytes: Array(table.utf8))])
      let image = try LexiconCompiler(folding: Self.folding, layers: [[], [pack]]).compile()
      return TextScanner(lexicon: try Lexicon(image: image))
    }

    private func run(_ scanner: TextScanner, _ lines: String, into path: URL) throws -> RunOutcome {
      let file = path.deletingLastPathComponent().appending(path: "lines.jsonl")
      try Data(lines.utf8).write(to: file)
      var options = BulkScan.Options()
      options.batch = 7
      let scan = BulkScan(
        scanner: scanner,
        settings: RescanSettings(
          options: "", shown: "", folding: scanner.lexicon.folding.signature),
        options: options)
      return try scan.scan(
        lines: Zhubi.FileHandle(reading: file.path), name: "lines", isComplete: true,
        into: Ledger(path.path, creates: true, writes: true))
    }

    /// Open findings, whatever run they are from.
    private func open(_ path: URL) throws -> [String] {
      try DatabaseQueue(path: path.path).read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT d.key, d.verdict, f.rule, f.fingerprint, f.severity, f.line, f.column, f.times
            FROM findings f JOIN documents d ON d.id = f.document WHERE f.state = 'open'
            ORDER BY 1, 3, 4
            """
        ).map { "\($0)" }
      }
    }

    private static let letters = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥ab1")

    /// A text in which terms may stand broken by what the engine skips.
    private static func text(_ dice: inout Dice) -> String {
      var text = ""
      for _ in 0..<dice.roll(5...60) {
        text.append(dice.pick(letters))
        switch dice.roll(1...24) {
        case 1: text += "\n  "
        case 2: text += "(jiǎ)"
        case 3: text += "\u{200B}"
        case 4: text += "（yi）\n"
        case 5: text += "，"
        case 6: text += "\r\n"
        default: break
        }
      }
      return text
    }

    private static func row(_ dice: inout Dice) -> String {
      func word(_ range: ClosedRange<Int>) -> String {
        String((0..<dice.roll(range)).map { _ in dice.pick(letters) })
      }
      let term = "甲" + word(1...2)
      let unless = dice.oneIn(3) ? "~" + word(1...2) : ""
      let only = dice.oneIn(5) ? "@near(\(word(1...1))|\(word(2...2)))" : ""
      let severity = dice.pick(["warning", "error", "block"])
      return "\(term)\tterm.custom\t\(severity)\t\(unless)\t\(only)"
    }

    @Test func equalsAScanOfEverything() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      var (scanned, all, changed) = (0, 0, 0)
      for seed in 1...14 {
        var dice = Dice(UInt64(seed))
        var lines = ""
        for number in 1...40 {
          let body = Self.text(&dice)
          let json = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
          lines += "{\"id\":\(number),\"text\":\(json),\"date\":\"2024-05-06\"}\n"
        }
        var rows: [String: String] = [:]
        for _ in 0..<dice.roll(5...25) {
          let row = Self.row(&dice)
          rows[String(row.prefix { $0 != "\t" })] = row
        }
        let ledger = folder.appending(path: "\(seed).db")
        _ = try run(scanner(rows.values.sorted()), lines, into: ledger)
        let before = try open(ledger)
        // A few entries go, come and change.
        for _ in 0..<dice.roll(1...4) {
          switch dice.roll(1...3) {
          case 1: rows.removeValue(forKey: dice.pick(rows.keys.sorted()))
          case 2:
            let row = Self.row(&dice)
            rows[String(row.prefix { $0 != "\t" })] = row
          default:
            let term = dice.pick(rows.keys.sorted())
            rows[term] = "\(term)\tterm.custom\tinfo\t~丙\t"
          }
          if rows.isEmpty { rows["甲乙"] = "甲乙\tterm.custom\terror\t\t" }
        }
        let later = try scanner(rows.values.sorted())
        let outcome = try run(later, lines, into: ledger)
        scanned += outcome.scanned
        all += outcome.documents
        let fresh = folder.appending(path: "\(seed)-fresh.db")
        _ = try run(later, lines, into: fresh)
        let wanted = try open(fresh)
        #expect(try open(ledger) == wanted, "seed \(seed)")
        if before != wanted { changed += 1 }
        // Nothing changed any more: nothing is scanned.
        #expect(try run(later, lines, into: ledger).scanned == 0)
      }
      print(
        "after lexicon changes \(scanned) of \(all) documents were scanned; findings changed in \(changed) of 14 rounds"
      )
      #expect(scanned < all * 3 / 4)
      #expect(changed >= 7)
    }

    /// The filter never misses a pair of the folded text, and rarely invents one.
    @Test func theFilterHoldsEveryPair() throws {
      var dice = Dice(5)
      let common = (0x4E00...0x4E00 + 2_500).compactMap { Unicode.Scalar($0).map(Character.init) }
      var (invented, asked, bytes) = (0, 0, 0)
      for _ in 0..<20 {
        var text = ""
        for _ in 0..<dice.roll(200...6_000) { text.append(dice.pick(common)) }
        let document = Document(id: "a", text: text)
        let filter = BigramFilter(document, folding: Self.folding)
        let units = FoldedText(text, folding: Self.folding).units
        var pairs: Set<UInt64> = []
        for (a, b) in zip(units, units.dropFirst()) { pairs.insert(BigramFilter.key(a, b)) }
        let stored = filter.stored
        bytes += stored.count
        let asking = (0..<2_000).map { _ in BigramFilter.key(dice.pick(units), dice.pick(units)) }
        stored.withUnsafeBytes { stored in
          guard let filter = StoredFilter(stored) else {
            Issue.record("not a filter")
            return
          }
          #expect(pairs.allSatisfy(filter.mayContain))
          for key in asking where !pairs.contains(key) {
            asked += 1
            if filter.mayContain(key) { invented += 1 }
          }
        }
      }
      let rate = Double(invented) / Double(asked)
      print("filters: \(bytes / 20) bytes on average, \(rate) of absent pairs taken for present")
      #expect(rate < 0.15)
    }
  }
#endif
