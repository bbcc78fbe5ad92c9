#if Rescan
  import Zhubi
  import ZhubiText

  /// What is kept of a page so that pages can be compared with one another. Holds no personal data:
  /// numbers as the page masks them, names as keyed numbers.
  struct PageTrace: Sendable {
    struct Place: Sendable, Hashable {
      var text: String
      var line: Int
    }

    var title = ""
    var characters = 0
    var content: Int64 = 0
    var sketch: [UInt8] = []
    /// Names of organisations and places.
    var names: [Place] = []
    /// Documents of the same site that are linked to.
    var links: [Place] = []
    var masked: [MaskedSighting] = []

    private static let mostNames = 400
    private static let mostLinks = 2_000
    private static let mostMasked = 2_000

    /// - Parameter page: the name links are resolved against.
    init(_ document: Document, page: String, folding: Folding, key: LedgerKey) {
      title = document.title ?? ""
      var sketch = TextSketch()
      let lines = LineIndex(document.source)
      for part in document.parts where part.kind == .body {
        read(part, lines, &sketch, folding, key)
      }
      characters = sketch.count
      content = sketch.content
      self.sketch = sketch.stored
      var seen: Set<String> = []
      names = names.filter { seen.insert($0.text).inserted }
      seen = []
      for link in document.links {
        guard let target = LinkAddress.resolve(link.target, from: page), target != page,
          seen.insert(target).inserted
        else { continue }
        links.append(
          Place(text: target, line: lines.line(containing: link.range.lowerBound.value) + 1))
        if links.count == Self.mostLinks { break }
      }
    }

    private mutating func read(
      _ part: Part, _ lines: LineIndex, _ sketch: inout TextSketch, _ folding: Folding,
      _ key: LedgerKey
    ) {
      let furniture = part.regions.filter { $0.kind != .content }
      var region = 0
      var row: [UInt32] = []
      var rowStart = 0
      var offset = 0
      var masks = 0
      var isMasked = false
      var run: [UInt32] = []
      func line(_ place: Int) -> Int {
        let range = TextOffset(place)..<TextOffset(place)
        return lines.line(containing: part.map.source(of: range).lowerBound.value) + 1
      }
      func endRun(_ names: inout [Place]) {
        if (6...20).contains(run.count), names.count < Self.mostNames,
          NameEnding.fits(run)
        {
          let text = String(String.UnicodeScalarView(run.compactMap(Unicode.Scalar.init)))
          names.append(Place(text: text, line: line(max(0, offset - 1))))
        }
        run.removeAll(keepingCapacity: true)
      }
      func endRow(_ masked: inout [MaskedSighting]) {
        if isMasked, masked.count < Self.mostMasked {
          masked += MaskedSighting.read(
            row, line: line(rowStart), folding: folding, key: key)
        }
        row.removeAll(keepingCapacity: true)
        rowStart = offset + 1
        (masks, isMasked) = (0, false)
      }
      for scalar in String(decoding: part.utf8, as: UTF8.self).unicodeScalars {
        let value = scalar.value
        while region < furniture.count, furniture[region].range.upperBound.value <= offset {
          region += 1
        }
        let isContent =
          region == furniture.count || offset < furniture[region].range.lowerBound.value
        let unitClass = folding.unitClass(value)
        if unitClass == .newline {
          endRow(&masked)
        } else if row.count < 4_000 {
          row.append(value)
        }
        switch unitClass {
        case .han, .letter, .digit, .other:
          if isContent, let unit = folding.unit(value) { sketch.take(unit) }
          let isX = value == 0x58 || value == 0x78
          masks = isX ? masks + 1 : 0
        case .mask: masks += 1
        default: masks = 0
        }
        if masks > 1 { isMasked = true }
        if unitClass == .han, isContent {
          run.append(value)
        } else if unitClass != .skip, !run.isEmpty {
          endRun(&names)
        }
        offset += value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
      }
      endRun(&names)
      endRow(&masked)
    }
  }

  /// How names of organisations and places end.
  enum NameEnding {
    private static let endings: [[UInt32]] =
      "街道 社区 委员会 公司 学校 医院 中心 分局 厅 街道办事处 办事处 集团 学院 研究院 研究所 管委会 法院 检察院 局 大学 中学 小学 幼儿园 开发区 政府 协会 联合会 支队 大队 总队"
      .split(separator: " ").map { $0.unicodeScalars.map(\.value) }
    private static let last = Set(endings.map { $0[$0.count - 1] })

    static func fits(_ run: [UInt32]) -> Bool {
      guard let end = run.last, last.contains(end) else { return false }
      return endings.contains { run.suffix($0.count).elementsEqual($0) }
    }
  }
#endif
