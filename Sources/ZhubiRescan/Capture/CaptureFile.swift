#if Rescan
  /// Reads the records of one web archive from front to back. One block is held at a time.
  final class CaptureFile {
    enum Step {
      case record(CaptureRecord)
      /// Something of the file could not be read; an address where one is known.
      case trouble(address: String?, reason: String)
    }

    private let stream: CaptureStream
    private let limit: Int
    private var recovery: Int?
    /// Whether something was lost, so that what is not met may well exist.
    private(set) var isDamaged = false
    private(set) var records = 0

    private static let longestLine = 1 << 16
    private static let mostLines = 1_000

    /// - Parameter limit: bytes of the longest block that is read.
    init(_ path: String, limit: Int) throws(MirrorFile.Failure) {
      stream = try CaptureStream(path)
      self.limit = limit
    }

    var share: Double { stream.share }

    /// Nil at the end of the file.
    func next() -> Step? {
      if let mark = recovery {
        recovery = nil
        guard stream.recover(recordAt: mark) else { return nil }
      }
      while stream.peek(1).first.map({ $0 == 0x0D || $0 == 0x0A }) == true { _ = stream.skip(1) }
      let mark = stream.mark
      guard let first = stream.line(limit: Self.longestLine) else {
        if stream.damage != nil || !stream.peek(1).isEmpty { return broken(mark, nil, nil) }
        if records == 0, !isDamaged { return broken(mark, nil, "没有任何记录 no record in it") }
        return nil
      }
      guard first.starts(with: Array("WARC/".utf8)) else {
        return broken(mark, nil, "不是 WARC 记录 not a WARC record")
      }
      var lines: [[UInt8]] = []
      while true {
        guard let line = stream.line(limit: Self.longestLine), lines.count < Self.mostLines else {
          return broken(mark, CaptureRecord(lines), nil)
        }
        if line.isEmpty { break }
        lines.append(line)
      }
      var record = CaptureRecord(lines)
      guard let length = record.length else {
        return broken(mark, record, "记录没有长度 the record has no length")
      }
      records += 1
      return block(of: &record, length, mark)
    }

    private func block(of record: inout CaptureRecord, _ length: Int, _ mark: Int) -> Step? {
      let isWanted = record.kind != .other && record.kind != .continuation
      let read: Int
      if !isWanted || length > limit {
        record.isTooLong = isWanted && length > limit
        read = stream.skip(length)
      } else {
        record.block = stream.read(upTo: length)
        read = record.block.count
      }
      if read < length {
        isDamaged = true
        recovery = mark
        guard isWanted else { return broken(mark, record, nil) }
        record.isCut = true
        return .record(record)
      }
      // Two line ends follow every block.
      let end = stream.peek(4)
      let isEnded =
        end.isEmpty || end.elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) || end.prefix(2) == [0x0A, 0x0A]
      if !isEnded, stream.damage == nil {
        return broken(mark, record, "记录长度有误 the length of the record is wrong")
      }
      return .record(record)
    }

    private func broken(_ mark: Int, _ record: CaptureRecord?, _ reason: String?) -> Step {
      isDamaged = true
      recovery = mark
      let why =
        switch stream.damage {
        case .cut: "归档在记录中间结束 the archive ends inside a record"
        case .broken: "压缩数据已损坏 packed data is damaged"
        case .bomb: "压缩比过高，疑为压缩炸弹 packed too tightly, possibly a bomb"
        case .system(let code): MirrorFile.Failure.system(code).reason
        case nil: reason ?? "归档在记录中间结束 the archive ends inside a record"
        }
      let address = record?.address ?? ""
      return .trouble(
        address: address.isEmpty ? nil : address,
        reason: "\(why)（字节 byte \(stream.filePosition)）")
    }
  }
#endif
