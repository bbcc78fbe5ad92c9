import Foundation
import Testing
import ZhubiDetection
import ZhubiText

@Suite struct DocumentDateTests {
  @Test(arguments: [
    ("关于某事的通知\n\n各单位：\n请认真落实。\n\n某市人民政府办公室\n2024年5月14日\n", "2024-05-14"),
    ("通知\n正文。\n某市人民政府\n二〇二四年五月十四日\n", "2024-05-14"),
    ("通知\n正文。\n某市人民政府\n二○一九年十二月三十一日", "2019-12-31"),
    ("通知\n正文。\n一九九六年七月十七日\n关于内地", "1996-07-17"),
    ("标题\n来源：某办 发布时间：2024-05-14 10:12 浏览次数：3\n正文。", "2024-05-14"),
    ("信息索引号 | 001 |\n成文日期 | 2025-03-03 | 公开时限 | 长期 |\n正文\n2024年1月1日", "2025-03-03"),
    ("发布日期：２０２４年５月１４日\n正文", "2024-05-14"), ("标题\n（2024年5月14日）\n正文很长。", "2024-05-14"),
    ("某某条例\n2001年1月12日 某市人大常委会通过 根据2016年3月29日决定修正\n第一条 为了……", "2016-03-29"),
    ("《新闻联播》 (20240729)\n摘要", "2024-07-29"), ("时间：\n2026-02-02 09:20\n来源：\n某省人民政府", "2026-02-02"),
    ("通知\n某市人民政府办公室2024年5月14日印发", "2024-05-14"), ("通知\n某市教育局　2024年 5月 6日", "2024-05-06"),
    ("标题\n2024/5/14\n正文", "2024-05-14"), ("标题\n2024.05.14\n正文", "2024-05-14"),
    ("通知\n正文。\n\n2024年5月14日\n\n（此件公开发布）\n附件：1.名单\n网站标识码：3301000001", "2024-05-14"),
  ])
  func findsTheDay(text: String, day: String) {
    #expect(DocumentDate.find(in: text)?.description == day, "\(text)")
  }

  @Test(arguments: [
    "", "没有日期的文字。", "自2024年5月14日起，全市开展专项整治行动，请各单位于2024年6月1日前报送情况，逾期不再受理，特此通知各有关单位遵照执行。",
    "当事人李某，男，1975年3月12日出生，住某市某区。", "李某，1975年3月12日生，住某市某区。", "他生于1975年3月12日。",
    "出生日期：1975年3月12日  姓名：李某", "姓名：李某\n出生年月：1975年3月12日", "生日：1975-03-12", "成立日期：1995-03-02",
    "李某（1975年3月12日出生）\n", "入党时间：1996年3月1日",
    "2024年2月30日", "2024514日", "电话：2024-5140", "2024年5月", "编号12024年5月14日",
  ])
  func findsNoneWhereThereIsNone(text: String) {
    #expect(DocumentDate.find(in: text) == nil, "\(text)")
  }

  @Test(
    .enabled(if: SharedSampleTests.shared != nil, "set ZHUBI_SHARED to read real pages"))
  func readsRealPages() throws {
    let folder = try #require(SharedSampleTests.shared).appending(path: "corpus/pages")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let dates = names.map { name in
      (try? Data(contentsOf: folder.appending(path: name))).flatMap {
        DocumentDate.find(in: Array($0))
      }
    }
    print(
      "dates of pages: \(zip(names, dates).map { "\($0.prefix(3)) \($1?.description ?? "none")" })")
    #expect(dates.contains { $0 != nil })
  }
}
