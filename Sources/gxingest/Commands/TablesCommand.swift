import Arguments
import Export
import Messages
import Pipeline
import Readers
import ReportModel
import SystemBridge
import Workers

/// `gxingest tables FILE…`: every table of any document, whether a form describes it or not.
enum TablesCommand: Command {
    static let format = Option<TablesFormat>(
        choice: "format", letter: "f", placeholder: "FORMAT",
        help: LocalisedText(
            chinese: "输出格式：json、csv、html、markdown（默认：终端上为 markdown；-o 按扩展名；否则 json）",
            english:
                "what to print: json, csv, html, markdown (default: markdown on a terminal, after the name with -o, else json)"
        ))
    static let debug = Option(
        path: "debug", placeholder: "DIR",
        help: LocalisedText(
            chinese: "把每页画成图片存入该文件夹：线条红，文字绿，单元格蓝，表头紫，跨页部分橙",
            english:
                "draw each page into this folder: lines red, text green, cells blue, heads violet, parts over pages orange"
        ))

    static let definition = CommandDefinition(
        name: "tables",
        summary: LocalisedText(chinese: "读出任何文档里的全部表格", english: "read every table of any document"),
        discussion: LocalisedText(
            chinese: "FILE 是 PDF 或图片，不必是年度报告；- 表示标准输入。跨页的表格合为一张。",
            english:
                "FILE is a PDF or a picture, no report need be in it; - is standard input. A table over several pages comes out as one."
        ),
        operands: .files,
        options: [
            format.definition, DocumentOptions.output.definition, DocumentOptions.pages.definition, debug.definition,
            DocumentOptions.passwordFile.definition, DocumentOptions.byteOrderMark.definition,
        ] + WorkerOptions.all,
        examples: [
            Example(
                "gxingest tables annex.pdf -o annex.html",
                LocalisedText(
                    chinese: "把附件里的表格存为网页，合并单元格不变", english: "the tables of an annex as a web page, spans kept")),
            Example(
                "gxingest tables annex.pdf --debug seen",
                LocalisedText(chinese: "画出程序看到的线条和单元格", english: "draw the lines and cells that the program saw")),
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        let request = try TablesRequest(arguments, isTerminal: Terminal.isTerminal(.output))
        Process.exitOnInterrupt()
        guard let passwords = DocumentOptions.passwords(request.passwordFile, console) else { return .input }
        let settings = ReadingSettings(pages: request.pages, passwords: passwords)
        if let folder = request.debug {
            do throws(SystemError) {
                try Folder.make(folder)
            } catch {
                console.complain(error, writingTo: folder)
                return .input
            }
        }
        // Nothing but the arguments is in memory yet, and there is one thread: a copy of this process will do.
        let reader = ConfinedReader(WorkerOptions.launch(arguments, method: .forking))
        return TablesRun(request: request, settings: settings, reader: reader, console: console).run()
    }
}

/// What tables can be printed as.
enum TablesFormat: String, CaseIterable, Sendable {
    case json, csv, html, markdown

    /// What a file's name asks for.
    init?(extensionOf path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        switch path[path.index(after: dot)...].lowercased() {
        case "json", "ndjson", "jsonl": self = .json
        case "csv": self = .csv
        case "html", "htm": self = .html
        case "md", "markdown", "txt": self = .markdown
        default: return nil
        }
    }
}

/// What `tables` was asked for, checked.
struct TablesRequest: Sendable {
    var sources: [String]
    var format: TablesFormat
    var output: String?
    var pages: PageSelection?
    var debug: String?
    var passwordFile: String?
    var byteOrderMark: Bool

    init(_ arguments: ParsedArguments, isTerminal: Bool) throws(UsageProblem) {
        sources = arguments.operands
        output = arguments[DocumentOptions.output]
        pages = arguments[DocumentOptions.pages]
        debug = arguments[TablesCommand.debug]
        passwordFile = arguments[DocumentOptions.passwordFile]
        byteOrderMark = arguments[DocumentOptions.byteOrderMark]
        format =
            arguments[TablesCommand.format] ?? output.map { TablesFormat(extensionOf: $0) ?? .json }
            ?? (isTerminal ? .markdown : .json)
        try DocumentOptions.check(byteOrderMark: byteOrderMark, format: format)
        try DocumentOptions.check(sources, output: output, alsoRead: [passwordFile])
        if debug != nil, sources.count > 1 {
            throw .conflict(
                LocalisedText(
                    chinese: "--debug 一次只画一份文档，而这里有 \(sources.count) 份",
                    english: "--debug draws one document at a time, and there are \(sources.count)"),
                remedy: LocalisedText(chinese: "请逐份运行", english: "Run it for each of them."))
        }
    }
}

/// One run of `tables`: document after document; what cannot be read is said and does not stop the others.
struct TablesRun {
    let request: TablesRequest
    let settings: ReadingSettings
    let reader: ConfinedReader
    let console: Console

    func run() -> ExitCode {
        var codes: [ExitCode] = []
        var printer = TablesPrinter(request.format, byteOrderMark: request.byteOrderMark)
        for source in request.sources {
            do throws(ReadFailure) {
                let found = try read(source)
                codes.append(remarks(on: found, source))
                printer.add(found.tables, source: source)
            } catch {
                codes.append(error.exitCode)
                console.complain(error, about: source)
            }
            // What goes into a file is written whole or not at all, and a web page has an end.
            if request.output == nil, request.format != .html, let end = console.write(printer.taken()) {
                return .combined(codes + [end])
            }
        }
        let rest = printer.finished()
        guard !rest.isEmpty else { return .combined(codes) }
        if let path = request.output {
            do throws(SystemError) {
                try OutputFile.write(Array(rest.utf8), to: path)
            } catch {
                console.complain(error, writingTo: path)
                codes.append(.input)
            }
        } else if let end = console.write(rest) {
            codes.append(end)
        }
        return .combined(codes)
    }

    private func read(_ source: String) throws(ReadFailure) -> DocumentTables {
        let content = try SourceFile.content(of: source)
        let progress = ProgressLine(source, console: console)
        defer { progress.clear() }
        var drawing: ReadingPipeline.Drawing?
        if let folder = request.debug {
            let console = console
            drawing = { page, png in
                let number = String(page)
                let path = "\(folder)/page-\(String(repeating: "0", count: max(0, 3 - number.count)))\(number).png"
                do throws(SystemError) {
                    try OutputFile.write(png, to: path)
                } catch {
                    console.complain(error, writingTo: path)
                }
            }
        }
        return try reader.tables(
            in: content, settings: settings, progress: { page, count in progress.show(page, of: count) },
            drawing: drawing)
    }

    /// Says what a limit cut off, and where there is nothing to print.
    private func remarks(on found: DocumentTables, _ source: String) -> ExitCode {
        var code = ExitCode.clean
        for page in found.pages {
            for warning in page.warnings {
                code = .look
                console.complain(
                    LocalisedText(
                        chinese: "第 \(page.number) 页：\(warning.message.chinese)",
                        english: "page \(page.number): \(warning.message.english)"), about: source)
            }
        }
        // What its picture shows has been read; that it shows no table need not be so.
        let held = Set(found.tables.flatMap { $0.places.compactMap(\.page) })
        for page in found.pages where page.state == .garbage && !held.contains(page.number) {
            code = .look
            console.complain(ReadFailure(.noTextLayer(page.state), page: page.number), about: source)
        }
        if found.tables.isEmpty {
            console.hint(
                LocalisedText(chinese: "\(source)：没有表格", english: "\(source): no tables"))
        }
        return code
    }
}

/// Turns tables into text, one document after the other.
struct TablesPrinter {
    private let format: TablesFormat
    private var text: String
    private var isFirst = true
    /// For a web page, which holds all documents.
    private var all: [Table] = []

    init(_ format: TablesFormat, byteOrderMark: Bool) {
        self.format = format
        text = byteOrderMark ? FiguresCSV.byteOrderMark : ""
    }

    mutating func add(_ tables: [Table], source: String) {
        switch format {
        case .json: text += TablesJSON.text(tables, source: source)
        case .html: all += tables
        case .csv, .markdown:
            guard !tables.isEmpty else { return }
            if !isFirst { text += "\n" }
            text += format == .csv ? TablesCSV.text(tables) : TablesMarkdown.text(tables)
            isFirst = false
        }
    }

    /// What there is so far.
    mutating func taken() -> String {
        defer { text = "" }
        return text
    }

    mutating func finished() -> String {
        if format == .html { text += TablesHTML.text(all) }
        return taken()
    }
}
