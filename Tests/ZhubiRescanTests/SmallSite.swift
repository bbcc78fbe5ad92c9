#if Rescan
  import Foundation
  import GRDB
  import TestSupport
  import Testing

  /// A small site in a scratch folder, and what a ledger says of it.
  struct SmallSite {
    let zhubi: Program

    init() throws { zhubi = try Program("zhubi") }

    /// Pages with findings of several kinds, the same for the same seed.
    func write(_ count: Int, seed: UInt64) throws {
      var dice = Dice(seed)
      for number in 1...count {
        try zhubi.write("site/\(number % 7)/\(number).html", Self.page(number, &dice))
      }
    }

    static func page(_ number: Int, _ dice: inout Dice) -> String {
      var body = "关于开展第\(number)号专项检查工作的通知"
      let pieces = [
        "请于规定时间内将有关情况报送办公室。", "联系手机：138\(dice.roll(10_000_000...99_999_999))。",
        "抄送国家食品药品监督管理总局。", "本页内容为内部资料，注意保存。", "附件另行印发。",
      ]
      for _ in 0..<dice.roll(1...12) { body += "<p>\(dice.pick(pieces))</p>\n" }
      let column = dice.pick(["通知公告", "政策文件", "工作动态"])
      return
        "<html><head><meta name=\"ColumnName\" content=\"\(column)\"></head><body>\(body)</body></html>"
    }

    @discardableResult
    func rescan(_ ledger: String = "l.db", _ more: String...) throws -> Program.Result {
      try zhubi.run(["rescan", "site", "--ledger", ledger, "--no-config"] + more)
    }

    /// Everything in a ledger that a run is to answer for, times of day aside.
    func contents(_ ledger: String = "l.db") throws -> String {
      let queue = try DatabaseQueue(path: zhubi.folder.appending(path: ledger).path)
      return try queue.read { db in
        try [
          "SELECT id, status, documents, scanned, bytes, unread, gone, new, reappeared, fixed, open, accepted FROM runs",
          "SELECT id, key, hash, size, site_column, verdict, judgement, run, gone_run FROM documents ORDER BY id",
          "SELECT * FROM findings ORDER BY id", "SELECT * FROM events ORDER BY id",
          "SELECT document, hex(bits) FROM filters ORDER BY document", "SELECT * FROM troubles",
        ].flatMap { sql in try Row.fetchAll(db, sql: sql).map { "\($0)" } }.joined(separator: "\n")
      }
    }

    func value(_ sql: String, _ ledger: String = "l.db") throws -> String {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      let path = zhubi.folder.appending(path: ledger).path
      guard FileManager.default.fileExists(atPath: path) else { return "" }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { db in
        try Row.fetchAll(db, sql: sql).map { row in
          row.databaseValues.map { "\($0)" }.joined(separator: "|").replacing("\"", with: "")
        }.joined(separator: "\n")
      }
    }
  }
#endif
