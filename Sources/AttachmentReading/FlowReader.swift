import AttachmentExchange

/// Reads flowing text with tables: the paragraphs of Word and of drawings.
///
/// Text boxes, deletions and hidden runs go to flows of their own, so that what a reader sees stays
/// one text.
final class FlowReader: XMLHandler {
  struct Flow {
    var role: AttachmentPart.Role
    /// A word for people added to the place; empty for the main flow.
    var label: String
    var text: PartText
    /// Whether it is what old programs show in place of something else.
    var isFallback = false
  }

  private(set) var flows: [Flow]
  /// Whether the slide says that it is not shown.
  private(set) var isHiddenSlide = false
  /// Pictures seen.
  private(set) var pictures = 0
  private let budget: Budget
  /// The flows in work; the last one takes text.
  private var open = [0]
  private var deleted: Int?
  private var vanished: Int?
  private var glossed: Int?
  private var described: Int?
  private var glosses = 0
  private var deletions = 0
  private var fallbacks = 0
  private var isVanished = false
  private var runs = 0
  private var paragraphProperties = 0
  private var takes = 0

  init(_ budget: Budget) {
    self.budget = budget
    flows = [Flow(role: .body, label: "", text: PartText(budget))]
  }

  private func newFlow(_ role: AttachmentPart.Role, _ label: String) -> Int {
    flows.append(
      Flow(role: role, label: label, text: PartText(budget), isFallback: fallbacks > 0))
    return flows.count - 1
  }

  /// Where text goes now.
  private var target: Int {
    if deletions > 0 {
      if let deleted { return deleted }
      deleted = newFlow(.deletedText, "deleted text")
      return deleted ?? 0
    }
    if glosses > 0 {
      if let glossed { return glossed }
      glossed = newFlow(.alternative, "ruby")
      return glossed ?? 0
    }
    if isVanished {
      if let vanished { return vanished }
      vanished = newFlow(.hiddenText, "hidden text")
      return vanished ?? 0
    }
    return open[open.count - 1]
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "t", "delText", "v": takes += 1
    case "r":
      runs += 1
      isVanished = false
    case "pPr": paragraphProperties += 1
    case "vanish", "webHidden":
      if runs > 0, paragraphProperties == 0, attributes.isOn { isVanished = true }
    case "del", "moveFrom": deletions += 1
    case "tab", "ptab": if paragraphProperties == 0, runs > 0 { flows[target].text.breakWord() }
    case "br", "cr": if paragraphProperties == 0 { flows[target].text.breakLine() }
    case "noBreakHyphen": flows[target].text.add([0x2D])
    case "tbl": flows[open[open.count - 1]].text.beginTable()
    case "tr": flows[open[open.count - 1]].text.beginRow()
    case "tc": flows[open[open.count - 1]].text.beginCell()
    case "gridSpan":
      if let count = attributes["val"].flatMap({ Int($0) }) {
        flows[open[open.count - 1]].text.spanColumns(count)
      }
    case "tblHeader":
      if attributes.isOn { flows[open[open.count - 1]].text.markHeaderRow() }
    case "Fallback":
      fallbacks += 1
      open.append(newFlow(.alternative, "fallback"))
    case "txbxContent": open.append(newFlow(.body, "text box"))
    case "blip", "imagedata": pictures += 1
    case "rt": glosses += 1
    case "docPr", "cNvPr": describe(attributes)
    case "sld":
      if let show = attributes["show"], show == "0" || show == "false" { isHiddenSlide = true }
    default: break
    }
  }

  /// What a drawing is said to show: often the path of the picture on somebody's machine.
  private func describe(_ attributes: XMLAttributes) {
    for text in [attributes["title"], attributes["descr"]].compactMap(\.self) where !text.isEmpty {
      let flow = described ?? newFlow(.alternative, "alternative text")
      described = flow
      flows[flow].text.add(text)
      flows[flow].text.breakLine()
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "t", "delText", "v": takes = max(0, takes - 1)
    case "r":
      runs = max(0, runs - 1)
      isVanished = false
    case "pPr": paragraphProperties = max(0, paragraphProperties - 1)
    case "p", "text":
      flows[open[open.count - 1]].text.breakLine()
      if let deleted { flows[deleted].text.breakLine() }
      if let vanished { flows[vanished].text.breakLine() }
    case "pt": flows[open[open.count - 1]].text.breakLine()
    case "del", "moveFrom": deletions = max(0, deletions - 1)
    case "rt":
      glosses = max(0, glosses - 1)
      if let glossed { flows[glossed].text.breakLine() }
    case "tbl": flows[open[open.count - 1]].text.endTable()
    case "tr": flows[open[open.count - 1]].text.endRow()
    case "tc": flows[open[open.count - 1]].text.endCell()
    case "Fallback":
      fallbacks = max(0, fallbacks - 1)
      if open.count > 1 { open.removeLast() }
    case "txbxContent": if open.count > 1 { open.removeLast() }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if takes > 0 { flows[target].text.add(bytes) }
  }

  /// Hands the flows on; a fallback only when it says something else than what it stands in for.
  func emit(
    _ role: AttachmentPart.Role, _ name: String, of package: OfficePackage
  ) {
    let shown = Set(flows.filter { !$0.isFallback }.map(\.text.bytes))
    for flow in flows {
      if flow.isFallback, shown.contains(flow.text.bytes) { continue }
      var place = package.place
      if !name.isEmpty { place.append(Array(name.utf8)) }
      if !flow.label.isEmpty { place.append(Array(flow.label.utf8)) }
      // Everything on a page that is not shown is not shown.
      let hides = role != .body && (flow.role == .body || flow.role == .alternative)
      package.output.part(hides ? role : flow.role, place, flow.text)
    }
  }
}

/// The texts of chosen elements, one line each: properties, comments of spreadsheets' neighbours.
final class FieldReader: XMLHandler {
  private(set) var text: PartText
  private let wanted: (XMLName) -> Bool
  private var takes = 0
  /// The name of a custom property, written before its value.
  private var property: String?

  init(_ budget: Budget, _ wanted: @escaping (XMLName) -> Bool) {
    text = PartText(budget)
    self.wanted = wanted
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "property" { property = attributes["name"] }
    guard wanted(name) else { return }
    takes += 1
    text.breakLine()
    label = property ?? name.text
  }

  private var label: String?

  func end(_ name: XMLName) {
    if wanted(name) { takes = max(0, takes - 1) }
    if name == "property" { property = nil }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard takes > 0 else { return }
    if let label {
      text.add("\(label): ")
      self.label = nil
    }
    text.add(bytes)
  }
}
