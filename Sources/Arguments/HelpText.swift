public import ReportModel
private import TerminalText

/// The help that `--help` prints, made from the definitions.
public struct HelpText: Sendable {
    private let program: ProgramDefinition
    private let language: Language
    /// Columns to fill, at most.
    private let width: Int

    public init(_ program: ProgramDefinition, language: Language, width: Int) {
        self.program = program
        self.language = language
        self.width = max(width, 40)
    }

    /// Help for the program as a whole, where no command was named: its commands, and the options of the first.
    public func ofProgram() -> String {
        guard let first = program.commands.first else { return "" }
        let names = program.commands.map { ($0.name, $0.summary[language]) }
        return [
            paragraph(program.summary[language]),
            usage(first, named: false)
                + (program.commands.count > 1 ? usageLine("\(program.name) COMMAND … --help", isFirst: false) : ""),
            section(words("命令", "Commands"), names),
            section(words("选项", "Options"), first.options.map(row)),
            section(words("通用选项", "Common options"), program.commonOptions.map(row)),
            examples(first),
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    public func of(_ command: CommandDefinition) -> String {
        [
            paragraph(command.summary[language]),
            usage(command, named: true),
            paragraph(command.discussion[language]),
            section(words("选项", "Options"), command.options.map(row)),
            section(words("通用选项", "Common options"), program.commonOptions.map(row)),
            examples(command),
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func words(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[language]
    }

    private func paragraph(_ text: String) -> String {
        text.isEmpty ? "" : text.wrapped(to: width).map { $0 + "\n" }.joined()
    }

    private func usage(_ command: CommandDefinition, named: Bool) -> String {
        let parts = [program.name, named ? command.name : "", command.operands.usage, words("[选项]", "[OPTIONS]")]
        return usageLine(parts.filter { !$0.isEmpty }.joined(separator: " "), isFirst: true)
    }

    private func usageLine(_ line: String, isFirst: Bool) -> String {
        let label = words("用法：", "Usage: ")
        return (isFirst ? label : String(repeating: " ", count: label.displayWidth)) + line + "\n"
    }

    /// `-o, --output PATH`
    private func row(_ option: OptionDefinition) -> (String, String) {
        let letter = option.letter.map { "-\($0), " } ?? "    "
        let value = option.value.map { " \($0.placeholder)" } ?? ""
        return (letter + option.spelling + value, option.help[language])
    }

    private func section(_ title: String, _ rows: [(String, String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let column = min(rows.map { $0.0.displayWidth }.max() ?? 0, 30) + 4
        var text = title + (language == .chinese ? "：\n" : ":\n")
        for (name, help) in rows {
            var lines = help.wrapped(to: width - column)[...]
            let start = "  " + name
            if start.displayWidth + 2 <= column {
                text += start.padded(to: column) + (lines.popFirst() ?? "") + "\n"
            } else {
                text += start + "\n"
            }
            for line in lines { text += String(repeating: " ", count: column) + line + "\n" }
        }
        return text
    }

    private func examples(_ command: CommandDefinition) -> String {
        guard !command.examples.isEmpty else { return "" }
        var text = words("例：\n", "Examples:\n")
        for example in command.examples {
            text += "  \(example.line)\n"
            for line in example.purpose[language].wrapped(to: width - 6) { text += "      \(line)\n" }
        }
        return text
    }
}
