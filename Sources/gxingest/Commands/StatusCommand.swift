import Arguments
import Batch
import ReportModel

/// `gxingest status DIR`: where a batch stands.
enum StatusCommand: Command {
    static let definition = CommandDefinition(
        name: "status",
        summary: LocalisedText(
            chinese: "查看成批读取的进展：失败原因、最慢的文档、各年份", english: "show where a batch stands: failures, slow documents, years"),
        operands: Operands("DIR", count: 1...1, completion: .folder))

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        let folder = arguments.operands.first ?? ""
        do throws(LedgerProblem) {
            let status = try LedgerStatus(folder: folder)
            return console.write(StatusText(status, console).text) ?? .clean
        } catch {
            return console.complain(error, folder: folder)
        }
    }
}
