extension ProgramDefinition {
    /// Reads a command line (without the program's own name).
    ///
    /// A command's name counts only as the first operand. `--name value`, `--name=value`, `-n value`, `-nvalue` and
    /// `-ab` for two flags are understood; options may stand anywhere; after `--` everything is an operand, and so is
    /// a single `-`. Throws the first problem.
    public func parse(_ arguments: [String]) throws(UsageProblem) -> ParsedArguments {
        var parser = Parser(program: self, arguments: arguments[...])
        return try parser.run()
    }

    /// The options that can be read from a line which is otherwise wrong: the language and whether help is wanted have
    /// to be known before anything can be said.
    public func parseLeniently(_ arguments: [String]) -> ParsedArguments {
        var parser = Parser(program: self, arguments: arguments[...])
        _ = try? parser.run()
        // What stands behind the first problem still counts, one argument at a time.
        while !parser.arguments.isEmpty { try? parser.step() }
        return parser.result
    }
}

private struct Parser {
    let program: ProgramDefinition
    var arguments: ArraySlice<String>
    var command: CommandDefinition?
    var result = ParsedArguments()
    /// `--` has been seen.
    var onlyOperands = false

    init(program: ProgramDefinition, arguments: ArraySlice<String>) {
        self.program = program
        self.arguments = arguments
    }

    mutating func run() throws(UsageProblem) -> ParsedArguments {
        while !arguments.isEmpty { try step() }
        return result
    }

    /// One argument, with its value where it has one.
    mutating func step() throws(UsageProblem) {
        guard let argument = arguments.popFirst() else { return }
        if onlyOperands || argument == "-" || !argument.hasPrefix("-") {
            try addOperand(argument)
        } else if argument == "--" {
            onlyOperands = true
        } else if argument.hasPrefix("--") {
            try addLong(argument.dropFirst(2))
        } else {
            try addShort(argument.dropFirst())
        }
    }

    private mutating func addOperand(_ argument: String) throws(UsageProblem) {
        if command == nil, result.operands.isEmpty, !onlyOperands,
            let named = program.commands.first(where: { $0.name == argument })
        {
            command = named
            result.command = named.name
            // Options before the command were read as the first command's.
            let known = program.options(of: named)
            for name in result.values.keys.sorted() where !known.contains(where: { $0.name == name }) {
                throw .unknownOption("--\(name)", command: named.name, suggestion: nil)
            }
            return
        }
        result.operands.append(argument)
    }

    private mutating func addLong(_ text: Substring) throws(UsageProblem) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        let options = program.options(of: command)
        guard let option = options.first(where: { $0.name == name }) else {
            let near = Spelling.nearest(to: name, among: options.map(\.name))
            throw .unknownOption("--\(name)", command: command?.name, suggestion: near.map { "--\($0)" })
        }
        try add(option, spelled: option.spelling, attached: parts.count > 1 ? String(parts[1]) : nil)
    }

    private mutating func addShort(_ text: Substring) throws(UsageProblem) {
        var letters = text
        while let letter = letters.popFirst() {
            let options = program.options(of: command)
            guard let option = options.first(where: { $0.letter == letter }) else {
                // A long option with one dash is the usual slip.
                let near = Spelling.nearest(to: String(text), among: options.map(\.name))
                throw .unknownOption("-\(letter)", command: command?.name, suggestion: near.map { "--\($0)" })
            }
            if option.value != nil {
                let rest = letters.isEmpty ? nil : String(letters.first == "=" ? letters.dropFirst() : letters)
                return try add(option, spelled: "-\(letter)", attached: rest)
            }
            try add(option, spelled: "-\(letter)", attached: nil)
        }
    }

    private mutating func add(
        _ option: OptionDefinition, spelled: String, attached: String?
    ) throws(UsageProblem) {
        guard let value = option.value else {
            if let attached { throw .unexpectedValue(spelled, value: attached) }
            result.values[option.name] = [""]
            return
        }
        guard let text = attached ?? next() else {
            throw .missingValue(spelled, placeholder: value.placeholder, expectation: value.expectation)
        }
        guard value.accepts(text) else {
            throw .invalidValue(
                spelled, value: text, expectation: value.expectation,
                suggestion: Spelling.nearest(to: text, among: value.choices))
        }
        if !option.repeats, let first = result.values[option.name]?.first, first != text {
            throw .givenTwice(spelled, first: first, second: text)
        }
        result.values[option.name, default: []].append(text)
    }

    /// The next argument as a value; an option there means that the value was forgotten.
    private mutating func next() -> String? {
        guard let argument = arguments.first, argument == "-" || !argument.hasPrefix("-") else { return nil }
        arguments.removeFirst()
        return argument
    }
}

extension ProgramDefinition {
    /// Whether there are as many operands as the command takes; asked for only when it is about to run, so that help
    /// is there without them.
    public func checkOperands(of arguments: ParsedArguments) throws(UsageProblem) {
        guard let command = command(of: arguments) else { return }
        let operands = command.operands
        if arguments.operands.count < operands.count.lowerBound {
            throw .missingOperand(operands.placeholder, command: arguments.command)
        }
        if arguments.operands.count > operands.count.upperBound {
            throw .extraOperand(arguments.operands[operands.count.upperBound], command: command.name)
        }
    }

    /// The command that was named, else the first.
    public func command(of arguments: ParsedArguments) -> CommandDefinition? {
        arguments.command.flatMap { name in commands.first { $0.name == name } } ?? commands.first
    }
}
