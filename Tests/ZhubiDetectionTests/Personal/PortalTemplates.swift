/// A fifth set, of persons only: homes, illnesses, protected names, days of birth, rows and minors as
/// portals, hotlines, hospitals, courts and schools write them, and office texts of the same shape.
/// Written as `CaseTemplates`.
enum PortalTemplates {
  static let all = #"""
    pos	2	走失老人{~name}，家在{addr2}，走失时穿灰色外套。
    pos	2	上门核酸：{addr2}，{~name}
    pos	2	邮寄地址：{addr2} {~name}收
    pos	2	家访记录：到{~name}家（{addr2}）走访
    pos	2	住户{~name}，房号{addr2}，欠缴水费320元
    pos	2	困难户{~name}家位于{addr2}
    pos	2	序号　姓名　家庭住址\n１　{~name}　{addr2}
    pos	2	序号 姓名 住址\n1 {~name} {addr2}\n2 {~name} {addr2}
    pos	2	"{~name}","{addr2}","2023-05"
    pos	2	水费催缴单：{addr2}，户名{~name}，欠费312元
    pos	2	物业费催缴：{addr2}业主{~name}，拖欠18个月
    pos	2	收件人：{~name}\n地址：{addr2}
    pos	2	被上诉人{~name}，住所变更为{addr2}
    pos	2	受助家庭：{~name}家庭（{addr2}）
    pos	2	租客{~name}承租{addr2}公租房一套
    pos	2	原住址：{addr2} 户主 {~name}
    pos	2	事主{~name}居於{addr2}
    pos	2	{~name}系{disease2}患者，家庭收入较低
    pos	2	慢病门诊名单：{~name}—{disease2}；{~name}—{disease2}
    pos	2	姓名：{~name}　诊断：{disease2}　医院：县人民医院
    pos	2	姓名：{~name}\n年龄：58\n病情：{disease2}
    pos	2	被鉴定人：{~name}\n鉴定意见：{disease2}
    pos	2	烈属{~name}，患{disease2}，享受定期抚恤
    pos	2	教职工{~name}确诊{disease2}，学校启动大病互助
    pos	2	因{disease2}去世的{~name}生前是一名教师
    pos	2	患{disease2}的{~name}得到乡亲捐款
    pos	2	她叫{~name}，是一名{disease2}患者
    pos	2	{~name}既往有{disease2}病史
    pos	2	我校教师{~name}不幸罹患{disease2}
    pos	2	{~name}婚前隐瞒{disease2}
    pos	2	上访群众{name}要求面见领导
    pos	2	戒毒人员{name}按期接受尿检
    pos	2	检举揭发人{name}
    pos	2	社区服刑人员{name}警告决定
    pos	2	举报人系{name}
    pos	2	附带民事诉讼原告人（被害人）{name}
    pos	2	举报人真实姓名：{name}
    pos	2	关于{name}信访事项的答复意见书
    pos	2	诉求人：{name}
    pos	2	目击者{name}向警方描述
    pos	2	{~name}  女  汉  {birth}
    pos	1	婴儿{~name}，{birth}出生，体重3200克
    pos	1	户籍登记：{~name}，{birth}生，户别：农业
    pos+minor	2	九岁男孩{~name}，家住{addr2}
    pos+minor	2	学生姓名 班级 家长电话\n{~name} 三年级二班 {mobile}\n{~name} 四年级一班 {mobile}
    pos+minor	2	义务教育阶段在校生{~name}，六年级，住{addr2}
    pos+agg	2	{~name}/{id}/{mobile}/{addr2}
    pos+agg	2	房屋租赁备案：承租人{~name}，身份证{id}，电话{mobile}，房屋地址{addr2}
    pos+agg	2	姓名：{~name}\n身份证号：{id}\n病种：{disease2}\n金额：3000元
    neg	2	住宿员工搬迁至品园{-num:1}楼，其余不变。
    neg	2	住房保障中心迁至{-addr2}办公。
    neg	2	住建局办公地址变更为{-addr2}。
    neg	2	法定代表人：{~name}，住所：{-addr2}
    neg	2	企业名称：昌盛商贸有限公司；住所：{-addr2}；经营者：{~name}
    neg	2	医疗机构名称：仁爱诊所，地址：{-addr2}，主要负责人：{~name}
    neg	2	学校,地址,联系人\n实验小学,{-addr2},{~name}\n第二小学,{-addr2},{~name}
    neg	2	某某市公安局，住所地：{-addr2}
    neg	2	烈士{~name}，1921年5月4日出生，1947年牺牲
    neg	1	雷锋同志1940年12月18日出生于湖南省
    neg	2	{~name}，男，主任医师，医学博士，擅长{-disease2}的微创手术
    neg	2	肿瘤科主任{~name}，收治{-disease2}患者
    neg	1	信访人应当遵守信访秩序
    neg	1	对举报人打击报复的，依法追究责任
    neg	1	残疾等级为一级、二级的重度残疾人每人每月100元
    neg	1	巴西登革热确诊病例超350万例
    neg	1	张某因患抑郁症请假
    """#
}
