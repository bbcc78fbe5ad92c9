/// The configuration `zhubi init` writes. Lines that begin with `#` and a letter are settings that
/// are switched off; a test switches all of them on.
enum ConfigurationTemplate {
  static let text = """
    # 朱笔配置 · configuration of Zhubi
    # 从当前文件夹向上查找；命令行选项优先。The nearest one upwards is used; options win over it.
    # 编辑器补全 for editors: zhubi config schema > zhubi.schema.json
    # 查看某个文件实际采用的设置 what holds for a file: zhubi config explain PATH

    # 体裁 the genre: official | gov-style | publicity | news | promotion | judgment | statute |
    # strict-language | all
    profile: official

    # 达到此等级即不予发布 fail at this severity: info | warning | error | block
    fail-on: error

    # 以上级单位的配置为底，只写不同之处 build on another file (relative to this one)
    #extends: ../.zhubi.yaml

    # 提示语言 language of messages: zh | en
    #language: zh

    # 判断法规、名称是否过时所用的日期，默认取文档自己的日期 the day to judge by
    #as-of: 2026-11-01

    # 某些文件夹另用体裁，后写的优先 other genres for some folders; the last that fits wins
    #profiles:
    #  - path: statutes/**
    #    profile: statute

    # 本单位词库 packs of your own
    #lexicon:
    #  - words

    # 规则的等级，或 off 关闭 severities of rules, or off
    #rules:
    #  term.internal-only: warning
    #  typo.*: error

    # 上限：超过即报告扫描不完整 limits; beyond them the scan is incomplete
    #limits:
    #  file-size: 64MiB
    #  document-size: 128MiB
    #  findings: 10000
    #  attachments:
    #    unpacked-size: 512MiB
    #    entries: 20000
    #    nesting: 6
    #    memory: 2GiB
    #    seconds: 60
    #  html:
    #    depth: 512

    # 网页中不读其可见文字的元素：标签、.类、#编号；其中隐藏的内容照读
    # elements of pages left out: tag, .class, #id; what is hidden inside is read all the same
    #html:
    #  ignore: [nav, .footer, "#breadcrumb"]

    # 不检查的文件，也可写在 .zhubiignore 中 files left out; also in .zhubiignore
    #ignore:
    #  - archive/**

    # 忽略规定：必须写明理由，最好写期限 suppressions; a reason is required, an expiry is wise
    # locked: true 表示不采用文中的 zhubi:ignore 注释 comments inside texts are not obeyed
    #suppressions:
    #  locked: false
    #  paths:
    #    - path: contacts/**
    #      rules: [term.internal-only]
    #      reason: 值班电话，依法公开
    #      until: 2099-12-31

    # 存量内容的基线，用 zhubi baseline create 建立 known findings of stock content
    #baseline: .zhubi-baseline.jsonl

    """
}
