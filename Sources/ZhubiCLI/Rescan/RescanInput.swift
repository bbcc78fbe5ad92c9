#if Rescan
  import Zhubi
  import ZhubiPolicy
  import ZhubiReport

  /// What a bulk run is to read.
  enum RescanInput {
    case standardInput
    case export(String)
    case archives([String])
    case folder(String)

    init(_ paths: [String], form: String, _ language: Language) throws {
      func refuse(_ chinese: String, _ english: String) -> Outcome {
        Outcome(status: .usage, complaint: language.pick(chinese, english))
      }
      guard let first = paths.first else { throw refuse("没有给出路径", "no path") }
      for path in paths where path != "-" && FileSystem.kind(of: path) == nil {
        throw refuse("没有这个文件：\(path)", "no such file: \(path)")
      }
      let areFiles = paths.allSatisfy { FileSystem.kind(of: $0) == .file }
      let areArchives = paths.allSatisfy { path in
        let name = path.lowercased()
        return name.hasSuffix(".warc") || name.hasSuffix(".warc.gz")
      }
      if areFiles, form == "warc" || form == "auto" && areArchives {
        self = .archives(paths)
        return
      }
      guard paths.count == 1 else {
        throw refuse(
          "一次只能扫描一个文件夹或导出，多个路径须都是 WARC 归档",
          "one folder or export at a time; several paths must all be web archives")
      }
      if first == "-" {
        self = .standardInput
      } else if form == "jsonl" {
        self = .export(first)
      } else if FileSystem.kind(of: first) == .folder {
        self = .folder(first)
      } else {
        throw refuse("不是文件夹：\(first)", "not a folder: \(first)")
      }
    }
  }
#endif
