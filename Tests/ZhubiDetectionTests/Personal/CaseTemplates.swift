/// The texts the cases are made from: kind of case, times, text, parted by tabs.
///
/// `{kind}` is expected, `{~kind}` may be reported, `{-kind}` must stay quiet.
enum CaseTemplates {
  static let all = #"""
    # kind of case, times, text. {kind} is expected, {~kind} may be reported, {-kind} must stay quiet. \n and \t as usual.
    # pos: expectations as drawn; neg: nothing may be reported; +agg, +minor: the document as a whole.
    pos	6	低保申请人{~name}，身份证号码：{id}，符合条件。
    pos	6	经审核，{~name}（身份证号{id}）拟获得公租房。
    pos	4	{~name} {id}
    pos	4	兹证明{~name}同志，公民身份号码为{id}，系我村村民。
    pos	4	序号\t姓名\t身份证号\t金额\n1\t{~name}\t{id}\t500\n2\t{~name}\t{id}\t800
    pos	3	| 序号 | 姓名 | 公民身份号码 | 备注 |\n| --- | --- | --- | --- |\n| 1 | {~name} | {id} | 无 |\n| 2 | {~name} | {id} | 无 |
    pos	3	姓名,证件号码,岗位\n{~name},{id},护林员\n{~name},{id},保洁员
    pos	3	姓名  身份证号码\n{~name}  {id}\n{~name}  {id}
    pos	4	危房改造对象{~name}{id}已验收
    pos	4	驾驶证号{id}被依法吊销，当事人{~name}。
    pos	3	社会保障号码：{id}
    pos	3	被执行人{~name}，男，汉族，身份证号码{id}，下落不明。
    pos	3	中标候选项目负责人：{~name}，身份证：{id}
    pos	3	公示名单如下：{~name}，{id}；{~name}，{id}。
    pos	3	户主姓名：{~name}\n身份证号：{id}\n开户银行：农村信用社
    pos	2	身份证\n{id}
    pos	2	附件下载：https://www.example.gov.cn/down?sfzh={id}
    pos	2	上传文件：{~name}身份证{id}.jpg
    pos	3	聲請人{~name}，身份證號碼：{id}
    pos	2	残疾人证号：{disid}，持证人{~name}
    pos	2	残疾人姓名：{~name} 证号{disid}
    pos	2	全国学籍号：{stuid}
    pos	2	医师资格证书编码{docid}，执业注册
    pos	2	个体户税号{taxid}，经营者{~name}
    pos	3	老党员{~name}，旧身份证号{id15}
    pos	2	姓名\t身份证号码\n{~name}\t{id15}
    pos	3	港澳居民居住证号码{hmt}
    pos	3	申请人持台湾居民居住证（{hmt}）办理社保
    pos	3	外国人永久居留身份证：{fpr}
    pos	2	五星卡号码 {fpr}
    pos	2	外籍专家持永久居留证{fprold}来华工作
    pos	6	联系人：{~name}，手机：{mobile}
    pos	6	值班电话：{mobile}
    pos	6	如有疑问，请致电{mobile}。
    pos	5	河长{~name} {mobile}
    pos	5	姓名\t职务\t手机号码\n{~name}\t组长\t{mobile}\n{~name}\t副组长\t{mobile}
    pos	4	{~name}（{mobile}）、{~name}（{mobile}）
    pos	4	联系电话：{-land}，{mobile}（{~name}）
    pos	4	微信同号{mobile}
    pos	4	预约接种请联系村医{~name}{mobile}
    pos	3	网格员：{~name}/{mobile}
    pos	3	业主群主电话：{mobile}
    pos	3	<a href="tel:{mobile}">拨打</a>
    pos	3	联系方式 {mobile}；邮编 310000
    pos	3	快递收件人{~name}，手机号{mobile}
    pos	3	投诉人来电号码为{mobile}，反映噪音问题
    pos	3	防汛值班表\n{~name} {mobile} 8:00-20:00\n{~name} {mobile} 20:00-8:00
    pos	2	{~name},{mobile}
    pos	2	報名電話：{mobile}（{~name}）
    pos	2	手机号:{mobile};短信验证
    pos	2	招租热线{mobile}，非诚勿扰
    pos	3	家庭电话：{land}
    pos	2	住宅电话 {land}（户主{~name}）
    pos	2	家里座机{land}
    pos	2	父母家电话：{land}
    pos	5	{~name}的银行卡号为{card}
    pos	5	补贴发放账号：{card}，开户行：农业银行
    pos	4	姓名\t银行卡号\t金额\n{~name}\t{card}\t1200\n{~name}\t{card}\t800
    pos	4	请将款项汇入{~name}个人账户{card}
    pos	3	惠农一卡通：{card}
    pos	3	工资卡{card}（工商银行）
    pos	3	户名：{~name}\n账号：{card}
    pos	3	收款人：{~name}，卡号：{card}
    pos	2	退款请转至 {card}
    pos	2	借记卡{card}已挂失
    pos	2	護照號碼：{passport}
    pos	3	护照号码：{passport}，国籍：中国
    pos	2	姓名\t护照号\n{~name}\t{passport}
    pos	2	持{passport}号护照出境
    pos	2	因公往来港澳通行证：{hkm}
    pos	2	往来港澳通行证号码{hkm}
    pos	2	大陆居民往来台湾通行证（{twp}）
    pos	2	港澳居民来往内地通行证：{hrp}
    pos	2	回乡证号 {hrp}
    pos	2	台湾居民来往大陆通行证号码{twc}
    pos	2	军官证号：{mil}
    pos	2	退役军人{~name}，士兵证{mil}
    pos	3	香港永久性居民身份证号码{hkid}
    pos	2	港籍人士{~name}，证件号码{hkid}
    pos	2	澳门居民身份证号码：{moid}
    pos	2	台湾身份证{twid}
    pos	2	社保卡号：{ssc}
    pos	3	车牌号{plate}，请车主挪车
    pos	3	{plate}小型轿车超速
    pos	2	肇事车辆为{plate}，驾驶人{~name}
    pos	2	号牌号码\t车主\n{plate}\t{~name}
    pos	2	车辆识别代号：{vin}
    pos	2	VIN:{vin}
    pos	3	个人邮箱：{email}
    pos	2	网友留言邮箱{email}，请回复
    pos	2	{~name} {email}
    pos	2	QQ号：{qq}
    pos	2	加我QQ{qq}详聊
    pos	2	微信号：{wx}
    pos	2	加微信{wx}咨询兼职
    pos	2	用户登录IP：{ip}
    pos	2	发帖IP地址为{ip}
    pos	1	设备MAC地址：{mac}
    pos	2	走失老人手机定位：{geo}
    pos	1	嫌疑人活动轨迹（{geo}）
    pos	3	家庭住址：{addr}
    pos	3	{~name}，住{addr}。
    pos	2	现住{addr}，户籍已迁出
    pos	2	姓名\t家庭住址\n{~name}\t{addr}\n{~name}\t{addr}
    pos	2	户籍地址为{addr}的{~name}
    pos	2	收件地址：{addr}，收件人{~name}
    pos	2	被告{~name}，居住于{addr}
    pos	2	租住在{addr}
    pos	3	举报人{name}反映工地扬尘
    pos	3	信访人：{name}
    pos	2	来信人{name}，要求答复
    pos	2	被害人{name}陈述
    pos	2	证人{name}出庭作证
    pos	2	吸毒人员{name}已被强制隔离戒毒
    pos	2	受助学生：{name}
    pos	2	社区矫正对象{name}报到
    pos	2	患者{name}入院治疗
    pos	2	孤儿{name}，由祖父母抚养
    pos	2	投诉人{name}称小区停水
    pos	2	未成年人{name}被送往救助站
    pos	2	求助人{name}
    pos	3	{~name}，出生日期：{birth}
    pos	2	{~name}，男，{birth}出生
    pos	2	姓名\t出生日期\n{~name}\t{birth}\n{~name}\t{birth}
    pos	2	{~name}生于{birth}
    pos	2	生日：{birth}
    pos	3	{~name}患{disease}，家庭困难
    pos	3	{~name}因患有{disease}申请临时救助
    pos	2	患者{~name}，诊断：{disease}
    pos	2	姓名\t病种\n{~name}\t{disease}\n{~name}\t{disease}
    pos	2	村民{~name}身患{disease}，负债累累
    pos	2	{~name}被确诊为{disease}
    pos	2	{disease}患者{~name}
    pos	2	救助对象{~name}（{disease}）
    pos	2	{~name}，女，52岁，{disease}，救助5000元
    pos	4	{~name} {idm4}
    pos	3	身份证号：{idm4}
    pos	3	姓名\t身份证号\n{~name}\t{idm4}\n{~name}\t{idm4}
    pos	3	{~name}，身份证{idmd}
    pos	2	证件号码{idm1}
    pos	2	公示：{~name} {idm2}
    pos	3	手机：{mobm}
    pos	2	联系人{~name} {mobm}
    pos	3	银行卡号：{cardm}
    pos	2	账号{cardm}，户名{~name}
    pos	3	{~name} {idu} 出生日期{birth=}
    pos	2	姓名\t证件号\t出生日期\n{~name}\t{idu}\t{birth=}
    pos	2	{~name} {ida}；复核：{~name=} {idb}
    pos	2	附表一 {~name} {ida}\n附表二 {~name=} {idb}
    pos+agg	3	姓名：{~name}\n身份证号：{id}\n手机：{mobile}\n银行卡号：{card}
    pos+agg	3	{~name}，身份证{id}，电话{mobile}，家住{addr}
    pos+agg	3	姓名\t身份证号\t银行卡号\n{~name}\t{id}\t{card}\n{~name}\t{id}\t{card}
    pos+agg	2	{~name}，{id}，患{disease}
    pos+agg	2	户主,身份证号,手机,家庭住址\n{~name},{id},{mobile},{addr}
    pos+agg	2	|姓名|身份证号|手机|卡号|\n|---|---|---|---|\n|{~name}|{id}|{mobile}|{card}|
    pos+minor	3	学生{~name}，身份证{idkid}，家长电话{mobile}
    pos+minor	2	困境儿童{~name}，9岁，监护人{~name}，联系电话{mobile}
    pos+minor	2	幼儿姓名\t出生日期\t家长电话\n{~name}\t{birthkid}\t{mobile}
    pos+minor	2	姓名\t年级\t身份证号\n{~name}\t三年级\t{idkid}
    pos+minor	2	孤儿{~name}（{idkid}）
    neg	2	{-num:4}年{-num:1}月，全县实现地区生产总值{-num:3}.{-num:2}亿元
    neg	2	石政办发〔2023〕{-num:2}号
    neg	2	石大政办发〔2024{-num:2}号
    neg	2	国发〔2019〕12号、财税〔2018〕{-num:3}号文件
    neg	2	索引号：{-num:15}/2023-{-num:5}
    neg	2	信息索引号 {-num:9}/2024-{-num:5}
    neg	2	{-uscc}/2015-000{-num:2}
    neg	3	统一社会信用代码：{-uscc}
    neg	2	企业名称\t统一社会信用代码\n某某建设有限公司\t{-uscc}
    neg	2	个体工商户{-uscc92}经营
    neg	1	农民专业合作社{-uscc93}
    neg	3	施工许可证编号：{-permit}
    neg	2	工程名称\t施工许可证号\n某某小区一期\t{-permit}
    neg	2	建设项目施工许可编号{-permit}，建设单位为某某公司
    neg	2	资产编号\t名称\n{-permit}\t台式电脑
    neg	2	固定资产卡片编号 {-permit}
    neg	2	订单号：{-permit}
    neg	2	流水号{-permit}已受理
    neg	2	设备编号：{-permit}
    neg	2	合同编号：{-permit}
    neg	2	项目代码：{-num:4}-{-num:6}-{-num:2}-{-num:2}-{-num:6}
    neg	2	投资项目统一代码2209-{-num:6}-04-01-{-num:6}
    neg	1	不动产单元号：{-num:6}{-num:6}GB{-num:5}F{-num:8}
    neg	2	浙ICP备{-num:8}号-1
    neg	2	浙公网安备 {-num:14}号
    neg	2	网站标识码：{-num:10}
    neg	2	组织机构代码：{-num:8}-{-num:1}
    neg	2	ISBN 978-7-{-num:3}-{-num:5}-{-num:1}
    neg	1	ISSN {-num:4}-{-num:4}
    neg	2	国药准字H{-num:8}
    neg	2	批准文号：国药准字Z{-num:8}
    neg	1	浙械注准{-num:11}
    neg	2	食品生产许可证SC1{-num:13}
    neg	2	食品经营许可证编号JY{-num:14}
    neg	2	专利号：ZL{-num:12}.{-num:1}
    neg	2	发票号码{-num:8}，发票代码{-num:12}
    neg	2	快递单号SF{-num:13}
    neg	2	运单号：{-num:13}
    neg	2	中标价{-mobn}元
    neg	2	合计{-mobn}.50元
    neg	2	总投资13812.345678万元
    neg	2	预算金额：{-mobn}元整
    neg	2	产值达{-mobn}千瓦时
    neg	2	坐标：{-num:3}.{-mobn}
    neg	2	http://www.example.gov.cn/art/2023/3/15/art_{-num:10}_{-num:8}.html
    neg	2	https://www.example.gov.cn/content_{-mobn}.shtml
    neg	2	./t20230315_{-num:7}.shtml
    neg	2	P020230{-num:15}.pdf
    neg	2	附件：W020{-num:17}.docx
    neg	2	会议号：{-mobn}
    neg	2	腾讯会议 138 1234 567
    neg	2	时间戳16{-num:11}
    neg	2	订单编号{-num:19}
    neg	2	交易流水{-num:16}
    neg	2	校验值{-hash}
    neg	2	trace id {-uuid}
    neg	2	请拨打12345政务服务热线
    neg	2	24小时热线400-{-num:3}-{-num:4}
    neg	1	拨打95588或96888
    neg	1	短信发送至1069{-num:8}
    neg	2	咨询电话：{~land}
    neg	2	联系电话：{~land}（工作日）
    neg	2	传真：{~land}
    neg	2	办公地址：某某市人民路88号政务服务中心3楼
    neg	2	公司住所：某某市高新区科技路188号5幢301室
    neg	2	地址：某某市解放路12号，邮编：310000
    neg	1	医院地址：人民南路三段17号
    neg	2	户名：某某市财政局，账号：{-card}
    neg	2	收款单位：某某建设有限公司\n开户银行：工商银行\n账号：{-card}
    neg	2	投标保证金账户：{-card}（某某公共资源交易中心）
    neg	2	{~name}同志任市教育局局长
    neg	2	{~name}，男，1968年3月生，大学学历
    neg	2	市委书记{~name}主持会议
    neg	2	法定代表人：{~name}
    neg	1	尿毒症、白血病等重大疾病纳入救助范围
    neg	1	开展糖尿病、高血压防治知识宣传
    neg	1	新增确诊病例3例，均为本土病例
    neg	1	对患有严重精神障碍的人员加强服务
    neg	1	残疾人证办理流程
    neg	1	学生资助政策解读
    neg	1	举报人信息严格保密
    neg	1	患者安全目标
    neg	1	证人出庭作证补助办法
    neg	2	版本号 2.{-num:1}.{-num:1}.0
    neg	1	按照第3.2.1.4条规定
    neg	1	服务器DNS为114.114.114.114
    neg	1	雨量站经度119.123456，纬度30.123456
    neg	1	关注微信公众号“某某发布”
    neg	1	咨询QQ群：{-num:9}
    neg	1	投稿邮箱：{-office}
    neg	1	举报邮箱：jubao@example.gov.cn
    neg	2	公示期：20231203—20231209
    neg	2	邮政编码：{-num:6}
    neg	2	（2023）浙0106民初{-num:4}号
    neg	2	准考证号：{-num:12}
    neg	2	学号{-num:12}
    neg	1	GB/T 35273-2020
    neg	2	{-num:4}\n{-num:3}\n{-num:4}\n{-num:4}\n{-num:4}
    neg	1	1381\n234\n5678\n1392
    neg	2	年份 产量 产值\n2021 {-num:5} {-num:6}\n2022 {-num:5} {-num:6}
    neg	2	身份证号：{idok}
    neg	2	{~namem}，{idok}
    neg	2	手机：{mobok}
    neg	2	银行卡：{cardok}
    neg	1	身份证号码：_________________
    neg	1	联系电话：___________ 身份证号：___________
    neg	1	身份证号330************
    neg	1	填写18位身份证号码
    neg	2	号码{-badid}
    neg	2	编号{-badid}
    neg	1	京A类企业名单
    neg	1	股票代码600{-num:3}
    neg	2	项目编号：ZJ-{-num:8}-{-num:4}
    neg	1	设备IMEI 86{-num:13}
    neg	2	税务登记号{-num:15}
    neg	2	批号20{-num:6}
    neg	1	车次G{-num:4}
    neg	1	第{-mobn}号商标
    neg	1	数量{-num:11}株
    """#
}
