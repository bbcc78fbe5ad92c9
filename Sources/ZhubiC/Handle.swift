import CZhubi
import Zhubi
import ZhubiDetection

/// Objects behind the opaque pointers of the C interface.
enum Handle {
  /// An owned pointer to the object.
  static func retained(_ object: some AnyObject) -> OpaquePointer {
    OpaquePointer(Unmanaged.passRetained(object).toOpaque())
  }

  /// The object behind a pointer; ownership stays where it is.
  static func object<T: AnyObject>(_ pointer: OpaquePointer?, as type: T.Type) -> T? {
    pointer.map { Unmanaged<T>.fromOpaque(UnsafeRawPointer($0)).takeUnretainedValue() }
  }

  static func release<T: AnyObject>(_ pointer: OpaquePointer?, as type: T.Type) {
    if let pointer { Unmanaged<T>.fromOpaque(UnsafeRawPointer(pointer)).release() }
  }
}

/// Ways a call fails: the words are kept for `zhubi_last_error`.
enum Failure {
  static func argument(_ text: String) -> zhubi_status {
    zhubi_set_thread_error(text)
    return ZHUBI_INVALID_ARGUMENT
  }

  static func lexicon(_ error: any Error) -> zhubi_status {
    let text =
      switch error {
      case LexiconError.faulty(let diagnostics):
        diagnostics.map { "\($0.file):\($0.line): \($0.message.english)" }.joined(separator: "\n")
      case LexiconError.image(let reason), LexiconError.engine(let reason): reason
      default: "\(error)"
      }
    zhubi_set_thread_error(text)
    return ZHUBI_LEXICON_ERROR
  }
}

/// Strings on their way to C.
enum CStrings {
  /// A copy that is never freed.
  static func immortal(_ text: String) -> UnsafePointer<CChar> { UnsafePointer(copy(of: text)) }

  /// A NUL-terminated copy; its owner deallocates it.
  static func copy(of text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = text.utf8CString
    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { buffer[index] = byte }
    return buffer
  }

  /// Copies a text with its NUL when it fits; returns the bytes it needs without the NUL.
  static func copy(_ text: String, to buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int
  {
    let bytes = text.utf8CString
    if let buffer, capacity >= bytes.count {
      for (index, byte) in bytes.enumerated() { buffer[index] = byte }
    } else if let buffer, capacity > 0 {
      buffer[0] = 0
    }
    return bytes.count - 1
  }
}
