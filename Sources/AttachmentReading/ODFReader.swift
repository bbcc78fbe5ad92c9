import AttachmentExchange

/// Reads ODT, ODS and ODP, the formats of ISO/IEC 26300.
struct ODFReader {
  let package: OfficePackage
  let pictures: PictureReader

  func read() {
    if package.has("META-INF/manifest.xml") {
      let manifest = Nodes(["encryption-data"])
      package.parse("META-INF/manifest.xml", manifest)
      if !manifest.list.isEmpty { return package.output.problem(.encrypted, package.place) }
    }
    // Named styles say what is hidden in the content.
    let styles = ODFText(package.budget)
    if package.has("styles.xml") { package.parse("styles.xml", styles) }
    if package.has("content.xml") {
      let content = ODFText(package.budget, hidden: styles.hidden)
      package.parse("content.xml", content)
      content.emit(into: package, at: package.place)
    } else {
      package.output.problem(.truncated, package.place)
    }
    styles.emit(into: package, at: package.under("header and footer"))
    for entry in package.archive.entries where entry.path.hasSuffix("/content.xml") {
      let object = ODFText(package.budget)
      package.parse(entry.path, object)
      object.emit(into: package, at: package.under("object"))
    }
    let fields = FieldReader(package.budget) {
      $0 == "title" || $0 == "subject" || $0 == "creator" || $0 == "initial-creator"
        || $0 == "keyword" || $0 == "description" || $0 == "user-defined"
    }
    package.parse("meta.xml", fields, isOptional: true)
    package.output.part(.metadata, package.under("properties"), fields.text)
    if package.archive.entries.contains(where: { Self.isMacro($0.path) }) {
      package.output.problem(
        Refusal(.unsupported, "宏未读", "macros, not read"), package.under("Basic"))
    }
    pictures.readMembers(of: package, isOnlyPictures: package.output.visibleBytes < 30) {
      $0.hasPrefix("pictures/")
    }
    if let overflow = package.budget.overflow { package.output.problem(overflow, package.place) }
  }

  /// A module of a macro library; the lists of modules are always there.
  private static func isMacro(_ path: String) -> Bool {
    (path.hasPrefix("Basic/") || path.hasPrefix("Scripts/")) && !path.hasSuffix("/")
      && !path.hasSuffix("script-lc.xml") && !path.hasSuffix("script-lb.xml")
  }
}
