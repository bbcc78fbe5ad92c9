/// Looks for small words that stand twice, for holes, and for paragraphs that stand twice.
struct SmallRepetitionCheck: FormatCheck {
  let rules = [RepetitionRules.character, RepetitionRules.truncated, RepetitionRules.paragraph]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    characters(page, into: &findings)
    holes(page, into: &findings)
    paragraphs(page, into: &findings)
  }

  private func characters(_ page: FormatPage, into findings: inout [Finding]) {
    var found: [Finding] = []
    for index in 0..<max(0, page.count - 1) where page[index] == page[index + 1] {
      let scalar = page[index]
      guard let fine = Self.small[scalar], page[index + 2] != scalar, page[index - 1] != scalar,
        !page.isQuoted(index), !page.isInTitle(index), !page.isInTable(index)
      else { continue }
      if fine.before.contains(page[index - 1]) || fine.after.contains(page[index + 2]) { continue }
      found.append(
        page.correction(
          RepetitionRules.character, index..<index + 2, to: String(Character(scalar)),
          confidence: .likely))
    }
    Habit.append(found, into: &findings)
  }

  /// Conjunctions before a full stop, empty brackets, 申15件.
  private func holes(_ page: FormatPage, into findings: inout [Finding]) {
    for place in page.marks {
      switch page[place] {
      case "。", "；", "，":
        if page[place] != "，" || page[place - 1] == "及",
          "和与及或".unicodeScalars.contains(page[place - 1]),
          !Self.wordsEndingSo.endsBefore(place, in: page.text), !page.isQuoted(place)
        {
          findings.append(page.finding(RepetitionRules.truncated, place - 1..<place))
        }
      case "《":
        if page[place + 1] == "》" {
          findings.append(page.finding(RepetitionRules.truncated, place..<place + 2))
        }
      case "“":
        if page[place + 1] == "”" {
          findings.append(page.finding(RepetitionRules.truncated, place..<place + 2))
        }
      case "、":
        if page.beginsLine(place), page[place + 1].isHan {
          findings.append(page.finding(RepetitionRules.truncated, place..<place + 1))
        }
      default: break
      }
    }
    for run in page.numbers
    where page[run.lowerBound - 1] == "申" && page[run.upperBound] == "件" {
      findings.append(
        page.finding(
          RepetitionRules.truncated, run.lowerBound - 1..<run.upperBound + 1,
          suggestion: "申请" + page.text.string(run) + "件"))
    }
  }

  private func paragraphs(_ page: FormatPage, into findings: inout [Finding]) {
    var byHash: [UInt64: [Range<Int>]] = [:]
    for line in page.paragraphs where line.count >= 40 && !page.isInTable(line.lowerBound) {
      var key: UInt64 = 0
      for scalar in page.text.scalars[line] {
        key = (key ^ UInt64(scalar.value)) &* 0x9E37_79B9_7F4A_7C15
        key ^= key >> 29
      }
      let same = byHash[key]?.first { other in
        other.count == line.count && page.text.scalars[other].elementsEqual(page.text.scalars[line])
      }
      if let same {
        findings.append(page.finding(RepetitionRules.paragraph, line, related: [same]))
      } else {
        byHash[key, default: []].append(line)
      }
    }
  }

  /// Small words, with the characters around them that make a doubled one right.
  private struct Fine {
    var before: UnitSet
    var after: UnitSet
    init(_ before: String, _ after: String) {
      self.before = UnitSet(before.unicodeScalars)
      self.after = UnitSet(after.unicodeScalars)
    }
  }

  private static let small: [Unicode.Scalar: Fine] = [
    "的": Fine("目标有打无端中鹄靶之", "确士"), "和": Fine("中共饱调平总谐缓温祥", "美气睦谐平解好善乐煦暖蔼"),
    "了": Fine("为除罢末完明不得", "解结却然望事断"), "是": Fine("于可但凡国实求", "非"),
    "在": Fine("存现正实所自内外潜好", "线建职校读籍编押逃场座野位意乎于理岗册"),
    "要": Fine("主需重必纲紧首只摘扼提概机简", "求点素件领闻塞害么职紧地员旨"),
    "与": Fine("参赠授给付", "会时人其众否世"), "及": Fine("以涉普危波顾累", "时格早其第"),
    "对": Fine("反应面针相校核绝配不结", "象于待策比照话外应接付手口称等抗立方面换碰联岸子决冲账准标仗策齐头"),
    "为": Fine("作成认因以行称视定列变人改转", "了何民此止主期官由政人什首难"), "将": Fine("即行必麻", "来军近要士领"),
    "把": Fine("一", "握关手守控持脉门"), "被": Fine("", "告动子害褥申"), "从": Fine("服自听跟随", "事业来严属而容前此中重政"),
    "到": Fine("达得受收感做找看遇回来赶签报想见听直", "位达底期来处会场岗任户"),
    "由": Fine("自理事缘经来", "于来此"), "以": Fine("可所得予加给足难", "及后前来上下内外至为致便免"),
    "而": Fine("从因然进反继", "且是言"), "并": Fine("合一兼吞", "且非购联存行发轨处"), "或": Fine("", "者许是"),
    "不": Fine("并", "断"), "于": Fine("对关由处基等属限用位大小高低善便利鉴致有至终敢勇乐归源关", "是今"),
    "向": Fine("方面导意动取去志", "上下前着来导"), "上": Fine("以网线路", "级市海述年下半学升岗报班"),
  ]
  private static let wordsEndingSo = WordSet(
    spaced:
      "参与 祥和 平和 共和 饱和 总和 温和 缓和 谐和 调和 涉及 普及 顾及 以及 波及 危及 赠与 付与 给与 授与 之和 随和 亲和 人和 求和 谈和 讲和 媾和 柔和 暖和 中和 埃及 推及 触及 论及 提及 企及 不及 来得及 言和 议和 惠及 来不及 掺和 附和 抑或 间或 倘或 容或 相与 干与 可及 旁及 兼及 遍及 累及 殃及 述及 谦和 晴和 不和 緩和 忠和 乐和 莫及 应和 唱和 说和 热和 失和 永和 和和 违和 拌和 搅和"
  )
}
