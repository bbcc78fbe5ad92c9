import ZhubiText

/// Contexts that decide whether a wording is this name, or was cut out of another one.
enum NameContexts {
  static let all: [NamedContext] = [
    bound, unbound, childName, childPlace, lawWord, foreign, foreignSentence, inCompany, localName,
  ]

  /// The name is certainly not cut out of a longer one: nothing Chinese stands before it, or a word
  /// that never belongs to a name (依照, 根据, 违反, 和, 的 …). Meant for `only`.
  static let bound = NamedContext(
    "bound", Message("不是从更长的名称中截取", "not cut out of a longer name")
  ) { scene, _ in
    guard let last = scene.before(1).last else { return true }
    return scene.context.folding.unitClass(last) != .han || scene.isPreceded(by: link, reach: 10)
  }

  /// Words that end right before a name without being part of it.
  private static let link: SurroundingPattern = """
    [照据反用施改止和及与或由的于对原以为是按将把在从了习读行守引彻实传及犯合有等如凭循看因经就到向让被叫称名过着得说讲即\
    其该本各旧新老现依较比了含除非持办凭请并且而但则也还都又再已曾未不无给替随同跟拿收缴交付领用订签获请报呈受送办问]|\
    中华人民共和国|我国|全国|国家|中国|相关|有关|部分|法规|法律|规定|原则|制度|政策|依法|违法|学法|普法|宣讲|讲解|条例|办法|部法|所谓|例如|比如|包括|涉及|属于|触犯|构成|符合|遵照|参照|比照|援引|引用|解读|修订|废除|起草|制定|颁布|公布|发布|出台|执行|贯彻|落实|适用|遵守|宣传|学习|培训|考试|教育|熟悉|掌握|了解|知晓|运用|提交|出具|提供|携带|查验|取消|现行|现在|目前|当前|今年|本市|本省|本县|我市|我省|我县
    """

  /// The name continues one to its left: 省 市 区 县 州 of a local rule, 劳动合同法 of 合同法.
  static let unbound = NamedContext(
    "unbound", Message("前面紧接地方或其他名称，是另一部文件", "part of a longer name to its left")
  ) { scene, _ in scene.isPreceded(by: localPrefix, reach: 8) }

  private static let localPrefix: SurroundingPattern = """
    (?<![本我各全该外])(?:[省市县州]|自治[区州县]|特区|新区|地区)|北京|上海|天津|重庆|香港|澳门|台湾|深圳|广州|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|\
    劳动|集体|涉外|海洋|实施|外国|国际|解放军|军队
    """

  /// A firm, a chronicle, a battle: a thing that keeps the old name in its own.
  static let childName = NamedContext(
    "child-name", Message("是企业、志书、战役等的专名", "the own name of a firm, a chronicle, a battle")
  ) { scene, _ in scene.isFollowed(by: child) }

  private static let child: SurroundingPattern = """
    [^，。,；;：:、（）()《》“”\\s]{0,12}(?:有限公司|有限责任公司|股份公司|集团公司|股份有限|农商行|农商银行|信用社|村镇银行)|\
    [^，。,；;：:、（）()《》“”\\s开举组召进到在赴来与和对向为有的是将了各名多把被由从]{0,2}(?:志》|志(?=[，。、（(]|$)|史志|年鉴|籍|战役|起义|暴动|惨案|事件|方言|(?:人|话|菜|酒)(?=[，。、“”]|$))
    """

  /// A school, a hospital, a building or a product that may keep the old name in its own.
  static let childPlace = NamedContext(
    "child-place", Message("可能是学校、医院、建筑、特产的专名", "perhaps the own name of a school, a building")
  ) { scene, _ in scene.isFollowed(by: childThing) }

  private static let childThing: SurroundingPattern = """
    [^，。,；;：:、（）()《》“”\\s开举组召进到在赴来与和对向为有的是将了各名多把被由从]{0,6}(?:公司|集团|银行|合作社|[一二三四五六七八九十]中|中学(?!生)|小学(?!生)|大学(?!生)|学院|学校|幼儿园|医院|卫生院|博物馆|纪念馆|图书馆|体育馆|剧院|剧团|\
    酒店|宾馆|饭店|大厦|火车站|高铁站|汽车站|水泥厂|化工厂|酒厂|机械厂|纺织厂|制药厂|印刷厂|电厂|煤矿|陵园|遗址|故居|古城|老街|石窟|特产|小吃|民间|传说|老照片)
    """

  /// The letters run on into an ordinary word: 合同|法律, 物权|法定, 婚姻|法庭 — but not …法|规定.
  static let lawWord = NamedContext(
    "law-word", Message("与后文连成“法律”“法院”“法定”等词", "the letters run on into another word")
  ) { scene, _ in scene.isFollowed(by: "律|院|治|庭|务|学|官|医|警|理|制|人(?!人)|定|规(?!定)|系(?!列)|域|轮") }

  /// A foreign country or an international body, or a region outside the mainland, right before.
  static let foreign = NamedContext(
    "foreign", Message("前面是外国、国际组织或港澳台", "a foreign country or international body before it")
  ) { scene, _ in scene.isPreceded(by: country, reach: 16) }

  static let countries = """
    (?:美国|美方|英国|英方|法国|德国|日本|韩国|朝鲜|俄罗斯|俄方|苏联|加拿大|澳大利亚|澳洲|新西兰|印度尼西亚|印尼|印度|巴基斯坦|孟加拉国|孟加拉|斯里兰卡|尼泊尔|不丹|缅甸|泰国|越南|老挝|柬埔寨|马来西亚|新加坡|菲律宾|文莱|东帝汶|\
    蒙古国|哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|阿富汗|伊朗|伊拉克|叙利亚|约旦|黎巴嫩|以色列|巴勒斯坦|沙特阿拉伯|沙特|阿联酋|卡塔尔|科威特|巴林|阿曼|也门|土耳其|塞浦路斯|格鲁吉亚|亚美尼亚|阿塞拜疆|\
    埃及|利比亚|突尼斯|阿尔及利亚|摩洛哥|苏丹|南苏丹|埃塞俄比亚|索马里|肯尼亚|坦桑尼亚|乌干达|卢旺达|布隆迪|刚果|安哥拉|赞比亚|津巴布韦|莫桑比克|马达加斯加|毛里求斯|南非|纳米比亚|博茨瓦纳|尼日利亚|尼日尔|加纳|科特迪瓦|塞内加尔|马里|喀麦隆|加蓬|贝宁|多哥|几内亚|塞拉利昂|利比里亚|毛里塔尼亚|乍得|中非|\
    意大利|西班牙|葡萄牙|荷兰|比利时|卢森堡|瑞士|奥地利|瑞典|挪威|丹麦|芬兰|冰岛|爱尔兰|波兰|捷克|斯洛伐克|匈牙利|罗马尼亚|保加利亚|希腊|塞尔维亚|克罗地亚|斯洛文尼亚|波黑|黑山|阿尔巴尼亚|北马其顿|乌克兰|白俄罗斯|摩尔多瓦|立陶宛|拉脱维亚|爱沙尼亚|马耳他|\
    墨西哥|古巴|巴拿马|危地马拉|洪都拉斯|萨尔瓦多|尼加拉瓜|哥斯达黎加|多米尼加|牙买加|海地|巴西|阿根廷|智利|秘鲁|玻利维亚|哥伦比亚|委内瑞拉|厄瓜多尔|乌拉圭|巴拉圭|苏里南|圭亚那|斐济|巴布亚新几内亚|所罗门群岛|瓦努阿图|汤加|萨摩亚|基里巴斯|\
    欧盟|欧洲|联合国|东盟|非盟|阿盟|世卫组织|世界银行|国际|海外|外国|国外|境外|西方|各国|两国|该国|多国|白宫|美联邦)
    """

  private static let country = SurroundingPattern(
    "(?:\(countries)|香港特区|香港|澳门特区|澳门|台湾地区|台湾|港府|特区政府)(?:联邦|共和国|王国|政府|中央|内阁|国家|方面|的|\\h{1,3})?[“\"]?|(?<!\\h)[美英德法日韩俄]"
  )

  /// The sentence names a foreign country, its capital or an office-holder of one.
  static let foreignSentence = NamedContext(
    "foreign-sentence", Message("句中谈到外国", "the sentence is about a foreign country")
  ) { scene, _ in scene.sentenceShows(abroad) }

  private static let abroad = SurroundingPattern(
    countries
      + "|总统|首相|大臣|国王|女王|王储|议员|驻华|大使|外长|防长|州长|华盛顿|伦敦|巴黎|柏林|东京|首尔|平壤|莫斯科|新德里|堪培拉|渥太华|布鲁塞尔|日内瓦|联邦政府")

  /// The department of a firm, a school, an association: 公司人事部, 学生会文化部.
  static let inCompany = NamedContext(
    "in-company", Message("是企业、学校、社团的内设部门", "a department of a firm, a school, a society")
  ) { scene, _ in scene.isPreceded(by: company, reach: 14) || scene.isFollowed(by: staff) }

  private static let company: SurroundingPattern = """
    (?:公司|集团|企业|酒店|医院|学院|大学|学校|中学|小学|校区|学生会|团委|工会|妇联|协会|商会|学会|联合会|电视台|报社|杂志社|出版社|银行|基金会|项目部?|党委|党组|宣传|组织|青年|统战|宣传部|政治部|后勤部|联勤部|保障部队|指挥部|\
    本部|总部|军区|部队|分厂|工厂|厂|局|中心|园区|超市|商场|单位|事业部|管委会|我司|本司|社团|俱乐部|工程|轨道|公共|安全|综合|行政|企管|运营|市场|物业|企业文化|技术|生产|质量|基建|党群|党建|网络|传统|乡村|群众|校园|社区|健康|职业|员工)\
    (?:的|下属|内设|总部|机关)?
    """

  private static let staff: SurroundingPattern =
    "(?:经理|主管|专员|总监|文员|助理|干事|部长助理|负责招聘|招聘|的同学|同事|的小)"

  /// A place right before: the county's or city's own office of that name.
  static let localName = NamedContext(
    "local-name", Message("前面是地方名称", "the name of a place right before it")
  ) { scene, _ in scene.isPreceded(by: place, reach: 8) }

  private static let place: SurroundingPattern = "(?:[省市区县州旗]|自治[区州县]|地区|新区|开发区)"
}
