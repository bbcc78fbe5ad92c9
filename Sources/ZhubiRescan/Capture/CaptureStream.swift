#if Rescan
  import CZlib

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// The bytes of a web archive, unpacked where they are packed, a piece at a time.
  ///
  /// Crawlers pack every record as a gzip member of its own (WARC 1.1, annex D); files packed as a
  /// whole are read too. What is damaged can be left behind: the next member, or in plain files the
  /// next head of a record, is where reading goes on.
  final class CaptureStream {
    /// Why there are no more bytes although the file may have some.
    enum Damage: Equatable {
      /// The file ends inside a member.
      case cut
      case broken
      /// Unpacks to more than any page would.
      case bomb
      case system(Int32)
    }

    private(set) var damage: Damage?
    /// Bytes of the file.
    let size: Int64
    let isPacked: Bool

    private let descriptor: Int32
    /// Where the next piece of the file is fetched from.
    private var position: Int64 = 0
    private var raw: [UInt8] = []
    private var rawNext = 0
    private var inflation: Inflation?
    /// Unpacked and not taken yet; the first of them is the byte `taken` of all.
    private var out: [UInt8] = []
    private var outNext = 0
    private var taken = 0
    /// Where members begin, in unpacked bytes and in the file; those behind the reader are gone.
    private var members: [(out: Int, file: Int64)] = []

    private static let piece = 1 << 18
    private static let bombSize = 64 << 20
    static let ratio = 400

    init(_ path: String) throws(MirrorFile.Failure) {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .system(errno) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else {
        let code = errno
        close(descriptor)
        throw .system(code)
      }
      size = Int64(status.st_size)
      var head: [UInt8] = [0, 0]
      isPacked = pread(descriptor, &head, 2, 0) == 2 && head == [0x1F, 0x8B]
    }

    deinit { close(descriptor) }

    /// How much of the file was read, from 0 to 1.
    var share: Double { size == 0 ? 1 : Double(filePosition) / Double(size) }

    /// Where the reader is: in the file, for packed ones the beginning of the member.
    var filePosition: Int64 {
      isPacked ? members.last?.file ?? 0 : position - Int64(out.count - outNext)
    }

    /// Bytes taken so far, a name for a place to come back to.
    var mark: Int { taken }

    /// The next bytes, at most `count`; fewer only at the end or before damage.
    func read(upTo count: Int) -> [UInt8] {
      while out.count - outNext < count, fill() {}
      let end = min(out.count, outNext + count)
      let bytes = Array(out[outNext..<end])
      advance(to: end)
      return bytes
    }

    /// Leaves bytes out; gives how many there were.
    func skip(_ count: Int) -> Int {
      var left = count
      while left > 0 {
        if outNext == out.count, !fill() { break }
        let step = min(left, out.count - outNext)
        advance(to: outNext + step)
        left -= step
      }
      return count - left
    }

    /// The next bytes without taking them.
    func peek(_ count: Int) -> ArraySlice<UInt8> {
      while out.count - outNext < count, fill() {}
      return out[outNext..<min(out.count, outNext + count)]
    }

    /// A line without its end; nil at the end of the file or when there is none within the limit.
    func line(limit: Int) -> [UInt8]? {
      var searched = 0
      while true {
        if let end = out[(outNext + searched)...].firstIndex(of: 0x0A) {
          var line = Array(out[outNext..<end])
          advance(to: end + 1)
          if line.last == 0x0D { line.removeLast() }
          return line
        }
        searched = out.count - outNext
        if searched > limit || !fill() { return nil }
      }
    }

    private func advance(to next: Int) {
      taken += next - outNext
      outNext = next
      while members.count > 1, members[1].out <= taken { members.removeFirst() }
      if outNext == out.count {
        out.removeAll(keepingCapacity: true)
        outNext = 0
      } else if outNext > Self.piece {
        out.removeSubrange(..<outNext)
        outNext = 0
      }
    }

    private func fill() -> Bool {
      guard damage == nil else { return false }
      guard isPacked else {
        guard fetch() else { return false }
        out += raw
        rawNext = raw.count
        return true
      }
      while true {
        if rawNext == raw.count, !fetch() {
          if inflation != nil, damage == nil { damage = .cut }
          return false
        }
        if inflation == nil {
          // Zeros behind the last member are padding.
          if raw[rawNext] == 0 {
            rawNext += 1
            continue
          }
          members.append((taken + out.count - outNext, position - Int64(raw.count - rawNext)))
          inflation = Inflation(.gzip)
        }
        guard let inflation else { return false }
        let before = out.count
        let ending = inflation.take(raw, &rawNext, into: &out, most: Self.piece)
        switch ending {
        case .more: break
        case .end: self.inflation = nil
        case .damaged: damage = .broken
        }
        if inflation.given > Self.bombSize, inflation.given / Self.ratio > inflation.taken {
          damage = .bomb
        }
        if out.count > before { return true }
        if damage != nil { return false }
      }
    }

    private func fetch() -> Bool {
      var failure: Int32 = 0
      let place = position
      let descriptor = descriptor
      raw = [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, filled in
        while true {
          let got = pread(descriptor, buffer.baseAddress!, Self.piece, off_t(place))
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          filled = max(0, got)
          return
        }
      }
      rawNext = 0
      if failure != 0 { damage = .system(failure) }
      position += Int64(raw.count)
      return !raw.isEmpty
    }

    // MARK: - Going on behind damage

    /// Goes to the next record behind the one that began at `mark`; false when there is none.
    ///
    /// - Parameter inside: whether the record did not begin a member: then only the bytes that
    ///   follow are searched.
    func recover(recordAt mark: Int) -> Bool {
      if case .system = damage { return false }
      if isPacked {
        let member = members.last { $0.out <= mark }
        let beginsMember = member?.out == mark
        if damage == nil, !beginsMember { return find(Self.head) }
        return findMember(behind: (beginsMember ? member : members.last)?.file ?? 0)
      }
      let back = taken - mark
      if back > 0 {
        position -= Int64(out.count - outNext + back)
        taken = mark
        out.removeAll()
        outNext = 0
        raw.removeAll()
        rawNext = 0
        _ = skip(min(5, back))
      }
      return find(Self.head)
    }

    private static let head = Array("\nWARC/".utf8)

    /// Stops before the record whose head is next.
    private func find(_ needle: [UInt8]) -> Bool {
      while true {
        var start = outNext
        while let place = out[start...].firstIndex(of: needle[0]) {
          if out.count - place < needle.count { break }
          if out[place..<place + needle.count].elementsEqual(needle) {
            advance(to: place + 1)
            return true
          }
          start = place + 1
        }
        if !out.isEmpty {
          advance(to: max(outNext, out.count - needle.count))
        }
        if !fill() { return false }
      }
    }

    private func findMember(behind file: Int64) -> Bool {
      var place = file + 1
      (inflation, damage, members) = (nil, nil, [])
      out.removeAll()
      outNext = 0
      while true {
        position = place
        guard fetch(), raw.count > 18 else { return false }
        var index = 0
        while index + 4 <= raw.count {
          guard let next = raw[index...].firstIndex(of: 0x1F), next + 4 <= raw.count else { break }
          if raw[next + 1] == 0x8B, raw[next + 2] == 8, raw[next + 3] & 0xE0 == 0,
            holdsRecord(at: place + Int64(next))
          {
            position = place + Int64(next)
            raw.removeAll()
            rawNext = 0
            return true
          }
          index = next + 1
        }
        place += Int64(raw.count - 3)
        if raw.count < Self.piece { return false }
      }
    }

    /// Whether a member that begins with a record begins here.
    private func holdsRecord(at file: Int64) -> Bool {
      var head = [UInt8](repeating: 0, count: 4_096)
      let count = pread(descriptor, &head, head.count, off_t(file))
      guard count > 18 else { return false }
      var next = 0
      var start: [UInt8] = []
      _ = Inflation(.gzip).take(Array(head[..<count]), &next, into: &start, most: 64)
      return start.starts(with: Self.head.dropFirst())
    }
  }
#endif
