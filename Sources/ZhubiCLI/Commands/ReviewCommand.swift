import ArgumentParser
import Zhubi
import ZhubiReport
import ZhubiReview

/// `zhubi review …`: the record of the three reviews.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "审核记录：核对、列出、打印 · records of the three reviews",
    subcommands: [Verify.self, List.self, Form.self])

  /// `zhubi review verify FOLDER`.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "核对记录未被改动；有改动则退出码为 1 · fails with 1 when a record was altered")

    @Argument(help: "审核记录文件夹 · the folder of records")
    var folder: String

    @Option(name: .long, help: "纸面审核表上的校验值 · the hash printed on a form")
    var head: String?

    @OptionGroup var language: LanguageOption

    func run() throws {
      let chain: ReviewChain
      do throws(ReviewFolder.Failure) {
        chain = try ReviewFolder.verify(folder, noted: head)
      } catch {
        let words = language.value.pick(error.words.chinese, error.words.english)
        if case .faulty = error { throw Outcome(status: .findings, complaint: words) }
        throw Outcome(status: .usage, complaint: words)
      }
      Console.write(
        language.value.pick(
          "\(chain.records.count) 条记录，未见改动。校验值 \(chain.head)\n",
          "\(chain.records.count) records, none altered. Hash \(chain.head)\n"))
    }
  }

  /// `zhubi review list FOLDER`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出审核件 · list the cases")

    @Argument(help: "审核记录文件夹 · the folder of records")
    var folder: String

    @OptionGroup var language: LanguageOption

    func run() throws {
      let cases = try ReviewCommand.open(folder, language.value) {
        folder throws(ReviewFolder.Failure) in try folder.cases()
      }
      for one in cases {
        let due = one.due.map(\.rawValue) ?? "done"
        Console.write(
          "\(ReviewForm.number(one.number))\t\(one.time)\t\(due)\t\(one.opening.verdict)\t"
            + "\(one.opening.document.replacing("\t", with: " ").replacing("\n", with: " "))\n")
      }
    }
  }

  /// `zhubi review form FOLDER CASE`.
  struct Form: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "form", abstract: "打印审核表（HTML）· the form of a case, to be printed")

    @Argument(help: "审核记录文件夹 · the folder of records")
    var folder: String

    @Argument(help: "编号 · the number of the case")
    var number: Int

    @Option(name: .long, help: "publication 信息发布审核表 | secrecy 保密审查表")
    var kind: String = ReviewForm.Kind.publication.rawValue

    @OptionGroup var language: LanguageOption

    func run() throws {
      guard let kind = ReviewForm.Kind(rawValue: kind) else {
        throw Outcome(status: .usage, complaint: "--kind: publication | secrecy")
      }
      let (one, head) = try ReviewCommand.open(folder, language.value) {
        folder throws(ReviewFolder.Failure) in try folder.reviewCase(number)
      }
      Console.write(ReviewForm(kind).html(one, head: head))
    }
  }

  /// Opens a folder that is there, and reads something from it.
  private static func open<T>(
    _ path: String, _ language: Language,
    _ body: (ReviewFolder) throws(ReviewFolder.Failure) -> T
  ) throws -> T {
    do throws(ReviewFolder.Failure) {
      _ = try ReviewFolder.verify(path)
      return try body(try ReviewFolder(path))
    } catch {
      throw Outcome(
        status: .usage, complaint: language.pick(error.words.chinese, error.words.english))
    }
  }
}
