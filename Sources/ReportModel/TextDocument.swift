/// A text file, decoded and cut into lines. What stands in line 1 is `lines[0]`.
public struct TextDocument: Sendable {
    public var lines: [String]
    /// What it was decoded from: "UTF-8", "GB18030", "UTF-16LE" …
    public var encoding: String
    /// How many bytes were no text in that encoding and were replaced by U+FFFD.
    public var replacements: Int

    public init(lines: [String], encoding: String, replacements: Int = 0) {
        self.lines = lines
        self.encoding = encoding
        self.replacements = replacements
    }
}
