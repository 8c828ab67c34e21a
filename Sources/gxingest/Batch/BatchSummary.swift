import Batch
import Messages
import ReportModel
import SystemBridge
import TerminalText

/// What is said when a batch has ended.
struct BatchSummary {
    private let console: Console
    private let settings: BatchSettings

    init(_ console: Console, _ settings: BatchSettings) {
        self.console = console
        self.settings = settings
    }

    func tell(_ outcome: BatchOutcome) -> ExitCode {
        switch outcome {
        case .complete(let snapshot):
            tellCounts(snapshot)
            console.hint(
                LocalisedText(
                    chinese: "结果在 \(settings.folder)：figures.csv、findings.csv、documents.csv、reports.ndjson、reports/",
                    english:
                        "The results are in \(settings.folder): figures.csv, findings.csv, documents.csv, "
                        + "reports.ndjson, reports/"))
            if snapshot.failed > 0 {
                console.hint(
                    LocalisedText(
                        chinese: "失败的原因：gxingest status \(settings.folder)",
                        english: "Why some failed: gxingest status \(settings.folder)"))
            }
            return snapshot.review + snapshot.failed > 0 ? .look : .clean
        case .interrupted(let snapshot):
            tellCounts(snapshot)
            console.hint(
                LocalisedText(
                    chinese: "已中断；再运行同一条命令就接着做。已读的可以用 gxingest export \(settings.folder) 先导出",
                    english:
                        "Interrupted. The same command goes on from here; gxingest export \(settings.folder) writes "
                        + "what has been read."))
            return .interrupted
        }
    }

    private func tellCounts(_ snapshot: BatchSnapshot) {
        console.hint(
            LocalisedText(
                chinese: """
                    共 \(snapshot.done) 份（本次读 \(snapshot.fresh) 份）：无疑 \(snapshot.clean)，待看 \(snapshot.review)，\
                    失败 \(snapshot.failed)，非报告 \(snapshot.other)
                    """,
                english: """
                    \(snapshot.done) documents (\(snapshot.fresh) read now): \(snapshot.clean) clean, \
                    \(snapshot.review) to review, \(snapshot.failed) failed, \(snapshot.other) no report
                    """))
    }
}

extension Console {
    /// Says why a batch could not go on.
    func complain(_ stop: BatchStop, folder: String) -> ExitCode {
        switch stop {
        case .machine(let failure):
            complain(failure.message, remedy: failure.remedy)
            return failure.exitCode
        case .output(let error):
            complain(error, writingTo: error.path)
            return .input
        case .held(let holder):
            complain(
                LocalisedText(chinese: "另一次运行正在使用这个文件夹（\(holder)）", english: "another run has this folder (\(holder))"),
                about: folder,
                remedy: LocalisedText(
                    chinese: "请等它结束，或换一个 --out", english: "Wait for its end, or give another --out."))
            return .input
        case .ledger(let problem): return complain(problem, folder: folder)
        }
    }

    func complain(_ problem: LedgerProblem, folder: String) -> ExitCode {
        let path = "\(folder)/\(Ledger.fileName)"
        switch problem {
        case .missing:
            complain(
                LocalisedText(chinese: "这里没有台账", english: "there is no ledger here"), about: path,
                remedy: LocalisedText(
                    chinese: "请给出 gxingest batch 的 --out 文件夹",
                    english: "Give the folder that was --out of gxingest batch."))
        case .stranger:
            complain(
                LocalisedText(chinese: "这是别的程序的数据库", english: "this is another program's database"), about: path,
                remedy: LocalisedText(chinese: "请换一个 --out", english: "Give another --out."))
        case .otherVersion:
            complain(
                LocalisedText(chinese: "台账由本程序的另一版本写成", english: "another version of this program wrote the ledger"),
                about: path,
                remedy: LocalisedText(
                    chinese: "请用那个版本，或换一个 --out 重新读取",
                    english: "Use that version, or give another --out and read everything again."))
        case .database(let database): complain(database, path)
        }
        return .input
    }

    private func complain(_ problem: LedgerProblem.Database, _ path: String) {
        let remedy =
            switch problem.kind {
            case .locked:
                LocalisedText(
                    chinese: "另一个程序正在写台账；请关掉它，再运行一次",
                    english: "Another program is writing to it: close that, and run this again.")
            case .noSpace: LocalisedText(chinese: "请腾出磁盘空间，再运行一次", english: "Make room on the disk and run it again.")
            case .damaged:
                LocalisedText(
                    chinese: "请换一个 --out 重新读取；网络盘上的台账可能损坏，请放在本机磁盘上",
                    english:
                        "Give another --out and read everything again, on a local disk rather than a network drive.")
            case .notPermitted, .other:
                LocalisedText(
                    chinese: "请检查文件夹是否存在、是否有写入权限", english: "Check that the folder is there and may be written to.")
            }
        complain(
            LocalisedText(chinese: "台账不能用（\(problem.words)）", english: "the ledger cannot be used (\(problem.words))"),
            about: path, remedy: remedy)
    }
}
