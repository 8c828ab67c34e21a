import Arguments
import ReportModel

/// One command of the program. A new one is a file of its own and a line in `Commands.all`.
protocol Command: SendableMetatype {
    static var definition: CommandDefinition { get }

    /// Runs it. What is wrong with its arguments is thrown; everything else is said on the console.
    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode
}

enum Commands {
    /// In the order that help lists them; the first runs when none is named.
    static let all: [any Command.Type] = [
        ReadCommand.self,
        ValidateCommand.self,
        RulesCommand.self,
        BatchCommand.self,
        StatusCommand.self,
        ExportCommand.self,
        WorkerCommand.self,
        TablesCommand.self,
        DiffCommand.self,
        ReviewCommand.self,
        SchemaCommand.self,
        CompletionsCommand.self,
    ]

    static let program = ProgramDefinition(
        name: "gxingest",
        summary: LocalisedText(
            chinese: "读出政府信息公开工作年度报告里的法定数据：每个数据要么正确，要么标明存疑。",
            english: "Reads the statutory figures out of 政府信息公开工作年度报告: each one right, or marked as in doubt."),
        commands: all.map { $0.definition }, commonOptions: CommonOptions.all)
}
