import Arguments
import Messages
import ReportModel
import SystemBridge
import TerminalText

/// Where the program speaks: data to standard output, everything else to standard error.
struct Console: Sendable {
    let language: Language
    private(set) var isQuiet: Bool
    /// For standard output.
    let paint: Paint
    /// Columns to fill: the terminal's, else enough for a page of text.
    let width: Int

    init(_ arguments: ParsedArguments) {
        language = arguments[CommonOptions.language] ?? Language(environment: Environment.value)
        isQuiet = arguments[CommonOptions.quiet]
        let isColoured =
            switch arguments[CommonOptions.colour] ?? .auto {
            case .always: true
            case .never: false
            case .auto:
                Terminal.isTerminal(.output) && Environment.value("NO_COLOR") == nil
                    && Environment.value("TERM") != "dumb"
            }
        paint = Paint(isColoured: isColoured)
        width = Terminal.columns(.output) ?? 100
    }

    /// The same without hints.
    var silent: Console {
        var silent = self
        silent.isQuiet = true
        return silent
    }

    /// Says what went wrong, and what to do about it.
    func complain(_ message: LocalisedText, about subject: String? = nil, remedy: LocalisedText? = nil) {
        let colon = language == .chinese ? "：" : ": "
        var text = Commands.program.name + colon
        if let subject { text += subject.printable + colon }
        text += message[language].printable + "\n"
        if let remedy { text += "  " + remedy[language].printable + "\n" }
        Output.write(text, toError: true)
    }

    func complain(_ failure: ReadFailure, about source: String) {
        complain(failure.message, about: source, remedy: failure.remedy)
    }

    /// Something worth knowing that is no error.
    func hint(_ message: LocalisedText) {
        guard !isQuiet else { return }
        Output.write(message[language].printable + "\n", toError: true)
    }

    /// Writes data. A reader that has gone away has had enough: that is no error.
    ///
    /// - Returns: nil, or how the program must end.
    func write(_ text: String) -> ExitCode? {
        do throws(SystemError) {
            try Output.write(bytes: text.utf8)
            return nil
        } catch {
            guard error.kind != .closedPipe else { return .clean }
            complain(error, writingTo: LocalisedText(chinese: "标准输出", english: "standard output")[language])
            return .input
        }
    }

    func complain(_ error: SystemError, writingTo target: String) {
        complain(
            LocalisedText(chinese: "写不进去（\(error.words)）", english: "cannot be written (\(error.words))"),
            about: target,
            remedy: error.kind == .noSpace
                ? LocalisedText(chinese: "请腾出磁盘空间，再运行一次", english: "Make room on the disk and run it again.")
                : LocalisedText(
                    chinese: "请检查文件夹是否存在、是否有写入权限",
                    english: "Check that the folder is there and may be written to."))
    }
}

extension Language {
    /// The first of these variables that is set decides, as everywhere.
    init(environment: (String) -> String?) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first ?? ""
        self = locale.hasPrefix("zh") ? .chinese : .english
    }
}
