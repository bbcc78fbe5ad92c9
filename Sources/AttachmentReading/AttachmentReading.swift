public import AttachmentExchange

/// Reads an attachment, whatever it is, with everything packed inside it.
///
/// Runs in a process of its own: a hostile file can at worst end that process.
public struct AttachmentReading {
  private let budget: Budget
  private let output: Output
  private let pictures: PictureReader

  /// - Parameters:
  ///   - recognisesPictures: whether text is read off pictures.
  ///   - sink: takes each record as soon as it is there.
  public init(
    limits: AttachmentLimits = AttachmentLimits(), recognisesPictures: Bool = false,
    _ sink: @escaping (AttachmentRecord) -> Void
  ) {
    budget = Budget(limits)
    output = Output(sink)
    pictures = PictureReader(budget: budget, output: output, isAsked: recognisesPictures)
  }

  /// Reads a file.
  ///
  /// - Parameter expected: the format somebody vouches for; `auto` when nobody does.
  public func read(_ bytes: [UInt8], expected: String = "auto") {
    read(bytes, place: [], name: [], depth: 0, expected: expected)
    output.end()
  }

  private func read(
    _ bytes: [UInt8], place: AttachmentPlace, name: [UInt8], depth: Int, expected: String = "auto"
  ) {
    do throws(Refusal) {
      if depth > budget.limits.nesting {
        throw Refusal(
          .limitReached, "压缩包嵌套超过 \(budget.limits.nesting) 层",
          "archives nested more than \(budget.limits.nesting) deep")
      }
      try open(bytes, place, name, depth, expected)
    } catch {
      output.problem(error, place)
    }
  }

  private func open(
    _ bytes: [UInt8], _ place: AttachmentPlace, _ name: [UInt8], _ depth: Int, _ expected: String
  ) throws(Refusal) {
    let signature = AttachmentSignature(head: bytes)
    let foreign = ForeignReader(
      budget: budget, output: output, pictures: pictures, place: place)
    switch signature {
    case .zip:
      try zip(bytes, place, depth, expected)
    case .pdf:
      try expect(expected, ["pdf"])
      try foreign.pdf(bytes)
    case .compound:
      try foreign.compound(bytes) { read($0, place: place, name: name, depth: depth + 1) }
    case .gzip:
      try gzip(bytes, place, name, depth)
    case .tar:
      try tar(bytes, place, depth)
    case .sevenZip: try tar(foreign.archive(bytes, "7z"), place, depth)
    case .rar: try tar(foreign.archive(bytes, "RAR"), place, depth)
    case .bzip2:
      throw Refusal(.unsupported, "bzip2 压缩文件，未读", "a bzip2 file, not read")
    case .xz:
      throw Refusal(.unsupported, "xz 压缩文件，未读", "an xz file, not read")
    case .rtf:
      throw Refusal(.unsupported, "RTF 文档，未读", "an RTF document, not read")
    case .image: try pictures.read(bytes, at: place)
    case nil:
      // At the top, only what is expected to be an attachment comes here.
      if depth == 0, expected != "auto" { throw .truncated }
      // Whether it is text is for whoever can tell encodings.
      if !bytes.isEmpty { output.file(place, bytes) }
    }
  }

  private func expect(_ expected: String, _ found: [String]) throws(Refusal) {
    guard expected != "auto", !found.contains(expected) else { return }
    throw Refusal(
      .unreadable, "不是 \(expected) 格式", "not of the format \(expected)")
  }

  private func zip(
    _ bytes: [UInt8], _ place: AttachmentPlace, _ depth: Int, _ expected: String
  ) throws(Refusal) {
    let archive = try ZIPArchive(bytes, budget: budget)
    let names = Set(archive.entries.map { $0.path.lowercased() })
    let isOffice = names.contains("[content_types].xml")
    let isOFD = names.contains("ofd.xml")
    let isODF = names.contains("content.xml") && names.contains("mimetype")
    guard isOffice || isOFD || isODF, expected != "zip" else {
      try expect(expected, ["zip"])
      return members(of: archive, place, depth)
    }
    let package = OfficePackage(archive, budget: budget, output: output, place: place)
    if isOFD {
      try expect(expected, ["ofd"])
      return OFDReader(package: package, pictures: pictures).read()
    }
    if isODF, !isOffice {
      try expect(expected, ["odt", "ods", "odp"])
      return ODFReader(package: package, pictures: pictures).read()
    }
    let types = ContentTypes(package)
    guard let kind = OfficeReader.kind(of: types) else {
      return members(of: archive, place, depth)
    }
    try expect(expected, [kind])
    OfficeReader(
      package: package, types: types,
      readEmbedded: { bytes, name in
        read(bytes, place: place + [name], name: name, depth: depth + 1)
      },
      pictures: pictures
    ).read(kind)
  }

  private func members(of archive: ZIPArchive, _ place: AttachmentPlace, _ depth: Int) {
    for entry in archive.entries where !entry.isFolder {
      let inside = place + [entry.name]
      do throws(Refusal) {
        if entry.escapes { throw ArchiveName.refusal }
        let content = try archive.content(of: entry, budget: budget)
        read(content, place: inside, name: entry.name, depth: depth + 1)
      } catch {
        output.problem(error, inside)
        // Nothing more can be unpacked once the limit of the whole is reached.
        if budget.unpacked > budget.limits.unpackedBytes { return }
      }
    }
  }

  private func gzip(
    _ bytes: [UInt8], _ place: AttachmentPlace, _ name: [UInt8], _ depth: Int
  ) throws(Refusal) {
    var content: [UInt8] = []
    var failure: Refusal?
    bytes.withUnsafeBytes { all in
      do throws(Refusal) {
        var next = 0
        repeat {
          next += try Inflater.inflate(
            UnsafeRawBufferPointer(rebasing: all[next...]), .gzip, budget: budget
          ) { content += $0 }
        } while next < all.count && all[next] == 0x1F
      } catch { failure = error }
    }
    if let failure { throw failure }
    var inner = name
    if inner.suffix(3).elementsEqual(Array(".gz".utf8)) { inner.removeLast(3) }
    read(content, place: place, name: inner, depth: depth + 1)
  }

  private func tar(
    _ bytes: [UInt8], _ place: AttachmentPlace, _ depth: Int
  ) throws(Refusal) {
    try TARArchive(bytes: bytes).forEachFile(budget: budget) { name, content in
      let inside = place + [name]
      if ArchiveName.escapes(name) {
        output.problem(ArchiveName.refusal, inside)
      } else {
        read(content, place: inside, name: name, depth: depth + 1)
      }
    }
  }
}
