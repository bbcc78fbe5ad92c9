import AttachmentExchange

/// Reads the sheets of a workbook.
struct WorkbookReader {
  let package: OfficePackage
  let types: ContentTypes

  func read() {
    guard let main = types.list.first(where: { $0.type.hasSuffix(".main+xml") })?.path,
      package.has(main)
    else {
      if types.list.contains(where: { $0.type.contains("binary") }) {
        package.output.problem(
          Refusal(.unsupported, "XLSB 格式，未读", "XLSB, not read"), package.place)
      } else {
        package.output.problem(.truncated, package.place)
      }
      return
    }
    let targets = Relationships(of: main, in: package)
    let list = SheetList()
    package.parse(main, list)
    let strings = SharedStrings(package.budget)
    if let path = targets.path(ofKind: "/sharedstrings") { package.parse(path, strings) }
    var seen: Set<String> = []
    for sheet in list.sheets {
      guard let path = targets[sheet.id], package.has(path) else {
        package.output.problem(.missing, package.under("sheet \(sheet.name)"))
        continue
      }
      seen.insert(path)
      read(path, sheet.name, isHidden: sheet.isHidden, strings)
    }
    for path in types.paths("spreadsheetml.worksheet+xml") where !seen.contains(path) {
      read(path, path, isHidden: true, strings)
    }
  }

  private func read(_ path: String, _ title: String, isHidden: Bool, _ strings: SharedStrings) {
    let name = "\(isHidden ? "hidden " : "")sheet \(title)"
    // A chart sheet or a dialogue has no cells; its drawing is read elsewhere.
    let reader = SheetReader(package.budget, strings)
    package.parse(path, reader, at: name)
    let visible = reader.visible.finished(merged: reader.merged)
    package.output.part(isHidden ? .hiddenSheet : .body, package.under(name), visible)
    let hidden = reader.hidden.withHeader(of: visible, reader.visible)
    package.output.part(.hiddenCells, package.under("\(name), hidden rows and columns"), hidden)
    package.output.part(.body, package.under("\(name), header and footer"), reader.margins)
    if !reader.lostDigits.isEmpty {
      package.output.problem(
        .lostDigits(reader.lostDigits, count: reader.lostDigitCount), package.under(name))
    }
    for target in Relationships(of: path, in: package).targets
    where !target.isExternal
      && (target.kind.hasSuffix("/comments")
        || target.kind.hasSuffix("/threadedcomment"))
    {
      let comments = CellComments(package.budget)
      package.parse(target.path, comments)
      package.output.part(.comment, package.under("\(name), comments"), comments.grid.finished())
    }
  }
}

/// The sheets of a workbook in their order.
private final class SheetList: XMLHandler {
  private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "sheet", let id = attributes.reference else { return }
    let state = attributes["state"] ?? "visible"
    sheets.append((attributes["name"] ?? "", id, state != "visible"))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The texts that cells share.
final class SharedStrings: XMLHandler {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private let budget: Budget
  private var takes = 0
  private var glosses = 0

  init(_ budget: Budget) { self.budget = budget }

  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" { takes += 1 } else if name == "rPh" { glosses += 1 }
  }

  func end(_ name: XMLName) {
    if name == "t" {
      takes -= 1
    } else if name == "rPh" {
      glosses -= 1
    } else if name == "si" {
      ends.append(bytes.count)
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if takes > 0, glosses == 0 { bytes.append(contentsOf: text) }
  }
}

/// Comments of a sheet, each at its cell.
private final class CellComments: XMLHandler {
  private(set) var grid: CellGrid
  private var takes = 0
  private var place: CellReference?
  private var content: [UInt8] = []

  init(_ budget: Budget) { grid = CellGrid(budget) }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" { takes += 1 }
    if name == "comment" || name == "threadedComment" {
      place = attributes.pointer("ref").flatMap { CellReference($0) }
      content = []
      isThreaded = name == "threadedComment"
    }
    if name == "text", isThreaded { takes += 1 }
  }

  private var isThreaded = false

  func end(_ name: XMLName) {
    if name == "t" || (name == "text" && isThreaded) { takes = max(0, takes - 1) }
    if name == "comment" || name == "threadedComment" {
      let place = place ?? CellReference(row: 0, column: 0)
      grid.addUnordered(row: place.row, column: place.column, content[...])
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if takes > 0 { content.append(contentsOf: bytes) }
  }
}
