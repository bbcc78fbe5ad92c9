#if Rescan
  /// A page of a web archive on its way to be examined.
  struct Capture: Sendable {
    /// The address; with the time of capture when other content of the same address came before.
    var key: String
    var record: CaptureRecord
    var message: HTTPMessage?
    /// The media type, lower-case; empty when nobody says.
    var type: String
    /// The charset the transport declared.
    var charset: String?
  }

  /// Decides what of a web archive is looked at, and counts the rest.
  struct CaptureIntake: Sendable {
    /// Records without text of the site: pictures, redirects, notes of the crawler.
    private(set) var leftOut: [String: Int] = [:]
    /// By the number of an address: the numbers of its contents.
    private var contents: [UInt64: [UInt64]] = [:]

    private static let textless = ["image/", "video/", "audio/", "font/", "application/font"]

    mutating func candidate(_ record: CaptureRecord) -> Candidate? {
      switch record.kind {
      case .other: return nil
      case .continuation:
        return .trouble(
          key: record.address, reason: "分段记录的后段，未读取 a later segment of a record, not read")
      case .response, .resource, .conversion, .revisit: break
      }
      let scheme = record.address.prefix { $0 != ":" }.lowercased()
      guard ["http", "https", "ftp", "ftps", "file"].contains(scheme) else {
        leftOut["\(scheme):", default: 0] += 1
        return nil
      }
      var capture = Capture(key: record.address, record: record, type: "")
      let isHTTP = record.fields["content-type"]?.lowercased().hasPrefix("application/http") == true
      let mayBeWire = record.kind == .response || record.kind == .revisit
      capture.message = isHTTP || mayBeWire ? HTTPMessage(record.block) : nil
      if isHTTP, capture.message == nil, record.kind != .revisit, !record.isTooLong {
        return .trouble(key: record.address, reason: "不是 HTTP 响应 not a response of HTTP")
      }
      if let status = capture.message?.status, let other = answer(status, record) { return other }
      let media =
        capture.message.map { $0.fields["content-type"] } ?? record.fields["content-type"]
      (capture.type, capture.charset) = HTTPMessage.media(media ?? "")
      if capture.type == "text/css" || Self.textless.contains(where: capture.type.hasPrefix) {
        leftOut[capture.type, default: 0] += 1
        return nil
      }
      if record.kind == .revisit {
        return .revisit(key: record.address, original: record.original ?? record.address)
      }
      return named(capture)
    }

    /// What becomes of an answer that is no page; nil goes on.
    private mutating func answer(_ status: Int, _ record: CaptureRecord) -> Candidate?? {
      switch status {
      case 200..<300: return nil
      case 304 where record.kind == .revisit: return nil
      case 300..<400, 404, 410:
        leftOut["HTTP \(status)", default: 0] += 1
        return .some(nil)
      default:
        return .trouble(
          key: record.address, reason: "服务器返回 \(status)，网页未收到 the server answered \(status)")
      }
    }

    /// Contents of one address are documents of their own; the same content again is none.
    private mutating func named(_ capture: Capture) -> Candidate {
      var capture = capture
      let address = Self.number(capture.key.utf8)
      let content = Self.number(
        capture.record.fields["warc-payload-digest"].map { Array($0.utf8) }
          ?? Array(capture.record.block[(capture.message?.bodyStart ?? 0)...]))
      let before = contents[address] ?? []
      if before.contains(content) {
        return .revisit(key: capture.key, original: capture.key)
      }
      contents[address] = before + [content]
      if !before.isEmpty {
        capture.key += " [\(capture.record.fields["warc-date"] ?? "\(before.count + 1)")]"
      }
      return .capture(capture)
    }

    /// FNV-1a.
    private static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
  }

  /// Web archives, read one after another.
  struct CaptureFiles: DocumentSource {
    let name: String
    private(set) var isComplete: Bool
    private var intake = CaptureIntake()
    private let limit: Int
    private var rest: ArraySlice<(key: String, path: String)>
    private var current: (key: String, file: CaptureFile)?
    private let count: Int

    /// - Parameters:
    ///   - isComplete: whether what is not in the archives exists no more.
    ///   - limit: bytes of the longest record that is read.
    init(
      _ files: [(key: String, path: String)], name: String, isComplete: Bool, limit: Int
    ) {
      self.name = name
      self.isComplete = isComplete
      self.limit = limit
      count = files.count
      rest = files[...]
    }

    var leftOut: [String: Int] { intake.leftOut }

    var share: Double? {
      guard count > 0 else { return 1 }
      let begun = Double(count - rest.count - (current == nil ? 0 : 1))
      return (begun + (current?.file.share ?? 0)) / Double(count)
    }

    /// Puts an archive behind those that are still to be read.
    mutating func add(key: String, path: String) { rest.append((key, path)) }

    static func isArchive(_ name: String) -> Bool {
      let name = name.lowercased()
      return name.hasSuffix(".warc") || name.hasSuffix(".warc.gz")
    }

    mutating func next() -> Candidate? {
      while true {
        guard let (key, file) = current else {
          guard let (key, path) = rest.popFirst() else { return nil }
          do {
            current = (key, try CaptureFile(path, limit: limit))
            continue
          } catch {
            isComplete = false
            return .trouble(key: key, reason: error.reason)
          }
        }
        switch file.next() {
        case nil: current = nil
        case .trouble(let address, let reason):
          isComplete = false
          return .trouble(key: address.map { "\(key) \($0)" } ?? key, reason: reason)
        case .record(let record):
          if record.isCut { isComplete = false }
          if let candidate = intake.candidate(record) { return candidate }
        }
      }
    }
  }
#endif
