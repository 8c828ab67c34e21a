import ReportModel

/// Finds the form's labels inside running text: cells that lost what parted them.
struct LabelIndex {
    struct Entry {
        var letters: Letters
        var number: Int?
        /// A heading of one of the six sections, which is no label of a table.
        var isSection: Bool
    }

    /// Where a label stands: in letters, its number included.
    struct Hit {
        var range: Range<Int>
        var isSection: Bool
    }

    static let shared = LabelIndex()

    private let entries: [Entry]
    /// By the first two letters.
    private let starts: [UInt64: [Int]]
    /// Every label whole, its number first, to put pieces together.
    let wholeLabels: Set<Letters>
    private let prefixes: Set<Letters>
    /// Every two letters that follow each other in some label.
    private let pairs: Set<UInt64>

    private init() {
        var entries: [Entry] = []
        var whole: Set<Letters> = []
        for entry in LabelMatcher.statutory.entries {
            for letters in Set([entry.text.core, entry.text.full]) where letters.count >= 2 {
                entries.append(Entry(letters: letters, number: entry.text.number?.value, isSection: false))
            }
            let number = Self.letters(of: entry.text.number)
            whole.insert(number + entry.text.full)
            whole.insert(number + entry.text.core)
        }
        for name in SectionHeading.names.joined() { entries.append(Entry(letters: name, number: nil, isSection: true)) }
        self.entries = entries
        var starts: [UInt64: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            starts[Self.key(entry.letters[0], entry.letters[1]), default: []].append(index)
        }
        self.starts = starts.mapValues { $0.sorted { entries[$0].letters.count > entries[$1].letters.count } }
        wholeLabels = whole
        pairs = Set(whole.flatMap { label in zip(label, label.dropFirst()).map(Self.key) })
        prefixes = Set(whole.flatMap { label in (1...label.count).map { Array(label.prefix($0)) } })
    }

    /// Whether some label begins with these letters.
    func isBeginning(_ letters: Letters) -> Bool { prefixes.contains(letters) }

    /// Whether the letters are a piece of some label, as a narrow column cuts it: not all of it.
    func isPiece(_ letters: Letters) -> Bool {
        letters.count >= 2 && letters.count <= 40 && pairs.contains(Self.key(letters[0], letters[1]))
            && wholeLabels.contains { $0.count > letters.count && $0.contains(letters) }
    }

    /// Whether every word of the text is a piece of some label, with or without its number: 五、不予 3.出版物.
    func isMadeOfPieces(_ element: DumpElement) -> Bool {
        isPiece(element.letters)
            || element.printed.unicodeScalars.split(whereSeparator: \.isSpace).allSatisfy { word in
                let letters = word.compactMap(Sign.letter(of:))
                return letters.count < 2 || isPiece(letters) || isPiece(Array(letters.drop(while: Numeral.isDigit)))
            }
    }

    /// The labels that stand in the text letter for letter, longest first where they overlap.
    func hits(in letters: Letters) -> [Hit] {
        var hits: [Hit] = []
        var position = 0
        while position + 1 < letters.count {
            let candidates = starts[Self.key(letters[position], letters[position + 1])] ?? []
            guard
                let entry = candidates.lazy.map({ entries[$0] }).first(where: {
                    letters.starts(with: $0.letters, at: position)
                })
            else {
                position += 1
                continue
            }
            hits.append(Hit(range: position..<(position + entry.letters.count), isSection: entry.isSection))
            position += entry.letters.count
        }
        return hits
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    private static func letters(of number: LabelText.Number?) -> Letters {
        guard let number else { return [] }
        switch number.style {
        case .arabic, .bracketedArabic: return String(number.value).unicodeScalars.map(\.value)
        case .ideographic, .bracketed: return [Numeral.ideographs[min(max(number.value, 1), 10) - 1]]
        }
    }
}
