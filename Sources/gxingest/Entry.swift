import Arguments
import ReportModel
import SystemBridge
import TerminalText

/// From the command line to the exit code.
enum Entry {
    static func run(_ line: [String]) -> ExitCode {
        let program = Commands.program
        let lenient = program.parseLeniently(line)
        let console = Console(lenient)
        if lenient[CommonOptions.help] { return console.write(help(lenient, console)) ?? .clean }
        if lenient[CommonOptions.version] { return console.write(Version.text) ?? .clean }
        do throws(UsageProblem) {
            let arguments = try program.parse(line)
            try program.checkOperands(of: arguments)
            guard
                let command = Commands.all.first(where: { $0.definition.name == arguments.command })
                    ?? Commands.all.first
            else { return .usage }
            return try command.run(arguments, on: console)
        } catch {
            console.complain(error.message, remedy: error.remedy(program: program.name))
            return .usage
        }
    }

    private static func help(_ arguments: ParsedArguments, _ console: Console) -> String {
        let help = HelpText(Commands.program, language: console.language, width: min(console.width, 100))
        guard arguments.command != nil, let command = Commands.program.command(of: arguments) else {
            return help.ofProgram()
        }
        return help.of(command)
    }
}
