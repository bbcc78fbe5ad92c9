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
    for (path, name) in [("content.xml", ""), ("styles.xml", "header and footer")] {
      guard package.has(path) else {
        if name.isEmpty { package.output.problem(.truncated, package.place) }
        continue
      }
      let reader = ODFText(package.budget)
      package.parse(path, reader, at: name.isEmpty ? path : name)
      let place = name.isEmpty ? package.place : package.under(name)
      package.output.part(.body, place, reader.body)
      package.output.part(.comment, place + [Array("comment".utf8)], reader.comments)
      package.output.part(.deletedText, place + [Array("deleted text".utf8)], reader.deleted)
    }
    let fields = FieldReader(package.budget) {
      $0 == "title" || $0 == "subject" || $0 == "creator" || $0 == "initial-creator"
        || $0 == "keyword" || $0 == "description" || $0 == "user-defined"
    }
    package.parse("meta.xml", fields, isOptional: true)
    package.output.part(.metadata, package.under("properties"), fields.text)
    pictures.readMembers(of: package, isOnlyPictures: package.output.visibleBytes < 30) {
      $0.hasPrefix("pictures/")
    }
    if let overflow = package.budget.overflow { package.output.problem(overflow, package.place) }
  }
}

private final class ODFText: XMLHandler {
  private(set) var body: PartText
  private(set) var comments: PartText
  private(set) var deleted: PartText

  private var paragraphs = 0
  private var annotations = 0
  private var deletions = 0

  init(_ budget: Budget) {
    body = PartText(budget)
    comments = PartText(budget)
    deleted = PartText(budget)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "p", "h": paragraphs += 1
    case "annotation": annotations += 1
    case "tracked-changes": deletions += 1
    case "table": body.beginTable()
    case "table-row": body.beginRow()
    case "table-cell", "covered-table-cell": body.beginCell()
    case "tab", "s": body.breakWord()
    case "line-break": body.breakLine()
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "p", "h":
      paragraphs = max(0, paragraphs - 1)
      if annotations > 0 {
        comments.breakLine()
      } else if deletions > 0 {
        deleted.breakLine()
      } else {
        body.breakLine()
      }
    case "annotation": annotations = max(0, annotations - 1)
    case "creator", "date": if annotations > 0 { comments.breakLine() }
    case "tracked-changes": deletions = max(0, deletions - 1)
    case "table": body.endTable()
    case "table-row": body.endRow()
    case "table-cell", "covered-table-cell": body.endCell()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard paragraphs > 0 else { return }
    if annotations > 0 {
      comments.add(bytes)
    } else if deletions > 0 {
      deleted.add(bytes)
    } else {
      body.add(bytes)
    }
  }
}
