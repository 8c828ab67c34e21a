import ReportModel

/// A document's lines and tables with what each table is on the form.
struct FormItems: Sendable {
    /// One for each block of the document.
    let prose: [ProseItem]
    private let tables: [Int: Table]
    private let parts: [Int: [StatutoryPart]]

    init(_ blocks: [DocumentLayout.Block]) {
        var prose: [ProseItem] = []
        var tables: [Int: Table] = [:]
        var parts: [Int: [StatutoryPart]] = [:]
        var previous: StatutoryPart?
        var seenRows: Set<LabelTarget> = []
        for (index, block) in blocks.enumerated() {
            switch block {
            case .line(let line): prose.append(.line(line))
            case .table(let table):
                var found = StatutoryPart.cut(TableGrid(table), after: previous).map(BrokenFigures.mended)
                if let last = found.indices.last {
                    found[last].roomBelow = Self.room(below: table, blocks[(index + 1)...])
                }
                tables[index] = table
                parts[index] = found
                // Blocks printed as tables of their own, and the rest of a table after a page break, go on with the
                // table before; rows that were there already begin another report (one alone is a merged label repeated).
                let rows = found.reduce(into: Set<LabelTarget>()) { $0.formUnion($1.rowLabels) }
                let goesOn = found.first?.kind == previous?.kind && seenRows.intersection(rows).count < 2
                prose.append(.table(goesOn ? nil : found.first?.kind))
                if !found.isEmpty { seenRows = goesOn ? seenRows.union(rows) : rows }
                previous = found.last ?? previous
            }
        }
        self.prose = prose
        self.tables = tables
        self.parts = parts
    }

    private static func room(below table: Table, _ rest: ArraySlice<DocumentLayout.Block>) -> Double {
        guard let end = table.places.last, case .line(let line)? = rest.first,
            line.text.unicodeScalars.contains(where: \.properties.isIdeographic)
        else { return 0 }
        return line.place.page == end.page ? line.place.box.y - end.box.maxY : .infinity
    }

    func tables(in range: Range<Int>) -> [Table] { range.compactMap { tables[$0] } }

    func parts(in range: Range<Int>) -> [StatutoryPart] { range.flatMap { parts[$0] ?? [] } }
}
