import ReportModel

/// Reads 收到和处理政府信息公开申请情况: rows by their labels on the left, columns by their labels above.
struct ApplicationsReader: Sendable {
    /// A column of the form in one part's grid.
    struct ColumnPlace: Sendable {
        var id: String
        /// Nil where nothing is printed in it: a total that is blank on every row of a page leaves no column behind.
        var columns: ClosedRange<Int>?
        var certainty: PlacementCertainty
        /// How far it reaches across the page, where that is known.
        var extent: ClosedRange<Double>?
        /// The middle of what stands in it.
        var middle: Double?

        func overlaps(_ cell: Cell) -> Bool { columns?.overlaps(cell.column...cell.lastColumn) ?? false }
    }

    var parts: [StatutoryPart]
    var method: ReadingMethod
    /// The form of the year reported on, where that is known.
    var usual: FormVersion?

    func fill(_ filling: inout FormFilling) -> FormVersion? {
        var places: [[ColumnPlace]] = []
        var evidence: [RowEvidence] = []
        for (index, part) in parts.enumerated() {
            let extents = ColumnExtents(part)
            let isBelow = places.last.map { Self.standsWhole(extents, below: $0) } ?? false
            var columns = columnPlaces(in: part, extents, inherited: places.last, earlier: parts[..<index])
                .map { place in
                    var place = place
                    place.extent = place.columns.flatMap { extents[$0] } ?? place.extent
                    place.middle = place.columns.flatMap { extents.middle(of: $0) } ?? place.middle
                    if part.hasMixedColumns, !isBelow { place.certainty = .columnByPlace }
                    return place
                }
            if method == .ocr, columns.contains(where: { $0.certainty != .label }),
                SummedColumns.areProven(columns, in: part)
            {
                for index in columns.indices { columns[index].certainty = .label }
            }
            places.append(columns)
            guard let first = columns.compactMap(\.columns?.lowerBound).min() else { continue }
            for row in part.rows { evidence += rowEvidence(row, part: index, firstFigure: first, columns) }
        }
        let misplaced = SummedColumns.misplaced(places, in: parts)
        for part in places.indices {
            for index in places[part].indices where misplaced.contains(places[part][index].id) {
                places[part][index].certainty = .columnByPlace
            }
        }
        joinOverleaf(&evidence)
        joinCutLabels(&evidence)
        let definitions = [FormVersion.form2021, .form2019].map { FormDefinition.statutory(.applications, $0) }
        guard
            let (definition, placement) = RowPlacement.best(
                evidence, on: definitions, usual: usual, method: method),
            !placement.rows.isEmpty
        else { return nil }
        let strays = StrayFigures(
            parts: parts, places: places, evidence: evidence, extra: Set(placement.extra))
        for row in definition.rows {
            guard let (index, placed) = placement.rows[row.id] else { continue }
            let found = evidence[index]
            let certainty = strays.isStray(row: index) ? .doubtful(StrayFigures.doubt) : placed
            let cells = places[found.part].map {
                cell(found.gridRow, $0, among: places[found.part], in: parts[found.part].grid)
            }
            let isComplete = Self.isComplete(cells)
            let merged = mergedColumns(found.gridRow, places[found.part], in: parts[found.part].grid)
            for (column, cell) in zip(places[found.part], cells) {
                let isStray = strays.isStray(row: index, column, cell)
                filling.fill(
                    FigureID(.applications, row.id, column.id), form: definition.version, from: cell,
                    row: isStray ? .doubtful(StrayFigures.doubt) : certainty,
                    column: merged.contains(column.id) ? .doubtful(SharedCells.doubt) : column.certainty,
                    isAlone: isComplete)
            }
        }
        if LevelRows.areProven(placement, evidence, on: definition, parts) { filling.level.insert(.applications) }
        filling.note(placement, evidence, definition, parts)
        return definition.version
    }

    /// Whether each column of the page before goes on below it, so that what else stands in the grid does not matter.
    private static func standsWhole(_ extents: ColumnExtents, below earlier: [ColumnPlace]) -> Bool {
        let middles = earlier.compactMap(\.middle)
        guard middles.count == earlier.count, let columns = extents.columns(below: middles) else { return false }
        return !columns.isEmpty && columns.allSatisfy { $0 != nil }
    }

    /// The columns that the document's own lines make one cell of, in whose middle a figure stands.
    private func mergedColumns(_ row: Int, _ places: [ColumnPlace], in grid: TableGrid) -> Set<String> {
        guard method == .text, grid.table.construction == .ruled else { return [] }
        return grid.cells(inRow: row).reduce(into: []) { merged, cell in
            guard cell.columnSpan > 1, cell.isFigureLike, cell.parts.count == 1, let part = cell.parts.first,
                let ink = part.ink, abs(ink.midX - part.outline.box.midX) < Self.offMiddle * part.outline.box.width
            else { return }
            let box = part.outline.box
            let columns = places.filter { place in
                guard place.overlaps(cell), let extent = place.extent else { return false }
                let common = min(extent.upperBound, box.maxX) - max(extent.lowerBound, box.x)
                return 2 * common > extent.upperBound - extent.lowerBound
            }
            if columns.count > 1 { merged.formUnion(columns.map(\.id)) }
        }
    }

    /// Of a cell's width.
    private static let offMiddle = 0.1

    /// Whether every column has a figure in a cell of its own.
    private static func isComplete(_ cells: [Cell?]) -> Bool {
        let columns = cells.compactMap { cell in cell.flatMap { $0.isFigureLike ? $0.column : nil } }
        return columns.count == cells.count && Set(columns).count == columns.count
    }

    /// The cell of a figure: the one below its header, or the one that is filled where stray lines make several.
    func cell(_ row: Int, _ column: ColumnPlace, among places: [ColumnPlace], in grid: TableGrid) -> Cell? {
        guard let squares = column.columns else { return blank(row, column, in: grid) }
        var found: [Cell] = []
        var last = -1
        for square in squares {
            guard let index = grid.cellIndex(row, square), index != last else { continue }
            last = index
            found.append(grid.table.cells[index])
        }
        let all = found.filter { !$0.isBlank }
        // Without what only reaches under this header from a neighbour's column.
        let filled = all.filter { (owner(of: $0, among: places) ?? column.id) == column.id }
        if filled.isEmpty, !all.isEmpty { return blank(row, column, in: grid) }
        guard let first = filled.first ?? found.first else { return nil }
        // A cell that reaches under a neighbour's header belongs to both or to neither.
        guard first.column >= squares.lowerBound - 1, filled.count <= 1 else {
            var joined = first
            joined.text = filled.map(\.text).joined(separator: " | ")
            joined.parts = filled.flatMap(\.parts)
            return joined
        }
        return first
    }

    /// Of several columns that a cell reaches under, the one that its text stands in; nil where that is not plain.
    private func owner(of cell: Cell, among places: [ColumnPlace]) -> String? {
        guard cell.columnSpan > 1, let ink = Box.around(cell.parts.compactMap(\.ink)) else { return nil }
        let owners = places.filter { place in
            place.overlaps(cell) && place.extent.map { $0.lowerBound - 1...$0.upperBound + 1 ~= ink.midX } ?? false
        }
        return owners.count == 1 && places.count(where: { $0.overlaps(cell) }) > 1 ? owners[0].id : nil
    }

    /// The square of a row where nothing was found: whether it is blank, the picture of the page has to say.
    private func blank(_ row: Int, _ column: ColumnPlace, in grid: TableGrid) -> Cell? {
        guard method == .text, let extent = column.extent else { return nil }
        let outlines = grid.cells(inRow: row).filter { $0.rowSpan == 1 && !$0.isBlank }.flatMap(\.parts).map(\.outline)
        guard let page = outlines.first?.page, outlines.allSatisfy({ $0.page == page }),
            let box = Box.around(outlines.map(\.box))
        else { return nil }
        let square = Box(fromX: extent.lowerBound, y: box.y, toX: extent.upperBound, y: box.maxY)
        return Cell(blankAt: Place(page: page, box: square), row: row)
    }
}
