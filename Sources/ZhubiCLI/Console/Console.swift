import ZhubiReport
import Zhubi

#if canImport(Glibc)
  import Glibc
#endif

/// The terminal: the only place that prints.
enum Console {
  /// Writes to standard output, all of it or the process ends (a closed pipe is not an error).
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(1, bytes.baseAddress! + written, bytes.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { exit(errno == EPIPE ? 0 : 3) }
        written += count
      }
    }
  }

  /// Writes to standard error.
  static func complain(_ text: String) {
    var line = text + "\n"
    line.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }

  static var isTerminal: Bool { isatty(1) == 1 }

  /// Whether colour is wanted: on a terminal, unless `NO_COLOR` is set.
  static var wantsColour: Bool {
    isTerminal && FileSystem.environment("NO_COLOR") == nil
      && FileSystem.environment("TERM") != "dumb"
  }

  /// The language asked for, else that of the environment, else Chinese.
  static func language(_ wanted: String?) -> Language {
    if let wanted, let language = Language(rawValue: wanted) { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = FileSystem.environment(name) else { continue }
      return value.hasPrefix("en") ? .english : .chinese
    }
    return .chinese
  }

  /// Seconds of a clock that never goes back.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
