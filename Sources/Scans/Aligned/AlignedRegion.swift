import LeptonicaBridge

/// A part of a page with a table in it that has no lines: its type is often smaller than that of the prose around it.
struct AlignedRegion {
    /// The page, measured in the region's own characters.
    let page: CleanPage
    let runs: [InkLine]
    /// What of it is read as prose is.
    let headings: [PixelBox]

    init(page: CleanPage, pieces: [PixelBox], settings: ScanSettings) {
        var own = page
        own.em = Self.em(of: pieces, on: page)
        self.page = own
        let all = RunFinder(em: own.em, settings: settings).runs(of: pieces)
        // A heading between two tables belongs to the prose, whatever it fell into.
        let headings = all.filter { run in
            run.pieces.count >= 3 && run.pieces.count { Double($0.height) > 1.2 * own.em } * 2 > run.pieces.count
                && !Self.isBesideRow(run.box, all, em: own.em)
        }
        .map(\.box)
        self.headings = headings
        let rest = all.filter { run in !headings.contains { Self.stands(run.box, beside: $0) } }
        runs = SeamCutter(em: own.em, settings: settings).cut(rest)
    }

    private static func stands(_ run: PixelBox, beside other: PixelBox) -> Bool {
        Double(other.y) < run.midY && run.midY < Double(other.maxY)
    }

    /// Whether three runs of a row stand beside it: the letters of a stamp that lies over it are as large as a heading's
    /// (seal-outer: a row was lost).
    private static func isBesideRow(_ box: PixelBox, _ runs: [InkLine], em: Double) -> Bool {
        runs.count { run in
            stands(run.box, beside: box)
                && (Double(box.x - run.box.maxX) > em || Double(run.box.x - box.maxX) > em)
        } >= 3
    }

    /// The height of the region's Chinese characters: of its largest pieces of ink, the tallest few left out.
    private static func em(of pieces: [PixelBox], on page: CleanPage) -> Double {
        let heights = pieces.filter { piece in
            Double(piece.height) > 0.4 * page.em && Double(piece.height) < 1.6 * page.em
                && Double(piece.width) > 0.3 * page.em && Double(piece.width) < 1.6 * page.em
        }
        .map { Double($0.height) }.sorted()
        guard heights.count > 30 else { return page.em }
        return min(page.em, heights[heights.count * 17 / 20])
    }

    /// Whether what stands in one cell of a grid is a table of its own: rows of short runs far apart.
    static func isTable(_ pieces: [PixelBox], em: Double, settings: ScanSettings) -> Bool {
        // A figure has a few pieces, a label some dozen.
        guard pieces.count > 4 else { return false }
        let runs = RunFinder(em: em, settings: settings).runs(of: pieces).map(\.box)
        let finder = TableBandFinder(em: em)
        let levels = finder.levels(runs)
        return levels.contains { level in
            level.gaps.count > 1 && level.runs.count { Double($0.width) < 3 * em } > 2
        } || levels.count > 2 && !finder.bands(of: runs).isEmpty
    }
}
