#if Rescan
  import Zhubi
  import ZhubiText

  /// What a server sent, with the wrappings of the transport taken off.
  struct CapturedPayload {
    private(set) var bytes: [UInt8] = []
    private(set) var problems: [ReadingProblem] = []
    private let limit: Int

    /// - Parameter limit: the most bytes that are unpacked.
    init(_ capture: Capture, limit: Int) {
      self.limit = limit
      let record = capture.record
      if record.isTooLong {
        problem(
          .limitReached, "记录 \(record.length ?? 0) 字节，超过上限，未读",
          "a record of \(record.length ?? 0) bytes, above the limit, not read")
        return
      }
      if record.isCut {
        problem(.unreadable, "归档在此记录中间断开", "the archive breaks off in this record")
      }
      if let reason = record.truncation {
        problem(
          .limitReached, "抓取时已截断（\(reason)）", "cut off by the crawler (\(reason))")
      }
      if record.isSegment {
        problem(.unsupported, "分段记录，只读第一段", "a record in segments, only the first was read")
      }
      let body = record.block[(capture.message?.bodyStart ?? 0)...]
      bytes = Array(body)
      let isChunked =
        capture.message?.fields["transfer-encoding"]?.lowercased().contains("chunked") == true
      if isChunked, let joined = HTTPMessage.joined(body) {
        bytes = joined.bytes
        if !joined.isComplete, !record.isCut, record.truncation == nil {
          problem(.unreadable, "分块传输不完整", "chunks are missing")
        }
      }
      if !record.isCut { check(record, body) }
      let codings = capture.message?.fields["content-encoding"]?.lowercased() ?? ""
      for coding in codings.split(separator: ",").reversed() {
        unpack(CaptureRecord.trimmed(coding))
      }
    }

    private mutating func problem(
      _ kind: ReadingProblem.Kind, _ chinese: String, _ english: String
    ) {
      problems.append(ReadingProblem(kind, chinese: chinese, english: english))
    }

    /// Some writers take the digest of the body as sent, others with its chunks joined.
    private mutating func check(_ record: CaptureRecord, _ body: ArraySlice<UInt8>) {
      let payload = record.fields["warc-payload-digest"].flatMap { PayloadDigest($0) }
      let block = record.fields["warc-block-digest"].flatMap { PayloadDigest($0) }
      if payload.map({ $0.fits(body) || $0.fits(bytes[...]) }) == false
        || payload == nil && block?.fits(record.block[...]) == false
      {
        problem(.unreadable, "内容与摘要不符，归档已损坏", "the digest does not fit, the archive is damaged")
      }
    }

    private mutating func unpack(_ coding: String) {
      switch coding {
      case "", "identity", "none": return
      case "gzip", "x-gzip":
        // Some writers keep the field and unpack the body.
        if bytes.starts(with: [0x1F, 0x8B]) { inflate(.gzip) }
      case "deflate":
        if bytes.isEmpty { return }
        let isZlib =
          bytes.count > 1 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
        inflate(isZlib ? .zlib : .none)
      default:
        bytes = []
        problem(
          .unsupported, "内容以 \(coding) 压缩，尚不能读取",
          "packed as \(coding), which cannot be read")
      }
    }

    private mutating func inflate(_ wrapping: Inflation.Wrapping) {
      let inflation = Inflation(wrapping)
      var next = 0
      var output: [UInt8] = []
      while true {
        let before = output.count
        switch inflation.take(bytes, &next, into: &output, most: 1 << 18) {
        case .end:
          bytes = output
          return
        case .damaged:
          bytes = output
          return problem(.unreadable, "压缩内容已损坏", "packed content is damaged")
        case .more where next == bytes.count && output.count == before:
          bytes = output
          return problem(.unreadable, "压缩内容不完整", "packed content is cut off")
        case .more: break
        }
        if output.count > limit
          || output.count > 1 << 20 && output.count / CaptureStream.ratio > next
        {
          bytes = output
          return problem(.limitReached, "解压后过大，其余未读", "unpacks to too much, the rest was not read")
        }
      }
    }
  }
#endif
