/// A second set of texts around addresses, birth, illness, names, masks, minors and rows that add
/// up. Written as `CaseTemplates`.
enum PersonTemplates {
  static let all = #"""
    pos	2	{~name}，女，汉族，{addr2}，农民。
    pos	2	被告{~name}，男，住{addr2}。
    pos	2	被执行人{~name}，户籍所在地{addr2}
    pos	2	当事人{~name}，{addr2}人
    pos	2	姓名\t住址\t金额\n{~name}\t{addr2}\t500
    pos	2	申请人{~name}居住在{addr2}，家庭人口3人
    pos	2	救助对象{~name}，现住址：{addr2}
    pos	2	经查，{~name}在{addr2}的家中被抓获
    pos	2	{~name}（住{addr2}）
    pos	2	家访记录：{~name}家，{addr2}
    pos	2	收件人：{~name}，{addr2}
    pos	2	危房户{~name}，房屋位于{addr2}
    pos	2	常住地：{addr2}
    pos	2	公租房配租：{~name}，{addr2}
    pos	2	密切接触者居住地为{addr2}
    pos	2	住户：{~name} 地址：{addr2}
    pos	1	| 户主 | 家庭住址 |\n|---|---|\n| {~name} | {addr2} |
    pos	1	户主,详细住址\n{~name},{addr2}
    pos	1	文书邮寄至{addr2}，{~name}收
    pos	1	群众{~name}反映，其位于{addr2}的住房漏水
    pos	2	{~name}，男，{birthcn}出生，汉族
    pos	2	{~name}生于{birthcn}
    pos	2	出生年月日：{birthdot}
    pos	2	{~name}，{birth}生，汉族，小学文化
    pos	1	姓名\t性别\t出生日期\n{~name}\t男\t{birth8}
    pos	1	出生日期：{birth8}
    pos	1	被告人{~name}，{birth}出生于某县
    pos	1	生日{birthdot}
    pos	1	{~name}（{birth}出生）
    pos	1	姓名,出生年月日\n{~name},{birthdot}
    pos	2	{~name}因{disease2}致贫
    pos	2	{~name}之妻患{disease2}
    pos	2	申请理由：本人{~name}患有{disease2}，无力支付医疗费
    pos	2	姓名\t患病名称\t救助金额\n{~name}\t{disease2}\t5000
    pos	2	{~name}，{disease2}，自付费用3万元
    pos	2	{~name}经诊断为{disease2}
    pos	2	其子{~name}患{disease2}多年
    pos	2	困难职工{~name}因患{disease2}住院
    pos	2	{~name}（{disease2}患者）
    pos	2	{~name}死于{disease2}
    pos	2	姓名,致贫原因\n{~name},{disease2}
    pos	1	| 姓名 | 疾病名称 |\n| --- | --- |\n| {~name} | {disease2} |
    pos	1	{~name}被检出{disease2}
    pos	1	申请人{~name}，2022年查出{disease2}，长期服药
    pos	1	大病救助：{~name} {disease2} 8000元
    pos	1	{~name}伴有{disease2}
    pos	2	实名举报人{name}
    pos	2	信访人{name}来信反映拆迁补偿
    pos	1	上访人{name}已劝返
    pos	1	受害人{name}报案称
    pos	1	强制隔离戒毒人员{name}
    pos	1	社区戒毒人员{name}尿检呈阴性
    pos	1	艾滋病感染者{name}
    pos	1	精神障碍患者{name}走失
    pos	1	受资助学生{name}
    pos	1	困境儿童{name}
    pos	1	事实无人抚养儿童{name}
    pos	1	留守儿童{name}由奶奶照料
    pos	1	检举人姓名：{name}
    pos	1	信访人\t事项\n{name}\t噪声扰民
    pos	1	举报人（{name}）
    pos	1	刑满释放人员{name}
    pos	1	被性侵女童{name}
    pos	1	来访人：{name}，反映低保问题
    pos	1	证人{name}证言
    pos	1	檢舉人{name}
    masked	2	{~name}	{idm:14-4-0}
    masked	2	{~name}，{idm:14-4-0}，拟享受低保
    masked	2	姓名,证件号码\n{~name},{idm:10-4-4}
    masked	2	身份证号码{idm:10-4-4}
    masked	2	身份证：{idm:16-2-0}
    masked	2	证件号{idm:15-3-0}
    masked	2	{~name} {idm:17-1-0}
    masked	2	获奖人{~name}（{idm:12-4-2}）
    masked	2	| 姓名 | 身份证号 |\n|---|---|\n| {~name} | {idm:14-4-0} |
    masked	1	{~name}（{idm:3-3-12}）
    masked	1	公民身份号码：{idm:4-4-10}
    masked	2	手机号码：{mobm:8-3-0}
    masked	2	{~name} {mobm:9-2-0}
    masked	2	联系电话 {mobm:3-3-5}
    masked	1	姓名\t手机\n{~name}\t{mobm:3-3-5}
    masked	1	手机{mobm:7-3-1}
    masked	1	电话：{mobm:4-3-4}
    masked	2	银行卡号{cardm:15-4-0}
    masked	1	账号：{cardm:12-4-3}
    masked	1	姓名\t银行卡号\n{~name}\t{cardm:15-4-0}
    masked	2	{~name} {idm:6-8-4}，{birth=}出生
    masked	2	姓名\t出生年月日\t身份证号\n{~name}\t{birth}\t{idm=:6-8-4}
    masked	2	{~name}，{idm:6-8-4}；备注：{idm=:3-3-12}
    masked	2	公示表：{~name} {idm:6-8-4}\n附件：{~name=} {idm=:4-4-10}
    masked	1	{~name}，{idm:3-11-4}……\n{~name=}，{idm=:14-4-0}
    neg	2	{~name} {-idm:3-11-4}
    neg	2	身份证：{-idm:2-13-3}
    neg	2	{~name}（{-idm:1-16-1}）
    neg	2	身份证号{-idm:6-12-0}
    neg	2	证件号码{~idm:6-8-4}
    neg	2	{~name} {-mobm:3-4-4}
    neg	2	联系电话：{-mobm:3-4-4}
    neg	1	手机：{-mobm:3-8-0}
    neg	1	手机：{-mobm:7-4-0}
    neg	2	银行卡：{-cardm:6-9-4}
    neg	2	银行卡尾号{-num:4}
    neg	1	卡号{-cardm:4-11-4}
    neg	1	{~namem}，{~namem}，共计2人
    pos+minor	2	五年级二班{~name}同学，身份证{idkid}
    pos+minor	2	班级\t学生姓名\t身份证号\t监护人\n三（1）班\t{~name}\t{idkid}\t{~name}
    pos+minor	2	某某小学四年级学生{~name}，家长{~name}，电话{mobile}
    pos+minor	2	幼儿园入园名单：{~name}，{birthkid}出生，父亲电话{mobile}
    pos+minor	2	事实无人抚养儿童{~name}（{idkid}），监护人{~name}
    pos+minor	2	孤儿{~name}，{birthkid}，住{addr2}
    pos+minor	2	儿童姓名,身份证号,监护人电话\n{~name},{idkid},{mobile}
    pos+minor	1	留守儿童{~name}，10岁，现住{addr2}
    pos+minor	1	受助小学生{~name}，11岁，联系电话{mobile}
    pos+minor	1	未成年人{~name}（{birthkid}生），身份证号{idkid}
    pos+minor	1	接种儿童：{~name} {birthkid} 母亲手机{mobile}
    pos+minor	1	小一新生 {~name} {idkid} 户籍地：{addr2}
    pos+minor	1	| 学生 | 班级 | 家长手机 |\n|---|---|---|\n| {~name} | 二年级1班 | {mobile} |
    pos+minor	1	{~name}，女，8岁，{disease}，身份证{idkid}
    pos+agg	2	姓名\t身份证号\t手机号\t家庭住址\n{~name}\t{id}\t{mobile}\t{addr2}
    pos+agg	2	{~name}，{id}，{mobile}，{card}
    pos+agg	2	借款人：{~name}\n身份证号码：{id}\n住址：{addr2}\n联系电话：{mobile}
    pos+agg	2	姓名,身份证号,疾病名称,救助金额\n{~name},{id},{disease2},3000
    pos+agg	2	| 姓名 | 证件号码 | 开户行账号 |\n|---|---|---|\n| {~name} | {id} | {card} |
    pos+agg	2	申请人{~name}（身份证{id}，手机{mobile}）住{addr2}
    pos+agg	1	被执行人{~name}，男，{birth}出生，身份证号{id}，住{addr2}
    pos+agg	1	{~name} {id} {disease2} {mobile}
    pos+agg	1	<tr><td>{~name}</td><td>{id}</td><td>{card}</td></tr>
    pos+agg	1	残疾人{~name}，残疾证号{disid}，一卡通账号{card}，电话{mobile}
    pos+agg	1	补贴对象：{~name}；身份证：{id}；账号：{card}；金额：1200元
    """#
}
