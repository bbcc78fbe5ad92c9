/// A second set of texts around telephones, cards, vehicles and net identities. Written as
/// `CaseTemplates`.
enum ContactTemplates {
  static let all = #"""
    pos	2	河道保洁员{~name} 电话{mobile}
    pos	2	护林防火值守：{~name}，{mobile}
    pos	2	责任人：{~name} 联系方式：{mobile}
    pos	2	包保干部\t手机\n{~name}\t{mobile}
    pos	2	联系人及电话：{~name} {mobile}
    pos	2	联系人：{~name}{mobile}，{~name}{mobile}
    pos	2	电话：{mobile}/{mobile}
    pos	2	电话：{mobile}、{mobile}
    pos	2	电话{-land}转801，或{mobile}
    pos	2	请与{~name}联系（{mobile}）
    pos	2	微信/手机：{mobile}
    pos	2	手机（微信同号）：{mobile}
    pos	2	{mobile}（微信同号）
    pos	2	{mobile} {~name}
    pos	2	老板娘电话{mobile}，随叫随到
    pos	2	我的号码换成{mobile}了，记得存一下
    pos	2	收货信息：{~name} {mobile} 浙江省杭州市
    pos	2	楼上住户{mobile}半夜装修
    pos	2	被骗转账时对方号码{mobile}
    pos	2	举报诈骗电话：{mobile}
    pos	2	来电{mobile}反映路灯不亮
    pos	2	12345热线工单：来电人{~name}，{mobile}
    pos	2	村(社区)\t网格长\t联系电话\n东村\t{~name}\t{mobile}\n西村\t{~name}\t{mobile}
    pos	2	| 乡镇 | 河长 | 电话 |\n|---|---|---|\n| 东镇 | {~name} | {mobile} |
    pos	2	药店名称,店长,电话\n康宁药店,{~name},{mobile}
    pos	2	应急救援队队长{~name}：{mobile}
    pos	2	工长{~name}，{mobile}，负责三标段
    pos	2	项目经理手机{mobile}
    pos	2	招标代理联系人{~name}，电话：{mobile}
    pos	2	采购人联系方式：{~name} {mobile}
    pos	2	招工：普工20名，电话{mobile}
    pos	2	诚聘司机，有意者请拨打{mobile}
    pos	2	房屋出租，{mobile}，非中介
    pos	2	疏通下水道{mobile}
    pos	2	家长群联系人{~name}妈妈{mobile}
    pos	2	监护人{mobile}
    pos	2	Tel: {mobile}
    pos	2	Mobile：{mobile}
    pos	2	<p>联系电话：<span>{mobile}</span></p>
    pos	2	<td>{~name}</td><td>{mobile}</td>
    pos	2	data-phone="{mobile}"
    pos	2	sms:{mobile}
    pos	2	驻村第一书记{~name}（{mobile}）
    pos	2	24小时值班手机{mobile}
    pos	2	传真：{-land}  手机：{mobile}
    pos	2	法律援助律师{~name}，{mobile}
    pos	2	辖区民警{~name}警号012345，电话{mobile}
    pos	2	姓名 电话\n{~name} {mobile}\n{~name} {mobile}
    pos	1	电话：{mobile:numerals}
    pos	1	加微信{mobile:circled}
    pos	1	联系电话：{mobile:plusspace}
    pos	1	手机：{mobile:paren86}
    pos	1	手机：{mobile:86dash}
    pos	1	电话{mobile:widePlus}
    pos	1	手机{mobile:zero}
    pos	1	{~name}，{mobile:443}
    pos	1	手机号{mobile:fig}
    pos	1	联系电话：{mobile:break3}
    pos	1	手机号码：{mobile:join}
    pos	1	电话：{mobile:soft}
    pos	1	{~name} {mobile:apart}
    pos	1	手机：{mobile:wideParen86}
    pos	2	住宅电话：{land}
    pos	2	{~name}家庭座机{land}
    pos	1	姓名\t家庭电话\n{~name}\t{land}
    pos	1	宅电{land}
    pos	2	{~name}\t{card}\t3000元
    pos	2	收款账户：{card}（{~name}）
    pos	2	养老金发放至{card}
    pos	2	打入{~name}卡{card}
    pos	2	账户名：{~name}；账号：{card}；开户行：邮储银行
    pos	2	开户名：{~name}\n开户行：农业银行城关支行\n卡号：{card}
    pos	2	户主\t账号\t补贴金额\n{~name}\t{card}\t600
    pos	2	姓名,开户行,银行账号\n{~name},农商行,{card}
    pos	2	| 姓名 | 一卡通账号 |\n| --- | --- |\n| {~name} | {card} |
    pos	2	执行案款退至{~name}账户{card}
    pos	2	请各位家长将费用转至班主任卡号{card}
    pos	2	贫困户{~name}一折通{card}
    pos	2	嫌疑人使用银行卡{card}转移资金
    pos	2	社保卡金融账户{card}
    pos	2	劳务费打卡：{~name} {card}
    pos	2	信用卡{card}逾期
    pos	2	银行卡：{card:613}
    pos	1	卡号：{card:apart}
    pos	1	银行账号{card:fig}
    pos	1	银行卡号：{card:join}
    pos	1	储蓄卡号{card:wide}
    pos	1	bank card no: {card}
    pos	1	{~name}工行卡{icbc}
    pos	1	农业银行账号：{abc}
    pos	1	存折账号{passbook}，户名{~name}
    pos	2	车辆{plate}被依法拖移
    pos	2	{plate}车主请速挪车
    pos	1	违停车辆：{plateE}
    pos	1	警车{plateP}
    pos	1	号牌{plateG}挂
    pos	1	粤港两地牌{plateH}
    pos	1	外国使馆车辆{plateS}
    pos	2	序号\t号牌号码\t违法行为\n1\t{plate}\t超员
    pos	1	教练车{plateX}
    pos	1	公车拍卖：帕萨特 {plate} 2012年登记
    pos	1	车牌：{plateL}
    pos	2	车架号：{vin}
    pos	1	号牌\t车辆识别代号\n{~plate}\t{vin}
    pos	1	报废车辆{vin}
    pos	2	联系邮箱：{email}（{~name}）
    pos	2	简历作者{~name}，{email}
    pos	1	Email: {email}
    pos	1	网民{email}
    pos	1	举报人邮箱{email:wideAt}
    pos	1	QQ:{qq}
    pos	1	联系QQ {qq}
    pos	1	网友（QQ{qq}）留言
    pos	1	扣扣：{qq}
    pos	1	姓名\tQQ号\n{~name}\t{qq}
    pos	1	微信：{wx}
    pos	1	微信ID：{wx}
    pos	1	加V：{wx}
    pos	1	vx {wx} 备注来意
    pos	1	{~name}（微信号：{wx}）
    pos	1	WeChat: {wx}
    pos	1	留言者IP：{ip}
    pos	1	登录IP地址 {ip}
    pos	1	账号\t登录IP\nabc\t{ip}
    pos	1	网民发帖来源 {ip}
    pos	1	终端MAC：{mac2}
    pos	1	手机MAC地址{mac}
    pos	1	被困人员位置：{geo2}
    pos	1	老人最后出现在{geo}附近
    pos	1	报警人定位{geo2}
    """#
}
