import Arguments
import Batch
import Export
import Pipeline
import Readers
import ReportModel
import Review
import SoupBridge
import SystemBridge
import Workers

/// `gxingest review TARGET`: has people look at what is not proven.
enum ReviewCommand: Command {
    static let port = Option<Int>(
        number: "port", in: 0...65_535,
        help: LocalisedText(chinese: "端口（默认由系统选一个空闲的）", english: "the port (default: any that is free)"))
    static let noBrowser = Flag(
        "no-browser", help: LocalisedText(chinese: "只显示网址，不打开浏览器", english: "print the address and open no browser"))
    static let idle = Option<Int>(
        number: "idle", placeholder: "MINUTES", in: 1...1440,
        help: LocalisedText(
            chinese: "没有页面打开时，这么多分钟后结束（默认 30）", english: "end after so many minutes without a page open (default 30)"))
    static let log = Option(
        path: "log", placeholder: "FILE",
        help: LocalisedText(
            chinese: "核对记录（默认 TARGET.review.jsonl，批量结果为 DIR/review.jsonl）",
            english: "the log of decisions (default: TARGET.review.jsonl, for a batch DIR/review.jsonl)"))
    static let export = Option(
        path: "export", placeholder: "FILE",
        help: LocalisedText(
            chinese: "不打开页面，把核对后的数据写成 .csv、.json 或 .xlsx",
            english: "open no page; write the reviewed figures as .csv, .json or .xlsx"))
    static let report = Option(
        path: "report", placeholder: "FILE",
        help: LocalisedText(
            chinese: "不打开页面，写一个可以转发的 .html，供别人核对",
            english: "open no page; write an .html to send on, in which others can decide"))
    static let apply = Option(
        path: "apply", placeholder: "FILE", repeats: true,
        help: LocalisedText(chinese: "收进从转发页面存回的决定", english: "take in the decisions that came back from such a page"))

    static let definition = CommandDefinition(
        name: "review",
        summary: LocalisedText(
            chinese: "在浏览器里核对存疑的数据", english: "look at the figures in doubt, in the browser"),
        discussion: LocalisedText(
            chinese: "TARGET 是文档、本程序输出的 JSON 或 CSV，或 batch 的结果文件夹。每个决定立即写入记录。页面只在本机可见，Ctrl-C 结束。",
            english:
                "TARGET is a document, our JSON or CSV, or a batch's folder. Every decision goes into the log at once. The page can be seen on this machine only; Ctrl-C ends it."
        ),
        operands: Operands("TARGET", count: 1...1),
        options: [
            port.definition, noBrowser.definition, idle.definition, log.definition, export.definition,
            report.definition, apply.definition, DocumentOptions.passwordFile.definition,
        ] + WorkerOptions.all,
        examples: [
            Example("gxingest review scan.pdf", LocalisedText(chinese: "核对一份扫描件", english: "a scan")),
            Example(
                "gxingest review results --export reviewed.xlsx",
                LocalisedText(chinese: "写出核对后的数据", english: "write the reviewed figures")),
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        let target = arguments.operands.first ?? ""
        if target == "-" {
            throw .conflict(
                LocalisedText(chinese: "标准输入不能核对", english: "standard input cannot be reviewed"),
                remedy: LocalisedText(chinese: "请先存成文件", english: "Save it as a file first."))
        }
        if let path = arguments[export], ReviewRun.Format(path) == nil {
            throw .conflict(
                LocalisedText(chinese: "不知道 \(path) 是什么格式", english: "\(path) is of no known format"),
                remedy: LocalisedText(chinese: "请用 .csv、.json 或 .xlsx", english: "End it in .csv, .json or .xlsx."))
        }
        guard let passwords = DocumentOptions.passwords(arguments[DocumentOptions.passwordFile], console) else {
            return .input
        }
        // Reports by the thousand may be in memory when a worker has to be started anew.
        let launch = WorkerOptions.launch(arguments, method: WorkerLaunch().method)
        return ReviewRun(
            target: target, arguments: arguments, settings: ReadingSettings(passwords: passwords), launch: launch,
            reader: ConfinedReader(launch),
            console: console
        ).run()
    }
}
