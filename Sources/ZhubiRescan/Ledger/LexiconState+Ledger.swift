#if Rescan
  import Foundation
  import GRDB

  extension LexiconState {
    /// Remembers the lexicon and the wordings of entries not met before; gives its number.
    func store(
      _ db: Database, packs: String, wordings: (Int64) -> [WordingPairs]
    ) throws -> Int64 {
      if let known = try Int64.fetchOne(
        db, sql: "SELECT id FROM lexicons WHERE key = ?", arguments: [key])
      {
        return known
      }
      let known = Set(try Int64.fetchAll(db, sql: "SELECT number FROM entries"))
      for number in entries where !known.contains(number) {
        try db.run(
          sql: "INSERT INTO entries (number, wordings) VALUES (?, ?)",
          arguments: [number, Self.stored(wordings(number))])
      }
      try db.execute(
        sql: "INSERT INTO lexicons (key, packs, rules, entries) VALUES (?, ?, ?, ?)",
        arguments: [key, packs, rules, entries.withUnsafeBytes { Data($0) }])
      return db.lastInsertedRowID
    }

    /// The wordings of entries met before.
    static func wordings(_ db: Database, of numbers: Set<Int64>) throws -> [WordingPairs] {
      var all: Set<WordingPairs> = []
      for number in numbers {
        let stored = try Data.fetchOne(
          db, sql: "SELECT wordings FROM entries WHERE number = ?", arguments: [number])
        // An entry nobody knows may stand anywhere.
        all.formUnion(stored.map(wordings(stored:)) ?? [WordingPairs(keys: [])])
      }
      // Rare pairs first would be better; fewer pairs first at least settles the doubtful ones.
      return all.sorted { $0.keys.count < $1.keys.count }
    }

    static func numbers(stored data: Data) -> [Int64] {
      data.withUnsafeBytes { bytes in
        (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self) }
      }
    }

    private static func stored(_ wordings: [WordingPairs]) -> Data {
      var numbers: [UInt64] = []
      for wording in wordings {
        numbers.append(UInt64(wording.keys.count))
        numbers += wording.keys
      }
      return numbers.withUnsafeBytes { Data($0) }
    }

    private static func wordings(stored data: Data) -> [WordingPairs] {
      let numbers = data.withUnsafeBytes { bytes in
        (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
      }
      var wordings: [WordingPairs] = []
      var index = 0
      while index < numbers.count {
        let end = min(index + 1 + Int(min(numbers[index], 1 << 20)), numbers.count)
        wordings.append(WordingPairs(keys: Array(numbers[(index + 1)..<end])))
        index = end
      }
      return wordings
    }
  }
#endif
