import Arguments
import Export
import ReportModel

/// `gxingest schema`: the JSON Schema of what `--format json` prints.
enum SchemaCommand: Command {
    static let definition = CommandDefinition(
        name: "schema",
        summary: LocalisedText(
            chinese: "输出 JSON 结果的 JSON Schema", english: "print the JSON Schema of --format json"))

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        console.write(ReportJSON.schema + "\n") ?? .clean
    }
}
