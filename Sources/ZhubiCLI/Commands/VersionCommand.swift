import ArgumentParser
import Zhubi
import ZhubiDetection

/// `zhubi version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "版本 · versions of the tool, its lexicons and ICU")

  @Flag(name: .long, help: "词库、ICU、格式 · lexicons, ICU, formats")
  var verbose = false

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var language: LanguageOption

  func run() throws {
    Console.write("zhubi \(ZhubiVersion.current)\n")
    guard verbose else { return }
    let opened = try lexicon.open(language.value)
    Console.write("\(Lexicon.formatSignature)\n")
    for pack in opened.packs { Console.write("\(pack.id) \(pack.version)\n") }
    Console.write("\(opened.entryCount) entries, \(opened.size) bytes\n")
    Console.write("windows of 8 MiB above 16 MiB; at most 10000 findings a document\n")
  }
}
