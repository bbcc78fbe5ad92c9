/// A second set of texts around identity numbers and documents: notices, rosters, decisions,
/// court papers, forms, links and files. Written as `CaseTemplates`.
enum IdentityTemplates {
  static let all = #"""
    pos	2	拟录用人员公示：{~name}（{id}），笔试第一名
    pos	2	请{~name}（公民身份号码{id}）于30日内到我局认领被扣车辆。
    pos	2	行政处罚决定书\n当事人：{~name}，男，汉族，{id}，初中文化。
    pos	2	当事人：{~name}　性别：女　身份证件号码：{id}
    pos	2	申请执行人与被执行人{~name}（{id}）民间借贷纠纷一案
    pos	2	现将失信被执行人{~name}（证件号{id}）予以公布
    pos	2	请核对报名信息：{~name}/{id}
    pos	2	备注号码：{id}
    pos	2	姓名\t备注\n{~name}\t{id}
    pos	2	序号\t单位\t姓名\t备注号码\n1\t第一村\t{~name}\t{id}
    pos	2	行号,名称,说明\n1,{~name},{id}
    pos	2	{~name}：{id}
    pos	2	{id}{~name}
    pos	2	１．{~name}　{id}
    pos	2	（1）{~name}，{id}；（2）{~name}，{id}
    pos	2	公益岗位：{~name}、{id}、保洁
    pos	2	二代证号{id}
    pos	2	证号为{id}的残疾军人
    pos	2	入党积极分子{~name}（身份证号附后）{id}
    pos	2	查询参数：name=abc&idcard={id}&type=1
    pos	2	<tr><td>{~name}</td><td>{id}</td><td>合格</td></tr>
    pos	2	<table><tr><th>姓名</th><th>证件号</th></tr><tr><td>{~name}</td><td>{id}</td></tr></table>
    pos	2	<img src="a.jpg" alt="{~name}{id}">
    pos	2	承诺人：{~name}\n身份证号：\n{id}
    pos	2	身份证号码\n（18位）\n{id}
    pos	2	对{~name}（纳税人识别号{id}）下达催缴通知
    pos	2	自然人股东{~name}，证照号码{id}，认缴出资50万元
    pos	2	持{id}号身份证的{~name}于昨日报到
    pos	2	{~name}（男，{id}）
    pos	2	购房资格核验：{~name}+{id}
    pos	2	安置户 {~name} 身份证 {id} 安置面积120平方米
    pos	2	【身份证号】{id}
    pos	2	身份证号“{id}”
    pos	2	居民身份证（{id}）遗失，声明作废
    pos	2	遗失声明：{~name}遗失居民身份证，证号：{id}
    pos	2	寻人启事：{~name}，{id}，于本月初走失
    pos	2	劳动仲裁申请人{~name}，公民身份号码{id}
    pos	2	身份證明文件號碼：{id}
    pos	2	参保人{~name}，个人医保编号{id}
    pos	2	户主|成员|证件号码|享受金额\n{~name}|{~name}|{id}|450
    pos	2	｜姓名｜身份证号｜\n｜{~name}｜{id}｜
    pos	2	姓名;身份证号;村组\n{~name};{id};二组
    pos	2	"{~name}","{id}","小学"
    pos	2	工资表：{~name} {id} 4500元
    pos	2	出租车司机{~name}从业资格证号{id}
    pos	2	流动人口{~name}登记证件为身份证，号码{id}
    pos	2	购票人{~name} 证件{id} G1234次
    pos	2	住宿登记：{~name}，{id}，302房间
    pos	2	委托{~name}（身份证号：{id}）代为领取
    pos	2	受托人：{~name}，身份证号：{id}，权限为一般代理
    pos	2	{~name}，身份证：{id}，联系电话见附件
    pos	2	录取名单 {~name} {id} 计算机学院
    pos	2	退役军人{~name}申领优待证，{id}
    pos	1	身份证号：{id:apart}
    pos	1	{~name} {id:6444}
    pos	1	身份证号码{id:threes}
    pos	1	{~name}的身份证：{id:numerals}
    pos	1	身份证{id:circled}
    pos	1	身份证号{id:greekX}
    pos	1	证件号码：{id:timesX}
    pos	1	公民身份号码 {id:endash}
    pos	1	{~name}，{id:join}，已核
    pos	1	投诉人预留证件：{id:wide}
    pos	2	持残疾人证（{disid}）享受护理补贴
    pos	2	姓名\t残疾证号\t等级\n{~name}\t{disid}\t二级
    pos	2	学籍号\t姓名\n{stuid}\t{~name}
    pos	2	学籍号为{stuid}的同学已转出
    pos	2	医师{~name}，资格证书编码{docid}
    pos	2	个体工商户{~name}，纳税人识别号{taxid}
    pos	2	https://rc.example.gov.cn/query?xm=abc&sfzh={id}
    pos	2	/upload/2023/{~name}_{id}.pdf
    pos	2	<a href="/files/{id}.docx">{~name}的申请材料</a>
    pos	2	老证号码{id15}
    pos	2	一代身份证：{id15}，现已换发
    pos	2	{~name}（身份证号码{id15}）
    pos	2	序号\t姓名\t证件号码\t工龄\n1\t{~name}\t{id15}\t32
    pos	2	户籍底册：{~name}，公民身份证编号{id15}
    pos	1	原身份证号 {id15}，新身份证号 {id}
    pos	1	姓名,身份证,备注\n{~name},{id15},已故
    pos	2	港澳台居民居住证{hmt}
    pos	2	居住证号：{hmt}（香港）
    pos	2	{~name}，台湾居民，居住证编号{hmt}
    pos	2	姓名\t证件号码\n{~name}\t{hmt}
    pos	1	{~name} {hmt}
    pos	2	澳门居民{~name}凭居住证{hmt}参加报名
    pos	2	外国专家永久居留身份证号{fpr}
    pos	2	外国人永居证件号码：{fpr}
    pos	2	姓名\t外国人永久居留身份证号\n{~name}\t{fpr}
    pos	2	永久居留证（旧版）号码{fprold}
    pos	1	证件类型：外国人永久居留证 号码：{fprold}
    pos	2	出境人员护照号码{passport}
    pos	2	因公护照{passport}作废公告
    pos	2	护照（{passport}）遗失，特此声明
    pos	2	序号\t姓名\t性别\t护照号码\n1\t{~name}\t男\t{passport}
    pos	2	申请人{~name}（护照：{passport}）
    pos	2	Passport No. {passport}
    pos	1	证件类型：护照，证件号码：{passport}
    pos	1	香港特别行政区护照{hkpp}
    pos	1	澳门特别行政区护照号码：{mopp}
    pos	1	姓名,国籍,护照\n{~name},中国,{passport}
    pos	2	通行证号码：{hkm}（赴澳门）
    pos	2	往来港澳通行证{hkm}，有效期十年
    pos	1	姓名\t港澳通行证号\n{~name}\t{hkm}
    pos	1	持往来港澳通行证（证号{hkm}）
    pos	2	大陆居民往来台湾通行证号码{twp}
    pos	1	赴台通行证{twp}
    pos	1	往来台湾通行证 {twp} 签注已过期
    pos	2	来往内地通行证{hrp}
    pos	1	港澳居民来往内地通行证号码：{hrp10}
    pos	1	香港籍投资人{~name}，回乡证{hrp10}
    pos	2	台湾居民来往大陆通行证：{twc}
    pos	1	台胞证{twc10}
    pos	1	台商{~name}（台胞证：{twc}）
    pos	2	军官证字号：{mil}
    pos	1	警官证{mil}
    pos	1	文职干部证号{mil}
    pos	1	转业军官{~name}（{mil}）
    pos	1	持军人身份证{mil}
    pos	1	姓名\t士兵证号\n{~name}\t{mil}
    pos	2	香港居民{~name}，身份证号{hkid}
    pos	1	HKID：{hkid}
    pos	1	香港身份证号码{hkidn}
    pos	1	香港永久性居民{~name}（{hkidf}）
    pos	1	港籍董事，身份证明文件{hkidf}
    pos	1	澳门居民{~name}身份证{moid}
    pos	1	澳门永久性居民身份证 {moid}
    pos	1	澳门身份证号码{mosl}
    pos	1	台湾地区身份证号{twid}
    pos	1	台胞{~name}，身分证统一编号{twid}
    pos	1	国民身份证：{twid}
    pos	2	社会保障卡号：{ssc}
    pos	1	医保卡号{ssc10}
    pos	1	姓名\t社保卡号\n{~name}\t{ssc}
    pos	1	社会保障卡{ssc}挂失
    neg	2	身份证号码：{~idbad}
    neg	2	{-idbad}
    neg	2	批次{-idbad}
    """#
}
