/// A fifth set of texts: numbers under rarer labels and in rarer hands, and what only looks like them.
/// Written as `CaseTemplates`.
enum NumberTemplates {
  static let all = #"""
    pos	2	补发不动产权证公告：权利人{~name}（{id}）声明原证遗失
    pos	2	ID Card No.: {id}  Name: {~name}
    pos	2	身份证 No.{id}
    pos	2	户口簿编号已核，户主{~name}，公民身份号码{id}
    pos	1	身份证号码{id:capitals}
    pos	1	证件号：{id:misread}
    pos	1	申請人身分證明文件號碼：{id}
    pos	2	姓名\t银行卡号\t身份证号\n{~name}\t{card}\t{id}
    pos	2	编码;姓名;身份证号\n0012;{~name};{id}
    pos	2	残疾证号{disid}
    pos	1	社区网格员电话／{mobile:capitals}
    pos	1	河长{~name}，{mobile:misread}
    pos	2	快递员{mobile}
    pos	2	采购人{~name} {mobile}
    pos	2	设备师傅{mobile}
    pos	2	客服（个人号）{mobile}
    pos	2	微信/手机同号 {mobile}
    pos	2	{~name}手机{mobile}.docx
    pos	2	<!-- {~name} {mobile} -->
    pos	2	<span data-phone="{mobile}">点击拨打</span>
    pos	2	姓名 {~name} 电话 {mobile} 金额 608,120.00
    pos	2	预留手机号码为{mobile}
    pos	2	住宅固定电话 {land}
    pos	2	家庭（座机）号码：{land}
    pos	2	老人（家）{land}
    pos	2	Home Tel: {land}
    pos	2	退役军人{~name}一次性补助，{card}
    pos	2	邮政储蓄{card}
    pos	2	戶口號碼：{card}
    pos	2	A/C No. {card}
    pos	2	农户 卡号 补贴\n{~name} {card:613} 230
    pos	2	中国护照一本，证号{passport}
    pos	2	Passport Number: {passport}
    pos	2	社保卡（卡号{ssc}）
    pos	2	Macau ID: {moid}
    pos	2	登记车辆{plate}/{vin}
    pos	2	底盘号{vin}
    pos	2	牌号为{plate}的货车
    pos	2	网约车{plateE}
    pos	2	巡逻车{plateW}
    pos	2	面包车{plateB}
    pos	1	报案人邮箱{email:hashAt}
    pos	1	邮箱：{email:bracketAt}
    pos	2	网民IP{ip}
    pos	2	{qq}（QQ）
    pos	2	QQ账号{qq}
    pos	2	手机MAC{mac}
    pos	2	报警人定位{geo3}
    pos	2	户主{~name}住处坐标：{geo3}
    masked	2	身份证号{idm4}……
    masked	2	{~name}，{idu}\n复核：{~name=}，{idb}
    pos	2	Tel{mobile}
    pos	2	ID{id}
    pos	2	联系电话……{mobile}
    pos	2	电话{mobile}……
    neg	2	Invoice No. {-mobn}
    neg	2	Order ID: {-mobn}
    neg	2	Total Amount: {-mobn}
    neg	2	"count": {-mobn}
    neg	2	data-id="{-mobn}"
    neg	2	{-mobn}（订单号）
    neg	2	Project No.: {permit}
    pos	2	户名/卡号：{~name}/{card}
    pos	2	证件类型：护照\n证件号码：{passport}
    pos	2	微信号*：{wx}
    pos	2	旧号{mobile}停用
    pos	2	纳税义务人{~name}，识别号{id}
    pos	2	加Q{qq}
    pos	2	取保候审保证金退至{card}
    pos	2	家庭电话/手机：{land}
    neg	2	"orderNo":"{-mobn}"
    neg	2	"projectCode":"{permit}"
    neg	2	"orderId":{-card}
    neg	2	总数：\n{-mobn}
    neg	2	{-mobn} bytes
    neg	2	长度{-mobn}米
    neg	2	售出{-mobn}张
    neg	2	版本号{-mobn}
    neg	2	奖券号码|奖级\n{-mobn}|三等
    neg	2	注册资本{-mobn}
    neg	2	总人口{-mobn}
    neg	2	库存{-mobn}
    neg	2	文件大小{-mobn}
    neg	2	混凝土 {-mobn} m³
    neg	2	总产值{-mobn}千元
    neg	2	articleKey={-mobn}
    neg	2	NO：{-mobn}
    neg	2	书画拍品{-mobn}
    neg	2	GDP {-mobn}
    neg	2	<td>GDP</td><td>{-mobn}</td>
    neg	2	<tr><td>合同金额</td><td>{-mobn}</td></tr>
    neg	2	月份\t用电量\n1月\t{-mobn}\n2月\t{-mobn}
    neg	2	指标名称|本年|上年\n营业收入|{-mobn}|{-mobn}
    neg	2	统计年份|2023|2024\n总人口|{-mobn}|{-mobn}
    neg	2	项目|金额（元）|占比\n人员经费|{-mobn}|12.3%
    neg	2	年度\t收入\t支出\n2022\t{-mobn}\t{-mobn}
    neg	2	联系我们 contact@company.com.cn
    neg	2	住宅小区物业：{-land}
    neg	2	家庭教育热线：{-land}
    neg	2	家庭医生签约咨询：{-land}
    neg	2	协议TCP/IP 4.1.1.9
    neg	2	项目位于东经104°15′20″、北纬30°12′05″
    neg	2	采矿权拐点坐标：104°15′20″，30°12′05″
    neg	2	第壹贰号通告，人民币壹佰叁拾元
    neg	2	快递单号{-mobn}
    neg	2	采购编号：{-mobn}
    neg	2	设备编码：{-mobn}
    neg	2	工单编号{-mobn}，编号{-mobn}
    neg	2	流水号|摘要|金额\n{-card}|办公费|300
    neg	2	检索号 {-mobn}
    neg	2	版本号l380O138OO0-2
    """#
}
