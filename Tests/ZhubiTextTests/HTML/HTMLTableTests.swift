import Testing
import ZhubiText

struct HTMLTableTests {
  @Test func cellsKeepTheirPlaces() {
    let page = PageText(
      """
      <table><caption>名单</caption><tr><th>姓名</th><th>身份证号</th></tr>
      <tr><td>甲某</td><td>一</td></tr><tr><td></td><td><p>二</p><p>三</p></td></tr></table>后
      """)
    #expect(page.body == "名单\n姓名\t身份证号\n甲某\t一\n\t二\n三\n后")
    #expect(page.table() == [["*姓名", "*身份证号"], ["甲某", "一"], ["", "二\n三"]])
    let body = page.reading.body!
    let table = body.tables[0]
    #expect(String(decoding: body.utf8[table.caption!.plain], as: UTF8.self) == "名单")
    #expect(headers(page, "二") == ["身份证号"])
    #expect(table.columnCount == 2)
  }

  /// The column headers of the cell that holds a word.
  private func headers(_ page: PageText, _ word: String) -> [String] {
    let body = page.reading.body!
    let at = TextOffset(body.utf8.firstRange(of: Array(word.utf8))!.lowerBound)
    for table in body.tables {
      guard let cell = table.cell(at: at) else { continue }
      return table.header(forColumn: cell.column)
        .map { String(decoding: body.utf8[$0.range.plain], as: UTF8.self) }
    }
    return []
  }

  @Test func spansMoveColumns() {
    let page = PageText(
      """
      <table><tr><th rowspan=2>序号<th colspan=2>人员<tr><th>姓名<th>证件\
      <tr><td>1<td>甲<td>乙<tr><td rowspan=2>2<td>丙<td>丁<tr><td>戊<td>己</table>
      """)
    #expect(headers(page, "乙") == ["人员", "证件"])
    #expect(headers(page, "己") == ["人员", "证件"])
    #expect(headers(page, "1") == ["序号"])
    #expect(page.reading.body!.tables[0].rows[4].map(\.column) == [1, 2])
  }

  @Test func theFirstRowIsHeaderWhenNothingElseIs() {
    let page = PageText(
      """
      <table><tr><td colspan=2>公示名单</td></tr><tr><td>姓名<td>身份证号</tr><tr><td>甲<td>123456</tr>\
      <tr><td>乙<td>234567</tr></table>
      """)
    #expect(headers(page, "234567") == ["身份证号"])
    let data = PageText("<table><tr><td>甲<td>123456</tr><tr><td>乙<td>234567</tr></table>")
    #expect(headers(data, "234567") == [])
  }

  @Test func aCellIsNamedByTheOneBeforeIt() {
    let page = PageText("<table><tr><td>联系人<td>甲某<td>电话<td>一二三</table>")
    let body = page.reading.body!
    let table = body.tables[0]
    let label = table.label(of: table.rows[0][3])!
    #expect(String(decoding: body.utf8[label.range.plain], as: UTF8.self) == "电话")
    #expect(table.label(of: table.rows[0][0]) == nil)
  }

  @Test func rowHeadersAreNoColumnHeaders() {
    let page = PageText(
      "<table><tr><th>姓名<td>甲某</tr><tr><th>电话<td>一二三</tr></table>")
    #expect(headers(page, "一二三") == [])
  }

  @Test func layoutIsNoTable() {
    let page = PageText(
      "<table><tr><td>菜单<td><table><tr><td>甲<td>乙</tr></table></td></tr></table>")
    #expect(page.reading.body!.tables.count == 1)
    #expect(page.table() == [["甲", "乙"]])
    #expect(PageText("<table><tr><td>文</table>").reading.body!.tables.isEmpty)
  }

  @Test func unclosedAndMisplacedPartsFindTheirTable() {
    let page = PageText(
      """
      <table><thead><tr><td>甲<td>乙<tbody><tr><td>丙<div>丁<td>戊</table>己<td>庚
      """)
    #expect(page.table() == [["*甲", "*乙"], ["丙\n丁", "戊"]])
    #expect(page.body == "甲\t乙\n丙\n丁\t戊\n己\n庚")
  }

  @Test func hiddenCellsStayInTheGrid() {
    let page = PageText(
      """
      <table><tr><th>姓名<th style='display:none'>证号<th>备注<tr><td>甲<td style='display:none'>密<td>无\
      </table>
      """)
    #expect(page.body == "姓名\t备注\n甲\t无")
    #expect(page.hidden(.displayNone) == "证号\n密")
    #expect(headers(page, "无") == ["备注"])
  }

  @Test func absurdSpansAreBounded() {
    let wide = String(repeating: "<td colspan=1000 rowspan=65534>x", count: 50)
    let page = PageText("<table><tr>\(wide)<tr><td>y</table>")
    #expect(page.reading.problems.map(\.kind) == [.cellLimit])
    #expect(page.body.contains("y"))
    var limits = HTMLReader.Limits()
    limits.cells = 3
    let cut = PageText("<table><tr><td>a<td>b<tr><td>c<td>d</table>", limits: limits)
    #expect(cut.reading.problems.map(\.kind) == [.cellLimit])
    #expect(cut.body == "a\tb\nc\td")
  }
}
