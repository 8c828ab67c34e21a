import Arguments
import Batch
import Export
import Messages
import Readers
import ReportModel
import SystemBridge
import Workers

/// `gxingest batch SOURCE… --out DIR`: reads whole archives of reports, unattended.
enum BatchCommand: Command {
    static let folder = Option(
        path: "out", letter: "o", placeholder: "DIR", completion: .folder,
        help: LocalisedText(
            chinese: "结果和台账所在的文件夹；再次运行时从断点接着做",
            english: "folder of the results and the ledger; a second run goes on where the first ended"))
    static let jobs = Option<Int>(
        number: "jobs", letter: "j", placeholder: "N", in: 1...256,
        help: LocalisedText(
            chinese: "同时读取的文档数（默认 \(Machine.processors)，即处理器数）",
            english: "documents to read at the same time (default \(Machine.processors), the processors)"))
    static let from = Option(
        path: "from", placeholder: "FILE", repeats: true,
        help: LocalisedText(
            chinese: "从文件读取路径清单，每行一个；- 表示标准输入",
            english: "also the paths that this file lists, one a line; - is standard input"))
    static let passwordFile = Option(
        path: "password-file", placeholder: "FILE",
        help: LocalisedText(
            chinese: "加密文档和压缩包的密码，每行一个，逐个尝试",
            english: "passwords for encrypted documents and archives, one a line, tried in turn"))
    static let retry = Option<BatchSettings.Retry>(
        choice: "retry", placeholder: "WHAT",
        help: LocalisedText(
            chinese: "重新读取：failed（读不了的）、review（需要人看的）、all（全部）",
            english: "read again: failed (what could not be read), review (what needs a look), all"))
    static let progress = Option<BatchProgress.Style>(
        choice: "progress", placeholder: "STYLE",
        help: LocalisedText(
            chinese: "进度：auto（默认）、bar、lines、json、none，写到标准错误",
            english: "progress on standard error: auto (default), bar, lines, json, none"))

    static let definition = CommandDefinition(
        name: "batch",
        summary: LocalisedText(
            chinese: "成批读取文件夹和压缩包里的报告，可随时中断、接着做",
            english: "read folders and archives full of reports; can be stopped and goes on"),
        discussion: LocalisedText(
            chinese: """
                SOURCE 是文件、文件夹或压缩包（zip、tar、gz、bz2、xz、zst、7z、rar，可以互相嵌套）。每份文档在 documents.csv 里占一行。
                """,
            english: """
                SOURCE is a file, a folder or an archive (zip, tar, gz, bz2, xz, zst, 7z, rar, also inside each other). \
                Every document gets one line in documents.csv.
                """),
        operands: Operands("SOURCE", count: 0...Int.max),
        options: [
            folder.definition, jobs.definition, from.definition, retry.definition, passwordFile.definition,
            progress.definition,
        ] + WorkerOptions.all,
        examples: [
            Example(
                "gxingest batch 2023.zip nas/ --out results",
                LocalisedText(chinese: "读取一个压缩包和一个文件夹", english: "read an archive and a folder")),
            Example(
                "gxingest batch nas/ --out results --retry failed",
                LocalisedText(chinese: "把上次读不了的再读一遍", english: "try again what could not be read")),
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        guard let folder = arguments[folder] else {
            throw .conflict(
                LocalisedText(chinese: "没有给出 --out DIR", english: "--out DIR is missing"),
                remedy: LocalisedText(
                    chinese: "请指定放结果的文件夹，例如 --out results",
                    english: "Name a folder for the results, as in --out results."))
        }
        let names = arguments.all(from)
        guard !arguments.operands.isEmpty || !names.isEmpty else {
            throw .conflict(
                LocalisedText(chinese: "没有给出 SOURCE", english: "no SOURCE is given"),
                remedy: LocalisedText(
                    chinese: "请给出要读取的文件夹、压缩包或文件", english: "Name a folder, an archive or a file to read."))
        }
        let launch = WorkerOptions.launch(arguments, method: .spawning(program: WorkerLaunch.thisProgram))
        var settings = BatchSettings(
            sources: arguments.operands, folder: folder, jobs: arguments[jobs] ?? Machine.processors,
            program: Version.readings, worker: launch.method)
        settings.limits = launch.limits
        settings.isConfined = launch.isConfined
        settings.retry = arguments[retry]
        var lists: [PathList] = []
        do throws(ReadFailure) {
            if let path = arguments[passwordFile] {
                settings.passwords = Passwords.lines(of: try SourceFile.bytes(of: path))
            }
            for name in names { lists.append(try list(name)) }
        } catch {
            console.complain(error, about: arguments[passwordFile] ?? names.first ?? "")
            return .input
        }
        Process.countInterruptions()
        return run(settings, lists, console, arguments[progress] ?? .auto)
    }

    private static func list(_ name: String) throws(ReadFailure) -> PathList {
        do throws(SystemError) {
            return try PathList(name)
        } catch {
            throw ReadFailure(error.kind == .notFound ? .notFound : .notReadable, underlying: error.words)
        }
    }

    private static func run(
        _ settings: BatchSettings, _ lists: [PathList], _ console: Console, _ style: BatchProgress.Style
    ) -> ExitCode {
        let progress = BatchProgress(console, style: style)
        let note = ProgramNote(version: Version.program, language: console.language)
        do throws(BatchStop) {
            let outcome = try BatchSession.run(settings, lists: lists, note: note, observer: progress)
            switch outcome {
            case .complete(let snapshot): progress.finish("complete", snapshot)
            case .interrupted(let snapshot): progress.finish("interrupted", snapshot)
            }
            return BatchSummary(progress.console, settings).tell(outcome)
        } catch {
            progress.finish("stopped")
            return console.complain(error, folder: settings.folder)
        }
    }
}
