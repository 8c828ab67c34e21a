import Arguments
import ReportModel
import Workers

/// The options of every command that reads documents: what a document may cost, and whether it is read in confinement.
enum WorkerOptions {
    static let timeout = Option<Int>(
        number: "timeout", placeholder: "SECONDS", in: WorkerLimits.secondsRange,
        help: LocalisedText(
            chinese: "一份文档最多占用处理器这么多秒，每个扫描页另加十分之一（默认 \(WorkerLimits.defaultSeconds)）",
            english: "seconds of processor time for a document, a tenth more for each scanned page "
                + "(default \(WorkerLimits.defaultSeconds))"))
    static let maxMemory = Option<Int>(
        number: "max-memory", placeholder: "MB", in: WorkerLimits.megabytesRange,
        help: LocalisedText(
            chinese: "读文档最多用这么多内存（默认 \(WorkerLimits.defaultMegabytes) MB）",
            english: "memory that reading may take, in MB (default \(WorkerLimits.defaultMegabytes))"))
    static let noSandbox = Flag(
        "no-sandbox",
        help: LocalisedText(
            chinese: "不隔离读取过程；只在信任这些文件、而本机不支持隔离时使用",
            english: "do not confine the reading; only for files you trust on a machine that cannot"))

    static let all = [timeout.definition, maxMemory.definition, noSandbox.definition]

    static func launch(_ arguments: ParsedArguments, method: WorkerLaunch.Method) -> WorkerLaunch {
        WorkerLaunch(
            method: method,
            limits: WorkerLimits(
                seconds: arguments[timeout] ?? WorkerLimits.defaultSeconds,
                megabytes: arguments[maxMemory] ?? WorkerLimits.defaultMegabytes),
            isConfined: !arguments[noSandbox])
    }
}
