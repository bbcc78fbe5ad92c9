/// Texts full of numbers, names and places that are nobody's personal data. Written as
/// `CaseTemplates`.
enum LookAlikeTemplates {
  static let all = #"""
    neg	1	国办发〔2019〕{-num:2}号文件要求
    neg	1	〔2024〕{-num:3}号
    neg	1	索引号：{-num:8}/2023-{-num:5}　发文机关：市政府办
    neg	1	公开目录编号 {-num:9}-{-num:4}-{-num:8}
    neg	2	信用代码\n{-uscc}
    neg	1	供应商：某某科技有限公司（{-uscc}）
    neg	1	成交供应商,统一社会信用代码,成交金额\n某某公司,{-uscc},{-num:6}.00
    neg	2	施工许可证号：{-permit}，发证机关：住建局
    neg	2	许可编号\t项目名称\n{-permit}\t某某中学教学楼
    neg	2	建筑工程施工许可证（{-permit}）
    neg	1	施工许可证\n编号\n{-permit}
    neg	2	采购订单{-permit}
    neg	2	物资条码 {-permit}
    neg	2	案卷号{-permit}
    neg	2	交易单号：{-permit}
    neg	2	资产\t编号\n打印机\t{-permit}
    neg	1	投资项目代码：{-num:4}-{-num:6}-04-01-{-num:6}，总投资3200万元
    neg	1	不动产权证书号：浙（2021）杭州市不动产权第{-num:7}号
    neg	1	宗地代码{-num:12}GB{-num:5}
    neg	1	ICP备案号：京ICP备{-num:8}号
    neg	1	京公网安备{-num:14}号
    neg	1	政府网站标识码{-num:10}
    neg	1	ISBN：9787{-num:9}
    neg	1	CN 11-{-num:4}/D
    neg	1	国械注准2023{-num:7}
    neg	1	JY1{-num:13}
    neg	1	SC{-num:14}
    neg	1	药品批准文号：国药准字H{-num:8}
    neg	1	产品批号{-num:8}，数量{-num:4}盒
    neg	1	专利申请号 2023{-num:8}.{-num:1}
    neg	1	增值税发票代码{-num:12} 号码{-num:8}
    neg	1	EMS单号：{-num:13}
    neg	1	顺丰SF{-num:13}
    neg	1	中标金额：{-mobn}.00元
    neg	1	结算价（元）\n{-mobn}.35
    neg	1	人民币{-mobn}元
    neg	1	本期收入{-mobn}元，支出{-num:10}元
    neg	1	项目\t预算数（元）\n义务教育\t{-mobn}
    neg	1	发电量{-mobn}千瓦时
    neg	1	/art/2024/5/6/art_{-num:7}_{-num:8}.html
    neg	1	http://www.example.gov.cn/zwgk/content/post_{-num:7}.html
    neg	1	附件：P{-num:18}.doc
    neg	1	docid={-mobn}
    neg	1	腾讯会议号：{-num:3}-{-num:3}-{-num:3}
    neg	1	会议ID {-num:3} {-num:4} {-num:4}
    neg	1	unix时间{-num:13}
    neg	1	20240506{-num:6}
    neg	1	支付宝交易号{-num:28}
    neg	1	业务受理单号{-num:17}
    neg	1	sha256:{-hash}
    neg	1	会话标识{-uuid}
    neg	1	如需帮助请拨打12315、12345
    neg	1	全国统一客服400{-num:7}
    neg	1	客服电话95598
    neg	1	火警119、急救120
    neg	1	{-num:5}客服短信平台1069{-num:10}
    neg	2	咨询电话：{~land}，联系人：{~name}
    neg	2	办公室电话{~land}
    neg	2	单位\t值班电话\n应急局\t{~land}
    neg	2	监督举报电话：{~land}、{~land}
    neg	1	联系人：王女士 {~land}
    neg	1	联系电话：0571－{-num:8}
    neg	1	电话：{-num:8}
    neg	1	电话：0571-{-num:8}转{-num:4}
    neg	1	地址：某某市人民东路{-num:3}号
    neg	1	办公地点：市民中心C座{-num:3}室
    neg	1	学校地址：某某区学院路{-num:2}号，电话{~land}
    neg	1	某某有限公司，住所地某某市工业园区{-num:2}号
    neg	1	报名地点：人社局大楼{-num:1}楼{-num:3}室
    neg	1	项目位于某某镇某某村{-num:1}组，占地{-num:2}亩
    neg	1	拍卖标的：某某路{-num:2}号{-num:1}幢{-num:3}室房产
    neg	1	投标文件递交至某某路{-num:2}号公共资源交易中心{-num:1}楼
    neg	1	开户名：某某县财政局\n开户行：农业银行\n账号：{-card}
    neg	1	保证金缴纳账户 户名：某某招标有限公司 账号：{-card}
    neg	1	捐款账号：{-card}（某某市慈善总会）
    neg	1	单位名称\t账号\n某某中心小学\t{-card}
    neg	1	税款缴库 某某税务局 {-card}
    neg	1	对公账户{-num:20}
    neg	2	{~name}任县委常委、副县长
    neg	2	{~name}，女，1972年11月生，中共党员
    neg	2	{~name}，男，汉族，1975年3月出生，研究生学历，现任某某县县长
    neg	1	主任委员：{~name}
    neg	1	评标委员会成员：{~name}、{~name}、{~name}
    neg	1	监督员{~name}，工号{-num:6}
    neg	1	项目负责人：{~name}，注册编号浙233{-num:7}
    neg	1	一级建造师证书编号：浙1{-num:12}
    neg	1	开展高血压、糖尿病患者健康管理
    neg	1	肺结核患者免费治疗政策
    neg	1	严重精神障碍患者监护人以奖代补
    neg	1	白血病等22种大病纳入保障
    neg	1	发现1例输入性疟疾病例
    neg	1	残疾人两项补贴对象需持残疾证
    neg	1	患者满意度调查
    neg	1	举报人奖励办法
    neg	1	证人保护制度
    neg	1	受助学生名单另行公布
    neg	1	来访人员须登记
    neg	1	学生体质健康标准
    neg	1	儿童福利机构管理办法
    neg	1	未成年人保护法宣传
    neg	1	投诉人可自收到决定书之日起60日内申请复议
    neg	1	软件版本V{-num:1}.{-num:1}.{-num:2}.{-num:1}
    neg	1	依据第4.1.2.3款
    neg	1	网关192.168.1.1，子网掩码255.255.255.0
    neg	1	监测站位于东经118.{-num:6}，北纬31.{-num:6}
    neg	1	水库坝址坐标：120.{-num:6}，30.{-num:6}
    neg	1	地块四至坐标X={-num:7}.{-num:3}，Y={-num:8}.{-num:3}
    neg	1	微信搜索“某某人社”
    neg	1	微信公众号：xxfabu2020
    neg	1	工作群QQ群号{-num:9}
    neg	1	征集意见邮箱：zjyj@example.gov.cn
    neg	1	电子邮箱：rsj@xx.gov.cn
    neg	1	投稿请发至{-office}
    neg	1	公示时间：20240506至20240512
    neg	1	1949-10-01
    neg	1	成立日期：2015-03-02
    neg	1	公司成立于二〇一五年三月二日
    neg	1	邮编{-num:6}，传真{~land}
    neg	1	（2021）粤01民终{-num:5}号
    neg	1	准考证号\t成绩\n{-num:12}\t85.5
    neg	1	考号{-num:14}，总分132.5
    neg	1	GB 11643-1999 公民身份号码
    neg	1	GB/T 2260—2007
    neg	1	股票代码：300{-num:3}，债券代码{-num:6}
    neg	1	基金账号不对外公布
    neg	1	年份\t人口\t产值\n2021\t{-num:7}\t{-num:11}
    neg	1	{-num:3}\n{-num:4}\n{-num:4}
    neg	1	2021 2022 2023\n{-num:4} {-num:4} {-num:4}
    neg	1	身份证号□□□□□□□□□□□□□□□□□□
    neg	1	身份证号：×××
    neg	1	姓名：____ 身份证号：________ 电话：________
    neg	1	持本人身份证、户口簿原件办理
    neg	1	护照有效期10年
    neg	1	换发驾驶证{-num:4}本
    neg	1	军人优先窗口
    neg	1	社保卡激活办法
    neg	1	京B类、沪C类牌照政策
    neg	1	鲁A10项目地块
    neg	1	贵A级景区{-num:2}家
    neg	1	IMEI：86{-num:13}
    neg	1	设备识别码{-num:15}
    neg	1	电梯注册代码{-num:20}
    neg	1	住院号{-num:8}
    neg	1	病历号：{-num:10}
    neg	1	公积金账号{-num:12}
    neg	1	驾驶证档案编号{-num:12}
    neg	1	机动车检验合格标志{-num:12}
    neg	1	车次D{-num:4}，12车05A
    neg	1	航班CA{-num:4}
    neg	1	商标注册第{-num:8}号
    neg	1	承包地块编码{-num:19}
    neg	1	农业保险保单号{-num:21}
    neg	1	完成投资{-num:3},{-num:3},{-num:3}.00元
    neg	1	动物检疫证明编号{-num:10}
    neg	1	耳标号1{-num:14}
    neg	1	医疗机构执业许可证登记号{-num:8}{-num:9}D{-num:4}
    neg	1	种子生产经营许可证（{-num:6}）农种许字（2020）第{-num:4}号
    neg	1	粤B2-{-num:8}
    neg	1	新出发京零字第朝{-num:6}号
    neg	1	中国共产党第二十次全国代表大会
    neg	1	一九四九年十月一日中华人民共和国成立
    neg	1	二〇二三年十二月一日起施行
    """#
}
