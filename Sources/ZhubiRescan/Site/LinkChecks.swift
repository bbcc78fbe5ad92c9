#if Rescan
  import GRDB

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Finds links to pages of the same site that were taken down or never were there.
  struct LinkChecks {
    struct Dead {
      enum Reason { case withdrawn, missing }
      /// The first page that links there.
      var page: Int
      var line: Int
      var target: String
      var reason: Reason
      /// Pages that link there.
      var pages: Int
    }

    private struct Use {
      var page: Int32
      var line: Int32
      var pages: Int32
    }

    private var known: Set<String> = []
    /// Pages of every folder.
    private var pages: [Substring: Int] = [:]
    private var uses: [Int64: Use] = [:]

    mutating func known(_ page: SitePages.Page) {
      known.insert(page.key)
      pages[Self.top(page.shown), default: 0] += 1
      if page.shown != page.key { known.insert(page.shown) }
    }

    mutating func take(_ page: Int, target: Int64, line: Int) {
      if uses[target] != nil {
        uses[target]!.pages += 1
      } else {
        uses[target] = Use(page: Int32(page), line: Int32(clamping: line), pages: 1)
      }
    }

    /// Where more targets are missing than pages are there, the mirror holds a part of the site only,
    /// and what is missing says nothing; nor does it where most links lead nowhere, because names of
    /// files are not those of the site.
    ///
    /// - Parameter folder: the folder of the mirror; nil for exports and archives.
    func dead(_ db: Database, source: Int64, folder: String?) throws -> [Dead] {
      let withdrawn = Set(
        try String.fetchAll(
          db, sql: "SELECT key FROM documents WHERE source = ? AND gone_run IS NOT NULL",
          arguments: [source]))
      var counts: [Substring: Int] = [:]
      var there = 0
      var missing: [(use: Use, target: String)] = []
      var found: [Dead] = []
      let rows = try Row.fetchCursor(db, sql: "SELECT id, address FROM targets")
      while let row = try rows.next() {
        guard let use = uses[row["id"]] else { continue }
        let target: String = row["address"]
        if known.contains(target) {
          there += 1
        } else if withdrawn.contains(target) {
          there += 1
          found.append(Self.dead(use, target, .withdrawn))
        } else if folder.map({ access("\($0)/\(target)", F_OK) == 0 }) != true {
          missing.append((use, target))
          counts[Self.top(target), default: 0] += 1
        } else {
          there += 1
        }
      }
      let judged = missing.filter { pages[Self.top($0.target), default: 0] > 0 }.count
      for (use, target) in missing where judged <= there {
        let top = Self.top(target)
        if pages[top, default: 0] >= counts[top, default: 0] {
          found.append(Self.dead(use, target, .missing))
        }
      }
      return found.sorted { ($0.page, $0.line, $0.target) < ($1.page, $1.line, $1.target) }
    }

    private static func dead(_ use: Use, _ target: String, _ reason: Dead.Reason) -> Dead {
      Dead(
        page: Int(use.page), line: Int(use.line), target: target, reason: reason,
        pages: Int(use.pages))
    }

    /// The folder whose completeness is judged: of an address the host and the first folder.
    private static func top(_ target: String) -> Substring {
      let isAddress = target.hasPrefix("http://") || target.hasPrefix("https://")
      let depth = isAddress ? 4 : 1
      var slashes = 0
      for index in target.utf8.indices where target.utf8[index] == 0x2F {
        slashes += 1
        if slashes == depth { return target[..<index] }
      }
      return ""
    }
  }
#endif
