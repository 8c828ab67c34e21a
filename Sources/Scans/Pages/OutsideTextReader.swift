import LeptonicaBridge
import ReportModel

/// Reads what stands outside of ruled tables: prose at one go, tables without lines run by run.
struct OutsideTextReader {
    let page: CleanPage
    let readers: ReaderSet
    let settings: ScanSettings

    /// - Parameter pieces: the ink outside of the grids.
    /// - Parameter readsProse: false where only figures are wanted.
    func read(
        around grids: [TableGrid], pieces: [PixelBox], readsProse: Bool, into writer: inout GlyphWriter
    ) -> [CellReading] {
        let runs = RunFinder(em: page.em, settings: settings).runs(of: pieces)
        let figures = runs.filter { $0.isShort }
        // Numbers that stand alone one below the other make a table; a page number and a date do not.
        if figures.count >= settings.tableRuns { return readTable(runs, into: &writer) }
        if readsProse { readProse(grids, into: &writer) }
        return []
    }

    private func readTable(_ runs: [RunFinder.Run], into writer: inout GlyphWriter) -> [CellReading] {
        let cells = CellContentReader(page: page, readers: readers, settings: settings)
        return runs.flatMap { cells.read($0.line, into: &writer) }
    }

    private func readProse(_ grids: [TableGrid], into writer: inout GlyphWriter) {
        let holes = grids.map { grid in
            let box = grid.actualBox
            return PixelBox(
                x: Int(box.x) - 3, y: Int(box.y) - 3, width: Int(box.width) + 6, height: Int(box.height) + 6)
        }
        guard let rest = page.grey.whitened(in: holes) else { return }
        let whole = PixelBox(x: 0, y: 0, width: rest.width, height: rest.height)
        let crop = InkCrop(
            width: rest.width, height: rest.height, grey: rest.greyValues(in: whole), top: 0, bottom: rest.height,
            left: 0, right: rest.width)
        // Large enough for the model, and not larger: its time goes with the pixels.
        let scale = page.em < 24 ? min(3, 32 / page.em) : 1
        var line: [TextSymbol] = []
        for symbol in readers.text.read(crop, mode: .page, scale: scale) {
            if symbol.startsLine {
                write(line, into: &writer)
                line = []
            }
            line.append(symbol)
        }
        write(line, into: &writer)
    }

    private func write(_ line: [TextSymbol], into writer: inout GlyphWriter) {
        guard let top = line.map(\.y).min(), let bottom = line.map({ $0.y + $0.height }).max() else { return }
        let size = Double(bottom - top) / page.pixelsPerPoint
        // A misread page number between the parts of a table would part them.
        let zone = Double(page.grey.height) * 0.1
        let isAtEdge = Double(bottom) < zone || Double(top) > Double(page.grey.height) - zone
        if isAtEdge, PageNumberInk.isPageNumber(line.map(\.text).joined()) { return }
        for symbol in line {
            let box = PixelBox(x: symbol.x, y: top, width: max(1, symbol.width), height: bottom - top)
            writer.write(symbol.text, in: page.points(box), fontSize: size)
        }
    }
}

/// pieces of ink → runs: what stands close together in one line
struct RunFinder {
    let em: Double
    let settings: ScanSettings

    struct Run {
        var line: InkLine
        /// As short as a figure.
        var isShort: Bool
    }

    func runs(of pieces: [PixelBox]) -> [Run] {
        let large = pieces.filter {
            Double($0.height) >= settings.characterHeight * em && Double($0.height) < 3 * em
                && Double($0.width) < 6 * em
        }
        .sorted { $0.midY < $1.midY }
        var lines: [[PixelBox]] = []
        var level = -Double.infinity
        for piece in large {
            // The middle of a line wanders with its members, slowly.
            if piece.midY - level < 0.45 * em, !lines.isEmpty {
                lines[lines.count - 1].append(piece)
                level += (piece.midY - level) / Double(lines[lines.count - 1].count)
            } else {
                lines.append([piece])
                level = piece.midY
            }
        }
        let finder = InkLineFinder(em: em, settings: settings)
        let small = pieces.filter { Double($0.height) < settings.characterHeight * em }
        return lines.flatMap { line in
            var groups: [[PixelBox]] = []
            var end = 0
            for piece in line.sorted(by: { $0.x < $1.x }) {
                if groups.isEmpty || Double(piece.x - end) > settings.runGap * em {
                    groups.append([piece])
                    end = piece.maxX
                } else {
                    groups[groups.count - 1].append(piece)
                    end = max(end, piece.maxX)
                }
            }
            return groups.compactMap { group -> Run? in
                guard let first = group.first else { return nil }
                let box = group.dropFirst().reduce(first) { $0.union($1) }
                let near = small.filter {
                    $0.midY > Double(box.y) - 0.2 * em && $0.midY < Double(box.maxY) + 0.2 * em
                        && Double($0.x) > Double(box.x) - em && Double($0.maxX) < Double(box.maxX) + em
                }
                guard case .lines(let lines) = finder.ink(of: group + near), let line = lines.first, lines.count == 1
                else { return nil }
                return Run(line: line, isShort: Double(line.box.width) < 1.4 * em)
            }
        }
    }
}
