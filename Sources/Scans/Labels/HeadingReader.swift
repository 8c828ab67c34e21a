import LeptonicaBridge

/// lines of ink → those of them that are headings of the form's sections
///
/// The law says what they are called, and all but a few of their characters stand in the form's labels too: the reader
/// of labels tells them in a fraction of the time that transcribing takes, which in a page of tables is a fifth of all
/// (scan-hard150).
struct HeadingReader {
    let page: CleanPage

    struct Heading {
        var box: PixelBox
        /// With its number, as printed.
        var text: String
    }

    /// What the sections are called, by their numbers. 总体情况 is too short to be told without all of its characters.
    private static let names: [(number: Int, letters: [Unicode.Scalar], text: String)] = [
        (2, "主动公开政府信息情况"), (3, "收到和处理政府信息公开申请情况"),
        (4, "政府信息公开行政复议、行政诉讼情况"), (6, "其他需要报告的事项"),
    ].map { ($0.0, $0.1.unicodeScalars.filter { LabelLexicon.isLetter($0.value) }, $0.1) }

    private static let numbers = Array("一二三四五六七".unicodeScalars)

    /// - Parameter runs: what stands close together in one line, of the ink outside of tables.
    func headings(among runs: [InkLine]) -> [Heading] {
        guard let reader = CharacterReader.trained else { return [] }
        return lines(of: runs).compactMap { box in
            let characters = reader.read(page.crop(box, margin: Int(0.12 * page.em)), em: Double(box.height))
            guard let text = Self.heading(characters) else { return nil }
            // Nothing that was overlooked stands beside it.
            let length = Double(box.width) / Double(box.height)
            return abs(length - LabelLexicon.length(of: text)) < Self.slack * length
                ? Heading(box: box, text: text) : nil
        }
    }

    /// How much longer or shorter than its characters a line may be, as a share.
    private static let slack = 0.2

    /// The lines that are as long as headings: most prose is longer.
    private func lines(of runs: [InkLine]) -> [PixelBox] {
        var lines: [PixelBox] = []
        for run in runs.sorted(by: { $0.box.x < $1.box.x }) {
            let index = lines.lastIndex {
                let common = min($0.maxY, run.box.maxY) - max($0.y, run.box.y)
                return Double(common) > 0.5 * Double(min($0.height, run.box.height))
            }
            guard let index else {
                lines.append(run.box)
                continue
            }
            // What stands further off is joined too, and makes the line too long for a heading.
            lines[index] = lines[index].union(run.box)
        }
        return lines.filter { box in
            (0.7...2).contains(Double(box.height) / page.em)
                && Self.lengths.contains(Double(box.width) / Double(box.height))
        }
    }

    private static let lengths = 8.0...24.0

    /// The heading that characters are; nil where they are none, or may be something else.
    static func heading(_ characters: [CharacterReader.Character]) -> String? {
        let letters = characters.indices.filter { LabelLexicon.isLetter(characters[$0].scalar.value) }
        for name in names where letters.count >= name.letters.count {
            let own = letters.suffix(name.letters.count)
            let differing = zip(own, name.letters).filter { characters[$0].scalar != $1 }.map(\.1)
            // A character that no label has is taken for any other; one more may be misread.
            guard differing.count(where: { !unknown.contains($0) }) <= name.letters.count / mostMisread,
                let first = own.first, own.last == characters.indices.last,
                let number = number(characters[..<first], of: name.number)
            else { continue }
            return number + name.text
        }
        return nil
    }

    /// Of so many letters one.
    private static let mostMisread = 9

    /// The letters of headings that stand in no label.
    private static let unknown = Set(names.flatMap(\.letters)).subtracting(CharacterWeights.characters)

    /// What stands before a heading: 三、 or （三）, or the number before where the first section has none.
    private static func number(_ characters: ArraySlice<CharacterReader.Character>, of section: Int) -> String? {
        let signs = characters.filter { !LabelLexicon.isLetter($0.scalar.value) }.map(\.scalar)
        let letters = characters.filter { LabelLexicon.isLetter($0.scalar.value) }
        guard letters.count == 1, let letter = letters.first, letter.lead >= surelyRead,
            let place = numbers.firstIndex(of: letter.scalar), place + 1 == section || place + 2 == section
        else { return nil }
        let scalar = String(letter.scalar)
        if signs == ["、"] || signs == ["，"] { return scalar + "、" }
        let isBracketed =
            signs.count == 2 && "（(".unicodeScalars.contains(signs[0]) && "）)".unicodeScalars.contains(signs[1])
        return isBracketed ? "（\(scalar)）" : nil
    }

    private static let surelyRead: Float = 40
}
