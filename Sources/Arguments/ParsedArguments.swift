/// What was given on the command line, close to how it was given; every value has passed its option's check.
public struct ParsedArguments: Sendable {
    /// Nil where no command was named.
    public internal(set) var command: String?
    public internal(set) var operands: [String] = []
    /// By long name, in the order given; a flag has empty values.
    var values: [String: [String]] = [:]

    public subscript(flag: Flag) -> Bool { values[flag.definition.name] != nil }

    /// The value, nil where the option was not given.
    public subscript<Value>(option: Option<Value>) -> Value? {
        values[option.definition.name]?.last.flatMap(option.read)
    }

    /// All values of an option that may be repeated.
    public func all<Value>(_ option: Option<Value>) -> [Value] {
        (values[option.definition.name] ?? []).compactMap(option.read)
    }
}
