import ReportModel

/// Figures of the disclosure table that the text tells, to cut a row that ran together: 693665 after a sentence that names
/// 69 issued, 3 repealed and 665 in force.
struct ToldFigures {
    private static let names = ["regulations": "规章", "normative_documents": "规范性文件"]
    /// What stands before the number, by column.
    private static let words = [
        "issued": ["制发", "制定", "印发", "出台"], "repealed": ["废止"], "in_force": ["现行有效", "继续有效"],
    ]
    /// Letters between the word and its number: 现行有效行政规范性文件665件.
    private static let reach = 14

    private let sentences: [[Character]]

    init(_ sections: [Section]) {
        let stops: Set<Character> = ["。", "；", ";", "\n"]
        let paragraphs = sections.flatMap(\.paragraphs).map(\.text)
        sentences = paragraphs.flatMap { text in
            Array(text).split { stops.contains($0) }.map { letters in letters.filter { !$0.isWhitespace } }
        }
    }

    /// The way to cut a row into what the text tells of it: every figure once, with its own word, and no other way
    /// spells the row's digits.
    func way(_ row: RowReading) -> Int? {
        guard !row.isSeparated, !row.isCut, let name = Self.names[row.row] else { return nil }
        var told: [Amount] = []
        for figure in row.figures {
            guard let words = Self.words[figure.column], let count = count(name, words) else { return nil }
            told.append(Amount(count))
        }
        let ways = row.candidates.indices.filter { way in
            zip(row.candidates[way].slots, told).allSatisfy { slot, amount in
                if case .value(let value) = slot { value.amount == amount } else { false }
            }
        }
        return ways.count == 1 ? ways[0] : nil
    }

    /// The number behind one of the words; nil where there is none, or the text names several.
    private func count(_ name: String, _ words: [String]) -> Int? {
        let others = Self.names.values.filter { $0 != name }
        var found: Set<Int> = []
        for sentence in sentences {
            let text = String(sentence)
            let isOther = others.contains { text.contains($0) }
            guard text.contains(name), !isOther else { continue }
            for word in words { found.formUnion(Self.numbers(in: sentence, behind: Array(word))) }
        }
        return found.count == 1 ? found.first : nil
    }

    private static func numbers(in sentence: [Character], behind word: [Character]) -> [Int] {
        sentence.indices.compactMap { start -> Int? in
            guard sentence[start...].starts(with: word) else { return nil }
            let rest = sentence[(start + word.count)...]
            let between = rest.prefix { !$0.isASCIIDigit }
            guard between.count <= reach, !between.contains("，") else { return nil }
            let digits = rest.dropFirst(between.count).prefix { $0.isASCIIDigit }
            guard !digits.isEmpty, digits.count <= 9, rest.dropFirst(between.count + digits.count).first == "件" else {
                return nil
            }
            return Int(String(digits))
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
