import Arguments
import ReportModel

/// `gxingest completions SHELL`: what makes a shell complete the commands and options.
enum CompletionsCommand: Command {
    static let definition = CommandDefinition(
        name: "completions",
        summary: LocalisedText(
            chinese: "输出 bash、zsh 或 fish 的补全脚本", english: "print the completion script for bash, zsh or fish"),
        operands: Operands(
            "SHELL", count: 1...1, completion: .words(Completions.Shell.allCases.map(\.rawValue))),
        examples: [
            Example(
                "gxingest completions bash > ~/.local/share/bash-completion/completions/gxingest",
                LocalisedText(chinese: "为 bash 安装补全", english: "install it for bash"))
        ])

    static func run(_ arguments: ParsedArguments, on console: Console) throws(UsageProblem) -> ExitCode {
        let name = arguments.operands.first ?? ""
        guard let shell = Completions.Shell(rawValue: name) else {
            throw .conflict(
                LocalisedText(chinese: "没有为“\(name)”准备的补全脚本", english: "there is no completion script for “\(name)”"),
                remedy: LocalisedText(chinese: "可选：bash、zsh、fish", english: "There is one for bash, zsh and fish."))
        }
        let script = Completions.script(for: shell, of: Commands.program, language: console.language)
        return console.write(script) ?? .clean
    }
}
