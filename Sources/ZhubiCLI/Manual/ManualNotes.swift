import ZhubiReport

/// What a manual page says besides the commands.
struct ManualNotes {
  let language: Language

  var text: String {
    section("EXIT STATUS", "退出码", status) + section("FILES", "文件", files)
      + section("ENVIRONMENT", "环境变量", environment) + section("EXAMPLES", "例子", examples)
  }

  private func section(
    _ english: String, _ chinese: String, _ list: [(name: String, text: String)]
  ) -> String {
    var text = ".SH \(language.pick(chinese, english))\n"
    for one in list {
      text += ".TP\n\\fB\(ManualPage.escaped(one.name))\\fR\n\(ManualPage.escaped(one.text))\n"
    }
    return text
  }

  private var status: [(name: String, text: String)] {
    [
      ("0", language.pick("没有达到阈值的问题", "nothing at or above the threshold")),
      (
        "1",
        language.pick(
          "有达到阈值（--fail-on，默认 error）的问题",
          "findings at or above the threshold (--fail-on, error unless given)")
      ),
      ("2", language.pick("用法、配置或词库有误", "wrong usage, configuration or lexicon")),
      (
        "3",
        language.pick(
          "扫描不完整：有内容读不到、解不了码或未扫完；有问题时也是 3",
          "the scan is incomplete: something could not be read, decoded or finished; also when there "
            + "are findings")
      ),
    ]
  }

  private var files: [(name: String, text: String)] {
    [
      (
        ".zhubi.yaml",
        language.pick(
          "配置：自工作文件夹向上查找最近的一份；zhubi init 写一份，zhubi config schema 给出 JSON Schema",
          "the configuration: the nearest one upwards from the working folder; zhubi init writes one, "
            + "zhubi config schema prints its JSON Schema")
      ),
      (
        ".zhubiignore",
        language.pick("不检查的文件，一行一个样式", "files left out, one pattern a line")
      ),
      (
        ".zhubi-baseline.jsonl",
        language.pick("存量内容的基线", "the baseline of stock content")
      ),
    ]
  }

  private var environment: [(name: String, text: String)] {
    [
      ("ZHUBI_CONFIG", language.pick("代替向上查找的配置文件", "the configuration, instead of the nearest")),
      ("ZHUBI_CACHE", language.pick("编译后词库的缓存文件夹", "the folder of compiled lexicons")),
      (
        "LC_ALL, LC_MESSAGES, LANG",
        language.pick("没有 --language 时的语言", "the language without --language")
      ),
      ("NO_COLOR, TERM", language.pick("终端是否用颜色", "whether a terminal gets colours")),
      ("CI", language.pick("设了就不画进度", "no progress is drawn when set")),
      (
        "ZHUBI_WATCH",
        language.pick("poll：--watch 不用内核通知，每秒查看", "poll: --watch looks every second")
      ),
    ]
  }

  private var examples: [(name: String, text: String)] {
    [
      ("zhubi scan draft.md", language.pick("检查一个文件", "one file")),
      (
        "cat body.html | zhubi scan - --from html --to json",
        language.pick("由发布系统或脚本调用", "from a CMS or a script")
      ),
      ("zhubi hook install", language.pick("提交与推送之前检查", "a gate before commits and pushes")),
      ("zhubi explain personal.cn-id", language.pick("一条规则的意思", "what a rule means")),
    ]
  }
}
