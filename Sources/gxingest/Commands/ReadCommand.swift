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
    static let figuresOnly = Flag(
        "figures-only",
        help: LocalisedText(
            chinese: "扫描页只读表格，不读正文：快得多", english: "leave the prose of scanned pages unread: much faster"))

    static let jobs = Option<Int>(
        number: "jobs", letter: "j", placeholder: "N", in: 1...64,
        help: LocalisedText(
            chinese: "同时识别的扫描页数（默认 1）；结果不变，内存随之增加",
            english: "scanned pages to read at the same time (default 1); the same result, more memory"))

    static let definition = CommandDefinition(
        name: "read",
        summary: LocalisedText(
            chinese: "读出报告的数据、正文和问题（默认命令）", english: "read reports: figures, text and findings (the default)"),
        discussion: LocalisedText(
            chinese: "FILE 是 PDF、网页、Word 文档（DOCX）、文本文件或扫描图片，类型按内容识别；- 表示标准输入。",
            english:
                "FILE is a PDF, a web page, a Word document (DOCX), a text file or a scanned picture, told by its content; - is standard input."
        ),
        operands: .files,
        options: [
            format.definition, DocumentOptions.output.definition, DocumentOptions.pages.definition,
            DocumentOptions.passwordFile.definition, figuresOnly.definition, jobs.definition,
            DocumentOptions.byteOrderMark.definition,
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
        guard let passwords = DocumentOptions.passwords(request.passwordFile, console) else { return .input }
        let settings = ReadingSettings(
            pages: request.pages, passwords: passwords, figuresOnly: request.figuresOnly, jobs: request.jobs,
            keepsTables: request.format.showsTables)
        // Nothing but the arguments is in memory yet, and there is one thread: a copy of this process will do.
        let reader = ConfinedReader(WorkerOptions.launch(arguments, method: .forking))
        return ReadRun(request: request, settings: settings, reader: reader, console: console).run()
    }
}

/// What can be printed of a report.
enum OutputFormat: String, CaseIterable, Sendable {
    case summary, csv, json, text

    /// The tables as found are in it, and not the form's figures alone.
    var showsTables: Bool { self == .json || self == .text }

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
    var jobs: Int
    var byteOrderMark: Bool

    init(_ arguments: ParsedArguments, isTerminal: Bool) throws(UsageProblem) {
        sources = arguments.operands
        output = arguments[DocumentOptions.output]
        pages = arguments[DocumentOptions.pages]
        passwordFile = arguments[DocumentOptions.passwordFile]
        figuresOnly = arguments[ReadCommand.figuresOnly]
        jobs = arguments[ReadCommand.jobs] ?? 1
        byteOrderMark = arguments[DocumentOptions.byteOrderMark]
        format =
            arguments[ReadCommand.format]
            ?? output.map { OutputFormat(extensionOf: $0) ?? .csv }
            ?? (isTerminal ? .summary : .csv)
        try DocumentOptions.check(byteOrderMark: byteOrderMark, format: format)
        try DocumentOptions.check(sources, output: output, alsoRead: [passwordFile])
    }
}
