extension PersonalRules {
  static let contacts: [Rule] = [
    rule(
      .mobile, Message("手机号码", "mobile number"), .warning, basis: disclosure,
      explanation: Message(
        "文中有完整手机号码。值班、河长、网格员等名单里的手机号也属个人信息，公开应有依据并征得同意，否则写作138****1234，或改用办公电话。因工作确需公开的，可列入本站允许名单。",
        "A complete mobile number. Numbers of duty lists are personal, too: publish an office number, or write 138****1234."
      ),
      fires: [
        "联系人：王芳，手机：⟦13800012345⟧", "请致电⟦+86 138-0001-2345⟧", "网格员⟦１３８０００１２３４５⟧", "电话：⟦壹叁捌零零零壹贰叁肆伍⟧",
        "手机⟦138O0Ol2345⟧",
      ],
      staysQuiet: [
        "合同总价13800012345.00元", "http://www.example.gov.cn/content_13800012345.html",
        "订单编号13800012345",
        "请拨打12345或400-123-4567", "手机138****2345", "总人口13800012345", "月份\t用电量\n1月\t13800012345",
      ]),
    rule(
      .landline, Message("家庭电话", "home telephone"), .warning, basis: personal,
      explanation: Message(
        "文字称为家庭、住宅的固定电话。办公电话依法公开，不报告。",
        "A landline called a home telephone; office numbers are public and never reported."),
      fires: ["家庭电话：⟦0571-85123456⟧", "住宅固定电话 ⟦+86-571-85123456⟧"],
      staysQuiet: ["咨询电话：0571-85123456", "传真：（010）65123456"]),
    rule(
      .bankCard, Message("银行卡号", "bank card number"), .block, basis: sensitive,
      explanation: Message(
        "个人银行账户（发卡行识别码、长度、校验位均相符，或文字称为存折、账号）。金融账户属敏感个人信息，公示一般只保留后4位。单位账户不报告。",
        "A personal bank account. Financial accounts are sensitive personal information; accounts of offices and firms are left alone."
      ),
      fires: ["补贴发放至王芳的银行卡⟦6222021000000123454⟧", "工资卡⟦6222 0210 0000 0123 454⟧"],
      staysQuiet: [
        "户名：某某市财政局，账号：6222021000000123454", "订单编号6222021000000123454", "账号34565412685715881290",
      ]),
    rule(
      .email, Message("个人邮箱", "personal e-mail address"), .warning, basis: personal,
      explanation: Message(
        "个人电子邮箱。政府邮箱、投稿和受理邮箱不报告。", "A personal mailbox; office mailboxes are left alone."),
      fires: ["写信人邮箱为⟦limin50@outlook.com⟧", "本人邮箱⟦limin50[at]163.com⟧"],
      staysQuiet: ["举报邮箱：jubao@example.gov.cn", "投稿邮箱：tougao@163.com"]),
    rule(
      .qq, Message("QQ号", "QQ number"), .warning, basis: personal,
      explanation: Message("个人QQ号；群号不报告。", "A personal QQ number; groups are left alone."),
      fires: ["楼主QQ：⟦219607075⟧", "网友⟦219607075⟧（QQ）"], staysQuiet: ["咨询QQ群：219607075"]),
    rule(
      .wechat, Message("微信号", "WeChat account"), .warning, basis: personal,
      explanation: Message(
        "个人微信号；公众号、小程序不报告。", "A personal WeChat account; public accounts are left alone."),
      fires: ["微信号 ⟦hh_lucky577⟧ 长期收药"], staysQuiet: ["微信公众号“本地宝”", "微信小程序zhengwu123"]),
  ]

  static let belongings: [Rule] = [
    rule(
      .plate, Message("机动车号牌", "number plate"), .info, basis: personal,
      explanation: Message(
        "机动车号牌；与车主姓名同现时可识别个人。", "A number plate; with the owner's name it identifies a person."),
      fires: ["举报占用消防通道车辆⟦藏KDZ6449⟧", "车主须携⟦京G·2087X⟧行驶证到场", "新能源车⟦京AD·12345⟧", "巡逻车⟦WJ京1234X⟧"],
      staysQuiet: ["京A类企业名单", "川A1项目"]),
    rule(
      .vin, Message("车辆识别代号", "vehicle identification number"), .info, basis: personal,
      explanation: Message(
        "17位车辆识别代号，校验位相符。", "A vehicle identification number with a fitting check digit."),
      fires: ["被盗抢车辆车架号⟦LBELYS1376N004761⟧"], staysQuiet: ["物料编码LBELYS1376N004762"]),
    rule(
      .ip, Message("个人网络地址", "IP address of a person"), .info, basis: personal,
      explanation: Message("用户或终端的IP地址；版本号、条款号不报告。", "The IP address of a user or device."),
      fires: ["登录地址⟦51.246.159.167⟧"], staysQuiet: ["版本 3.2.1.0 发布"]),
    rule(
      .mac, Message("设备物理地址", "hardware address"), .info, basis: personal,
      explanation: Message("终端设备的MAC地址。", "The hardware address of a device."),
      fires: ["无线网卡MAC ⟦BE:5A:81:AB:4D:03⟧"],
      staysQuiet: ["会话 5a8d5827-c150-407d-a50e-93e52577028e"]),
    rule(
      .geo, Message("个人位置坐标", "coordinates of a person"), .warning, basis: sensitive,
      explanation: Message(
        "个人的精确位置（行踪轨迹）；监测站、工程坐标不报告。", "Where a person is; stations and works are left alone."),
      fires: ["失踪人员最后定位：⟦东经104.468086，北纬25.473530⟧", "报警人位置：⟦N25°28′24″，E104°28′05″⟧"],
      staysQuiet: ["雨量站位置：东经104.468086，北纬25.473530", "拐点坐标：104°28′05″，25°28′24″"]),
  ]
}
