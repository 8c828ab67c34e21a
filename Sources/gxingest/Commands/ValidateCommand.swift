import Arguments
import Export
import Readers
import ReportModel
import SystemBridge
import Validation
import Workers

/// `gxingest validate FILE…`: what is doubtful in reports, or in figures from elsewhere.
enum ValidateCommand: Command {
    static let format = Option<FindingsFormat>(
        choice: "format", letter: "f", placeholder: "FORMAT",
        help: LocalisedText(
            chinese: "输出格式：summary、csv、json（默认：终端上为 summary；-o 按扩展名；否则 csv）",
            english:
                "what to print: summary, csv, json (default: summary on a terminal, after the name with -o, else csv)"
        ))
    static let rule = rules(
        "rule", help: LocalisedText(chinese: "只用这些规则（可用逗号分隔、可重复）", english: "these rules only (commas, or again)"))
    static let ignore = rules(
        "ignore", help: LocalisedText(chinese: "不用这些规则（可用逗号分隔、可重复）", english: "not these rules (commas, or again)"))
    static let series = Flag(
        "series",
        help: LocalisedText(
            chinese: "再把同一机关的各年度报告逐年对照", english: "also compare the reports of each office year against year"))
    static let dismissed = Option(
        path: "dismissed", placeholder: "FILE",
        help: LocalisedText(
            chinese: "已排除的问题：每行一个指纹和理由",
            english: "findings that were dismissed: a fingerprint and the reason, one a line"))
    static let dismiss = Option<String>(
        "dismiss", placeholder: "FINGERPRINT",
        help: LocalisedText(
            chinese: "把这个问题记入 --dismissed 的文件，理由由 --reason 给出",
            english: "add this finding to the file of --dismissed, for the reason that --reason gives"),
        expectation: LocalisedText(
            chinese: "指纹是 16 位十六进制数，列在每个问题旁边",
            english: "a fingerprint has 16 hexadecimal digits and stands beside each finding"),
        read: { Dismissals.isFingerprint($0) ? $0 : nil })
    static let reason = Option(
        text: "reason", placeholder: "TEXT",
        help: LocalisedText(chinese: "排除的理由", english: "why the finding is dismissed"))

    static let definition = CommandDefinition(
        name: "validate",
        summary: LocalisedText(
            chinese: "核对报告里的勾稽关系、表式、文字与历年数据",
            english: "check reports: sums, form, text against tables, year against year"),
        discussion: LocalisedText(
            chinese: """
                FILE 是报告文档（这里也读工作簿 XLSX、ODS 里的表格）、含报告的文件夹、本程序输出的 JSON 或 CSV，或者别处来的 CSV、XLSX、ODS（至少有 table,row,column,value 四列，代码同本程序的 CSV）。
                全部规则见 gxingest rules。
                """,
            english: """
                FILE is a document (here the forms in workbooks, XLSX and ODS, are read, too), a folder of \
                them, JSON or CSV that this program wrote, or CSV, XLSX or ODS from elsewhere: the \
                columns table, row, column, value at least, with the names that this program's CSV uses. All rules: \
                gxingest rules.
                """),
        operands: .files,
        options: [
            format.definition, DocumentOptions.output.definition, DocumentOptions.byteOrderMark.definition,
            rule.definition,
            ignore.definition, series.definition, dismissed.definition, dismiss.definition, reason.definition,
            DocumentOptions.passwordFile.definition,
        ] + WorkerOptions.all,
        examples: [
            Example(
                "gxingest validate report.pdf", LocalisedText(chinese: "核对一份报告", english: "check one report")),
            Example(
                "gxingest validate --series reports/ -o findings.csv",
                LocalisedText(chinese: "逐年对照一个文件夹里的报告", english: "compare a folder of reports year against year")),
            Example(
                "gxingest validate report.pdf --dismissed known.txt --dismiss 0f1e2d3c4b5a6978 --reason '…'",
                LocalisedText(chinese: "排除一个已查明的问题", english: "dismiss a finding that has been looked into")),
        ])

    private static func rules(_ name: String, help: LocalisedText) -> Option<[String]> {
        Option<[String]>(
            name, placeholder: "RULES", completion: .words(RuleRegistry.rules.map(\.id)), repeats: true, help: help,
            expectation: LocalisedText(
                chinese: "规则名见 gxingest rules，也可只写前半，如 prose",
                english: "the names are those of gxingest rules, or their first half, as in prose"),
            read: { text in
                let names = text.split(separator: ",").map { String($0.filter { $0 != " " }) }
                return !names.isEmpty && names.allSatisfy(RuleSelection.isKnown) ? names : nil
            })
    }

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        let request = try ValidateRequest(arguments, isTerminal: Terminal.isTerminal(.output))
        Process.exitOnInterrupt()
        // Nothing but the arguments is in memory yet, and there is one thread: a copy of this process will do.
        let reader = ConfinedReader(WorkerOptions.launch(arguments, method: .forking))
        return ValidateRun(request: request, reader: reader, console: console).run()
    }
}

/// What can be printed of findings.
enum FindingsFormat: String, CaseIterable, Sendable {
    case summary, csv, json

    /// What a file's name asks for.
    init?(extensionOf path: String) {
        switch OutputFormat(extensionOf: path) {
        case .csv: self = .csv
        case .json: self = .json
        case .text: self = .summary
        case .summary, nil: return nil
        }
    }
}

/// What `validate` was asked for, checked.
struct ValidateRequest: Sendable {
    /// A finding to be added to the list of dismissed ones.
    struct Dismissal: Sendable {
        var fingerprint: String
        var reason: String
    }

    var sources: [String]
    var format: FindingsFormat
    var output: String?
    var byteOrderMark: Bool
    var rules: RuleSelection
    var isSeries: Bool
    var dismissed: String?
    var dismissal: Dismissal?
    var passwordFile: String?

    init(_ arguments: ParsedArguments, isTerminal: Bool) throws(UsageProblem) {
        sources = arguments.operands
        output = arguments[DocumentOptions.output]
        format =
            arguments[ValidateCommand.format] ?? output.map { FindingsFormat(extensionOf: $0) ?? .csv }
            ?? (isTerminal ? .summary : .csv)
        byteOrderMark = arguments[DocumentOptions.byteOrderMark]
        rules = RuleSelection(
            only: arguments.all(ValidateCommand.rule).flatMap(\.self),
            ignored: arguments.all(ValidateCommand.ignore).flatMap(\.self))
        isSeries = arguments[ValidateCommand.series]
        dismissed = arguments[ValidateCommand.dismissed]
        passwordFile = arguments[DocumentOptions.passwordFile]
        let reason = arguments[ValidateCommand.reason]
        if let fingerprint = arguments[ValidateCommand.dismiss], let reason, dismissed != nil {
            dismissal = Dismissal(fingerprint: fingerprint, reason: reason)
        } else if arguments[ValidateCommand.dismiss] != nil || reason != nil {
            throw .conflict(
                LocalisedText(
                    chinese: "--dismiss、--reason、--dismissed 要一起给出",
                    english: "--dismiss, --reason and --dismissed belong together"),
                remedy: LocalisedText(
                    chinese: "例如：--dismissed known.txt --dismiss 指纹 --reason '理由'",
                    english: "As in: --dismissed known.txt --dismiss FINGERPRINT --reason 'TEXT'"))
        }
        try DocumentOptions.check(byteOrderMark: byteOrderMark, format: format)
        try DocumentOptions.check(sources, output: output, alsoRead: [dismissed, passwordFile])
    }
}
