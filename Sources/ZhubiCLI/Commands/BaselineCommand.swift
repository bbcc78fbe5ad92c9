import ArgumentParser
import Synchronization
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// `zhubi baseline create|audit|prune`.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "存量内容的基线：只让新的发现不通过 · known findings of stock content; only new ones fail",
    subcommands: [BaselineCreate.self, BaselineAudit.self, BaselinePrune.self])
}

/// Which baseline a command speaks of.
struct BaselineOption: ParsableArguments {
  @Option(
    name: .long,
    help: "基线文件，默认取配置，再取 .zhubi-baseline.jsonl · the file; else that of the configuration")
  var baseline: String?

  func file(_ settings: RunSettings) -> BaselineFile {
    BaselineFile(
      path: baseline ?? settings.configuration.baseline?.value ?? BaselineFile.standardName)
  }
}

/// `zhubi baseline create`.
struct BaselineCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "记下现有的全部发现（不含原文）· write down what is found now, without any text")

  @Argument(help: "文件或文件夹 · files or folders")
  var paths: [String] = ["."]

  @Option(name: .long, help: "同 scan 的 --from · as for scan")
  var from: String = "auto"

  @Flag(name: .long, help: "覆盖已有基线，保留其中的审核结论 · replace it, keeping its judgements")
  var force = false

  @OptionGroup var option: BaselineOption
  @OptionGroup var judging: JudgingOptions

  func run() throws {
    var settings = try judging.settings()
    let words = settings.language
    let file = option.file(settings)
    settings.baselineFolder = file.folder
    var old: Baseline?
    if FileSystem.kind(of: file.path) != nil {
      guard force else {
        throw Outcome(
          status: .usage,
          complaint: words.pick(
            "\(file.shown) 已存在：用 --force 覆盖（保留审核结论），或用 baseline prune 清理",
            "\(file.shown) exists: --force replaces it (judgements are kept), baseline prune tidies it"
          ))
      }
      old = try file.read(words)
    }
    let inventory = try Inventory(paths, from: from, settings)
    if inventory.wasStopped {
      throw Outcome(status: .incomplete, complaint: words.pick("中断，未写入", "stopped; not written"))
    }
    var baseline = inventory.baseline
    for (key, entry) in old?.entries ?? [:] where baseline.entries[key] != nil {
      baseline.entries[key]?.judgement = entry.judgement
      baseline.entries[key]?.note = entry.note
    }
    try file.write(baseline, words)
    let count = baseline.entries.values.reduce(0) { $0 + $1.count }
    Console.write(
      words.pick(
        "\(file.shown)：\(inventory.scanned.count) 个文档，\(count) 处发现\n",
        "\(file.shown): \(inventory.scanned.count) document(s), \(count) finding(s)\n"))
    throw Outcome(status: inventory.sayUnread(words))
  }
}

/// `zhubi baseline prune`.
struct BaselinePrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "去掉已不存在的发现 · drop what is no longer found")

  @Argument(help: "只重查这些文件或文件夹；省略则查基线中的全部文档 · only these; else every document of it")
  var paths: [String] = []

  @Option(name: .long, help: "同 scan 的 --from · as for scan")
  var from: String = "auto"

  @OptionGroup var option: BaselineOption
  @OptionGroup var judging: JudgingOptions

  func run() throws {
    var settings = try judging.settings()
    let words = settings.language
    let file = option.file(settings)
    settings.baselineFolder = file.folder
    var baseline = try file.read(words)
    var wanted = paths
    if wanted.isEmpty {
      wanted = file.documents(of: baseline)
      guard !wanted.isEmpty || baseline.entries.isEmpty else {
        throw Outcome(
          status: .usage,
          complaint: words.pick(
            "基线中的文档一个也不在 \(FilePath.shown(file.folder))：请写明要查的路径",
            "none of its documents is below \(FilePath.shown(file.folder)): name the paths to scan")
        )
      }
    }
    guard !wanted.isEmpty else { return }
    let inventory = try Inventory(wanted, from: from, settings)
    if inventory.wasStopped {
      throw Outcome(status: .incomplete, complaint: words.pick("中断，未写入", "stopped; not written"))
    }
    let areFiles = from != "jsonl"
    let pruning = baseline.prune(found: inventory.baseline, scanned: inventory.scanned) { name in
      areFiles && FileSystem.kind(of: file.path(of: name)) == nil
    }
    baseline.tool = ZhubiVersion.current
    baseline.lexicons = inventory.baseline.lexicons
    try file.write(baseline, words)
    Console.write(
      words.pick(
        "\(file.shown)：去掉 \(pruning.removed) 条，减少 \(pruning.lowered) 条，保留 \(pruning.kept) 条\n",
        "\(file.shown): \(pruning.removed) removed, \(pruning.lowered) lowered, \(pruning.kept) kept\n"
      ))
    throw Outcome(status: inventory.sayUnread(words))
  }
}

extension BaselineFile {
  /// Where a document of the baseline is.
  func path(of document: String) -> String { FilePath.absolute(document, in: folder) }

  /// The documents that are files here and now, as people type them.
  func documents(of baseline: Baseline) -> [String] {
    Set(baseline.entries.keys.map(\.document)).sorted().map { path(of: $0) }.filter {
      FileSystem.kind(of: $0) == .file
    }.map { FilePath.shown($0) }
  }
}
