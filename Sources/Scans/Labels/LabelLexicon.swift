import ReportModel

/// What can stand in the label cells of the form. A label off a scan is matched, not transcribed: which of the known
/// labels it is can be said long before every character can be.
struct LabelLexicon: Sendable {
    struct Entry: Sendable {
        /// As it is put onto the page.
        var text: String
        /// Its letters alone: what recognition gets right; numbers and brackets are what it gets wrong.
        var letters: [UInt32]
        /// How long it is when printed, in ems.
        var length: Double
    }

    struct Match: Sendable {
        var text: String
        /// 0 to 1
        var similarity: Double
        /// How much better than any other label.
        var lead: Double
    }

    /// Stands for a character that nobody knows: a letter of no label.
    static let open: Unicode.Scalar = "龘"

    /// One for each row of letters.
    let entries: [Entry]
    /// All, with those that differ by a number alone: 其他, 3.其他.
    private let labels: [Entry]

    static let statutory = LabelLexicon(
        FormTable.allCases.flatMap { table in FormVersion.allCases.map { .statutory(table, $0) } })

    init(_ definitions: [FormDefinition]) {
        var texts = [
            "信息内容", "申请人情况", "法人或其他组织", "行政复议", "行政诉讼", "规范性文件",
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        ]
        for definition in definitions {
            for block in definition.blocks {
                texts.append(block.label)
                texts += block.columns.map(\.label)
                for row in block.rows { texts += row.groups + [row.label] }
            }
        }
        var seenTexts: Set<String> = []
        labels = texts.compactMap { text in
            let letters = Self.letters(of: text)
            return letters.count > 1 && seenTexts.insert(text).inserted
                ? Entry(text: text, letters: letters, length: Self.length(of: text)) : nil
        }
        var seen: Set<[UInt32]> = []
        entries = labels.filter { seen.insert($0.letters).inserted }
    }

    /// The label that a recognised text is; nil where none is clearly likelier than all others.
    func match(_ text: String) -> Match? {
        let letters = Self.letters(of: text)
        guard letters.count > 1, letters.count < 80 else { return nil }
        var best: (index: Int, similarity: Double)?
        var second = 0.0
        for (index, entry) in entries.enumerated() {
            let similarity = Self.similarity(letters, entry.letters)
            if similarity > best?.similarity ?? 0 {
                second = best?.similarity ?? 0
                best = (index, similarity)
            } else if similarity > second {
                second = similarity
            }
        }
        guard let best else { return nil }
        return Match(text: entries[best.index].text, similarity: best.similarity, lead: best.similarity - second)
    }

    /// The label that begins with a recognised text and is as long as was measured, in ems; nil where another begins
    /// alike.
    func match(beginning text: String, length: Double) -> Match? {
        let letters = Self.letters(of: text)
        guard letters.count >= 4 else { return nil }
        var best: (index: Int, similarity: Double)?
        var second = 0.0
        for (index, entry) in entries.enumerated() where entry.letters.count >= letters.count {
            let similarity = Self.similarity(letters, Array(entry.letters.prefix(letters.count)))
            if similarity > best?.similarity ?? 0 {
                second = best?.similarity ?? 0
                best = (index, similarity)
            } else if similarity > second {
                second = similarity
            }
        }
        guard let best, best.similarity >= 0.7, best.similarity - second >= 0.3 else { return nil }
        let entry = entries[best.index]
        guard abs(entry.length - length) < 0.18 * entry.length else { return nil }
        return Match(text: entry.text, similarity: best.similarity, lead: best.similarity - second)
    }

    /// The label that characters read one by one make up, as long as was measured, in ems; nil where it could be another.
    func match(_ characters: [CharacterReader.Character], length: Double) -> Match? {
        let read = characters.filter { Self.isLetter($0.scalar.value) }
        let letters = read.map(\.scalar.value)
        guard letters.count > 1, letters.count < 80 else { return nil }
        let near = labels.filter { abs($0.length - length) < 0.8 + 0.18 * $0.length }
            .map { (entry: $0, similarity: Self.similarity(letters, $0.letters)) }
            .sorted { $0.similarity > $1.similarity }
        guard let best = near.first else { return nil }
        let second = near.first { $0.entry.letters != best.entry.letters }
        let lead = best.similarity - (second?.similarity ?? 0)
        guard best.similarity >= 0.75 || best.similarity >= 0.6 && lead >= 0.3 else { return nil }
        if let second, (lead * Double(letters.count)).rounded() < 2 {
            // One letter tells it from another: 第二十条第（五）项. All have to be right, and that one beyond doubt.
            guard letters == best.entry.letters, second.entry.letters.count == letters.count,
                zip(read, second.entry.letters).allSatisfy({ $0.scalar.value == $1 || $0.lead >= Self.surelyRead })
            else { return nil }
        }
        let named = near.filter { $0.entry.letters == best.entry.letters }
            .map { (text: $0.entry.text, misfit: abs($0.entry.length - length)) }
            .sorted { $0.misfit < $1.misfit }
        guard let first = named.first, named.count == 1 || named[1].misfit - first.misfit >= 0.3 else { return nil }
        return Match(text: first.text, similarity: best.similarity, lead: lead)
    }

    /// What the numbers in block titles keep between each other on all but one of the tuned scans.
    private static let surelyRead: Float = 40

    /// The same as `match`, only where it can be relied on: half of the letters, and far from any other label.
    func certainMatch(_ text: String) -> Match? {
        guard let match = match(text), match.similarity >= 0.5, match.lead >= 0.15 else { return nil }
        return match
    }

    /// Whether a recognised text is a label letter for letter, however near another comes: 第二十条第（一）项 and its like
    /// differ by one letter, and no second reading can say more than that all were read.
    func has(_ text: String) -> Bool {
        let letters = Self.letters(of: text)
        return letters.count > 1 && entries.contains { $0.letters == letters }
    }

    /// One less the share of letters that have to be changed.
    private static func similarity(_ a: [UInt32], _ b: [UInt32]) -> Double {
        let longest = max(a.count, b.count)
        // A piece of a label that a page break cut off is not the label.
        guard longest > 0, abs(a.count - b.count) <= max(1, longest * 3 / 20) else { return 0 }
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return 1 - Double(row[b.count]) / Double(longest)
    }

    /// ASCII is half as wide as everything else.
    static func length(of text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
    }

    static func hasLetters(_ text: String) -> Bool { !letters(of: text).isEmpty }

    private static func letters(of text: String) -> [UInt32] {
        text.unicodeScalars.map(\.value).filter(isLetter)
    }

    static func isLetter(_ value: UInt32) -> Bool { value >= 0x4E00 && value <= 0x9FFF }
}
