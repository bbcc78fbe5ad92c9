import ZhubiText

/// Illness, disability and treatment of a named person.
enum Health {
  static func read(_ text: PersonalText, into hits: inout [PersonalHit]) {
    // A statute names diseases and roles, never persons.
    if text.context.isStatute { return }
    for (index, mark) in text.marks.enumerated() where mark.tags.touches(.disease) {
      if let last = hits.last, last.kind == .health, last.units.overlaps(mark.start..<mark.end) {
        continue
      }
      let body = extended(text, mark)
      guard isOfPerson(text, body, index) else { continue }
      append(text, body, into: &hits)
    }
    for mark in text.marks where mark.tags.touches(.healthVerb) && !mark.tags.touches(.disease) {
      guard let body = unlisted(text, behind: mark), text.nameBefore(mark.start, reach: 16) != nil,
        isOfPerson(text, body, nil)
      else { continue }
      append(text, body, into: &hits)
    }
    roles(text, into: &hits)
    disabilities(text, into: &hits)
    besideNames(text, into: &hits)
    columns(text, into: &hits)
  }

  static func append(
    _ text: PersonalText, _ body: Range<Int>, into hits: inout [PersonalHit]
  ) {
    hits.append(
      PersonalHit(
        kind: .health, units: body, range: text.range(body.lowerBound, body.upperBound),
        severity: severity(text, body), confidence: .likely))
  }

  /// Stigma, lists and matters of relief weigh most; news of a person by name is a note.
  private static func severity(_ text: PersonalText, _ body: Range<Int>) -> Severity {
    if ["news", "publicity", "promotion"].contains(text.context.selection.profile) { return .info }
    let line = text.lineStart(body.lowerBound)..<text.lineEnd(body.upperBound)
    let near =
      max(line.lowerBound, body.lowerBound - 60)..<min(line.upperBound, body.upperBound + 60)
    let isField = text.clueIsHealth(before: body.lowerBound)
    if isField || near.count < 60
      || text.holds([.id, .role, .income, .address, .healthColumn], in: near)
    {
      return .block
    }
    let words = [
      "艾滋", "梅毒", "性病", "精神", "吸毒", "乙肝", "结核", "救助", "申请", "补助", "低保", "名单", "公示", "村民", "户主",
    ]
    return text.units[near].contains(words.map(text.phrase)) ? .block : .warning
  }

  /// The disease with what names its kind: 慢性…, 右侧…, …（晚期）, 肢体残疾二级.
  private static func extended(_ text: PersonalText, _ mark: WordMark) -> Range<Int> {
    var start = mark.start
    for word in [
      "急性", "慢性", "恶性", "先天性", "原发性", "继发性", "重度", "中度", "轻度", "重症", "严重", "晚期", "早期", "双侧", "左侧",
      "右侧", "老年性", "小儿", "系统性", "复发性", "病毒性", "转移性", "终末期", "急性淋巴细胞", "急性髓系", "急性早幼粒细胞", "i型",
      "ii型", "1型", "2型", "二型", "一型", "二级", "一级", "三级", "四级", "耐药",
    ]
    where text.precedes(start, [word]) {
      start -= text.phrase(word).count
    }
    // 查出右股骨颈骨折, 鉴定意见：右股骨颈骨折: all that stands behind the verb.
    let before = text.firstMark(endingAfter: start) - 1
    if before >= 0, case let verb = text.marks[before],
      verb.tags.touches([.healthVerb, .healthColumn]), !verb.tags.touches(.disease)
    {
      var from = verb.end
      if [0x3A, 0xFF1A].contains(text.unit(from)) { from += 1 }
      if (1...8).contains(start - from),
        (from..<start).allSatisfy({
          text.isHan($0)
            && ![0x7684, 0x548C, 0x4E0E, 0x7B49, 0x4E86, 0x4E3A].contains(text.unit($0))
        })
      {
        start = from
      }
    }
    if start == mark.start, let cause = text.cause(before: start) { start = cause }
    if start == mark.start, let field = field(text, before: start) { start = field }
    var end = mark.end
    let index = text.marks.firstIndex(atOrAfter: mark.start + 1)
    if index < text.marks.count, text.marks[index].start < end,
      text.marks[index].tags.touches(.disease)
    {
      end = max(end, text.marks[index].end)
    }
    // HIV抗体阳性, 乙肝表面抗原阳性.
    if let positive = (end + 2...end + 8).first(where: { text.follows($0, ["阳性"]) }),
      (end..<positive).allSatisfy({ text.isHan($0) || text.isAlphanumeric($0) })
    {
      return start..<positive + 2
    }
    for word in ["一级", "二级", "三级", "四级", "阳性", "晚期", "早期", "中晚期", "一期", "二期", "三期", "综合征", "综合症"]
    where text.follows(end, [word]) {
      end += 2 + (word.count == 3 ? 1 : 0)
      break
    }
    return start..<end
  }

  /// The start of the field before a place, right behind a name: 张三—重型….
  private static func field(_ text: PersonalText, before place: Int) -> Int? {
    var start = place
    while text.isHan(start - 1), place - start < 6 { start -= 1 }
    guard start < place, !text.isHan(start - 1), text.marks(in: start..<place).isEmpty,
      let name = text.nameBefore(start, reach: 8), start - name.upperBound <= 2
    else { return nil }
    return start
  }

  /// 患有…病, 病种：…病: a disease the table does not know, named by its last character.
  private static func unlisted(_ text: PersonalText, behind mark: WordMark) -> Range<Int>? {
    let isField =
      mark.tags.touches(.healthColumn) && [0x3A, 0xFF1A].contains(text.unit(mark.end))
    guard isField || text.folds(mark, hold: ["患", "诊", "感染", "检出", "查出"]) else { return nil }
    if mark.end - mark.start == 1 {
      // 隐患, 忧患, 患者: other words.
      if text.precedes(mark.start, ["隐", "后", "忧", "水", "病", "医", "祸"])
        || text.follows(mark.end, ["者", "难", "病率", "得患失", "儿"])
      {
        return nil
      }
    }
    var start = mark.end
    while [0x3A, 0xFF1A, 0x20, 0x4E3A, 0x6709, 0x4E86, 0x201C].contains(text.unit(start)) {
      start += 1
    }
    var end: Int?
    var place = start
    while text.isHan(place) || text.isAlphanumeric(place), place - start < 16 {
      if place > start,
        endings.contains(text.unit(place)) || text.precedes(place + 1, Self.endingWords),
        !others.contains(text.unit(place + 1))
      {
        end = place + 1
      }
      if [0x7684, 0x548C, 0x4E0E, 0x53CA, 0x7B49, 0x5DF2, 0x7533, 0x5728]
        .contains(text.unit(place))
      {
        break
      }
      place += 1
    }
    guard let end, end - start >= 2, end - start <= 14 else { return nil }
    // 多种疾病, 重大疾病, 重病 say nothing.
    if text.holds(.generic, in: start..<end) { return nil }
    let vague = [
      "疾病", "重病", "大病", "慢性病", "职业病", "传染病", "有病", "地方病", "罕见病", "疫病", "基础病", "老人病", "得病", "患病",
      "生病", "因病", "看病", "无病", "残病", "治病", "性疾病", "后遗症",
    ]
    // 交通瘫痪, 网络中毒: no body's.
    if text.units[start..<end].contains(["交通", "网络", "系统", "通信", "设备"].map(text.phrase)) {
      return nil
    }
    return vague.contains(where: { text.precedes(end, [$0]) }) ? nil : start..<end
  }

  /// 张三（…瘤患者）, 张三 …瘤 8000元: an illness the table does not know, in a field right behind
  /// a name.
  private static func besideNames(_ text: PersonalText, into hits: inout [PersonalHit]) {
    for place in text.units.indices where grave.contains(text.unit(place)) {
      let end = place + 1
      guard !text.isHan(end) || text.follows(end, ["患者", "病人", "晚期", "早期", "术后"]) else { continue }
      var start = place
      while start > 0, end - start < 14, text.isHan(start - 1) { start -= 1 }
      guard end - start >= 3, !text.isHan(start - 1),
        [0x20, 0x09, 0x28, 0xFF08, 0x2C, 0xFF0C, 0x3001].contains(text.unit(start - 1)),
        let name = text.nameBefore(start, reach: 8), start - name.upperBound <= 2,
        !text.holds([.generic, .deny], in: start..<end),
        !hits.contains(where: { $0.units.overlaps(start..<end) })
      else { continue }
      append(text, start..<end, into: &hits)
    }
  }

  private static let grave = UnitSet("癌瘤炎疸疝瘫".unicodeScalars.map(\.value))
  static let endings = UnitSet("癌瘤病症炎痨疮疹疸疝瘫癣疣聋哑".unicodeScalars.map(\.value))
  /// 病毒, 病例, 症状: the word goes on.
  private static let others = UnitSet("毒例房床区情历史理因程害虫变种株案假休故愈残魔状".unicodeScalars.map(\.value))
  private static let endingWords = [
    "衰竭", "梗塞", "梗死", "坏死", "出血", "硬化", "障碍", "残疾", "缺损", "骨折", "萎缩", "综合征", "综合症", "不全", "畸形",
    "烧伤", "瘫痪", "结石",
    "肥大", "突出", "眼疾", "失明", "穿孔", "积水", "中毒", "感染",
  ]

  /// Whether a person of name is meant: a verb of illness between name and disease, or a patient.
  private static func isOfPerson(_ text: PersonalText, _ body: Range<Int>, _ index: Int?) -> Bool {
    let sentence = clause(text, body)
    // 等重大疾病, 防治, 救助政策: a programme.
    if text.follows(
      body.upperBound,
      [
        "等", "、", "患者救助", "防治", "筛查", "预防", "专项", "救治工作", "保障", "疫苗", "病区", "医院", "科", "专科", "病房",
        "门诊", "防控", "知识", "宣传", "和", "及", "疫情", "日",
      ])
    {
      if text.nameBefore(body.lowerBound, reach: 12) == nil { return false }
    }
    let isSubject = text.follows(
      body.upperBound,
      [
        "学", "防治", "科", "专科", "医院", "研究", "筛查", "防控", "疫苗", "知识", "宣传", "病房", "门诊", "领域", "专家",
        "治疗中心", "可防", "新药", "疫情", "高发", "流行", "来袭",
      ])
    if text.units[body].contains(["收治", "擅长", "主治", "研究", "攻克", "防治"].map(text.phrase)) {
      return false
    }
    let before = sentence.lowerBound..<body.lowerBound
    let hasVerb = text.marks(in: before).contains {
      $0.tags.touches(.healthVerb) && !$0.tags.touches(.disease) && body.lowerBound - $0.end <= 12
    }
    // 张三既往有…病史, 张三做了…手术, 向张三出具…诊断证明.
    let isHistory = text.follows(
      body.upperBound, ["手术", "病史", "史", "诊断证明", "诊断书", "去世", "病逝", "离世", "逝世", "晚期", "住院", "术后"])
    let hasField = text.clueIsHealth(before: body.lowerBound)
    if let name = text.nameBefore(body.lowerBound, reach: 40) {
      let gap = text.gap(name.upperBound, body.lowerBound)
      // 张三，肿瘤学博士: what somebody works at.
      if isSubject, !hasVerb { return false }
      // 肿瘤科张三主任讲解肺癌早筛, 张三，男，主任医师，擅长…: what somebody heals.
      let between = name.upperBound..<body.lowerBound
      if !hasVerb, text.units[between].contains(skills.map(text.phrase)) { return false }
      let isTreatment = text.units[body].contains(["手术", "移植", "搭桥", "支架"].map(text.phrase))
      if hasVerb || hasField || ((isHistory || isTreatment) && gap <= 8) { return true }
      // 她叫张三，是一名尿毒症患者.
      if gap <= 8, text.follows(body.upperBound, ["患者", "病人"]),
        text.units[name.upperBound..<body.lowerBound].contains(
          ["，是", ",是", "，系", ",系"].map(text.phrase))
      {
        return true
      }
      // 张三系艾滋病患者, 张三系右股骨颈骨折患者.
      if gap <= 8, between.allSatisfy({ text.isHan($0) }),
        [0x7CFB, 0x662F, 0x4E3A, 0x5C5E].contains(text.unit(name.upperBound)),
        text.follows(body.upperBound, ["患者", "病人", "感染者", "残疾"])
      {
        return true
      }
      // 张三家庭因尿毒症返贫.
      if gap <= 10, text.unit(body.lowerBound - 1) == 0x56E0 { return true }
      // 张三（尿毒症）, 张三，尿毒症: right behind the name.
      if gap <= 2
        || (gap <= 6 && text.holds([.age, .gender, .name], in: name.upperBound..<body.lowerBound))
      {
        return true
      }
      if text.holds([.id, .age, .gender, .family, .address], in: between) { return true }
      // 张三 330… 尿毒症: nothing but a number between.
      if gap >= 12, !between.contains(where: { text.isHan($0) }) { return true }
    }
    // 罹患尿毒症的苏俊宇, 尿毒症患者苏俊宇.
    var after = body.upperBound
    if text.follows(after, ["患者", "病人", "病患", "感染者", "患儿"]) {
      after += text.follows(after, ["感染者"]) ? 3 : 2
    }
    if text.follows(after, ["去世", "逝世", "离世", "病故", "死亡", "住院", "卧床", "致贫", "返贫", "致残"]) {
      after += 2
    }
    if text.unit(after) == 0x7684 { after += 1 }
    while [0x3A, 0xFF1A, 0x20, 0x28, 0xFF08].contains(text.unit(after)), after - body.upperBound < 6
    { after += 1 }
    for word in [
      "村民", "居民", "学生", "职工", "患者", "病人", "老人", "女儿", "儿子", "男孩", "女孩", "儿童", "申请人", "户主",
    ] where text.follows(after, [word]) {
      after += word.unicodeScalars.count
    }
    let person = text.marks.firstIndex(atOrAfter: after)
    if after > body.upperBound, person < text.marks.count, text.marks[person].start == after,
      text.marks[person].tags.touches([.name, .family]), !text.marks[person].tags.touches(.role)
    {
      after = text.marks[person].end
    }
    if after > body.upperBound, text.name(at: after) != nil { return true }
    // 患者姓名：…  疾病：… on the same line, or the fields under each other.
    guard hasField else { return false }
    let line = text.lineStart(body.lowerBound)
    let rest = body.upperBound..<min(text.lineEnd(body.upperBound), body.upperBound + 40)
    return text.firstName(in: line..<body.lowerBound) != nil
      || ([0x3A, 0xFF1A].contains(text.unit(body.lowerBound - 1))
        && text.holds([.name, .role], in: rest) && text.firstName(in: rest) != nil)
      || (body.lowerBound - line <= 12 && isInForm(text, line))
  }

  private static let skills = [
    "擅长", "主治", "从事", "专攻", "研究", "致力", "主攻", "诊治", "专长", "方向", "医师", "专家", "教授", "科普", "讲座", "主讲",
    "讲解", "提醒", "解读", "宣讲",
    "收治", "主任", "科室",
    "门诊",
  ]

  /// 姓名：… in one of the short lines above a field.
  static func isInForm(_ text: PersonalText, _ line: Int) -> Bool {
    var line = line
    for _ in 0..<4 where line > 0 {
      let above = text.lineStart(line - 1)
      guard line - above <= 50 else { return false }
      let hasName = text.marks(in: above..<line - 1).contains { mark in
        mark.tags.touches([.name, .role])
          && [0x3A, 0xFF1A, 0x20].contains(text.unit(mark.end))
          && text.firstName(in: mark.end..<line - 1) != nil
      }
      if hasName { return true }
      line = above
    }
    return false
  }

  /// The sentence around a place, commas inside.
  private static func clause(_ text: PersonalText, _ body: Range<Int>) -> Range<Int> {
    text.sentence(body.lowerBound, body.upperBound, reach: 60)
  }
}
