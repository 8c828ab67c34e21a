import Arguments
import Export
import Pipeline
import Readers
import ReportModel
import SystemBridge
import Workers

/// `gxingest FILE…`: reads documents and prints what they say.
enum ReadCommand: Command {
    static let format = Option<OutputFormat>(
        choice: "format", letter: "f", placeholder: "FORMAT",
        help: LocalisedText(
            chinese: "输出格式：\(OutputFormat.list)（默认：终端上为 summary；-o 按扩展名；否则 csv）",
            english:
                "what to print: \(OutputFormat.list) (default: summary on a terminal, after the name with -o, else csv)"
        ))
    static let output = Option(
        path: "output", letter: "o",
        help: LocalisedText(
            chinese: "写入文件而不是标准输出；要么写全，要么不动原文件",
            english: "write there instead of to standard output; whole, or not at all"))
    static let pages = Option<PageSelection>(
        "pages", placeholder: "PAGES",
        help: LocalisedText(chinese: "只读这些页，例如 1-3,5", english: "read these pages only, as in 1-3,5"),
        expectation: LocalisedText(
            chinese: "页码从 1 开始，例如 1-3,5 或 7-", english: "pages count from 1, as in 1-3,5 or 7-"),
        read: { PageSelection($0) })
    static let passwordFile = Option(
        path: "password-file", placeholder: "FILE",
        help: LocalisedText(
            chinese: "加密文档的密码，每行一个，逐个尝试", english: "passwords for encrypted documents, one a line, tried in turn"))
    static let figuresOnly = Flag(
        "figures-only",
        help: LocalisedText(
            chinese: "扫描页只读表格，不读正文：快得多", english: "leave the prose of scanned pages unread: much faster"))
    static let byteOrderMark = Flag(
        "bom",
        help: LocalisedText(
            chinese: "CSV 开头加字节顺序标记，供 Excel 和 WPS 识别编码",
            english: "begin the CSV with a byte-order mark, for Excel and WPS"))

    static let definition = CommandDefinition(
        name: "read",
        summary: LocalisedText(
            chinese: "读出报告的数据、正文和问题（默认命令）", english: "read reports: figures, text and findings (the default)"),
        discussion: LocalisedText(
            chinese: "FILE 是 PDF 或文本文件，类型按内容识别；- 表示标准输入。",
            english: "FILE is a PDF or a text file, told by its content; - is standard input."),
        operands: .files,
        options: [
            format.definition, output.definition, pages.definition, passwordFile.definition, figuresOnly.definition,
            byteOrderMark.definition,
        ] + WorkerOptions.all,
        examples: [
            Example(
                "gxingest report.pdf", LocalisedText(chinese: "在终端里看一份报告", english: "look at a report in the terminal")),
            Example(
                "gxingest *.pdf -o figures.csv",
                LocalisedText(chinese: "把多份报告的数据汇成一个 CSV", english: "the figures of many reports as one CSV")),
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        let request = try ReadRequest(arguments, isTerminal: Terminal.isTerminal(.output))
        Process.exitOnInterrupt()
        var settings = ReadingSettings(pages: request.pages, figuresOnly: request.figuresOnly)
        if let path = request.passwordFile {
            do throws(ReadFailure) {
                settings.passwords = Passwords.lines(of: try SourceFile.bytes(of: path))
            } catch {
                console.complain(error, about: path)
                return .input
            }
        }
        // Nothing but the arguments is in memory yet, and there is one thread: a copy of this process will do.
        let reader = ConfinedReader(WorkerOptions.launch(arguments, method: .forking))
        return ReadRun(request: request, settings: settings, reader: reader, console: console).run()
    }
}

/// What can be printed of a report.
enum OutputFormat: String, CaseIterable, Sendable {
    case summary, csv, json, text

    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// What a file's name asks for.
    init?(extensionOf path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        switch path[path.index(after: dot)...].lowercased() {
        case "csv": self = .csv
        case "json", "ndjson", "jsonl": self = .json
        case "txt", "md": self = .text
        default: return nil
        }
    }
}

/// What `read` was asked for, checked.
struct ReadRequest: Sendable {
    var sources: [String]
    var format: OutputFormat
    var output: String?
    var pages: PageSelection?
    var passwordFile: String?
    var figuresOnly: Bool
    var byteOrderMark: Bool

    init(_ arguments: ParsedArguments, isTerminal: Bool) throws(UsageProblem) {
        sources = arguments.operands
        output = arguments[ReadCommand.output]
        pages = arguments[ReadCommand.pages]
        passwordFile = arguments[ReadCommand.passwordFile]
        figuresOnly = arguments[ReadCommand.figuresOnly]
        byteOrderMark = arguments[ReadCommand.byteOrderMark]
        format =
            arguments[ReadCommand.format]
            ?? output.map { OutputFormat(extensionOf: $0) ?? .csv }
            ?? (isTerminal ? .summary : .csv)
        if byteOrderMark, format != .csv {
            throw .conflict(
                LocalisedText(
                    chinese: "--bom 只用于 CSV，而输出格式是 \(format.rawValue)",
                    english: "--bom is for CSV, and the format is \(format.rawValue)"),
                remedy: LocalisedText(
                    chinese: "请去掉 --bom，或加上 --format csv", english: "Leave out --bom, or add --format csv."))
        }
        if let output, sources.contains(output) {
            throw .conflict(
                LocalisedText(
                    chinese: "输出会覆盖输入文件 \(output)", english: "the output would overwrite the input \(output)"),
                remedy: LocalisedText(chinese: "请换一个输出文件名", english: "Give the output another name."))
        }
        if sources.count(where: { $0 == "-" }) + (passwordFile == "-" ? 1 : 0) > 1 {
            throw .conflict(
                LocalisedText(chinese: "标准输入只能读一次", english: "standard input can be read once only"),
                remedy: LocalisedText(chinese: "请只写一个 -", english: "Write - once."))
        }
    }
}

enum Passwords {
    /// One a line; an empty line is no password.
    static func lines(of bytes: [UInt8]) -> [String] {
        bytes.split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
    }
}
