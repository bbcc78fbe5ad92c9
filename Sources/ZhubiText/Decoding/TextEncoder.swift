import ICUShims

extension TextEncoding {
  /// The bytes of a text in this encoding, or nil when one of its characters has no place there.
  public func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16le: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16be: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .gb18030: return Self.encode(text, charset: Int32(icu_shims_charset_gb18030))
    case .big5:
      return Self.encode(text, charset: Int32(icu_shims_charset_big5))
        ?? Self.encode(text, charset: Int32(icu_shims_charset_big5_hkscs))
    }
  }

  private static func encode(_ text: String, charset: Int32) -> [UInt8]? {
    guard let converter = icu_shims_converter_open(charset) else { return nil }
    defer { icu_shims_converter_close(converter) }
    let units = Array(text.utf16)
    var bytes = [UInt8](repeating: 0, count: 4 * units.count + 16)
    let count = icu_shims_encode(
      converter, units, Int32(units.count), &bytes, Int32(bytes.count))
    guard count >= 0 else { return nil }
    return Array(bytes.prefix(Int(count)))
  }
}
