import Zhubi
import ZhubiLanguageServer
import ZhubiReport

/// `zhubi.1`: every command with its arguments, in one language.
struct ManualPage {
  let language: Language
  let version: String

  /// The page in the `man` macros; nil when the description of the commands cannot be read.
  ///
  /// - Parameter dump: the commands as ArgumentParser describes them in JSON.
  func text(dump: String) -> String? {
    guard let root = JSON(utf8: Array(dump.utf8)), root["command"].isObject else { return nil }
    let command = root["command"]
    var page = ".TH ZHUBI 1 \"\" \"zhubi \(version)\" \"\(language.pick("朱笔手册", "Zhubi"))\"\n"
    page += section("NAME", "名称")
    page += "zhubi \\- " + line(of: command["abstract"].text ?? "") + "\n"
    page += section("SYNOPSIS", "用法")
    for one in shown(command) {
      page += ".B zhubi \(escaped(one["commandName"].text ?? ""))\n"
      page += synopsis(of: one) + "\n.br\n"
    }
    page += section("COMMANDS", "命令")
    for one in shown(command) { page += description(of: one, above: "zhubi") }
    return page + ManualNotes(language: language).text
  }

  /// The subcommands people are meant to see; `help` explains itself.
  private func shown(_ command: JSON) -> [JSON] {
    command["subcommands"].values.filter {
      $0["shouldDisplay"].flag != false && $0["commandName"] != "help"
    }
  }

  private func description(of command: JSON, above: String) -> String {
    let name = above + " " + (command["commandName"].text ?? "")
    var text = ".SS \(escaped(name))\n" + line(of: command["abstract"].text ?? "") + "\n"
    if let discussion = command["discussion"].text {
      let halves = Self.halves(of: discussion)
      let lines = language.pick(halves.chinese, halves.english).split(separator: "\n")
      text += ".PP\n.nf\n" + lines.map { escaped(String($0)) }.joined(separator: "\n") + "\n.fi\n"
    }
    for argument in arguments(of: command) {
      text += ".TP\n\\fB" + escaped(heading(of: argument)) + "\\fR\n"
      text += line(of: argument["abstract"].text ?? "")
      if let value = argument["defaultValue"].text, !value.isEmpty {
        text += language.pick("（默认 ", " (default: ") + escaped(value) + language.pick("）", ")")
      }
      text += "\n"
    }
    for one in shown(command) { text += description(of: one, above: name) }
    return text
  }

  private func arguments(of command: JSON) -> [JSON] {
    command["arguments"].values.filter {
      $0["shouldDisplay"].flag != false && $0["preferredName"]["name"] != "help"
    }
  }

  private func heading(of argument: JSON) -> String {
    let value = (argument["valueName"].text ?? "").uppercased()
    let more = argument["isRepeating"].flag == true ? "…" : ""
    switch argument["kind"].text {
    case "positional": return value + more
    case "option": return names(of: argument) + " " + value + more
    default: return names(of: argument)
    }
  }

  private func names(of argument: JSON) -> String {
    argument["names"].values.map { name in
      (name["kind"] == "long" ? "--" : "-") + (name["name"].text ?? "")
    }.joined(separator: ", ")
  }

  private func synopsis(of command: JSON) -> String {
    if !shown(command).isEmpty {
      return escaped(shown(command).compactMap { $0["commandName"].text }.joined(separator: " | "))
    }
    let positional = arguments(of: command).filter { $0["kind"] == "positional" }.map { argument in
      let name = heading(of: argument)
      return argument["isOptional"].flag == true ? "[\(name)]" : name
    }
    return escaped(
      (["[" + language.pick("选项", "options") + "]"] + positional).joined(separator: " "))
  }

  func section(_ english: String, _ chinese: String) -> String {
    ".SH \(language.pick(chinese, english))\n"
  }

  /// Help texts say everything twice, `中文 · English`; a page says it once.
  private func line(of text: String) -> String {
    let halves = Self.halves(of: text)
    return escaped(language.pick(halves.chinese, halves.english))
  }

  static func halves(of text: String) -> (chinese: String, english: String) {
    var place = text.startIndex
    while let mark = text[place...].firstIndex(of: "·") {
      let after = text.index(after: mark)
      if after < text.endIndex, text[after] == " " {
        let chinese = text[..<mark]
        var english = String(text[text.index(after: after)...])
        // Words to choose from stand before the Chinese; they belong to both.
        if let colon = chinese.firstIndex(of: "："), chinese[..<colon].contains("|"),
          chinese[..<colon].allSatisfy(\.isASCII)
        {
          english = "\(chinese[..<colon]): \(english)"
        }
        return (String(chinese.last == " " ? chinese.dropLast() : chinese), english)
      }
      place = after
    }
    return (text, text)
  }

  private func escaped(_ text: String) -> String { Self.escaped(text) }

  /// Nothing in a text may be a request of roff.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\n", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
