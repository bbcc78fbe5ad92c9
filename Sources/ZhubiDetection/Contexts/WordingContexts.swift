import ZhubiText

/// Contexts in which a sentence speaks about a wording instead of using it.
enum WordingContexts {
  static let all: [NamedContext] = [
    lesson, prose, drafting, sampleText, workOfArt, forbids, policyWording, earlierSentence,
  ]

  /// Secrecy explained or taught: levels listed, a rule quoted, a quiz, an example of a marking.
  static let lesson = NamedContext(
    "lesson", Message("讲解、引用保密规定或保密宣传教育", "secrecy rules explained, quoted or taught")
  ) { scene, _ in scene.sentenceShows(lessonWords) || scene.isFollowed(by: about) }

  private static let lessonWords: SurroundingPattern = """
    三级|三个等级|三个密级|分为|分成|划分|保密法|保守国家秘密法|条例|办法第|知识|竞赛|试题|考题|题库|单选|多选|判断题|培训|宣传|教育|讲座|课堂|课程|考试|测试|答题|问答|\
    什么|如何|怎样|哪些|是否|多少|含义|是指|指的是|例如|比如|所谓|字样|应标|应当|标注|标明|标识|格式|样式|式样|版式|模板|术语|释义|定义|规范要求|规定|要求|不得|禁止|严禁|防止|杜绝|避免|违规|违法|案例|案件|泄密|窃密|通报|查处|处分|剧情|电影|小说|\
    属于|不属于|种类|类型|包括|主要有|有以下|制度|体系|清单|自查|检查|专项|整治|管理|密码(?!电报)
    """

  private static let about: SurroundingPattern =
    "[”\"》]?(?:字样|标志|标识|样式|制度|是指|的含义|的区别|的规定|的管理|管理办法|管理规定|管理制度|等级|三级|的保密期限)"

  /// Rules, reports and notices about such papers instead of the papers.
  static let prose = NamedContext(
    "prose", Message("叙述管理制度、工作情况，不是标志本身", "told about, not marked with")
  ) { scene, _ in scene.sentenceShows(proseWords) || scene.isFollowed(by: about) }

  private static let proseWords: SurroundingPattern = """
    制度|规定|办法|要求|应当|不得|严禁|禁止|管理|规范|培训|学习|宣传|教育|检查|自查|整改|落实|加强|做好|认真|建立|健全|完善|按照|根据|依据|通过|审议|研究|讨论|听取|报道|经验|知识|竞赛|问答|什么|如何|\
    谣言|诈骗|短信|链接|陌生|不信谣|不传谣|未经证实|提醒|警方|网民|未成年|孩子|学生|沉迷|涉密信息|涉密不|上网不涉密|出版物|准印证|创办|刊号|获奖|征稿|投稿|刊发|刊登|被评
    """

  /// A draft that is rightly called so: an invitation to comment, an explanation, a session.
  static let drafting = NamedContext(
    "drafting", Message("征求意见、审议、说明等场合的稿本", "a draft rightly so called")
  ) { scene, _ in scene.sentenceShows(draftWords) || scene.context.holds("公开征求意见") }

  private static let draftWords: SurroundingPattern = """
    征求意见|公开征集|征集意见|反馈意见|意见建议|起草|草案说明|审议|提请|听取|说明|决议|议案|报告|表决|通过了|讨论了|修改完善|形成了?|印发.{0,6}的通知|公示|论证|评审|听证|专家|座谈|会议|关于《|公告
    """

  /// Something shown as an example: a form, a template, an anonymised case.
  static let sampleText = NamedContext(
    "sample-text", Message("示例、式样、表单说明或脱敏案例", "an example, a form, an anonymised case")
  ) { scene, _ in scene.sentenceShows(sampleWords) }

  private static let sampleWords: SurroundingPattern = """
    举例|示例|例如|例：|例:|比如|式样|样式|样本|样表|范本|范文|模板|格式|填写说明|填表|填报说明|编号规则|编排|编号为|编码|命名规则|脱敏|化名|隐去|匿名|被告|原告|当事人|嫌疑|受害|被害|判决|裁定|诈骗|案例|案情|公诉|起诉|检察|罪|某|案|\
    表示|代表|代替|替代|用“|应写|写作|写成|书写|型号|尺码|染色体|世纪|罗马数字|代码|软件|系统|程序|函数|变量|接口|命令|英文|术语|测试(?:环境|系统|工作|版)|压力测试|检测
    """

  /// The title or theme of a work, a proverb, a historical source.
  static let workOfArt = NamedContext(
    "work-of-art", Message("作品、俗语、史料或医学用语", "a work of art, a proverb, a source, a diagnosis")
  ) { scene, _ in scene.sentenceShows(artWords) }

  private static let artWords: SurroundingPattern = """
    电影|影片|电视剧|话剧|小品|小说|作品|歌曲|歌词|诗|剧|散文|童话|寓言|成语|俗语|谚语|歇后语|方言|民歌|民间|故事|传说|史料|史书|史记|古代|旧社会|旧中国|清代|清朝|明代|民国|抗战|抗日|侵略|日本侵略|革命|红军|八路军|\
    古籍|文献|引自|摘自|旧称|俗称|又称|也称|医学|诊断|病理|综合征|疾病|分类学|植物|动物|昆虫|品种|菜名|地名|村名|绰号|外号|艺名|主人公|角色|饰演|扮演
    """

  /// The sentence forbids or criticises what the wording says.
  static let forbids = NamedContext(
    "forbids", Message("句中禁止、批评或纠正该说法", "the sentence forbids or criticises it")
  ) { scene, _ in scene.sentenceShows(forbidWords) }

  private static let forbidWords: SurroundingPattern = """
    不得|禁止|严禁|不准|不应|不能|不允许|杜绝|纠正|清理|整治|取缔|查处|反对|抵制|消除|歧视|违法|违反|投诉|举报|约谈|处罚|责令|批评|曝光|所谓|标签|污名|偏见|误解
    """

  /// Planning, ranking and naming of public bodies, to which the law on advertising does not apply.
  static let policyWording = NamedContext(
    "policy-wording", Message("政策目标、评选称号、统计排名等公文表述", "a policy aim, an award, a ranking")
  ) { scene, _ in scene.sentenceShows(policyWords) && !scene.sentenceShows(advertisement) }

  private static let policyWords: SurroundingPattern = """
    建设|打造|培育|发展|创新|改革|政策|规划|行动|方案|目标|任务|工程|示范|园区|开发区|试点|评选|评为|荣获|荣誉|称号|表彰|奖|命名|认定|获批|入选|排名|位居|位列|统计|同比|增长|增速|占比|考核|营商环境|产业|集群|项目|科研|攻关|技术标准|专利|人才|治理|水患|欠薪|污染|防治|疫情|科普|疾控|学术|气象|降雨|气温|纪录
    """

  private static let advertisement: SurroundingPattern =
    "广告|产品|商品|品牌|选购|热销|商家|消费者|门店|优惠|促销|抢购|包邮|下单|直播间|售价|本店|本品|疗程|购买"

  /// A time earlier than today's rule is told of: a year before 2018 in the sentence.
  static let earlierSentence = NamedContext(
    "earlier-sentence", Message("叙述较早年份的事", "told of an earlier year")
  ) { scene, _ in
    Years.before(scene).contains { $0.year < 2018 } || scene.sentenceShows(sourceWords)
  }

  private static let sourceWords: SurroundingPattern = "史料|旧时|旧社会|民国|解放初|文革|当年|历史上|过去"
}
