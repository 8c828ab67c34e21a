import LeptonicaBridge

/// Tells by its labels whether a page stands upright: those of the form can be read on no page that does not.
struct UprightCheck {
    let page: CleanPage
    let readers: ReaderSet
    let settings: ScanSettings

    /// So many labels are no chance.
    static let enough = 2

    /// How many of a few of the page's longest labels can be read; nil where the page has no table, so that it would have
    /// none either way.
    ///
    /// - Parameter cells: the ink of each cell.
    /// - Parameter outside: the ink outside of the grids.
    func labelCount(cells: [[PixelBox]], outside: [PixelBox]) -> Int? {
        let finder = InkLineFinder(em: page.em, settings: settings)
        let lines = cells.compactMap { pieces -> InkLine? in
            guard pieces.count > Self.fewestPieces, case .lines(let lines) = finder.ink(of: pieces), lines.count == 1
            else { return nil }
            return lines.first
        }
        let labels = lines.filter(isAsLongAsLabels)
        guard labels.isEmpty else {
            let reader = CellContentReader(page: page, readers: readers, settings: settings)
            return count(labels.prefix(Self.most)) { reader.isLabel($0) }
        }
        return openLabelCount(cells: cells, outside: outside) ?? (cells.isEmpty ? nil : 0)
    }

    /// The same where no lines part the labels from the figures. Among them are lines of prose, which are nothing to
    /// spend the time of transcribing on.
    private func openLabelCount(cells: [[PixelBox]], outside: [PixelBox]) -> Int? {
        let tables = cells.filter { AlignedRegion.isTable($0, em: page.em, settings: settings) }
        let runs = RunFinder(em: page.em, settings: settings).runs(of: tables.flatMap { $0 } + outside)
        guard !tables.isEmpty || !TableBandFinder(em: page.em).bands(of: runs.map(\.box)).isEmpty else { return nil }
        let reader = LabelReader(page: page, reader: readers.text, settings: settings)
        let lines = runs.filter { $0.pieces.count > Self.fewestPieces && isAsLongAsLabels($0) }
        return count(lines[...]) { reader.byCharacters([$0]) != nil }
    }

    /// Those of a length that are read whole, and so but once.
    private func isAsLongAsLabels(_ line: InkLine) -> Bool {
        (3.5 * page.em...settings.longLabel * page.em).contains(Double(line.box.width))
    }

    private func count(_ lines: ArraySlice<InkLine>, where isLabel: (InkLine) -> Bool) -> Int {
        var count = 0
        for line in lines where count < Self.enough {
            if isLabel(line) { count += 1 }
        }
        return count
    }

    private static let fewestPieces = 5
    private static let most = 6
}
