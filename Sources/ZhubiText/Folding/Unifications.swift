/// Our own context-free unifications, beyond ICU's single characters.
///
/// The table of the library, which may not read files; `dictionaries/folding/unifications.tsv` says
/// why each group stands here, and a test keeps the two equal. Each group: the standard form, then
/// its variants. ICU disagrees with itself about the first groups: its phrase rules choose another
/// form than its single characters (著作 and 着, 乾坤 and 干), and folding knows no phrases.
enum Unifications {
  static let groups = """
    干 榦 | 沉 沈 | 划 畫 画 | 只 祇 衹 | 炼 链 | 岳 嶽 | 熔 鎔 镕 | 仿 彷
    峰 峯 | 强 彊 | 针 鍼 | 庵 菴 | 污 汚 | 启 唘 | 札 剳 | 韧 靭
    考 攷 | 总 縂 | 叙 敍 | 回 囘 | 遍 徧 | 阴 隂 | 溪 谿 | 棋 碁
    并 幷 竝 | 修 脩 | 岩 嵒 | 岛 嶋 | 伞 繖 | 抬 擡 | 凳 櫈 | 图 圗
    场 塲 | 备 俻 | 夜 亱 | 学 斈 | 宝 寳 | 实 寔 | 宽 寛 | 崖 厓
    庙 庿 | 愧 媿 | 戏 戱 | 扬 敭 | 效 傚 | 旗 旂 | 时 旹 | 暖 煖
    柏 栢 | 欢 懽 | 歌 謌 | 朱 硃 | 溯 泝 遡 | 牦 犛 | 犁 犂 | 瓶 缾
    略 畧 | 疏 疎 | 皋 皐 | 睹 覩 | 瞰 矙 | 砧 碪 | 碗 椀 | 稿 稾
    筒 筩 | 糖 餹 | 绕 遶 | 罚 罸 | 翻 飜 | 耕 畊 | 船 舩 | 蒙 矇 濛
    衔 啣 | 逼 偪 | 邻 隣 | 野 埜 | 馆 舘 | 鹅 鵞 | 苏 甦 囌 | 剿 勦
    喧 諠 | 采 寀 | 携 擕 | 岁 嵗 | 国 囯 圀 | 闹 閙 | 教 敎 | 值 値
    青 靑 | 晚 晩 | 步 歩 | 德 徳 | 郎 郞 | 即 卽 | 既 旣 | 概 槪
    慎 愼 | 查 査 | 每 毎 | 俞 兪 | 亚 亜 | 冰 氷 | 处 処 | 经 経
    济 済 | 权 権 | 总 総 | 发 発 | 战 戦 | 对 対 | 边 辺 | 变 変
    图 図 | 团 団 | 劳 労 | 单 単 | 严 厳 | 营 営 | 气 気 | 归 帰
    检 検 | 验 験 | 县 県 | 广 広 | 矿 鉱 | 杂 雑 | 实 実 | 从 従
    纵 縦 | 烧 焼 | 乘 乗 | 净 浄 | 剩 剰 | 让 譲 | 粹 粋 | 醉 酔
    穗 穂 | 齐 斉 | 摄 摂 | 专 専 | 搜 捜 | 插 挿 | 巢 巣 | 藏 蔵
    脏 臓 | 续 続 | 带 帯 | 择 択 | 泽 沢 | 弹 弾 | 铸 鋳 | 厅 庁
    听 聴 | 递 逓 | 铁 鉄 | 转 転 | 传 伝 | 稻 稲 | 读 読 | 恼 悩
    脑 脳 | 霸 覇 | 拜 拝 | 废 廃 | 卖 売 | 拔 抜 | 拂 払 | 佛 仏
    铺 舗 | 丰 豊 | 满 満 | 默 黙 | 译 訳 | 药 薬 | 摇 揺 | 样 様
    赖 頼 | 览 覧 | 龙 竜 | 两 両 | 猎 猟 | 垒 塁 | 灵 霊 | 龄 齢
    龟 亀 | 圆 円 | 盐 塩 | 应 応 | 樱 桜 | 价 価 | 假 仮 | 绘 絵
    坏 壊 | 怀 懐 | 扩 拡 | 壳 殻 | 觉 覚 | 乐 楽 | 劝 勧 | 卷 巻
    欢 歓 | 观 観 | 陷 陥 | 牺 犠 | 戏 戯 | 据 拠 | 举 挙 | 晓 暁
    驱 駆 | 勋 勲 | 薰 薫 | 惠 恵 | 揭 掲 | 溪 渓 | 萤 蛍 | 轻 軽
    继 継 | 鸡 鶏 | 击 撃 | 剑 剣 | 圈 圏 | 俭 倹 | 险 険 | 显 顕
    黑 黒 | 碎 砕 | 剂 剤 | 栈 桟 | 赞 賛 | 齿 歯 | 儿 児 | 释 釈
    舍 舎 | 收 収 | 兽 獣 | 肃 粛 | 户 戸 | 吴 呉 | a ɑ | g ɡ
    """

  /// (variant, standard) in the order of the table.
  static var pairs: [(variant: UInt32, standard: UInt32)] {
    groups.split(whereSeparator: { $0 == "|" || $0 == "\n" }).flatMap { group in
      let forms = group.unicodeScalars.filter { $0 != " " }.map(\.value)
      return forms.dropFirst().map { (variant: $0, standard: forms[0]) }
    }
  }
}
