/// One option of the command, defined once; parsing, help and completions all come from it.
public struct Option: Sendable {
    public var name: String

    public init(name: String) {
        self.name = name
    }
}
