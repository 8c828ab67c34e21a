/// A language's model as tesseract keeps it in a file, with the letters a to z and A to Z under other names.
///
/// While it loads a model, tesseract sorts a list of its own, 19,000 confusions of these letters, into tables that its
/// neural engine never looks at. In a model that has no such letters nothing is left to sort: eng loads in 5 ms instead
/// of 54, chi_sim in 20 instead of 67, which is a tenth of what a page of little prose takes (scan-hard150). The engine
/// knows characters by their numbers, so it reads the same.
struct LanguageModel {
    /// The file's bytes, with the letters renamed.
    let bytes: [UInt8]

    /// Among the parts of a model: its characters, a line each.
    private static let characters = 21
    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")

    /// Nil for bytes that are no model, and for one without characters of the neural engine.
    init?(renamingLettersOf file: [UInt8]) {
        guard let count = Self.number(in: file, at: 0, bytes: 4), count > Self.characters, count < 1000 else {
            return nil
        }
        let head = 4 + 8 * count
        var starts: [Int] = []
        for part in 0..<count {
            guard let start = Self.number(in: file, at: 4 + 8 * part, bytes: 8), start <= file.count else { return nil }
            // What the model does not have begins at -1.
            guard start < 0 || start >= head else { return nil }
            starts.append(start)
        }
        let start = starts[Self.characters]
        guard start >= 0 else { return nil }
        let end = starts.filter { $0 > start }.min() ?? file.count
        let renamed = Array(
            file[start..<end].split(separator: Self.newline, omittingEmptySubsequences: false).map(Self.renamed)
                .joined(separator: [Self.newline]))
        var bytes = Array(file[..<4])
        for place in starts {
            let moved = place > start ? place + renamed.count - (end - start) : place
            bytes += (0..<8).map { UInt8(truncatingIfNeeded: moved >> (8 * $0)) }
        }
        self.bytes = bytes + file[head..<start] + renamed + file[end...]
    }

    /// A whole number, its lowest byte first; nil where the bytes end before it.
    private static func number(in file: [UInt8], at place: Int, bytes count: Int) -> Int? {
        guard place + count <= file.count else { return nil }
        let value = (0..<count).reduce(0) { $0 | UInt64(file[place + $1]) << (8 * $1) }
        return count == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
    }

    /// A line of the characters' list: the character, its properties, and before a tab the character that it is folded to.
    private static func renamed(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let end = line.firstIndex(of: tab) ?? line.endIndex
        let fields = line[..<end].split(separator: space, omittingEmptySubsequences: false)
        guard fields.count > 1 else { return Array(line) }
        let renamed = fields.enumerated().map { index, field in
            index == 0 || index == fields.count - 1 ? Letters.renamed(field) : Array(field)
        }
        return Array(renamed.joined(separator: [space])) + line[end...]
    }
}

/// The letters' other names: characters that Unicode leaves to private use.
enum Letters {
    private static let offset: UInt32 = 0xE000

    private static func isLetter(_ value: UInt32) -> Bool {
        (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }

    /// A letter that stands alone under its other name; everything else as it is.
    fileprivate static func renamed(_ field: ArraySlice<UInt8>) -> [UInt8] {
        guard field.count == 1, let byte = field.first, isLetter(UInt32(byte)),
            let scalar = Unicode.Scalar(offset + UInt32(byte))
        else { return Array(field) }
        return Array(String(Character(scalar)).utf8)
    }

    /// A text that was read, with its letters again.
    static func restored(in text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let value = scalar.value
            let letter = value > offset && isLetter(value - offset) ? Unicode.Scalar(value - offset) : nil
            result.append(letter ?? scalar)
        }
        return String(result)
    }
}
