import AttachmentExchange
import CZlib

/// Unpacks deflated bytes piece by piece.
struct Inflater {
  enum Wrapping: Int32 {
    case none = -15
    case gzip = 31
  }

  private static let pieceSize = 1 << 16

  /// Unpacks one stream from `input` and hands on pieces of at most 64 KiB; returns how much of the
  /// input it took.
  @discardableResult
  static func inflate(
    _ input: UnsafeRawBufferPointer, _ wrapping: Wrapping, budget: Budget,
    _ take: (UnsafeBufferPointer<UInt8>) throws(Refusal) -> Void
  ) throws(Refusal) -> Int {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, wrapping.rawValue, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw Refusal(.limitReached, "内存不足", "out of memory") }
    defer { inflateEnd(&stream) }
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieceSize)
    defer { piece.deallocate() }
    var taken = 0
    var given = 0
    while true {
      if stream.avail_in == 0, taken < input.count {
        let count = min(input.count - taken, 1 << 30)
        stream.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress!.assumingMemoryBound(to: UInt8.self) + taken)
        stream.avail_in = UInt32(count)
        taken += count
      }
      stream.next_out = piece.baseAddress
      stream.avail_out = UInt32(pieceSize)
      let status = CZlib.inflate(&stream, Z_NO_FLUSH)
      let count = pieceSize - Int(stream.avail_out)
      if count > 0 {
        try budget.unpack(count)
        given += count
        if given > 1 << 20, given / budget.limits.ratio > taken - Int(stream.avail_in) {
          throw Refusal(
            .limitReached, "压缩比超过 \(budget.limits.ratio)，疑为压缩炸弹",
            "packed more than \(budget.limits.ratio) to 1, possibly a bomb")
        }
        try take(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(piece)[..<count]))
      }
      if status == Z_STREAM_END { return taken - Int(stream.avail_in) }
      guard status == Z_OK else { throw .truncated }
    }
  }
}
