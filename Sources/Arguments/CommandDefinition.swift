public import ReportModel

/// A command as people see it: its name, what it takes, what it is for.
public struct CommandDefinition: Sendable {
    public var name: String
    /// One line in the list of commands.
    public var summary: LocalisedText
    /// What its own help says below the usage line; may be empty.
    public var discussion: LocalisedText
    public var operands: Operands
    public var options: [OptionDefinition]
    public var examples: [Example]

    public init(
        name: String, summary: LocalisedText, discussion: LocalisedText = LocalisedText(chinese: "", english: ""),
        operands: Operands = .none, options: [OptionDefinition] = [], examples: [Example] = []
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.operands = operands
        self.options = options
        self.examples = examples
    }
}

/// What a command takes beside its options.
public struct Operands: Sendable {
    /// `FILE`, `DIR`
    public var placeholder: String
    public var count: ClosedRange<Int>
    public var completion: OptionValue.Completion

    public init(_ placeholder: String, count: ClosedRange<Int>, completion: OptionValue.Completion = .file) {
        self.placeholder = placeholder
        self.count = count
        self.completion = completion
    }

    public static let none = Operands("", count: 0...0, completion: .nothing)

    /// One or more files.
    public static let files = Operands("FILE", count: 1...Int.max)

    /// `FILE…`, `[DIR]`, `A B`
    var usage: String {
        guard count.upperBound > 0 else { return "" }
        // `A B` names each of them.
        let name = count.upperBound > 1 && !placeholder.contains(" ") ? placeholder + "…" : placeholder
        return count.lowerBound == 0 ? "[\(name)]" : name
    }
}

/// A command line worth copying.
public struct Example: Sendable {
    public var line: String
    public var purpose: LocalisedText

    public init(_ line: String, _ purpose: LocalisedText) {
        self.line = line
        self.purpose = purpose
    }
}

/// A program and all its commands.
public struct ProgramDefinition: Sendable {
    public var name: String
    public var summary: LocalisedText
    /// The first is what runs when no command is named.
    public var commands: [CommandDefinition]
    /// Options that every command takes.
    public var commonOptions: [OptionDefinition]

    public init(
        name: String, summary: LocalisedText, commands: [CommandDefinition], commonOptions: [OptionDefinition]
    ) {
        self.name = name
        self.summary = summary
        self.commands = commands
        self.commonOptions = commonOptions
    }

    func options(of command: CommandDefinition?) -> [OptionDefinition] {
        (command ?? commands.first).map { $0.options + commonOptions } ?? commonOptions
    }
}
