import ZhubiDetection
import ZhubiText

extension Fixture {
  static let documents: [FixtureDocument] = [
    listOfNames, sheet, hostile, english, unreadable, cut, reviewed,
    FixtureDocument("公示/无问题一.txt", "今年第一季度，各项工作有序推进。", []),
    FixtureDocument("公示/无问题二.txt", "特此通知。", []),
  ]

  private static let somewhere = TextOffset(0)..<TextOffset(0)

  /// A notice with personal data among other things.
  private static let listOfNames = FixtureDocument(
    "公示/补贴名单.txt",
    """
    ⟦机密★1年⟧
    关于发放补贴的公示
    姓名：⟦李示例⟧，身份证号 ⟦11010119900307600X⟧，电话⟦19900006001⟧。
    请各单位⟦既使⟧加班也要按《⟦中华人民共和国婚姻法⟧》办理😀，⟦绝密⟧
    """,
    [
      secrecy("机密★1年"), person, identity, mobile, typo("既使", "即使"),
      Finding(
        "outdated.law", severity: .warning, confidence: .likely, range: somewhere,
        message: Message("《婚姻法》已于2021年1月1日废止", "the Marriage Law was repealed on 2021-01-01"),
        suggestion: "《中华人民共和国民法典》|加注“已废止”", basis: "《民法典》第一千二百六十条",
        evidence: "law-0042 @ laws laws.tsv:42"),
      secrecy("绝密"),
    ])

  /// A row of a sheet: a part with a name of its own.
  private static let sheet = FixtureDocument(
    "附件/名单.xlsx", "⟦李示例⟧\t⟦45110219870615612X⟧", place: "table 1, row 4, column 2",
    [person, identity])

  /// A page that would like to be obeyed by browsers, spreadsheets, terminals and build servers.
  private static let hostile = FixtureDocument(
    hostileName,
    """
    <script>alert(1)</script>⟦机密\u{202E}★\u{2028}二年⟧"><img src=x onerror=alert(3)> &amp; ]]> \u{1B}[31m红\u{9B}0m
    ⟦=cmd|'/C calc'!A0⟧\r
    ::error file=x::注入 %0A ⟦@SUM(A1)⟧ \u{200B}\u{FEFF} %25 `x` \u{7}
    """,
    [
      Finding(
        "term.secrecy-marking", severity: .block, range: somewhere,
        message: Message(
          "密级标志：“</script><script>alert(4)</script>”", "secrecy marking: “<b onclick='x'>”"),
        suggestion: "=HYPERLINK(\"http://x.invalid\")", basis: "\"><svg onload=alert(5)>",
        evidence: "+1 @ evil\u{202E} evil.tsv:1"),
      Finding(
        "format.unbalanced", severity: .info, range: somewhere,
        message: Message("=1+1\n::warning::第二行", "-1+1\r\n::warning::second line"),
        suggestion: "%0A::error::x"),
      Finding(
        "term.custom-kind", severity: .error, confidence: .possible, range: somewhere,
        message: Message("@本单位词条", "\torganisation's own term")),
    ])

  private static let english = FixtureDocument(
    "./notices/en.md",
    """
    # Notice
    The hotline ⟦is is⟧ open; call 12345 (weekdays.
    Two lines: ⟦first
    second⟧ end.
    """,
    [
      Finding(
        "format.unbalanced", severity: .info, confidence: .likely, range: somewhere,
        message: Message("重复的词", "doubled word"), suggestion: "is",
        fix: Finding.Fix(range: somewhere, replacement: "is")),
      Finding(
        "format.unbalanced", severity: .warning, range: somewhere,
        message: Message("跨行的例子", "an example over two lines")),
    ])

  private static let unreadable = FixtureDocument(
    "附件/扫描件 1.pdf",
    problem: ReadingProblem(
      .imageOnly, chinese: "只有图片，没有文字", english: "pictures only, no text", part: "page 2"))

  /// A text of which only the beginning was listed.
  private static let cut = FixtureDocument(
    "/data/存量/长文.txt", "他们⟦既使⟧不来，我们⟦既使⟧来了。", isCut: true,
    [typo("既使", "即使"), typo("既使", "即使")])

  private static let reviewed = FixtureDocument(
    "https://www.example.invalid/art/2026/1.html?id=1&x=2", "⟦既使⟧如此。", [typo("既使", "即使")])

  private static let identity = Finding(
    "personal.cn-id", severity: .block, range: somewhere,
    message: Message("居民身份证号码", "identity number"), suggestion: "只保留前 6 位和后 4 位",
    basis: "《个人信息保护法》第二十八条", evidence: "checksum ok", masking: .identityNumber)

  private static let mobile = Finding(
    "personal.mobile", severity: .error, confidence: .likely, range: somewhere,
    message: Message("手机号码", "mobile number"), suggestion: "199****6001", masking: .mobile,
    fix: Finding.Fix(range: somewhere, replacement: "199****6001"))

  private static let person = Finding(
    "personal.person-name", severity: .info, confidence: .possible, range: somewhere,
    message: Message("姓名", "name of a person"), masking: .name)

  private static func secrecy(_ term: String) -> Finding {
    Finding(
      "term.secrecy-marking", severity: .block, range: somewhere,
      message: Message("密级标志：“\(term)”", "secrecy marking: “\(term)”"),
      basis: "《保守国家秘密法》（2024修订）第二十三条", evidence: "mark-0001 @ secrecy markings.tsv:3")
  }

  private static func typo(_ wrong: String, _ right: String) -> Finding {
    Finding(
      "typo.confusion", severity: .warning, range: somewhere,
      message: Message("“\(wrong)”应为“\(right)”", "“\(wrong)” should be “\(right)”"),
      suggestion: right, evidence: "typo-0007 @ typos confusion.tsv:7",
      fix: Finding.Fix(range: somewhere, replacement: right))
  }

  private static func withRange(_ finding: Finding, _ range: Range<TextOffset>) -> Finding {
    var finding = finding
    finding.range = range
    return finding
  }
}
