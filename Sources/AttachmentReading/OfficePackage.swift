import AttachmentExchange

/// An office file: a ZIP archive whose members are typed and refer to each other.
struct OfficePackage {
  let archive: ZIPArchive
  let budget: Budget
  let output: Output
  let place: AttachmentPlace
  private var index: [String: Int] = [:]

  init(_ archive: ZIPArchive, budget: Budget, output: Output, place: AttachmentPlace) {
    (self.archive, self.budget, self.output, self.place) = (archive, budget, output, place)
    for (number, entry) in archive.entries.enumerated() {
      let key = Self.key(entry.path)
      if index[key] != nil {
        output.problem(
          Refusal(
            .unreadable, "包内有同名成员，只读了第一个", "two members of one name, only the first was read"),
          place + [entry.name])
      } else {
        index[key] = number
      }
    }
  }

  func has(_ path: String) -> Bool { index[Self.key(path)] != nil }

  func entry(_ path: String) -> ZIPArchive.Entry? {
    index[Self.key(path)].map { archive.entries[$0] }
  }

  /// Feeds a member to a handler; what keeps it from being read is reported under `name`.
  @discardableResult
  func parse(
    _ path: String, _ handler: any XMLHandler, at name: String? = nil, isOptional: Bool = false
  ) -> Bool {
    guard let entry = entry(path) else {
      if !isOptional { output.problem(.missing, place + [Array((name ?? path).utf8)]) }
      return false
    }
    do throws(Refusal) {
      let stream = try XMLStream(handler, depthLimit: budget.limits.elementDepth)
      try archive.read(entry, budget: budget) { piece throws(Refusal) in
        try stream.feed(piece)
        if let overflow = budget.overflow, overflow.kind == .limitReached { throw overflow }
      }
      try stream.finish()
      return true
    } catch {
      output.problem(error, place + [Array((name ?? path).utf8)])
      return false
    }
  }

  func under(_ name: String) -> AttachmentPlace { place + [Array(name.utf8)] }

  private static func key(_ path: String) -> String {
    (path.hasPrefix("/") ? String(path.dropFirst()) : path).lowercased()
  }
}

/// The types of the members of an office file: `[Content_Types].xml`.
final class ContentTypes: XMLHandler {
  /// In the order of the file.
  private(set) var list: [(path: String, type: String)] = []

  init(_ package: OfficePackage) { package.parse("[Content_Types].xml", self) }

  /// Members whose type ends so.
  func paths(_ ending: String) -> [String] {
    list.filter { $0.type.hasSuffix(ending) }.map(\.path)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Override", let path = attributes["PartName"],
      let type = attributes["ContentType"]
    else { return }
    list.append((path.hasPrefix("/") ? String(path.dropFirst()) : path, type.lowercased()))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// What a member of an office file refers to.
final class Relationships: XMLHandler {
  struct Target {
    var id: String
    var kind: String
    var path: String
    var isExternal: Bool
  }

  private(set) var targets: [Target] = []
  private let folder: [Substring]

  init(of path: String, in package: OfficePackage) {
    let parts = path.split(separator: "/")
    folder = Array(parts.dropLast())
    let file = (folder + ["_rels", "\(parts.last ?? "").rels"]).joined(separator: "/")
    package.parse(file, self, isOptional: true)
  }

  subscript(id: String) -> String? { targets.first { $0.id == id && !$0.isExternal }?.path }

  /// The first target whose type ends so.
  func path(ofKind ending: String) -> String? {
    targets.first { $0.kind.hasSuffix(ending) && !$0.isExternal }?.path
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let target = attributes["Target"] else { return }
    let isExternal = attributes["TargetMode"]?.lowercased() == "external"
    targets.append(
      Target(
        id: attributes["Id"] ?? "", kind: attributes["Type"]?.lowercased() ?? "",
        path: isExternal ? target : resolve(target), isExternal: isExternal))
  }

  private func resolve(_ target: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
