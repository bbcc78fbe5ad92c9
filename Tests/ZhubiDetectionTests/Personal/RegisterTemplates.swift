/// A fourth set: registers, receipts, posts of citizens, and their look-alikes. The first part was
/// written before the detector saw it, the second part holds what earlier trials brought to light.
/// Written as `CaseTemplates`.
enum RegisterTemplates {
  static let all = #"""
    pos	2	遗属补助：{~name} {id} 每月300元
    pos	2	献血证登记 {~name}，证件{id}
    pos	2	网约车驾驶员{~name}证件{id}
    pos	2	乡镇卫生院体检 {~name} 男 {id}
    pos	2	林权人：{~name}（{id}）
    pos	2	选民登记\t{~name}\t{id}
    pos	2	租户身份证号为{id}，请房东备案
    pos	2	{~name}（公民身份号码{id}，以下简称甲方）
    pos	2	拟吊销{~name}驾驶证（{id}）
    pos	2	姓名\t证件\t座位\n{~name}\t{id}\t12A
    pos	2	认证人{~name};认证证件{id}
    pos	2	编外人员：{~name}，证件号：{id}，岗位：协管
    pos	1	家庭成员\t关系\t证件号码\n{~name}\t配偶\t{id}
    pos	1	學生家長{~name}，身分證號{id}
    pos	1	原告{~name}（身份證{id}）
    pos	2	值守人\t联系手机\n{~name}\t{mobile}
    pos	2	如需取件请呼{mobile}
    pos	2	村支书{~name}，电话：{mobile}；会计{~name}，电话：{mobile}
    pos	2	留言人：{~name}　电话：{mobile}
    pos	2	招领电话 {mobile} {~name}
    pos	2	【物业】水管维修{mobile}
    pos	2	户主\t{~name}\t手机\t{mobile}
    pos	2	业务员{~name}　{mobile}
    pos	2	拼车联系{mobile}
    pos	1	聯繫人：{~name} 電話：{mobile}
    pos	1	住家电话：{land}
    pos	1	{~name}家{land}
    pos	2	{~name}（卡号：{card}）
    pos	2	补贴打卡明细 {~name} {card} 560
    pos	2	序号\t户主\t银行账号\n1\t{~name}\t{card}
    pos	2	退款账户为{card}，{~name}
    pos	1	稿费请汇至建设银行{card}
    pos	1	持有人{~name}护照{passport}签证延期
    pos	1	团员\t护照号\n{~name}\t{passport}
    pos	1	往来港澳通行证 {hkm} 作废
    pos	1	赴台人员{~name}，大通证{twp}
    pos	1	台湾居民{~name}，台胞证{twc}
    pos	1	退伍士兵{~name}，士兵证号{mil}
    pos	1	涉案车辆：{plate}
    pos	1	车号{plate}的车主
    pos	1	查封车辆 {plate}，车架号 {vin}
    pos	1	作者邮箱：{email}
    pos	1	发件人 {email}
    pos	1	加Q：{qq}
    pos	1	本人微信{wx}
    pos	1	注册IP地址：{ip}
    pos	1	网民IP {ip}
    pos	1	儿童走失地点 {geo}
    pos	2	{~name}，现居住在{addr2}
    pos	2	申请公租房人员{~name}，家庭住址：{addr2}
    pos	2	行政处罚相对人{~name}，住址{addr2}
    pos	2	{~name}（家庭地址：{addr2}）
    pos	2	收货人{~name}，收货地址{addr2}
    pos	2	居家隔离人员住址：{addr2}
    pos	2	户主\t门牌地址\n{~name}\t{addr2}
    pos	2	上诉人{~name}，女，{birth}出生，汉族，农民，住{addr2}
    pos	2	{~name}，男，{birth}生
    pos	2	寿星{~name}，{birth}出生
    pos	1	准考人员{~name} 出生日期 {birth}
    pos	1	烈士遗属{~name}，{birthcn}出生
    pos	2	{~name}自幼患{disease2}
    pos	2	{~name}（病情：{disease2}）
    pos	2	大病保险赔付：{~name}，{disease2}
    pos	2	{~name}丈夫患{disease2}去世
    pos	2	特困供养人员{~name}，患{disease2}
    pos	2	患者{~name}\t{disease2}
    pos	2	{~name}，{disease2}，住院12天
    pos	1	姓名\t大病病种\n{~name}\t{disease2}
    pos	2	控告人{name}
    pos	1	未成年被害人{name}
    pos	1	精神病人{name}肇事
    pos	1	吸毒者{name}被抓获
    pos	1	求助者{name}来电
    pos	1	困难学生{name}获助学金
    pos	1	来电人{name}
    pos	1	孤儿\t年龄\n{name}\t7
    pos	1	检举人：{name}
    masked	2	中签人 {~name} {idm:14-4-0}
    masked	2	{~name}，身份证号{idm:10-4-4}
    masked	1	业主：{~name}，{idm:16-2-0}
    masked	1	电话 {mobm:3-3-5}（{~name}）
    masked	1	收款卡{cardm:15-4-0}
    masked	2	{~name}，生于{birth}，{idm=:6-8-4}
    masked	1	名单一：{~name}，{idm:6-8-4}\n名单二：{~name=}，{idm=:3-3-12}
    neg	2	{~name} {-idm:1-16-1} {-mobm:3-4-4}
    neg	1	{~name}\t{-idm:3-11-4}\t{-cardm:6-9-4}
    neg	1	样机编号{-permit}
    neg	1	批准书编号：{-permit}
    neg	1	施工许可信息：{-permit}
    neg	1	检测报告编号 {-permit}
    neg	1	统一社会信用代码为{-uscc}的单位
    neg	1	采购编号：ZFCG-{-num:8}
    neg	1	决算数{-mobn}元
    neg	1	资金{-mobn}元已拨付
    neg	1	用户编号{-mobn}
    neg	1	水位站号{-num:8}
    neg	1	{-num:4}-{-num:4}-{-num:4}
    neg	1	街道办电话{~land}，{~name}
    neg	1	学校招生办：{~land}
    neg	1	律所地址：中山路{-num:3}号{-num:1}座{-num:4}室
    neg	1	门店：人民路{-num:2}号
    neg	1	送达地点为本院立案庭（人民路{-num:2}号）
    neg	1	户名：某某街道办事处，账号{-card}
    neg	1	{~name}，现任市水利局局长，1969年8月生
    neg	1	市长{~name}调研肿瘤医院
    neg	1	免费筛查宫颈癌、乳腺癌
    neg	1	患者可凭医保卡就医
    neg	1	信访人应当如实反映情况
    neg	1	学生营养餐补助
    neg	1	固件版本 5.10.{-num:2}.{-num:1}
    neg	1	官方邮箱：{-office}
    neg	1	QQ交流群：{-num:9}
    neg	1	2018年8月31日前出生的儿童可以报名
    neg	1	1958年12月31日以前出生的老人
    neg	1	2018年9月1日至2019年8月31日出生的幼儿
    neg	1	任务单{-permit}
    neg	1	{-permit}号许可
    neg	1	王建国，肿瘤学博士
    neg	1	张伟（肺结核防治所）
    neg	1	点击数{-mobn}
    neg	1	住宅小区物业{~land}
    neg	1	新建楼房319栋、道路12条
    neg	1	1945、1955、1965……2025
    neg	1	版本3.2.1.0来自用户反馈
    neg	1	官方微信号：hangzhoufabu
    neg	1	车辆通行证C{-num:8}
    pos	2	住宅：{land}
    pos	1	护照号：{passport:fours}
    pos	1	{ip}（用户终端）
    pos	1	网友{ip}留言
    pos	1	QQ/微信：{qq}
    pos	1	贷后检查：{~name}/{id}/{mobile}
    pos	1	外来人口登记 {addr2} {~name}
    pos	1	来信人电子信箱：{email}
    pos	1	孤儿名单：{name}，{name}，{name}
    pos	1	{~name}，健康状况：{disease}
    pos+minor	1	{~name}，女，三（2）班，{mobile}
    """#
}
