import LeptonicaBridge
import ReportModel

/// Reads what stands outside of ruled tables: prose at one go, tables without lines run by run.
struct OutsideTextReader {
    let page: CleanPage
    let readers: ReaderSet
    let settings: ScanSettings

    struct Result {
        var readings: [CellReading] = []
        /// The lines that were read once more.
        var headlines: [Headline] = []
    }

    /// - Parameter pieces: the ink outside of the grids.
    /// - Parameter readsProse: false where only figures are wanted.
    func read(
        around grids: [TableGrid], pieces: [PixelBox], readsProse: Bool, trust: inout GlyphTrust,
        into writer: inout GlyphWriter
    ) -> Result {
        let runs = RunFinder(em: page.em, settings: settings).runs(of: pieces)
        let bands = TableBandFinder(em: page.em).bands(of: Self.withHeadsApart(runs, em: page.em, settings: settings))
        var result = Result()
        var read: [PixelBox] = []
        var tables = TableStretches(bands: bands)
        for band in bands {
            let region = AlignedRegion(
                page: page, pieces: pieces.filter { band.contains($0.y + $0.height / 2) }, settings: settings)
            let reader = AlignedTextReader(page: region.page, readers: readers, settings: settings) { page.points($0) }
            result.readings += reader.read(region.runs, trust: &trust, into: &writer)
            read += region.runs.map(\.box)
            tables.headings += region.headings
        }
        if readsProse {
            let rest = runs.filter { run in !read.contains { $0.holdsMiddle(of: run.box) } }
            let headings = HeadingReader(page: page).headings(among: rest)
            result.headlines = readProse(pieces, rest, grids, read, headings, tables, into: &writer)
        }
        return result
    }

    /// The runs, those right above a row of many figures cut apart: heads in columns little wider than themselves are one
    /// run, as a line of prose is, and the table would begin below them (fax-horizontal: fifteen figures without a head).
    static func withHeadsApart(_ runs: [InkLine], em: Double, settings: ScanSettings) -> [PixelBox] {
        let finder = TableBandFinder(em: em)
        let rows = finder.levels(runs.map(\.box)).filter { finder.isDense($0.runs) }
        func isNear(_ box: PixelBox) -> Bool {
            rows.contains { box.y < $0.bottom && Double($0.top - box.maxY) < headRoom * em }
        }
        let near = runs.filter { isNear($0.box) }
        return runs.filter { !isNear($0.box) }.map(\.box)
            + SeamCutter(em: em, settings: settings).cut(near).map(\.box)
    }

    /// Above the figures, in ems: heads of two lines.
    private static let headRoom = 3.0

    /// - Parameter pieces: the ink outside of the grids.
    /// - Parameter read: what of the page's tables has been read already.
    /// - Parameter headings: those that have been read already.
    /// - Parameter stretches: where no prose stands.
    /// - Returns: the lines that were read once more.
    private func readProse(
        _ pieces: [PixelBox], _ runs: [InkLine], _ grids: [TableGrid], _ read: [PixelBox],
        _ headings: [HeadingReader.Heading], _ stretches: TableStretches,
        into writer: inout GlyphWriter
    ) -> [Headline] {
        var holes = grids.map { grid in
            let box = grid.actualBox
            return PixelBox(
                x: Int(box.x) - 3, y: Int(box.y) - 3, width: Int(box.width) + 6, height: Int(box.height) + 6)
        }
        let margin = Int(page.em / 5)
        holes += (read + headings.map(\.box)).map { box in
            PixelBox(
                x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin)
        }
        let tables = grids.map { Int($0.actualBox.maxY) } + read.map(\.maxY)
        if let number = PageNumberInk.place(of: pieces, below: tables, em: page.em, height: page.grey.height) {
            holes.append(
                PixelBox(
                    x: number.x - margin, y: number.y - margin, width: number.width + 2 * margin,
                    height: number.height + 2 * margin))
        }
        var lines = prose(without: holes, pieces, runs).map { HeadlineReader.Line($0, pieces: pieces) }
        for heading in headings {
            lines.insert(
                HeadlineReader.Line(heading, pieces: pieces),
                at: lines.firstIndex { Double($0.top) > heading.box.midY } ?? lines.endIndex)
        }
        let tops = grids.map { Int($0.actualBox.y) } + read.map(\.y)
        let settled = HeadlineReader(page: page, reader: readers.text).read(
            lines, tablesFrom: tops.min() ?? page.grey.height)
        for line in settled where !stretches.hold(line.top..<max(line.top, line.bottom)) { write(line, into: &writer) }
        return settled.compactMap(\.headline)
    }

    /// What the engine makes of the page, line by line, some places of it left out.
    private func prose(without holes: [PixelBox], _ pieces: [PixelBox], _ runs: [InkLine]) -> [[TextSymbol]] {
        guard let rest = page.grey.whitened(in: holes) else { return [] }
        let strip = ProseStrip(
            of: pieces, runs: runs, without: holes, em: page.em, width: rest.width, height: rest.height)
        guard let crop = strip.crop(rest) else { return [] }
        // As large as the model needs its characters, and not larger: it brings every line to one height, with as many
        // pixels of paper around it at whatever size, so smaller characters are narrower then, and take less time. At 17 a
        // page takes a sixth less than at 24 and is read as well, at 14 it is not.
        let scale = min(3, Self.readableEm / page.em)
        var lines: [[TextSymbol]] = []
        for symbol in readers.text.read(crop, mode: .page, scale: scale) {
            if symbol.startsLine || lines.isEmpty { lines.append([]) }
            lines[lines.count - 1].append(strip.placed(symbol))
        }
        return lines
    }

    private func write(_ line: HeadlineReader.Line, into writer: inout GlyphWriter) {
        let (top, bottom) = (line.top, line.bottom)
        let size = Double(line.size) / page.pixelsPerPoint
        // A misread page number between the parts of a table would part them.
        let zone = Double(page.grey.height) * 0.1
        let isAtEdge = Double(bottom) < zone || Double(top) > Double(page.grey.height) - zone
        if isAtEdge && PageNumberInk.isPageNumber(line.text) || !PageNumberInk.hasLetters(line.text) { return }
        for (symbol, width) in zip(line.symbols, Self.widths(of: line.symbols, em: page.em)) {
            let box = PixelBox(x: symbol.x, y: top, width: width, height: bottom - top)
            writer.write(symbol.text, in: page.points(box), fontSize: size)
        }
    }

    /// How wide the characters of a line of prose are: as far as the next one begins, where no more than a character
    /// could stand between them. The engine gives the ink of a point, or a piece of a character, and prose with gaps in
    /// it would look like cells side by side (hard150-none).
    static func widths(of line: [TextSymbol], em: Double) -> [Int] {
        line.indices.map { index in
            let symbol = line[index]
            guard index + 1 < line.count, line[index + 1].x > symbol.x else { return max(1, symbol.width) }
            let pitch = line[index + 1].x - symbol.x
            return Double(pitch - symbol.width) < widestGap * em ? pitch : max(1, symbol.width)
        }
    }

    private static let widestGap = 1.2
    private static let readableEm = 17.0
}

/// The stretches of a page where tables without lines stand.
///
/// What is left over in them, a stroke or what is lost of a figure, is no prose: read as it, its letters would stand among
/// the figures, on whichever row they are level with (hard150-none).
struct TableStretches {
    let bands: [Range<Int>]
    var headings: [PixelBox] = []

    func hold(_ line: Range<Int>) -> Bool {
        bands.contains { $0.contains((line.lowerBound + line.upperBound) / 2) }
            && !headings.contains { $0.y < line.upperBound && line.lowerBound < $0.maxY }
    }
}
