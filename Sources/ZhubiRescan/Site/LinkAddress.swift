#if Rescan
  /// Where a link leads, in the names a ledger has for documents.
  enum LinkAddress {
    /// Endings of targets that are documents; others (programs, pictures) are not judged.
    private static let documents: Set<String> = [
      "html", "htm", "shtml", "xhtml", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps",
      "et",
      "ofd", "txt", "zip", "rar", "7z", "csv",
    ]

    /// The name of the target; nil when it leads elsewhere or to something that is not judged.
    ///
    /// - Parameters:
    ///   - page: the name of the page: an address, or a path below the folder of the mirror.
    static func resolve(_ target: String, from page: String) -> String? {
      var path = target.prefix { $0 != "#" && $0 != "?" }
      guard !path.isEmpty, target.prefix(2_000).count < 2_000 else { return nil }
      let base = Base(page)
      if path.hasPrefix("//") { path = "http:" + path }
      let scheme = path.prefix { $0 != ":" && $0 != "/" }
      var parts: [Substring]
      if scheme.endIndex < path.endIndex, path[scheme.endIndex] == ":" {
        guard ["http", "https"].contains(scheme.lowercased()) else { return nil }
        let rest = path.dropFirst(scheme.count + 1).drop { $0 == "/" }
        let host = rest.prefix { $0 != "/" }
        guard let own = base.host, host.lowercased() == own else { return nil }
        parts = rest.dropFirst(host.count).split(separator: "/", omittingEmptySubsequences: true)
        if rest.hasSuffix("/") { parts.append("") }
      } else {
        parts = path.hasPrefix("/") ? [] : base.folder
        parts += path.split(separator: "/", omittingEmptySubsequences: true)
        if path.hasSuffix("/") { parts.append("") }
      }
      var clean: [Substring] = []
      for part in parts {
        if part == "." { continue }
        if part == ".." { _ = clean.popLast() } else { clean.append(part) }
      }
      guard let name = clean.last, let dot = name.lastIndex(of: "."),
        documents.contains(name[name.index(after: dot)...].lowercased())
      else { return nil }
      let joined = clean.joined(separator: "/")
      return base.prefix + (base.isAddress ? joined : plain(joined))
    }

    /// The first folder of a path or an address, the name of a column where the page has none.
    static func folder(_ page: String) -> String? {
      let base = Base(page)
      let path = base.isAddress ? base.folder : page.split(separator: "/").dropLast()
      return path.first.map(String.init)
    }

    private struct Base {
      /// What stands before the first part of a path.
      var prefix = ""
      var host: String?
      var folder: [Substring]
      var isAddress = false

      init(_ page: String) {
        let path = page.prefix { $0 != "?" && $0 != "#" }
        if path.hasPrefix("http://") || path.hasPrefix("https://") {
          isAddress = true
          let scheme = path.hasPrefix("https") ? "https://" : "http://"
          let rest = path.dropFirst(scheme.count)
          let host = rest.prefix { $0 != "/" }
          self.host = host.lowercased()
          prefix = scheme + host + "/"
          folder = rest.dropFirst(host.count).split(
            separator: "/", omittingEmptySubsequences: true)
          if !rest.hasSuffix("/") { _ = folder.popLast() }
        } else {
          folder = path.split(separator: "/", omittingEmptySubsequences: true)
          _ = folder.popLast()
          // A mirror as wget writes it has the host as its first folder.
          if let first = folder.first, first.contains("."), first.split(separator: ".").count > 1 {
            host = first.lowercased()
            prefix = first + "/"
            folder.removeFirst()
          }
        }
      }
    }

    /// A path with its percent signs read.
    private static func plain(_ text: String) -> String {
      guard text.contains("%") else { return text }
      var bytes: [UInt8] = []
      var rest = Array(text.utf8)[...]
      while let byte = rest.popFirst() {
        if byte == 0x25, rest.count >= 2,
          let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      }
      return String(validating: bytes, as: UTF8.self) ?? text
    }
  }
#endif
