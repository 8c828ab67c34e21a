import Arguments
import Comparison
import Pipeline
import Readers
import ReportModel
import SystemBridge

/// `gxingest diff A B`: how two readings of a report, or two reports, differ.
enum DiffCommand: Command {
    enum Format: String, CaseIterable, Sendable {
        case text, json, html
    }

    static let format = Option<Format>(
        choice: "format", letter: "f", placeholder: "FORMAT",
        help: LocalisedText(
            chinese: "输出格式：text（默认）、json、html（默认依 -o 的扩展名）",
            english: "what to print: text (the default), json, html; after the name with -o"))
    static let years = Flag(
        "years",
        help: LocalisedText(
            chinese: "A 是上一年、B 是下一年：列出变化，以及照抄的句子",
            english: "A is last year's, B this year's: what changed, and what was copied word for word"))
    static let figures = Flag(
        "figures", help: LocalisedText(chinese: "只比数据", english: "compare the figures alone"))
    static let text = Flag("text", help: LocalisedText(chinese: "只比正文", english: "compare the text alone"))
    static let ignoreSpace = Flag(
        "ignore-space", help: LocalisedText(chinese: "不计空格和换行", english: "white space does not count"))
    static let ignorePunctuation = Flag(
        "ignore-punctuation", help: LocalisedText(chinese: "不计标点符号", english: "punctuation does not count"))

    static let definition = CommandDefinition(
        name: "diff",
        summary: LocalisedText(
            chinese: "比较两份报告或同一报告的两次识别", english: "compare two reports, or two readings of one"),
        discussion: LocalisedText(
            chinese: "A、B 可以是文档、本程序输出的 JSON 或 CSV、文本、batch 的结果文件夹，或其中一份（DIR!来源）。相同则退出码为 0，不同为 1。",
            english:
                "A and B are documents, our JSON or CSV, text dumps, a batch's folder, or one report of it (DIR!SOURCE). The exit code is 0 where they are the same and 1 where not."
        ),
        operands: Operands("A B", count: 2...2),
        options: [
            format.definition, DocumentOptions.output.definition, years.definition, figures.definition, text.definition,
            ignoreSpace.definition, ignorePunctuation.definition, DocumentOptions.passwordFile.definition,
        ] + WorkerOptions.all,
        examples: [
            Example(
                "gxingest diff scan.pdf report.pdf -o diff.html",
                LocalisedText(chinese: "扫描件与原文逐字比对，附图", english: "a scan against its original, with pictures")),
            Example(
                "gxingest diff --years 2023.pdf 2024.pdf",
                LocalisedText(chinese: "今年与去年比", english: "this year against last")),
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        let output = arguments[DocumentOptions.output]
        try DocumentOptions.check(arguments.operands, output: output)
        guard let passwords = DocumentOptions.passwords(arguments[DocumentOptions.passwordFile], console) else {
            return .input
        }
        Process.exitOnInterrupt()
        let both = arguments[figures] == arguments[text]
        let settings = ComparisonSettings(
            comparesFigures: both || arguments[figures], comparesText: both || arguments[text],
            ignoresSpace: arguments[ignoreSpace], ignoresPunctuation: arguments[ignorePunctuation],
            isYears: arguments[years])
        let format = arguments[format] ?? output.flatMap(Format.init(extensionOf:)) ?? .text
        return DiffRun(
            operands: arguments.operands, format: format, output: output, settings: settings,
            reading: ReadingSettings(passwords: passwords),
            launch: WorkerOptions.launch(arguments, method: .forking), console: console
        ).run()
    }
}

extension DiffCommand.Format {
    fileprivate init?(extensionOf path: String) {
        let name = path.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") {
            self = .html
        } else if name.hasSuffix(".json") || name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") {
            self = .json
        } else {
            return nil
        }
    }
}
