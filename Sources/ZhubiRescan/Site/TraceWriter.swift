#if Rescan
  import Foundation
  import GRDB

  /// Numbers for the targets of links, so that a menu of a hundred links costs a page little.
  struct LinkTargets: Sendable {
    private var numbers: [String: Int64]?

    mutating func number(_ db: Database, _ target: String) throws -> Int64 {
      if numbers == nil {
        numbers = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, address FROM targets")
        while let row = try rows.next() { numbers?[row["address"]] = row["id"] }
      }
      if let known = numbers?[target] { return known }
      try db.run(sql: "INSERT INTO targets (address) VALUES (?)", arguments: [target])
      let number = db.lastInsertedRowID
      numbers?[target] = number
      return number
    }
  }

  extension PageTrace {
    /// Writes the trace of a document.
    static func write(
      _ trace: PageTrace?, of document: Int64, _ db: Database, _ targets: inout LinkTargets
    ) throws {
      // A page that could not be read keeps the trace it had.
      guard let trace else { return }
      var links: [(target: Int64, line: Int)] = []
      for link in trace.links {
        links.append((try targets.number(db, link.text), link.line))
      }
      links.sort { $0 < $1 }
      try db.run(
        sql: """
          INSERT OR REPLACE INTO traces (document, title, characters, content, sketch, names, links,
            masked) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          document, trace.title, trace.characters, trace.content, Data(trace.sketch),
          trace.names.map { "\($0.line)\t\($0.text)" }.joined(separator: "\n"),
          Data(PackedLinks.pack(links)),
          trace.masked.map { "\($0.kind.rawValue)\t\($0.pattern)\t\($0.tag)\t\($0.line)" }
            .joined(separator: "\n"),
        ])
    }
  }

  /// Numbers of targets and lines, as differences of seven bits a byte.
  enum PackedLinks {
    static func pack(_ links: [(target: Int64, line: Int)]) -> [UInt8] {
      var bytes: [UInt8] = []
      var last: Int64 = 0
      func put(_ number: UInt64) {
        var rest = number
        while rest > 0x7F {
          bytes.append(UInt8(rest & 0x7F) | 0x80)
          rest >>= 7
        }
        bytes.append(UInt8(rest))
      }
      for link in links {
        put(UInt64(link.target - last))
        put(UInt64(max(0, link.line)))
        last = link.target
      }
      return bytes
    }

    static func unpack(_ data: Data, _ body: (_ target: Int64, _ line: Int) -> Void) {
      var target: Int64 = 0
      var number: UInt64 = 0
      var shift: UInt64 = 0
      var isTarget = true
      for byte in data {
        number |= UInt64(byte & 0x7F) << shift
        if byte & 0x80 != 0, shift < 56 {
          shift += 7
          continue
        }
        if isTarget {
          target += Int64(truncatingIfNeeded: number)
        } else {
          body(target, Int(truncatingIfNeeded: number))
        }
        isTarget.toggle()
        (number, shift) = (0, 0)
      }
    }
  }
#endif
