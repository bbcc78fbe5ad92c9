import ZhubiText

/// Contexts in which a text speaks of the past, so that the old name is the right one.
enum HistoryContexts {
  static let all: [NamedContext] = [
    historical, repeal, change, tableOfHistory, earlierYear, pastPeriod, done,
  ]

  /// 原 / 时任 / 旧 / 当时 before the name (a place or a rank may stand between), or 现… / 今… /
  /// 已撤销 / 原局长 / 时期 / 旧址 behind it.
  static let historical = NamedContext(
    "historical", Message("写明是旧称（原、时任、现为……）", "said to be the former name")
  ) { scene, _ in scene.isPreceded(by: former, reach: 26) || scene.isFollowed(by: since) }

  private static let former: SurroundingPattern = """
    (?:(?<![草太中平高还复五固屈病])(?:原(?![则因来料本告始油理稿件谅野]|子(?!长|洲)|产(?!品)|地(?!税|矿|质|震|方|级)|文(?!化|广|联|教|体|旅|登|山|昌|水)|生(?!态))|曾用名|旧|前(?![期往述款期来后]))\
    |时任|历任|前任|原任|曾任|现任及前任|时为|时属|时称|曾属|曾为|曾是|曾系|曾在|曾经|曾被|当时|当年|昔日|往昔|昔|过去|\
    已(?:经)?(?:撤销|废止|更名|取消|失效|停用|停止|合并|撤并)的|（原|\\(原|旧时|旧称|旧名|俗称|俗名|古称|史称|\
    前身(?:是|为|系|即|，|,|：|:)?|改革前|合并前|更名前|撤并前|撤销前|改制前|成立前|施行前|实施前|出台前|建区前|撤县前|解放前|文革前|以前|此前|\
    老(?=[《“])|老版|旧版|老一代|上世纪\\h{0,8}|名为|改自|转隶自|源自|脱胎于|最早的|最初的)\
    (?:[《“"（(：:·\\s]{0,2}(?:依据|按照|根据|执行|的|由|是|为|系|在|叫|称|属)?[^，。,；;、？！!?\\n到由向对与和经报从把被让给请至及将]{0,12}?)
    """

  private static let since: SurroundingPattern = """
    [》”"]?(?:[（(](?:现|今|已|后|原|旧|废止|失效|撤销|取消|更名|改|注：|19|20\\d\\d年(?:\\d+月)?(?:\\d+日)?(?:撤|废|更|改|并|起|停))\
    |[，,]?(?:现为|现称|现已|现改|现更名|现名|今为|今称|今属|今\\h{1,4}[市区县]|后改|后更名|后称|后并入|已更名|已改|已废止|已撤销|已失效|已取消|已停|已并入|已不再|即现在|即今|的前身|前身)\
    |时期|时代|年代|旧址|旧印|旧牌|旧藏|旧称|旧制|旧版|旧档|老照片|老档案|原[局主部院厅处科党副书所站]|前[局主部院厅]|遗址|历史|改革前|撤销前|更名前|撤并前|成立之初\
    |[）)]?[（(]?(?:废止|失效)[）)])
    """

  /// The sentence itself says that the thing is repealed, renamed, merged or replaced.
  static let repeal = NamedContext(
    "repeal", Message("句中说明废止、更名、撤并或替代", "the sentence says repealed, renamed, replaced")
  ) { scene, _ in scene.sentenceShows(repealWords) }

  private static let repealWords: SurroundingPattern = """
    废止|失效|更名|不再(?:保留|执行|使用|施行|适用|作为|颁发|核发|发放|单设|承担|沿用|办理|收取|征收|区分|要求|提供|开具|称|叫|新办|受理|设立|查验|发)|废除|改称|改名|划入|划转|转隶|并入|撤并|撤县|撤市|撤地|撤区|撤乡|\
    替代|取代|代替|改征|费改税|营改增|停征|停止(?:执行|使用|施行|征收|收取|发放|核发|办理|适用|查验|新发|新办)|停用|下线|退出历史|并轨|换发|换领|换证|合并为|合并到|合并组建|更改为|改为|统一(?:登记)?为|统称为?|整合为|重组为|\
    重新组建|重新命名|新旧|旧证|旧版|老版|旧称|旧名|历史沿革|沿革|修订前|修改前|过渡期|继续有效|仍然有效|仍有效|同等效力|同时废|自行终止|完成使命|一分为|拆分|摘牌|设立\\h{1,12}[区市](?!场|民)|撤设|成为历史|已成历史|\
    全面取消|机构改革|由[^，,。]{1,24}改|改叫|简并|代之以|让位于|[撤取]销?\\h{2,14}[，,、]\\s?(?:组建|设立|成立)|职责(?:整合|划|调整)|纳入“?双一流
    """

  /// The sentence speaks of a change that may concern something else: 调整, 修订, 衔接 …
  static let change = NamedContext(
    "change", Message("句中谈到调整、修订、衔接", "the sentence speaks of a change")
  ) { scene, _ in scene.sentenceShows(changeWords) }

  private static let changeWords: SurroundingPattern = """
    制定修改|先后制定|相继|衔接|合并|移交|划归|归口|过渡|演变|变迁|编纂|吸纳|吸收|沿用|取消|撤销|组建|整合|停止|退出|终止|分设|改制|改组|转制|调整为|变更为|升级为|转为|脱钩|挂牌成立|揭牌|归并|告别|终结|免征|改革后|清理|纳入|原有|前身|由来|新版|新标准|旧
    """

  /// The sentence begins with a time earlier than the fact: a chronology, a yearbook.
  static let tableOfHistory = NamedContext(
    "table-of-history", Message("句子以早于该变化的年份开头", "the sentence opens with an earlier year")
  ) { scene, _ in
    isEarlierYear(in: scene) && scene.sentenceOpens(with: opening)
  }

  /// A time earlier than the fact stands anywhere before the hit in its sentence.
  static let earlierYear = NamedContext(
    "earlier-year", Message("句中前面出现更早的年份", "an earlier year stands before it")
  ) { scene, _ in isEarlierYear(in: scene) }

  private static func isEarlierYear(in scene: HitScene) -> Bool {
    guard let since = scene.entry.since else { return false }
    return Years.before(scene).contains { year, month in
      year < since.year || (year == since.year && (month.map { $0 < since.month } ?? false))
    } && !scene.isPreceded(by: sinceThen)
  }

  private static let opening: SurroundingPattern = """
    \\s*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.]\\s*)?[“"《（(]?(?:早在|自|从|在|至|到|截至|截止|据|是|公元|时间|建国|民国|清末)?\\s*\
    (?:(?:19|20)\\d\\d|[一二][九〇○零][一二三四五六七八九〇○零]{2}|上世纪|\\d\\d世纪)
    """

  /// “自2015年以来”, “截至…”: the time reaches into the present.
  private static let sinceThen: SurroundingPattern = "(?:以来|至今|起|迄今)[，,]?[^。]{0,30}"

  /// The plan's own period is meant: 期间, 时期, 末, 回顾, 总结 …
  static let pastPeriod = NamedContext(
    "past-period", Message("指规划所在时期，或作回顾总结", "the period itself, or looked back upon")
  ) { scene, _ in scene.isFollowed(by: period) || scene.isPreceded(by: review, reach: 12) }

  private static let period: SurroundingPattern = """
    [”"》]?[（(]?(?:\\d{4}[-—–~～至]\\d{4}年?[）)])?(?:规划|计划|普法|纲要)?(?:期间|时期|以来|末|期末|末期|前期|后期|中后期|收官|圆满|完美|胜利|顺利|各项|确定的|提出的|明确的|规定的|部署的|安排的|\
    目标任务|主要目标|主要指标|指标|执行情况|实施情况|完成情况|终期|中期|末年|五年|的五年|这五年|评估|验收|总结|成就|成果|时|收尾|最后一年|结束|任务(?:全面|圆满|顺利|如期)?完成|经验|已经|实施以来|是)
    """

  private static let review: SurroundingPattern =
    "(?:回顾|总结|回望|盘点|梳理|纵观|走过|历经|经过|自|从|较|比|与|相比|承接)[了过]?(?:[^。，,]{0,6})[“\"《]?"

  /// The sentence speaks of completion or comparison.
  static let done = NamedContext(
    "done", Message("句中表示已完成或作比较", "the sentence speaks of completion or comparison")
  ) { scene, _ in scene.sentenceShows(doneWords) }

  private static let doneWords: SurroundingPattern = """
    完成|达到|预期|收官|胜利|圆满|顺利|如期|成就|较|相比|先后|历史性|回顾|总结|评估|验收|决议|以来|期间|曾|已经|当年|经验|开展了|实现了|取得|获得|荣获|表彰|先进|纪念|周年|时隔|过去|历程|回望|至今|巩固
    """
}
