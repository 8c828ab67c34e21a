import Arguments
import Batch
import Export
import ReportModel

/// `gxingest export DIR`: what a batch has read, once more or as another kind of file.
enum ExportCommand: Command {
    static let format = Option<BatchExport.Format>(
        choice: "format", letter: "f", placeholder: "FORMAT",
        help: LocalisedText(
            chinese: "csv（默认：重写文件夹里的结果文件）、xlsx（工作簿）、sqlite（供查询分析）",
            english: "csv (default: the folder's own result files again), xlsx (a workbook), sqlite (for analysis)"))
    static let output = Option(
        path: "output", letter: "o",
        help: LocalisedText(
            chinese: "工作簿或数据库的路径（默认在 DIR 里）",
            english: "where the workbook or database goes (default: into DIR)"))

    static let definition = CommandDefinition(
        name: "export",
        summary: LocalisedText(
            chinese: "把成批读取的结果写成 CSV、Excel 工作簿或 SQLite", english: "write a batch's results as CSV, a workbook or SQLite"
        ),
        operands: Operands("DIR", count: 1...1, completion: .folder),
        options: [format.definition, output.definition],
        examples: [
            Example(
                "gxingest export results -o 2023.xlsx",
                LocalisedText(chinese: "写成 Excel 工作簿", english: "as a workbook"))
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        let folder = arguments.operands.first ?? ""
        let note = ProgramNote(version: Version.program, language: console.language)
        let output = arguments[output]
        let format = arguments[format] ?? output.flatMap(format(ofName:)) ?? .csv
        if format == .csv, output != nil {
            throw .conflict(
                LocalisedText(
                    chinese: "CSV 结果是一组文件，写在 \(folder) 里，不能用 -o",
                    english: "the CSV files go into \(folder); -o is for one file"),
                remedy: LocalisedText(
                    chinese: "请去掉 -o，或用 --format xlsx、--format sqlite",
                    english: "Leave out -o, or add --format xlsx or --format sqlite."))
        }
        do throws(BatchStop) {
            guard format != .csv else {
                try BatchExport.results(folder: folder, note: note)
                return .clean
            }
            let path = output ?? "\(folder)/gxingest.\(format.rawValue)"
            try BatchExport.file(path, as: format, of: folder, note: note)
            console.hint(LocalisedText(chinese: "已写入 \(path)", english: "written to \(path)"))
            return .clean
        } catch {
            return console.complain(error, folder: folder)
        }
    }

    private static func format(ofName path: String) -> BatchExport.Format? {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return ending == "db" ? .sqlite : BatchExport.Format(rawValue: ending)
    }
}
