#if Rescan
  import Zhubi
  import ZhubiPolicy

  /// Where a list goes: standard output, or a file that is there whole or not at all.
  final class ListSink {
    private let path: String?
    private var bytes: [UInt8] = []

    init(_ path: String?) throws { self.path = path }

    func write(_ text: String) {
      if path == nil { Console.write(text) } else { bytes += Array(text.utf8) }
    }

    func write(_ content: [UInt8]) { bytes += content }

    func end() throws {
      guard let path else { return }
      do {
        try FileSystem.replace(path, with: bytes)
      } catch {
        throw Outcome(status: .incomplete, complaint: error.description)
      }
    }
  }
#endif
