import LeptonicaBridge
import ReportModel

/// the ink of one cell → what stands in it
struct CellContentReader {
    let page: CleanPage
    let readers: ReaderSet
    let settings: ScanSettings

    var labels: LabelReader { LabelReader(page: page, reader: readers.text, settings: settings) }

    static let faint = "ink.faint"
    static let coloured = "ink.coloured"
    /// Coloured ink lies over it or beside it, but what is seen of it are digits of the document's type.
    static let colouredAround = "ink.coloured-around"
    static let beside = "ink.beside"
    static let sign = "reading.sign"
    static let textReader = "reading.text"
    static let apart = "figure.spaced"

    /// A cell at first sight.
    struct Sight {
        var ink: CellInk
        /// What could be a figure, and what our own reader makes of it.
        var figure: (line: InkLine, crop: InkCrop, readout: FigureReadout)?
    }

    func look(at pieces: [PixelBox]) -> Sight {
        let ink = InkLineFinder(em: page.em, settings: settings).ink(of: pieces)
        guard case .lines(let lines) = ink, lines.count == 1, let line = lines.first, couldBeFigure(line) else {
            return Sight(ink: ink)
        }
        let figure = FigureInk(line, em: page.em)
        let crop = page.crop(figure)
        return Sight(ink: ink, figure: (figure.line, crop, readers.network.read(crop)))
    }

    /// Reads all cells of a grid and puts their text onto the page.
    ///
    /// - Parameter left: which of them are left alone.
    func read(
        _ grid: TableGrid, pieces: [[PixelBox]], except left: [Bool], trust: inout GlyphTrust,
        into writer: inout GlyphWriter
    ) -> [CellReading] {
        let sights = zip(pieces, left).map { $1 ? Sight(ink: .blank) : look(at: $0) }
        let proven = ProvenRows.cells(
            of: grid,
            figures: sights.map { sight in
                sight.figure.flatMap { areApart($0.line) ? nil : ($0.readout, pieces: $0.line.pieces.count) }
            })
        var readings: [CellReading] = []
        for (index, cell) in grid.cells.enumerated() where sights.indices.contains(index) && !left[index] {
            readings += read(
                cell, of: grid, sights[index], isProven: proven.contains(index), trust: &trust, into: &writer)
        }
        return readings
    }

    private func read(
        _ cell: TableGrid.Square, of grid: TableGrid, _ sight: Sight, isProven: Bool, trust: inout GlyphTrust,
        into writer: inout GlyphWriter
    ) -> [CellReading] {
        let outline = scaled(grid.straightBox(of: cell))
        let shift = shift(of: cell, in: grid)
        func straight(_ box: PixelBox) -> Box {
            let box = page.points(box)
            // Kept inside the cell: a figure that reaches over a line would look like two cells' to Layout.
            return Box(x: box.x + shift.x, y: box.y + shift.y, width: box.width, height: box.height)
                .intersection(outline.insetBy(0.3)) ?? outline.insetBy(outline.height / 3)
        }
        switch sight.ink {
        case .blank:
            let doubts = emptyDoubts(cell, grid, except: nil)
            return [
                CellReading(
                    box: outline, cell: outline, text: "", strength: doubts.isEmpty ? .strong : .weak,
                    confidence: doubts.isEmpty ? 0.99 : 0.5, alternatives: [], doubts: doubts)
            ]
        case .dash(let box):
            writer.write("—", in: straight(box), fontSize: page.em / page.pixelsPerPoint)
            let doubts = emptyDoubts(cell, grid, except: box)
            return [
                CellReading(
                    box: straight(box), cell: outline, text: "—", strength: doubts.isEmpty ? .strong : .weak,
                    confidence: doubts.isEmpty ? 0.95 : 0.5, alternatives: [], doubts: doubts)
            ]
        case .lines(let lines):
            if let (line, crop, readout) = sight.figure,
                let judgement = isProven && trust.covers(readout.text)
                    ? FigureJudge.proven(readout)
                    : FigureJudge(readers: readers).judge(
                        crop, own: readout, pieces: line.pieces.count, trust: &trust),
                // Where the readers of digits cannot agree, it may be a word.
                judgement.strength > .weak || !isLabel(line)
            {
                let box = straight(line.box)
                let doubts = inkDoubts(judgement.text, line) + (areApart(line) ? [Self.apart] : [])
                writer.write(
                    judgement.text, in: box, middles: middles(judgement, line),
                    fontSize: page.em / page.pixelsPerPoint)
                return [
                    CellReading(
                        box: box, cell: outline, text: judgement.text,
                        strength: doubts.isEmpty ? judgement.strength : min(judgement.strength, .fair),
                        confidence: judgement.confidence, alternatives: judgement.alternatives,
                        doubts: judgement.doubts + doubts, shapes: shapes(judgement, line),
                        ownConfidence: judgement.ownConfidence)
                ]
            }
            return label(lines, outline, straight, &writer)
        }
    }

    /// The shapes of a figure's digits: its pieces of ink, or where digits fell apart or touch, what stands around their
    /// middles.
    func shapes(_ judgement: FigureJudge.Judgement, _ line: InkLine) -> [GlyphShape] {
        let count = judgement.text.count
        guard judgement.text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return [] }
        let boxes =
            count == line.pieces.count
            ? line.pieces
            : DigitSeams(page: page, line: line).boxes(around: middles(judgement, line))
        let shapes = boxes.compactMap {
            GlyphShape(page.crop($0, margin: 1), height: Double($0.height) / page.pixelsPerPoint)
        }
        return shapes.count == count ? shapes : []
    }

    /// What speaks against a figure besides its readers.
    func inkDoubts(_ text: String, _ line: InkLine) -> [String] {
        (page.isColoured(line.box, settings) ? [Self.coloured] : [])
            + (page.hasInkBeside(line, settings) ? [Self.beside] : [])
            + (isSignDoubtful(text, line) ? [Self.sign] : [])
    }

    private func isSignDoubtful(_ text: String, _ line: InkLine) -> Bool {
        text.hasPrefix("-") ? !line.beginsWithStroke(em: page.em) : line.hasStrokeApart(em: page.em)
    }

    /// How far what stands in the cell has to be moved when the table is laid straight.
    private func shift(of cell: TableGrid.Square, in grid: TableGrid) -> (x: Double, y: Double) {
        let box = grid.straightBox(of: cell)
        let corners = grid.corners(of: cell)
        let x = corners.map(\.x).reduce(0, +) / 4
        let y = corners.map(\.y).reduce(0, +) / 4
        return ((box.midX - x) / page.pixelsPerPoint, (box.midY - y) / page.pixelsPerPoint)
    }

    private func scaled(_ box: Box) -> Box {
        let scale = page.pixelsPerPoint
        return Box(x: box.x / scale, y: box.y / scale, width: box.width / scale, height: box.height / scale)
    }

    /// Two figures, and what parted them was not seen.
    private func areApart(_ line: InkLine) -> Bool { Double(line.widestGap) > settings.figureGap * page.em }

    func couldBeFigure(_ line: InkLine) -> Bool {
        line.pieces.count <= 16 && Double(line.box.height) < 1.6 * page.em && Double(line.box.width) < 9 * page.em
    }

    /// The readers' middles are shares of the normalised crop, which has a margin of its own.
    func middles(_ judgement: FigureJudge.Judgement, _ line: InkLine) -> [Double] {
        let margin =
            Double(DigitNetwork.margin) * Double(line.box.height) / Double(DigitNetwork.inkRows)
            / Double(max(1, line.box.width))
        return judgement.middles.map { min(max(($0 * (1 + 2 * margin)) - margin, 0), 1) }
    }

    private func label(
        _ lines: [InkLine], _ outline: Box, _ straight: (PixelBox) -> Box, _ writer: inout GlyphWriter
    ) -> [CellReading] {
        guard let first = lines.first else { return [] }
        let box = lines.dropFirst().reduce(first.box) { $0.union($1.box) }
        if lines.count == 1, let reading = noneSign(first, outline, straight, &writer) { return [reading] }
        let found = labels.label(lines)
        let (symbols, match) = (found.symbols, found.match)
        let text = match?.text ?? symbols.map(\.text).joined()
        if let match {
            // Which label it is has been settled; its characters stand where the ink stands.
            write(match.text, over: lines, straight, &writer)
            return [
                CellReading(
                    box: straight(box), cell: outline, text: match.text, strength: .weak,
                    confidence: match.similarity, alternatives: [], doubts: [Self.textReader])
            ]
        }
        for symbol in symbols {
            let place = PixelBox(x: symbol.x, y: symbol.y, width: symbol.width, height: symbol.height)
            // Characters of one line stand at one height, whatever their ink.
            let line = lines.first { Double($0.box.y) <= place.midY && place.midY <= Double($0.box.maxY) }
            let level = PixelBox(
                x: place.x, y: line?.box.y ?? place.y, width: max(1, place.width),
                height: line?.box.height ?? place.height)
            writer.write(symbol.text, in: straight(level), fontSize: page.em / page.pixelsPerPoint)
        }
        return [
            CellReading(
                box: straight(box), cell: outline, text: text, strength: .weak,
                confidence: symbols.map(\.confidence).min() ?? 0, alternatives: [], doubts: [Self.textReader])
        ]
    }

    /// 无, where one Chinese character stands alone: nothing else does in a cell of figures.
    func noneSign(
        _ line: InkLine, _ outline: Box, _ straight: (PixelBox) -> Box, _ writer: inout GlyphWriter
    ) -> CellReading? {
        let side = 0.6 * page.em...1.4 * page.em
        guard side.contains(Double(line.box.width)), side.contains(Double(line.box.height)) else { return nil }
        let crop = page.crop(line.box, margin: Int(page.em * 0.35))
        let scale = min(max((settings.labelHeights.first ?? 38) / page.em, 0.5), 4)
        let symbols = readers.text.read(crop, mode: .character, scale: scale)
        guard symbols.count == 1, let symbol = symbols.first, Self.noneAlike.contains(symbol.text) else { return nil }
        let isSure = symbol.text == Self.none && symbol.confidence > settings.noneConfidence
        writer.write(Self.none, in: straight(line.box), fontSize: page.em / page.pixelsPerPoint)
        return CellReading(
            box: straight(line.box), cell: outline, text: Self.none, strength: isSure ? .strong : .weak,
            confidence: isSure ? 0.95 : 0.5, alternatives: [], doubts: isSure ? [] : [Self.textReader])
    }

    private static let none = "无"
    /// What 无 is taken for where it is faint or coarse.
    private static let noneAlike: Set = [none, "天", "大", "元", "夫", "尤", "矢", "失", "末", "未", "无.", "旡", "光", "先"]

    /// Whether a line of ink, read as it lies, is one of the form's labels: what only upright pages show.
    func isLabel(_ line: InkLine) -> Bool {
        if labels.byCharacters([line]) != nil { return true }
        let crop = page.crop(line.box, margin: Int(page.em * 0.35))
        let scale = min(max((settings.labelHeights.first ?? 38) / page.em, 0.5), 4)
        return LabelLexicon.statutory.certainMatch(
            readers.text.read(crop, mode: .block, scale: scale).map(\.text).joined()) != nil
    }

    /// Spreads a text over lines of ink by their widths.
    private func write(
        _ text: String, over lines: [InkLine], _ straight: (PixelBox) -> Box, _ writer: inout GlyphWriter
    ) {
        for (part, line) in zip(text.parts(lines.map { Double($0.box.width) }), lines) {
            writer.write(part, in: straight(line.box), fontSize: page.em / page.pixelsPerPoint)
        }
    }

    /// What speaks against a cell's being empty: something paler than ink beside what was found, coloured ink.
    private func emptyDoubts(_ cell: TableGrid.Square, _ grid: TableGrid, except ink: PixelBox?) -> [String] {
        guard let inside = inside(of: cell, grid) else { return [] }
        var doubts: [String] = []
        if hasFaintInk(inside, except: ink) { doubts.append(Self.faint) }
        // On its edge too: a grey seal's ring can have been taken for the ruling between two cells.
        let reach = page.isSealGrey ? Int(0.5 * page.em) : 0
        let around = PixelBox(
            x: inside.x - reach, y: inside.y - reach, width: inside.width + 2 * reach,
            height: inside.height + 2 * reach)
        if max(page.colouredShare(in: inside), page.colouredShare(in: around)) > settings.colouredShare {
            doubts.append(Self.coloured)
        }
        return doubts
    }

    /// A cell's inside, clear of its rulings.
    private func inside(of cell: TableGrid.Square, _ grid: TableGrid) -> PixelBox? {
        let corners = grid.corners(of: cell)
        let inset = 0.2 * page.em
        let left = Int(max(corners[0].x, corners[2].x) + inset)
        let right = Int(min(corners[1].x, corners[3].x) - inset)
        let top = Int(max(corners[0].y, corners[1].y) + inset)
        let bottom = Int(min(corners[2].y, corners[3].y) - inset)
        guard right - left > 4, bottom - top > 4 else { return nil }
        return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    }

    private func hasFaintInk(_ box: PixelBox, except ink: PixelBox?) -> Bool {
        // Three pixels around the ink belong to its soft edge.
        func range(_ low: Int, _ high: Int, _ origin: Int, _ length: Int) -> Range<Int> {
            let first = min(max(0, low - 3 - origin), length)
            return first..<max(first, min(length, high + 3 - origin))
        }
        var values = page.grey.greyValues(in: box)
        if let ink {
            for y in range(ink.y, ink.maxY, box.y, box.height) {
                for x in range(ink.x, ink.maxX, box.x, box.width) {
                    values[y * box.width + x] = 230
                }
            }
        }
        // The mean of squares as wide as a stroke: noise cancels, a stroke does not.
        let side = max(2, Int(page.em * 0.1))
        var darkest = 255
        for y in stride(from: 0, to: box.height - side, by: max(1, side / 2)) {
            for x in stride(from: 0, to: box.width - side, by: max(1, side / 2)) {
                var sum = 0
                for dy in 0..<side { for dx in 0..<side { sum += Int(values[(y + dy) * box.width + x + dx]) } }
                darkest = min(darkest, sum / (side * side))
            }
        }
        return darkest < settings.faintGrey
    }
}
