import LeptonicaBridge

/// the ink of a label → its characters, and which of the form's labels it is
struct LabelReader {
    let page: CleanPage
    let reader: any TextReader
    let settings: ScanSettings

    struct Label {
        /// As recognised, in pixels of the page; empty where the label was known before all of it was read.
        var symbols: [TextSymbol] = []
        /// Which label of the form it is, where that needed settling.
        var match: LabelLexicon.Match?
    }

    /// - Parameter lines: those of one cell.
    func label(_ lines: [InkLine]) -> Label {
        guard let first = lines.first else { return Label() }
        // What is longer than any label is read, but not again: a paragraph in a frame.
        let isTooLong = isTooLong(lines)
        if !isTooLong, let match = byCharacters(lines) ?? byItsBeginning(lines) ?? standing(lines) {
            return Label(match: match)
        }
        let box = lines.dropFirst().reduce(first.box) { $0.union($1.box) }
        guard !isSparse(lines, box) else { return Label() }
        let margin = Int(page.em * 0.35)
        let crop = page.crop(box, margin: margin)
        var best: Label?
        let heights = settings.labelHeights.prefix(isTooLong ? 1 : settings.labelHeights.count)
        for height in heights {
            let symbols = reader.read(crop, mode: .block, scale: scale(height)).map { symbol in
                var symbol = symbol
                symbol.x += box.x - margin
                symbol.y += box.y - margin
                return symbol
            }
            let text = symbols.map(\.text).joined()
            let match = LabelLexicon.statutory.certainMatch(text)
            if match?.similarity ?? 0 > 0.99 || LabelLexicon.statutory.has(text) { return Label(symbols: symbols) }
            if match?.similarity ?? 0 > best?.match?.similarity ?? 0 || best == nil {
                best = Label(symbols: symbols, match: match)
            }
            if let match, match.similarity >= settings.labelSimilarity { break }
        }
        return best ?? Label()
    }

    private func scale(_ height: Double) -> Double { min(max(height / page.em, 0.5), 4) }

    /// What the reader that knows nothing but the form's characters makes of it, where that is beyond doubt: most labels
    /// need no other.
    func byCharacters(_ lines: [InkLine]) -> LabelLexicon.Match? {
        guard !isTooLong(lines) else { return nil }
        let length = lines.map { Double($0.box.width) / em(of: $0) }.reduce(0, +)
        return LabelLexicon.statutory.match(lines.flatMap(characters), length: length)
    }

    /// Whether it is longer than any label: the longest has some fifty characters.
    private func isTooLong(_ lines: [InkLine]) -> Bool { lines.map(\.pieces.count).reduce(0, +) > 200 }

    /// A few blots far apart: shadows between a sheet and the desk that it was photographed on (photo-pages).
    private func isSparse(_ lines: [InkLine], _ box: PixelBox) -> Bool {
        let area = Double(box.width) * Double(box.height) / (page.em * page.em)
        let pieces = lines.map(\.pieces.count).reduce(0, +)
        return area > settings.largestLabel && Double(pieces) * settings.sparseness < area
    }

    /// The form's characters that stand in a line; whatever else does is taken for one of them.
    func characters(of line: InkLine) -> [CharacterReader.Character] {
        let slack = Int(page.em * 0.12)
        return CharacterReader.trained?.read(page.crop(line.box, margin: slack), em: em(of: line)) ?? []
    }

    /// The height of a line's own characters: tables are often set smaller than what stands around them.
    private func em(of line: InkLine) -> Double { min(max(Double(line.box.height), 0.6 * page.em), 1.25 * page.em) }

    /// The long label that begins like this and is as long: its first characters tell it from all others.
    private func byItsBeginning(_ lines: [InkLine]) -> LabelLexicon.Match? {
        let length = lines.map { Double($0.box.width) }.reduce(0, +) / page.em
        guard length > settings.longLabel, let line = lines.first else { return nil }
        let end = Double(line.box.x) + settings.labelBeginning * page.em
        let pieces = line.pieces.filter { Double($0.maxX) < end }
        guard let piece = pieces.first else { return nil }
        let box = pieces.dropFirst().reduce(piece) { $0.union($1) }
        guard Double(box.width) > 4 * page.em else { return nil }
        let whole = PixelBox(x: line.box.x, y: line.box.y, width: box.maxX - line.box.x, height: line.box.height)
        let symbols = reader.read(
            page.crop(whole, margin: Int(page.em * 0.35)), mode: .line, scale: scale(settings.labelHeights.first ?? 38))
        return LabelLexicon.statutory.match(beginning: symbols.map(\.text).joined(), length: length)
    }

    /// One line in the form's characters; those that could be others are left open.
    ///
    /// - Parameter rest: as in `line`.
    func knownText(_ line: InkLine, rest: InkLine?) -> (text: String, confidence: Double) {
        let characters = characters(of: line) + (rest.map(characters) ?? [])
        let scalars = characters.map { character in
            character.lead < settings.characterLead && LabelLexicon.isLetter(character.scalar.value)
                ? LabelLexicon.open : character.scalar
        }
        return (String(String.UnicodeScalarView(scalars)), 0.9)
    }

    /// One line as it is recognised, the other lines around it left out.
    ///
    /// - Parameter rest: a line of a character or two that goes on below, and is read better behind it.
    /// - Parameter height: which of the heights at which labels are read.
    func line(_ line: InkLine, rest: InkLine?, height: Int) -> (text: String, confidence: Double) {
        var crop = crop(line)
        if let rest, let whole = InkCrop.sideBySide([crop, self.crop(rest).fitted(to: crop)]) { crop = whole }
        let scale = scale(settings.labelHeights[height])
        var symbols = reader.read(crop, mode: .line, scale: scale)
        if symbols.isEmpty { symbols = reader.read(crop, mode: .block, scale: scale) }
        return (symbols.map(\.text).joined(), symbols.map(\.confidence).min() ?? 0)
    }

    private func crop(_ line: InkLine) -> InkCrop {
        page.crop(line.box, margin: Int(page.em * 0.35)).withoutNeighbours(slack: Int(page.em * 0.12))
    }

    /// A label whose characters stand one below the other: they are laid side by side, as lines are read. What is small
    /// beside them is dirt.
    ///
    /// - Parameter fewest: how many characters it has at least; of few a part of a longer label has as many.
    func standing(_ lines: [InkLine], fewest: Int = 5) -> LabelLexicon.Match? {
        guard lines.count >= fewest else { return nil }
        let lines = lines.compactMap { line in
            line.pieces.first.map { first in
                InkLine(
                    box: line.pieces.dropFirst().reduce(first) { $0.union($1) }, pieces: line.pieces, smallPieces: [])
            }
        }
        guard lines.allSatisfy({ Double($0.box.width) < 1.4 * page.em }) else { return nil }
        if let match = byCharacters(lines) { return match }
        let crops = lines.map { line in
            let side = Int(page.em * 1.15)
            let box = PixelBox(
                x: Int(line.box.midX) - side / 2, y: Int(line.box.midY) - side / 2, width: side, height: side)
            return page.crop(box, margin: 0)
        }
        guard let row = InkCrop.sideBySide(crops) else { return nil }
        let symbols = reader.read(row, mode: .line, scale: scale(settings.labelHeights.first ?? 38))
        return LabelLexicon.statutory.certainMatch(symbols.map(\.text).joined())
    }
}
