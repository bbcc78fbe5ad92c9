/// A field of a document's metadata: its text and where it stands.
public struct MetadataField: Sendable, Equatable {
  /// The name as the document spells it.
  public var name: String
  /// The decoded value, white space trimmed.
  public var value: String
  /// The value in the source.
  public var range: Range<SourceOffset>

  public init(name: String, value: String, range: Range<SourceOffset>) {
    (self.name, self.value, self.range) = (name, value, range)
  }
}

/// What a document says about itself.
///
/// The names are those that Chinese government sites must carry (`ArticleTitle`, `PubDate`,
/// `ColumnName`, `ContentSource`, `SiteIDCode`, `SiteName`); common synonyms are understood.
public struct DocumentMetadata: Sendable, Equatable {
  /// The text of `<title>`.
  public var title: MetadataField?
  public var articleTitle: MetadataField?
  /// The date of publication as the document writes it.
  public var publicationDate: MetadataField?
  public var columnName: MetadataField?
  public var contentSource: MetadataField?
  public var siteIDCode: MetadataField?
  public var siteName: MetadataField?
  /// The charset the document declares.
  public var charset: MetadataField?
  /// Every other field with text in it, in order.
  public var others: [MetadataField] = []

  public init() {}

  /// Files a field under its name; the first of several of one name counts, the rest are others.
  mutating func add(_ field: MetadataField) {
    guard !field.value.isEmpty else { return }
    let slot: WritableKeyPath<DocumentMetadata, MetadataField?>? =
      switch field.name.lowercased() {
      case "articletitle", "og:title": \.articleTitle
      case "pubdate", "publishdate", "article:published_time", "date", "dc.date",
        "firstpublishedtime":
        \.publicationDate
      case "columnname": \.columnName
      case "contentsource", "source": \.contentSource
      case "siteidcode": \.siteIDCode
      case "sitename", "og:site_name": \.siteName
      default: nil
      }
    if let slot, self[keyPath: slot] == nil {
      self[keyPath: slot] = field
    } else {
      others.append(field)
    }
  }
}
