import Arguments
import Messages
import ReportModel
import SystemBridge
import Workers

/// `gxingest worker`: reads documents for other programs, one JSON object a line in, one a line out.
enum WorkerCommand: Command {
    static let definition = CommandDefinition(
        name: "worker",
        summary: LocalisedText(
            chinese: "供其他程序调用：标准输入每行一个 JSON 请求，每个请求恰好回一行",
            english: "serve other programs: one JSON request a line on standard input, one line back for each"),
        discussion: LocalisedText(
            chinese: """
                请求：{"id": 任意, "path": "a.pdf"}，或 {"id": 任意, "bytes": BASE64, "source": "a.pdf"}；可加 "pages"、"passwords"。\
                回答：{"id", "exit_code", "reports"} 或 {"id", "exit_code", "error"}。文档无论做什么，都不影响下一个请求。
                """,
            english: """
                A request is {"id": anything, "path": "a.pdf"} or {"id": anything, "bytes": BASE64, "source": "a.pdf"}, \
                with "pages" and "passwords" where needed; an answer {"id", "exit_code", "reports"} or \
                {"id", "exit_code", "error"}. Whatever a document does, the next request is answered.
                """),
        options: WorkerOptions.all,
        examples: [
            Example(
                #"echo '{"id": 1, "path": "report.pdf"}' | gxingest worker"#,
                LocalisedText(chinese: "读取一份报告", english: "read a report"))
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        Process.exitOnInterrupt()
        let launch = WorkerOptions.launch(arguments, method: .spawning(program: WorkerLaunch.thisProgram))
        var answering = WorkerAnswering(ConfinedReader(launch), language: console.language)
        let lines = LineReader(.standardInput(), limit: WorkerAnswering.lineLimit)
        do throws(SystemError) {
            while let line = try lines.next() {
                if let end = console.write(answering.answer(to: line) + "\n") { return end }
                // Nothing can be read here: every further answer would be the same.
                if let failure = answering.unusable {
                    console.complain(failure.message, remedy: failure.remedy)
                    return .machine
                }
            }
            return .clean
        } catch {
            console.complain(
                LocalisedText(
                    chinese: "标准输入读不出来（\(error.words)）", english: "standard input cannot be read (\(error.words))"))
            return .input
        }
    }
}
