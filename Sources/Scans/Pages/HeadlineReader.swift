import LeptonicaBridge

/// What two readings made of a line that a title may be printed on.
struct Headline: Sendable {
    var first: String
    /// With the characters left open that the engine is not sure of.
    var second: String

    /// Of 591 characters of names, 34 of 561 that were right are below this, and 22 of 30 that were wrong.
    private static let leastConfidence = 0.95
    private static let open = "\u{FFFD}"

    static func sure(_ symbols: [TextSymbol]) -> String {
        symbols.map { $0.confidence < leastConfidence ? open : $0.text }.joined()
    }
}

/// Reads the lines set larger than a page's prose once more, each by itself.
///
/// A title is read with the page, at the size that suits the page's prose; the engine is surer of one at a smaller size,
/// and two readings that agree are worth more than one (names of offices: 36 of 66 right at one go with the page, 44
/// by themselves).
struct HeadlineReader {
    let page: CleanPage
    let reader: any TextReader

    /// A line of text as it was read.
    struct Line {
        var symbols: [TextSymbol]
        /// How high its characters are: by their ink, as the engine's boxes are often much too high.
        var size: Int
        /// Whether it is a heading that was not transcribed but told.
        var isKnown = false
        /// The two readings, where it was read once more.
        var headline: Headline?

        var text: String { symbols.map(\.text).joined() }
        var top: Int { symbols.map(\.y).min() ?? 0 }
        var bottom: Int { symbols.map { $0.y + $0.height }.max() ?? 0 }
        var height: Int { bottom - top }
    }

    /// The height of a line, in pixels, at which titles are read best (tried from 16 to 40).
    private static let height = 28.0
    /// How much larger than the others a headline is; all lines of a page with fewer than these are (a cover).
    private static let size = 1.2
    private static let fewLines = 6
    /// A title stands among the first lines of its page.
    private static let opening = 6

    /// The lines of a page, those read once more that are headlines.
    ///
    /// - Parameter top: of the page's first table, below which no title stands.
    func read(_ lines: [Line], tablesFrom top: Int = .max) -> [Line] {
        let sizes = lines.map(\.size).sorted()
        guard !sizes.isEmpty else { return lines }
        let usual = Double(sizes[sizes.count / 2])
        return lines.enumerated().map { index, line in
            let isLarge = lines.count < Self.fewLines || Double(line.size) > Self.size * usual
            let mayName = line.top < top && !line.isKnown && !Self.namesNoOffice(line.text)
            return index < Self.opening && isLarge && mayName && isType(line) ? again(line) : line
        }
    }

    /// Whether it is as high as type is: blots of a page's edge, enlarged to the height of titles, would take longer to read
    /// than all the rest (photo-blue: half of the time).
    private func isType(_ line: Line) -> Bool {
        Double(line.size) > Self.leastType * page.em && line.height < Self.mostHeight * line.size
    }

    /// In ems, and of its own size: the box of a line that climbs is higher.
    private static let leastType = 0.6
    private static let mostHeight = 6

    /// Whether a line of a title says nothing but the year: 2023年政府信息公开工作年度报告 (the office stands above).
    private static func namesNoOffice(_ text: String) -> Bool {
        let text = text.filter { $0 != " " }
        return text.hasSuffix(document)
            && text.dropLast(document.count).allSatisfy { $0.isNumber || $0 == "年" || $0 == "度" }
    }

    private static let document = "政府信息公开工作年度报告"

    private func again(_ line: Line) -> Line {
        guard line.size > 0, let left = line.symbols.map(\.x).min(),
            let right = line.symbols.map({ $0.x + $0.width }).max()
        else { return line }
        let box = PixelBox(x: left, y: line.top, width: right - left, height: line.height)
        let margin = line.height / 4
        let symbols = reader.read(
            page.crop(box, margin: margin), mode: .block, scale: Self.height / Double(line.size))
        // The lines above and below reach into the crop of one that is bent.
        guard !symbols.isEmpty, !symbols.dropFirst().contains(where: \.startsLine) else { return line }
        return Line(
            symbols: symbols.map { symbol in
                var symbol = symbol
                symbol.x += box.x - margin
                symbol.y = line.top
                symbol.height = line.height
                return symbol
            }, size: line.size, headline: Headline(first: line.text, second: Headline.sure(symbols)))
    }
}

extension HeadlineReader.Line {
    /// A heading, its characters spread evenly over its box.
    init(_ heading: HeadingReader.Heading, pieces: [PixelBox]) {
        let characters = Array(heading.text)
        let box = heading.box
        let symbols = characters.enumerated().map { index, character in
            let left = box.x + box.width * index / characters.count
            let right = box.x + box.width * (index + 1) / characters.count
            return TextSymbol(
                text: String(character), x: left, y: box.y, width: right - left, height: box.height, confidence: 1,
                startsLine: index == 0)
        }
        self.init(symbols, pieces: pieces)
        isKnown = true
    }

    /// - Parameter pieces: the ink of the page.
    init(_ symbols: [TextSymbol], pieces: [PixelBox]) {
        self.symbols = symbols
        size = 0
        let left = symbols.map(\.x).min() ?? 0
        let right = symbols.map { $0.x + $0.width }.max() ?? 0
        let inner = (top + height / 4)..<max(top + height / 4, bottom - height / 4)
        let own = pieces.filter {
            left <= $0.x && $0.maxX <= right && inner.contains(Int($0.midY)) && $0.height <= height
        }.map(\.height).sorted()
        // Characters fall into pieces; of many some are whole.
        size = own.isEmpty ? height : own[own.count * 9 / 10]
    }
}
