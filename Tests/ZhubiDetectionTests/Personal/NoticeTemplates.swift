/// A third set, written after the detector had learnt from the second: short lines as on notice
/// boards, in chats, registers and forms. Written as `CaseTemplates`.
enum NoticeTemplates {
  static let all = #"""
    pos	2	兑换券领取：{~name}（证件尾页号{id}）
    pos	2	租赁补贴复核，{~name}/{id}/两人户
    pos	2	低保年审\n{~name}\n{id}
    pos	2	申报人签字：{~name}  身份证：{id}  日期：2023年5月6日
    pos	2	监护人{~name}证件 {id}
    pos	2	代办人：{~name}，代办人证件号：{id}
    pos	2	经营者姓名{~name}，经营者身份证号{id}
    pos	2	个体工商户业主{~name}（{id}）
    pos	2	死亡注销：{~name}，{id}
    pos	2	户口迁移 {~name} {id} 迁往杭州
    pos	2	征兵体检合格人员：{~name}{id}
    pos	2	信用修复申请人证件号码：{id}
    pos	2	法人代表身份证号：{id}
    pos	2	考生{~name}缺考，报名证件{id}
    pos	2	名称|号码\n{~name}|{id}
    pos	2	姓名\t内容\n{~name}\t{id}
    pos	2	序号,人员,情况\n1,{~name},{id}
    pos	2	号码：{id}（{~name}）
    pos	2	{~name}同志（{id}）系我社区居民
    pos	2	兹有{~name}（身份证号为：{id}）前往贵处
    pos	1	身份证{id:apart}核对无误
    pos	1	证件号：{id:wide}
    pos	1	{id:endash}为{~name}本人证件
    pos	1	{~name}：{id:soft}
    pos	2	特殊教育学生{~name}，残疾证{disid}
    pos	2	残联登记 {~name} {disid} 视力
    pos	2	护照号码 {passport} 的持照人请来领取
    pos	1	请携带护照（号码：{passport}）
    pos	1	遗失护照{passport}
    pos	1	港澳通行证{hkm}遗失声明
    pos	1	台湾通行证号：{twp}
    pos	1	港澳同胞{~name}，回乡证号码{hrp}
    pos	1	台胞证编号：{twc}
    pos	1	现役军官{~name}，证件号{mil}
    pos	1	香港人士{~name}，香港身份证{hkid}
    pos	1	姓名\t香港身份证号码\n{~name}\t{hkid}
    pos	1	姓名\t台胞证号\n{~name}\t{twc}
    pos	1	姓名\t回乡证\n{~name}\t{hrp}
    pos	1	姓名\t军官证\n{~name}\t{mil}
    pos	1	医保卡：{ssc}
    pos	2	换锁电话{mobile}
    pos	2	本群管理员{~name}，有事打{mobile}
    pos	2	物业经理{~name}-{mobile}
    pos	2	门卫老{-num:1}叔，{mobile}
    pos	2	失物招领，失主请联系{mobile}
    pos	2	寻狗启事 重谢 {mobile}
    pos	2	收购旧手机，{mobile}，可上门
    pos	2	贷款找{~name}：{mobile}
    pos	2	紧急联系人 {~name} {mobile}
    pos	2	紧急联系人：{~name}（父亲）{mobile}
    pos	2	送水电话：{mobile}，{mobile}
    pos	2	包保责任人:{~name},{mobile}
    pos	2	排查员{~name}\t{mobile}\t已到岗
    pos	2	序号\t河段\t河长\t手机\n1\t上游\t{~name}\t{mobile}
    pos	2	楼栋长,号码\n{~name},{mobile}
    pos	2	呼叫转移至{mobile}
    pos	2	短信回复至{mobile}
    pos	2	充值号码：{mobile}
    pos	2	支付宝账号{mobile}
    pos	2	“{mobile}”机主请注意
    pos	1	☎{mobile}
    pos	1	电话:{mobile}({~name})
    pos	1	TEL:{mobile:86dash}
    pos	2	家中电话：{land}（{~name}）
    pos	1	户主家庭电话{land}
    pos	2	{~name}，建行卡{card}
    pos	2	请转到{card}，户名{~name}
    pos	2	赔偿款支付至：{~name}，{card}
    pos	2	收款人\t收款账号\n{~name}\t{card}
    pos	2	序号\t姓名\t发放卡号\t金额\n1\t{~name}\t{card}\t800
    pos	1	农户{~name}惠农补贴账户：{card}
    pos	1	报销款打入{~name}公务卡{card}
    pos	1	卡号（{card}）
    pos	1	户名：{~name}，开户行：县联社，账号：{passbook}
    pos	2	目击车辆{plate}逃逸
    pos	1	共享停车登记：{~name}，{plate}
    pos	1	货车{plateG}挂 超限
    pos	1	新能源车{plateE}充电占位
    pos	1	车主\t车牌\n{~name}\t{plate}
    pos	1	发动机号A123456，车架号{vin}
    pos	2	反馈人邮箱：{email}
    pos	1	申请人电子邮箱{email}
    pos	1	姓名\t邮箱\n{~name}\t{email}
    pos	1	网名飞鸟，QQ{qq}
    pos	1	微信{wx}（同名）
    pos	1	联系微信：{wx}
    pos	1	投票IP {ip}
    pos	1	操作人电脑IP为{ip}
    pos	1	求救信号坐标{geo2}
    pos	1	失联驴友位置：{geo}
    pos	2	贫困户{~name}，住址{addr2}
    pos	2	{~name}家住{addr2}，独居
    pos	2	被拆迁人{~name}，{addr2}
    pos	2	刑满释放后居住在{addr2}的{~name}
    pos	2	被害人{~name}位于{addr2}的家中失窃
    pos	2	送餐地址：{addr2} {~name}
    pos	2	姓名\t现住址\n{~name}\t{addr2}
    pos	2	上门核酸：{addr2}，{~name}
    pos	2	租客{~name}租住于{addr2}
    pos	2	户籍地：{addr2}
    pos	2	罪犯{~name}，男，{birth}出生，汉族，住{addr2}
    pos	2	高龄老人{~name}，{birth}出生，享受津贴
    pos	1	{~name}，出生日期{birthcn}
    pos	1	离休干部{~name}生日{birth}
    pos	1	姓名\t出生时间\n{~name}\t{birthdot}
    pos	1	{~name}，{birthcn}生
    pos	2	{~name}身患{disease2}，急需救助
    pos	2	{~name}，病种：{disease2}
    pos	2	门诊慢特病认定：{~name} {disease2}
    pos	2	患儿{~name}，确诊{disease2}
    pos	2	户主{~name}（{disease2}）
    pos	2	{~name}家庭因{disease2}返贫
    pos	2	死者{~name}生前患{disease2}
    pos	1	姓名\t诊断结果\n{~name}\t{disease2}
    pos	1	姓名\t残疾类别\n{~name}\t{disease}
    pos	1	{disease2}患者{~name}获资助
    pos	2	举报人：{name}（实名）
    pos	1	投诉人：{name}
    pos	1	患者姓名：{name}
    pos	1	涉毒人员{name}
    pos	1	社区矫正人员：{name}
    pos	1	受害者{name}的家属
    pos	1	孤儿{name}
    pos	1	受助学生{name}，女
    pos	1	密切接触者{name}
    pos	1	信访人{name}、{name}反映
    pos	1	学生姓名：{name}
    masked	2	认购人{~name}，{idm:14-4-0}
    masked	2	{~name}	{idm:10-4-4}	合格
    masked	1	{~name}{idm:14-4-0}
    masked	1	证件：{idm:14-3-1}
    masked	2	联系方式：{mobm:8-3-0}
    masked	1	{~name}（{mobm:9-2-0}）
    masked	1	账号：{cardm:15-4-0}
    masked	2	姓名\t身份证号\t出生日期\n{~name}\t{idm:6-8-4}\t{birth=}
    masked	1	{~name} {birth} {idm=:6-8-4}
    masked	1	姓名\t证件号\t复核号\n{~name}\t{idm:6-8-4}\t{idm=:3-4-11}
    masked	1	表一\n{~name}\t{idm:6-8-4}\n表二\n{~name=}\t{idm=:2-4-12}
    neg	1	{~name}\t{-idm:4-10-4}
    neg	1	{~name}，{-mobm:3-4-4}，{-idm:3-11-4}
    neg	1	{~name}（手机{-mobm:3-4-4}）
    neg	1	尾号{-num:4}的机主
    neg	1	受理凭证号{-permit}
    neg	1	施工许可：{-permit}
    neg	1	许可证号\t{-permit}
    neg	1	项目编码{-permit}
    neg	1	国库支付凭证 {-permit}
    neg	1	流转单号：{-permit}
    neg	1	物料代码{-permit}
    neg	1	发证编号：{-permit}
    neg	1	工程报建编号{-permit}
    neg	1	器材序列号{-permit}
    neg	1	社会信用代码（{-uscc}）
    neg	1	{-uscc}
    neg	1	采购计划备案{-num:4}-{-num:5}
    neg	1	文号：X政发〔2022〕{-num:2}号 索引号：{-num:13}
    neg	1	主题分类代码{-num:6}
    neg	1	总投资{-mobn}元
    neg	1	{-mobn}元整
    neg	1	标的额{-mobn}.88元
    neg	1	流量{-mobn}立方米
    neg	1	点击数{-mobn}
    neg	1	编号{-mobn}
    neg	1	入会号：{-num:9}
    neg	1	快递 {-num:12}
    neg	1	中通单号7{-num:13}
    neg	1	YZ{-num:13}
    neg	1	条形码69{-num:11}
    neg	1	报修请拨{~land}
    neg	1	县医保局 {~land}
    neg	1	值班室{~land}，传真{~land}
    neg	1	联系人：李主任 电话：{~land}
    neg	1	咨询：{~land}（{~name}）
    neg	1	12388举报电话
    neg	1	客服热线400-{-num:3}-{-num:4}
    neg	1	办公时间9:00-17:00
    neg	1	集中办理点：文化路{-num:2}号{-num:1}楼大厅
    neg	1	某某律师事务所，地址：解放路{-num:2}号{-num:1}楼
    neg	1	养老院位于某某镇振兴路{-num:2}号
    neg	1	起火点位于某某小区{-num:1}号楼{-num:3}室
    neg	1	征收范围：东至建设路，西至人民路{-num:2}号
    neg	1	户名：某某镇人民政府 账号：{-card}
    neg	1	缴入财政专户{-card}
    neg	1	{~name}同志（女，1970年5月生）拟任县教育局副局长
    neg	1	拟任职人选：{~name}，男，1975年12月出生
    neg	1	记者{~name} 通讯员{~name}
    neg	1	县长{~name}到医院看望患者
    neg	1	医生{~name}介绍，糖尿病患者应控制饮食
    neg	1	主讲人{~name}，主题：高血压防治
    neg	1	专家{~name}：流感高发季注意防护
    neg	1	发现阳性感染者2例
    neg	1	慢性病门诊病种：恶性肿瘤、尿毒症、糖尿病
    neg	1	残疾评定标准
    neg	1	举报人可获奖励
    neg	1	学生可在网上查询
    neg	1	孤儿养育津贴标准
    neg	1	版本1.2.{-num:2}.{-num:1}
    neg	1	DNS：223.5.5.5
    neg	1	气象站坐标120.{-num:6}，30.{-num:6}
    neg	1	官方微信：xx_gov2020
    neg	1	反馈意见请发邮箱{-office}
    neg	1	咨询群{-num:9}
    neg	1	有效期至20301231
    neg	1	二〇二四年三月十五日印发
    neg	1	企业成立于1998-05-06
    neg	1	（2022）浙刑终{-num:3}号
    neg	1	第{-num:3}号公告
    neg	1	股权代码{-num:6}
    neg	1	身份证件号码栏填写规范
    neg	1	护照、通行证均可
    neg	1	军官证、士兵证可免费入园
    neg	1	驾驶证、行驶证原件
    neg	1	社会保障号码由18位数字组成
    neg	1	浙C段国道
    neg	1	E座{-num:4}室会议通知
    neg	1	H{-num:4}次会议纪要
    neg	1	批号：E{-num:8}
    neg	1	设备型号G{-num:8}
    neg	1	国药准字Z{-num:8}，批号{-num:6}
    neg	1	床位{-num:3}张，门诊{-num:6}人次
    neg	1	门诊号{-num:10}
    neg	1	住房公积金个人账号{-num:12}
    neg	1	机动车驾驶证档案编号：{-num:12}
    neg	1	水表编号{-num:10}，户号{-num:10}
    """#
}
