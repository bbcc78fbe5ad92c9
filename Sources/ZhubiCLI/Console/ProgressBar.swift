import Dispatch
import Synchronization
import Zhubi
import ZhubiReport

#if canImport(Glibc)
  import Glibc
#endif

/// A line on standard error that shows how far a long run is.
///
/// Drawn only on a terminal, and never in continuous integration, unless somebody asks for it.
final class ProgressBar: @unchecked Sendable {
  enum Mode: String, CaseIterable {
    case auto, always, never
  }

  private let isDrawn: Bool
  private let isForced: Bool
  private let language: Language
  private let started = Console.now
  private let total: Int
  /// Bytes of all inputs; 0 when nobody knows.
  private let totalBytes: Int
  private let done = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  /// Whether the line is on the screen; held while anything is written.
  private let line = Mutex<Bool>(false)
  private var timer: (any DispatchSourceTimer)?

  /// Seconds before the first line: short runs show nothing.
  private static let patience = 0.5
  private static let width = 24

  /// - Parameters:
  ///   - total: inputs to come; 0 when nobody knows.
  ///   - size: the bytes of all inputs; only asked when the line is drawn.
  init(_ mode: Mode, total: Int, language: Language, size: () -> Int) {
    self.language = language
    self.total = total
    isForced = mode == .always
    isDrawn =
      switch mode {
      case .always: true
      case .never: false
      case .auto:
        isatty(2) == 1 && FileSystem.environment("CI") == nil
          && FileSystem.environment("TERM") != "dumb"
      }
    totalBytes = isDrawn ? size() : 0
    guard isDrawn else { return }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(
      deadline: .now() + (isForced ? 0.05 : Self.patience), repeating: .milliseconds(200))
    timer.setEventHandler { [weak self] in self?.draw() }
    timer.resume()
    self.timer = timer
  }

  func add(bytes count: Int) { bytes.wrappingAdd(count, ordering: .relaxed) }
  func addInput() { done.wrappingAdd(1, ordering: .relaxed) }

  /// Does something to the terminal while the line is away.
  func away(_ body: () -> Void) {
    line.withLock { isShown in
      if isShown { Self.erase() }
      isShown = false
      body()
    }
  }

  /// Takes the line away for good; when it was asked for, the last state stays.
  func end() {
    guard isDrawn else { return }
    timer?.cancel()
    away { if isForced { Console.complain(text) } }
  }

  private func draw() {
    line.withLock { isShown in
      if isShown { Self.erase() }
      Self.put(text)
      isShown = true
    }
  }

  var text: String {
    let seconds = max(Console.now - started, 0.001)
    let (done, bytes) = (done.load(ordering: .relaxed), bytes.load(ordering: .relaxed))
    let rate = "\(Self.megabytes(Double(bytes) / seconds)) MB/s"
    guard total > 0 else {
      return language.pick(
        "已读 \(Self.megabytes(Double(bytes))) MB  \(rate)",
        "\(Self.megabytes(Double(bytes))) MB read  \(rate)")
    }
    // Bytes tell more than files where a few files are large.
    let share =
      done == total
      ? 1
      : totalBytes > 0
        ? min(1, Double(bytes) / Double(totalBytes)) : Double(done) / Double(total)
    let filled = Int(share * Double(Self.width))
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: "-", count: Self.width - filled)
    let left = share > 0 && done < total ? seconds / share * (1 - share) : nil
    let percent = Int(share * 100)
    return language.pick(
      "[\(bar)] \(percent)%  \(done)/\(total) 个文件  \(rate)"
        + (left.map { "  还需 \(Self.clock($0))" } ?? ""),
      "[\(bar)] \(percent)%  \(done)/\(total) files  \(rate)"
        + (left.map { "  \(Self.clock($0)) left" } ?? ""))
  }

  private static func megabytes(_ bytes: Double) -> String {
    let tenths = Int(bytes / 100_000)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let rest = whole % 60
    return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func erase() { put("\r\u{1B}[K") }

  private static func put(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
