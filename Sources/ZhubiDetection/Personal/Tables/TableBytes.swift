import PersonalTables

/// A built-in table: tab-separated lines, `#` begins a comment, the first line is the header.
struct TableBytes: @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ table: personal_table) {
    bytes = UnsafeBufferPointer(start: table.bytes, count: table.length)
  }

  /// Hands every row over as its fields (bytes of the table). One pass.
  func forEachRow(_ body: ([Slice<UnsafeBufferPointer<UInt8>>]) -> Void) {
    var isHeader = true
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      if isHeader {
        isHeader = false
        continue
      }
      body(line.split(separator: 0x09, omittingEmptySubsequences: false))
    }
  }

  static let regionCodes = TableBytes(personal_region_codes())
  static let areaCodes = TableBytes(personal_area_codes())
  static let mobilePrefixes = TableBytes(personal_mobile_prefixes())
  static let cardBins = TableBytes(personal_card_bins())
  static let surnames = TableBytes(personal_surnames())
  static let nameStops = TableBytes(personal_name_stops())
  static let words = TableBytes(personal_words())
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
  /// The decimal number the bytes write; 0 for none.
  var number: Int { reduce(0) { $0 * 10 + Int($1 &- 0x30) } }

  /// The words between single spaces.
  var words: [Slice<UnsafeBufferPointer<UInt8>>] { split(separator: 0x20) }

  var text: String { String(decoding: self, as: UTF8.self) }
}
