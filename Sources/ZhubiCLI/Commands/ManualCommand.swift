import ArgumentParser
import Zhubi

/// `zhubi manual`: the manual page, made from the commands themselves, so that it cannot fall behind.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "打印手册页（roff）· print the manual page (roff)",
    shouldDisplay: false)

  @OptionGroup var language: LanguageOption

  func run() throws {
    let page = ManualPage(language: language.value, version: ZhubiVersion.current)
    guard let text = page.text(dump: ZhubiCommand._dumpHelp()) else {
      throw Outcome(status: .usage, complaint: "no manual")
    }
    Console.write(text)
  }
}
