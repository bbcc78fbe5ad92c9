import ICUShims

extension Folding {
  /// Names everything a computed table depends on, without computing it: whoever stores tables keeps
  /// them under this name.
  public static var formatSignature: String {
    "folding \(FoldingImage.version) · ICU \(icu_shims_version()) · \(Unifications.groups.utf8.reduce(UInt64(5381)) { ($0 &* 33) ^ UInt64($1) })"
  }
}
