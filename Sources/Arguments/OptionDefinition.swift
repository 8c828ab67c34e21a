public import ReportModel

/// One option, defined once: parsing, help and completions all come from here.
public struct OptionDefinition: Sendable {
    /// The long name, without its dashes.
    public var name: String
    /// The short one, where there is one.
    public var letter: Character?
    /// Nil for a flag.
    public var value: OptionValue?
    /// May be given more than once.
    public var repeats: Bool
    public var help: LocalisedText

    public init(
        name: String, letter: Character? = nil, value: OptionValue? = nil, repeats: Bool = false, help: LocalisedText
    ) {
        self.name = name
        self.letter = letter
        self.value = value
        self.repeats = repeats
        self.help = help
    }

    /// `--format`
    public var spelling: String { "--\(name)" }
}

/// What an option takes.
public struct OptionValue: Sendable {
    /// How a shell may complete it.
    public enum Completion: Sendable {
        case nothing, file, folder
        case words([String])
    }

    /// `FILE`, `PAGES`
    public var placeholder: String
    public var completion: Completion
    /// What it has to look like, for the one who got it wrong: `one of csv, json`.
    public var expectation: LocalisedText
    var accepts: @Sendable (String) -> Bool

    var choices: [String] {
        if case .words(let words) = completion { words } else { [] }
    }
}

/// A flag: given or not.
public struct Flag: Sendable {
    public let definition: OptionDefinition

    public init(_ name: String, letter: Character? = nil, help: LocalisedText) {
        definition = OptionDefinition(name: name, letter: letter, help: help)
    }
}

/// An option with a value of a type of its own.
public struct Option<Value: Sendable>: Sendable {
    public let definition: OptionDefinition
    let read: @Sendable (String) -> Value?

    /// - Parameters:
    ///   - expectation: what a value has to look like.
    ///   - read: nil where the text is no such value.
    public init(
        _ name: String, letter: Character? = nil, placeholder: String,
        completion: OptionValue.Completion = .nothing, repeats: Bool = false, help: LocalisedText,
        expectation: LocalisedText, read: @escaping @Sendable (String) -> Value?
    ) {
        self.read = read
        definition = OptionDefinition(
            name: name, letter: letter,
            value: OptionValue(
                placeholder: placeholder, completion: completion, expectation: expectation,
                accepts: { read($0) != nil }),
            repeats: repeats, help: help)
    }
}

extension Option where Value: CaseIterable & RawRepresentable<String> {
    /// One of the values of an enumeration.
    public init(choice name: String, letter: Character? = nil, placeholder: String, help: LocalisedText) {
        let words = Value.allCases.map(\.rawValue)
        self.init(
            name, letter: letter, placeholder: placeholder, completion: .words(words), help: help,
            expectation: LocalisedText(
                chinese: "可用的值：\(words.joined(separator: "、"))",
                english: "it takes one of: \(words.joined(separator: ", "))"),
            read: { Value(rawValue: $0) })
    }
}

extension Option<String> {
    /// The path of a file or a folder.
    public init(
        path name: String, letter: Character? = nil, placeholder: String = "PATH",
        completion: OptionValue.Completion = .file, repeats: Bool = false, help: LocalisedText
    ) {
        self.init(
            name, letter: letter, placeholder: placeholder, completion: completion, repeats: repeats, help: help,
            expectation: LocalisedText(chinese: "要给出一个路径", english: "it takes a path"),
            read: { $0.isEmpty ? nil : $0 })
    }

    /// Any text but none.
    public init(
        text name: String, letter: Character? = nil, placeholder: String, repeats: Bool = false, help: LocalisedText
    ) {
        self.init(
            path: name, letter: letter, placeholder: placeholder, completion: .nothing, repeats: repeats, help: help)
    }
}

extension Option<Int> {
    /// A whole number within bounds.
    public init(
        number name: String, letter: Character? = nil, placeholder: String = "N", in range: ClosedRange<Int>,
        help: LocalisedText
    ) {
        self.init(
            name, letter: letter, placeholder: placeholder, help: help,
            expectation: LocalisedText(
                chinese: "要给出 \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
                english: "it takes a whole number from \(range.lowerBound) to \(range.upperBound)"),
            read: { text in
                guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
                return Int(text).flatMap { range.contains($0) ? $0 : nil }
            })
    }
}
