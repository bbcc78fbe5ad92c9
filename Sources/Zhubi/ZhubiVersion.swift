/// The version of Zhubi, after Semantic Versioning.
public enum ZhubiVersion {
  public static let current = "0.1.0"
}
