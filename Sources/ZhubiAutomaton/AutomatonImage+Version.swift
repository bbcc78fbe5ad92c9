extension AutomatonImage {
  /// The version of the layout; images of another version are refused.
  public static var formatVersion: UInt32 { ImageHeader.version }
}
