import AttachmentExchange

/// Reads OFD, the fixed layout of GB/T 33190.
struct OFDReader {
  let package: OfficePackage
  let pictures: PictureReader

  func read() {
    let root = Nodes(["DocRoot", "Title", "Author", "Subject", "Abstract", "Keyword", "Creator"])
    package.parse("OFD.xml", root)
    var fields = PartText(package.budget)
    for node in root.list where node.name != "DocRoot" && !node.text.isEmpty {
      fields.add("\(node.name): \(node.text)")
      fields.breakLine()
    }
    package.output.part(.metadata, package.under("properties"), fields)
    let documents = root.list.filter { $0.name == "DocRoot" }
    if documents.isEmpty { package.output.problem(.truncated, package.place) }
    for (number, document) in documents.enumerated() {
      read(document.text, documents.count > 1 ? "document \(number + 1), " : "")
    }
    pictures.readMembers(of: package, isOnlyPictures: false) { $0.contains("/res/") }
    if let overflow = package.budget.overflow { package.output.problem(overflow, package.place) }
  }

  private func read(_ path: String, _ prefix: String) {
    guard let path = resolve(path, from: "") else {
      return package.output.problem(.truncated, package.under(path))
    }
    let parts = Nodes(["Page", "TemplatePage", "Annotations", "Attachments"])
    package.parse(path, parts)
    var pages = 0
    for node in parts.list {
      let target = node.location.isEmpty ? node.text : node.location
      guard let file = resolve(target, from: path) else {
        if !target.isEmpty { package.output.problem(.truncated, package.under(target)) }
        continue
      }
      switch node.name {
      case "Page":
        pages += 1
        page(file, "\(prefix)page \(pages)", .body)
      case "TemplatePage": page(file, "\(prefix)page template", .body)
      case "Annotations":
        let list = Nodes(["FileLoc"])
        package.parse(file, list)
        for annotation in list.list {
          if let found = resolve(annotation.text, from: file) {
            page(found, "\(prefix)annotation", .comment)
          }
        }
      default: attachments(file)
      }
    }
    if pages == 0 { package.output.problem(.truncated, package.under(path)) }
  }

  private func page(_ path: String, _ name: String, _ role: AttachmentPart.Role) {
    let reader = OFDPage(package.budget)
    package.parse(path, reader, at: name)
    package.output.part(role, package.under(name), reader.visible)
    package.output.part(.hiddenText, package.under("\(name), hidden"), reader.hidden)
    if !pictures.isAsked, role == .body, reader.visible.isEmpty, reader.pictures > 0 {
      package.output.problem(
        Refusal(.imageOnly, "只有图片，图片中的文字未读", "holds only pictures, their text was not read"),
        package.under(name))
    }
  }

  private func attachments(_ path: String) {
    let list = Nodes(["FileLoc"])
    package.parse(path, list)
    for node in list.list {
      package.output.problem(
        Refusal(.unsupported, "OFD 内的附件未读", "a file attached inside the OFD, not read"),
        package.under(node.text))
    }
  }

  /// A path as OFD writes it: absolute, or from the folder of the file that names it, or, as some
  /// producers do, from the document's folder.
  private func resolve(_ target: String, from file: String) -> String? {
    if target.hasPrefix("/") { return package.has(target) ? target : nil }
    var folder = file.split(separator: "/").dropLast()
    while true {
      var parts = Array(folder)
      for part in target.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      let path = parts.joined(separator: "/")
      if package.has(path) { return path }
      if folder.isEmpty { return nil }
      folder = folder.dropLast()
    }
  }
}

/// Elements of chosen names with their text.
final class Nodes: XMLHandler {
  struct Node {
    var name: String
    var text: String
    /// The attribute `BaseLoc`.
    var location: String
  }

  private static let limit = 100_000

  private(set) var list: [Node] = []
  private let wanted: Set<String>
  private var open = false
  private var content: [UInt8] = []

  init(_ wanted: Set<String>) { self.wanted = wanted }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard list.count < Self.limit, wanted.contains(name.text) else { return }
    list.append(Node(name: name.text, text: "", location: attributes["BaseLoc"] ?? ""))
    open = true
    content = []
  }

  func end(_ name: XMLName) {
    guard open, !list.isEmpty, wanted.contains(name.text) else { return }
    let text = String(decoding: content, as: UTF8.self)
    list[list.count - 1].text = String(
      String(text.drop { $0.isWhitespace }.reversed()).drop { $0.isWhitespace }.reversed())
    open = false
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if open { content.append(contentsOf: bytes) } }
}

/// The text of one page, laid out in lines by the boxes it stands in.
private final class OFDPage: XMLHandler {
  private(set) var visible: PartText
  private(set) var hidden: PartText
  private(set) var pictures = 0

  /// The box of the text before: its top and its height.
  private var line: (top: Double, height: Double)?
  private var isHidden = false
  private var takes = false

  init(_ budget: Budget) {
    visible = PartText(budget)
    hidden = PartText(budget)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "TextObject":
      isHidden = attributes["Visible"] == "false" || attributes["Alpha"] == "0"
      let box = (attributes["Boundary"] ?? "").split(separator: " ").compactMap { Double($0) }
      guard box.count == 4 else { return breakLine() }
      if let line, abs(line.top - box[1]) > max(line.height, box[3]) / 2 { breakLine() }
      line = (box[1], box[3])
    case "TextCode": takes = true
    case "ImageObject": pictures += 1
    case "Annot", "Layer": breakLine()
    default: break
    }
  }

  private func breakLine() {
    visible.breakLine()
    hidden.breakLine()
  }

  func end(_ name: XMLName) {
    if name == "TextCode" { takes = false }
    if name == "TextObject", isHidden {
      isHidden = false
      hidden.breakLine()
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard takes else { return }
    if isHidden { hidden.add(bytes) } else { visible.add(bytes) }
  }
}
