import AttachmentExchange

/// Reads the text of an OpenDocument file: the page a reader sees, and apart from it notes,
/// comments, text boxes, deletions, hidden text, slides and sheets.
final class ODFText: XMLHandler {
  /// Names of styles that hide what they are given to.
  struct HiddenStyles {
    var text: Set<String> = []
    var tables: Set<String> = []
    var pages: Set<String> = []
  }

  private struct Flow {
    var role: AttachmentPart.Role
    var label: String
    var text: PartText
  }

  private(set) var hidden: HiddenStyles
  private let budget: Budget
  private var flows: [Flow]
  /// The flows in work; the last one takes text.
  private var open = [0]
  private var style = ""
  private var isSpreadsheet = false
  private var isPresentation = false
  private var slides = 0
  private var slide = ""
  private var paragraphs = 0
  private var citations = 0
  /// For each open span, paragraph or section, whether it hides its text.
  private var hides: [Bool] = []
  private var hidingDepth = 0
  private var sheets: [(place: String, reader: ODFSheet)] = []
  private var sheet: ODFSheet?

  init(_ budget: Budget, hidden: HiddenStyles = HiddenStyles()) {
    self.budget = budget
    self.hidden = hidden
    flows = [Flow(role: .body, label: "", text: PartText(budget))]
  }

  /// The flow of a label, made when it is first needed.
  private func flow(_ role: AttachmentPart.Role, _ label: String) -> Int {
    if let known = flows.firstIndex(where: { $0.role == role && $0.label == label }) {
      return known
    }
    flows.append(Flow(role: role, label: label, text: PartText(budget)))
    return flows.count - 1
  }

  private func enter(_ role: AttachmentPart.Role, _ label: String) {
    let name = slide.isEmpty || label == slide ? label : "\(slide) \(label)"
    open.append(flow(role, name))
  }

  private func leave() { if open.count > 1 { open.removeLast() } }

  private var target: Int {
    guard hidingDepth > 0 else { return open[open.count - 1] }
    return flow(.hiddenText, slide.isEmpty ? "hidden text" : "\(slide) hidden text")
  }

  /// Whether text belongs to a cell of a sheet, not to something that hangs there.
  private var isInCell: Bool { sheet?.isInCell == true && open.count == 1 }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "style": style = attributes["name"] ?? ""
    case "text-properties": if attributes["display"] == "none" { hidden.text.insert(style) }
    case "table-properties": if attributes["display"] == "false" { hidden.tables.insert(style) }
    case "drawing-page-properties":
      if attributes["visibility"] == "hidden" { hidden.pages.insert(style) }
    case "spreadsheet": isSpreadsheet = true
    case "presentation": isPresentation = true
    case "p", "h", "span", "section":
      if name == "p" || name == "h" { paragraphs += 1 }
      let isHidden =
        attributes["style-name"].map(hidden.text.contains) == true
        || (name == "section" && attributes["display"] == "none")
      hides.append(isHidden)
      if isHidden { hidingDepth += 1 }
    case "hidden-text":
      if let text = attributes["string-value"] {
        let place = flow(.hiddenText, "hidden text")
        flows[place].text.add(text)
        flows[place].text.breakLine()
      }
    case "hidden-paragraph": hidingDepth += 1
    case "annotation":
      enter(.comment, sheet.map { "sheet \($0.name), comments" } ?? "comment")
      if let cell = sheet?.cellName {
        flows[open[open.count - 1]].text.add("\(cell): ")
      }
    case "tracked-changes": enter(.deletedText, "deleted text")
    case "note":
      enter(.body, attributes["note-class"] == "endnote" ? "endnote" : "footnote")
    // Numbers that the program puts in: of notes, of pages.
    case "note-citation", "page-number", "page-count": citations += 1
    case "notes": enter(.comment, "notes")
    case "text-box":
      if isPresentation { flows[target].text.breakLine() } else { enter(.body, "text box") }
    case "page": startSlide(attributes)
    case "table", "table-row", "table-cell", "covered-table-cell", "table-column":
      startTable(name, attributes)
    case "tab", "s": if isInCell { sheet?.add([0x20]) } else { flows[target].text.breakWord() }
    case "line-break": if isInCell { sheet?.add([0x20]) } else { flows[target].text.breakLine() }
    default: break
    }
  }

  private func startSlide(_ attributes: XMLAttributes) {
    guard isPresentation else { return }
    slides += 1
    let isHidden = attributes["style-name"].map(hidden.pages.contains) == true
    slide = "\(isHidden ? "hidden " : "")slide \(slides)"
    enter(isHidden ? .hiddenSlide : .body, slide)
  }

  private func startTable(_ name: XMLName, _ attributes: XMLAttributes) {
    guard isSpreadsheet else {
      let place = open[open.count - 1]
      switch name {
      case "table": flows[place].text.beginTable()
      case "table-row": flows[place].text.beginRow()
      case "table-cell", "covered-table-cell":
        flows[place].text.beginCell()
        let span = attributes["number-columns-spanned"].flatMap { Int($0) }
        if let span { flows[place].text.spanColumns(span) }
      default: break
      }
      return
    }
    switch name {
    case "table":
      let isHidden = attributes["style-name"].map(hidden.tables.contains) == true
      sheet = ODFSheet(budget, name: attributes["name"] ?? "", isHidden: isHidden)
    case "table-column": sheet?.column(attributes)
    case "table-row": sheet?.beginRow(attributes)
    default: sheet?.beginCell(attributes)
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "p", "h", "span", "section":
      if name == "p" || name == "h" {
        paragraphs = max(0, paragraphs - 1)
        if isInCell { sheet?.add([0x20]) } else { flows[target].text.breakLine() }
      }
      if hides.popLast() == true { hidingDepth -= 1 }
    case "hidden-paragraph": hidingDepth = max(0, hidingDepth - 1)
    case "note-citation", "page-number", "page-count": citations = max(0, citations - 1)
    // Who wrote a comment, and when.
    case "creator", "date": flows[target].text.breakWord()
    case "annotation", "tracked-changes", "note", "notes":
      flows[open[open.count - 1]].text.breakLine()
      leave()
    case "text-box":
      flows[open[open.count - 1]].text.breakLine()
      if !isPresentation { leave() }
    case "page":
      if isPresentation {
        leave()
        slide = ""
      }
    case "table", "table-row", "table-cell", "covered-table-cell": endTable(name)
    default: break
    }
  }

  private func endTable(_ name: XMLName) {
    guard isSpreadsheet else {
      let place = open[open.count - 1]
      switch name {
      case "table": flows[place].text.endTable()
      case "table-row": flows[place].text.endRow()
      default: flows[place].text.endCell()
      }
      return
    }
    switch name {
    case "table":
      if let sheet { sheets.append((sheet.title, sheet)) }
      sheet = nil
    case "table-row": sheet?.endRow()
    default: sheet?.endCell()
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard paragraphs > 0, citations == 0 else { return }
    if isInCell, hidingDepth == 0 { sheet?.add(bytes) } else { flows[target].text.add(bytes) }
  }

  func emit(into package: OfficePackage, at place: AttachmentPlace) {
    for (name, sheet) in sheets { sheet.emit(into: package, at: place, name) }
    for flow in flows {
      let inside = flow.label.isEmpty ? place : place + [Array(flow.label.utf8)]
      package.output.part(flow.role, inside, flow.text)
    }
  }
}
