import AttachmentExchange

/// Reads DOCX, XLSX and PPTX, the formats of ISO/IEC 29500.
struct OfficeReader {
  let package: OfficePackage
  let types: ContentTypes
  /// Reads what is packed inside.
  let readEmbedded: (_ bytes: [UInt8], _ name: [UInt8]) -> Void
  let pictures: PictureReader

  private var output: Output { package.output }

  /// What kind of office file a package is; nil when it is none.
  static func kind(of types: ContentTypes) -> String? {
    for (_, type) in types.list {
      if type.contains("wordprocessingml") || type.contains("ms-word") { return "docx" }
      if type.contains("spreadsheetml") || type.contains("ms-excel") { return "xlsx" }
      if type.contains("presentationml") || type.contains("ms-powerpoint") { return "pptx" }
    }
    return nil
  }

  func read(_ kind: String) {
    switch kind {
    case "docx": word()
    case "xlsx": WorkbookReader(package: package, types: types).read()
    default: slides()
    }
    drawings()
    properties()
    links()
    embedded()
    pictures.readMembers(of: package, isOnlyPictures: output.visibleBytes < 30) {
      $0.contains("/media/")
    }
    if let overflow = package.budget.overflow { output.problem(overflow, package.place) }
  }

  private func flow(
    _ path: String, _ name: String, _ role: AttachmentPart.Role = .body
  ) {
    let reader = FlowReader(package.budget)
    package.parse(path, reader, at: name.isEmpty ? path : name)
    reader.emit(role, name, of: package)
  }

  private func word() {
    var mains = types.paths("document.main+xml") + types.paths("template.main+xml")
    mains += types.paths("macroenabled.main+xml") + types.paths("macroenabledtemplate.main+xml")
    if mains.isEmpty, package.has("word/document.xml") { mains = ["word/document.xml"] }
    if mains.isEmpty { output.problem(.truncated, package.place) }
    for path in mains {
      if package.has(path) {
        flow(path, "")
      } else {
        output.problem(.truncated, package.under(path))
      }
    }
    for (ending, name) in [
      ("header+xml", "header"), ("footer+xml", "footer"), ("footnotes+xml", "footnote"),
      ("endnotes+xml", "endnote"),
    ] {
      for path in types.paths("wordprocessingml.\(ending)") { flow(path, name) }
    }
    for path in types.paths("wordprocessingml.comments+xml") { flow(path, "comment", .comment) }
    for path in types.paths("document.glossary+xml") {
      flow(path, "building block", .hiddenText)
    }
  }

  private func slides() {
    guard let main = types.list.first(where: { $0.type.hasSuffix(".main+xml") })?.path else {
      return output.problem(.truncated, package.place)
    }
    let order = SlideOrder()
    package.parse(main, order)
    let targets = Relationships(of: main, in: package)
    var paths = order.ids.compactMap { targets[$0] }
    let listed = Set(paths)
    paths += types.paths("presentationml.slide+xml").filter { !listed.contains($0) }
    for (number, path) in paths.enumerated() {
      let isListed = number < listed.count
      var name = isListed ? "slide \(number + 1)" : "slide outside the show: \(path)"
      let reader = FlowReader(package.budget)
      package.parse(path, reader, at: name)
      let isHidden = reader.isHiddenSlide || !isListed
      if reader.isHiddenSlide { name = "hidden \(name)" }
      reader.emit(isHidden ? .hiddenSlide : .body, name, of: package)
      if !pictures.isAsked, reader.pictures > 0, reader.flows.allSatisfy(\.text.isEmpty) {
        output.problem(
          Refusal(.imageOnly, "只有图片，图片中的文字未读", "holds only pictures, their text was not read"),
          package.under(name))
      }
      for target in Relationships(of: path, in: package).targets where !target.isExternal {
        if target.kind.hasSuffix("/notesslide") { flow(target.path, "\(name) notes", .comment) }
        if target.kind.hasSuffix("/comments") || target.kind.hasSuffix("/comment") {
          let comments = FieldReader(package.budget) { $0 == "text" || $0 == "t" }
          package.parse(target.path, comments)
          output.part(.comment, package.under("\(name) comment"), comments.text)
        }
      }
    }
  }

  /// Drawings, charts and diagrams, wherever they hang.
  private func drawings() {
    for (path, type) in types.list {
      if type.hasSuffix("drawingml.chart+xml") || type.hasSuffix("chartex+xml") {
        flow(path, "chart")
      } else if type.hasSuffix("diagramdata+xml") {
        flow(path, "diagram")
      } else if type.hasSuffix("officedocument.drawing+xml")
        || type.hasSuffix("chartshapes+xml")
      {
        flow(path, "drawing")
      } else if type.hasSuffix("pivotcacherecords+xml")
        || type.hasSuffix("pivotcachedefinition+xml")
      {
        // A pivot table keeps a copy of its source, also when the source is gone.
        let cache = PivotCache(package.budget)
        package.parse(path, cache)
        output.part(.hiddenSheet, package.under("pivot cache"), cache.text)
      } else if type.hasSuffix("externallink+xml") {
        flow(path, "copy of another workbook", .hiddenSheet)
      }
    }
  }

  private func properties() {
    for (path, type) in types.list {
      let reader: FieldReader
      if type.hasSuffix("core-properties+xml") {
        reader = FieldReader(package.budget) {
          $0 == "title" || $0 == "subject" || $0 == "creator" || $0 == "keywords"
            || $0 == "description" || $0 == "lastModifiedBy" || $0 == "category"
            || $0 == "contentStatus"
        }
      } else if type.hasSuffix("extended-properties+xml") {
        reader = FieldReader(package.budget) { $0 == "Company" || $0 == "Manager" }
      } else if type.hasSuffix("custom-properties+xml") {
        reader = FieldReader(package.budget) { $0 == "lpwstr" || $0 == "lpstr" || $0 == "bstr" }
      } else {
        continue
      }
      package.parse(path, reader)
      output.part(.metadata, package.under("properties"), reader.text)
    }
  }

  /// Links that are data themselves.
  private func links() {
    var seen: Set<String> = []
    var text = PartText(package.budget)
    for (path, _) in types.list {
      for target in Relationships(of: path, in: package).targets where target.isExternal {
        let link = target.path.lowercased()
        guard link.hasPrefix("mailto:") || link.hasPrefix("tel:"), seen.insert(link).inserted
        else { continue }
        text.add(String(target.path.drop { $0 != ":" }.dropFirst()))
        text.breakLine()
      }
    }
    output.part(.link, package.under("link"), text)
  }

  private func embedded() {
    for entry in package.archive.entries {
      let path = entry.path.lowercased()
      guard path.contains("/embeddings/") || path.hasSuffix("vbaproject.bin"), !entry.isFolder
      else { continue }
      do throws(Refusal) {
        if path.hasSuffix("vbaproject.bin") {
          throw Refusal(.unsupported, "宏未读", "macros, not read")
        }
        let bytes = try package.archive.content(of: entry, budget: package.budget)
        readEmbedded(bytes, entry.name)
      } catch { output.problem(error, package.place + [entry.name]) }
    }
  }
}

/// The values a pivot table has copied.
private final class PivotCache: XMLHandler {
  private(set) var text: PartText

  init(_ budget: Budget) { text = PartText(budget) }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "s" || name == "n", let value = attributes["v"] else { return }
    text.add(name == "n" ? CellNumber(Array(value.utf8)).text : Array(value.utf8))
    text.breakWord()
  }

  func end(_ name: XMLName) { if name == "r" || name == "sharedItems" { text.breakLine() } }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The order of the slides of a presentation.
private final class SlideOrder: XMLHandler {
  private(set) var ids: [String] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    // The reference carries a prefix, the slide's own number does not: take the one that is no
    // number.
    guard name == "sldId", let id = attributes.reference else { return }
    ids.append(id)
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
