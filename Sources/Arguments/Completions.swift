public import ReportModel

/// Scripts that make a shell complete the program's commands and options.
public enum Completions {
    public enum Shell: String, CaseIterable, Sendable {
        case bash, zsh, fish
    }

    public static func script(for shell: Shell, of program: ProgramDefinition, language: Language) -> String {
        switch shell {
        case .bash: bash(program)
        case .zsh: zsh(program, language)
        case .fish: fish(program, language)
        }
    }

    // MARK: bash

    private static func bash(_ program: ProgramDefinition) -> String {
        let name = program.name
        let names = program.commands.map(\.name).joined(separator: " ")
        let commands = program.commands.map { command in
            let words = program.options(of: command).map(\.spelling).joined(separator: " ")
            return
                "        \(command.name)) options='\(words)'; _\(name)_operand() { \(bashReply(command.operands.completion, name)); } ;;\n"
        }
        var seen: Set<String> = []
        let values = program.commands.flatMap { program.options(of: $0) }.compactMap { option -> String? in
            guard let value = option.value, seen.insert(option.name).inserted else { return nil }
            let spellings = [option.spelling] + (option.letter.map { ["-\($0)"] } ?? [])
            return "        \(spellings.joined(separator: "|"))) \(bashReply(value.completion, name)); return ;;\n"
        }
        // A file name may hold spaces: the answers are read line by line.
        return """
            # bash completion for \(name); put it in ~/.local/share/bash-completion/completions/\(name)
            _\(name)() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
                local commands='\(names)' command='' word options
                _\(name)_answer() { mapfile -t COMPREPLY < <(compgen "$@" -- "$current"); }
                COMPREPLY=()
                for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    if [[ " $commands " == *" $word "* ]]; then command=$word; break; fi
                    [[ $word == -* ]] || break
                done
                case $previous in
            \(values.joined())    esac
                case ${command:-\(program.commands.first?.name ?? "")} in
            \(commands.joined())    esac
                if [[ $current == -* ]]; then
                    _\(name)_answer -W "$options"
                else
                    _\(name)_operand
                    if [[ -z $command && COMP_CWORD -eq 1 ]]; then
                        COMPREPLY+=($(compgen -W "$commands" -- "$current"))
                    fi
                fi
            }
            complete -o filenames -F _\(name) \(name)

            """
    }

    private static func bashReply(_ completion: OptionValue.Completion, _ name: String) -> String {
        switch completion {
        case .nothing: ":"
        case .file: "_\(name)_answer -f"
        case .folder: "_\(name)_answer -d"
        case .words(let words): "_\(name)_answer -W '\(words.joined(separator: " "))'"
        }
    }

    // MARK: zsh

    private static func zsh(_ program: ProgramDefinition, _ language: Language) -> String {
        var text =
            "#compdef \(program.name)\n# zsh completion for \(program.name); put it in a folder of $fpath as _\(program.name)\n\n"
        for command in program.commands {
            text += "_\(program.name)_\(command.name)() {\n    _arguments -s -S \\\n"
            for option in program.options(of: command) {
                text += "        \(zshOption(option, language)) \\\n"
            }
            text += "        '*:\(command.operands.placeholder):\(zshAction(command.operands.completion))'\n}\n\n"
        }
        text += "_\(program.name)() {\n    local -a commands=(\n"
        for command in program.commands {
            text += "        '\(command.name):\(quoted(command.summary[language]))'\n"
        }
        let first = program.commands.first?.name ?? ""
        let names = program.commands.map(\.name).joined(separator: "|")
        text += """
                )
                case $words[2] in
                    \(names)) local command=$words[2]; shift words; (( CURRENT-- )); _\(program.name)_$command ;;
                    *)
                        (( CURRENT == 2 )) && _describe command commands
                        _\(program.name)_\(first)
                        ;;
                esac
            }

            _\(program.name) "$@"

            """
        return text
    }

    private static func zshOption(_ option: OptionDefinition, _ language: Language) -> String {
        let help = quoted(option.help[language])
            .replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: "\\:")
        let value = option.value.map { ":\($0.placeholder):\(zshAction($0.completion))" } ?? ""
        let star = option.repeats ? "*" : ""
        guard let letter = option.letter else { return "'\(star)\(option.spelling)[\(help)]\(value)'" }
        let exclusive = option.repeats ? "" : "(-\(letter) \(option.spelling))"
        return "'\(exclusive)'{-\(letter),\(option.spelling)}'[\(help)]\(value)'"
    }

    private static func zshAction(_ completion: OptionValue.Completion) -> String {
        switch completion {
        case .nothing: ""
        case .file: "_files"
        case .folder: "_files -/"
        case .words(let words): "(\(words.joined(separator: " ")))"
        }
    }

    // MARK: fish

    private static func fish(_ program: ProgramDefinition, _ language: Language) -> String {
        let name = program.name
        var text = "# fish completion for \(name); put it in ~/.config/fish/completions/\(name).fish\n"
        let names = program.commands.map(\.name).joined(separator: " ")
        for command in program.commands {
            text += "complete -c \(name) -n \"not __fish_seen_subcommand_from \(names)\" -a \(command.name)"
            text += " -d '\(quoted(command.summary[language]))'\n"
        }
        for option in program.commonOptions { text += "complete -c \(name)\(fishOption(option, language))\n" }
        for (index, command) in program.commands.enumerated() {
            // The first command's options also stand where no command is named.
            let condition =
                index == 0
                ? "not __fish_seen_subcommand_from \(program.commands.dropFirst().map(\.name).joined(separator: " "))"
                : "__fish_seen_subcommand_from \(command.name)"
            for option in command.options {
                text += "complete -c \(name) -n \"\(condition)\"\(fishOption(option, language))\n"
            }
        }
        return text
    }

    private static func fishOption(_ option: OptionDefinition, _ language: Language) -> String {
        var text = " -l \(option.name)"
        if let letter = option.letter { text += " -s \(letter)" }
        switch option.value?.completion {
        case nil: break
        case .nothing?: text += " -x"
        case .file?: text += " -r -F"
        case .folder?: text += " -x -a '(__fish_complete_directories)'"
        case .words(let words)?: text += " -x -a '\(words.joined(separator: " "))'"
        }
        return text + " -d '\(quoted(option.help[language]))'"
    }

    /// For the inside of single quotes.
    private static func quoted(_ text: String) -> String { text.replacing("'", with: "’") }
}
