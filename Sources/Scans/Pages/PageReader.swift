import LeptonicaBridge
public import ReportModel

/// picture of a page → the page read: rulings, cells, figures, labels and text
public struct PageReader {
    let readers: ReaderSet
    let settings: ScanSettings
    /// Whether text outside of tables is read.
    public var readsProse: Bool

    public init(readers: ReaderSet, settings: ScanSettings = ScanSettings(), readsProse: Bool = true) {
        self.readers = readers
        self.settings = settings
        self.readsProse = readsProse
    }

    /// What has kept an engine from reading: an empty page is none then.
    public var failure: ReadFailure? { readers.failure }

    /// Nil where the picture cannot be worked on at all.
    public func read(_ picture: PagePicture) -> ScannedPage? {
        let preparer = PagePreparer(settings: settings)
        readers.text.forget()
        var best: (page: LinedPage, labels: Int)?
        // Most pages are upright; sideways ones are as often turned one way as the other.
        for quarters in [0, 1, 3, 2] {
            guard let prepared = preparer.prepare(picture, quarters: quarters) else { continue }
            let page = LinedPage(prepared, settings)
            let check = UprightCheck(page: page.clean, readers: readers, settings: settings)
            guard let labels = check.labelCount(cells: page.cells.inGrids.flatMap { $0 }, outside: page.cells.outside)
            else {
                if best != nil { continue }
                best = (page, 0)
                break
            }
            if labels > best?.labels ?? -1 { best = (page, labels) }
            if labels >= UprightCheck.enough { break }
        }
        return best.map { read($0.page, number: picture.number) }
    }

    private func read(_ lined: LinedPage, number: Int) -> ScannedPage {
        let prepared = lined.prepared
        let found = lined.rulings
        let clean = lined.clean
        let scale = prepared.pixelsPerPoint
        var page = Page(
            number: number, width: Double(prepared.grey.width) / scale, height: Double(prepared.grey.height) / scale,
            rulings: found.grids.flatMap { $0.rulings(pixelsPerPoint: scale) }
                + found.looseRulings(pixelsPerPoint: scale), method: .ocr, state: .noText)
        var writer = GlyphWriter()
        var readings: [CellReading] = []
        let cells = lined.cells
        let cellReader = CellContentReader(page: clean, readers: readers, settings: settings)
        var trust = GlyphTrust()
        for (grid, contents) in zip(found.grids, cells.inGrids) {
            let isTable = contents.map { AlignedRegion.isTable($0, em: clean.em, settings: settings) }
            readings += cellReader.read(grid, pieces: contents, except: isTable, trust: &trust, into: &writer)
            readings += inside(
                grid, zip(contents, isTable).flatMap { $1 ? $0 : [] }, clean, trust: &trust, into: &writer)
        }
        let outside = OutsideTextReader(page: clean, readers: readers, settings: settings).read(
            around: found.grids, pieces: cells.outside, readsProse: readsProse, trust: &trust, into: &writer)
        readings += outside.readings
        page.glyphs = writer.glyphs
        var geometry = PageGeometry(grids: found.grids, pixelsPerPoint: scale, placing: prepared.placing)
        geometry.em = clean.em
        geometry.losesSigns = prepared.losesSigns
        let open = readings.filter { $0.cell == nil }.map(\.box)
        if let top = open.map(\.y).min(), let bottom = open.map(\.maxY).max() {
            let margin = 3 * clean.em
            geometry.whitePlaces = WhitePlaces(
                of: clean, within: Int(max(0, top * scale - margin))..<Int(max(0, bottom * scale) + margin + 1),
                settings: settings)
        }
        let outline = geometry.displayed(Box(x: 0, y: 0, width: page.width, height: page.height))
        return ScannedPage(
            page: page, readings: readings, displayedWidth: outline.width, displayedHeight: outline.height,
            geometry: geometry, headlines: outside.headlines)
    }
}

extension PageReader {
    /// What stands in rows and columns of its own within a grid that is little more than a frame.
    private func inside(
        _ grid: TableGrid, _ pieces: [PixelBox], _ page: CleanPage, trust: inout GlyphTrust,
        into writer: inout GlyphWriter
    ) -> [CellReading] {
        guard !pieces.isEmpty else { return [] }
        let region = AlignedRegion(page: page, pieces: pieces, settings: settings)
        let reader = AlignedTextReader(page: region.page, readers: readers, settings: settings) { box in
            let straight = grid.straight(x: box.midX, y: box.midY)
            let place = page.points(box)
            return Box(
                x: place.x + (straight.x - box.midX) / page.pixelsPerPoint,
                y: place.y + (straight.y - box.midY) / page.pixelsPerPoint, width: place.width, height: place.height)
        }
        return reader.read(region.runs, trust: &trust, into: &writer)
    }
}

/// A page with its rulings found and its ink sorted into cells.
private struct LinedPage {
    let prepared: PreparedPage
    let rulings: RulingFinder.Result
    let clean: CleanPage
    let cells: (inGrids: [[[PixelBox]]], outside: [PixelBox])

    init(_ prepared: PreparedPage, _ settings: ScanSettings) {
        self.prepared = prepared
        rulings = RulingFinder(settings: settings).rulings(of: prepared)
        clean = CleanPage(prepared, rulings: rulings, settings: settings)
        cells = CellSorter(rulings.grids).sorted(clean.pieces)
    }
}

/// A page with its rulings taken off.
struct CleanPage {
    let grey: Picture
    let ink: Picture
    /// Where ink was taken off that may have hidden print: coloured ink, a grey seal, the edges of stamps.
    let colour: Picture?
    /// Whether the coloured ink is a grey seal: where it looked like a ruling, it went with the rulings.
    let isSealGrey: Bool
    /// What hangs together, small breaks from top to bottom closed.
    let pieces: [PixelBox]
    var em: Double
    let pixelsPerPoint: Double

    init(_ page: PreparedPage, rulings: RulingFinder.Result, settings: ScanSettings) {
        em = page.em
        pixelsPerPoint = page.pixelsPerPoint
        var grey = rulings.mask.flatMap { page.grey.whitened(where: $0) } ?? page.grey
        var ink = rulings.mask.flatMap { page.ink.subtracting($0) } ?? page.ink
        var colour = page.colour
        var isSealGrey = false
        // A seal without colour is taken off as one with: what lay under it is not beyond doubt.
        if let pale = page.pale, let mask = PaleInk(em: em, settings: settings).mask(pale, grey: grey, ink: ink),
            let without = ink.subtracting(mask), let whitened = grey.whitened(where: mask)
        {
            ink = without
            grey = whitened
            colour = mask.uniting(pale.body) ?? mask
            isSealGrey = true
        }
        if let strays = rulings.strays { colour = colour?.uniting(strays) ?? strays }
        // Thin strokes break, above all where a fax has half as many dots down as across.
        let gap = page.isBilevel ? min(Self.longestBreak, Int(settings.brokenStroke * em)) : 0
        let whole = gap > 1 ? ink.closed(width: 1, height: gap) ?? ink : ink
        var pieces = Self.pieces(of: whole)
        if let pen = PenStrokes(em: em).mask(in: whole, pieces: pieces, rulings: rulings.mask),
            let without = ink.subtracting(pen), let rest = whole.subtracting(pen),
            let whitened = grey.whitened(where: pen)
        {
            ink = without
            grey = whitened
            colour = colour?.uniting(pen) ?? pen
            pieces = Self.pieces(of: rest)
        }
        self.grey = grey
        self.ink = ink
        self.colour = colour
        self.isSealGrey = isSealGrey
        let paper = PunchHoles(pixelsPerPoint: pixelsPerPoint).without(pieces, of: ink)
        self.pieces = page.isBilevel ? BrokenDigits(em: em, settings: settings).joined(paper) : paper
    }

    /// In pixels, and that is two: a finer picture has more of every stroke.
    private static let longestBreak = 3

    private static func pieces(of ink: Picture) -> [PixelBox] {
        ink.componentBoxes(limit: 100_000).filter { $0.width > 1 || $0.height > 1 }
    }

    /// The grey picture around a box, with what lies within it.
    func crop(_ box: PixelBox, margin: Int) -> InkCrop {
        let outer = PixelBox(
            x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin)
        return InkCrop(
            width: outer.width, height: outer.height, grey: grey.greyValues(in: outer), top: margin,
            bottom: margin + box.height, left: margin, right: margin + box.width)
    }

    /// The share of a box where coloured ink lies.
    func colouredShare(in box: PixelBox) -> Double {
        guard let colour, box.width > 0, box.height > 0 else { return 0 }
        let values = colour.greyValues(in: box)
        return Double(values.count { $0 == 0 }) / Double(values.count)
    }

    /// Whether coloured ink lies in a figure's place, or right beside it, where a digit of it may have gone with the
    /// colour.
    func isColoured(_ box: PixelBox, _ settings: ScanSettings) -> Bool {
        let reach = Int(settings.digitGap * em)
        let around = PixelBox(x: box.x - reach, y: box.y, width: box.width + 2 * reach, height: box.height)
        return max(colouredShare(in: box), colouredShare(in: around)) > settings.colouredShare
    }

    /// Whether other ink, or ink that was taken off, stands close around a stroke that looks like a dash.
    func isCrowded(_ dash: PixelBox, _ settings: ScanSettings) -> Bool {
        let (side, height) = (Int(0.6 * em), Int(1.1 * em))
        let around = PixelBox(
            x: dash.x - side, y: Int(dash.midY) - height / 2, width: dash.width + 2 * side, height: height)
        guard colouredShare(in: around) <= settings.colouredShare else { return true }
        let speck = settings.speck * em
        return pieces.contains { piece in
            Double(max(piece.width, piece.height)) > 2 * speck && piece.x < around.maxX && around.x < piece.maxX
                && piece.y < around.maxY && around.y < piece.maxY
                && !(piece.midX > Double(dash.x) && piece.midX < Double(dash.maxX) && piece.midY > Double(dash.y)
                    && piece.midY < Double(dash.maxY))
        }
    }

    /// A box of the picture in points.
    func points(_ box: PixelBox) -> Box {
        Box(
            x: Double(box.x) / pixelsPerPoint, y: Double(box.y) / pixelsPerPoint,
            width: Double(box.width) / pixelsPerPoint, height: Double(box.height) / pixelsPerPoint)
    }
}

/// pieces of ink → those of each cell, and those outside
struct CellSorter {
    private let grids: [TableGrid]
    private let outlines: [Box]

    init(_ grids: [TableGrid]) {
        self.grids = grids
        outlines = grids.map(\.actualBox)
    }

    func sorted(_ pieces: [PixelBox]) -> (inGrids: [[[PixelBox]]], outside: [PixelBox]) {
        var inGrids = grids.map { [[PixelBox]](repeating: [], count: $0.cells.count) }
        var outside: [PixelBox] = []
        for piece in pieces {
            var isPlaced = false
            for (index, grid) in grids.enumerated()
            where outlines[index].contains(x: piece.midX, y: piece.midY) {
                guard let cell = grid.cells.firstIndex(where: { grid.contains($0, x: piece.midX, y: piece.midY) })
                else { continue }
                inGrids[index][cell].append(piece)
                isPlaced = true
                break
            }
            if !isPlaced { outside.append(piece) }
        }
        return (inGrids, outside)
    }
}

extension TableGrid {
    /// Whether a place on the picture lies within a cell.
    func contains(_ cell: Square, x: Double, y: Double) -> Bool {
        let c = corners(of: cell)
        func between(_ a: Double, _ b: Double, _ share: Double) -> Double { a + (b - a) * share }
        let across = min(max((x - c[0].x) / max(1, c[1].x - c[0].x), 0), 1)
        let down = min(max((y - c[0].y) / max(1, c[2].y - c[0].y), 0), 1)
        return y >= between(c[0].y, c[1].y, across) && y < between(c[2].y, c[3].y, across)
            && x >= between(c[0].x, c[2].x, down) && x < between(c[1].x, c[3].x, down)
    }

    /// The sides that are drawn, as level rulings in points.
    func rulings(pixelsPerPoint scale: Double) -> [Ruling] {
        var result: [Ruling] = []
        for (row, sides) in horizontalSides.enumerated() {
            for run in Self.runs(sides) {
                result.append(
                    Ruling(
                        .horizontal, at: rowEdges[row] / scale, from: columnEdges[run.lowerBound] / scale,
                        to: columnEdges[run.upperBound] / scale, thickness: 0.5))
            }
        }
        for column in columnEdges.indices {
            for run in Self.runs(verticalSides.map { $0[column] }) {
                result.append(
                    Ruling(
                        .vertical, at: columnEdges[column] / scale, from: rowEdges[run.lowerBound] / scale,
                        to: rowEdges[run.upperBound] / scale, thickness: 0.5))
            }
        }
        return result
    }

    private static func runs(_ sides: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, isDrawn) in sides.enumerated() where isDrawn {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }
}
