#if Rescan
  import CZlib

  /// Unpacks one deflated stream piece by piece (RFC 1950, 1951, 1952).
  final class Inflation {
    enum Wrapping: Int32 {
      case none = -15
      case zlib = 15
      case gzip = 31
    }

    enum Ending {
      /// Gives more when given more, or when asked again.
      case more
      case end
      case damaged
    }

    /// Packed bytes taken and unpacked bytes given.
    private(set) var taken = 0
    private(set) var given = 0
    private var stream = z_stream()
    private let isReady: Bool

    init(_ wrapping: Wrapping) {
      isReady =
        inflateInit2_(
          &stream, wrapping.rawValue, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit { if isReady { inflateEnd(&stream) } }

    /// Unpacks from `input[next...]` and appends at most `most` bytes.
    func take(
      _ input: [UInt8], _ next: inout Int, into output: inout [UInt8], most: Int
    ) -> Ending {
      guard isReady else { return .damaged }
      var status: Int32 = Z_OK
      var used = 0
      let piece = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
        input.withUnsafeBufferPointer { bytes in
          stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress! + next)
          stream.avail_in = UInt32(bytes.count - next)
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(most)
          status = inflate(&stream, Z_NO_FLUSH)
          used = bytes.count - next - Int(stream.avail_in)
          filled = most - Int(stream.avail_out)
        }
      }
      next += used
      taken += used
      given += piece.count
      output += piece
      switch status {
      case Z_STREAM_END: return .end
      case Z_OK, Z_BUF_ERROR: return .more
      default: return .damaged
      }
    }
  }
#endif
