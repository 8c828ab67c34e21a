import Arguments
import ReportModel

/// The options that every command takes.
enum CommonOptions {
    enum Colour: String, CaseIterable, Sendable {
        case auto, always, never
    }

    static let help = Flag(
        "help", letter: "h", help: LocalisedText(chinese: "显示帮助", english: "show this help"))
    static let version = Flag(
        "version", letter: "V",
        help: LocalisedText(chinese: "显示本程序和所用库的版本", english: "show the versions of the program and its libraries"))
    static let quiet = Flag(
        "quiet", letter: "q",
        help: LocalisedText(chinese: "只报告错误，不显示进度和提示", english: "say nothing but errors: no progress, no hints"))
    static let language = Option<Language>(
        choice: "lang", placeholder: "LANG",
        help: LocalisedText(
            chinese: "界面语言：zh 或 en（默认依 LC_ALL、LC_MESSAGES、LANG）",
            english: "language of messages, zh or en (default: from LC_ALL, LC_MESSAGES, LANG)"))
    static let colour = Option<Colour>(
        choice: "color", placeholder: "WHEN",
        help: LocalisedText(
            chinese: "颜色：auto（默认，仅在终端上，且未设 NO_COLOR）、always、never",
            english: "colours: auto (default: on a terminal, unless NO_COLOR is set), always, never"))

    static let all = [
        help.definition, version.definition, quiet.definition, language.definition, colour.definition,
    ]
}
