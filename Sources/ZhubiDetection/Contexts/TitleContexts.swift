import ZhubiText

/// Contexts about 《》 titles and document numbers.
enum TitleContexts {
  static let all: [NamedContext] = [inTitle, otherTitle, attribution, issuedThen, quoted]

  /// The hit stands inside a 《》 title.
  static let inTitle = NamedContext(
    "in-title", Message("位于《》书名号内", "inside a 《》 title")
  ) { scene, _ in title(around: scene) != nil }

  /// The hit is only a part of a 《》 title, which is therefore another document's name; or it stands
  /// inside 〈〉.
  static let otherTitle = NamedContext(
    "other-title", Message("只是《》内更长标题的一部分", "only a part of a longer 《》 title")
  ) { scene, _ in
    guard let title = title(around: scene) else { return false }
    let units = scene.foldedSentence.units
    let hit = scene.hitInSentence.plain
    let folding = scene.context.folding
    let before = Array(units[title.lowerBound..<hit.lowerBound])
    let after = Array(units[hit.upperBound..<title.upperBound])
    let isHead =
      before.isEmpty || before == folding.fold("中华人民共和国") || before == folding.fold("中国")
    let isTail = after.isEmpty || tail.folded(with: folding).match(in: after, at: 0) == after.count
    return !(isHead && isTail)
  }

  /// What may stand in a title behind the name without making it another document.
  private static let tail: SurroundingPattern =
    "(?:[（(][^）)]{0,24}[）)]|全文|第[一二三四五六七八九十百千\\d]+条\\h{0,6}|[（(].{0,16})"

  /// The stretch inside the 《》 around the hit, in units of the sentence.
  static func title(around scene: HitScene) -> Range<Int>? {
    let units = scene.foldedSentence.units
    let hit = scene.hitInSentence.plain
    var depth = 0
    var start = hit.lowerBound - 1
    while start >= 0, hit.lowerBound - start < 120 {
      if units[start] == close {
        depth += 1
      } else if units[start] == open {
        if depth == 0 { break }
        depth -= 1
      }
      start -= 1
    }
    guard start >= 0, hit.lowerBound - start < 120 else { return nil }
    depth = 0
    var end = hit.upperBound
    while end < units.count, end - hit.upperBound < 120 {
      if units[end] == open {
        depth += 1
      } else if units[end] == close {
        if depth == 0 { return start + 1..<end }
        depth -= 1
      }
      end += 1
    }
    return nil
  }

  private static let open: UInt32 = 0x300A
  private static let close: UInt32 = 0x300B

  /// The body as issuer of a document of its time: 农业部公告第2292号, 国土资源部令第68号, 银监会
  /// 2018年第1号令, 卫生部《…》（卫医发〔2009〕…号）.
  static let attribution = NamedContext(
    "attribution", Message("作为发文机关，紧接文号或公告、令号", "the issuer right before a document number")
  ) { scene, _ in scene.isFollowed(by: number) }

  private static let number: SurroundingPattern = """
    (?:[、和及等\\s]{0,2}[\\h]{2,16}[、\\s]?){0,5}?(?:办公厅|办公室)?(?:第?\\d{1,4}号)?(?:联合)?(?:[（(]?(?:19|20)\\d\\d[）)]?年?第?\\d{0,4}号?)?\
    (?:令|公告|通告|通报|通知|文件|批复|规章|函)(?:[（(〔\\[]?(?:19|20)?\\d|第|（|\\(第|\\s?\\d)|\
    (?:发|函|办|字|令|规|\\h{0,6})?[〔\\[（(](?:19|20)\\d\\d[〕\\]）)]\\s?第?\\d|第\\d{1,4}号|\
    (?:19|20)\\d\\d年第?\\d{1,4}号(?:令|公告|通告)|《[^》]{2,80}》\\s?[（(][^）)]{0,24}(?:令|[〔\\[（(](?:19|20)\\d\\d)
    """

  /// The body published something that is named by its number of an earlier year, or “印发的《…》”.
  static let issuedThen = NamedContext(
    "issued-then", Message("叙述其当年印发的文件", "about a document it issued at the time")
  ) { scene, _ in
    if scene.isFollowed(by: published) { return true }
    guard let since = scene.entry.since else { return false }
    let units = scene.foldedSentence.units
    var index = scene.hitInSentence.upperBound.value
    let bracket = numberYear.folded(with: scene.context.folding)
    while index < units.count {
      if let end = bracket.match(in: units, at: index) {
        let year = units[index + 1..<end].prefix(4).reduce(0) { $0 * 10 + Int($1) - 0x30 }
        if year <= since.year { return true }
      }
      index += 1
    }
    return false
  }

  private static let published: SurroundingPattern = """
    (?:[、和及会同联合等\\h]{0,24})?(?:曾|此前|早前|当时)?(?:联合)?(?:印发|发布|公布|颁布|制定|下发|出台|颁发|批准|核发|审批|认定|授予|命名|评定|评为|公告|批复|备案|核准|登记|组织实施|编制|编印|主编|主管)(?:施行|实施)?的
    """

  private static let numberYear: SurroundingPattern = "[〔\\[（(](?:19|20)\\d\\d[〕\\]）)]"

  /// The hit stands inside quotation marks.
  static let quoted = NamedContext(
    "quoted", Message("位于引号内", "inside quotation marks")
  ) { scene, _ in
    let left = scene.foldedSentence.units[..<scene.hitInSentence.lowerBound.value]
    let right = scene.foldedSentence.units[scene.hitInSentence.upperBound.value...]
    let opens = scene.context.folding.fold("“「『\"")
    let closes = scene.context.folding.fold("”」』\"")
    guard let open = left.lastIndex(where: { opens.contains($0) }),
      let close = right.firstIndex(where: { closes.contains($0) })
    else { return false }
    return !left[(open + 1)...].contains { closes.contains($0) }
      && !right[..<close].contains { opens.contains($0) && !closes.contains($0) }
  }
}
